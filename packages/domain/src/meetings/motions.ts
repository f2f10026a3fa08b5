import type { Check, Instant, MotionId } from '@gavel/kernel'
import { eventOf } from '../event.ts'
import { idFault, noteFault, readable } from '../institution/names.ts'
import { parameter } from '../rules.ts'
import type { MeetingsAct, MeetingsActOf, MotionAim } from './acts.ts'
import { changedAgenda, lateItems, properAgenda } from './agenda.ts'
import {
  type Answer,
  courseOf,
  currentItem,
  inTheRoom,
  listOf,
  nobodySpeaks,
  noOpenPoint,
  onMeeting,
  sits,
  sitting,
  speakerIn,
  speakerName,
} from './checks.ts'
import type { MeetingsEvent } from './events.ts'
import { standingObjections } from './objections.ts'
import { precedenceOf } from './procedure.ts'
import type { Meeting, Motion, UpToMeetings } from './state.ts'

/** More procedural motions than any meeting has heard. */
const mostMotions = 1_000

const motionIn = (meeting: Meeting, id: MotionId): Motion | undefined =>
  meeting.motions.find(({ motion }) => motion === id)

/** The motions that wait to be decided, first in precedence first; of one kind the earlier first. */
export const openMotions = ({ motions }: Pick<Meeting, 'motions'>): readonly Motion[] =>
  motions
    .filter(({ outcome }) => outcome === undefined)
    .toSorted((a, b) => precedenceOf(a.aim.kind) - precedenceOf(b.aim.kind))

/** M-46. What keeps a motion from being carried out; null when nothing does. */
const aimFault = (aim: MotionAim, meeting: Meeting, at: Instant): string | null => {
  switch (aim.kind) {
    case 'suspension':
    case 'adjournment':
      return aim.until !== undefined && aim.until <= at ? 'it ends before it begins' : null
    case 'adjournmentOfDebate':
    case 'divisionOfText':
      return currentItem(meeting) === aim.item ? null : 'the item is not under consideration'
    case 'closureOfDebate':
      return debateFault(meeting, aim.item)
    case 'closureOfList':
      return listOf(meeting, aim.item).closed ? 'the list is closed' : debateFault(meeting, aim.item)
    case 'agendaChange':
      return meeting.agendaAdopted ? null : 'the agenda is not adopted yet'
  }
}

const debateFault = (meeting: Meeting, item: string): string | null =>
  currentItem(meeting) !== item
    ? 'the item is not under consideration'
    : listOf(meeting, item).debateClosed
      ? 'the debate is closed'
      : null

const properAim = (aim: MotionAim, meeting: Meeting, at: Instant): Check => [
  'M-46',
  aimFault(aim, meeting, at) === null,
  () => ({ motion: aim.kind, fault: aimFault(aim, meeting, at) }),
]

/**
 * M-25. After its adoption the agenda is changed as the rules allow; nothing that was dealt with is withdrawn from it.
 */
const agendaRules = (
  aim: MotionAim,
  meeting: Meeting,
  state: UpToMeetings,
  at: MeetingsAct['at'],
): readonly Check[] => {
  if (aim.kind !== 'agendaChange') return []
  const how = parameter(state.institution, 'agenda.changedBy', at, meeting.body)
  const agenda = changedAgenda(meeting.agenda, aim.change)
  const withdrawn = aim.change.kind === 'withdraw' ? courseOf(meeting, aim.change.number) : undefined
  const added = aim.change.kind === 'add' ? [aim.change.item.title] : []
  return [
    ['M-25', how.value !== 'never', () => ({ rule: how.value, since: how.since, source: how.source })],
    ['M-25', agenda !== null, () => ({ change: aim.change.kind, fits: false })],
    ['M-25', withdrawn === undefined, () => ({ change: 'withdraw', status: withdrawn! })],
    ...(agenda === null ? [] : properAgenda(agenda)),
    lateItems(added, meeting, state, at),
  ]
}

/** M-46. A delegation in the room, or the chair, moves; one motion of a kind is open at a time. */
export const move = (act: MeetingsActOf<'meetings.move'>, state: UpToMeetings): Answer => {
  const { motion, aim, note } = act.body
  return onMeeting(
    act,
    state,
    sitting,
    meeting => {
      const alike = openMotions(meeting).find(each => each.aim.kind === aim.kind)
      return [
        ...(act.as.kind === 'delegate'
          ? [sits(act.as.member, meeting, state, act.at), inTheRoom(act.as.member, meeting)]
          : []),
        readable(
          ['motion', idFault(motion)],
          noteFault('note', note),
          noteFault('parts', aim.kind === 'divisionOfText' ? aim.parts : undefined),
        ),
        noOpenPoint(meeting),
        ['M-46', motionIn(meeting, motion) === undefined, () => ({ motion, taken: true })],
        ['M-46', meeting.motions.length < mostMotions, () => ({ most: mostMotions })],
        ['M-46', alike === undefined, () => ({ motion: aim.kind, open: alike?.motion ?? null })],
        properAim(aim, meeting, act.at),
        ...agendaRules(aim, meeting, state, act.at),
      ]
    },
    () => [eventOf(act, 'meetings.moved', { ...act.body, mover: speakerIn(act.as)! })],
  )
}

/** M-46. A motion that is spoken on, withdrawn or decided is one that is open. */
const isOpenMotion = (meeting: Meeting, id: MotionId): Check => {
  const found = motionIn(meeting, id)
  return [
    'M-46',
    found !== undefined && found.outcome === undefined,
    () => ({ motion: id.slice(0, 80), outcome: found?.outcome?.kind ?? null }),
  ]
}

