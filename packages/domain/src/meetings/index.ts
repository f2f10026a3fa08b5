/**
 * Chapter 2, meetings: a body is convened, delegations take their seats, the sitting is opened with a quorum, adopts
 * its agenda, is suspended, resumed, closed.
 */
export type { AgendaItem, MeetingsAct } from './acts.ts'
export { decide } from './decide.ts'
export type { MeetingsEvent, QuorumNote } from './events.ts'
export { evolve } from './evolve.ts'
export { quorumOf } from './quorum.ts'
export { initial, type Meeting, type MeetingsState, type UpToMeetings } from './state.ts'
