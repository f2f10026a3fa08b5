import { describe, expect, test } from 'vitest'
import { accepted, type Decider, following, refused, replay } from './index.ts'

describe('following rules', () => {
  test('the first that is not kept refuses, with its facts', () => {
    const outcome = following(
      [
        ['X-1', true],
        ['X-2', false, () => ({ missing: 3 })],
        ['X-3', false],
      ],
      () => ['never'],
    )
    expect(outcome).toEqual(refused('X-2', { missing: 3 }))
  })

  test('facts and events are worked out only when they are needed', () => {
    const never = (): never => {
      throw new Error('asked')
    }
    expect(following([['X-1', true, never]], () => ['done'])).toEqual(accepted(['done']))
    expect(following([['X-1', false]], never)).toEqual(refused('X-1'))
    expect(following([], () => [])).toEqual(accepted([]))
  })
})

test('replay folds a history from the beginning, or from a state', () => {
  const counter: Decider<number, never, number> = {
    initial: 0,
    decide: () => accepted([]),
    evolve: (state, event) => state + event,
  }
  expect(replay(counter, [1, 2, 3])).toBe(6)
  expect(replay(counter, [3], replay(counter, [1, 2]))).toBe(6)
  expect(replay(counter, [])).toBe(0)
})