/** M-48. So many speak for a motion and so many against it, each delegation once. */
export const speakOnMotion = (act: MeetingsActOf<'meetings.speakOnMotion'>, state: UpToMeetings): Answer => {
  const { motion, member, side } = act.body
  return onMeeting(
    act,
    state,
    sitting,
    meeting => {
      const name = side === 'for' ? 'motion.speakersFor' : 'motion.speakersAgainst'
      const most = parameter(state.institution, name, act.at, meeting.body)
      const found = motionIn(meeting, motion)
      const heard = found?.[side] ?? []
      const both = [...(found?.for ?? []), ...(found?.against ?? [])]
      return [
        sits(member, meeting, state, act.at),
        inTheRoom(member, meeting),
        isOpenMotion(meeting, motion),
        ['M-48', !both.includes(member), () => ({ member, heard: true })],
        ['M-48', heard.length < most.value, () => ({ side, heard, most: most.value, source: most.source })],
      ]
    },
    () => [eventOf(act, 'meetings.motionSpokenOn', act.body)],
  )
}

/** M-50. Who made a motion takes it back until it is decided. */
export const withdrawMotion = (act: MeetingsActOf<'meetings.withdrawMotion'>, state: UpToMeetings): Answer =>
  onMeeting(
    act,
    state,
    ['open', 'suspended', 'adjourned'],
    meeting => {
      const mover = motionIn(meeting, act.body.motion)?.mover
      const own = speakerIn(act.as)
      return [
        isOpenMotion(meeting, act.body.motion),
        [
          'M-50',
          mover === undefined || (own !== undefined && speakerName(own) === speakerName(mover)),
          () => ({ mover: speakerName(mover!) }),
        ],
      ]
    },
    () => [eventOf(act, 'meetings.motionWithdrawn', act.body)],
  )

/** M-49. Who decides a motion: of a change of the agenda the rules say it apart. */
const decidedBy = (
  aim: MotionAim,
  meeting: Meeting,
  state: UpToMeetings,
  at: Instant,
): 'chair' | 'consensus' => {
  if (aim.kind !== 'agendaChange')
    return parameter(state.institution, 'motion.decidedBy', at, meeting.body).value
  return parameter(state.institution, 'agenda.changedBy', at, meeting.body).value === 'chair'
    ? 'chair'
    : 'consensus'
}

/** What a motion does once it is carried. */
const carriedOut = (
  act: MeetingsActOf<'meetings.decideMotion'>,
  aim: MotionAim,
  meeting: Meeting,
): readonly MeetingsEvent[] => {
  const on = { meeting: act.body.meeting }
  switch (aim.kind) {
    case 'suspension':
      return [
        eventOf(act, 'meetings.suspended', {
          ...on,
          ...(aim.until === undefined ? {} : { until: aim.until }),
        }),
      ]
    case 'adjournment':
      return [
        eventOf(act, 'meetings.adjourned', { ...on, until: aim.until, sitting: meeting.sittings.length }),
      ]
    case 'adjournmentOfDebate':
      return [eventOf(act, 'meetings.itemConcluded', { ...on, item: aim.item, outcome: 'leftOpen' as const })]
    case 'closureOfDebate':
      return [eventOf(act, 'meetings.debateClosed', { ...on, item: aim.item })]
    case 'closureOfList':
      return [eventOf(act, 'meetings.listClosed', { ...on, item: aim.item })]
    case 'divisionOfText':
      return []
    case 'agendaChange': {
      const agenda = changedAgenda(meeting.agenda, aim.change)!
      return [eventOf(act, 'meetings.agendaChanged', { ...on, change: aim.change, agenda })]
    }
  }
}

/**
 * M-47. No motion is decided while one that goes before it is open.
 * M-49. By consensus a motion is carried when nobody maintains an objection, and falls when somebody does; where the
 * chair decides, it is as she says.
 */
export const decideMotion = (act: MeetingsActOf<'meetings.decideMotion'>, state: UpToMeetings): Answer => {
  const { motion, carried } = act.body
  const to = { kind: 'motion', motion } as const
  return onMeeting(
    act,
    state,
    sitting,
    meeting => {
      const found = motionIn(meeting, motion)
      if (found === undefined) return [isOpenMotion(meeting, motion)]
      const first = openMotions(meeting)[0]
      const objectors = standingObjections(meeting, to, state, act.at)
      const by = decidedBy(found.aim, meeting, state, act.at)
      return [
        isOpenMotion(meeting, motion),
        noOpenPoint(meeting),
        nobodySpeaks(meeting),
        ['M-47', first === found, () => ({ before: first?.motion ?? null, kind: first?.aim.kind ?? null })],
        ['M-49', by === 'chair' || carried === (objectors.length === 0), () => ({ carried, objectors })],
        ...(carried ? [properAim(found.aim, meeting, act.at)] : []),
        ...(carried ? agendaRules(found.aim, meeting, state, act.at) : []),
      ]
    },
    meeting => {
      const { aim } = motionIn(meeting, motion)!
      const objectors = standingObjections(meeting, to, state, act.at)
      const by = decidedBy(aim, meeting, state, act.at)
      return [
        eventOf(act, 'meetings.motionDecided', { ...act.body, decidedBy: by, objectors }),
        ...(carried ? carriedOut(act, aim, meeting) : []),
      ]
    },
  )
}
