import {
  type Check,
  following,
  get,
  type OptionId,
  type ParagraphId,
  type Refusal,
  refused,
} from '@gavel/kernel'
import {
  bracketsIn,
  type Content,
  contentLength,
  findOption,
  isBoundary,
  type Option,
  sliceContent,
} from '@gavel/text'
import { eventOf } from '../event.ts'
import type { WordingChange } from './acts.ts'
import { contentWith } from './evolve-proposals.ts'
import {
  type Answer,
  currentOf,
  delegationOf,
  first,
  fresh,
  onOpenText,
  onParagraph,
  type TextsActOf,
} from './gate.ts'
import { alternativeNumber, numberAfter } from './numbering.ts'
import { anchorOf } from './order.ts'
import { contentAt } from './paragraph.ts'
import { asContent, edgesOf, nestingOf, plain } from './reading.ts'
import { type NegotiatedParagraph, paragraphIn, type Text, type UpToTexts } from './state.ts'
import { deepestNesting, mostOptions, numberChecks, wordingChecks } from './wording.ts'

/** T-18. What has climbed above open is closed to proposals until it is reopened. */
const openToProposals = (paragraph: NegotiatedParagraph, yours: Refusal['facts'] = {}): Check => [
  'T-18',
  paragraph.rung === 'open',
  () => ({ paragraph: paragraph.id, rung: paragraph.rung, ...yours }),
]

/** T-4 for ids a proposal brings with it: unused in the text, and each its own. */
const newIds = (text: Text, ids: readonly string[]): Check => {
  const taken = ids.find(
    (id, at) =>
      ids.indexOf(id) !== at ||
      get(text.homes, id) !== undefined ||
      get(text.paragraphs, id) !== undefined ||
      get(text.gone, id) !== undefined,
  )
  return ['T-4', taken === undefined, () => ({ id: taken! })]
}

/** Where a change is made: the content of the paragraph or of one of its options, and how deep that lies. */
interface Room {
  readonly content: Content
  readonly depth: number
}

const roomOf = (content: Content, within: OptionId | undefined): Room | undefined => {
  if (within === undefined) return { content, depth: 0 }
  const found = findOption(content, within)
  return found && { content: found.option.content, depth: found.depth }
}

/** The bracket the range is exactly, if it is one. */
const bracketAt = ({ content }: Room, { at, length }: WordingChange) => {
  if (length !== 1) return undefined
  const [inline, ...rest] = sliceContent(content, at, at + 1)
  return rest.length === 0 && inline?.kind === 'bracket' ? inline : undefined
}

/** T-16. A range lies within the words it names, between whole characters, and holds brackets whole or not at all. */
const rangeChecks = (room: Room | undefined, change: WordingChange): readonly Check[] => {
  const { at, length, within } = change
  if (room === undefined) return [['T-16', false, () => ({ within: within!, known: false })]]
  const { content } = room
  const size = contentLength(content)
  const inBounds = at >= 0 && length >= 0 && at + length <= size
  const bounded = inBounds && isBoundary(content, at) && isBoundary(content, at + length)
  const whole = bounded && edgesOf(sliceContent(content, at, at + length)).edges === 0
  const facts = () => ({
    at,
    length,
    units: size,
    current: plain(content),
    ...(bounded ? { wayOut: 'proposeAlternative' } : {}),
  })
  return [
    ['T-16', bounded, facts],
    ['T-16', whole, facts],
  ]
}

const sameWords = (a: string, b: string): boolean => normal(a) === normal(b)
const normal = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** T-17. A proposal changes something: words that stand there, or stand there as an option already, are backed instead. */
const changesSomething = (room: Room, change: WordingChange): Check => {
  const bracket = bracketAt(room, change)
  const stood: readonly Option[] = bracket?.options ?? []
  const same = stood.find(option => sameWords(plain(option.content), change.wording))
  const now = plain(sliceContent(room.content, change.at, change.at + change.length))
  return [
    'T-17',
    same === undefined && (bracket !== undefined || now !== change.wording),
    () => (same === undefined ? { current: now } : { option: same.id, current: plain(same.content) }),
  ]
}

/** T-12, T-13 for the bracket a proposal makes or joins. */
const roomFor = (room: Room, change: WordingChange): readonly Check[] => {
  const bracket = bracketAt(room, change)
  const options = (bracket?.options.length ?? 1) + 1
  const stood = nestingOf(sliceContent(room.content, change.at, change.at + change.length))
  const nesting = room.depth + (bracket === undefined ? 1 + stood : stood)
  return [
    ['T-12', nesting <= deepestNesting, () => ({ nesting, most: deepestNesting })],
    ['T-13', options <= mostOptions, () => ({ options, most: mostOptions })],
  ]
}

