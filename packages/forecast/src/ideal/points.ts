import { stand } from '../evidence/evidence.ts'
import { sigmoid, softplus } from '../fit/logistic.ts'
import { minimise } from '../fit/minimise.ts'

/**
 * Ideal points: where members stand, read off what they did. An ordinal item-response model in the manner of Bailey,
 * Strezhnev & Voeten (2017): member i with point θ_i, item j with direction b_j and two thresholds,
 *
 *   P(no) = sigmoid(b_j·θ_i - hard_j),   P(no or abstains) = sigmoid(b_j·θ_i - soft_j),   soft_j ≤ hard_j,
 *
 * normal priors on θ (variance 1) and b (variance 4) that make the fit the most probable point (MAP). Votes that were
 * not cast say nothing. Uncertainty is Laplace's: the inverse curvature at θ_i, less what went into the items.
 */
export interface IdealPoints {
  readonly dimensions: number
  /** `member * dimensions + k`, mean 0 and variance 1 on each dimension. */
  readonly points: Float64Array
  /** Standard errors, likewise. */
  readonly errors: Float64Array
  /** Votes a member cast that were not unanimous. */
  readonly votes: Uint32Array
  readonly items: ItemShapes
}

/** Direction and thresholds per item, on the scale of the points. Items on which all did the same have direction 0. */
export interface ItemShapes {
  readonly direction: Float64Array
  readonly hard: Float64Array
  readonly soft: Float64Array
}

export interface Votes {
  readonly members: number
  readonly items: number
  /** Codes of `stand`, `item * members + member`. */
  readonly codes: Uint8Array
}

const cast = (code: number): boolean => code === stand.yes || code === stand.abstain || code === stand.no

/** Items with at least two different votes. */
const contested = ({ members, items, codes }: Votes): Uint8Array => {
  const out = new Uint8Array(items)
  for (let item = 0; item < items; item++) {
    const seen = new Set([...codes.subarray(item * members, (item + 1) * members)].filter(cast))
    out[item] = seen.size > 1 ? 1 : 0
  }
  return out
}

/** The cell's part of the negative log-likelihood, its derivative by η and by both thresholds, and its curvature in η. */
const cell = (eta: number, hard: number, gap: number, code: number, out: Float64Array): number => {
  const soft = hard - gap
  const [pn, ps] = [sigmoid(eta - hard), sigmoid(eta - soft)]
  out[3] = pn * (1 - pn)
  if (code === stand.no) {
    out[0] = pn - 1
    out[1] = 1 - pn
    out[2] = 0
    return softplus(hard - eta)
  }
  if (code === stand.yes) {
    out[0] = ps
    out[1] = -ps
    out[2] = ps
    out[3] = ps * (1 - ps)
    return softplus(eta - soft)
  }
  // Abstained: ps - pn = ps (1 - pn) (1 - e^-gap), which loses no digits.
  out[0] = ps - (1 - pn)
  out[1] = -out[0]
  const shrink = Math.exp(-gap)
  out[2] = -(1 - ps) - shrink / (1 - shrink)
  out[3] = ps * (1 - ps) + pn * (1 - pn)
  return softplus(soft - eta) + softplus(eta - hard) - Math.log1p(-shrink)
}

/** A first guess that tells members apart: the leading directions of agreement, by powers of the centred votes. */
const firstPoints = (
  { members, items, codes }: Votes,
  used: Uint8Array,
  dimensions: number,
): Float64Array => {
  const rows: Float64Array[] = []
  for (let item = 0; item < items; item++) {
    if (used[item] === 0) continue
    const votes = codes.subarray(item * members, (item + 1) * members)
    const known = [...votes].filter(cast)
    const mean = known.reduce((a, b) => a + b, 0) / known.length
    rows.push(Float64Array.from(votes, code => (cast(code) ? code - mean : 0)))
  }
  const points = new Float64Array(members * dimensions)
  const found: Float64Array[] = []
  for (let k = 0; k < dimensions; k++) {
    let v = Float64Array.from({ length: members }, (_, m) => Math.sin(1 + m * (k + 1)))
    for (let round = 0; round < 40; round++) {
      const next = new Float64Array(members)
      for (const row of rows) {
        const along = row.reduce((sum, x, m) => sum + x * v[m]!, 0)
        for (let m = 0; m < members; m++) next[m] = next[m]! + along * row[m]!
      }
      for (const other of found) {
        const along = next.reduce((sum, x, m) => sum + x * other[m]!, 0)
        for (let m = 0; m < members; m++) next[m] = next[m]! - along * other[m]!
      }
      const length = Math.hypot(...next) || 1
      v = next.map(x => x / length)
    }
    found.push(v)
    for (let m = 0; m < members; m++) points[m * dimensions + k] = v[m]! * Math.sqrt(members)
  }
  return points
}

