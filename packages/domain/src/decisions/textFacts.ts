import { type BodyId, has, type TextId } from '@gavel/kernel'
import { ladderFrom } from '../institution/questions.ts'
import { strayBrackets, textOf, type UpToTexts } from '../texts/index.ts'

/** What a rule of this chapter looks at in a text: its last issued version, and what is still in dispute. */
export interface TextFacts {
  readonly symbol: string | null
  /** Lower-case hex SHA-256 of the document issued under the symbol. */
  readonly document: string | null
  /** Open brackets, alternatives, proposed deletions, moves and paragraphs: everything that is not settled. */
  readonly openPlaces: number
  /** Paragraphs with a square bracket among their words that was never closed or never opened. */
  readonly strayBrackets: () => readonly string[]
  /** Were words, order or numbers changed since that version was issued? */
  readonly changedSince: boolean
  readonly hasParagraph: (paragraph: string) => boolean
  /** Whether a body is the one the text is negotiated in, or one that body reports to by any number of steps. */
  readonly isBefore: (body: BodyId) => boolean
}

/** What the chapter on texts says of a text that is to be decided; undefined when there is no such text. */
export const textFacts = (state: UpToTexts, id: TextId): TextFacts | undefined => {
  const text = textOf(state.texts, id)
  if (text === undefined) return undefined
  const issued = text.versions.at(-1)
  return {
    symbol: issued?.symbol ?? null,
    document: issued?.document ?? null,
    openPlaces: text.disputed,
    strayBrackets: () => strayBrackets(text),
    changedSince: issued === undefined || issued.revision !== text.revision,
    hasParagraph: paragraph => has(text.paragraphs, paragraph),
    isBefore: body => ladderFrom(state.institution, text.body).includes(body),
  }
}
