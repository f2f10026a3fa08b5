import type { TextId } from '@gavel/kernel'
import type { UpToTexts } from '../texts/index.ts'

/** What a rule of this chapter looks at in a text: its last issued version, and what is still in dispute. */
export interface TextFacts {
  readonly symbol: string | null
  /** Lower-case hex SHA-256 of the document issued under the symbol. */
  readonly document: string | null
  /** Open brackets, alternatives, proposed deletions and moves: everything that is not settled. */
  readonly openPlaces: number
  /** Was it changed since that version was issued? */
  readonly changedSince: boolean
}

/** What the chapter on texts says of a text that is to be decided. */
export const textFacts = (_state: UpToTexts, _text: TextId): TextFacts | undefined => undefined
