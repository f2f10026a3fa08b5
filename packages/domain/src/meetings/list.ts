import type { Check, Instant } from '@gavel/kernel'
import type { Capacity } from '../act.ts'
import { eventOf } from '../event.ts'
import { capacityName } from '../institution/capacity.ts'
import { idFault, readable } from '../institution/names.ts'
import { parameter } from '../rules.ts'
import type { FloorKind, MeetingsActOf, Rank, Speaker } from './acts.ts'
import { type Answer, alive, listOf, onItsAgenda, onMeeting, speakerName } from './checks.ts'
import { asSpeaker, speaksFor } from './speakers.ts'
import type { FloorRequest, Meeting, UpToMeetings } from './state.ts'
import { turnsOf } from './turns.ts'

/** No list is longer; a bound so that nobody can fill it. */
const longestList = 500

/**
 * M-35. An observer asks for the floor where the rules let it, and in a public sitting; else it is heard when the
 * chair has it listed.
 */
const observerMayAsk = (as: Capacity, meeting: Meeting, state: UpToMeetings, at: Instant): Check => {
  const asks = parameter(state.institution, 'floor.observersAsk', at, meeting.body).value
  return [
    'M-35',
    as.kind !== 'observer' || (asks && meeting.access === 'public'),
    () => ({ access: meeting.access, observersAsk: asks }),
  ]
}

/** M-33. Ranks heard first come before all, then members, then observers, then replies (unless heard at once). */
const standingOf = (
  speaker: Speaker,
  kind: FloorKind,
  rank: Rank | undefined,
  meeting: Meeting,
  state: UpToMeetings,
  at: Instant,
): number => {
  const of = { at, body: meeting.body }
  const when = parameter(state.institution, 'reply.when', of.at, of.body).value
  if (kind === 'reply') return when === 'atOnce' ? -1 : 200
  const last = parameter(state.institution, 'floor.observersLast', of.at, of.body).value
  if (speaker.kind === 'observer' && last) return 100
  const first = parameter(state.institution, 'floor.precedence', of.at, of.body).value
  const place = first.indexOf(speaker.kind === 'chair' ? 'chair' : (rank ?? ''))
  return place < 0 ? first.length : place
}

/** M-34. Nobody asks for the floor on a closed list, or once debate is closed; replies and the chair are free to. */
const listIsOpen = (as: Capacity, kind: FloorKind, meeting: Meeting, item: string): Check => {
  const { closed, debateClosed } = listOf(meeting, item)
  return [
    'M-34',
    kind === 'reply' || (!debateClosed && (!closed || as.kind === 'chair')),
    () => ({ item, listClosed: closed, debateClosed }),
  ]
}

/** M-36. How often one may have the floor on an item. */
const withinTurns = (
  speaker: Speaker,
  meeting: Meeting,
  item: string,
  state: UpToMeetings,
  at: Instant,
): Check => {
  const most = parameter(state.institution, 'floor.timesPerItem', at, meeting.body)
  const had = turnsOf(meeting, item, 'statement', speaker)
  return [
    'M-36',
    most.value === 0 || had < most.value,
    () => ({ had, most: most.value, source: most.source }),
  ]
}

/** M-41. A member replies, so often on an item as the rules say. */
const mayReply = (
  speaker: Speaker,
  meeting: Meeting,
  item: string,
  state: UpToMeetings,
  at: Instant,
): Check => {
  const most = parameter(state.institution, 'reply.timesPerItem', at, meeting.body)
  const had = turnsOf(meeting, item, 'reply', speaker)
  return [
    'M-41',
    speaker.kind === 'member' && had < most.value,
    () => ({ speaker: speakerName(speaker), had, most: most.value, source: most.source }),
  ]
}

/**
 * M-32. One stands once on the list of an item, and once for a reply; a request has a name of its own.
 * M-33. Only the chair puts somebody before the others.
 */
