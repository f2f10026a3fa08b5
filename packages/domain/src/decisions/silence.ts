import {
  type Check,
  canonicalJson,
  following,
  hourMs,
  type Instant,
  type Json,
  msBetween,
  type Outcome,
  refused,
} from '@gavel/kernel'
import { eventOf } from '../event.ts'
import { isTimeZone } from '../institution/names.ts'
import {
  byChairOf,
  hasNotDissociated,
  inOpenMeeting,
  isClean,
  isForBody,
  nameIsFree,
  onAgenda,
  onDecision,
  quorate,
  sits,
  takesDecisions,
  textIsFree,
  whoBlocks,
} from './checks.ts'
import type { DecisionsEvent } from './events.ts'
import type { Ground } from './ground.ts'
import { textOf } from './put.ts'
import { type SilenceStatus, silenceStatus } from './silenceStatus.ts'
import type { Decision, DecisionsActOf, DecisionsState, Silence, SilenceOffer } from './state.ts'

type Answer = Outcome<DecisionsEvent>

/** D-23. The expiry is one exact instant that lies ahead, with the zone and the words it was announced in. */
const isExact = (offer: SilenceOffer, at: Instant): Check => [
  'D-23',
  offer.expiresAt > at && isTimeZone(offer.timeZone) && offer.announcedAs.trim() !== '',
  () => ({ ...offer, at }),
]

/** D-24. A silence runs at least as long as the rules say, counted from its opening. */
const isLongEnough = (
  ground: Ground,
  offer: SilenceOffer,
  act: { at: Instant },
  body: Decision['body'],
): Check => {
  const hours = ground.parameter('silence.minimumHours', act.at, body)
  return [
    'D-24',
    msBetween(act.at, offer.expiresAt) >= hours * hourMs,
    () => ({ minimumHours: hours, opensAt: act.at, expiresAt: offer.expiresAt }),
  ]
}

const offerIn = ({ expiresAt, timeZone, announcedAs }: SilenceOffer): SilenceOffer => ({
  expiresAt,
  timeZone,
  announcedAs,
})

/** The chair proposes in a meeting to open a silence procedure. Whoever objects there prevents it. */
export const decidePropose = (
  act: DecisionsActOf<'decisions.proposeSilence'>,
  own: DecisionsState,
  ground: Ground,
): Answer => {
  const { decision, meeting: id, item, title, subject } = act.body
  const meeting = ground.meeting(id, act.at)
  if (meeting === undefined) return refused('D-2', { meeting: id, status: 'unknown' })
  const { body } = meeting
  const offer = offerIn(act.body)
  return following(
    [
      byChairOf(act, body),
      inOpenMeeting(id, meeting, body),
      ...takesDecisions(meeting),
      quorate(meeting),
      onAgenda(meeting, item),
      nameIsFree(own, decision, body, act.at),
      isForBody(ground, subject, body),
      isClean(ground, subject),
      textIsFree(own, subject, decision, act.at),
      isExact(offer, act.at),
      isLongEnough(ground, offer, act, body),
    ],
    () => [
      eventOf(act, 'decisions.silenceProposed', { decision, body, meeting: id, item, title, subject, offer }),
    ],
  )
}

/** D-20. Where the rules say so, a silence is opened in a meeting only. */
export const decideOpen = (
  act: DecisionsActOf<'decisions.openSilence'>,
  own: DecisionsState,
  ground: Ground,
): Answer => {
  if (act.body.meeting !== undefined) return openedInMeeting(act, act.body.meeting, own, ground)
  const { decision, body, title, subject } = act.body
  const offer = offerIn(act.body)
  return following(
    [
      byChairOf(act, body),
      ['D-20', !ground.parameter('silence.opensInMeeting', act.at, body), () => ({ body })],
      nameIsFree(own, decision, body, act.at),
      isForBody(ground, subject, body),
      isClean(ground, subject),
      textIsFree(own, subject, decision, act.at),
      isExact(offer, act.at),
      isLongEnough(ground, offer, act, body),
    ],
    () => [eventOf(act, 'decisions.silenceOpened', { decision, body, title, subject, offer })],
  )
}

/** D-22. What is opened is what was proposed: the words, the document, the instant and how it was announced. */
const asProposed = (act: DecisionsActOf<'decisions.openSilence'>, decision: Decision): boolean => {
  if (decision.course.stage !== 'proposed') return false
  const proposed = { title: decision.title, subject: decision.subject, offer: decision.course.offer }
  const opened = { title: act.body.title, subject: act.body.subject, offer: offerIn(act.body) }
  return canonicalJson(proposed as unknown as Json) === canonicalJson(opened as unknown as Json)
}

