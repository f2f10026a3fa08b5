import type { Draft } from '../model.ts'
import { printContent } from '../notation/print.ts'

/** A paragraph as comparison and compilation see it: printed words, with its identity and number where it has them. */
export interface PlainParagraph {
  /** Stable identity. Where both versions have it, it decides which paragraph is which; otherwise content does. */
  readonly id?: string
  /** The display number, without its closing dot. It never decides anything. */
  readonly number?: string
  readonly text: string
}

/** A draft as plain paragraphs, in order, by their words as the notation prints them, brackets and all. */
export const paragraphsOf = (draft: Draft): readonly PlainParagraph[] =>
  draft.paragraphs.map(paragraph => ({
    id: paragraph.id,
    ...(paragraph.number === '' ? {} : { number: paragraph.number }),
    text: printContent(paragraph.content),
  }))
