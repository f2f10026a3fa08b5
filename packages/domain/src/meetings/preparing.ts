import { dayMs, following, get, has, type Instant, later } from '@gavel/kernel'
import { eventOf } from '../event.ts'
import { idFault, isTimeZone, nameFault, noteFault, readable } from '../institution/names.ts'
import { type InForce, parameter } from '../rules.ts'
import type { MeetingKind, MeetingsActOf } from './acts.ts'
import { documentFault, hasUnfinished, mostDocuments, properAgenda } from './agenda.ts'
import { type Answer, alive, ofOwnBody, onItsAgenda, onMeeting } from './checks.ts'
import type { Meeting, UpToMeetings } from './state.ts'

const noticeOf = {
  regular: 'meeting.noticeDays',
  extraordinary: 'meeting.extraordinaryNoticeDays',
  informal: 'meeting.informalNoticeDays',
} as const

/** M-19. The notice a kind of meeting asks for. */
const noticeFor = (
  kind: MeetingKind,
  state: UpToMeetings,
  at: Instant,
  body: Meeting['body'],
): InForce<number> => parameter(state.institution, noticeOf[kind], at, body)

/**
 * M-1. A meeting is convened once, under an identifier of its own.
 * M-2. It is a meeting of a body on the register.
 * M-4. It is convened with the notice the rules ask for, counted in days of 24 hours.
 */
export const convene = (act: MeetingsActOf<'meetings.convene'>, state: UpToMeetings): Answer => {
  const { meeting, body, title, opensAt, place, timeZone, agenda, kind = 'regular' } = act.body
  const notice = noticeFor(kind, state, act.at, body)
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
      ...properAgenda(agenda),
      ...(kind === 'regular' ? [hasUnfinished(agenda, body, state, act.at)] : []),
    ],
    () => [
      eventOf(act, 'meetings.convened', {
        ...act.body,
        notice: { days: notice.value, source: notice.source },
      }),
    ],
  )
}

/** M-16. The soonest instant a changed notice may name: with the notice for changes, and with that for convening. */
const soonest = (meeting: Meeting, state: UpToMeetings, at: Instant): Instant => {
  const change = parameter(state.institution, 'meeting.changeNoticeDays', at, meeting.body).value
  const notice = noticeFor(meeting.kind, state, at, meeting.body).value
  const byChange = later(at, change * dayMs)
  const byNotice = later(meeting.convenedAt, notice * dayMs)
  return byChange > byNotice ? byChange : byNotice
}

/**
 * M-16. What a notice says is changed until the meeting opens; an opening that is moved keeps its notice.
 * M-17. The provisional agenda is changed by notice until so many days before the opening.
 */
export const amendNotice = (act: MeetingsActOf<'meetings.amendNotice'>, state: UpToMeetings): Answer => {
  const { title, opensAt, place, timeZone, agenda, reason } = act.body
  return onMeeting(
    act,
    state,
    ['convened'],
    meeting => {
      const earliest = soonest(meeting, state, act.at)
      const closes = parameter(state.institution, 'agenda.closesDays', act.at, meeting.body)
      const until = later(opensAt ?? meeting.opensAt, -closes.value * dayMs)
      return [
        readable(
          ['title', title === undefined ? null : nameFault(title, 1_000)],
          ['place', place === undefined ? null : nameFault(place)],
          ['timeZone', timeZone === undefined || isTimeZone(timeZone) ? null : 'not a time zone'],
          noteFault('reason', reason),
        ),
        ['M-16', opensAt === undefined || opensAt >= earliest, () => ({ opensAt: opensAt!, earliest })],
        [
          'M-17',
          agenda === undefined || act.at <= until,
          () => ({ until, days: closes.value, since: closes.since, source: closes.source }),
        ],
        ...(agenda === undefined ? [] : properAgenda(agenda)),
        ...(agenda === undefined || meeting.kind !== 'regular'
          ? []
          : [hasUnfinished(agenda, meeting.body, state, act.at)]),
      ]
    },
    () => [eventOf(act, 'meetings.noticeAmended', act.body)],
  )
}

/** M-18. A meeting that has not begun is called off with a reason. */
export const callOff = (act: MeetingsActOf<'meetings.callOff'>, state: UpToMeetings): Answer =>
  onMeeting(
    act,
    state,
    alive,
    meeting => [
      [
        'M-18',
        meeting.status === 'convened',
        () => ({ status: meeting.status, openedAt: meeting.openedAt! }),
      ],
      readable(noteFault('reason', act.body.reason)),
    ],
    () => [eventOf(act, 'meetings.calledOff', act.body)],
  )

const same = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b)

/** M-22. Documents are attached to an item of the agenda until the meeting closes. */
export const attachDocument = (
  act: MeetingsActOf<'meetings.attachDocument'>,
  state: UpToMeetings,
): Answer => {
  const { item, document } = act.body
  const ofItem = (meeting: Meeting) => meeting.documents.filter(each => each.item === item)
  return onMeeting(
    act,
    state,
    alive,
    meeting => [
      onItsAgenda(meeting, item),
      ['M-22', documentFault(document) === null, () => ({ item, fault: documentFault(document) })],
      [
        'M-22',
        ofItem(meeting).length < mostDocuments,
        () => ({ item, fault: `more than ${mostDocuments} documents` }),
      ],
    ],
    meeting =>
      ofItem(meeting).some(each => same(each.document, document))
        ? []
        : [eventOf(act, 'meetings.documentAttached', act.body)],
  )
}

/** M-20. Whether the kind and the format of a meeting allow it to take decisions. */
export const mayDecide = (meeting: Meeting, state: UpToMeetings, at: Instant): boolean => {
  const formats = parameter(state.institution, 'meeting.decidingFormats', at, meeting.body).value
  const informal = parameter(state.institution, 'meeting.informalDecides', at, meeting.body).value
  return formats.includes(meeting.format) && (meeting.kind !== 'informal' || informal)
}

/** The titles the body has left unfinished, in the order in which they were left. */
export const unfinishedOf = (state: UpToMeetings, body: Meeting['body']): readonly string[] =>
  get(state.meetings.unfinished, body) ?? []
