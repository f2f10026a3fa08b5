import { get, type MemberId, put, remove, update } from '@gavel/kernel'
import {
  addOption,
  type Content,
  changeWithin,
  closeBracket,
  findBracket,
  findOption,
  type Option,
  removeOption,
  wrapRange,
} from '@gavel/text'
import { unknownEvent } from '../event.ts'
import { copyOfParagraph } from './copy.ts'
import type { TextsEventOf } from './events.ts'
import { inserted, withoutParagraph, withParagraph } from './order.ts'
import { endedBrackets, newParagraph, reworded, withoutOptions } from './paragraph.ts'
import { type NegotiatedParagraph, paragraphIn, type Support, type Target, type Text } from './state.ts'
import { proposedBy, takenOverBy, withStand } from './support.ts'

export type ProposalEvent = TextsEventOf<
  | 'texts.changeProposed'
  | 'texts.alternativeProposed'
  | 'texts.paragraphProposed'
  | 'texts.deletionProposed'
  | 'texts.moveProposed'
  | 'texts.standTaken'
  | 'texts.released'
  | 'texts.lapsed'
  | 'texts.takenOver'
>

/** The content once an option has joined a bracket, or a new bracket stands round the range. */
export const contentWith = (
  content: Content,
  event: Pick<
    TextsEventOf<'texts.changeProposed'>,
    'change' | 'content' | 'into' | 'bracket' | 'option' | 'retained'
  >,
): Content => {
  const { change, into } = event
  const option: Option = { id: event.option, content: event.content, attributions: [], join: 'slash' }
  if (into !== null) return addOption(content, into, option)
  return changeWithin(content, change.within, inner =>
    wrapRange(inner, change.at, change.length, stood => ({
      kind: 'bracket',
      id: event.bracket,
      options: [{ id: event.retained, content: stood, attributions: [] }, option],
    })),
  )
}

const changeProposed = (before: Text, event: TextsEventOf<'texts.changeProposed'>): Text => {
  const text: Text = { ...before, revision: before.revision + 1 }
  const paragraph = paragraphIn(text, event.paragraph)
  const bracket = event.into ?? event.bracket
  let options = put(paragraph.options, event.option, {
    ...proposedBy(event.member),
    bracket,
    origin: 'proposed' as const,
  })
  let homes = put(text.homes, event.option, event.paragraph)
  if (event.into === null) {
    options = put(options, event.retained, { ...proposedBy(null), bracket, origin: 'base' as const })
    homes = put(put(homes, event.retained, event.paragraph), bracket, event.paragraph)
  }
  const next = reworded(paragraph, contentWith(paragraph.content, event), text.revision)
  return withParagraph({ ...text, homes }, { ...next, options })
}

const alternativeProposed = (before: Text, event: TextsEventOf<'texts.alternativeProposed'>): Text => {
  const text: Text = { ...before, revision: before.revision + 1 }
  const root = paragraphIn(text, event.paragraph)
  const { level, kind } = root
  const made = newParagraph(
    { id: event.alternative, number: event.number, level, kind, content: event.content },
    text.revision,
  )
  const alternative: NegotiatedParagraph = {
    ...made,
    whole: proposedBy(event.member),
    alternativeOf: root.id,
  }
  const grouped = withParagraph(text, { ...root, alternatives: [...root.alternatives, event.alternative] })
  const placed = inserted(grouped, alternative, root.alternatives.at(-1) ?? root.id)
  return { ...placed, homes: homesOf(placed, alternative) }
}

/** Copied brackets of a stale base are at home in the alternative. */
const homesOf = (text: Text, { id, options }: NegotiatedParagraph): Text['homes'] => {
  let homes = text.homes
  const walk = (content: Content): void => {
    for (const inline of content)
      if (inline.kind === 'bracket') {
        homes = put(homes, inline.id, id)
        for (const option of inline.options) {
          homes = put(homes, option.id, id)
          walk(option.content)
        }
      }
  }
  if (options.size > 0) walk(paragraphIn(text, id).content)
  return homes
}

const paragraphProposed = (before: Text, event: TextsEventOf<'texts.paragraphProposed'>): Text => {
  const text: Text = { ...before, revision: before.revision + 1 }
  const { paragraph: id, number, level, kind, content, after, member } = event
  const made = newParagraph({ id, number, level, kind, content }, text.revision)
  return inserted(text, { ...made, proposed: true, whole: proposedBy(member) }, after)
}

