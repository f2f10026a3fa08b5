import type { Score } from '@gavel/foresight/browser'
import { expect, test } from 'vitest'
import { bentOf, failures, notWorse } from './comparing.ts'

const score = (logloss: number, bins: Score['calibration']['bins'] = []): Score => ({
  n: 100,
  base: 0.1,
  logloss,
  brier: 0.1,
  auc: 0.9,
  calibration: { slope: 1, intercept: 0, bins },
})

test('where a simple way is as good as ours, it is named', () => {
  expect(
    notWorse([
      { way: 'ours', score: score(0.2) },
      { way: 'baseRate', score: score(0.3) },
      { way: 'lastTime', score: score(0.2) },
    ]),
  ).toEqual(['lastTime'])
})

test('a forecast fails where it is off by more than five in a hundred in twenty cases or more', () => {
  const bin = (n: number, forecast: number, happened: number) => ({ from: 0, to: 1, n, forecast, happened })
  const bins = [bin(19, 0.1, 0.9), bin(20, 0.1, 0.2), bin(500, 0.5, 0.54), bin(40, 0.8, 0.5)]
  expect(failures(score(0.2, bins)).map(({ n }) => n)).toEqual([40, 20])
})

test('forecasts are bold below a slope of 0.9, timid above 1.1', () => {
  const of = (slope: number | null) =>
    bentOf({ ...score(0.2), calibration: { slope, intercept: 0, bins: [] } })
  expect([0.89, 0.9, 1.1, 1.11, null].map(of)).toEqual(['bold', undefined, undefined, 'timid', undefined])
})
