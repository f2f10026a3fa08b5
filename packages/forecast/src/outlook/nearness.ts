import { wordsOf } from '../evidence/title.ts'
import { likeness, termCounts, weighted } from '../evidence/vectors.ts'
import type { Matter, OutlookEvidence } from './matters.ts'
import type { OutlookSettings } from './settings.ts'

/** How near an item is to every matter that anything is known of, 0 to 1, by any of the matter's ids. */
export interface Near {
  /** One per precedent, in their order. */
  readonly precedents: Float64Array
  readonly ofId: ReadonlyMap<string, number>
}

const idsOf = ({ id, also = [] }: Matter): readonly string[] => [id, ...also]

const curved = (cosine: number, { leastLike, likePower }: OutlookSettings): number =>
  Math.max(0, (cosine - leastLike) / (1 - leastLike)) ** likePower

/**
 * Nearness of each item: 1 when an id is shared, else by the cosine of their titles (TF-IDF of words and pairs of words,
 * learned from the precedents), at least the nearness of a shared tag.
 */
export const nearnessOf = (
  { precedents }: OutlookEvidence,
  items: readonly Matter[],
  settings: OutlookSettings,
): readonly Near[] => {
  const matters = [...precedents.map(each => each.matter), ...items]
  const vectors = weighted(
    termCounts(
      matters.map(each => wordsOf(each.title)),
      'words and pairs',
    ),
    Math.max(1, precedents.length),
  )
  const scratch = new Float32Array(vectors.terms)
  return items.map((item, at) => {
    const cosines = likeness(vectors, precedents.length + at, 0, matters.length, scratch)
    const own = new Set(idsOf(item))
    const tags = new Set(item.tags)
    const ofId = new Map<string, number>()
    const near = matters.map((other, k) => {
      const same = idsOf(other).some(id => own.has(id))
      const tagged = other.tags.some(tag => tags.has(tag)) ? settings.sharedTag : 0
      const value = same ? 1 : Math.max(tagged, curved(Math.min(1, cosines[k]!), settings))
      for (const id of idsOf(other)) ofId.set(id, Math.max(value, ofId.get(id) ?? 0))
      return value
    })
    return { precedents: Float64Array.from(near.slice(0, precedents.length)), ofId }
  })
}