/** Layout of the unknowns: points, then per item its direction, its hard threshold, and the logarithm of the gap. */
const offsets = (members: number, items: number, dimensions: number) => ({
  direction: members * dimensions,
  hard: members * dimensions + items * dimensions,
  gap: members * dimensions + items * dimensions + items,
  size: members * dimensions + items * (dimensions + 2),
})

const objective =
  ({ members, items, codes }: Votes, used: Uint8Array, dimensions: number) =>
  (x: Float64Array, gradient: Float64Array): number => {
    const at = offsets(members, items, dimensions)
    const slopes = new Float64Array(4)
    let value = 0
    for (let item = 0; item < items; item++) {
      if (used[item] === 0) continue
      const [b, hard, gap] = [
        at.direction + item * dimensions,
        x[at.hard + item]!,
        Math.exp(x[at.gap + item]!),
      ]
      for (let m = 0; m < members; m++) {
        const code = codes[item * members + m]!
        if (!cast(code)) continue
        let eta = 0
        for (let k = 0; k < dimensions; k++) eta += x[b + k]! * x[m * dimensions + k]!
        value += cell(eta, hard, gap, code, slopes)
        for (let k = 0; k < dimensions; k++) {
          gradient[b + k] = gradient[b + k]! + slopes[0]! * x[m * dimensions + k]!
          gradient[m * dimensions + k] = gradient[m * dimensions + k]! + slopes[0]! * x[b + k]!
        }
        gradient[at.hard + item] = gradient[at.hard + item]! + slopes[1]!
        gradient[at.gap + item] = gradient[at.gap + item]! + slopes[2]! * gap
      }
    }
    for (let k = 0; k < at.size; k++) {
      const precision = k < at.direction ? 1 : k < at.hard ? 0.25 : k < at.gap ? 0.04 : 0.25
      value += 0.5 * precision * x[k]! * x[k]!
      gradient[k] = gradient[k]! + precision * x[k]!
    }
    return value
  }

/**
 * Laplace's standard errors of the points, dimension by dimension. An item's shape is itself estimated, from the n votes on
 * it: its dimensions + 2 numbers take up that much of what the votes tell (their mean leverage), so each counts n / (n + dimensions + 2).
 */
const errorsOf = (votes: Votes, used: Uint8Array, dimensions: number, x: Float64Array): Float64Array => {
  const { members, items, codes } = votes
  const at = offsets(members, items, dimensions)
  const information = new Float64Array(members * dimensions).fill(1)
  const slopes = new Float64Array(4)
  for (let item = 0; item < items; item++) {
    if (used[item] === 0) continue
    let count = 0
    for (let m = 0; m < members; m++) if (cast(codes[item * members + m]!)) count++
    const left = count / (count + dimensions + 2)
    for (let m = 0; m < members; m++) {
      const code = codes[item * members + m]!
      if (!cast(code)) continue
      let eta = 0
      const b = at.direction + item * dimensions
      for (let k = 0; k < dimensions; k++) eta += x[b + k]! * x[m * dimensions + k]!
      cell(eta, x[at.hard + item]!, Math.exp(x[at.gap + item]!), code, slopes)
      for (let k = 0; k < dimensions; k++) {
        const cellAt = m * dimensions + k
        information[cellAt] = information[cellAt]! + left * slopes[3]! * x[b + k]! ** 2
      }
    }
  }
  return information.map(each => 1 / Math.sqrt(each))
}

/**
 * Ideal points of members from their votes, in one to three dimensions. The sign of a dimension is free: it is chosen so
 * that `positive`, a member, has a point above the mean on the first.
 */
