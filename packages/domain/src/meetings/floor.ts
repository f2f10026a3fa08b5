import type { Instant } from '@gavel/kernel'
import { eventOf } from '../event.ts'
import { parameter } from '../rules.ts'
import type { FloorKind, MeetingsActOf, Speaker } from './acts.ts'
import {
  type Answer,
  alive,
  courseOf,
  currentItem,
  listOf,
  nobodySpeaks,
  noOpenPoint,
  onItsAgenda,
  onMeeting,
  sitting,
  speakerIn,
  speakerName,
} from './checks.ts'
import { usedMsAt } from './clock.ts'
import { speaksFor } from './speakers.ts'
import type { Meeting, UpToMeetings } from './state.ts'
import { turnsOf } from './turns.ts'

/** M-40. The chair sets limits of time for an item, in place of those of the rules. */
export const limitTime = (act: MeetingsActOf<'meetings.limitTime'>, state: UpToMeetings): Answer =>
  onMeeting(
    act,
    state,
    alive,
    meeting => [
      onItsAgenda(meeting, act.body.item),
      [
        'M-40',
        Object.values(act.body.seconds).every(
          each => Number.isSafeInteger(each) && each >= 0 && each <= 86_400,
        ),
        () => ({ seconds: { ...act.body.seconds } }),
      ],
    ],
    () => [eventOf(act, 'meetings.timeLimited', act.body)],
  )

/** M-40. The seconds somebody has: as the chair has set for the item, else as the rules say; null without limit. */
export const secondsFor = (
  speaker: Speaker,
  kind: FloorKind,
  meeting: Meeting,
  item: string,
  state: UpToMeetings,
  at: Instant,
): number | null => {
  const limits = listOf(meeting, item).limits
  const set = (name: 'floor.memberSeconds' | 'floor.observerSeconds' | 'floor.replySeconds') =>
    parameter(state.institution, name, at, meeting.body).value
  if (kind === 'reply') return (limits.reply ?? set('floor.replySeconds')) || null
  if (speaker.kind === 'member') return (limits.member ?? set('floor.memberSeconds')) || null
  if (speaker.kind === 'observer') return (limits.observer ?? set('floor.observerSeconds')) || null
  return null
}

/** M-41. Where replies wait for the end of the sitting: the items, dealt with in it, on which others still wait. */
const othersWait = (meeting: Meeting): readonly string[] =>
  meeting.lists
    .filter(({ item, requests }) => {
      const course = courseOf(meeting, item)
      const open = course === 'underConsideration' || course === 'leftOpen'
      return open && requests.some(({ kind }) => kind === 'statement')
    })
    .map(({ item }) => item)

/**
 * M-37. One speaks at a time.
 * M-38. The floor goes to the first on the list of the item under consideration; a member is in the room.
 */
export const giveFloor = (act: MeetingsActOf<'meetings.giveFloor'>, state: UpToMeetings): Answer => {
  const { request } = act.body
  const firstOf = (meeting: Meeting) => listOf(meeting, currentItem(meeting) ?? '').requests[0]
  return onMeeting(
    act,
    state,
    sitting,
    meeting => {
      const item = currentItem(meeting)
      const first = firstOf(meeting)
      const when = parameter(state.institution, 'reply.when', act.at, meeting.body).value
      const waiting = first?.kind === 'reply' && when === 'endOfSitting' ? othersWait(meeting) : []
      const { speaker } = first ?? {}
      return [
        noOpenPoint(meeting),
        nobodySpeaks(meeting),
        [
          'M-38',
          first?.request === request,
          () => ({ request: request.slice(0, 80), item: item ?? null, first: first?.request ?? null }),
        ],
        [
          'M-38',
          speaker?.kind !== 'member' || meeting.present.includes(speaker.member),
          () => ({ request, speaker: speakerName(speaker!), present: false }),
        ],
        ['M-41', waiting.length === 0, () => ({ replies: when, othersWaitOn: waiting })],
      ]
    },
    meeting => {
      const item = currentItem(meeting)!
      const { speaker, kind } = firstOf(meeting)!
      const seconds = secondsFor(speaker, kind, meeting, item, state, act.at)
      const turn = turnsOf(meeting, item, kind, speaker) + 1
      return [eventOf(act, 'meetings.floorGiven', { ...act.body, item, speaker, kind, seconds, turn })]
    },
  )
}

/** M-39. The floor ends when the speaker yields it or the chair takes it back. */
export const endFloor = (act: MeetingsActOf<'meetings.endFloor'>, state: UpToMeetings): Answer =>
  onMeeting(
    act,
    state,
    sitting,
    ({ speaking }) => [
      [
        'M-39',
        speaking !== null && speaksFor(act.as, speaking.speaker),
        () => ({ speaking: speaking === null ? null : speakerName(speaking.speaker) }),
      ],
    ],
    ({ speaking }) => {
      const { request, item, speaker, kind, since } = speaking!
      const own = speakerIn(act.as)
      const how: 'yielded' | 'taken' =
        own !== undefined && speakerName(own) === speakerName(speaker) ? 'yielded' : 'taken'
      const usedMs = usedMsAt(speaking!, act.at)
      return [
        eventOf(act, 'meetings.floorEnded', {
          ...act.body,
          request,
          item,
          speaker,
          kind,
          since,
          usedMs,
          how,
        }),
      ]
    },
  )