/**
 * T-16. What stood there and what is proposed become the options of a bracket; a range that is a bracket already
 * gains an option; a range inside an option nests.
 */
export const propose = (act: TextsActOf<'texts.propose'>, state: UpToTexts): Answer =>
  onParagraph(act, state, (text, paragraph) => {
    const { change, base, bracket, option, retained, onStale } = act.body
    const early = first([
      openToProposals(paragraph, { yours: { ...change } }),
      ...wordingChecks(change.wording),
    ])
    if (early) return early
    if (base !== paragraph.revision)
      return onStale === 'alternative'
        ? staleAlternative(act, text, paragraph)
        : refused('T-15', { base, yours: { ...change }, ...currentOf(paragraph) })
    const room = roomOf(paragraph.content, change.within)
    const outside = first(rangeChecks(room, change))
    if (outside) return outside
    const into = bracketAt(room!, change)?.id ?? null
    return following(
      [
        newIds(text, into === null ? [bracket, option, retained] : [option]),
        changesSomething(room!, change),
        ...roomFor(room!, change),
      ],
      () => [
        eventOf(act, 'texts.changeProposed', {
          text: text.id,
          paragraph: paragraph.id,
          member: delegationOf(act),
          change,
          content: asContent(change.wording),
          into,
          bracket,
          option,
          retained,
        }),
      ],
    )
  })

/**
 * T-15. On a stale base the author's whole wording becomes a visible alternative of the paragraph. It is made from
 * the words she had before her while these are kept; later she must send the whole wording, or is shown her words.
 */
const staleAlternative = (
  act: TextsActOf<'texts.propose'>,
  text: Text,
  paragraph: NegotiatedParagraph,
): Answer => {
  const { change, base, option, meant } = act.body
  const content = meant === undefined ? meantBy(act, paragraph) : asContent(meant)
  if (content === undefined)
    return refused('T-15', { base, yours: { ...change }, kept: false, ...currentOf(paragraph) })
  const alternative = act.body.alternative ?? (`${option}~alt` as ParagraphId)
  const root = rootOf(text, paragraph)
  const copied = bracketsIn(content).flatMap(({ bracket }) => [
    bracket.id,
    ...bracket.options.map(({ id }) => id),
  ])
  return following(
    [
      newIds(text, [alternative, ...copied]),
      ...(meant === undefined ? [] : wordingChecks(meant)),
      ['T-19', plain(content).trim() !== '', () => ({ paragraph: paragraph.id })],
    ],
    () => [
      eventOf(act, 'texts.alternativeProposed', {
        text: text.id,
        paragraph: root.id,
        alternative,
        number: alternativeNumber(text, root),
        content,
        member: delegationOf(act),
        staleBase: base,
        change,
      }),
    ],
  )
}

/** The old words with the change made in them. Brackets in them are copied under new ids, without anybody's stand. */
const meantBy = (
  { body: { change, base, option } }: TextsActOf<'texts.propose'>,
  paragraph: NegotiatedParagraph,
): Content | undefined => {
  const old = contentAt(paragraph, base)
  const room = old && roomOf(old, change.within)
  if (old === undefined || room === undefined) return undefined
  if (first(rangeChecks(room, change))) return undefined
  // The change is marked by a bracket of its own and then closed on the new words, so that seams are mended alike.
  const marked = contentWith(old, {
    change,
    content: asContent(change.wording),
    into: null,
    bracket: `${option}~bracket` as never,
    option,
    retained: `${option}~retained` as never,
  })
  return copied(closedOn(marked, option), option)
}

const closedOn = (content: Content, option: OptionId): Content => {
  const found = findOption(content, option)!
  return content.flatMap(inline => {
    if (inline.kind !== 'bracket') return [inline]
    if (inline.id === found.bracket.id) return found.option.content
    return [
      {
        ...inline,
        options: inline.options.map(each => ({
          ...each,
          content: findOption(each.content, option) ? closedOn(each.content, option) : each.content,
        })),
      },
    ]
  })
}

const copied = (content: Content, mark: OptionId): Content =>
  content.flatMap((inline): Content => {
    if (inline.kind === 'spanOpen' || inline.kind === 'spanClose') return []
    if (inline.kind !== 'bracket') return [inline]
    return [
      {
        ...inline,
        id: `${inline.id}~${mark}` as never,
        options: inline.options.map(option => ({
          ...option,
          id: `${option.id}~${mark}` as never,
          content: copied(option.content, mark),
        })),
      },
    ]
  })

