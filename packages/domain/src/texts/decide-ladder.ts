import {
  accepted,
  type Check,
  entries,
  following,
  hourMs,
  type Instant,
  later,
  type MemberId,
} from '@gavel/kernel'
import type { Rung } from '@gavel/text'
import { eventOf } from '../event.ts'
import { parameter } from '../rules.ts'
import {
  type Answer,
  byChairOrPen,
  currentOf,
  delegationOf,
  first,
  fresh,
  heardIn,
  onParagraph,
  type TextsActOf,
} from './gate.ts'
import { disputesOf, type NegotiatedParagraph, paragraphIn, type Text, type UpToTexts } from './state.ts'
import { objectorsTo, whoSaid } from './support.ts'
import { noteChecks } from './wording.ts'

/** The ladder, lowest rung first. */
export const rungs: readonly Rung[] = ['open', 'agreedInInformals', 'agreedAdRef', 'agreed']

/** The open span a paragraph lies in, if any: looked for only in texts that have such brackets at all. */
const spanAround = (text: Text, paragraph: NegotiatedParagraph): string | undefined => {
  for (const [bracket, span] of entries(text.spans)) {
    let at: NegotiatedParagraph['id'] | null = span.open
    while (at !== null) {
      if (at === paragraph.id) return bracket
      if (at === span.close) break
      at = paragraphIn(text, at).next
    }
  }
  return undefined
}

/** What is open in a paragraph, for the facts of a refusal. */
const openIn = (paragraph: NegotiatedParagraph) => ({
  paragraph: paragraph.id,
  brackets: paragraph.brackets,
  alternatives: paragraph.alternatives,
  alternativeOf: paragraph.alternativeOf,
  proposed: paragraph.proposed,
  deletion: paragraph.deletion !== null,
  move: paragraph.move !== null,
})

/** Who reserves on a paragraph: now, or since words in it were settled. */
export const reservingOn = (paragraph: NegotiatedParagraph): readonly MemberId[] =>
  [
    ...new Set([
      ...whoSaid(paragraph.whole, 'reserves'),
      ...[...entries(paragraph.reservations)].map(([member]) => member as MemberId),
    ]),
  ].sort()

/** T-34. A paragraph climbs: open, agreed in informals, agreed ad referendum, agreed; it comes down only by reopening. */
/** T-35. Nothing climbs with anything in it open: a bracket, an alternative, a deletion, a move, a span around it. */
/** T-36. Nothing climbs over an objection; and nothing is agreed while somebody reserves, though it may be ad referendum. */
export const advance = (act: TextsActOf<'texts.advance'>, state: UpToTexts): Answer =>
  onParagraph(act, state, (text, paragraph) => {
    const { to, base } = act.body
    const heard = heardIn(text, state, act.at)
    const objecting = objectorsTo(paragraph.whole, heard)
    const reserving = to === 'agreed' ? reservingOn(paragraph).filter(heard) : []
    const span = text.spans.size === 0 ? undefined : spanAround(text, paragraph)
    const open = disputesOf(paragraph) + paragraph.edges + paragraph.alternatives.length
    return following(
      [
        byChairOrPen(act, text, paragraph),
        fresh(paragraph, base),
        [
          'T-34',
          rungs.indexOf(to) > rungs.indexOf(paragraph.rung),
          () => ({ paragraph: paragraph.id, rung: paragraph.rung, to }),
        ],
        ['T-35', open === 0, () => openIn(paragraph)],
        ['T-35', span === undefined, () => ({ paragraph: paragraph.id, span: span! })],
        ['T-36', objecting.length === 0, () => ({ objecting })],
        ['T-36', reserving.length === 0, () => ({ reserving })],
      ],
      () => [
        eventOf(act, 'texts.advanced', {
          text: text.id,
          paragraph: paragraph.id,
          from: paragraph.rung,
          to,
        }),
      ],
    )
  })

/** T-37. A delegation asks to reopen what has climbed; one request at a time is heard. */
export const askToReopen = (act: TextsActOf<'texts.askToReopen'>, state: UpToTexts): Answer =>
  onParagraph(act, state, (text, paragraph) => {
    const { reopening } = paragraph
    return following(
      [
        ...noteChecks(act.body.reason),
        ['T-37', paragraph.rung !== 'open', () => ({ paragraph: paragraph.id, rung: paragraph.rung })],
        [
          'T-37',
          reopening === null || reopening.opposedBy.length > 0,
          () => ({ paragraph: paragraph.id, askedBy: reopening!.askedBy }),
        ],
      ],
      () => [
        eventOf(act, 'texts.reopeningAsked', {
          text: text.id,
          paragraph: paragraph.id,
          member: delegationOf(act),
          reason: act.body.reason,
        }),
      ],
    )
  })

/** T-37. Any other delegation may oppose a request that stands; opposing twice changes nothing. */
export const opposeReopening = (act: TextsActOf<'texts.opposeReopening'>, state: UpToTexts): Answer =>
  onParagraph(act, state, (text, paragraph) => {
    const member = delegationOf(act)
    const { reopening } = paragraph
    const early = first([
      ['T-37', reopening !== null, () => ({ paragraph: paragraph.id, asked: false })],
      ['T-37', reopening?.askedBy !== member, () => ({ askedBy: member })],
    ])
    if (early) return early
    if (reopening!.opposedBy.includes(member)) return accepted([])
    return accepted([
      eventOf(act, 'texts.reopeningOpposed', { text: text.id, paragraph: paragraph.id, member }),
    ])
  })

/** T-39. Between an offer or a request and its acceptance lies time enough for all to be heard. */
export const heard = (text: Text, since: Instant, act: { readonly at: Instant }, state: UpToTexts): Check => {
  const { value, source } = parameter(state.institution, 'text.hearingHours', act.at, text.body)
  const from = later(since, value * hourMs)
  return ['T-39', from <= act.at, () => ({ since, hours: value, from, source })]
}

/** T-38. What was agreed by all is reopened by the consent of all: asked for, heard, and opposed by nobody (T-52). */
export const reopen = (act: TextsActOf<'texts.reopen'>, state: UpToTexts): Answer =>
  onParagraph(act, state, (text, paragraph) => {
    const { reopening } = paragraph
    const byConsent = parameter(state.institution, 'text.reopenByConsent', act.at, text.body).value
    const early = first([
      byChairOrPen(act, text, paragraph),
      ['T-38', paragraph.rung !== 'open', () => ({ ...currentOf(paragraph), rung: paragraph.rung })],
      ['T-38', reopening !== null, () => ({ paragraph: paragraph.id, asked: false })],
    ])
    if (early) return early
    const { at } = reopening!
    const opposedBy = reopening!.opposedBy.filter(heardIn(text, state, act.at))
    return following(
      byConsent ? [['T-38', opposedBy.length === 0, () => ({ opposedBy })], heard(text, at, act, state)] : [],
      () => [
        eventOf(act, 'texts.reopened', { text: text.id, paragraph: paragraph.id, from: paragraph.rung }),
      ],
    )
  })
