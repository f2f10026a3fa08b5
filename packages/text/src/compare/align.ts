import { commonRuns, increasing } from './common.ts'
import { likelyPairs, likeness, likenessOfEnds, type Sketch, sketchOf } from './likeness.ts'
import type { PlainParagraph } from './paragraph.ts'

/** A version read once for many comparisons: where each text and each identity stands in it. */
export interface Indexed {
  readonly paragraphs: readonly PlainParagraph[]
  /** The place of a text that occurs once; -1 for one that occurs more often. */
  readonly byText: ReadonlyMap<string, number>
  /** The place of an id that occurs once; -1 for one that occurs more often: that is no identity. */
  readonly byId: ReadonlyMap<string, number>
}

/** Which paragraph became which. `partners[j]` is the earlier place of the paragraph now at j, or -1. */
export interface Alignment {
  readonly partners: Int32Array
  /** 1 where the paragraph now at j stands in the same order as the others that stayed. */
  readonly stayed: Uint8Array
}

/** How alike two paragraphs must be to count as one, between the same neighbours and anywhere in the text. */
const alikeInPlace = 0.5
const alikeElsewhere = 0.6
/** Gaps with more pairs than this are not weighed pair by pair. */
const weighedMost = 4096
/** How far the quick walk looks for the next paragraph both versions have. */
const lookAhead = 24

export const indexed = (paragraphs: readonly PlainParagraph[]): Indexed => {
  const byText = new Map<string, number>()
  const byId = new Map<string, number>()
  paragraphs.forEach(({ id, text }, at) => {
    byText.set(text, byText.has(text) ? -1 : at)
    if (id !== undefined) byId.set(id, byId.has(id) ? -1 : at)
  })
  return { paragraphs, byText, byId }
}

interface Work {
  readonly before: readonly PlainParagraph[]
  readonly after: readonly PlainParagraph[]
  readonly index: Indexed
  readonly partners: Int32Array
  readonly taken: Uint8Array
  /** Whether an identity already says these are two different paragraphs. */
  readonly distinct: (i: number, j: number) => boolean
  readonly sketchBefore: (i: number) => Sketch
  readonly sketchAfter: (j: number) => Sketch
}

const remembered = (texts: readonly PlainParagraph[]): ((at: number) => Sketch) => {
  const sketches: Sketch[] = []
  return at => {
    const known = sketches[at]
    if (known !== undefined) return known
    const sketch = sketchOf(texts[at]!.text)
    sketches[at] = sketch
    return sketch
  }
}

const pair = (work: Work, i: number, j: number): void => {
  work.partners[j] = i
  work.taken[i] = 1
}

/** Ids decide first. Returns which paragraphs of the later version have an id that counts (occurs once). */
const pairByIds = (work: Work): Uint8Array<ArrayBuffer> => {
  const counts = new Uint8Array(work.after.length)
  if (work.index.byId.size === 0) return counts
  const places = new Map<string, number>()
  work.after.forEach(({ id }, j) => {
    if (id !== undefined) places.set(id, places.has(id) ? -1 : j)
  })
  for (const [id, j] of places) {
    if (j < 0) continue
    counts[j] = 1
    const i = work.index.byId.get(id) ?? -1
    if (i >= 0) pair(work, i, j)
  }
  return counts
}

/** The next pair of equal texts, at most `lookAhead` paragraphs on in either version; the nearest first. */
const nextEqual = (work: Work, i: number, j: number): readonly [number, number] | undefined => {
  for (let away = 1; away <= 2 * lookAhead; away++)
    for (let x = Math.max(0, away - lookAhead); x <= Math.min(away, lookAhead); x++) {
      const one = work.before[i + x]
      const two = work.after[j + away - x]
      if (one === undefined || two === undefined || one.text !== two.text) continue
      if ((work.index.byText.get(one.text) ?? -1) >= 0) return [i + x, j + away - x]
    }
  return undefined
}