/** Alternatives stand beside the first paragraph of their group, never beside one another. */
const rootOf = (text: Text, paragraph: NegotiatedParagraph): NegotiatedParagraph =>
  paragraph.alternativeOf === null ? paragraph : paragraphIn(text, paragraph.alternativeOf)

/** T-19. An alternative of a whole paragraph stands behind it as "alt"; all alternatives are of the first paragraph. */
export const proposeAlternative = (act: TextsActOf<'texts.proposeAlternative'>, state: UpToTexts): Answer =>
  onParagraph(act, state, (text, paragraph) => {
    const { base, alternative, wording } = act.body
    const root = rootOf(text, paragraph)
    const group = [root, ...root.alternatives.map(id => paragraphIn(text, id))]
    const same = group.find(other => sameWords(plain(other.content), wording))
    return following(
      [
        openToProposals(root, { yours: wording }),
        ...wordingChecks(wording),
        ['T-19', wording.trim() !== '', () => ({ paragraph: root.id })],
        ['T-15', base === paragraph.revision, () => ({ base, yours: wording, ...currentOf(paragraph) })],
        newIds(text, [alternative]),
        ['T-17', same === undefined, () => currentOf(same!)],
        [
          'T-13',
          group.length < mostOptions,
          () => ({ paragraph: root.id, options: group.length, most: mostOptions }),
        ],
      ],
      () => [
        eventOf(act, 'texts.alternativeProposed', {
          text: text.id,
          paragraph: root.id,
          alternative,
          number: alternativeNumber(text, root),
          content: asContent(wording),
          member: delegationOf(act),
        }),
      ],
    )
  })

/** T-20. A new paragraph takes the number before it with bis, ter …, unless a free one is named. */
export const proposeParagraph = (act: TextsActOf<'texts.proposeParagraph'>, state: UpToTexts): Answer =>
  onOpenText(act, state, text => {
    const { paragraph, place, level, kind, wording } = act.body
    const after = anchorOf(text, place)
    if (after === undefined) return refused('T-22', { place: { ...place } })
    const wanted = act.body.number
    const number = wanted ?? (kind === 'heading' || kind === 'note' ? '' : numberAfter(text, after, level))
    const free = level > 0 || number === '' || get(text.numbers, number) === undefined
    return following(
      [
        ...wordingChecks(wording),
        ...numberChecks(number),
        ['T-19', wording.trim() !== '', () => ({ paragraph })],
        ['T-20', Number.isInteger(level) && level >= 0 && level <= 20, () => ({ level, most: 20 })],
        newIds(text, [paragraph]),
        ['T-20', free, () => ({ number, next: numberAfter(text, after, level) })],
      ],
      () => [
        eventOf(act, 'texts.paragraphProposed', {
          text: text.id,
          paragraph,
          number,
          level,
          kind,
          content: asContent(wording),
          after,
          member: delegationOf(act),
        }),
      ],
    )
  })

/** T-23. One deletion and one move of a paragraph can be before the delegations; the next to wish it backs it. */
export const proposeDeletion = (act: TextsActOf<'texts.proposeDeletion'>, state: UpToTexts): Answer =>
  onParagraph(act, state, (text, paragraph) =>
    following(
      [
        openToProposals(paragraph),
        fresh(paragraph, act.body.base),
        [
          'T-23',
          paragraph.deletion === null,
          () => ({ paragraph: paragraph.id, proposedBy: paragraph.deletion!.proposer }),
        ],
      ],
      () => [
        eventOf(act, 'texts.deletionProposed', {
          text: text.id,
          paragraph: paragraph.id,
          member: delegationOf(act),
        }),
      ],
    ),
  )

/** T-22, T-23. A move names another place that is in the text. */
export const proposeMove = (act: TextsActOf<'texts.proposeMove'>, state: UpToTexts): Answer =>
  onParagraph(act, state, (text, paragraph) => {
    const { place, base } = act.body
    return following(
      [
        openToProposals(paragraph),
        fresh(paragraph, base),
        [
          'T-23',
          paragraph.move === null,
          () => ({ paragraph: paragraph.id, proposedBy: paragraph.move!.proposer }),
        ],
        ['T-22', canMoveTo(paragraph, anchorOf(text, place)), () => ({ place: { ...place } })],
      ],
      () => [
        eventOf(act, 'texts.moveProposed', {
          text: text.id,
          paragraph: paragraph.id,
          member: delegationOf(act),
          place,
        }),
      ],
    )
  })

/** Whether a place is there and is not where the paragraph stands already. */
export const canMoveTo = (
  paragraph: NegotiatedParagraph,
  after: ParagraphId | null | undefined,
): after is ParagraphId | null =>
  after !== undefined && after !== paragraph.id && after !== paragraph.previous
