import { get, type MeetingId } from '@gavel/kernel'
import type { Audience } from '../act.ts'
import type { MeetingsAct } from './acts.ts'
import type { Meeting, UpToMeetings } from './state.ts'
import { nameOfTarget } from './targets.ts'

/** When and where a body meets, and about what, is public also where the doors are closed. */
const publicAlways = new Set<MeetingsAct['type']>([
  'meetings.convene',
  'meetings.amendNotice',
  'meetings.callOff',
  'meetings.attachDocument',
  'meetings.open',
  'meetings.adoptAgenda',
  'meetings.suspend',
  'meetings.adjourn',
  'meetings.resume',
  'meetings.close',
  'meetings.setAccess',
])

/** A draft is not yet the journal: it is for the body. */
const drafts = new Set<MeetingsAct['type']>([
  'meetings.circulateJournal',
  'meetings.askCorrection',
  'meetings.answerCorrection',
])

/** What was done before and is gone on with by an act: a point, a motion, a statement, an objection; if anything. */
const matterOf = ({ type, body }: MeetingsAct, meeting: Meeting): { readonly closed?: true } | undefined => {
  const to = 'to' in body ? body.to : undefined
  if (type === 'meetings.withdrawObjection')
    return meeting.objections.findLast(
      each => each.member === body.member && nameOfTarget(each.to) === nameOfTarget(body.to),
    )
  const point = 'point' in body ? body.point : to?.kind === 'appeal' ? to.point : undefined
  const motion = 'motion' in body ? body.motion : to?.kind === 'motion' ? to.motion : undefined
  const statement = 'statement' in body ? body.statement : undefined
  return (
    meeting.points.find(each => each.point === point) ??
    meeting.motions.find(each => each.motion === motion) ??
    meeting.statements.find(each => each.statement === statement)
  )
}

/** M-52. Who may read what is done on the floor of a meeting: everybody, or the body where the doors are closed. */
export const audienceOfFloor = (meeting: Pick<Meeting, 'access' | 'body'>): Audience =>
  meeting.access === 'closed' ? { kind: 'body', body: meeting.body } : { kind: 'public' }

/**
 * M-52. The audience of an act on a meeting: notice, agenda and course are public; what is done on the floor is, unless
 * the doors are closed; what goes on about a thing is read by those who may read the thing; drafts of the journal are
 * for the body.
 */
export const audienceOfMeetingAct = (act: MeetingsAct, state: UpToMeetings): Audience => {
  const meeting = get(state.meetings.meetings, act.body.meeting)
  if (meeting === undefined || publicAlways.has(act.type)) return { kind: 'public' }
  const ofBody: Audience = { kind: 'body', body: meeting.body }
  if (drafts.has(act.type)) return ofBody
  const matter = matterOf(act, meeting)
  if (matter === undefined) return audienceOfFloor(meeting)
  return matter.closed ? ofBody : { kind: 'public' }
}

/** The meeting as somebody sees it who is not of the body: without what was done behind closed doors, and without drafts. */
const fromOutside = (meeting: Meeting): Meeting => {
  const open = <Thing extends { readonly closed?: true }>(list: readonly Thing[]): readonly Thing[] =>
    list.filter(each => each.closed !== true)
  return {
    ...meeting,
    points: open(meeting.points),
    motions: open(meeting.motions),
    objections: open(meeting.objections),
    statements: open(meeting.statements),
    journals: meeting.journals
      .filter(({ approvedAt }) => approvedAt !== undefined && meeting.access === 'public')
      .map(journal => ({ ...journal, corrections: [] })),
  }
}

/** The meeting while the doors are closed, as somebody sees it who stands before them. */
const beforeDoors = (meeting: Meeting): Meeting => ({
  ...meeting,
  items: [],
  present: [],
  attended: [],
  lists: [],
  speaking: null,
  turns: { size: 0, root: { bits: 0, slots: [] } },
  appealable: null,
  shown: null,
})

/** M-52. The meeting as far as a reader may see it, in its own shape. `sees`: whether she is of an audience. */
export const meetingSeen = (meeting: Meeting, sees: (audience: Audience) => boolean): Meeting => {
  if (sees({ kind: 'body', body: meeting.body })) return meeting
  const open = fromOutside(meeting)
  return meeting.access === 'closed' ? beforeDoors(open) : open
}

/** The audience of what happens on the floor of a meeting; undefined for one nobody convened. */
export const audienceOfMeeting = (state: UpToMeetings, id: MeetingId): Audience | undefined => {
  const meeting = get(state.meetings.meetings, id)
  return meeting && audienceOfFloor(meeting)
}
