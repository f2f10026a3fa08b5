import {
  type BodyId,
  type Check,
  dayMs,
  following,
  get,
  has,
  later,
  msBetween,
  type Outcome,
} from '@gavel/kernel'
import type { Capacity } from '../act.ts'
import { eventOf, unknownAct } from '../event.ts'
import { capacityName } from '../institution/capacity.ts'
import { idFault, isTimeZone, nameFault, readable } from '../institution/names.ts'
import { membersOf, sitsIn } from '../institution/questions.ts'
import { parameter } from '../rules.ts'
import type { AgendaItem, MeetingsAct } from './acts.ts'
import type { MeetingsEvent } from './events.ts'
import { quorumOf } from './quorum.ts'
import type { Meeting, UpToMeetings } from './state.ts'

type ActNamed<Type extends MeetingsAct['type']> = Extract<MeetingsAct, { type: Type }>
type Answer = Outcome<MeetingsEvent>

/** More items than any agenda has; a bound so that one act cannot fill the record. */
const mostItems = 200

/** M-3. A chair convenes and conducts the meetings of her own body. */
const ofOwnBody = (as: Capacity, body: BodyId): Check => [
  'M-3',
  as.kind !== 'chair' || as.body === body,
  () => ({ by: capacityName(as), body }),
]

/** M-6. An agenda has items, each with a number of its own and a title. */
const agendaFault = (agenda: readonly AgendaItem[]): string | null => {
  if (agenda.length === 0) return 'empty'
  if (agenda.length > mostItems) return `more than ${mostItems} items`
  const numbers = new Set(agenda.map(item => item.number))
  if (numbers.size < agenda.length) return 'a number stands twice'
  const bad = agenda.find(
    item => nameFault(item.number, 20) !== null || nameFault(item.title, 1_000) !== null,
  )
  return bad ? `item ${JSON.stringify(bad.number.slice(0, 20))} has no plain number and title` : null
}

const properAgenda = (agenda: readonly AgendaItem[]): Check => [
  'M-6',
  agendaFault(agenda) === null,
  () => ({ fault: agendaFault(agenda) }),
]

/**
 * M-1. A meeting is convened once, under an identifier of its own.
 * M-2. It is a meeting of a body on the register.
 * M-4. It is convened with the notice the rules ask for (`meeting.noticeDays`), counted in days of 24 hours.
 */
const convene = (act: ActNamed<'meetings.convene'>, state: UpToMeetings): Answer => {
  const { meeting, body, title, opensAt, place, timeZone, agenda } = act.body
  const notice = parameter(state.institution, 'meeting.noticeDays', act.at, body)
  const earliest = later(act.at, notice.value * dayMs)
  return following(
    [
      readable(
        ['meeting', idFault(meeting)],
        ['title', nameFault(title, 1_000)],
        ['place', nameFault(place)],
        ['timeZone', isTimeZone(timeZone) ? null : 'not a time zone'],
      ),
      ['M-1', !has(state.meetings.meetings, meeting), () => ({ meeting })],
      ['M-2', has(state.institution.bodies, body), () => ({ body })],
      ofOwnBody(act.as, body),
      [
        'M-4',
        opensAt >= earliest,
        () => ({ opensAt, earliest, days: notice.value, since: notice.since, source: notice.source }),
      ],
      properAgenda(agenda),
    ],
    () => [
      eventOf(act, 'meetings.convened', {
        ...act.body,
        notice: { days: notice.value, source: notice.source },
      }),
    ],
  )
}

/** M-5. An act on a meeting names a meeting that was convened, at a stage at which it can be done. */
const atStage = (
  meeting: Meeting | undefined,
  id: string,
  ...stages: readonly Meeting['status'][]
): Check => [
  'M-5',
  meeting !== undefined && stages.includes(meeting.status),
  () => ({ meeting: id.slice(0, 80), status: meeting?.status ?? null, needs: stages }),
]

/** The rules on a meeting that is there: what follows is asked only once M-5 is known to hold. */
const onMeeting = (
  act: Exclude<MeetingsAct, { type: 'meetings.convene' }>,
  state: UpToMeetings,
  stages: readonly Meeting['status'][],
  rules: (meeting: Meeting) => readonly Check[],
  events: (meeting: Meeting) => readonly MeetingsEvent[],
): Answer => {
  const meeting = get(state.meetings.meetings, act.body.meeting)
  const stage = atStage(meeting, act.body.meeting, ...stages)
  if (meeting === undefined || !stage[1]) return following([stage], () => [])
  return following([ofOwnBody(act.as, meeting.body), ...rules(meeting)], () => events(meeting))
}

/** M-8. A sitting is opened, goes on after a suspension, and adopts its agenda with the quorum that opens. */
const withQuorum = (meeting: Meeting, state: UpToMeetings, at: MeetingsAct['at']): Check => {
  const { reached, ...quorum } = quorumOf('opens', meeting, state, at)
  return ['M-8', reached, () => ({ ...quorum, missing: quorum.needed - quorum.present })]
}

