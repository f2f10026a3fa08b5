import { stand } from '../evidence/evidence.ts'
import { sigmoid } from '../fit/logistic.ts'
import { minimise } from '../fit/minimise.ts'

/**
 * Members are not independent: an item sharper or milder than expected moves many at once. Member i's stand on item j
 * is ordered yes < abstain < no, with logits `short` (abstains or objects) and `no` moved by a shock that all share:
 *
 *   P(no)             = sigmoid(k·no_ij    + s_j · loading_i · z_j)
 *   P(no or abstain)  = sigmoid(k·short_ij + s_j · loading_i · z_j),   z_j ~ N(0, I) in two dimensions,
 *
 * with s_j = exp(novelty · (1 - likeness of the nearest precedent)) and k = sqrt(1 + 0.346 |s_j loading_i|²), which
 * keeps the mean over z near the forecast (the logistic-normal approximation of Zeger, Liang & Albert 1988). The
 * integral is a sum over a fixed grid; a sounding is the same sum with other weights.
 */
export interface Shock {
  /** Two per member. */
  readonly loadings: Float64Array
  readonly novelty: number
}

/** Cells of a span of items as logits: `no` and `short` per item and member, and each item's distance from precedents. */
export interface Cells {
  readonly members: number
  readonly no: Float64Array
  readonly short: Float64Array
  /** 1 - likeness of the nearest precedent, per item. */
  readonly unlike: Float64Array
}

const side = 9
const reach = 3

/** Points of the plane and their weights under the standard normal. */
const grid = (() => {
  const points = new Float64Array(2 * side * side)
  const weights = new Float64Array(side * side)
  let total = 0
  for (let a = 0; a < side; a++)
    for (let b = 0; b < side; b++) {
      const q = a * side + b
      const [x, y] = [a, b].map(each => reach * ((2 * each) / (side - 1) - 1)) as [number, number]
      points[2 * q] = x
      points[2 * q + 1] = y
      weights[q] = Math.exp(-0.5 * (x * x + y * y))
      total += weights[q]!
    }
  return { points, weights: weights.map(w => w / total), size: side * side }
})()

const counted = (code: number): boolean => code === stand.yes || code === stand.abstain || code === stand.no

/** Probability of what was seen, and its derivative by the move, with a floor that keeps logarithms finite. */
const likelihood = (no: number, short: number, move: number, code: number): readonly [number, number] => {
  const pn = sigmoid(no + move)
  if (code === stand.no) return [pn + 1e-9, pn * (1 - pn)]
  const ps = sigmoid(short + move)
  if (code === stand.yes) return [1 - ps + 1e-9, -ps * (1 - ps)]
  return [Math.max(0, ps - pn) + 1e-4, ps > pn ? ps * (1 - ps) - pn * (1 - pn) : 0]
}

const stretched = (loadings: Float64Array, m: number, scale: number): number =>
  Math.sqrt(1 + 0.346 * scale * scale * (loadings[2 * m]! ** 2 + loadings[2 * m + 1]! ** 2))

/** Log-likelihood of the stands seen about one item, per point of the grid. `slopes[point * members + m]`: d ln p / d move. */
const atPoints = (
  { loadings, novelty }: Shock,
  cells: Cells,
  item: number,
  seen: (member: number) => number,
  slopes?: Float64Array,
  shift = 0,
): Float64Array => {
  const out = new Float64Array(grid.size)
  const scale = Math.exp(novelty * cells.unlike[item]!)
  slopes?.fill(0)
  for (let m = 0; m < cells.members; m++) {
    const code = seen(m)
    if (!counted(code)) continue
    const k = stretched(loadings, m, scale)
    const cell = item * cells.members + m
    const [no, short] = [k * (cells.no[cell]! + shift), k * (cells.short[cell]! + shift)]
    for (let q = 0; q < grid.size; q++) {
      const move =
        scale * (loadings[2 * m]! * grid.points[2 * q]! + loadings[2 * m + 1]! * grid.points[2 * q + 1]!)
      const [p, slope] = likelihood(no, short, move, code)
      out[q] = out[q]! + Math.log(p)
      if (slopes !== undefined) slopes[q * cells.members + m] = slope / p
    }
  }
  return out
}

/** Weights of the grid after what was seen, and the logarithm of its probability. */
const posterior = (logs: Float64Array): readonly [Float64Array, number] => {
  let most = Number.NEGATIVE_INFINITY
  for (const each of logs) most = Math.max(most, each)
  const weights = logs.map((each, q) => grid.weights[q]! * Math.exp(each - most))
  const total = weights.reduce((a, b) => a + b, 0)
  return [weights.map(w => w / total), most + Math.log(total)]
}

