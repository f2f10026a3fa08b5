import { createHash } from 'node:crypto'

/**
 * Bookmarks by which a copy that comes back knows its paragraphs: a hash of the paragraph's id, and the revision of
 * its words when it was printed. Hidden in Word (they begin with an underscore); names have at most 40 letters there.
 */
const hashOf = (paragraph: string): string =>
  createHash('sha256').update(paragraph).digest('hex').slice(0, 20)

export const paragraphBookmark = (paragraph: string, revision: number | undefined): string =>
  `_gavel_${hashOf(paragraph)}${revision === undefined ? '' : `_${revision}`}`

/** Marks the place a paragraph is moved to, and what stands above the text: neither is a paragraph of it. */
export const moveBookmark = (paragraph: string): string => `_gavelm_${hashOf(paragraph)}`
export const frontBookmark = '_gavel_front'
/** A footnote nothing refers to, printed after the text. */
export const looseNoteBookmark = '_gavel_note'

/** Whether a bookmark marks something printed that is no paragraph of the text. */
export const isFurniture = (name: string): boolean => /^_gavel_(?:front|note)\d*$/.test(name)

export interface Marked {
  readonly hash: string
  readonly revision?: number
}

const shape = /^_gavel_([0-9a-f]{20})(?:_(\d{1,9}))?$/

/** The paragraph a bookmark names; undefined for any other bookmark. */
export const readBookmark = (name: string): Marked | undefined => {
  const found = shape.exec(name)
  if (found === null) return undefined
  return { hash: found[1]!, ...(found[2] === undefined ? {} : { revision: Number(found[2]) }) }
}

export const isMovedCopy = (name: string): boolean => /^_gavelm_[0-9a-f]{20}$/.test(name)
export const markOf = (paragraph: string): string => hashOf(paragraph)

/** The author of the comments a file is printed with. */
export const printedBy = 'Gavel'
