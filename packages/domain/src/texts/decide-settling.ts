import { type Check, following, get, type OptionId, refused } from '@gavel/kernel'
import { type Bracket, type Content, findBracket } from '@gavel/text'
import { eventOf } from '../event.ts'
import { canMoveTo } from './decide-proposals.ts'
import type { Reserved } from './events.ts'
import {
  type Answer,
  byChairOrPen,
  currentOf,
  first,
  fresh,
  heardIn,
  onParagraph,
  type TextsActOf,
} from './gate.ts'
import { anchorOf } from './order.ts'
import { optionsWithin } from './paragraph.ts'
import { edgesOf, plain } from './reading.ts'
import {
  type NegotiatedParagraph,
  type OpenOption,
  paragraphIn,
  type Support,
  type Text,
  type UpToTexts,
} from './state.ts'
import { type Heard, maintainersAgainst, objectorsTo, reservationsOn } from './support.ts'

/**
 * What keeps a dispute from being settled: objections to what is chosen, and delegations that maintain what would be
 * left out without having said that they back, or can live with, what is chosen.
 *
 * T-30. Nothing is settled over an objection to it.
 * T-31. Nothing is settled while somebody maintains what would be left out.
 * T-52. Of both, those count who are heard: their members sit in the body now.
 */
const inTheWay = (chosen: Support | null, leftOut: Iterable<Support>, heard: Heard): readonly Check[] => {
  const objecting = objectorsTo(chosen, heard)
  const maintaining = maintainersAgainst(chosen, leftOut, heard)
  return [
    ['T-30', objecting.length === 0, () => ({ objecting })],
    ['T-31', maintaining.length === 0, () => ({ maintaining })],
  ]
}

/** T-29. A bracket closes once, on one of its own options or on none; who comes second is told how it ended. */
const ended = (paragraph: NegotiatedParagraph, bracket: string): Answer => {
  const closed = get(paragraph.closed, bracket)
  return refused('T-29', {
    bracket,
    ...(closed === undefined ? { known: false } : { ...closed }),
    current: plain(paragraph.content),
  })
}

const supportsOf = function* (
  paragraph: NegotiatedParagraph,
  bracket: Bracket,
  chosen: OptionId | null,
): Generator<OpenOption> {
  for (const option of bracket.options) {
    if (option.id === chosen) continue
    const own = get(paragraph.options, option.id)
    if (own !== undefined) yield own
    yield* optionsWithin(option.content, paragraph.options)
  }
}

/**
 * T-29. None of the options is the option without words, where the bracket has one; a bracket of a single option means
 * "these words, or none". Elsewhere nobody has proposed that nothing be said, and the chair does not invent it.
 */
const chosenIn = (bracket: Bracket, option: OptionId | null): OptionId | null =>
  option ?? bracket.options.find(({ content }) => content.length === 0)?.id ?? null

export const closeBracket = (act: TextsActOf<'texts.closeBracket'>, state: UpToTexts): Answer =>
  onParagraph(act, state, (text, paragraph) => {
    const early = first([byChairOrPen(act, text, paragraph), fresh(paragraph, act.body.base)])
    if (early) return early
    const found = findBracket(paragraph.content, act.body.bracket)
    if (found === undefined) return closeSpan(act, text, paragraph, heardIn(text, state, act.at))
    const { bracket } = found
    const chosen = chosenIn(bracket, act.body.option)
    const option = bracket.options.find(({ id }) => id === chosen)
    const unsaid = chosen === null && bracket.options.length > 1
    if (unsaid || (chosen !== null && option === undefined))
      return refused('T-29', {
        bracket: bracket.id,
        option: chosen,
        options: bracket.options.map(({ id }) => id),
      })
    const support = chosen === null ? null : get(paragraph.options, chosen)!
    const lost = bracket.options.filter(({ id }) => id !== chosen)
    const cutSpan: Check = [
      'T-32',
      lost.every(({ content }) => edgesOf(content).edges === 0),
      () => currentOf(paragraph),
    ]
    return following(
      [cutSpan, ...inTheWay(support, supportsOf(paragraph, bracket, chosen), heardIn(text, state, act.at))],
      () => [
        eventOf(act, 'texts.bracketClosed', {
          text: text.id,
          paragraph: paragraph.id,
          bracket: bracket.id,
          option: chosen,
          leftOut: lost.map(({ id, content }) => ({ option: id, wording: plain(content) })),
          reservations: reservationsOn(support, option === undefined ? '' : plain(option.content)),
        }),
      ],
    )
  })

/** T-32. A bracket that spans paragraphs closes on the words it holds; these leave the text only paragraph by paragraph. */
const closeSpan = (
  act: TextsActOf<'texts.closeBracket'>,
  text: Text,
  paragraph: NegotiatedParagraph,
  heard: Heard,
): Answer => {
  const { bracket, option } = act.body
  const span = get(text.spans, bracket)
  if (span === undefined || (span.open !== paragraph.id && span.close !== paragraph.id))
    return ended(paragraph, bracket)
  const opening = paragraphIn(text, span.open)
  const support = get(opening.options, bracket)!
  return following(
    [
      [
        'T-32',
        (option as string | null) === bracket,
        () => ({ bracket, option: bracket, from: span.open, to: span.close, wayOut: 'proposeDeletion' }),
      ],
      ...inTheWay(support, [], heard),
    ],
    () => [
      eventOf(act, 'texts.bracketClosed', {
        text: text.id,
        paragraph: paragraph.id,
        bracket,
        option,
        leftOut: [],
        reservations: reservationsOn(support, ''),
      }),
    ],
  )
}

