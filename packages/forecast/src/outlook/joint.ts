import { sigmoid } from '../fit/logistic.ts'
import type { ItemEffects } from './effects.ts'
import type { SoundingWorth } from './matters.ts'
import type { Meaning } from './sayings.ts'

/**
 * All members on one item. What moves everybody (`v`, the item sharper or milder than it looks) and what moves one member
 * (`z`) are normal; both integrals are sums over fixed points. What a member said multiplies the odds that it objects, and
 * through `v` it moves those who said nothing. Means are kept: a member nobody heard of has the rate the effects give.
 */
export interface Joint {
  readonly members: number
  /** Posterior weights of the points of `v`. */
  readonly weights: Float64Array
  /** P(member objects | v), after what it said: `point * members + member`. */
  readonly at: Float64Array
  /** P(member objects | v, z) and the posterior weight of (v, z): `(point * members + member) * own.length + z`. */
  readonly fine: Float64Array
  readonly fineWeights: Float64Array
}

const normalPoints = (
  count: number,
  reach: number,
): readonly { readonly z: number; readonly w: number }[] => {
  const points = Array.from({ length: count }, (_, k) => reach * ((2 * k) / (count - 1) - 1))
  const weights = points.map(z => Math.exp(-0.5 * z * z))
  const total = weights.reduce((a, b) => a + b)
  return points.map((z, k) => ({ z, w: weights[k]! / total }))
}
const common = normalPoints(15, 2.8)
const own = normalPoints(9, 2.5)

/** Where a member's logit must lie so that its mean over both shifts is `target`: a few steps of the secant kind. */
const centred = (target: number, commonSd: number, ownSd: number): number => {
  const mean = (centre: number): readonly [number, number] => {
    let [p, slope] = [0, 1e-12]
    for (const v of common)
      for (const z of own) {
        const q = sigmoid(centre + commonSd * v.z + ownSd * z.z)
        p += v.w * z.w * q
        slope += v.w * z.w * q * (1 - q)
      }
    return [p, slope]
  }
  let centre = Math.log(target / (1 - target)) * Math.sqrt(1 + 0.346 * (commonSd ** 2 + ownSd ** 2))
  for (let round = 0; round < 8; round++) {
    const [p, slope] = mean(centre)
    // On the logit scale the mean is nearly straight in the centre.
    const step = (Math.log(target / (1 - target)) - Math.log(p / (1 - p))) / (slope / (p * (1 - p)))
    centre += Math.max(-2, Math.min(2, step))
    if (Math.abs(step) < 1e-6) break
  }
  return centre
}

/** The joint distribution for one item; `odds[m]` is what member m said: P(said | objects) / P(said | does not). */
export const jointOf = (effects: ItemEffects, odds: Float64Array): Joint => {
  const members = effects.members.length
  const commonSd = Math.sqrt(effects.common)
  const at = new Float64Array(common.length * members)
  const fine = new Float64Array(at.length * own.length)
  const fineWeights = new Float64Array(fine.length)
  const logs = Float64Array.from(common, v => Math.log(v.w))
  for (const [m, { mean, variance }] of effects.members.entries()) {
    const ownSd = Math.sqrt(variance)
    const centre = centred(Math.min(0.999, Math.max(0.001, sigmoid(mean))), commonSd, ownSd)
    for (const [k, v] of common.entries()) {
      let [said, objects] = [0, 0]
      const cell = k * members + m
      for (const [j, z] of own.entries()) {
        const p = sigmoid(centre + commonSd * v.z + ownSd * z.z)
        const heard = odds[m]! * p + 1 - p
        fine[cell * own.length + j] = (odds[m]! * p) / heard
        fineWeights[cell * own.length + j] = z.w * heard
        said += z.w * heard
        objects += z.w * odds[m]! * p
      }
      at[cell] = objects / said
      logs[k] = logs[k]! + Math.log(said)
      for (let j = 0; j < own.length; j++)
        fineWeights[cell * own.length + j] = fineWeights[cell * own.length + j]! / said
    }
  }
  const most = logs.reduce((a, b) => Math.max(a, b))
  const raw = logs.map(each => Math.exp(each - most))
  const total = raw.reduce((a, b) => a + b)
  return { members, weights: raw.map(each => each / total), at, fine, fineWeights }
}

