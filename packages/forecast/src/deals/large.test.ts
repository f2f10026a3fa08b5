import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spatialWorld } from '../testing/worlds.ts'
import { frontierOf } from './frontier.ts'
import { searchDeal } from './large.ts'
import type { Flexibility } from './problem.ts'

const worlds = fc
  .record({
    shape: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }),
    members: fc.integer({ min: 1, max: 5 }),
    reserve: fc.constantFrom(0, 3, 6),
    seed: fc.integer({ min: 1, max: 1e6 }),
  })
  .map(({ shape, members, reserve, seed }): readonly Flexibility[] => {
    let state = seed
    const next = (below: number): number => {
      state = (state * 48271) % 2147483647
      return state % below
    }
    return Array.from({ length: members }, () => ({
      worth: shape.map(n => Array.from({ length: n }, () => next(7))),
      cannot: shape.map(n => Array.from({ length: n }, () => next(8) === 0)),
      reserve,
    }))
  })

const packages = (members: readonly Flexibility[]): readonly (readonly number[])[] =>
  members[0]!.worth.reduce<readonly (readonly number[])[]>(
    (found, options) => found.flatMap(each => options.map((_, option) => [...each, option])),
    [[]],
  )
const worth = (members: readonly Flexibility[], options: readonly number[]): readonly number[] =>
  members.map(each => options.reduce((sum, option, issue) => sum + each.worth[issue]![option]!, 0))
const keeps = (members: readonly Flexibility[], options: readonly number[]): boolean =>
  members.every(each => options.every((option, issue) => !each.cannot[issue]![option])) &&
  worth(members, options).every((sum, m) => sum >= members[m]!.reserve)
const measured = {
  leximin: (sums: readonly number[]): number => Math.min(...sums),
  total: (sums: readonly number[]): number => sums.reduce((a, b) => a + b),
  nash: (sums: readonly number[], reserve = 0): number =>
    Math.exp(sums.reduce((log, each) => log + Math.log(Math.max(1e-12, each - reserve)), 0) / sums.length),
}

describe('packages at size', () => {
  test.each(['leximin', 'total', 'nash'] as const)(
    '%s: keep everybody’s limits; nothing is above the bound; what is proved is the best, as going through all shows',
    aim => {
      fc.assert(
        fc.property(worlds, members => {
          const all = packages(members).filter(options => keeps(members, options))
          const found = searchDeal(members, aim)
          expect(found === undefined).toBe(all.length === 0)
          if (found === undefined) return
          expect(keeps(members, found.deal.options)).toBe(true)
          expect(found.deal.worth).toEqual(worth(members, found.deal.options))
          const best = Math.max(
            ...all.map(options => measured[aim](worth(members, options), members[0]!.reserve)),
          )
          expect(found.value).toBeLessThanOrEqual(best + 1e-9)
          expect(found.bound).toBeGreaterThanOrEqual(best - 1e-6 * (1 + best))
          if (aim === 'leximin') expect(found.proved).toBe(true)
          if (found.proved) expect(found.value).toBeGreaterThanOrEqual(best * (1 - 2e-3) - 1e-6)
        }),
        { numRuns: 200 },
      )
    },
  )
  const world = spatialWorld(3, 30, 12)
  test('a larger world is proved, and one changed red line takes up what was known', () => {
    const found = searchDeal(world, 'leximin')!
    expect(found.proved).toBe(true)
    const options = found.deal.options
    const changed = world.map((each, m) =>
      m === 4
        ? {
            ...each,
            cannot: each.cannot.map((of, i) => of.map((no, o) => no || (i === 2 && o === options[2]))),
          }
        : each,
    )
    const cold = searchDeal(changed, 'leximin')!
    const warm = searchDeal(changed, 'leximin', { from: found.warm })!
    expect(keeps(changed, warm.deal.options)).toBe(true)
    expect(warm.deal.options[2]).not.toBe(options[2])
    expect(warm.proved && cold.proved).toBe(true)
    expect(Math.abs(warm.value - cold.value)).toBeLessThan(2e-3 * cold.value)
  })
  test('a search tells how it goes, and ends when it is asked to, with what it has', () => {
    const told: (number | null)[] = []
    const found = searchDeal(world, 'leximin', {
      tolerance: 1e-9,
      progress: ({ value }) => told.push(value),
      stopped: () => told.length >= 3,
    })!
    expect(told.length).toBeGreaterThanOrEqual(3)
    expect(found.proved).toBe(false)
    expect(found.bound).toBeGreaterThan(found.value)
    expect(keeps(world, found.deal.options)).toBe(true)
  })
  test('of the packages between which judgment decides none is covered by another, and all keep the limits', () => {
    const statusQuo = world.map(each => each.worth.reduce((sum, options) => sum + options[0]!, 0))
    const found = frontierOf(world, statusQuo, { steps: 24 })
    expect(found.length).toBeGreaterThan(5)
    for (const { deal, worst, total, below } of found) {
      expect(keeps(world, deal.options)).toBe(true)
      const sums = worth(world, deal.options)
      expect(worst).toBeCloseTo(Math.min(...sums), 9)
      expect(total).toBeCloseTo(measured.total(sums), 6)
      expect(below).toBe(sums.filter((each, m) => each < statusQuo[m]! - 1e-9).length)
      const better = found.filter(
        other => other.worst >= worst && other.total >= total && other.below <= below && other.deal !== deal,
      )
      expect(better).toEqual([])
    }
  })
})
