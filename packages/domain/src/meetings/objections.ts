import type { Instant, MemberId } from '@gavel/kernel'
import { eventOf } from '../event.ts'
import { noteFault, readable } from '../institution/names.ts'
import { sitsIn } from '../institution/questions.ts'
import type { MeetingsActOf, ObjectedTo } from './acts.ts'
import { type Answer, alive, inTheRoom, onMeeting, sits } from './checks.ts'
import type { Meeting, UpToMeetings } from './state.ts'
import { nameOfTarget } from './targets.ts'

/** Whose objections to a thing were raised and not withdrawn, in the order in which they were raised. */
const raised = (meeting: Meeting, to: ObjectedTo): readonly MemberId[] =>
  meeting.objections
    .filter(each => each.withdrawnAt === undefined && nameOfTarget(each.to) === nameOfTarget(to))
    .map(({ member }) => member)

/** M-29. The objections that stand in the way: of members that sit in the body now. */
export const standingObjections = (
  meeting: Meeting,
  to: ObjectedTo,
  state: UpToMeetings,
  at: Instant,
): readonly MemberId[] =>
  raised(meeting, to).filter(member => sitsIn(state.institution, member, meeting.body, at))

/** Whether a thing is still open to objection: the agenda until it is adopted, a motion or an appeal until decided. */
const isOpen = (meeting: Meeting, to: ObjectedTo): boolean => {
  switch (to.kind) {
    case 'agenda':
      return !meeting.agendaAdopted
    case 'motion':
      return meeting.motions.some(({ motion, outcome }) => motion === to.motion && outcome === undefined)
    case 'appeal':
      return meeting.points.some(
        ({ point, appeal }) => point === to.point && appeal !== undefined && appeal.outcome === undefined,
      )
  }
}

/**
 * M-30. A delegation objects once, to what is still open; to the agenda from the notice on, to the rest in the room.
 */
export const object = (act: MeetingsActOf<'meetings.object'>, state: UpToMeetings): Answer => {
  const { to, member, reason } = act.body
  return onMeeting(
    act,
    state,
    to.kind === 'agenda' ? alive : ['open'],
    meeting => [
      sits(member, meeting, state, act.at),
      ...(to.kind === 'agenda' ? [] : [inTheRoom(member, meeting)]),
      readable(noteFault('reason', reason)),
      ['M-30', isOpen(meeting, to), () => ({ to: nameOfTarget(to), open: false })],
      ['M-30', !raised(meeting, to).includes(member), () => ({ to: nameOfTarget(to), objecting: true })],
    ],
    () => [eventOf(act, 'meetings.objectionRaised', act.body)],
  )
}

/** M-30. The delegation that maintains an objection withdraws it, while what it is to is open. */
export const withdrawObjection = (
  act: MeetingsActOf<'meetings.withdrawObjection'>,
  state: UpToMeetings,
): Answer => {
  const { to, member } = act.body
  return onMeeting(
    act,
    state,
    alive,
    meeting => [
      sits(member, meeting, state, act.at),
      ['M-30', isOpen(meeting, to), () => ({ to: nameOfTarget(to), open: false })],
      ['M-30', raised(meeting, to).includes(member), () => ({ to: nameOfTarget(to), objecting: false })],
    ],
    () => [eventOf(act, 'meetings.objectionWithdrawn', act.body)],
  )
}
