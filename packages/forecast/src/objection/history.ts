import { type Evidence, stand } from '../evidence/evidence.ts'
import { likeness, type Vectors } from '../evidence/vectors.ts'

/** How far and how the past counts when one item is compared with earlier ones. */
export interface HistorySettings {
  /** Sessions looked back. */
  readonly window: number
  /** Each session of age multiplies by this. */
  readonly fading: number
  /** Widths of the kernels exp(-(1 - likeness) / width), narrow to wide. */
  readonly widths: readonly number[]
  /** Likeness below which an earlier item is not looked at. */
  readonly least: number
  /** Likeness of a part with a whole is multiplied by this. */
  readonly acrossKinds: number
}

/** An earlier item like the one asked about. */
export interface Precedent {
  readonly item: number
  readonly likeness: number
  /** Sessions ago. */
  readonly age: number
}

export interface Comparison {
  readonly evidence: Evidence
  readonly titles: Vectors
  readonly abouts: Vectors
  readonly parts: Uint8Array
}

/** Earlier items of `from..to` like `item`, the likest first and among equals the latest. */
export const precedentsOf = (
  { evidence, titles, abouts, parts }: Comparison,
  item: number,
  from: number,
  to: number,
  settings: HistorySettings,
  scratch: Float32Array,
): readonly Precedent[] => {
  const byTitle = likeness(titles, item, from, to, scratch)
  const byAll = likeness(abouts, item, from, to, scratch)
  const now = evidence.items[item]!.session
  const found: Precedent[] = []
  for (let at = from; at < to; at++) {
    const same = parts[item] === parts[at]
    const raw = 0.85 * byTitle[at - from]! + 0.15 * byAll[at - from]!
    const like = Math.min(1, same ? raw : raw * settings.acrossKinds)
    if (like >= settings.least)
      found.push({ item: at, likeness: like, age: now - evidence.items[at]!.session })
  }
  return found.sort((a, b) => b.likeness - a.likeness || a.age - b.age || b.item - a.item)
}

/** Sums per member of weighted votes of each kind over precedents. */
export interface Tally {
  readonly weight: Float64Array
  readonly no: Float64Array
  readonly abstain: Float64Array
}

export const tally = (
  evidence: Evidence,
  precedents: readonly Precedent[],
  width: number,
  fading: number,
): Tally => {
  const members = evidence.members.length
  const sums = {
    weight: new Float64Array(members),
    no: new Float64Array(members),
    abstain: new Float64Array(members),
  }
  for (const { item, likeness: like, age } of precedents) {
    const w = Math.exp(-(1 - like) / width) * fading ** (age - 1)
    if (w < 1e-6) continue
    for (let m = 0; m < members; m++) {
      const code = evidence.stands[item * members + m]!
      if (code === stand.none || code === stand.absent) continue
      sums.weight[m] = sums.weight[m]! + w
      if (code === stand.no) sums.no[m] = sums.no[m]! + w
      if (code === stand.abstain) sums.abstain[m] = sums.abstain[m]! + w
    }
  }
  return sums
}

/** Shares per member of "no", of "no or abstain" and of taking part, over items `from..to`, fading; smoothed. */
export interface Habits {
  readonly no: Float64Array
  readonly short: Float64Array
  readonly takesPart: Float64Array
}

export const habitsOf = (
  { members, items, stands }: Evidence,
  from: number,
  to: number,
  now: number,
  fading: number,
  counts: (item: number) => number = () => 1,
): Habits => {
  const n = members.length
  const [no, short, part, all] = [0, 1, 2, 3].map(() => new Float64Array(n)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (let item = from; item < to; item++) {
    const w = fading ** (now - items[item]!.session - 1) * counts(item)
    if (w === 0) continue
    for (let m = 0; m < n; m++) {
      const code = stands[item * n + m]!
      if (code === stand.none) continue
      all[m] = all[m]! + w
      if (code === stand.absent) continue
      part[m] = part[m]! + w
      if (code === stand.no) no[m] = no[m]! + w
      if (code !== stand.yes) short[m] = short[m]! + w
    }
  }
  return {
    no: no.map((sum, m) => (sum + 0.1) / (part[m]! + 2)),
    short: short.map((sum, m) => (sum + 0.3) / (part[m]! + 2)),
    takesPart: part.map((sum, m) => (sum + 4.6) / (all[m]! + 5)),
  }
}
