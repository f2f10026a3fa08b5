import { type Audience, type DomainState, meetingFor, meetings } from '@gavel/domain'
import { get, type Instant, type MeetingId } from '@gavel/kernel'

/** Who asks: whether she may read what is meant for an audience, and the instant at which. */
export interface Onlooker {
  readonly state: DomainState
  readonly now: Instant
  readonly readable: (audience: Audience) => boolean
}

/** A meeting as far as somebody may see it; undefined for one nobody convened. */
export const meetingAsSeen = (id: string, { state, readable }: Onlooker): meetings.Meeting | undefined => {
  const meeting = get(state.meetings.meetings, id)
  return meeting && meetingFor(meeting, state, readable)
}

/** Whether she may follow what is done on the floor: everybody, or the body where the doors are closed (M-52). */
const follows = (meeting: meetings.Meeting, { state, readable }: Onlooker): boolean => {
  const audience = meetings.audienceOfMeeting(state, meeting.id)
  return audience !== undefined && readable(audience)
}

const agendaOf = (meeting: meetings.Meeting) =>
  meeting.agenda.map(item => ({
    ...item,
    status: meetings.courseOf(meeting, item.number) ?? null,
    documents: meeting.documents.filter(each => each.item === item.number).map(each => each.document),
  }))

/** A meeting in a list: what, where, when, how far; presence and quorum for those who follow the sitting. */
export const meetingSummary = (meeting: meetings.Meeting, onlooker: Onlooker) => {
  const { state, now } = onlooker
  const seen = follows(meeting, onlooker)
  const { id, body, title, kind, format, access, opensAt, place, timeZone } = meeting
  const { agendaAdopted, status, convenedAt, sittings, present } = meeting
  return {
    id,
    body,
    title,
    kind,
    format,
    access,
    opensAt,
    place,
    timeZone,
    agenda: agendaOf(meeting),
    agendaAdopted,
    status,
    convenedAt,
    ...instants(meeting),
    sittings,
    present: seen ? present : null,
    quorum: seen
      ? {
          opens: meetings.quorumOf('opens', meeting, state, now),
          decides: meetings.quorumOf('decides', meeting, state, now),
        }
      : null,
  }
}

/** Instants a meeting may not have come to yet. */
const instants = (meeting: meetings.Meeting) => {
  const { openedAt, sittingSince, suspendedUntil, closedAt, calledOff, presentAtOpening } = meeting
  return {
    ...(openedAt === undefined ? {} : { openedAt }),
    ...(sittingSince === undefined ? {} : { sittingSince }),
    ...(suspendedUntil === undefined ? {} : { suspendedUntil }),
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(calledOff === undefined ? {} : { calledOff }),
    ...(presentAtOpening === undefined ? {} : { presentAtOpening }),
  }
}

/** The limits in force for an item: as the chair has set them, else as the rules say; null: without limit. */
const limitsOf = (meeting: meetings.Meeting, item: string, { state, now }: Onlooker) => {
  const seconds = (kind: meetings.FloorKind, speaker: meetings.Speaker) =>
    meetings.secondsFor(speaker, kind, meeting, item, state, now)
  const member: meetings.Speaker = { kind: 'member', member: '' as never }
  return {
    member: seconds('statement', member),
    observer: seconds('statement', { kind: 'observer', observer: '' }),
    reply: seconds('reply', member),
  }
}

/** Who has the floor, with the clock, and who waits on which list. */
export const floorOf = (meeting: meetings.Meeting, onlooker: Onlooker) => ({
  item: meetings.currentItem(meeting) ?? null,
  speaking:
    meeting.speaking === null
      ? null
      : { ...meeting.speaking, clock: meetings.floorClock(meeting.speaking, onlooker.now) },
  lists: meeting.lists.map(list => ({
    ...list,
    limits: limitsOf(meeting, list.item, onlooker),
  })),
})

/** A motion with those whose objection stands in its way now. */
const motionsOf = (meeting: meetings.Meeting, { state, now }: Onlooker) =>
  meeting.motions.map(motion => ({
    ...motion,
    objectors:
      motion.outcome === undefined
        ? meetings.standingObjections(meeting, { kind: 'motion', motion: motion.motion }, state, now)
        : [],
  }))

/** One meeting with everything an act on it has to name, as far as its reader may see it. */
export const meetingView = (id: MeetingId | string, onlooker: Onlooker) => {
  const meeting = meetingAsSeen(id, onlooker)
  if (meeting === undefined) return undefined
  const { points, appealable, objections, statements, shown, journals } = meeting
  return {
    ...meetingSummary(meeting, onlooker),
    mayDecide: meetings.mayDecide(meeting, onlooker.state, onlooker.now),
    unfinished: meetings.unfinishedOf(onlooker.state, meeting.body),
    floor: follows(meeting, onlooker) ? floorOf(meeting, onlooker) : null,
    points,
    appealable,
    motions: motionsOf(meeting, onlooker),
    objections,
    statements,
    shown,
    journals,
    now: onlooker.now,
  }
}
