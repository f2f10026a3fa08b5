import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scoreOf } from './score.ts'

describe('scores', () => {
  test('of a small case, worked by hand', () => {
    const score = scoreOf([0.8, 0.4, 0.4, 0.1], [1, 1, 0, 0])!
    expect(score.logloss).toBeCloseTo(
      -(Math.log(0.8) + Math.log(0.4) + Math.log(0.6) + Math.log(0.9)) / 4,
      12,
    )
    expect(score.brier).toBeCloseTo((0.04 + 0.36 + 0.16 + 0.01) / 4, 12)
    expect(score.auc).toBeCloseTo(3.5 / 4, 12)
    expect(score.calibration.bins.reduce((n, bin) => n + bin.n, 0)).toBe(4)
  })
  test('of nothing there are none, and no ranking when everything happened', () => {
    expect(scoreOf([], [])).toBeNull()
    expect(scoreOf([0.5, 0.7], [1, 1])!.auc).toBeNull()
  })
  test('frequencies that are as forecast have slope 1 and intercept 0; forecasts twice as sure as they may be, slope ½', () => {
    const [p, y]: [number[], number[]] = [[], []]
    for (const [q, ones] of [
      [0.2, 2],
      [0.5, 5],
      [0.9, 9],
    ] as const)
      for (let k = 0; k < 10; k++) {
        p.push(q)
        y.push(k < ones ? 1 : 0)
      }
    const sure = p.map(q => q ** 2 / (q ** 2 + (1 - q) ** 2))
    expect(scoreOf(p, y)!.calibration.slope).toBeCloseTo(1, 6)
    expect(scoreOf(p, y)!.calibration.intercept).toBeCloseTo(0, 6)
    expect(scoreOf(sure, y)!.calibration.slope).toBeCloseTo(0.5, 6)
  })
  test('the area is the share of pairs in the right order, whatever the pairs', () => {
    const cases = fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.boolean()), {
      minLength: 2,
      maxLength: 30,
    })
    fc.assert(
      fc.property(cases, all => {
        const yes = all.filter(([, y]) => y)
        const no = all.filter(([, y]) => !y)
        const { auc } = scoreOf(
          all.map(([p]) => p / 8),
          all.map(([, y]) => (y ? 1 : 0)),
        )!
        if (yes.length === 0 || no.length === 0) {
          expect(auc).toBeNull()
          return
        }
        const right = yes.flatMap(([a]) => no.map(([b]) => (a > b ? 1 : a === b ? 0.5 : 0)))
        expect(auc).toBeCloseTo(right.reduce((a: number, b) => a + b, 0) / right.length, 9)
      }),
    )
  })
})
