import {
  type BracketId,
  entries,
  get,
  type MemberId,
  type OptionId,
  type ParagraphId,
  type TextId,
} from '@gavel/kernel'
import { bracketsIn, type Content, countWords, findOption, plainWords, type Rung } from '@gavel/text'
import type { Matter } from './acts.ts'
import { reservingOn } from './decide-ladder.ts'
import type { TextsEvent } from './events.ts'
import { instructionKey } from './evolve.ts'
import { plain } from './reading.ts'
import {
  type Comment,
  disputesOf,
  type Instruction,
  type NegotiatedParagraph,
  paragraphIn,
  paragraphsOf,
  type StandTaken,
  type Support,
  type Text,
  type TextsState,
} from './state.ts'
import { maintainersOf, whoSaid } from './support.ts'

/** What delegations read of a text: what is open, where they stand, what separates them from the rest. */

/** A thing that can be stood on, named so that an act can name it again. */
export interface Point {
  readonly paragraph: ParagraphId
  readonly number: string
  readonly option?: OptionId
  readonly on?: Matter
  readonly wording: string
}

interface Stood extends Point {
  readonly support: Support
}

const optionWording = (paragraph: NegotiatedParagraph, option: OptionId): string =>
  plain(findOption(paragraph.content, option)?.option.content ?? [])

const pointsOf = function* (paragraph: NegotiatedParagraph): Generator<Stood> {
  const { id, number, content, whole, deletion, move, offer } = paragraph
  const at = { paragraph: id, number }
  yield { ...at, wording: plain(content), support: whole }
  if (deletion) yield { ...at, on: 'deletion', wording: plain(content), support: deletion }
  if (move) yield { ...at, on: 'move', wording: plain(content), support: move }
  if (offer) yield { ...at, on: 'chairsText', wording: offer.wording, support: offer }
  for (const { bracket } of bracketsIn(content))
    for (const option of bracket.options) {
      const support = get(paragraph.options, option.id)
      if (support) yield { ...at, option: option.id, wording: plain(option.content), support }
    }
}

const named = ({ support: _support, ...point }: Stood): Point => point

export type Position = StandTaken['stand'] | 'proposes'

const positionOn = (support: Support, member: MemberId): Position | undefined =>
  support.proposer === member ? 'proposes' : get(support.stands, member)?.stand

/** Everything a delegation has said of a text, in the order of the text. */
export const whereStands = (
  text: Text,
  member: MemberId,
): readonly (Point & { readonly position: Position; readonly note?: string })[] =>
  [...paragraphsOf(text)].flatMap(paragraph =>
    [...pointsOf(paragraph)].flatMap(point => {
      const position = positionOn(point.support, member)
      const note = get(point.support.stands, member)?.note
      return position === undefined
        ? []
        : [{ ...named(point), position, ...(note === undefined ? {} : { note }) }]
    }),
  )

/** A delegation's wish that others object to, or its objection to what others maintain. */
export interface Separation extends Point {
  readonly position: Position
  /** Those on the other side: who objects, or who maintains. */
  readonly against: readonly MemberId[]
}

/** What separates a delegation from consensus: where it maintains what others object to, or objects to what they maintain. */
export const whatSeparates = (text: Text, member: MemberId): readonly Separation[] =>
  [...paragraphsOf(text)].flatMap(paragraph =>
    [...pointsOf(paragraph)].flatMap((point): readonly Separation[] => {
      const { support } = point
      const position = positionOn(support, member)
      if (position === 'objects') return [{ ...named(point), position, against: maintainersOf(support) }]
      if (position !== 'proposes' && position !== 'backs') return []
      const rivals = rivalsOf(paragraph, point, member)
      const against = [...new Set([...whoSaid(support, 'objects'), ...rivals])].sort()
      return against.length === 0 ? [] : [{ ...named(point), position, against }]
    }),
  )

/** Who maintains another option of the same bracket and cannot live with this one. */
const rivalsOf = (
  paragraph: NegotiatedParagraph,
  { option, support }: Stood,
  member: MemberId,
): readonly MemberId[] => {
  const found = option === undefined ? undefined : findOption(paragraph.content, option)
  if (found === undefined) return []
  return found.bracket.options
    .filter(({ id }) => id !== option)
    .flatMap(({ id }) => {
      const other = get(paragraph.options, id)
      return other === undefined ? [] : maintainersOf(other)
    })
    .filter(other => {
      const said = positionOn(support, other)
      return other !== member && said !== 'backs' && said !== 'canLiveWith'
    })
}