export const askFloor = (act: MeetingsActOf<'meetings.askFloor'>, state: UpToMeetings): Answer => {
  const { meeting: id, item, request, speaker, kind = 'statement', rank, first } = act.body
  return onMeeting(
    act,
    state,
    alive,
    meeting => {
      const { requests } = listOf(meeting, item)
      const twice = requests.find(
        each => each.kind === kind && speakerName(each.speaker) === speakerName(speaker),
      )
      return [
        readable(['request', idFault(request)]),
        asSpeaker(act.as, speaker, meeting, state, act.at),
        observerMayAsk(act.as, meeting, state, act.at),
        onItsAgenda(meeting, item),
        ['M-33', first !== true || act.as.kind === 'chair', () => ({ by: capacityName(act.as) })],
        listIsOpen(act.as, kind, meeting, item),
        ['M-32', twice === undefined, () => ({ item, standing: twice?.request ?? null })],
        ['M-32', !isTaken(meeting, request), () => ({ request, taken: true })],
        ['M-32', requests.length < longestList, () => ({ item, longest: longestList })],
        kind === 'reply'
          ? mayReply(speaker, meeting, item, state, act.at)
          : withinTurns(speaker, meeting, item, state, act.at),
      ]
    },
    meeting => [
      eventOf(act, 'meetings.floorAsked', {
        meeting: id,
        item,
        request,
        speaker,
        kind,
        ...(rank === undefined ? {} : { rank }),
        standing: standingOf(speaker, kind, rank, meeting, state, act.at),
        ...(first === true ? { first } : {}),
      }),
    ],
  )
}

const isTaken = (meeting: Meeting, request: string): boolean =>
  meeting.speaking?.request === request ||
  meeting.lists.some(({ requests }) => requests.some(each => each.request === request))

const requestOn = (meeting: Meeting, item: string, request: string): FloorRequest | undefined =>
  listOf(meeting, item).requests.find(each => each.request === request)

/** M-38. Who is named stands on the list. */
const onTheList = (found: FloorRequest | undefined, request: string): Check => [
  'M-38',
  found !== undefined,
  () => ({ request: request.slice(0, 80), listed: false }),
]

/** M-31. One leaves the list oneself; the chair and the secretariat strike anybody off. Who asks again goes to the end. */
export const leaveList = (act: MeetingsActOf<'meetings.leaveList'>, state: UpToMeetings): Answer => {
  const { item, request } = act.body
  return onMeeting(
    act,
    state,
    alive,
    meeting => {
      const found = requestOn(meeting, item, request)
      return [
        onTheList(found, request),
        [
          'M-31',
          found === undefined || speaksFor(act.as, found.speaker),
          () => ({ speaker: speakerName(found!.speaker), by: capacityName(act.as), body: meeting.body }),
        ],
      ]
    },
    meeting => [
      eventOf(act, 'meetings.listLeft', {
        ...act.body,
        speaker: requestOn(meeting, item, request)!.speaker,
      }),
    ],
  )
}

/** M-33. The chair orders a list anew by naming everybody on it, each once. */
export const orderList = (act: MeetingsActOf<'meetings.orderList'>, state: UpToMeetings): Answer => {
  const { item, order } = act.body
  return onMeeting(
    act,
    state,
    alive,
    meeting => {
      const listed = listOf(meeting, item).requests.map(({ request }) => request)
      const same =
        order.length === listed.length &&
        new Set(order).size === order.length &&
        listed.every(request => order.includes(request))
      return [onItsAgenda(meeting, item), ['M-33', same, () => ({ item, listed })]]
    },
    () => [eventOf(act, 'meetings.listOrdered', act.body)],
  )
}

/** M-34. The chair closes a list, and reopens one she has closed while debate goes on. */
export const closeList = (act: MeetingsActOf<'meetings.closeList'>, state: UpToMeetings): Answer =>
  onMeeting(
    act,
    state,
    alive,
    meeting => [
      onItsAgenda(meeting, act.body.item),
      ['M-34', !listOf(meeting, act.body.item).closed, () => ({ item: act.body.item, listClosed: true })],
    ],
    () => [eventOf(act, 'meetings.listClosed', act.body)],
  )

export const reopenList = (act: MeetingsActOf<'meetings.reopenList'>, state: UpToMeetings): Answer =>
  onMeeting(
    act,
    state,
    alive,
    meeting => {
      const { closed, debateClosed } = listOf(meeting, act.body.item)
      return [
        onItsAgenda(meeting, act.body.item),
        ['M-34', closed && !debateClosed, () => ({ item: act.body.item, listClosed: closed, debateClosed })],
      ]
    },
    () => [eventOf(act, 'meetings.listReopened', act.body)],
  )
