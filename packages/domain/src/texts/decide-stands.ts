import { type Check, following, get, type MemberId, refused } from '@gavel/kernel'
import { type Content, findOption } from '@gavel/text'
import { eventOf } from '../event.ts'
import type { TextsEvent } from './events.ts'
import { type Answer, delegationOf, onParagraph, type TextsActOf } from './gate.ts'
import { optionsWithin } from './paragraph.ts'
import { plain } from './reading.ts'
import {
  type NegotiatedParagraph,
  type OpenOption,
  type Support,
  supportOf,
  type Target,
  type Text,
  type UpToTexts,
} from './state.ts'
import { maintainersOf, withStand } from './support.ts'
import { noteChecks } from './wording.ts'

type StandingAct = TextsActOf<'texts.takeStand' | 'texts.withdraw' | 'texts.takeOver'>

const targetOf = ({ option, on }: Target): Target => ({
  ...(option === undefined ? {} : { option }),
  ...(on === undefined ? {} : { on }),
})

/** T-24. A stand is taken on what is there: an open option, the paragraph, its deletion, its move, the chair's text. */
const onSupport = (
  act: StandingAct,
  state: UpToTexts,
  rules: (text: Text, paragraph: NegotiatedParagraph, support: Support) => Answer,
): Answer =>
  onParagraph(act, state, (text, paragraph) => {
    const support = supportOf(paragraph, act.body)
    if (support !== undefined) return rules(text, paragraph, support)
    return refused('T-24', { paragraph: paragraph.id, ...targetOf(act.body), ...endOf(text, paragraph, act) })
  })

/** What became of an option that is no longer there: the bracket it was in has ended, or it was never in this paragraph. */
const endOf = (text: Text, paragraph: NegotiatedParagraph, { body: { option } }: StandingAct) => {
  const home = option === undefined ? undefined : get(text.homes, option)
  return { revision: paragraph.revision, ...(home === undefined ? { known: false } : { wasIn: home }) }
}

/** T-25. A delegation has one stand on a thing; its proposal is its stand until it withdraws. */
export const takeStand = (act: TextsActOf<'texts.takeStand'>, state: UpToTexts): Answer =>
  onSupport(act, state, (text, paragraph, support) => {
    const member = delegationOf(act)
    const { stand, note } = act.body
    const target = targetOf(act.body)
    const before = get(support.stands, member)
    const whole = target.option === undefined && target.on === undefined
    const held = before !== undefined || (whole && get(paragraph.reservations, member) !== undefined)
    const checks: readonly Check[] = [
      ...noteChecks(note),
      ['T-18', paragraph.rung !== 'agreed', () => ({ paragraph: paragraph.id, rung: paragraph.rung })],
      ['T-25', support.proposer !== member, () => ({ proposes: member, wayOut: 'withdraw' })],
      ['T-25', stand !== 'none' || held, () => ({ member, stand: 'none' })],
    ]
    return following(checks, () => [
      eventOf(act, 'texts.standTaken', {
        text: text.id,
        paragraph: paragraph.id,
        target,
        member,
        stand,
        ...(note === undefined ? {} : { note }),
      }),
      ...lapseOf(act, text, paragraph, withStand(support, member, stand, act.at), target, member),
    ])
  })

/** T-26. Only its proposer withdraws a proposal. What others back or have amended stays, open to take-over; the rest lapses. */
export const withdraw = (act: TextsActOf<'texts.withdraw'>, state: UpToTexts): Answer =>
  onSupport(act, state, (text, paragraph, support) => {
    const member = delegationOf(act)
    const target = targetOf(act.body)
    return following<TextsEvent>(
      [
        ['T-26', support.proposer === member, () => ({ proposer: support.proposer, by: member })],
        ['T-18', paragraph.rung !== 'agreed', () => ({ paragraph: paragraph.id, rung: paragraph.rung })],
      ],
      () => {
        const gone = lapseOf(
          act,
          text,
          paragraph,
          { ...support, proposer: null, released: true },
          target,
          member,
        )
        return gone.length > 0
          ? gone
          : [eventOf(act, 'texts.released', { text: text.id, paragraph: paragraph.id, target, member })]
      },
    )
  })

/** T-27. What nobody proposes any longer, or a draft brought with it, any delegation may take over. */
export const takeOver = (act: TextsActOf<'texts.takeOver'>, state: UpToTexts): Answer =>
  onSupport(act, state, (text, paragraph, support) => {
    const free = support.released || (act.body.option !== undefined && originOf(support) === 'laid')
    return following(
      [
        ['T-18', paragraph.rung !== 'agreed', () => ({ paragraph: paragraph.id, rung: paragraph.rung })],
        ['T-27', support.proposer === null && free, () => ({ proposer: support.proposer })],
      ],
      () => [
        eventOf(act, 'texts.takenOver', {
          text: text.id,
          paragraph: paragraph.id,
          target: targetOf(act.body),
          member: delegationOf(act),
        }),
      ],
    )
  })

const originOf = (support: Support): OpenOption['origin'] | undefined =>
  (support as Partial<OpenOption>).origin

/** The content a target's words lie in: what would leave the text with it. */
const contentOf = (paragraph: NegotiatedParagraph, { option, on }: Target): Content => {
  if (option !== undefined) return findOption(paragraph.content, option)?.option.content ?? []
  return on === undefined ? paragraph.content : []
}

/**
 * The lapse that follows when a released proposal is backed by nobody any longer and nobody else has words in it; no
 * event while it stays. Words a draft brought with it never lapse, nor does the base text.
 */
const lapseOf = (
  act: StandingAct,
  text: Text,
  paragraph: NegotiatedParagraph,
  support: Support,
  target: Target,
  member: MemberId,
) => {
  const mayLapse =
    target.option !== undefined
      ? originOf(support) === 'proposed'
      : target.on !== undefined || paragraph.proposed || paragraph.alternativeOf !== null
  if (!support.released || support.backing > 0 || !mayLapse) return []
  const content = contentOf(paragraph, target)
  for (const inner of optionsWithin(content, paragraph.options))
    if (maintainersOf(inner).some(other => other !== member)) return []
  // A paragraph with alternatives, or with edges of a span, cannot leave by itself.
  if (target.option === undefined && target.on === undefined)
    if (paragraph.alternatives.length > 0 || paragraph.edges > 0) return []
  return [
    eventOf(act, 'texts.lapsed', {
      text: text.id,
      paragraph: paragraph.id,
      target,
      member,
      wording: plain(content),
      dissolves: dissolvedWith(paragraph, target),
    }),
  ]
}

/** The bracket that ends with an option: only the words that stood there would be left (or no words), and nobody objects. */
const dissolvedWith = (paragraph: NegotiatedParagraph, { option }: Target) => {
  if (option === undefined) return null
  const bracket = findOption(paragraph.content, option)!.bracket
  const left = bracket.options.filter(other => other.id !== option)
  const only = left.length === 1 ? get(paragraph.options, left[0]!.id) : undefined
  const undisputed = only?.objecting === 0 || left[0]?.content.length === 0
  return only?.origin === 'base' && undisputed ? bracket.id : null
}