/** M-7. No meeting is opened before the instant for which it was convened. */
const open = (act: ActNamed<'meetings.open'>, state: UpToMeetings): Answer =>
  onMeeting(
    act,
    state,
    ['convened'],
    meeting => [
      [
        'M-7',
        act.at >= meeting.opensAt,
        () => ({ opensAt: meeting.opensAt, at: act.at, msLeft: msBetween(act.at, meeting.opensAt) }),
      ],
      withQuorum(meeting, state, act.at),
    ],
    meeting => {
      const { reached: _reached, ...quorum } = quorumOf('opens', meeting, state, act.at)
      return [eventOf(act, 'meetings.opened', { ...act.body, quorum })]
    },
  )

/**
 * M-9. Those are recorded as present who sit in the body. Saying of a delegation what is so already changes
 * nothing.
 */
const recordPresence = (act: ActNamed<'meetings.recordPresence'>, state: UpToMeetings): Answer => {
  const { member, present } = act.body
  return onMeeting(
    act,
    state,
    ['convened', 'open', 'suspended'],
    meeting => [
      [
        'M-9',
        !present || sitsIn(state.institution, member, meeting.body, act.at),
        () => ({ member, body: meeting.body }),
      ],
    ],
    meeting =>
      meeting.present.includes(member) === present
        ? []
        : [eventOf(act, 'meetings.presenceRecorded', act.body)],
  )
}

const titlesOf = (agenda: readonly AgendaItem[]): ReadonlySet<string> =>
  new Set(agenda.map(item => item.title))

/**
 * M-10. The agenda is adopted once.
 * M-11. An item of which nobody had notice is taken up only as the rules allow (`agenda.lateItems`): never, always,
 * or when every delegation that sits in the body is in the room, so that nobody absent is surprised.
 */
const adoptAgenda = (act: ActNamed<'meetings.adoptAgenda'>, state: UpToMeetings): Answer => {
  const { agenda } = act.body
  return onMeeting(
    act,
    state,
    ['open'],
    meeting => {
      const late = parameter(state.institution, 'agenda.lateItems', act.at, meeting.body)
      const notified = titlesOf(meeting.agenda)
      const added = agenda.filter(item => !notified.has(item.title)).map(item => item.title)
      const seated = new Set<string>(meeting.present)
      const absent = membersOf(state.institution, meeting.body, act.at).filter(member => !seated.has(member))
      const mayAdd = late.value === 'always' || (late.value === 'allPresent' && absent.length === 0)
      return [
        ['M-10', !meeting.agendaAdopted, () => ({ meeting: meeting.id })],
        properAgenda(agenda),
        withQuorum(meeting, state, act.at),
        [
          'M-11',
          added.length === 0 || mayAdd,
          () => ({ added, rule: late.value, since: late.since, source: late.source, absent }),
        ],
      ]
    },
    () => [eventOf(act, 'meetings.agendaAdopted', act.body)],
  )
}

/** M-12. A suspension ends later than it begins; while its end is named, the sitting does not go on before it. */
const suspend = (act: ActNamed<'meetings.suspend'>, state: UpToMeetings): Answer => {
  const { until } = act.body
  return onMeeting(
    act,
    state,
    ['open'],
    () => [['M-12', until === undefined || until > act.at, () => ({ until: until ?? null, at: act.at })]],
    () => [eventOf(act, 'meetings.suspended', act.body)],
  )
}

const resume = (act: ActNamed<'meetings.resume'>, state: UpToMeetings): Answer =>
  onMeeting(
    act,
    state,
    ['suspended'],
    meeting => [
      [
        'M-12',
        meeting.suspendedUntil === undefined || act.at >= meeting.suspendedUntil,
        () => ({ until: meeting.suspendedUntil ?? null, at: act.at }),
      ],
      withQuorum(meeting, state, act.at),
    ],
    () => [eventOf(act, 'meetings.resumed', act.body)],
  )

/** M-13. A meeting that is closed stays closed; one that never opened is called off by closing it. */
const close = (act: ActNamed<'meetings.close'>, state: UpToMeetings): Answer =>
  onMeeting(
    act,
    state,
    ['convened', 'open', 'suspended'],
    () => [],
    () => [eventOf(act, 'meetings.closed', act.body)],
  )

/** What an act of this chapter leads to. The gate (I-1 to I-8) has been passed. */
export const decide = (act: MeetingsAct, state: UpToMeetings): Outcome<MeetingsEvent> => {
  switch (act.type) {
    case 'meetings.convene':
      return convene(act, state)
    case 'meetings.open':
      return open(act, state)
    case 'meetings.recordPresence':
      return recordPresence(act, state)
    case 'meetings.adoptAgenda':
      return adoptAgenda(act, state)
    case 'meetings.suspend':
      return suspend(act, state)
    case 'meetings.resume':
      return resume(act, state)
    case 'meetings.close':
      return close(act, state)
    default:
      return unknownAct(act)
  }
}
