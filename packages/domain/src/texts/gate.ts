import { type Check, following, get, type MemberId, type Outcome, refused } from '@gavel/kernel'
import { capacityName } from '../institution/capacity.ts'
import { sitsIn } from '../institution/questions.ts'
import type { TextsAct } from './acts.ts'
import type { TextsEvent } from './events.ts'
import { plain } from './reading.ts'
import {
  type NegotiatedParagraph,
  type Pen,
  paragraphOf,
  type Text,
  textOf,
  type UpToTexts,
} from './state.ts'
import type { Heard } from './support.ts'

/** What comes before the rules of an act: that there is such a text and paragraph, and that it may change. */

export type Answer = Outcome<TextsEvent>
export type TextsActOf<Type extends TextsAct['type']> = Extract<TextsAct, { type: Type }>
type OnText = Exclude<TextsAct, { type: 'texts.introduce' }>
type OnParagraph = Extract<TextsAct, { body: { paragraph: NegotiatedParagraph['id'] } }>

/** T-1. An act names a text that was introduced. */
export const onText = (act: OnText, state: UpToTexts, rules: (text: Text) => Answer): Answer => {
  const text = textOf(state.texts, act.body.text)
  return text === undefined ? refused('T-1', { text: act.body.text }) : rules(text)
}

/** T-7. A text that is put, or under silence, stands still: its words, its document and its readers. */
export const standsStill = (text: Text): Check => [
  'T-7',
  text.frozen === null,
  () => ({ text: text.id, reason: text.frozen! }),
]

/** T-6. Only a text that was opened and not yet adopted is negotiated. */
/** T-7. A text that is put, or under silence, stands still. */
/** T-8. The delegations of the body's members negotiate its texts, each as far as the text is open to it. */
export const negotiated = (act: TextsAct, text: Text, state: UpToTexts): readonly Check[] => [
  ['T-6', text.stage === 'open', () => ({ text: text.id, stage: text.stage })],
  standsStill(text),
  ['T-8', takesPart(act, text, state), () => ({ text: text.id, body: text.body, ...audienceFacts(text) })],
]

const audienceFacts = ({ audience }: Text) => ({ audience: audience.kind })

const takesPart = ({ as, at }: TextsAct, text: Text, { institution }: UpToTexts): boolean => {
  if (as.kind !== 'delegate') return true
  const { audience } = text
  if (audience.kind === 'delegation' && audience.member !== as.member) return false
  if (audience.kind === 'body' && !sitsIn(institution, as.member, audience.body, at)) return false
  return sitsIn(institution, as.member, text.body, at)
}

/**
 * T-52. Who is heard when something is settled: the delegations whose members sit in the body of the text now. What a
 * member said that has left since stands in the record and stops nothing.
 */
export const heardIn =
  (text: Text, { institution }: UpToTexts, at: TextsAct['at']): Heard =>
  member =>
    sitsIn(institution, member, text.body, at)

/** As `onText`, for a text under negotiation. */
export const onOpenText = (act: OnText, state: UpToTexts, rules: (text: Text) => Answer): Answer =>
  onText(act, state, text => first(negotiated(act, text, state)) ?? rules(text))

/** T-14. An act names a paragraph that stands in the text. */
export const onParagraph = (
  act: OnParagraph,
  state: UpToTexts,
  rules: (text: Text, paragraph: NegotiatedParagraph) => Answer,
): Answer =>
  onOpenText(act, state, text => {
    const paragraph = paragraphOf(text, act.body.paragraph)
    return paragraph === undefined ? missing(text, act.body.paragraph) : rules(text, paragraph)
  })

/** The refusal for a paragraph that is not there, with what became of it. */
export const missing = (text: Text, id: NegotiatedParagraph['id']): Answer => {
  const gone = get(text.gone, id)
  return refused('T-14', { paragraph: id, ...(gone === undefined ? {} : { ...gone }) })
}

/** The first rule not kept, as an answer; undefined when all are. */
export const first = (checks: readonly Check[]): Answer | undefined => {
  const outcome = following<TextsEvent>(checks, () => [])
  return outcome.kind === 'refused' ? outcome : undefined
}

/** T-15. What is written against an older revision of the words is never merged in silence: the current words are shown. */
export const fresh = (paragraph: NegotiatedParagraph, base: number | undefined): Check => [
  'T-15',
  base === undefined || base === paragraph.revision,
  () => ({ base: base!, ...currentOf(paragraph) }),
]

/** What a person needs to write anew: the paragraph's revision and its words. */
export const currentOf = (paragraph: NegotiatedParagraph) => ({
  paragraph: paragraph.id,
  number: paragraph.number,
  revision: paragraph.revision,
  current: plain(paragraph.content),
})

/** The pen that holds for a paragraph: its own or the text's, whichever was given later. */
export const penOf = (text: Text, paragraph?: NegotiatedParagraph): Pen =>
  paragraph?.pen && paragraph.pen.epoch > text.pen.epoch ? paragraph.pen : text.pen

/** Whether the act comes from whoever holds the pen: the person it was given to, else the secretariat. */
export const hasPen = (act: TextsAct, text: Text, paragraph?: NegotiatedParagraph): boolean => {
  const { holder } = penOf(text, paragraph)
  return holder === null ? act.as.kind === 'secretariat' || act.as.kind === 'system' : act.by === holder
}

export const isChair = ({ as }: TextsAct, text: Text): boolean => as.kind === 'chair' && as.body === text.body

/** T-41. Only the pen lays, edits, renumbers and footnotes. */
export const byPen = (act: TextsAct, text: Text, paragraph?: NegotiatedParagraph): Check => [
  'T-41',
  hasPen(act, text, paragraph),
  () => ({ pen: penOf(text, paragraph).holder ?? 'secretariat', as: capacityName(act.as) }),
]

/** T-28. The chair of the body, or who holds the pen of the paragraph, settles what is disputed. */
export const byChairOrPen = (act: TextsAct, text: Text, paragraph?: NegotiatedParagraph): Check => [
  'T-28',
  isChair(act, text) || hasPen(act, text, paragraph),
  () => ({
    chairOf: text.body,
    pen: penOf(text, paragraph).holder ?? 'secretariat',
    as: capacityName(act.as),
  }),
]

/** T-42. The chair of the body or the secretariat steers a text: opens, issues, gives the pen, sets who may read. */
export const byChairOrSecretariat = (act: TextsAct, text: Text): Check => [
  'T-42',
  isChair(act, text) || act.as.kind === 'secretariat' || act.as.kind === 'system',
  () => ({ chairOf: text.body, as: capacityName(act.as) }),
]

/** The delegation that acts. The gate of the institution lets nobody else near these acts. */
export const delegationOf = (act: TextsAct): MemberId => {
  if (act.as.kind !== 'delegate')
    throw new TypeError(`${act.type} is a delegation's act, not ${act.as.kind}'s`)
  return act.as.member
}
