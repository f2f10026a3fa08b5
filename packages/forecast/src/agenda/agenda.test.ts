import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agendaOf, type Candidate } from './agenda.ts'

const candidate = (change: Partial<Candidate> & { readonly reach?: number | null } = {}): Candidate => {
  const { reach = 0.9, ...rest } = change
  return {
    item: 'x',
    objection:
      reach === null
        ? { known: false, why: ['unlikePrecedents'] }
        : { known: true, chance: 1 - reach, low: 0, high: 1 },
    minutes: 10,
    importance: 1,
    due: false,
    ...rest,
  }
}
const advice = (change: Parameters<typeof candidate>[0], minutes = 60) => {
  const [only] = agendaOf([candidate(change)], minutes).items
  return `${only!.advice} ${only!.why}`
}

describe('agenda', () => {
  test.each([
    ['bring ready', { reach: 0.9 }],
    ['bring ready', { reach: 0.9, due: true }],
    ['bring due', { reach: 0.5, due: true }],
    ['prepare doubtful', { reach: 0.5 }],
    ['prepare unknown', { reach: null }],
    ['prepare unknown', { reach: null, due: true }],
    ['prepare dueButFar', { reach: 0.1, due: true }],
    ['leave outOfReach', { reach: 0.1 }],
    ['leave tooLong', { reach: 0.9, minutes: 61 }],
  ] as const)('%s: %j', (said, change) => {
    expect(advice(change)).toBe(said)
  })
  test('what is ready but finds no time is prepared for the next one', () => {
    const plan = agendaOf([candidate({ item: 'a' }), candidate({ item: 'b', importance: 3 })], 10)
    expect(plan.items.map(each => [each.item, each.advice, each.why])).toEqual([
      ['a', 'prepare', 'noTime'],
      ['b', 'bring', 'ready'],
    ])
    expect(plan.minutesUsed).toBe(10)
  })
  test('no choice of what may be brought that fits is worth more, as going through all of them shows', () => {
    const some = fc.array(
      fc.record({
        reach: fc.constantFrom(null, 0.1, 0.5, 0.8, 0.95),
        minutes: fc.integer({ min: 1, max: 40 }),
        importance: fc.integer({ min: 1, max: 9 }),
        due: fc.boolean(),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 90 }), (changes, minutes) => {
        const all = changes.map((change, k) => candidate({ ...change, item: `${k}` }))
        const plan = agendaOf(all, minutes)
        const sum = (of: readonly number[], what: (at: number) => number): number =>
          of.reduce((total, at) => total + what(at), 0)
        const worth = (of: readonly number[]): number => sum(of, at => plan.items[at]!.worth)
        const time = (of: readonly number[]): number => sum(of, at => all[at]!.minutes)
        const brought = [...all.keys()].filter(at => plan.items[at]!.advice === 'bring')
        expect(time(brought)).toBe(plan.minutesUsed)
        expect(plan.minutesUsed).toBeLessThanOrEqual(minutes)
        const able = [...all.keys()].filter(at =>
          ['bring ready', 'bring due'].includes(advice(changes[at]!, minutes)),
        )
        for (let mask = 0; mask < 2 ** able.length; mask++) {
          const pick = able.filter((_, k) => (mask >> k) & 1)
          if (time(pick) <= minutes) expect(worth(pick)).toBeLessThanOrEqual(worth(brought) + 1e-9)
        }
      }),
    )
  })
  test('what cannot be planned is refused with item and reason', () => {
    expect(() => agendaOf([candidate({ minutes: 0 })], 60)).toThrow('x: 0 minutes')
    expect(() => agendaOf([candidate({ importance: 0 })], 60)).toThrow('x: importance 0')
    expect(() => agendaOf([], 1.5)).toThrow('1.5 minutes')
  })
})
