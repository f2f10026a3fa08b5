import { emptyTable, get, type Instant, put, remove } from '@gavel/kernel'
import { bracketsIn, closeBracket, findBracket } from '@gavel/text'
import { unknownEvent } from '../event.ts'
import type { Reserved, TextsEventOf } from './events.ts'
import { inserted, moved, withoutParagraph, withParagraph } from './order.ts'
import { endedBrackets, reworded, withoutOptions } from './paragraph.ts'
import { withoutEdges } from './reading.ts'
import { type Closed, type NegotiatedParagraph, paragraphIn, type Text } from './state.ts'

export type SettlingEvent = TextsEventOf<
  | 'texts.bracketClosed'
  | 'texts.alternativesClosed'
  | 'texts.deletionSettled'
  | 'texts.moveSettled'
  | 'texts.paragraphSettled'
  | 'texts.advanced'
  | 'texts.reopeningAsked'
  | 'texts.reopeningOpposed'
  | 'texts.reopened'
  | 'texts.chairsTextAccepted'
>

/** Reservations outlive what they were made on: they are kept with the paragraph until lifted. */
const reserved = (
  paragraph: NegotiatedParagraph,
  reservations: readonly Reserved[],
  at: Instant,
): NegotiatedParagraph => ({
  ...paragraph,
  reservations: reservations.reduce(
    (table, { member, wording, note }) =>
      put(table, member, { at, wording, ...(note === undefined ? {} : { note }) }),
    paragraph.reservations,
  ),
})

const bracketClosed = (before: Text, event: TextsEventOf<'texts.bracketClosed'>): Text => {
  const text: Text = { ...before, revision: before.revision + 1 }
  const paragraph = paragraphIn(text, event.paragraph)
  const found = findBracket(paragraph.content, event.bracket)
  if (found === undefined) return spanClosed(text, event)
  const lost = found.bracket.options.filter(option => option.id !== event.option)
  const options = withoutOptions(paragraph.options, lost)
  const content = closeBracket(paragraph.content, event.bracket, event.option)
  const next = reworded(paragraph, content, text.revision)
  const ended = { how: 'closed', option: event.option, revision: next.revision } as const
  const closed = endedBrackets(paragraph.closed, event.bracket, ended, lost, event.at)
  const settled = {
    ...next,
    closed,
    options: event.option === null ? options : remove(options, event.option),
  }
  return withParagraph(text, reserved(settled, event.reservations, event.at))
}

/** A bracket that spans paragraphs loses both its edges; the words between stay. */
const spanClosed = (text: Text, event: TextsEventOf<'texts.bracketClosed'>): Text => {
  const span = get(text.spans, event.bracket)!
  const without = (all: Text, id: typeof span.open): Text => {
    const paragraph = paragraphIn(all, id)
    const content = withoutEdges(paragraph.content, event.bracket)
    return withParagraph(all, {
      ...reworded(paragraph, content, all.revision),
      options: remove(paragraph.options, event.bracket),
    })
  }
  const first = without(text, span.open)
  const both = span.close === span.open ? first : without(first, span.close)
  const opening = paragraphIn(both, span.open)
  const mark: Closed = { how: 'closed', option: event.option, at: event.at, revision: opening.revision }
  const closed = put(opening.closed, event.bracket, mark)
  const settled = reserved({ ...opening, closed }, event.reservations, event.at)
  return { ...withParagraph(both, settled), spans: remove(both.spans, event.bracket) }
}

/**
 * The chosen paragraph stays alone of its group. A chosen alternative steps into the first one's place, number and
 * pending proposals, and keeps its own identity.
 */
const alternativesClosed = (before: Text, event: TextsEventOf<'texts.alternativesClosed'>): Text => {
  const text: Text = { ...before, revision: before.revision + 1 }
  const root = paragraphIn(text, event.paragraph)
  const others = root.alternatives.filter(id => id !== event.chosen)
  const left = others.reduce((all, id) => withoutParagraph(all, id, 'notChosen', event.at), text)
  if (event.chosen === root.id) {
    const kept: NegotiatedParagraph = {
      ...paragraphIn(left, root.id),
      alternatives: [],
      touched: text.revision,
    }
    return withParagraph(left, reserved(kept, event.reservations, event.at))
  }
  const chosen = paragraphIn(left, event.chosen)
  const { previous, number } = paragraphIn(left, root.id)
  const alone = withoutParagraph(
    withoutParagraph(left, root.id, 'notChosen', event.at),
    chosen.id,
    'notChosen',
    event.at,
  )
  const { proposed, deletion, move, pen, reservations } = root
  const heir: NegotiatedParagraph = {
    ...chosen,
    number,
    alternativeOf: null,
    alternatives: [],
    touched: text.revision,
    whole: proposed ? chosen.whole : { ...chosen.whole, proposer: null, released: false },
    proposed,
    deletion,
    move,
    pen: chosen.pen ?? pen,
    reservations,
  }
  const back = inserted({ ...alone, gone: remove(alone.gone, chosen.id) }, heir, previous)
  const offered = chosen.offer === null ? back : { ...back, offered: [...back.offered, chosen.id] }
  return withParagraph(offered, reserved(paragraphIn(offered, chosen.id), event.reservations, event.at))
}