/** Everything delegations stand on in a paragraph: the paragraph itself, and each option in it. */
const everythingIn = function* (paragraph: NegotiatedParagraph): Generator<Support> {
  yield paragraph.whole
  yield* optionsWithin(paragraph.content, paragraph.options)
}

const reservedOnWhole = (support: Support, content: Content): readonly Reserved[] =>
  reservationsOn(support, plain(content))

/** T-29. The alternatives of a paragraph are settled on one of them, by the same measure as a bracket. */
export const closeAlternatives = (act: TextsActOf<'texts.closeAlternatives'>, state: UpToTexts): Answer =>
  onParagraph(act, state, (text, paragraph) => {
    const { chosen: id, base } = act.body
    const group = [paragraph.id, ...paragraph.alternatives]
    const early = first([
      byChairOrPen(act, text, paragraph),
      [
        'T-29',
        paragraph.alternatives.length > 0 && group.includes(id),
        () => ({ paragraph: paragraph.id, chosen: id, alternatives: paragraph.alternatives }),
      ],
    ])
    if (early) return early
    const chosen = paragraphIn(text, id)
    const others = group.filter(other => other !== id).map(other => paragraphIn(text, other))
    const edges = others.find(other => other.edges > 0)
    return following(
      [
        fresh(chosen, base),
        ['T-32', edges === undefined, () => currentOf(edges!)],
        ...inTheWay(
          chosen.whole,
          others.flatMap(other => [...everythingIn(other)]),
          heardIn(text, state, act.at),
        ),
      ],
      () => [
        eventOf(act, 'texts.alternativesClosed', {
          text: text.id,
          paragraph: paragraph.id,
          chosen: id,
          leftOut: others.map(other => ({ paragraph: other.id, wording: plain(other.content) })),
          reservations: reservedOnWhole(chosen.whole, chosen.content),
        }),
      ],
    )
  })

/** T-33. A paragraph leaves or moves once its alternatives are settled and no bracket that spans others hangs on it. */
const standsAlone = (paragraph: NegotiatedParagraph): readonly Check[] => [
  [
    'T-33',
    paragraph.alternatives.length === 0 && paragraph.alternativeOf === null,
    () => ({
      paragraph: paragraph.id,
      alternatives: paragraph.alternatives,
      alternativeOf: paragraph.alternativeOf,
    }),
  ],
  ['T-33', paragraph.edges === 0, () => ({ edges: paragraph.edges, ...currentOf(paragraph) })],
]

export const settleDeletion = (act: TextsActOf<'texts.settleDeletion'>, state: UpToTexts): Answer =>
  onParagraph(act, state, (text, paragraph) => {
    const { deleted, base } = act.body
    const { deletion } = paragraph
    const early = first([
      byChairOrPen(act, text, paragraph),
      fresh(paragraph, base),
      ['T-29', deletion !== null, () => ({ ...currentOf(paragraph), deletion: null })],
    ])
    if (early) return early
    const chosen = deleted ? deletion! : paragraph.whole
    return following(
      [
        ...(deleted ? standsAlone(paragraph) : []),
        ...inTheWay(chosen, deleted ? everythingIn(paragraph) : [deletion!], heardIn(text, state, act.at)),
      ],
      () => [
        eventOf(act, 'texts.deletionSettled', {
          text: text.id,
          paragraph: paragraph.id,
          deleted,
          wording: plain(paragraph.content),
          reservations: deleted ? [] : reservedOnWhole(chosen, paragraph.content),
        }),
      ],
    )
  })

export const settleMove = (act: TextsActOf<'texts.settleMove'>, state: UpToTexts): Answer =>
  onParagraph(act, state, (text, paragraph) => {
    const { moved, base } = act.body
    const { move } = paragraph
    const early = first([
      byChairOrPen(act, text, paragraph),
      fresh(paragraph, base),
      ['T-29', move !== null, () => ({ ...currentOf(paragraph), move: null })],
    ])
    if (early) return early
    const after = anchorOf(text, move!.place)
    const heard = heardIn(text, state, act.at)
    return following(
      [
        ...(moved ? standsAlone(paragraph) : []),
        [
          'T-22',
          !moved || canMoveTo(paragraph, after),
          () => ({ place: { ...move!.place }, previous: paragraph.previous }),
        ],
        ...(moved ? inTheWay(move!, [], heard) : inTheWay(null, [move!], heard)),
      ],
      () => [
        eventOf(act, 'texts.moveSettled', {
          text: text.id,
          paragraph: paragraph.id,
          moved,
          after: after ?? null,
          reservations: moved ? reservationsOn(move!, '') : [],
        }),
      ],
    )
  })

/** T-29. A paragraph proposed anew is kept, or leaves; so is one that stands under an option of the draft. */
export const settleParagraph = (act: TextsActOf<'texts.settleParagraph'>, state: UpToTexts): Answer =>
  onParagraph(act, state, (text, paragraph) => {
    const { kept, base } = act.body
    const heard = heardIn(text, state, act.at)
    return following(
      [
        byChairOrPen(act, text, paragraph),
        fresh(paragraph, base),
        ['T-29', paragraph.proposed, () => ({ ...currentOf(paragraph), proposed: false })],
        ...(kept ? [] : standsAlone(paragraph)),
        ...(kept ? inTheWay(paragraph.whole, [], heard) : inTheWay(null, everythingIn(paragraph), heard)),
      ],
      () => [
        eventOf(act, 'texts.paragraphSettled', {
          text: text.id,
          paragraph: paragraph.id,
          kept,
          wording: plain(paragraph.content),
          reservations: kept ? reservedOnWhole(paragraph.whole, paragraph.content) : [],
        }),
      ],
    )
  })
