/**
 * Chapter 2, meetings: a body is convened, delegations take their seats, the sitting is opened with a quorum, adopts
 * its agenda, takes up items, hears speakers, answers points of order, decides motions, is suspended, adjourned, closed;
 * its journal is circulated, corrected and approved.
 */
export type {
  AgendaDocument,
  AgendaItem,
  FloorKind,
  MeetingAccess,
  MeetingFormat,
  MeetingKind,
  MeetingsAct,
  MotionAim,
  ObjectedTo,
  PointKind,
  Shown,
  Speaker,
} from './acts.ts'
export { audienceOfMeeting, audienceOfMeetingAct, meetingSeen } from './audience.ts'
export { courseOf, currentItem, listOf, openPoint, speakerName } from './checks.ts'
export { type FloorClock, floorClock } from './clock.ts'
export { decide } from './decide.ts'
export type { MeetingsEvent, MeetingsEventOf, QuorumNote } from './events.ts'
export { evolve } from './evolve.ts'
export { secondsFor } from './floor.ts'
export { openMotions } from './motions.ts'
export { standingObjections } from './objections.ts'
export { mayDecide, unfinishedOf } from './preparing.ts'
export { type ProceduralKind, proceduralKinds } from './procedure.ts'
export { quorumOf } from './quorum.ts'
export {
  type FloorRequest,
  initial,
  type Journal,
  type Meeting,
  type MeetingStatement,
  type MeetingStatus,
  type MeetingsState,
  type Motion,
  type Point,
  type ProceduralObjection,
  type Sitting,
  type UpToMeetings,
} from './state.ts'
export { dayBegins, dueAt, type Term, type Timeliness, timeliness } from './timeliness.ts'
