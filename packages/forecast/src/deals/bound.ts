import type { Grid } from './grid.ts'

/**
 * How high the worst-off could be at most. For any weights λ ≥ 0 of members that sum to 1, no package has its worst-off
 * above Σ_issues max_option Σ_m λ_m worth_m(option): the worst-off is at most the weighted mean, and the mean is made largest
 * issue by issue (Lagrange; Fisher 1981). The least such bound is the value of the linear programme's relaxation; it is
 * sought by subgradient steps of Polyak's length with a memory (Camerini, Fratta & Maffioli 1975).
 */
export interface Dual {
  readonly weights: Float64Array
  readonly bound: number
}

/** Where a descent works: which options are still open, and memory it may write on. */
export interface Workplace {
  readonly open: Uint8Array
  readonly means: Float64Array
  sums: Float64Array
  step: Float64Array
  /** How often each option was the best in the last descent: where issues are undecided. */
  readonly chosen: Float64Array
}

export const workplaceOf = ({ members, options }: Grid): Workplace => ({
  open: new Uint8Array(options).fill(1),
  means: new Float64Array(options),
  sums: new Float64Array(members),
  step: new Float64Array(members),
  chosen: new Float64Array(options),
})

/** The bound of given weights; leaves the weighted means of options and the sums of the best package in `work`. */
export const boundAt = (grid: Grid, weights: Float64Array, work: Workplace): number => {
  const { members, issues, first, worth } = grid
  const { open, means, sums, chosen } = work
  const active: number[] = []
  for (let m = 0; m < members; m++) if (weights[m]! > 0) active.push(m)
  sums.fill(0)
  let bound = 0
  for (let i = 0; i < issues; i++) {
    let best = -1
    for (let option = first[i]!; option < first[i + 1]!; option++) {
      if (open[option] === 0) continue
      let mean = 0
      const row = option * members
      for (let k = 0; k < active.length; k++) mean += weights[active[k]!]! * worth[row + active[k]!]!
      means[option] = mean
      if (best < 0 || mean > means[best]!) best = option
    }
    bound += means[best]!
    chosen[best] = chosen[best]! + 1
    const row = best * members
    for (let m = 0; m < members; m++) sums[m] = sums[m]! + worth[row + m]!
  }
  return bound
}

/** One step of the weights against the sums of the package that the bound came from. */
const stepped = (weights: Float64Array, { step }: Workplace, length: number, bound: number): void => {
  let [mean, active] = [0, 0]
  const moves = (m: number): boolean => weights[m]! > 0 || step[m]! < bound
  for (let m = 0; m < weights.length; m++)
    if (moves(m)) {
      mean += step[m]!
      active++
    }
  mean /= Math.max(1, active)
  let square = 0
  for (let m = 0; m < weights.length; m++) if (moves(m)) square += (step[m]! - mean) ** 2
  if (square === 0) return
  let total = 0
  for (let m = 0; m < weights.length; m++) {
    if (moves(m)) weights[m] = Math.max(0, weights[m]! - (length / square) * (step[m]! - mean))
    total += weights[m]!
  }
  for (let m = 0; m < weights.length; m++) weights[m] = weights[m]! / total
}

/** Lowers the bound from `start` in so many rounds, or until it is at most `enough`. */
export const descend = (
  grid: Grid,
  start: Float64Array,
  work: Workplace,
  rounds: number,
  enough: number,
): Dual => {
  const weights = start.slice()
  const kept = start.slice()
  let [least, share, since] = [Number.POSITIVE_INFINITY, 1, 0]
  work.step.fill(0)
  work.chosen.fill(0)
  for (let round = 0; round < rounds; round++) {
    const bound = boundAt(grid, weights, work)
    if (bound < least - 1e-4) {
      least = bound
      kept.set(weights)
      since = 0
      if (least <= enough) break
    } else if (++since > 20) {
      share *= 0.7
      since = 0
      weights.set(kept)
    }
    for (let m = 0; m < weights.length; m++) work.step[m] = 0.6 * work.step[m]! + 0.4 * work.sums[m]!
    stepped(weights, work, share * Math.max(1e-6, bound - enough), bound)
  }
  return { weights: kept, bound: least }
}

/** Closes options that no package better than `enough` can have: the bound less what the option lacks is not above it. */
export const closeHopeless = (grid: Grid, dual: Dual, work: Workplace, enough: number): void => {
  const bound = boundAt(grid, dual.weights, work)
  for (let i = 0; i < grid.issues; i++) {
    let most = Number.NEGATIVE_INFINITY
    for (let option = grid.first[i]!; option < grid.first[i + 1]!; option++)
      if (work.open[option] === 1) most = Math.max(most, work.means[option]!)
    for (let option = grid.first[i]!; option < grid.first[i + 1]!; option++)
      if (
        work.open[option] === 1 &&
        bound - most + work.means[option]! <= enough &&
        work.means[option]! < most
      )
        work.open[option] = 0
  }
}
