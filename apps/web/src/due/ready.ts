import { type DomainState, texts } from '@gavel/domain'
import type { BracketId, OptionId } from '@gavel/kernel'
import { type Intent, type Room, whyClosed } from '../live/room.ts'

/** A dispute somebody who steers may settle now, and on what. */
export interface Ready {
  readonly paragraph: string
  readonly number: string
  readonly what: texts.OpenPoint['what'] | 'chairsText'
  /** Whether any delegation maintains anything in it: where none does, it waits for somebody to speak first. */
  readonly spoken: boolean
  readonly choices: readonly Choice[]
}

export interface Choice {
  readonly outcome: 'on' | 'do' | 'not'
  /** The words it would settle on; empty for no words. */
  readonly wording: string
  readonly maintainedBy: readonly string[]
  readonly intent: Intent
}

type Option = texts.OpenPoint['options'][number]

const choicesOf = (text: texts.Text, point: texts.OpenPoint): readonly Choice[] => {
  const paragraph = texts.paragraphOf(text, point.paragraph)
  if (paragraph === undefined) return []
  const at = { text: text.id, paragraph: point.paragraph, base: paragraph.revision }
  const on = (intentFor: (option: Option) => Intent): readonly Choice[] =>
    point.options.map(option => ({
      outcome: 'on',
      wording: option.wording,
      maintainedBy: option.maintainedBy,
      intent: intentFor(option),
    }))
  const either = (intentFor: (done: boolean) => Intent): readonly Choice[] =>
    [true, false].map(done => ({
      outcome: done ? 'do' : 'not',
      wording: '',
      maintainedBy: done ? (point.options[0]?.maintainedBy ?? []) : [],
      intent: intentFor(done),
    }))
  switch (point.what) {
    case 'bracket':
      return on(({ id }) => ({
        type: 'texts.closeBracket',
        body: { ...at, bracket: point.bracket as BracketId, option: id as OptionId },
      }))
    case 'alternatives':
      return on(({ id }) => ({ type: 'texts.closeAlternatives', body: { ...at, chosen: id as never } }))
    case 'deletion':
      return either(deleted => ({ type: 'texts.settleDeletion', body: { ...at, deleted } }))
    case 'move':
      return either(moved => ({ type: 'texts.settleMove', body: { ...at, moved } }))
    case 'newParagraph':
      return either(kept => ({ type: 'texts.settleParagraph', body: { ...at, kept } }))
    case 'number':
      return []
  }
}

/** The chair's own offers that may be taken now. */
const offersReady = (room: Room, state: DomainState, text: texts.Text): readonly Ready[] =>
  text.offered.flatMap(id => {
    const paragraph = texts.paragraphOf(text, id)
    const intent: Intent = { type: 'texts.acceptChairsText', body: { text: text.id, paragraphs: [id] } }
    if (paragraph?.offer == null || whyClosed(room, state, intent) !== null) return []
    const { number, offer } = paragraph
    return [
      {
        paragraph: id,
        number,
        what: 'chairsText',
        spoken: offer.backing > 0,
        choices: [
          { outcome: 'on', wording: offer.wording, maintainedBy: texts.maintainersOf(offer), intent },
        ],
      },
    ]
  })

/**
 * T-28 to T-33. What may be settled in a text at this instant, because nobody stands in the way: asked of the rules for each
 * outcome, those first where a delegation has spoken.
 */
export const readyIn = (room: Room, state: DomainState, text: texts.Text): readonly Ready[] => {
  if (text.stage !== 'open' || text.frozen !== null) return []
  const points = texts.openPoints(text).flatMap((point): readonly Ready[] => {
    const choices = choicesOf(text, point).filter(({ intent }) => whyClosed(room, state, intent) === null)
    if (choices.length === 0) return []
    const spoken = point.options.some(
      ({ maintainedBy, objectedBy }) => maintainedBy.length + objectedBy.length > 0,
    )
    return [{ paragraph: point.paragraph, number: point.number, what: point.what, spoken, choices }]
  })
  const all = [...offersReady(room, state, text), ...points]
  return [...all.filter(({ spoken }) => spoken), ...all.filter(({ spoken }) => !spoken)]
}
