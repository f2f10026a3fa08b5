/** How good forecasts were: proper scores, ranking and calibration of probabilities against what happened. */
export interface Score {
  readonly n: number
  /** Share of cases in which it happened. */
  readonly base: number
  /** Mean negative log-likelihood in nats. */
  readonly logloss: number
  /** Mean squared error. */
  readonly brier: number
  /** Area under the ROC curve; ties count half; null when everything or nothing happened. */
  readonly auc: number | null
  /** Logistic regression of what happened on the logit of the forecast (Cox 1958): 1 and 0 are ideal. */
  readonly calibration: {
    readonly slope: number | null
    readonly intercept: number | null
    readonly bins: readonly Bin[]
  }
}

/** Cases whose forecast lies in `from ≤ p < to`. */
export interface Bin {
  readonly from: number
  readonly to: number
  readonly n: number
  readonly forecast: number
  readonly happened: number
}

const least = 1e-6
const clipped = (p: number): number => Math.min(1 - least, Math.max(least, p))

const area = (p: ArrayLike<number>, y: ArrayLike<number>): number | null => {
  const order = Array.from({ length: p.length }, (_, at) => at).sort((a, b) => p[a]! - p[b]!)
  let [ranks, positives, at] = [0, 0, 0]
  while (at < order.length) {
    let end = at
    while (end < order.length && p[order[end]!] === p[order[at]!]) end++
    for (let k = at; k < end; k++)
      if (y[order[k]!]! > 0) {
        ranks += (at + end + 1) / 2
        positives++
      }
    at = end
  }
  const negatives = p.length - positives
  if (positives === 0 || negatives === 0) return null
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives)
}

/** Newton's method for y ~ intercept + slope · logit(p). */
const recalibration = (p: ArrayLike<number>, y: ArrayLike<number>): readonly [number, number] | null => {
  let [a, b] = [0, 1]
  for (let round = 0; round < 50; round++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-9, 0, 1e-9]
    for (let k = 0; k < p.length; k++) {
      const x = Math.log(clipped(p[k]!) / (1 - clipped(p[k]!)))
      const q = 1 / (1 + Math.exp(-(a + b * x)))
      const w = q * (1 - q)
      ga += y[k]! - q
      gb += (y[k]! - q) * x
      haa += w
      hab += w * x
      hbb += w * x * x
    }
    const det = haa * hbb - hab * hab
    if (!(det > 1e-12)) return null
    const [da, db] = [(hbb * ga - hab * gb) / det, (haa * gb - hab * ga) / det]
    const step = Math.min(1, 5 / Math.max(Math.abs(da), Math.abs(db), 1e-12))
    a += step * da
    b += step * db
    if (Math.abs(da) + Math.abs(db) < 1e-10) return [a, b]
  }
  return null
}

const edges = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const

const binsOf = (p: ArrayLike<number>, y: ArrayLike<number>): readonly Bin[] =>
  edges.slice(1).flatMap((to, at) => {
    const from = edges[at]!
    let [n, forecast, happened] = [0, 0, 0]
    for (let k = 0; k < p.length; k++)
      if (p[k]! >= from && (p[k]! < to || to === 1)) {
        n++
        forecast += p[k]!
        happened += y[k]!
      }
    return n === 0 ? [] : [{ from, to, n, forecast: forecast / n, happened: happened / n }]
  })

/** Scores forecasts `p` (probabilities) of things that happened (`y` 1) or not (0); null when there are none. */
export const scoreOf = (p: ArrayLike<number>, y: ArrayLike<number>): Score | null => {
  const n = p.length
  if (n === 0) return null
  let [loss, brier, happened] = [0, 0, 0]
  for (let k = 0; k < n; k++) {
    const q = clipped(p[k]!)
    loss -= y[k]! > 0 ? Math.log(q) : Math.log(1 - q)
    brier += (p[k]! - y[k]!) ** 2
    happened += y[k]!
  }
  const line = recalibration(p, y)
  return {
    n,
    base: happened / n,
    logloss: loss / n,
    brier: brier / n,
    auc: area(p, y),
    calibration: { slope: line?.[1] ?? null, intercept: line?.[0] ?? null, bins: binsOf(p, y) },
  }
}
