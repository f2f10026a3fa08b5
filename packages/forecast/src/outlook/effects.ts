import { logit, sigmoid } from '../fit/logistic.ts'
import type { OutlookSettings } from './settings.ts'

/**
 * How often members object, as logits with three effects: of the member, of the item, of the member on the item. Each is
 * the most probable value under a normal prior given weighted counts of decisions (a penalised logistic regression, with
 * Laplace's variance: Tierney & Kadane 1986), one after the other, each with those before as offset.
 */
export interface Effect {
  readonly mean: number
  readonly variance: number
}

/** Weighted counts of cases at one offset. */
export interface Count {
  readonly offset: number
  readonly cases: number
  readonly objected: number
}

/** The most probable shift of all offsets under N(0, spread²), and Laplace's variance. */
export const shiftOf = (counts: readonly Count[], spread: number): Effect => {
  const precision = 1 / (spread * spread)
  let mean = 0
  let curve = precision
  for (let round = 0; round < 25; round++) {
    let slope = -precision * mean
    curve = precision
    for (const { offset, cases, objected } of counts) {
      const p = sigmoid(offset + mean)
      slope += objected - cases * p
      curve += cases * p * (1 - p)
    }
    const step = Math.max(-1.5, Math.min(1.5, slope / curve))
    mean += step
    if (Math.abs(step) < 1e-7) break
  }
  return { mean, variance: 1 / curve }
}

/** Objections and cases per member, weighted: `[cases, objected]` at `2 * member`. */
export type Tally = Float64Array

/** The logit of the body's rate, and each member's effect beside it. */
export const habitsOf = (
  tally: Tally,
  { startRate, startDoubt, memberSpread }: OutlookSettings,
): { readonly base: number; readonly members: readonly Effect[] } => {
  let [cases, objected] = [startDoubt, startDoubt * startRate]
  for (let k = 0; k < tally.length; k += 2) {
    cases += tally[k]!
    objected += tally[k + 1]!
  }
  const rate = Math.min(0.98, Math.max(0.002, objected / cases))
  let base = logit(rate)
  let members: readonly Effect[] = []
  // The base is moved until the members' rates, weighted by their cases, give the body's rate again.
  for (let round = 0; round < 12; round++) {
    members = Array.from({ length: tally.length / 2 }, (_, m) =>
      shiftOf([{ offset: base, cases: tally[2 * m]!, objected: tally[2 * m + 1]! }], memberSpread),
    )
    let said = startDoubt * sigmoid(base)
    for (const [m, { mean }] of members.entries()) said += tally[2 * m]! * sigmoid(base + mean)
    base += logit(rate) - logit(Math.min(0.999, Math.max(0.001, said / cases)))
  }
  return { base, members }
}

/** An item: what every member's logit is moved by, with its variance, and each member's own logit with its variance. */
export interface ItemEffects {
  readonly common: number
  readonly members: readonly Effect[]
}

/** The effects of one item, from decisions weighted by how near and how old they are. */
export const itemEffects = (
  { base, members }: ReturnType<typeof habitsOf>,
  near: Tally,
  { itemSpread, itemDrift, ownSpread, ownDoubt }: OutlookSettings,
): ItemEffects => {
  const counts = members.map(({ mean }, m) => ({
    offset: base + mean,
    cases: near[2 * m]!,
    objected: near[2 * m + 1]!,
  }))
  const item = shiftOf(counts, itemSpread)
  return {
    common: Math.max(item.variance, itemDrift ** 2),
    members: counts.map((count, m) => {
      const offset = count.offset + item.mean
      const own = shiftOf([{ ...count, offset }], ownSpread)
      return {
        mean: offset + own.mean,
        variance: members[m]!.variance + Math.min(own.variance, ownDoubt ** 2),
      }
    }),
  }
}