export interface OpenPoint {
  readonly paragraph: ParagraphId
  readonly number: string
  readonly what: 'bracket' | 'alternatives' | 'deletion' | 'move' | 'newParagraph' | 'number'
  /** The bracket to close, where it is one. */
  readonly bracket?: BracketId
  readonly options: readonly {
    readonly id: OptionId | ParagraphId
    readonly wording: string
    readonly maintainedBy: readonly MemberId[]
    readonly objectedBy: readonly MemberId[]
  }[]
}

const optionOf = (id: OptionId | ParagraphId, wording: string, support: Support) => ({
  id,
  wording,
  maintainedBy: maintainersOf(support),
  objectedBy: whoSaid(support, 'objects'),
})

/** The words between the edges of a bracket that spans paragraphs, one paragraph to a line. */
const spanWording = (text: Text, bracket: BracketId, from: ParagraphId, to: ParagraphId): string => {
  const lines: string[] = []
  for (let at: ParagraphId | null = from; at !== null; ) {
    const { content, next }: NegotiatedParagraph = paragraphIn(text, at)
    const edge = (kind: 'spanOpen' | 'spanClose'): number =>
      content.findIndex(inline => inline.kind === kind && inline.bracket === bracket)
    const end = at === to ? edge('spanClose') : -1
    lines.push(plain(content.slice(at === from ? edge('spanOpen') + 1 : 0, end < 0 ? undefined : end)))
    at = at === to ? null : next
  }
  return lines.join('\n')
}

/** Brackets over several paragraphs, told where they open. Their one option goes by the bracket's own id. */
const spansFrom = (text: Text, { id, options }: NegotiatedParagraph) =>
  [...entries(text.spans)].flatMap(([key, { open, close }]) => {
    const support = get(options, key)
    if (open !== id || support === undefined) return []
    const bracket = key as BracketId
    return [{ bracket, option: optionOf(key as OptionId, spanWording(text, bracket, open, close), support) }]
  })

const openIn = (text: Text, paragraph: NegotiatedParagraph): readonly OpenPoint[] => {
  const { id, number, content, whole, deletion, move, proposed, alternatives } = paragraph
  const itself = optionOf(id, plain(content), whole)
  const point = (what: OpenPoint['what'], options: OpenPoint['options']): OpenPoint => ({
    paragraph: id,
    number,
    what,
    options,
  })
  return [
    ...bracketsIn(content).map(({ bracket }) => ({
      ...point(
        'bracket',
        bracket.options.map(option =>
          optionOf(option.id, optionWording(paragraph, option.id), get(paragraph.options, option.id)!),
        ),
      ),
      bracket: bracket.id,
    })),
    ...spansFrom(text, paragraph).map(({ bracket, option }) => ({ ...point('bracket', [option]), bracket })),
    ...(alternatives.length === 0
      ? []
      : [
          point('alternatives', [
            itself,
            ...alternatives.map(other => {
              const alternative = get(text.paragraphs, other)!
              return optionOf(other, plain(alternative.content), alternative.whole)
            }),
          ]),
        ]),
    ...(deletion ? [point('deletion', [optionOf(id, '', deletion), itself])] : []),
    ...(move ? [point('move', [optionOf(id, plain(content), move)])] : []),
    ...(proposed ? [point('newParagraph', [itself])] : []),
    ...(paragraph.printed.disputedNumbers ? [point('number', [])] : []),
  ]
}

/** Everything still in dispute, in the order of the text, with who maintains and who objects. */
export const openPoints = (text: Text): readonly OpenPoint[] =>
  [...paragraphsOf(text)].flatMap(paragraph => openIn(text, paragraph))

export interface ParagraphConvergence {
  readonly paragraph: ParagraphId
  readonly number: string
  readonly rung: Rung
  readonly open: number
  readonly brackets: number
  readonly wordsInDispute: number
  readonly reserving: readonly string[]
}

