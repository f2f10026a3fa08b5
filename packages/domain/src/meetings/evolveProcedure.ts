import type { MemberId, MotionId, PointId } from '@gavel/kernel'
import { unknownEvent } from '../event.ts'
import { usedMsAt } from './clock.ts'
import type { MeetingsEventOf } from './events.ts'
import type { Meeting, Motion, Point } from './state.ts'
import { nameOfTarget } from './targets.ts'

export type ProcedureEvent = MeetingsEventOf<
  | 'meetings.pointRaised'
  | 'meetings.pointRuled'
  | 'meetings.rulingAppealed'
  | 'meetings.appealDecided'
  | 'meetings.moved'
  | 'meetings.motionSpokenOn'
  | 'meetings.motionWithdrawn'
  | 'meetings.motionDecided'
  | 'meetings.objectionRaised'
  | 'meetings.objectionWithdrawn'
>

/** M-52. The mark of what is done behind closed doors. */
const behindDoors = ({ access }: Meeting): { readonly closed?: true } =>
  access === 'closed' ? { closed: true } : {}

/** A change of one point or motion; one that is not there is a broken history. */
const changePoint = (
  { points }: Meeting,
  id: PointId,
  how: (point: Point) => Partial<Point>,
): { readonly points: readonly Point[] } => {
  if (!points.some(({ point }) => point === id)) throw new RangeError(`no point ${id}`)
  return { points: points.map(each => (each.point === id ? { ...each, ...how(each) } : each)) }
}

const changeMotion = (
  { motions }: Meeting,
  id: MotionId,
  how: (motion: Motion) => Partial<Motion>,
): { readonly motions: readonly Motion[] } => {
  if (!motions.some(({ motion }) => motion === id)) throw new RangeError(`no motion ${id}`)
  return { motions: motions.map(each => (each.motion === id ? { ...each, ...how(each) } : each)) }
}

/** M-40. The clock of the speaker stands from a point of order on, and goes on with the ruling. */
const clockStops = ({ speaking }: Meeting, at: Meeting['convenedAt']): Partial<Meeting> =>
  speaking === null ? {} : { speaking: { ...speaking, usedMs: usedMsAt(speaking, at), runningSince: null } }
const clockGoesOn = ({ speaking }: Meeting, at: Meeting['convenedAt']): Partial<Meeting> =>
  speaking === null ? {} : { speaking: { ...speaking, runningSince: at } }

const pointRaised = (meeting: Meeting, event: MeetingsEventOf<'meetings.pointRaised'>): Partial<Meeting> => {
  const { point, member, kind, note, at } = event
  const raised: Point = {
    point,
    member,
    kind,
    ...(note === undefined ? {} : { note }),
    at,
    ...behindDoors(meeting),
  }
  return { points: [...meeting.points, raised], appealable: null, ...clockStops(meeting, at) }
}

const moved = (meeting: Meeting, event: MeetingsEventOf<'meetings.moved'>): Partial<Meeting> => {
  const { motion, mover, aim, note, at } = event
  const next: Motion = {
    motion,
    mover,
    aim,
    ...(note === undefined ? {} : { note }),
    at,
    for: [],
    against: [],
    ...behindDoors(meeting),
  }
  return { motions: [...meeting.motions, next] }
}

const objected = (meeting: Meeting, event: MeetingsEventOf<'meetings.objectionRaised'>): Partial<Meeting> => {
  const { to, member, reason, at } = event
  const raised = {
    to,
    member,
    ...(reason === undefined ? {} : { reason }),
    at,
    ...behindDoors(meeting),
  }
  return { objections: [...meeting.objections, raised] }
}

const withdrawn = (
  { objections }: Meeting,
  { to, member, at }: MeetingsEventOf<'meetings.objectionWithdrawn'>,
): Partial<Meeting> => {
  const isIt = (each: Meeting['objections'][number]): boolean =>
    each.member === member && each.withdrawnAt === undefined && nameOfTarget(each.to) === nameOfTarget(to)
  if (!objections.some(isIt)) throw new RangeError(`no objection of ${member} to ${nameOfTarget(to)}`)
  return { objections: objections.map(each => (isIt(each) ? { ...each, withdrawnAt: at } : each)) }
}

const added = (list: readonly MemberId[], member: MemberId): readonly MemberId[] => [...list, member]

/** Folds points of order, motions and objections into a meeting. */
export const evolveProcedure = (meeting: Meeting, event: ProcedureEvent): Partial<Meeting> => {
  const { at } = event
  switch (event.type) {
    case 'meetings.pointRaised':
      return pointRaised(meeting, event)
    case 'meetings.pointRuled': {
      const { point, upheld, words } = event
      const ruling = { upheld, ...(words === undefined ? {} : { words }), at }
      return {
        ...changePoint(meeting, point, () => ({ ruling })),
        appealable: point,
        ...clockGoesOn(meeting, at),
      }
    }
    case 'meetings.rulingAppealed': {
      const { point, member, reason } = event
      const appeal = { member, ...(reason === undefined ? {} : { reason }), at }
      return {
        ...changePoint(meeting, point, () => ({ appeal })),
        appealable: null,
        ...clockStops(meeting, at),
      }
    }
    case 'meetings.appealDecided':
      return {
        ...changePoint(meeting, event.point, ({ appeal }) => ({
          appeal: { ...appeal!, outcome: event.overturned ? 'overturned' : 'stands' },
        })),
        ...clockGoesOn(meeting, at),
      }
    case 'meetings.moved':
      return moved(meeting, event)
    case 'meetings.motionSpokenOn':
      return changeMotion(meeting, event.motion, motion => ({
        [event.side]: added(motion[event.side], event.member),
      }))
    case 'meetings.motionWithdrawn':
      return changeMotion(meeting, event.motion, () => ({ outcome: { kind: 'withdrawn', at } }))
    case 'meetings.motionDecided':
      return {
        ...changeMotion(meeting, event.motion, () => ({
          outcome: { kind: event.carried ? 'carried' : 'fallen', at },
        })),
        appealable: null,
      }
    case 'meetings.objectionRaised':
      return objected(meeting, event)
    case 'meetings.objectionWithdrawn':
      return withdrawn(meeting, event)
    default:
      return unknownEvent(event)
  }
}