/** Walks both versions side by side and pairs equal texts, for as long as it finds its way. */
const pairByWalking = (work: Work): void => {
  let i = 0
  let j = 0
  while (i < work.before.length && j < work.after.length) {
    const free = work.partners[j] === -1 && work.taken[i] === 0 && !work.distinct(i, j)
    if (work.partners[j] === i || (free && work.before[i]!.text === work.after[j]!.text)) {
      pair(work, i++, j++)
      continue
    }
    const next = nextEqual(work, i, j)
    if (next === undefined) return
    i = next[0]
    j = next[1]
  }
}

/** Equal texts that occur once, wherever they stand now. */
const pairByText = (work: Work): void => {
  for (let j = work.partners.indexOf(-1); j >= 0; j = work.partners.indexOf(-1, j + 1)) {
    const i = work.index.byText.get(work.after[j]!.text) ?? -1
    if (i >= 0 && work.taken[i] === 0 && !work.distinct(i, j)) pair(work, i, j)
  }
}

/** Which paragraphs of the later version stayed: those of a longest chain whose partners stand in one order. */
const stayedOf = (partners: Int32Array): Uint8Array => {
  const stayed = new Uint8Array(partners.length)
  let last = -1
  let inOrder = true
  for (let j = 0; j < partners.length && inOrder; j++) {
    const i = partners[j]!
    if (i === -1) continue
    inOrder = i > last
    last = i
    stayed[j] = 1
  }
  if (inOrder) return stayed
  const paired: number[] = []
  for (let j = 0; j < partners.length; j++) if (partners[j] !== -1) paired.push(j)
  stayed.fill(0)
  for (const at of increasing(paired.map(j => partners[j]!))) stayed[paired[at]!] = 1
  return stayed
}

interface Gap {
  readonly before: readonly number[]
  readonly after: readonly number[]
}

/** What has no partner yet, by the gaps between the paragraphs that stayed; only gaps open on both sides. */
const gapsOf = (work: Work): readonly Gap[] => {
  const gaps: Gap[] = []
  const stayed = stayedOf(work.partners)
  let i = 0
  let after: number[] = []
  for (let j = 0; j <= work.after.length; j++) {
    if (j < work.after.length && stayed[j] === 0) {
      if (work.partners[j] === -1) after.push(j)
      continue
    }
    const end = j < work.after.length ? work.partners[j]! : work.before.length
    if (after.length > 0) {
      const before: number[] = []
      for (; i < end; i++) if (work.taken[i] === 0) before.push(i)
      if (before.length > 0) gaps.push({ before, after })
      after = []
    }
    i = end + 1
  }
  return gaps
}

/** What of a gap has no partner yet. */
const open = (work: Work, gap: Gap): Gap => ({
  before: gap.before.filter(i => work.taken[i] === 0),
  after: gap.after.filter(j => work.partners[j] === -1),
})

/** Repeated texts inside a gap, paired in order. */
const pairRepeated = (work: Work, gap: Gap): void => {
  const numbers = new Map<string, number>()
  for (const i of gap.before) numbers.set(work.before[i]!.text, 0)
  if (!gap.after.some(j => numbers.has(work.after[j]!.text))) return
  let next = 1
  for (const text of numbers.keys()) numbers.set(text, next++)
  const a = gap.before.map(i => numbers.get(work.before[i]!.text)!)
  const b = gap.after.map((j, at) => numbers.get(work.after[j]!.text) ?? -1 - at)
  for (const run of commonRuns(a, b))
    for (let step = 0; step < run.length; step++) {
      const i = gap.before[run.a + step]!
      const j = gap.after[run.b + step]!
      if (!work.distinct(i, j)) pair(work, i, j)
    }
}

const likenessAt = (work: Work, i: number, j: number): number => {
  if (work.distinct(i, j)) return 0
  const ends = likenessOfEnds(work.before[i]!.text, work.after[j]!.text)
  return ends >= alikeElsewhere ? ends : likeness(work.sketchBefore(i), work.sketchAfter(j))
}