/** D-21. In a meeting a silence is opened after it was proposed there and while nobody maintains an objection. */
const openedInMeeting = (
  act: DecisionsActOf<'decisions.openSilence'>,
  id: NonNullable<DecisionsActOf<'decisions.openSilence'>['body']['meeting']>,
  own: DecisionsState,
  ground: Ground,
): Answer =>
  onDecision(own, act.body.decision, decision => {
    const { body, course, title, subject } = decision
    if (course.stage !== 'proposed' || course.meeting !== id || body !== act.body.body)
      return refused('D-21', { decision: decision.id, stage: course.stage, meeting: id })
    const meeting = ground.meeting(id, act.at)
    const { offer } = course
    const objectors = whoBlocks(decision, ground, act.at)
    return following(
      [
        byChairOf(act, body),
        inOpenMeeting(id, meeting, body),
        ...takesDecisions(meeting),
        quorate(meeting),
        ['D-21', objectors.length === 0, () => ({ objectors })],
        ['D-22', asProposed(act, decision), () => ({ title, proposed: { ...offer } })],
        isForBody(ground, subject, body),
        isClean(ground, subject),
        isExact(offer, act.at),
        isLongEnough(ground, offer, act, body),
      ],
      () => [
        eventOf(act, 'decisions.silenceOpened', {
          decision: decision.id,
          body,
          meeting: id,
          title,
          subject,
          offer,
        }),
      ],
    )
  })

/** When a silence was opened: it runs, to its end, under the rules of that instant. */
export const openedAt = (silence: Silence): Instant => silence.entries[0]!.at

/**
 * D-26. Whatever is to change a silence reaches the chair before the expiry: at the very instant it is late.
 * D-28. What has ended stays ended.
 */
export const whileOpen = (
  decision: Decision,
  at: Instant,
  judge: (silence: Silence, status: Extract<SilenceStatus, { kind: 'running' | 'suspended' }>) => Answer,
): Answer => {
  if (decision.course.stage !== 'silence')
    return refused('D-28', { decision: decision.id, stage: decision.course.stage })
  const { silence } = decision.course
  const status = silenceStatus(silence.entries, at)
  switch (status.kind) {
    case 'kept':
      return refused('D-26', { expiredAt: status.at, at })
    case 'broken':
    case 'withdrawn':
    case 'notOpened':
      return refused('D-28', { decision: decision.id, status: status.kind })
    default:
      return judge(silence, status)
  }
}

type BreakAct = DecisionsActOf<'decisions.breakSilence'>

/** What a delegation sent breaks the silence, is only a comment, or is not a way to break it here. */
const effectOf = (
  by: BreakAct['body']['by'],
  brokenBy: readonly string[],
): 'breaks' | 'comment' | 'nothing' => {
  if (by.kind === 'objection') return brokenBy.includes('objection') ? 'breaks' : 'nothing'
  if (by.wording.trim() === '') return 'nothing'
  if (brokenBy.includes('amendment')) return 'breaks'
  if (!brokenBy.includes('substantiveAmendment')) return 'nothing'
  return by.editorial === true ? 'comment' : 'breaks'
}

/** D-25. A silence is broken by a written objection, and by an amendment where the rules of its opening say so. */
export const decideBreak = (act: BreakAct, own: DecisionsState, ground: Ground): Answer =>
  onDecision(own, act.body.decision, decision =>
    whileOpen(decision, act.at, silence => {
      const { member, by } = act.body
      const brokenBy = ground.parameter('silence.brokenBy', openedAt(silence), decision.body)
      const effect = effectOf(by, brokenBy)
      return following(
        [
          sits(ground, member, decision.body, act.at),
          ['D-25', effect !== 'nothing', () => ({ sent: by.kind, brokenBy })],
          hasNotDissociated(decision, member),
        ],
        () => [
          effect === 'comment' && by.kind === 'amendment' ? comment(act, by.wording) : broken(act, decision),
        ],
      )
    }),
  )

const comment = (act: BreakAct, wording: string) =>
  eventOf(act, 'decisions.commentRecorded', { decision: act.body.decision, member: act.body.member, wording })

const broken = (act: BreakAct, decision: Decision) => {
  const { by, member } = act.body
  const how =
    by.kind === 'amendment'
      ? { kind: by.kind, wording: by.wording }
      : { kind: by.kind, ...(by.reason === undefined ? {} : { reason: by.reason }) }
  return eventOf(act, 'decisions.silenceBroken', { decision: decision.id, member, how, ...textOf(decision) })
}
