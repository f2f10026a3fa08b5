import type { Subject } from './title.ts'

/** Sparse vectors, one per item: `ids[at[i]..at[i+1])` are terms, `weights` their weights. */
export interface Vectors {
  readonly at: Uint32Array
  readonly ids: Uint32Array
  readonly weights: Float32Array
  readonly terms: number
}

/** Terms of a list of words: the words, and each pair of neighbours. */
const withPairs = (words: readonly string[]): readonly string[] => [
  ...words,
  ...words.slice(1).map((word, at) => `${words[at]} ${word}`),
]

/** How often each word (or term) is in each item, 1 + ln of it; not yet weighted by how rare it is. */
export const termCounts = (
  lists: readonly (readonly string[])[],
  of: 'words' | 'words and pairs',
): Vectors => {
  const known = new Map<string, number>()
  const ids: number[] = []
  const weights: number[] = []
  const at = new Uint32Array(lists.length + 1)
  for (const [item, words] of lists.entries()) {
    const counts = new Map<number, number>()
    for (const term of of === 'words' ? words : withPairs(words)) {
      const id = known.get(term) ?? known.size
      known.set(term, id)
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
    for (const [id, count] of counts) {
      ids.push(id)
      weights.push(1 + Math.log(count))
    }
    at[item + 1] = ids.length
  }
  return { at, ids: Uint32Array.from(ids), weights: Float32Array.from(weights), terms: known.size }
}

/** The words that stand for an item when items are compared, and when it is judged by its words. */
export const comparedWords = (subject: Subject): readonly string[] => subject.title
export const judgedWords = (subject: Subject): readonly string[] => [
  ...new Set([...subject.title, ...subject.about]),
  ...(subject.part ? ['§part'] : []),
]

/**
 * Term counts times inverse document frequency, to length 1 (TF-IDF with smoothing: ln((1+n)/(1+df)) + 1). Only the
 * items before `known` are counted, so that a forecast does not learn from titles that were still to come.
 */
export const weighted = (counts: Vectors, known: number): Vectors => {
  const df = new Uint32Array(counts.terms)
  for (let k = 0; k < counts.at[known]!; k++) df[counts.ids[k]!]!++
  const weights = new Float32Array(counts.weights.length)
  for (let item = 0; item + 1 < counts.at.length; item++) {
    let sum = 0
    for (let k = counts.at[item]!; k < counts.at[item + 1]!; k++) {
      const w = counts.weights[k]! * (Math.log((1 + known) / (1 + df[counts.ids[k]!]!)) + 1)
      weights[k] = w
      sum += w * w
    }
    const scale = sum > 0 ? 1 / Math.sqrt(sum) : 0
    for (let k = counts.at[item]!; k < counts.at[item + 1]!; k++) weights[k] = weights[k]! * scale
  }
  return { ...counts, weights }
}

/** Cosine of one item with each item of `from..to`. `scratch` has a place per term and is left as it was: zeros. */
export const likeness = (
  vectors: Vectors,
  item: number,
  from: number,
  to: number,
  scratch: Float32Array,
): Float32Array => {
  const { at, ids, weights } = vectors
  for (let k = at[item]!; k < at[item + 1]!; k++) scratch[ids[k]!] = weights[k]!
  const out = new Float32Array(to - from)
  for (let other = from; other < to; other++) {
    let sum = 0
    for (let k = at[other]!; k < at[other + 1]!; k++) sum += scratch[ids[k]!]! * weights[k]!
    out[other - from] = sum
  }
  for (let k = at[item]!; k < at[item + 1]!; k++) scratch[ids[k]!] = 0
  return out
}