const deletionSettled = (before: Text, event: TextsEventOf<'texts.deletionSettled'>): Text => {
  const text: Text = { ...before, revision: before.revision + 1 }
  if (event.deleted) return withoutParagraph(text, event.paragraph, 'deleted', event.at)
  const kept: NegotiatedParagraph = { ...paragraphIn(text, event.paragraph), deletion: null }
  return withParagraph(text, reserved(kept, event.reservations, event.at))
}

const moveSettled = (before: Text, event: TextsEventOf<'texts.moveSettled'>): Text => {
  const text: Text = { ...before, revision: before.revision + 1 }
  const settled: NegotiatedParagraph = { ...paragraphIn(text, event.paragraph), move: null }
  const stays = withParagraph(text, reserved(settled, event.reservations, event.at))
  return event.moved ? moved(stays, event.paragraph, event.after) : stays
}

const paragraphSettled = (before: Text, event: TextsEventOf<'texts.paragraphSettled'>): Text => {
  const text: Text = { ...before, revision: before.revision + 1 }
  if (!event.kept) return withoutParagraph(text, event.paragraph, 'notKept', event.at)
  const paragraph = paragraphIn(text, event.paragraph)
  const { alternatives: _settled, ...printed } = paragraph.printed
  const kept: NegotiatedParagraph = {
    ...paragraph,
    printed,
    proposed: false,
    whole: { ...paragraph.whole, proposer: null, released: false },
  }
  return withParagraph(text, reserved(kept, event.reservations, event.at))
}

/** What the drafter printed beside a paragraph gives way to the rung it was given here. */
const onRung = (paragraph: NegotiatedParagraph, rung: NegotiatedParagraph['rung']): NegotiatedParagraph => {
  const { status: _status, ...printed } = paragraph.printed
  return { ...paragraph, printed, rung, reopening: null }
}

/** The chair's words take the place of all options and alternatives of the paragraph. */
const accepted = (
  text: Text,
  { paragraph: id, content, reservations }: TextsEventOf<'texts.chairsTextAccepted'>['paragraphs'][number],
  at: Instant,
): Text => {
  const root = paragraphIn(text, id)
  const alone = root.alternatives.reduce((all, other) => withoutParagraph(all, other, 'chairsText', at), text)
  const ended = { how: 'chairsText', option: null, at, revision: root.revision + 1 } as const
  let closed = root.closed
  for (const { bracket } of bracketsIn(root.content)) closed = put(closed, bracket.id, ended)
  const { alternatives: _replaced, ...printed } = root.printed
  const next: NegotiatedParagraph = {
    // Its neighbours are those it has once the alternatives are gone.
    ...reworded(paragraphIn(alone, id), content, text.revision),
    printed,
    options: emptyTable(),
    closed,
    alternatives: [],
    proposed: false,
    whole: { ...root.whole, proposer: null, released: false },
    offer: null,
  }
  return {
    ...withParagraph(alone, reserved(next, reservations, at)),
    offered: alone.offered.filter(other => other !== id),
  }
}

const change = (
  text: Text,
  event: { readonly paragraph: NegotiatedParagraph['id'] },
  make: (paragraph: NegotiatedParagraph) => NegotiatedParagraph,
): Text => withParagraph(text, make(paragraphIn(text, event.paragraph)))

export const evolveSettling = (text: Text, event: SettlingEvent): Text => {
  switch (event.type) {
    case 'texts.bracketClosed':
      return bracketClosed(text, event)
    case 'texts.alternativesClosed':
      return alternativesClosed(text, event)
    case 'texts.deletionSettled':
      return deletionSettled(text, event)
    case 'texts.moveSettled':
      return moveSettled(text, event)
    case 'texts.paragraphSettled':
      return paragraphSettled(text, event)
    case 'texts.advanced':
      return change(text, event, paragraph => onRung(paragraph, event.to))
    case 'texts.reopeningAsked': {
      const { member: askedBy, reason, at } = event
      return change(text, event, p => ({ ...p, reopening: { askedBy, reason, at, opposedBy: [] } }))
    }
    case 'texts.reopeningOpposed':
      return change(text, event, paragraph =>
        paragraph.reopening === null
          ? paragraph
          : {
              ...paragraph,
              reopening: {
                ...paragraph.reopening,
                opposedBy: [...paragraph.reopening.opposedBy, event.member],
              },
            },
      )
    case 'texts.reopened':
      return change(text, event, paragraph => onRung(paragraph, 'open'))
    case 'texts.chairsTextAccepted':
      return event.paragraphs.reduce((all, one) => accepted(all, one, event.at), {
        ...text,
        revision: text.revision + 1,
      })
    default:
      return unknownEvent(event)
  }
}
