import { wordHashes } from './words.ts'

/** Words of a paragraph as hashes, signs left out. */
export type Sketch = readonly number[]

export const sketchOf = (text: string): Sketch => wordHashes(text)

/** Counters of words by the low bits of their hash; all zero between two calls. */
const counters = new Int16Array(8192)
const low = counters.length - 1

/**
 * How alike two paragraphs are, 0 to 1: twice the words they share over the words they have (Dice), each word
 * counted as often as it occurs. Two paragraphs without words are not alike. Words are told apart by 13 bits of
 * their hash: near enough for choosing partners.
 */
export const likeness = (a: Sketch, b: Sketch): number => {
  if (a.length === 0 || b.length === 0) return 0
  for (let at = 0; at < a.length; at++) counters[a[at]! & low]!++
  let shared = 0
  for (let at = 0; at < b.length; at++) if (counters[b[at]! & low]!-- > 0) shared++
  for (let at = 0; at < a.length; at++) counters[a[at]! & low] = 0
  for (let at = 0; at < b.length; at++) counters[b[at]! & low] = 0
  return (2 * shared) / (a.length + b.length)
}

/** A lower estimate of likeness without reading words: the equal start and end over the longer text. */
export const likenessOfEnds = (a: string, b: string): number => {
  const least = Math.min(a.length, b.length)
  let start = 0
  while (start < least && a.charCodeAt(start) === b.charCodeAt(start)) start++
  let end = 0
  while (end < least - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++
  return least === 0 ? 0 : (start + end) / Math.max(a.length, b.length)
}

export interface Likely {
  readonly before: number
  readonly after: number
  readonly likeness: number
}

/** Words that stand in more paragraphs than this say little about which paragraph it is. */
const commonplace = 32
/** How many of the best candidates of a paragraph are looked at closely. */
const closely = 8

/** In which of the listed paragraphs each word stands; words of too many paragraphs have an empty list. */
const postings = (list: readonly number[], sketches: (at: number) => Sketch): Map<number, number[]> => {
  const places = new Map<number, number[]>()
  for (const at of list)
    for (const word of new Set(sketches(at))) {
      const known = places.get(word)
      if (known === undefined) places.set(word, [at])
      else if (known.length <= commonplace) known.push(at)
    }
  return places
}

/** The candidates that share most of the telling words with a sketch. */
const candidates = (sketch: Sketch, places: Map<number, number[]>): readonly number[] => {
  const shared = new Map<number, number>()
  for (const word of new Set(sketch)) {
    const where = places.get(word)
    if (where === undefined || where.length > commonplace) continue
    for (const at of where) shared.set(at, (shared.get(at) ?? 0) + 1)
  }
  return [...shared]
    .sort((one, two) => two[1] - one[1] || one[0] - two[0])
    .slice(0, closely)
    .map(([at]) => at)
}

/**
 * Pairs of paragraphs that are at least `least` alike, most alike first, found through the words they share
 * rather than by comparing each with each.
 */
export const likelyPairs = (
  before: readonly number[],
  sketchBefore: (at: number) => Sketch,
  after: readonly number[],
  sketchAfter: (at: number) => Sketch,
  least: number,
): readonly Likely[] => {
  const places = postings(before, sketchBefore)
  const pairs: Likely[] = []
  for (const at of after) {
    const sketch = sketchAfter(at)
    for (const there of candidates(sketch, places)) {
      const alike = likeness(sketchBefore(there), sketch)
      if (alike >= least) pairs.push({ before: there, after: at, likeness: alike })
    }
  }
  return pairs.sort(
    (one, two) => two.likeness - one.likeness || one.after - two.after || one.before - two.before,
  )
}