/** The paragraph with the support of a target changed; an equal one when there is no such thing. */
export const withSupport = (
  paragraph: NegotiatedParagraph,
  { option, on }: Target,
  change: <S extends Support>(support: S) => S,
): NegotiatedParagraph => {
  const next = copyOfParagraph(paragraph)
  if (option !== undefined) next.options = update(paragraph.options, option, change)
  else if (on === undefined) next.whole = change(paragraph.whole)
  else if (on === 'deletion') next.deletion = paragraph.deletion && change(paragraph.deletion)
  else if (on === 'move') next.move = paragraph.move && change(paragraph.move)
  else next.offer = paragraph.offer && change(paragraph.offer)
  return next
}

/** A word on the whole paragraph other than a reserve or an objection lifts the reservation recorded earlier. */
const standTaken = (paragraph: NegotiatedParagraph, event: TextsEventOf<'texts.standTaken'>) => {
  const next = withSupport(paragraph, event.target, support =>
    withStand(support, event.member, event.stand, event.at, event.note),
  )
  const onWhole = event.target.option === undefined && event.target.on === undefined
  const lifts = onWhole && event.stand !== 'reserves' && event.stand !== 'objects'
  if (!lifts || get(paragraph.reservations, event.member) === undefined) return next
  return { ...next, reservations: remove(next.reservations, event.member) }
}

const released = (paragraph: NegotiatedParagraph, target: Target): NegotiatedParagraph =>
  withSupport(paragraph, target, support => ({ ...support, proposer: null, released: true }))

const lapsed = (before: Text, event: TextsEventOf<'texts.lapsed'>): Text => {
  const text: Text = { ...before, revision: before.revision + 1 }
  const paragraph = paragraphIn(text, event.paragraph)
  const { option, on } = event.target
  if (option !== undefined) return withParagraph(text, optionLapsed(paragraph, event, text.revision))
  if (on === 'deletion') return withParagraph(text, { ...paragraph, deletion: null })
  if (on === 'move') return withParagraph(text, { ...paragraph, move: null })
  const root = paragraph.alternativeOf === null ? undefined : paragraphIn(text, paragraph.alternativeOf)
  const apart =
    root === undefined
      ? text
      : withParagraph(text, {
          ...root,
          alternatives: root.alternatives.filter(id => id !== paragraph.id),
        })
  return withoutParagraph(apart, paragraph.id, 'withdrawn', event.at)
}

/** An option leaves its bracket; where only the words that stood there are left, the bracket goes too. */
const optionLapsed = (
  paragraph: NegotiatedParagraph,
  event: TextsEventOf<'texts.lapsed'>,
  textRevision: number,
): NegotiatedParagraph => {
  const id = event.target.option!
  const gone = findOption(paragraph.content, id)!
  const options = withoutOptions(paragraph.options, [gone.option])
  const left = removeOption(paragraph.content, id)
  if (event.dissolves === null) return { ...reworded(paragraph, left, textRevision), options }
  const base = findBracket(left, event.dissolves)!.bracket.options[0]!
  const next = reworded(paragraph, closeBracket(left, event.dissolves, base.id), textRevision)
  const ended = { how: 'dissolved', option: base.id, revision: next.revision } as const
  return {
    ...next,
    options: remove(options, base.id),
    closed: endedBrackets(paragraph.closed, event.dissolves, ended, [gone.option], event.at),
  }
}

const takenOver = (
  paragraph: NegotiatedParagraph,
  target: Target,
  member: MemberId,
  at: TextsEventOf<'texts.takenOver'>['at'],
): NegotiatedParagraph => withSupport(paragraph, target, support => takenOverBy(support, member, at))

export const evolveProposal = (text: Text, event: ProposalEvent): Text => {
  switch (event.type) {
    case 'texts.changeProposed':
      return changeProposed(text, event)
    case 'texts.alternativeProposed':
      return alternativeProposed(text, event)
    case 'texts.paragraphProposed':
      return paragraphProposed(text, event)
    case 'texts.deletionProposed':
      return withParagraph(text, {
        ...paragraphIn(text, event.paragraph),
        deletion: proposedBy(event.member),
      })
    case 'texts.moveProposed':
      return withParagraph(text, {
        ...paragraphIn(text, event.paragraph),
        move: { ...proposedBy(event.member), place: event.place },
      })
    case 'texts.standTaken':
      return withParagraph(text, standTaken(paragraphIn(text, event.paragraph), event))
    case 'texts.released':
      return withParagraph(text, released(paragraphIn(text, event.paragraph), event.target))
    case 'texts.lapsed':
      return lapsed(text, event)
    case 'texts.takenOver':
      return withParagraph(
        text,
        takenOver(paragraphIn(text, event.paragraph), event.target, event.member, event.at),
      )
    default:
      return unknownEvent(event)
  }
}
