import type { RunResult } from './run.ts'

/** A share of runs, or a mean, with its 95 % interval. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

const z = 1.959964

/** A proportion with Wilson's interval (E. B. Wilson, 1927), which holds near 0 and 1 and for few runs. */
export const proportion = (hits: number, of: number): Estimate => {
  if (of === 0) return { value: 0, low: 0, high: 1 }
  const p = hits / of
  const centre = (p + z ** 2 / (2 * of)) / (1 + z ** 2 / of)
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2))
  return { value: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

/** A mean with the normal interval of its standard error; a single run has the widest one a share can have. */
export const mean = (values: readonly number[]): Estimate => {
  const n = values.length
  const value = values.reduce((a, b) => a + b, 0) / Math.max(1, n)
  if (n < 2) return { value, low: 0, high: 1 }
  const variance = values.reduce((sum, each) => sum + (each - value) ** 2, 0) / (n - 1)
  const half = z * Math.sqrt(variance / n)
  return { value, low: value - half, high: value + half }
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  if (sorted.length === 0) return 0
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}

export interface Summary {
  readonly runs: number
  readonly agreed: Estimate
  /** Of the best package's joint value; 0 where nothing was adopted. */
  readonly medianShare: number
  readonly meanShare: Estimate
  readonly silenceBroken: Estimate
  readonly bracketsLeft: Estimate
  /** Runs in which somebody is bound by a package worth less than its reserve: what silence or a rule cost. */
  readonly regretted: Estimate
  readonly rounds: number
  readonly acts: number
}

/** What many runs come to. */
export const summaryOf = (results: readonly RunResult[]): Summary => ({
  runs: results.length,
  agreed: proportion(results.filter(({ agreed }) => agreed).length, results.length),
  medianShare: median(results.map(({ share }) => share)),
  meanShare: mean(results.map(({ share }) => share)),
  silenceBroken: proportion(results.filter(each => each.silenceBroken).length, results.length),
  bracketsLeft: mean(results.map(each => each.bracketsLeft)),
  regretted: proportion(
    results.filter(({ agreed, below }) => agreed && below.length > 0).length,
    results.length,
  ),
  rounds: mean(results.map(({ rounds }) => rounds)).value,
  acts: mean(results.map(({ acts }) => acts)).value,
})
