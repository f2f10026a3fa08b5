import type { seeded } from '../fit/random.ts'
import { type Flexibility, tableOf } from './problem.ts'

/**
 * The problem laid out flat: options nobody refuses are numbered through, those of issue i from `first[i]` to before
 * `first[i + 1]`; `worth[option * members + member]`.
 */
export interface Grid {
  readonly members: number
  readonly issues: number
  readonly options: number
  readonly first: Int32Array
  readonly worth: Float64Array
  readonly reserve: Float64Array
  /** The option's number on its own issue, as members see it. */
  readonly name: Int32Array
}

/** The grid of what members said; undefined when on some issue every option is refused. Throws UnreadableFlexibility. */
export const gridOf = (flexibility: readonly Flexibility[]): Grid | undefined => {
  const { members, issues, left, worth, reserve } = tableOf(flexibility)
  if (left.some(options => options.length === 0)) return undefined
  const first = new Int32Array(issues + 1)
  for (let i = 0; i < issues; i++) first[i + 1] = first[i]! + left[i]!.length
  const options = first[issues]!
  const flat = new Float64Array(options * members)
  for (let i = 0; i < issues; i++)
    for (const [k, of] of worth[i]!.entries()) flat.set(of, (first[i]! + k) * members)
  return { members, issues, options, first, worth: flat, reserve, name: Int32Array.from(left.flat()) }
}

/** A package by its options, one per issue, and what it is worth to each member. */
export interface Pack {
  readonly places: Int32Array
  readonly sums: Float64Array
}

export const packOf = ({ members, worth }: Grid, places: Int32Array): Pack => {
  const sums = new Float64Array(members)
  for (const option of places)
    for (let m = 0; m < members; m++) sums[m] = sums[m]! + worth[option * members + m]!
  return { places, sums }
}

/** A package drawn at random. */
export const drawn = ({ issues, first }: Grid, random: ReturnType<typeof seeded>): Int32Array =>
  Int32Array.from(
    { length: issues },
    (_, i) => first[i]! + Math.floor(random() * (first[i + 1]! - first[i]!)),
  )
