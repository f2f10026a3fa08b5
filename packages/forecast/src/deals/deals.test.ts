import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockedIssues, type Flexibility } from './problem.ts'
import { type Aim, bestDeal, unlocks } from './search.ts'

const aims: readonly Aim[] = ['leximin', 'nash', 'total']

/** Small worlds: up to 4 issues with up to 3 options, up to 4 members; now and then somebody cannot. */
const worlds = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }),
    fc.integer({ min: 1, max: 4 }),
  )
  .chain(([shape, members]) =>
    fc.array(
      fc.record({
        worth: fc.tuple(
          ...shape.map(n => fc.array(fc.integer({ min: 0, max: 6 }), { minLength: n, maxLength: n })),
        ),
        cannot: fc.tuple(
          ...shape.map(n =>
            fc.array(
              fc.integer({ min: 0, max: 6 }).map(x => x === 0),
              { minLength: n, maxLength: n },
            ),
          ),
        ),
        reserve: fc.integer({ min: 0, max: 6 }),
      }),
      { minLength: members, maxLength: members },
    ),
  ) as fc.Arbitrary<readonly Flexibility[]>

const packagesOf = (members: readonly Flexibility[]): readonly (readonly number[])[] =>
  members[0]!.worth.reduce<readonly (readonly number[])[]>(
    (found, options) => found.flatMap(each => options.map((_, option) => [...each, option])),
    [[]],
  )
const worthOf = (members: readonly Flexibility[], options: readonly number[]): readonly number[] =>
  members.map(each => options.reduce((sum, option, issue) => sum + each.worth[issue]![option]!, 0))
const keepsLimits = (members: readonly Flexibility[], options: readonly number[]): boolean =>
  members.every(each => options.every((option, issue) => !each.cannot[issue]![option])) &&
  worthOf(members, options).every((worth, m) => worth >= members[m]!.reserve)

/** What the aim compares, largest first by dictionary order. */
const rank = (aim: Aim, members: readonly Flexibility[], options: readonly number[]): readonly number[] => {
  const worth = worthOf(members, options)
  if (aim === 'leximin') return worth.toSorted((a, b) => a - b)
  if (aim === 'total') return [worth.reduce((a, b) => a + b, 0)]
  return [worth.reduce((sum, each, m) => sum + Math.log(Math.max(1e-12, each - members[m]!.reserve)), 0)]
}
const before = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((each, k) => Math.abs(each - b[k]!) > 1e-9)
  return at < 0 ? 0 : a[at]! - b[at]!
}

describe('packages', () => {
  test.each(aims)(
    '%s: keep everybody’s limits and are the best there is, as going through all of them shows',
    aim => {
      fc.assert(
        fc.property(worlds, members => {
          const all = packagesOf(members).filter(options => keepsLimits(members, options))
          const found = bestDeal(members, aim)
          expect(found === undefined).toBe(all.length === 0)
          if (found === undefined) return
          expect(found.proved).toBe(true)
          expect(keepsLimits(members, found.deal.options)).toBe(true)
          expect(found.deal.worth).toEqual(worthOf(members, found.deal.options))
          const ours = rank(aim, members, found.deal.options)
          for (const other of all) expect(before(rank(aim, members, other), ours)).toBeLessThanOrEqual(1e-9)
        }),
        { numRuns: 300 },
      )
    },
  )
  test('stopped early, still keep everybody’s limits, and say that nothing is proved', () => {
    fc.assert(
      fc.property(worlds, members => {
        const found = bestDeal(members, 'leximin', 1)
        if (found === undefined) return
        expect(found.proved).toBe(false)
        expect(keepsLimits(members, found.deal.options)).toBe(true)
      }),
    )
  })
  test('an unlock names a refusal that stands alone, and what is better without it', () => {
    fc.assert(
      fc.property(worlds, members => {
        const was = bestDeal(members, 'leximin')
        for (const { member, issue, option, deal } of unlocks(members, 'leximin')) {
          expect(members.filter(each => each.cannot[issue]![option])).toEqual([members[member]])
          expect(deal.options[issue]).toBe(option)
          expect(keepsLimits(members, deal.options)).toBe(false)
          if (was !== undefined)
            expect(
              before(rank('leximin', members, deal.options), rank('leximin', members, was.deal.options)),
            ).toBeGreaterThan(0)
        }
      }),
    )
  })
  test('an issue on which somebody refuses each option is named, with who refuses what', () => {
    const member = (cannot: readonly boolean[]): Flexibility => ({
      worth: [[1, 1], [1]],
      cannot: [cannot, [false]],
      reserve: 0,
    })
    const members = [member([true, false]), member([false, true])]
    expect(blockedIssues(members)).toEqual([{ issue: 0, refusals: [[0], [1]] }])
    expect(bestDeal(members, 'total')).toBeUndefined()
    expect(unlocks(members, 'total').map(each => [each.member, each.option])).toEqual([
      [0, 0],
      [1, 1],
    ])
  })
  test('what cannot be read is refused with member and issue', () => {
    const good: Flexibility = { worth: [[1, 2]], cannot: [[false, false]], reserve: 0 }
    expect(() => bestDeal([], 'total')).toThrow('no member')
    expect(() => bestDeal([good, { ...good, cannot: [[false]] }], 'total')).toThrow('member 1, issue 0')
    expect(() => bestDeal([{ ...good, worth: [[1, Number.NaN]] }], 'total')).toThrow(
      'worth is a number from 0',
    )
  })
})
