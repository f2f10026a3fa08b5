import { commitments, decisions, type institution, type meetings } from '@gavel/domain'
import { type BodyId, entries, get, type MemberId, values } from '@gavel/kernel'
import { activitiesList } from './commitments/plans.ts'
import { commitmentsOf } from './commitments/reading.ts'
import { meetingAsSeen, type Onlooker } from './meetings/view.ts'

/** Something with a day. `at` and `until` are instants, or days (`2026-11-23`) where `allDay`. */
export interface CalendarEvent {
  /** The same for the same thing at every look, so that a calendar changes an entry and does not double it. */
  readonly uid: string
  readonly kind:
    | 'meeting'
    | 'sitting'
    | 'silenceExpires'
    | 'termEnds'
    | 'correctionsEnd'
    | 'activity'
    | 'reportDue'
  readonly title: string
  readonly body: BodyId | null
  /** Whose term ends; null for everything else. */
  readonly holder: string | null
  readonly at: string
  readonly until: string | null
  readonly allDay: boolean
  readonly place: string | null
  readonly timeZone: string | null
  readonly status: string
  /** Where the API tells more of it. */
  readonly href: string
}

const noPlace = { holder: null, place: null, timeZone: null } as const

const ofMeeting = (meeting: meetings.Meeting): readonly CalendarEvent[] => {
  const { id, title, body, place, timeZone, opensAt, openedAt, closedAt, calledOff, suspendedUntil } = meeting
  const about = { title, body, holder: null, allDay: false, place, timeZone, href: `/api/meetings/${id}` }
  const status = calledOff === undefined ? meeting.status : 'calledOff'
  const itself: CalendarEvent = {
    ...about,
    uid: `meeting-${id}`,
    kind: 'meeting',
    at: openedAt ?? opensAt,
    until: openedAt === undefined ? null : (meeting.sittings[0]?.until ?? closedAt ?? null),
    status,
  }
  const later = meeting.sittings.slice(1).map(
    ({ number, from, until }): CalendarEvent => ({
      ...about,
      uid: `meeting-${id}-sitting-${number}`,
      kind: 'sitting',
      at: from,
      until: until ?? null,
      status,
    }),
  )
  if (meeting.status !== 'adjourned' || suspendedUntil === undefined) return [itself, ...later]
  const next: CalendarEvent = {
    ...about,
    uid: `meeting-${id}-sitting-${meeting.sittings.length + 1}`,
    kind: 'sitting',
    at: suspendedUntil,
    until: null,
    status,
  }
  return [itself, ...later, next]
}

/** Until when corrections are asked for; for those who may read the draft. */
const ofJournals = (meeting: meetings.Meeting): readonly CalendarEvent[] =>
  meeting.journals
    .filter(({ approvedAt }) => approvedAt === undefined)
    .map(({ sitting, correctionsUntil }) => ({
      ...noPlace,
      uid: `journal-${meeting.id}-${sitting ?? 'whole'}`,
      kind: 'correctionsEnd',
      title: `Corrections of the journal: ${meeting.title}`,
      body: meeting.body,
      at: correctionsUntil,
      until: null,
      allDay: false,
      status: 'running',
      href: `/api/meetings/${meeting.id}/journal`,
    }))

/** Silences that run, or were kept: when they end. A broken one has ended, and how is told elsewhere. */
const ofSilences = ({ state, now, readable }: Onlooker): readonly CalendarEvent[] =>
  [...values(state.decisions.decisions)].flatMap((decision): readonly CalendarEvent[] => {
    if (decision.course.stage !== 'silence') return []
    const audience = decisions.audienceOfDecision(state, decision.id)
    if (audience === undefined || !readable(audience)) return []
    const { entries: steps, timeZone } = decision.course.silence
    const status = decisions.silenceStatus(steps, now)
    const at = status.kind === 'running' ? status.expiresAt : status.kind === 'kept' ? status.at : undefined
    if (at === undefined) return []
    return [
      {
        ...noPlace,
        uid: `silence-${decision.id}-${decision.round}`,
        kind: 'silenceExpires',
        title: decision.title,
        body: decision.body,
        at,
        until: null,
        allDay: false,
        timeZone,
        status: status.kind,
        href: `/api/decisions/${decision.id}`,
      },
    ]
  })