/** P(member objects). */
export const memberChance = ({ members, weights, at }: Joint, m: number): number =>
  weights.reduce((sum, w, k) => sum + w * at[k * members + m]!, 0)

const nobody = ({ members, at }: Joint, k: number): number => {
  let none = 1
  for (let m = 0; m < members; m++) none *= 1 - at[k * members + m]!
  return none
}

/** P(at least one member objects). */
export const somebodyChance = (joint: Joint): number =>
  joint.weights.reduce((sum, w, k) => sum + w * (1 - nobody(joint, k)), 0)

/** The 5 % and 95 % points of weighted values. */
const ninety = (values: readonly (readonly [number, number])[]): readonly [number, number] => {
  const sorted = [...values].sort((a, b) => a[0] - b[0])
  const total = sorted.reduce((sum, [, w]) => sum + w, 0)
  const point = (share: number): number => {
    let sum = 0
    for (const [value, w] of sorted) {
      sum += w
      if (sum >= share * total) return value
    }
    return sorted.at(-1)![0]
  }
  return [point(0.05), point(0.95)]
}

/** The interval that holds a member's probability with nine in ten, over what is not known of item and member. */
export const memberInterval = ({ members, weights, fine, fineWeights }: Joint, m: number) => {
  const values: (readonly [number, number])[] = []
  for (const [k, w] of weights.entries())
    for (let j = 0; j < own.length; j++) {
      const cell = (k * members + m) * own.length + j
      values.push([fine[cell]!, w * fineWeights[cell]!])
    }
  return ninety(values)
}

/** The interval of the event's probability, from `draws` worlds drawn with the generator given. */
export const somebodyInterval = (joint: Joint, random: () => number, draws = 300) => {
  const { members, weights, fine, fineWeights } = joint
  const pick = (from: Float64Array, start: number, count: number): number => {
    let left = random()
    for (let k = 0; k < count; k++) {
      left -= from[start + k]!
      if (left <= 0) return k
    }
    return count - 1
  }
  return ninety(
    Array.from({ length: draws }, () => {
      const k = pick(weights, 0, weights.length)
      let none = 1
      for (let m = 0; m < members; m++) {
        const cell = (k * members + m) * own.length
        none *= 1 - fine[cell + pick(fineWeights, cell, own.length)]!
      }
      return [1 - none, 1] as const
    }),
  )
}

const entropy = (p: number): number => (p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p))

/**
 * What sounding a member is expected to tell (mutual information of the answer and what happens, Lindley 1956): the
 * entropy now less the mean entropy after each answer it might give, of the event and of the member's own objection.
 */
export const soundingWorth = (joint: Joint, m: number, { objects, not }: Meaning): SoundingWorth => {
  const { members, weights, at } = joint
  const others = Float64Array.from(weights, (_, k) => nobody(joint, k) / (1 - at[k * members + m]!))
  let [event, own] = [entropy(somebodyChance(joint)), entropy(memberChance(joint, m))]
  for (const [s, ifObjects] of objects.entries()) {
    let [told, none, self] = [0, 0, 0]
    for (const [k, w] of weights.entries()) {
      const p = at[k * members + m]!
      told += w * (p * ifObjects + (1 - p) * not[s]!)
      none += w * (1 - p) * not[s]! * others[k]!
      self += w * p * ifObjects
    }
    if (told <= 0) continue
    event -= told * entropy(1 - none / told)
    own -= told * entropy(self / told)
  }
  return { event: Math.max(0, event), own: Math.max(0, own) }
}