/** The order-keeping choice of partners in a gap that is most alike altogether (dynamic programming). */
const pairByWeighing = (work: Work, gap: Gap): void => {
  const n = gap.before.length
  const m = gap.after.length
  const width = m + 1
  const alike = new Float64Array(n * m)
  const best = new Float64Array((n + 1) * width)
  for (let x = n - 1; x >= 0; x--)
    for (let y = m - 1; y >= 0; y--) {
      const value = likenessAt(work, gap.before[x]!, gap.after[y]!)
      alike[x * m + y] = value
      const together = value >= alikeInPlace ? value + best[(x + 1) * width + y + 1]! : 0
      best[x * width + y] = Math.max(together, best[(x + 1) * width + y]!, best[x * width + y + 1]!)
    }
  for (let x = 0, y = 0; x < n && y < m; ) {
    const here = best[x * width + y]!
    const value = alike[x * m + y]!
    if (value >= alikeInPlace && here === value + best[(x + 1) * width + y + 1]!)
      pair(work, gap.before[x++]!, gap.after[y++]!)
    else if (here === best[(x + 1) * width + y]!) x++
    else y++
  }
}

/** Edited paragraphs between the same neighbours. */
const pairInGap = (work: Work, gap: Gap): void => {
  const { before, after } = gap
  const sideBySide =
    before.length === after.length &&
    before.every((i, at) => likenessOfEndsAt(work, i, after[at]!) >= alikeElsewhere)
  if (sideBySide) for (let at = 0; at < before.length; at++) pair(work, before[at]!, after[at]!)
  else if (before.length * after.length <= weighedMost) pairByWeighing(work, gap)
}

const likenessOfEndsAt = (work: Work, i: number, j: number): number =>
  work.distinct(i, j) ? 0 : likenessOfEnds(work.before[i]!.text, work.after[j]!.text)

/** What is left anywhere: first equal texts in order of occurrence, then texts that are much alike. */
const pairElsewhere = (work: Work): void => {
  const before: number[] = []
  const after: number[] = []
  for (let i = work.taken.indexOf(0); i >= 0; i = work.taken.indexOf(0, i + 1)) before.push(i)
  for (let j = work.partners.indexOf(-1); j >= 0; j = work.partners.indexOf(-1, j + 1)) after.push(j)
  if (before.length === 0 || after.length === 0) return
  const equal = new Map<string, number[]>()
  for (const i of before.toReversed()) {
    const known = equal.get(work.before[i]!.text)
    if (known === undefined) equal.set(work.before[i]!.text, [i])
    else known.push(i)
  }
  for (const j of after) {
    const i = equal.get(work.after[j]!.text)?.at(-1)
    if (i === undefined || work.after[j]!.text === '' || work.distinct(i, j)) continue
    pair(work, i, j)
    equal.get(work.after[j]!.text)!.pop()
  }
  const likely = likelyPairs(
    before.filter(i => work.taken[i] === 0),
    work.sketchBefore,
    after.filter(j => work.partners[j] === -1),
    work.sketchAfter,
    alikeElsewhere,
  )
  for (const { before: i, after: j } of likely)
    if (work.taken[i] === 0 && work.partners[j] === -1 && !work.distinct(i, j)) pair(work, i, j)
}

/**
 * Finds which paragraph became which: by id where both versions have ids, else by equal text, else by likeness,
 * first between the same neighbours, then anywhere. Two paragraphs whose ids differ are never one.
 */
export const align = (index: Indexed, after: readonly PlainParagraph[]): Alignment => {
  const before = index.paragraphs
  const partners = new Int32Array(after.length).fill(-1)
  let counts = new Uint8Array(after.length)
  const work: Work = {
    before,
    after,
    index,
    partners,
    taken: new Uint8Array(before.length),
    distinct: (i, j) => {
      if (counts[j] === 0) return false
      const id = before[i]!.id
      return id !== undefined && id !== after[j]!.id && index.byId.get(id) === i
    },
    sketchBefore: remembered(before),
    sketchAfter: remembered(after),
  }
  counts = pairByIds(work)
  const decided = index.byId.size === before.length && counts.every(each => each === 1)
  if (!decided) pairByContent(work)
  return { partners, stayed: stayedOf(partners) }
}

const pairByContent = (work: Work): void => {
  pairByWalking(work)
  pairByText(work)
  for (const gap of gapsOf(work)) {
    pairRepeated(work, gap)
    pairInGap(work, open(work, gap))
  }
  pairElsewhere(work)
}
