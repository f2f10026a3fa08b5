import type { ReadInk, ReadParagraph, Segment } from '../docx-in/model.ts'

/** What stands for the reference to a note in the words of a paragraph. */
export const noteSign = '\ufffc'

export type InkSegment = Extract<Segment, ReadInk>

export const inkSegments = ({ segments }: ReadParagraph): readonly InkSegment[] =>
  segments.filter((segment): segment is InkSegment => segment.kind !== 'comment')

/** The words of a segment, a note as the notation writes it. */
export const printedSegment = (segment: InkSegment): string =>
  segment.kind === 'words' ? segment.text : `[^${segment.mark}]`

export type View = 'before' | 'after'

/** Whether something stands in the text without the changes, or with all of them accepted. */
export const stands = (ink: ReadInk, view: View): boolean =>
  view === 'before' ? ink.inserted === undefined : ink.deleted === undefined

/** The words of a paragraph in one view, without its automatic number. */
export const wordsIn = (paragraph: ReadParagraph, view: View): string =>
  inkSegments(paragraph)
    .filter(segment => stands(segment, view))
    .map(printedSegment)
    .join('')

/**
 * Paragraphs as they stand in one view: what a tracked paragraph end parts or joins is parted or joined. Each group is
 * one paragraph there; its last member's end is the one that stands.
 */
export const groupsIn = (
  paragraphs: readonly ReadParagraph[],
  view: View,
): readonly (readonly ReadParagraph[])[] => {
  const groups: ReadParagraph[][] = []
  let open: ReadParagraph[] = []
  for (const paragraph of paragraphs) {
    open.push(paragraph)
    if (!stands(paragraph.mark, view)) continue
    groups.push(open)
    open = []
  }
  if (open.length > 0) groups.push(open)
  return groups
}

/** The paragraphs' words in one view, automatic numbers before them; empty paragraphs are left out. */
export const linesIn = (paragraphs: readonly ReadParagraph[], view: View): readonly string[] =>
  groupsIn(paragraphs, view).flatMap(group => {
    const words = group.map(paragraph => wordsIn(paragraph, view)).join('')
    const number = group.find(paragraph => wordsIn(paragraph, view).trim() !== '')?.number?.[view]
    return words.trim() === '' ? [] : [number === undefined ? words : `${number}\t${words}`]
  })
