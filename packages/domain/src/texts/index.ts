/**
 * Chapter 3, texts: how a draft becomes words everybody can live with. Paragraphs with an identity of their own,
 * brackets whose options carry who proposes, backs and objects, the ladder a paragraph climbs, the chair's text.
 */
import type { Instant, TextId } from '@gavel/kernel'
import type { Audience } from '../act.ts'
import { textOf, type UpToTexts } from './state.ts'

export type { Matter, Place, Stand, TextsAct, WordingChange } from './acts.ts'
export { changesToward, editable, inlineSign } from './changes.ts'
export {
  chairsTextOf,
  cleanText,
  compilationOf,
  compiledParagraph,
  type NameOf,
  printedStatus,
  strayBrackets,
} from './compilation.ts'
export { decide } from './decide.ts'
export { rungs } from './decide-ladder.ts'
export type { Reserved, TextsEvent } from './events.ts'
export { evolve, instructionKey } from './evolve.ts'
export { type LeftOut, leftOutBy, type Offer, optionsTaken } from './left-out.ts'
export { type Portion, portionsOf } from './portions.ts'
export { hasDisputeBrackets } from './reading.ts'
export {
  type Convergence,
  commentsOf,
  convergenceOf,
  instructionsOf,
  isDisputed,
  type OpenPoint,
  openPoints,
  type Point,
  type Position,
  paragraphHistory,
  type Separation,
  whatSeparates,
  whereStands,
  wordsInDispute,
} from './standing.ts'
export {
  type Comment,
  type Instruction,
  initial,
  type NegotiatedParagraph,
  type OpenOption,
  paragraphOf,
  paragraphsOf,
  type Support,
  supportOf,
  type Target,
  type Text,
  type TextsState,
  textOf,
  type UpToTexts,
  type Version,
} from './state.ts'
export { maintainersOf, whoSaid } from './support.ts'
export { nextRevision, nextSymbol } from './symbols.ts'
export { faultIn } from './wording.ts'

/** The audience a text has now; undefined when there is no such text. */
export const audienceOfText = ({ texts }: UpToTexts, text: TextId): Audience | undefined =>
  textOf(texts, text)?.audience

/** The audience a text had at an instant, the end of a spell counting to the next; undefined: no such text. */
export const audienceOfTextAt = ({ texts }: UpToTexts, text: TextId, at: Instant): Audience | undefined => {
  const held = textOf(texts, text)
  return held?.audiencesBefore.find(({ until }) => at < until)?.audience ?? held?.audience
}