export interface Convergence {
  /** Disputes left in the whole text; kept with every act, not counted here. */
  readonly disputed: number
  readonly rungs: Readonly<Record<Rung, number>>
  readonly paragraphs: readonly ParagraphConvergence[]
  /** By delegation: what it maintains, and what it objects to. */
  readonly delegations: readonly {
    readonly member: MemberId
    readonly maintains: number
    readonly objects: number
    readonly reserves: number
  }[]
}

const disputedWords = (content: Content): number =>
  content.reduce(
    (words, inline) => words + (inline.kind === 'bracket' ? countWords(plainWords([inline])) : 0),
    0,
  )

/** How many words of a paragraph stand in brackets, all options together. */
export const wordsInDispute = (paragraph: NegotiatedParagraph): number => disputedWords(paragraph.content)

/** Whether anything about a paragraph is open: a bracket in it or over it, an alternative, a deletion, a move. */
export const isDisputed = (paragraph: NegotiatedParagraph): boolean =>
  disputesOf(paragraph) > 0 || paragraph.edges > 0 || paragraph.alternatives.length > 0

/** How far a text has come, by paragraph and by delegation. */
export const convergenceOf = (text: Text): Convergence => {
  const tally = new Map<string, { maintains: number; objects: number; reserves: number }>()
  const count = (member: string, what: 'maintains' | 'objects' | 'reserves'): void => {
    const own = tally.get(member) ?? { maintains: 0, objects: 0, reserves: 0 }
    own[what]++
    tally.set(member, own)
  }
  const paragraphs = [...paragraphsOf(text)].map(paragraph => {
    for (const { support } of pointsOf(paragraph)) {
      for (const member of maintainersOf(support)) count(member, 'maintains')
      for (const member of whoSaid(support, 'objects')) count(member, 'objects')
      for (const member of whoSaid(support, 'reserves')) count(member, 'reserves')
    }
    for (const [member] of entries(paragraph.reservations)) count(member, 'reserves')
    const { id, number, rung, brackets, content } = paragraph
    return {
      paragraph: id,
      number,
      rung,
      open: disputesOf(paragraph),
      brackets,
      wordsInDispute: disputedWords(content),
      reserving: reservingOn(paragraph),
    }
  })
  const delegations = [...tally]
    .map(([member, counts]) => ({ member: member as MemberId, ...counts }))
    .sort((a, b) => (a.member < b.member ? -1 : 1))
  return { disputed: text.disputed, rungs: text.rungs, paragraphs, delegations }
}

/** What happened to a paragraph, from the events of its text, oldest first. */
export const paragraphHistory = (
  events: Iterable<TextsEvent>,
  text: TextId,
  paragraph: ParagraphId,
): readonly TextsEvent[] => [...events].filter(event => event.text === text && concerns(event, paragraph))

const concerns = (event: TextsEvent, paragraph: ParagraphId): boolean => {
  // A delegation's instructions and comments are no part of what others read.
  if (event.type === 'texts.instructed' || event.type === 'texts.commented') return false
  if ('paragraph' in event && event.paragraph === paragraph) return true
  switch (event.type) {
    case 'texts.laid':
      return event.paragraphs.some(({ id }) => id === paragraph)
    case 'texts.alternativeProposed':
      return event.alternative === paragraph
    case 'texts.alternativesClosed':
      return event.chosen === paragraph || event.leftOut.some(other => other.paragraph === paragraph)
    case 'texts.renumbered':
      return event.numbers.some(([id]) => id === paragraph)
    case 'texts.chairsTextOffered':
    case 'texts.chairsTextAccepted':
      return event.paragraphs.some(offer => offer.paragraph === paragraph)
    case 'texts.penGiven':
      return event.paragraphs === 'all' || event.paragraphs.includes(paragraph)
    default:
      return false
  }
}

/** A delegation's own instructions for a paragraph; nobody else's can be asked for with its code. */
export const instructionsOf = (
  state: TextsState,
  member: MemberId,
  text: TextId,
  paragraph: ParagraphId,
): Instruction | undefined => {
  const own = get(state.instructions, member)
  return own && get(own, instructionKey(text, paragraph))
}

/** A delegation's own thread on a paragraph, oldest first: the last hundred comments. */
export const commentsOf = (
  state: TextsState,
  member: MemberId,
  text: TextId,
  paragraph: ParagraphId,
): readonly Comment[] => {
  const own = get(state.comments, member)
  return (own && get(own, instructionKey(text, paragraph))) ?? []
}
