import { type Indexed, indexed } from '../compare/align.ts'
import type { PlainParagraph } from '../compare/paragraph.ts'
import type { ParagraphKind } from '../model.ts'

/** A paragraph of the base text. Without an id (or with one used twice) it is called by its place: `#12`. */
export interface BaseParagraph extends PlainParagraph {
  readonly level?: number
  readonly kind?: ParagraphKind
}

/** The base, read once for all submissions. */
export interface Base {
  readonly paragraphs: readonly BaseParagraph[]
  /** What each paragraph is called in the compilation; no two alike. */
  readonly ids: readonly string[]
  readonly places: ReadonlyMap<string, number>
  readonly index: Indexed
}

/** Reads the base. Cost: once over its letters. */
export const baseOf = (paragraphs: readonly BaseParagraph[]): Base => {
  const index = indexed(paragraphs)
  const ids = paragraphs.map(({ id }, at) => {
    const known = id !== undefined && index.byId.get(id) === at ? id : `#${at + 1}`
    return known === id || !index.byId.has(known) ? known : `#${at + 1}#`
  })
  return { paragraphs, ids, places: new Map(ids.map((id, at) => [id, at])), index }
}
