import type { Json } from '@gavel/kernel'
import type { Draft, Footnote, Paragraph } from '@gavel/text'
import { bytesOf, largestPortion } from './wording.ts'

/** One act of laying: what `texts.lay` carries beside the text. */
export interface Portion {
  readonly paragraphs: readonly Paragraph[]
  readonly footnotes: readonly Footnote[]
}

/** Room for the names round the lists and the id of the text. */
const envelope = 1_000

const bytes = (value: Paragraph | Footnote): number => bytesOf(value as unknown as Json) + 1

/**
 * A draft in portions small enough to be laid (T-3), in its order, footnotes behind the paragraphs. A paragraph larger
 * than a portion stands in one of its own, and its laying will be refused.
 */
export const portionsOf = (draft: Draft): readonly Portion[] => {
  const portions: { paragraphs: Paragraph[]; footnotes: Footnote[] }[] = []
  let room = 0
  const roomFor = (size: number): { paragraphs: Paragraph[]; footnotes: Footnote[] } => {
    if (portions.length === 0 || size > room) {
      portions.push({ paragraphs: [], footnotes: [] })
      room = largestPortion - envelope
    }
    room -= size
    return portions.at(-1)!
  }
  for (const paragraph of draft.paragraphs) roomFor(bytes(paragraph)).paragraphs.push(paragraph)
  for (const footnote of draft.footnotes) roomFor(bytes(footnote)).footnotes.push(footnote)
  return portions
}
