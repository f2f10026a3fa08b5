import { get, put } from '@gavel/kernel'
import { unknownEvent } from '../event.ts'
import { listOf } from './checks.ts'
import type { MeetingsEventOf } from './events.ts'
import type { FloorRequest, Meeting, SpeakersList } from './state.ts'
import { turnKey } from './turns.ts'

export type FloorEvent = MeetingsEventOf<
  | 'meetings.floorAsked'
  | 'meetings.listLeft'
  | 'meetings.listOrdered'
  | 'meetings.listClosed'
  | 'meetings.listReopened'
  | 'meetings.debateClosed'
  | 'meetings.timeLimited'
  | 'meetings.floorGiven'
  | 'meetings.floorEnded'
>

const changeList = (
  meeting: Meeting,
  item: string,
  how: (list: SpeakersList) => Partial<SpeakersList>,
): Partial<Meeting> => {
  const list = listOf(meeting, item)
  const next = { ...list, ...how(list) }
  return {
    lists: meeting.lists.some(each => each.item === item)
      ? meeting.lists.map(each => (each.item === item ? next : each))
      : [...meeting.lists, next],
  }
}

/** The request at its place on a list. A list that should hold it and does not is a broken history. */
const placeOf = ({ item, requests }: SpeakersList, request: string): number => {
  const at = requests.findIndex(each => each.request === request)
  if (at < 0) throw new RangeError(`no request ${request} on the list of item ${item}`)
  return at
}

const without = (list: SpeakersList, request: string): readonly FloorRequest[] => {
  const at = placeOf(list, request)
  return [...list.requests.slice(0, at), ...list.requests.slice(at + 1)]
}

/**
 * M-33. Who asks goes behind the last one whose kind is heard no later than hers; whoever the chair puts first goes
 * before all.
 */
const asked = ({ requests }: SpeakersList, event: MeetingsEventOf<'meetings.floorAsked'>) => {
  const { request, speaker, kind, rank, standing, at, first } = event
  const next: FloorRequest = {
    request,
    speaker,
    kind,
    ...(rank === undefined ? {} : { rank }),
    standing,
    at,
  }
  const place = first === true ? 0 : requests.findLastIndex(each => each.standing <= standing) + 1
  return { requests: [...requests.slice(0, place), next, ...requests.slice(place)] }
}

const given = (meeting: Meeting, event: MeetingsEventOf<'meetings.floorGiven'>): Partial<Meeting> => {
  const { item, request, speaker, kind, seconds, at } = event
  const key = turnKey(item, kind, speaker)
  return {
    ...changeList(meeting, item, list => ({ requests: without(list, request) })),
    speaking: { request, item, speaker, kind, seconds, since: at, usedMs: 0, runningSince: at },
    turns: put(meeting.turns, key, (get(meeting.turns, key) ?? 0) + 1),
    appealable: null,
  }
}

/** Folds what happens on the floor into a meeting. */
export const evolveFloor = (meeting: Meeting, event: FloorEvent): Partial<Meeting> => {
  const { item } = event
  switch (event.type) {
    case 'meetings.floorAsked':
      return changeList(meeting, item, list => asked(list, event))
    case 'meetings.listLeft':
      return changeList(meeting, item, list => ({ requests: without(list, event.request) }))
    case 'meetings.listOrdered':
      return changeList(meeting, item, list => ({
        requests: event.order.map(request => list.requests[placeOf(list, request)]!),
      }))
    case 'meetings.listClosed':
      return changeList(meeting, item, () => ({ closed: true }))
    case 'meetings.listReopened':
      return changeList(meeting, item, () => ({ closed: false }))
    case 'meetings.debateClosed':
      // What was asked before debate was closed is not heard; replies are.
      return changeList(meeting, item, ({ requests }) => ({
        closed: true,
        debateClosed: true,
        requests: requests.filter(({ kind }) => kind === 'reply'),
      }))
    case 'meetings.timeLimited':
      return changeList(meeting, item, ({ limits }) => ({ limits: { ...limits, ...event.seconds } }))
    case 'meetings.floorGiven':
      return given(meeting, event)
    case 'meetings.floorEnded':
      if (meeting.speaking?.request !== event.request)
        throw new RangeError(`${event.request} does not have the floor`)
      return { speaking: null }
    default:
      return unknownEvent(event)
  }
}
