import { type BodyId, type Check, following, get, type MemberId, type Outcome } from '@gavel/kernel'
import type { ActHeader, Capacity } from '../act.ts'
import { capacityName } from '../institution/capacity.ts'
import { sitsIn } from '../institution/questions.ts'
import type { MeetingsAct, Speaker } from './acts.ts'
import type { MeetingsEvent } from './events.ts'
import { quorumOf } from './quorum.ts'
import type { ItemCourse, Meeting, Point, SpeakersList, UpToMeetings } from './state.ts'

export type Answer = Outcome<MeetingsEvent>

/** M-3. A chair convenes and conducts the meetings of her own body. */
export const ofOwnBody = (as: Capacity, body: BodyId): Check => [
  'M-3',
  as.kind !== 'chair' || as.body === body,
  () => ({ by: capacityName(as), body }),
]

/** M-5. An act on a meeting names a meeting that was convened, at a stage at which it can be done. */
const atStage = (
  meeting: Meeting | undefined,
  id: string,
  ...stages: readonly Meeting['status'][]
): Check => [
  'M-5',
  meeting !== undefined && stages.includes(meeting.status),
  () => ({ meeting: id.slice(0, 80), status: meeting?.status ?? null, needs: stages }),
]

/** The rules on a meeting that is there: what follows is asked only once M-5 is known to hold. */
export const onMeeting = (
  act: Exclude<MeetingsAct, { type: 'meetings.convene' }>,
  state: UpToMeetings,
  stages: readonly Meeting['status'][],
  rules: (meeting: Meeting) => readonly Check[],
  events: (meeting: Meeting) => readonly MeetingsEvent[],
): Answer => {
  const meeting = get(state.meetings.meetings, act.body.meeting)
  const stage = atStage(meeting, act.body.meeting, ...stages)
  if (meeting === undefined || !stage[1]) return following([stage], () => [])
  return following([ofOwnBody(act.as, meeting.body), ...rules(meeting)], () => events(meeting))
}

/** While a meeting sits. */
export const sitting = ['open'] as const
/** From the opening to the end, pauses included. */
export const underWay = ['open', 'suspended', 'adjourned'] as const
/** From the notice to the end. */
export const alive = ['convened', ...underWay] as const

/** M-8. A sitting is opened, goes on after a suspension, and adopts its agenda with the quorum that opens. */
export const withQuorum = (meeting: Meeting, state: UpToMeetings, at: MeetingsAct['at']): Check => {
  const { reached, ...quorum } = quorumOf('opens', meeting, state, at)
  return ['M-8', reached, () => ({ ...quorum, missing: quorum.needed - quorum.present })]
}

/** M-29. Only a member that sits in the body takes part in its procedure. */
export const sits = (
  member: MemberId,
  meeting: Meeting,
  state: UpToMeetings,
  at: MeetingsAct['at'],
): Check => [
  'M-29',
  sitsIn(state.institution, member, meeting.body, at),
  () => ({ member, body: meeting.body }),
]

/** M-29. And, where it is done in the room, is in it. */
export const inTheRoom = (member: MemberId, meeting: Meeting): Check => [
  'M-29',
  meeting.present.includes(member),
  () => ({ member, meeting: meeting.id, present: false }),
]

/** M-26. An act on an item names one that is on the agenda. */
export const onItsAgenda = (meeting: Meeting, item: string): Check => [
  'M-26',
  meeting.agenda.some(({ number }) => number === item),
  () => ({ item: item.slice(0, 80), agenda: meeting.agenda.map(({ number }) => number) }),
]

/** The point of order that waits for a ruling, or whose ruling is under appeal. */
export const openPoint = ({ points }: Pick<Meeting, 'points'>): Point | undefined =>
  points.find(
    ({ ruling, appeal }) => ruling === undefined || (appeal !== undefined && appeal.outcome === undefined),
  )

/** M-43. A point of order is answered before anything else is done. */
export const noOpenPoint = (meeting: Meeting): Check => {
  const open = openPoint(meeting)
  return ['M-43', open === undefined, () => ({ point: open?.point ?? null, kind: open?.kind ?? null })]
}

/** M-37. Nothing takes the floor from under a speaker: it is ended first. */
export const nobodySpeaks = ({ speaking }: Meeting): Check => [
  'M-37',
  speaking === null,
  () => ({ speaking: speaking === null ? null : speakerName(speaking.speaker) }),
]

/** `member:KAZ`, `observer:UN`, `chair:swg`, `secretariat`: one name for each who may speak. */
export const speakerName = (speaker: Speaker): string => {
  switch (speaker.kind) {
    case 'member':
      return `member:${speaker.member}`
    case 'observer':
      return `observer:${speaker.observer}`
    case 'chair':
      return `chair:${speaker.body}`
    case 'secretariat':
      return 'secretariat'
  }
}

/** As whom somebody speaks in a capacity; undefined for those who speak in none of their own. */
export const speakerIn = (as: ActHeader['as']): Speaker | undefined => {
  if (as.kind === 'delegate') return { kind: 'member', member: as.member }
  if (as.kind === 'observer') return { kind: 'observer', observer: as.observer }
  if (as.kind === 'chair') return { kind: 'chair', body: as.body }
  return as.kind === 'secretariat' ? { kind: 'secretariat' } : undefined
}

/** The item under consideration, if one is. */
export const currentItem = ({ items }: Pick<Meeting, 'items'>): string | undefined =>
  items.find(({ status }) => status === 'underConsideration')?.item

/** How far the meeting has come with an item; undefined for one nobody has dealt with. */
export const courseOf = ({ items }: Meeting, item: string): ItemCourse['status'] | undefined =>
  items.find(each => each.item === item)?.status

const noList = { requests: [], closed: false, debateClosed: false, limits: {} } as const

/** The speakers' list of an item; an empty open one where nobody has asked yet. */
export const listOf = ({ lists }: Pick<Meeting, 'lists'>, item: string): SpeakersList =>
  lists.find(list => list.item === item) ?? { item, ...noList }