export const idealPoints = (votes: Votes, dimensions: 1 | 2 | 3, positive = 0, rounds = 120): IdealPoints => {
  const { members, items, codes } = votes
  const used = contested(votes)
  const at = offsets(members, items, dimensions)
  const start = new Float64Array(at.size)
  start.set(firstPoints(votes, used, dimensions))
  const x = minimise(objective(votes, used, dimensions), start, { rounds, tolerance: 1e-7 })
  const errors = errorsOf(votes, used, dimensions, x)
  const points = x.slice(0, at.direction)
  const direction = x.slice(at.direction, at.hard)
  const hard = x.slice(at.hard, at.gap)
  for (let k = 0; k < dimensions; k++) {
    let [mean, square] = [0, 0]
    for (let m = 0; m < members; m++) mean += points[m * dimensions + k]! / members
    for (let m = 0; m < members; m++) square += (points[m * dimensions + k]! - mean) ** 2 / members
    const turn = points[positive * dimensions + k]! < mean && k === 0 ? -1 : 1
    const scale = turn / (Math.sqrt(square) || 1)
    for (let m = 0; m < members; m++) {
      points[m * dimensions + k] = (points[m * dimensions + k]! - mean) * scale
      errors[m * dimensions + k] = errors[m * dimensions + k]! * Math.abs(scale)
    }
    for (let item = 0; item < items; item++) {
      const b = item * dimensions + k
      hard[item] = hard[item]! - direction[b]! * mean
      direction[b] = direction[b]! / scale
    }
  }
  const soft = hard.map((each, item) => each - Math.exp(x[at.gap + item]!))
  const counts = new Uint32Array(members)
  for (let item = 0; item < items; item++)
    for (let m = 0; m < members; m++)
      if (used[item] === 1 && cast(codes[item * members + m]!)) counts[m] = counts[m]! + 1
  return { dimensions, points, errors, votes: counts, items: { direction, hard, soft } }
}

/** One member's point as it stands, to be moved by votes as they come. */
export interface Folded {
  readonly point: Float64Array
  readonly error: Float64Array
  /** How many of the votes folded in were not unanimous. */
  readonly votes: number
}

/** A vote to fold in: an item of the fit, and what the member did about it (a code of `stand`). */
export interface FoldedVote {
  readonly item: number
  readonly code: number
}

/** Solves a small symmetric system by elimination, in place; `a` is row by row. Answers the solution. */
const solved = (a: Float64Array, b: Float64Array): Float64Array => {
  const n = b.length
  const x = b.slice()
  for (let k = 0; k < n; k++)
    for (let r = k + 1; r < n; r++) {
      const share = a[r * n + k]! / a[k * n + k]!
      for (let c = k; c < n; c++) a[r * n + c] = a[r * n + c]! - share * a[k * n + c]!
      x[r] = x[r]! - share * x[k]!
    }
  for (let k = n - 1; k >= 0; k--) {
    for (let c = k + 1; c < n; c++) x[k] = x[k]! - a[k * n + c]! * x[c]!
    x[k] = x[k]! / a[k * n + k]!
  }
  return x
}

/**
 * Folds votes of one member into a fit without fitting anew: the items' shapes are kept, the member's point is the most
 * probable one given all of its votes (`votes`, old and new) under the standard normal, by Newton's method from `start`; the
 * errors are Laplace's. For a new member `start` is 0. A vote on an item of direction 0 says nothing.
 */
export const fold = (
  { dimensions, items }: Pick<IdealPoints, 'dimensions' | 'items'>,
  votes: readonly FoldedVote[],
  start: Float64Array = new Float64Array(dimensions),
): Folded => {
  const point = start.slice()
  const slopes = new Float64Array(4)
  const told = votes.filter(({ item, code }) => {
    if (!cast(code)) return false
    for (let k = 0; k < dimensions; k++) if (items.direction[item * dimensions + k] !== 0) return true
    return false
  })
  const curve = new Float64Array(dimensions * dimensions)
  for (let round = 0; round < 25; round++) {
    const slope = point.map(each => -each)
    curve.fill(0)
    for (let k = 0; k < dimensions; k++) curve[k * dimensions + k] = 1
    for (const { item, code } of told) {
      let eta = 0
      for (let k = 0; k < dimensions; k++) eta += items.direction[item * dimensions + k]! * point[k]!
      cell(eta, items.hard[item]!, items.hard[item]! - items.soft[item]!, code, slopes)
      for (let k = 0; k < dimensions; k++) {
        const b = items.direction[item * dimensions + k]!
        slope[k] = slope[k]! - slopes[0]! * b
        for (let l = 0; l < dimensions; l++)
          curve[k * dimensions + l] =
            curve[k * dimensions + l]! + slopes[3]! * b * items.direction[item * dimensions + l]!
      }
    }
    const step = solved(curve.slice(), slope)
    const length = Math.hypot(...step)
    const share = Math.min(1, 1 / Math.max(1e-12, length))
    for (let k = 0; k < dimensions; k++) point[k] = point[k]! + share * step[k]!
    if (length < 1e-9) break
  }
  const error = point.map((_, k) => {
    const unit = new Float64Array(dimensions)
    unit[k] = 1
    return Math.sqrt(solved(curve.slice(), unit)[k]!)
  })
  return { point, error, votes: told.length }
}
