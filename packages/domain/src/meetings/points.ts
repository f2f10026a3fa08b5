import type { Check, PointId } from '@gavel/kernel'
import { eventOf } from '../event.ts'
import { idFault, noteFault, readable } from '../institution/names.ts'
import { parameter } from '../rules.ts'
import type { MeetingsActOf } from './acts.ts'
import { type Answer, inTheRoom, noOpenPoint, onMeeting, sits, sitting } from './checks.ts'
import { standingObjections } from './objections.ts'
import type { Meeting, Point, UpToMeetings } from './state.ts'

/** More points of order than any meeting has heard. */
const mostPoints = 1_000

const pointIn = (meeting: Meeting, id: PointId): Point | undefined =>
  meeting.points.find(({ point }) => point === id)

/** M-42. A delegation in the room raises a point of order; it interrupts whoever speaks, and one is open at a time. */
export const raisePoint = (act: MeetingsActOf<'meetings.raisePoint'>, state: UpToMeetings): Answer => {
  const { point, member, note } = act.body
  return onMeeting(
    act,
    state,
    sitting,
    meeting => [
      readable(['point', idFault(point)], noteFault('note', note)),
      sits(member, meeting, state, act.at),
      inTheRoom(member, meeting),
      noOpenPoint(meeting),
      ['M-42', pointIn(meeting, point) === undefined, () => ({ point, taken: true })],
      ['M-42', meeting.points.length < mostPoints, () => ({ most: mostPoints })],
    ],
    () => [eventOf(act, 'meetings.pointRaised', act.body)],
  )
}

/** M-43. The chair answers a point of order at once, by her ruling, once. */
export const rulePoint = (act: MeetingsActOf<'meetings.rulePoint'>, state: UpToMeetings): Answer => {
  const { point, words } = act.body
  return onMeeting(
    act,
    state,
    sitting,
    meeting => {
      const found = pointIn(meeting, point)
      return [
        readable(noteFault('words', words)),
        [
          'M-43',
          found !== undefined && found.ruling === undefined,
          () => ({ point: point.slice(0, 80), ruled: found === undefined ? null : true }),
        ],
      ]
    },
    () => [eventOf(act, 'meetings.pointRuled', act.body)],
  )
}

/** M-44. A ruling is appealed where the rules know an appeal, at once, before anything else is done. */
const mayAppeal = (meeting: Meeting, point: PointId, how: 'none' | 'consensus' | 'objection'): Check => [
  'M-44',
  how !== 'none' && meeting.appealable === point,
  () => ({ point: point.slice(0, 80), appeal: how, appealable: meeting.appealable }),
]

/** M-44. Where any objection to a ruling overturns it, the appeal itself is one, and decides at once. */
export const appealRuling = (act: MeetingsActOf<'meetings.appealRuling'>, state: UpToMeetings): Answer => {
  const { meeting: id, point, member, reason } = act.body
  const how = (meeting: Meeting) => parameter(state.institution, 'ruling.appeal', act.at, meeting.body).value
  return onMeeting(
    act,
    state,
    sitting,
    meeting => [
      sits(member, meeting, state, act.at),
      inTheRoom(member, meeting),
      readable(noteFault('reason', reason)),
      mayAppeal(meeting, point, how(meeting)),
    ],
    meeting => [
      eventOf(act, 'meetings.rulingAppealed', act.body),
      ...(how(meeting) === 'objection'
        ? [eventOf(act, 'meetings.appealDecided', { meeting: id, point, overturned: true, objectors: [] })]
        : []),
    ],
  )
}

/** M-45. A ruling under appeal is overturned when nobody maintains an objection to that; else it stands. */
export const decideAppeal = (act: MeetingsActOf<'meetings.decideAppeal'>, state: UpToMeetings): Answer => {
  const { point } = act.body
  return onMeeting(
    act,
    state,
    sitting,
    meeting => {
      const appeal = pointIn(meeting, point)?.appeal
      return [
        [
          'M-45',
          appeal !== undefined && appeal.outcome === undefined,
          () => ({ point: point.slice(0, 80), outcome: appeal?.outcome ?? null }),
        ],
      ]
    },
    meeting => {
      const objectors = standingObjections(meeting, { kind: 'appeal', point }, state, act.at)
      return [
        eventOf(act, 'meetings.appealDecided', {
          ...act.body,
          overturned: objectors.length === 0,
          objectors,
        }),
      ]
    },
  )
}
