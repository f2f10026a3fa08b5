import { stand } from '../evidence/evidence.ts'
import type { Vectors } from '../evidence/vectors.ts'
import { sigmoid, softplus } from '../fit/logistic.ts'
import { minimise } from '../fit/minimise.ts'

/**
 * What the words of an item say about each member: a logistic regression per member on the item's terms whose weights
 * are drawn towards weights common to all (a ridge on both), so that a member with few objections learns from the others.
 * `weights[term * (members + 1) + member]`, the common ones last; the term after the last is the intercept.
 */
export interface WordModel {
  readonly members: number
  readonly place: Int32Array
  readonly weights: Float64Array
}

export interface WordSettings {
  readonly ridgeCommon: number
  readonly ridgeMember: number
  readonly ridgeIntercept: number
  /** Weight of a session's evidence for each session of age. */
  readonly fading: number
  readonly rounds: number
}

/** The terms that at least two items of the span have, numbered; -1 for the rest. */
const placesOf = (vectors: Vectors, from: number, to: number): readonly [Int32Array, number] => {
  const df = new Uint32Array(vectors.terms)
  for (let k = vectors.at[from]!; k < vectors.at[to]!; k++) df[vectors.ids[k]!]!++
  const place = new Int32Array(vectors.terms).fill(-1)
  let count = 0
  for (let term = 0; term < vectors.terms; term++) if (df[term]! >= 2) place[term] = count++
  return [place, count]
}

/** Logits of all members (and one place of scratch) for one item. */
const logitsInto = (
  out: Float64Array,
  w: Float64Array,
  place: Int32Array,
  vectors: Vectors,
  item: number,
  intercept: number,
): void => {
  const width = out.length
  const members = width - 1
  for (let m = 0; m < width; m++) out[m] = w[intercept * width + m]!
  for (let k = vectors.at[item]!; k < vectors.at[item + 1]!; k++) {
    const term = place[vectors.ids[k]!]!
    if (term < 0) continue
    const x = vectors.weights[k]!
    for (let m = 0; m < width; m++) out[m] = out[m]! + x * w[term * width + m]!
  }
  for (let m = 0; m < members; m++) out[m] = out[m]! + out[members]!
}

/** Fits the words of items `from..to`; `happened` tells of a code whether it counts as one (codes: `stand`). */
export const fitWords = (
  vectors: Vectors,
  stands: Uint8Array,
  members: number,
  span: { readonly from: number; readonly to: number; readonly age: (item: number) => number },
  happened: (code: number) => boolean,
  settings: WordSettings,
): WordModel => {
  const [place, terms] = placesOf(vectors, span.from, span.to)
  const width = members + 1
  const eta = new Float64Array(width)
  const slips = new Float64Array(width)
  const weights = minimise(
    (w, gradient) => {
      let value = 0
      for (let item = span.from; item < span.to; item++) {
        const weight = settings.fading ** span.age(item)
        logitsInto(eta, w, place, vectors, item, terms)
        slips.fill(0)
        for (let m = 0; m < members; m++) {
          const code = stands[item * members + m]!
          if (code === stand.none || code === stand.absent) continue
          const y = happened(code) ? 1 : 0
          value += weight * (softplus(eta[m]!) - y * eta[m]!)
          slips[m] = weight * (sigmoid(eta[m]!) - y)
          slips[members] = slips[members]! + slips[m]!
        }
        for (let m = 0; m < width; m++) gradient[terms * width + m] = gradient[terms * width + m]! + slips[m]!
        for (let k = vectors.at[item]!; k < vectors.at[item + 1]!; k++) {
          const term = place[vectors.ids[k]!]!
          if (term < 0) continue
          const x = vectors.weights[k]!
          for (let m = 0; m < width; m++)
            gradient[term * width + m] = gradient[term * width + m]! + x * slips[m]!
        }
      }
      for (let k = 0; k < w.length; k++) {
        const common = k % width === members
        const ridge =
          k >= terms * width
            ? common
              ? 0
              : settings.ridgeIntercept
            : common
              ? settings.ridgeCommon
              : settings.ridgeMember
        value += 0.5 * ridge * w[k]! * w[k]!
        gradient[k] = gradient[k]! + ridge * w[k]!
      }
      return value
    },
    new Float64Array((terms + 1) * width),
    { rounds: settings.rounds, tolerance: 1e-5 },
  )
  return { members, place, weights }
}

/** Logit per member for one item, by its words alone. */
export const wordLogits = (model: WordModel, vectors: Vectors, item: number): Float64Array => {
  const out = new Float64Array(model.members + 1)
  logitsInto(out, model.weights, model.place, vectors, item, model.weights.length / (model.members + 1) - 1)
  return out.subarray(0, model.members)
}
