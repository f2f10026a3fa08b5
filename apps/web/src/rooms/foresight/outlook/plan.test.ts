import type { ItemShown } from '@gavel/foresight/browser'
import { expect, test } from 'vitest'
import { planOf, unsaid, wholeIn } from './plan.ts'

const item = (text: string, chance: number): ItemShown => ({
  text,
  title: text,
  symbol: null,
  disputed: 0,
  somebody: { known: true, chance, low: chance, high: chance },
  members: [],
  nearest: null,
  heard: 0,
  ageDays: null,
})

test('what is brought fits the minutes and stands first; what a chair said of an item counts', () => {
  const items = [item('far', 0.9), item('long', 0.1), item('short', 0.2), item('in doubt', 0.5)]
  const first = planOf(items, {}, 30)
  expect(first.planned.map(({ item: { text }, why }) => [text, why])).toEqual([
    ['long', 'ready'],
    ['short', 'noTime'],
    ['in doubt', 'doubtful'],
    ['far', 'outOfReach'],
  ])
  expect(first.minutesUsed).toBe(30)
  const said = { long: { ...unsaid, minutes: 90 }, 'in doubt': { ...unsaid, minutes: 10, due: true } }
  const second = planOf(items, said, 40)
  expect(second.planned.map(({ item: { text }, why }) => [text, why])).toEqual([
    ['in doubt', 'due'],
    ['short', 'ready'],
    ['long', 'tooLong'],
    ['far', 'outOfReach'],
  ])
  expect(second.minutesUsed).toBe(40)
})

test('a number that is none, or out of its limits, is not taken', () => {
  expect(['5', '', ' ', null, '1.5', '0', '601', 'x'].map(typed => wholeIn(typed, 1, 600, 60))).toEqual([
    5, 60, 60, 60, 60, 60, 60, 60,
  ])
})