/** The last day a date covers: `2026-10` ends with 31 October, `2026` with 31 December. */
const lastDayOf = (date: string): string => {
  if (date.length === 10) return date
  const [year = '', month = '12'] = date.split('-')
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return `${year}-${month}-${String(days).padStart(2, '0')}`
}

const nameOfParty = ({ state }: Onlooker, holder: string): string =>
  get(state.institution.parties, holder)?.name.en ?? holder

const seatOf = ({ state }: Onlooker, office: institution.Office): string => {
  switch (office.kind) {
    case 'chair':
      return `chair of ${get(state.institution.bodies, office.body)?.name.en ?? office.body}`
    case 'secretaryGeneral':
      return 'Secretary General'
    default:
      return `${office.kind === 'coordinator' ? 'coordinator' : 'co-coordinator'} of ${office.area}`
  }
}

const ofTerms = (onlooker: Onlooker): readonly CalendarEvent[] =>
  [...entries(onlooker.state.institution.terms)].flatMap(([office, terms]) =>
    terms.flatMap((term): readonly CalendarEvent[] => {
      if (term.until === undefined) return []
      const body = term.office.kind === 'chair' ? term.office.body : null
      return [
        {
          ...noPlace,
          uid: `term-${office}-${term.from}`.replace(/[^A-Za-z0-9-]/g, '-'),
          kind: 'termEnds',
          title: `${nameOfParty(onlooker, term.holder)}: the term as ${seatOf(onlooker, term.office)} ends`,
          body,
          holder: term.holder,
          at: lastDayOf(term.until),
          until: null,
          allDay: true,
          status: 'ends',
          href: '/api/bodies',
        },
      ]
    }),
  )

/** Activities of plans a reader may read: on the days they are planned for, or were held on. */
const ofActivities = (onlooker: Onlooker): readonly CalendarEvent[] =>
  activitiesList(onlooker, {}).activities.map(({ id, planned, happened, status }) => ({
    ...noPlace,
    uid: `activity-${id}`,
    kind: 'activity',
    title: planned.title,
    body: null,
    holder: planned.host,
    place: planned.place ?? null,
    at: happened?.from ?? planned.from,
    until: happened?.until ?? planned.until,
    allDay: true,
    status,
    href: '/api/activities',
  }))

/** C-40. The days on which reports of one's own delegations are due, told or not yet; nobody else's. */
const ofReports = (
  onlooker: Onlooker,
  delegations: readonly string[],
  until: string,
): readonly CalendarEvent[] => {
  const day = commitments.today(onlooker.state, onlooker.now)
  return delegations.flatMap(member =>
    commitmentsOf(onlooker, member).flatMap(one =>
      commitments.dues(one, member as MemberId, day, 0, Math.max(0, daysUntil(day, until))).map(
        ({ due, status }): CalendarEvent => ({
          ...noPlace,
          uid: `report-${one.id}-${member}-${due}`,
          kind: 'reportDue',
          title: one.terms.title,
          body: null,
          at: due,
          until: null,
          allDay: true,
          status: status.kind,
          href: `/api/commitments/${one.id}`,
        }),
      ),
    ),
  )
}

const daysUntil = (day: string, instant: string): number => decisions.daysBetween(day, instant.slice(0, 10))

/**
 * What has a day between two instants (the first included, the second not), soonest first: meetings and their sittings,
 * silences that expire, terms that end, periods for corrections, activities, and the
 * reports the delegations named owe: of each what its reader may read.
 */
export const calendar = (
  onlooker: Onlooker,
  from: string,
  to: string,
  delegations: readonly string[] = [],
): readonly CalendarEvent[] => {
  const held = onlooker.state.meetings.meetingOrder.map(id => meetingAsSeen(id, onlooker)!)
  return [
    ...held.flatMap(ofMeeting),
    ...held.flatMap(ofJournals),
    ...ofSilences(onlooker),
    ...ofTerms(onlooker),
    ...ofActivities(onlooker),
    ...ofReports(onlooker, delegations, to),
  ]
    .filter(({ at }) => at >= from && at < to)
    .sort((a, b) => (a.at === b.at ? (a.uid < b.uid ? -1 : 1) : a.at < b.at ? -1 : 1))
}
