import { seeded } from '../fit/random.ts'
import { climb, keepsReserves, nashScore, shaken, totalScore, worstOf } from './climb.ts'
import { type Grid, gridOf, type Pack, packOf } from './grid.ts'
import type { Deal, Flexibility } from './problem.ts'
import { raiseWorst, type SearchOptions, type Warm } from './raise.ts'
import type { Aim } from './search.ts'

/** A package found by a search that scales: 40 issues and 200 members are a second's work. */
export interface SearchFound {
  readonly deal: Deal
  /** For `leximin` the worst-off's worth, for `nash` the geometric mean of gains over reserves, for `total` the sum. */
  readonly value: number
  /** No package that keeps everybody's limits has a higher value. */
  readonly bound: number
  /** True when the value is within the tolerance of what no package exceeds. */
  readonly proved: boolean
  /** For the next search, when something small has changed. */
  readonly warm: Warm
}

/** The sum over issues of the best option by weighted worth: at most what any package has. */
const bestByIssue = (
  { members, issues, first, worth }: Grid,
  weights: Float64Array,
): readonly [number, Int32Array] => {
  const places = new Int32Array(issues)
  let sum = 0
  for (let i = 0; i < issues; i++) {
    let most = Number.NEGATIVE_INFINITY
    for (let o = first[i]!; o < first[i + 1]!; o++) {
      let mean = 0
      for (let m = 0; m < members; m++) mean += weights[m]! * worth[o * members + m]!
      if (mean > most) {
        most = mean
        places[i] = o
      }
    }
    sum += most
  }
  return [sum, places]
}

/**
 * What the Nash product can be at most: the logarithm is concave, so at any gains g > 0 no package exceeds the tangent
 * Σ ln g - 1 + Σ (worth - reserve) / g, which is made largest issue by issue; g is moved towards the maximiser (Frank & Wolfe 1956).
 */
const nashBound = (grid: Grid, start: Float64Array): number => {
  const { members, reserve } = grid
  const sums = start.slice()
  const weights = new Float64Array(members)
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 200; round++) {
    let constant = 0
    for (let m = 0; m < members; m++) {
      const gain = Math.max(1e-6, sums[m]! - reserve[m]!)
      weights[m] = 1 / gain
      constant += Math.log(gain) - 1 - reserve[m]! / gain
    }
    const [sum, places] = bestByIssue(grid, weights)
    least = Math.min(least, constant + sum)
    const towards = packOf(grid, places).sums
    const share = 2 / (round + 3)
    for (let m = 0; m < members; m++) sums[m] = sums[m]! + share * (towards[m]! - sums[m]!)
  }
  return least
}

/** A package that keeps everybody's limits, if one is found; and whether it is certain that there is none. */
const anyPack = (grid: Grid, options: SearchOptions): Pack | undefined =>
  raiseWorst(grid, { ...options, climbs: 2, tolerance: 1e9 }).pack

const climbed = (grid: Grid, aim: 'nash' | 'total', options: SearchOptions): Pack | undefined => {
  const score = aim === 'nash' ? nashScore(grid) : totalScore(grid)
  const random = seeded(options.seed ?? 1)
  const [, leading] = bestByIssue(grid, new Float64Array(grid.members).fill(1))
  let best = climb(grid, packOf(grid, leading), score)
  if (!keepsReserves(best.sums, grid.reserve)) {
    const start = anyPack(grid, options)
    if (start === undefined) return undefined
    best = climb(grid, start, score)
  }
  for (let k = 0; k < (options.climbs ?? 12) && options.stopped?.() !== true; k++) {
    const next = climb(grid, shaken(grid, best, random, 4), score)
    if (keepsReserves(next.sums, grid.reserve) && score(next.sums) > score(best.sums)) best = next
  }
  return best
}

const dealOf = ({ name }: Grid, { places, sums }: Pack): Deal => ({
  options: Array.from(places, o => name[o]!),
  worth: [...sums],
})

/** The value of a package for `nash` or `total`, and the bound. */
const valued = (grid: Grid, aim: 'nash' | 'total', { sums }: Pack): readonly [number, number] => {
  if (aim === 'total')
    return [sums.reduce((a, b) => a + b, 0), bestByIssue(grid, new Float64Array(grid.members).fill(1))[0]]
  const mean = (log: number): number => Math.exp(log / grid.members)
  return [mean(nashScore(grid)(sums)), mean(nashBound(grid, sums))]
}

/**
 * The best package for the aim that keeps everybody's limits, with a bound, for problems of any size. For `leximin` only the
 * worst-off is raised and proved; with `from` an earlier search is taken up. Undefined when there is no such package, or none was found
 * before the search ended. The same input and seed give the same answer, unless `stopped` ends it. Throws UnreadableFlexibility.
 */
export const searchDeal = (
  members: readonly Flexibility[],
  aim: Aim,
  options: SearchOptions = {},
): SearchFound | undefined => {
  const grid = gridOf(members)
  if (grid === undefined) return undefined
  const tolerance = options.tolerance ?? 1e-3
  if (aim === 'leximin') {
    const { pack, bound, proved, dual } = raiseWorst(grid, options)
    if (pack === undefined) return undefined
    const deal = dealOf(grid, pack)
    return {
      deal,
      value: worstOf(pack.sums),
      bound,
      proved,
      warm: { options: deal.options, weights: dual.weights },
    }
  }
  const pack = climbed(grid, aim, options)
  if (pack === undefined) return undefined
  const deal = dealOf(grid, pack)
  const [value, bound] = valued(grid, aim, pack)
  const warm = { options: deal.options, weights: new Float64Array(grid.members).fill(1 / grid.members) }
  return { deal, value, bound, proved: value >= bound * (1 - tolerance) - 1e-9, warm }
}
