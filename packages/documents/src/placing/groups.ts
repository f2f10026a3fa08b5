import { inkSegments, noteSign } from '../changes/views.ts'
import type { ReadParagraph, ReadRevision } from '../docx-in/model.ts'
import { isFurniture, isMovedCopy, readBookmark } from '../docx-out/bookmarks.ts'
import type { Expected } from './expected.ts'
import { givenWords, type IsOwn, itemsOf } from './operations.ts'

/** Paragraphs of the file that were one when its editors got it, and what they are. */
export interface Group {
  readonly paragraphs: readonly ReadParagraph[]
  /** Those that hold words the editors were given; where none does, all. */
  readonly carriers: readonly ReadParagraph[]
  /** Those that hold nothing but what the editors put. */
  readonly added: readonly ReadParagraph[]
  readonly kind: 'known' | 'gone' | 'furniture' | 'movedCopy' | 'added' | 'unknown' | 'blank'
  readonly expected?: Expected
  /** The revision its words had when the file was made. */
  readonly revision?: number
}

const markOf = ({ bookmarks }: ReadParagraph) => bookmarks.map(readBookmark).find(mark => mark !== undefined)

const isNew = (revision: ReadRevision | undefined, isOwn: IsOwn): boolean =>
  revision !== undefined && !isOwn(revision)

/** Splits the file into groups: an end its editors put does not part, a paragraph that bears a mark begins. */
const split = (paragraphs: readonly ReadParagraph[], isOwn: IsOwn): readonly (readonly ReadParagraph[])[] => {
  const groups: ReadParagraph[][] = []
  let goesOn = false
  for (const paragraph of paragraphs) {
    const marked = paragraph.bookmarks.some(name => name.startsWith('_gavel'))
    if (goesOn && !marked) groups.at(-1)!.push(paragraph)
    else groups.push([paragraph])
    goesOn = isNew(paragraph.mark.inserted, isOwn)
  }
  return groups
}

export const printedWords = (paragraph: ReadParagraph): string =>
  inkSegments(paragraph)
    .map(segment => (segment.kind === 'note' ? noteSign : segment.text))
    .join('')

const isBlank = (text: string): boolean => text.trim() === ''

/** What carries words its editors were given, and what holds only theirs. */
const sorted = (paragraphs: readonly ReadParagraph[], isOwn: IsOwn) => {
  const given = paragraphs.filter(one => !isBlank(givenWords(itemsOf([one], isOwn))))
  const marked = paragraphs.filter(one => markOf(one) !== undefined)
  const carriers = given.length > 0 ? given : marked
  const added = paragraphs.filter(one => !carriers.includes(one) && !isBlank(printedWords(one)))
  return { carriers, added }
}

/** Groups with what they are. A paragraph whose mark was lost is known by its words, where they are the text's. */
export const groupsOf = (
  paragraphs: readonly ReadParagraph[],
  all: ReadonlyMap<string, Expected>,
  isOwn: IsOwn,
): readonly Group[] => {
  const parts = split(paragraphs, isOwn)
  const seen = new Set(parts.flatMap(group => group.flatMap(one => markOf(one)?.hash ?? [])))
  const byWords = new Map(
    [...all.values()].filter(({ hash }) => !seen.has(hash)).map(expected => [expected.words, expected]),
  )
  const taken = new Set<string>()
  return parts.map((group): Group => {
    const { carriers, added } = sorted(group, isOwn)
    const shape = { paragraphs: group, carriers, added }
    if (group.some(({ bookmarks }) => bookmarks.some(isFurniture))) return { ...shape, kind: 'furniture' }
    if (group.some(({ bookmarks }) => bookmarks.some(isMovedCopy))) return { ...shape, kind: 'movedCopy' }
    const mark = group.map(markOf).find(found => found !== undefined)
    if (mark !== undefined && !taken.has(mark.hash)) {
      taken.add(mark.hash)
      const expected = all.get(mark.hash)
      if (expected === undefined) return { ...shape, kind: 'gone' }
      return {
        ...shape,
        kind: 'known',
        expected,
        ...(mark.revision === undefined ? {} : { revision: mark.revision }),
      }
    }
    if (carriers.length === 0) return { ...shape, kind: added.length === 0 ? 'blank' : 'added' }
    const words = givenWords(itemsOf(carriers, isOwn))
    const expected = byWords.get(words)
    if (expected === undefined) return { ...shape, kind: isBlank(words) ? 'blank' : 'unknown' }
    byWords.delete(words)
    return { ...shape, kind: 'known', expected }
  })
}