/** Where a fit begins: at an earlier one, or with one common shock and a small second one of either sign. */
const startOf = (members: number, from: Shock | undefined): Float64Array => {
  const start = new Float64Array(2 * members + 1)
  if (from !== undefined) {
    start.set(from.loadings)
    start[2 * members] = from.novelty
    return start
  }
  for (let m = 0; m < members; m++) {
    start[2 * m] = 1
    start[2 * m + 1] = m % 2 === 0 ? 0.4 : -0.4
  }
  return start
}

/**
 * Fits loadings and novelty to the stands of items by maximum marginal likelihood with a ridge. `seen` answers the code
 * of a cell; items weigh `weight`. The stretch of the logits is held while differentiating: it changes slowly.
 */
export const fitShock = (
  cells: Cells,
  items: readonly number[],
  seen: (item: number, member: number) => number,
  weight: (item: number) => number,
  { ridge = 2, rounds = 25, from }: { ridge?: number; rounds?: number; from?: Shock | undefined } = {},
): Shock => {
  const { members } = cells
  const start = startOf(members, from)
  const slopes = new Float64Array(grid.size * members)
  const found = minimise(
    (x, gradient) => {
      const shock = { loadings: x.subarray(0, 2 * members), novelty: x[2 * members]! }
      let value = 0
      for (const item of items) {
        const w = weight(item)
        const [points, log] = posterior(atPoints(shock, cells, item, m => seen(item, m), slopes))
        value -= w * log
        const scale = Math.exp(shock.novelty * cells.unlike[item]!)
        for (let q = 0; q < grid.size; q++) {
          const share = w * points[q]!
          if (share < 1e-9) continue
          const [zx, zy] = [grid.points[2 * q]!, grid.points[2 * q + 1]!]
          for (let m = 0; m < members; m++) {
            const pull = share * scale * slopes[q * members + m]!
            gradient[2 * m] = gradient[2 * m]! - pull * zx
            gradient[2 * m + 1] = gradient[2 * m + 1]! - pull * zy
            gradient[2 * members] =
              gradient[2 * members]! - pull * cells.unlike[item]! * (x[2 * m]! * zx + x[2 * m + 1]! * zy)
          }
        }
      }
      for (let k = 0; k < x.length; k++) {
        value += 0.5 * ridge * x[k]! * x[k]!
        gradient[k] = gradient[k]! + ridge * x[k]!
      }
      return value
    },
    start,
    { rounds, tolerance: 1e-5 },
  )
  return { loadings: found.subarray(0, 2 * members), novelty: found[2 * members]! }
}

/** What a forecast is asked for: whose objection counts as the event, and by how much all logits are shifted. */
export interface Question {
  readonly item: number
  /** Code heard from a member in a sounding, or `stand.none`. */
  readonly heard: (member: number) => number
  /** Probability that a member takes part. */
  readonly takesPart: (member: number) => number
  readonly shift?: number
}

/** Probability of "no" per member, and of "at least one no" among those whom `counts` names. */
export interface JointForecast {
  readonly no: Float64Array
  readonly event: (counts: (member: number) => boolean) => number
}

/** The joint forecast for one item, given what was heard. */
export const jointForecast = (shock: Shock, cells: Cells, question: Question): JointForecast => {
  const { members } = cells
  const { item, heard, takesPart, shift = 0 } = question
  const [points] = posterior(atPoints(shock, cells, item, heard, undefined, shift))
  const scale = Math.exp(shock.novelty * cells.unlike[item]!)
  const no = new Float64Array(members)
  const at = new Float64Array(grid.size * members)
  for (let m = 0; m < members; m++) {
    const known = heard(m)
    const eta = stretched(shock.loadings, m, scale) * (cells.no[item * members + m]! + shift)
    for (let q = 0; q < grid.size; q++) {
      const move =
        scale *
        (shock.loadings[2 * m]! * grid.points[2 * q]! + shock.loadings[2 * m + 1]! * grid.points[2 * q + 1]!)
      const p = counted(known) ? (known === stand.no ? 1 : 0) : sigmoid(eta + move)
      no[m] = Math.min(1, no[m]! + points[q]! * p)
      at[q * members + m] = counted(known) ? p : p * takesPart(m)
    }
  }
  return {
    no,
    event: counts => {
      let none = 0
      for (let q = 0; q < grid.size; q++) {
        let silent = points[q]!
        for (let m = 0; m < members; m++) if (counts(m)) silent *= 1 - at[q * members + m]!
        none += silent
      }
      return 1 - none
    },
  }
}
