import { msBetween } from '@gavel/kernel'
import { eventOf } from '../event.ts'
import { noteFault, readable, wordsFault } from '../institution/names.ts'
import { sitsIn } from '../institution/questions.ts'
import type { MeetingsActOf, Shown } from './acts.ts'
import { lateItems, properAgenda, unfinishedAfter } from './agenda.ts'
import {
  type Answer,
  alive,
  courseOf,
  currentItem,
  nobodySpeaks,
  noOpenPoint,
  onItsAgenda,
  onMeeting,
  sitting,
  underWay,
  withQuorum,
} from './checks.ts'
import { openMotions } from './motions.ts'
import { standingObjections } from './objections.ts'
import { unfinishedOf } from './preparing.ts'
import { quorumOf } from './quorum.ts'
import type { Meeting, UpToMeetings } from './state.ts'

const quorumNote = (meeting: Meeting, state: UpToMeetings, at: MeetingsActOf<'meetings.open'>['at']) => {
  const { reached: _reached, ...quorum } = quorumOf('opens', meeting, state, at)
  return quorum
}

/** M-7. No meeting is opened before the instant for which it was convened. */
export const open = (act: MeetingsActOf<'meetings.open'>, state: UpToMeetings): Answer =>
  onMeeting(
    act,
    state,
    ['convened'],
    meeting => [
      [
        'M-7',
        act.at >= meeting.opensAt,
        () => ({ opensAt: meeting.opensAt, at: act.at, msLeft: msBetween(act.at, meeting.opensAt) }),
      ],
      withQuorum(meeting, state, act.at),
    ],
    meeting => [eventOf(act, 'meetings.opened', { ...act.body, quorum: quorumNote(meeting, state, act.at) })],
  )

/**
 * M-9. Those are recorded as present who sit in the body. Saying of a delegation what is so already changes
 * nothing.
 */
export const recordPresence = (
  act: MeetingsActOf<'meetings.recordPresence'>,
  state: UpToMeetings,
): Answer => {
  const { member, present } = act.body
  return onMeeting(
    act,
    state,
    alive,
    meeting => [
      [
        'M-9',
        !present || sitsIn(state.institution, member, meeting.body, act.at),
        () => ({ member, body: meeting.body }),
      ],
    ],
    meeting =>
      meeting.present.includes(member) === present
        ? []
        : [eventOf(act, 'meetings.presenceRecorded', act.body)],
  )
}

/**
 * M-10. The agenda is adopted once.
 * M-24. It is not adopted while a delegation that sits in the body maintains an objection to it.
 */
export const adoptAgenda = (act: MeetingsActOf<'meetings.adoptAgenda'>, state: UpToMeetings): Answer => {
  const { agenda } = act.body
  return onMeeting(
    act,
    state,
    sitting,
    meeting => {
      const objectors = standingObjections(meeting, { kind: 'agenda' }, state, act.at)
      return [
        ['M-10', !meeting.agendaAdopted, () => ({ meeting: meeting.id })],
        ...properAgenda(agenda),
        withQuorum(meeting, state, act.at),
        lateItems(
          agenda.map(({ title }) => title),
          meeting,
          state,
          act.at,
        ),
        ['M-24', objectors.length === 0, () => ({ objectors })],
      ]
    },
    () => [eventOf(act, 'meetings.agendaAdopted', act.body)],
  )
}

/**
 * M-27. An item of the adopted agenda is taken up, one at a time, unless it was concluded. Before the agenda is adopted
 * only its first item can be.
 */
export const takeUpItem = (act: MeetingsActOf<'meetings.takeUpItem'>, state: UpToMeetings): Answer => {
  const { item } = act.body
  return onMeeting(
    act,
    state,
    sitting,
    meeting => [
      onItsAgenda(meeting, item),
      noOpenPoint(meeting),
      nobodySpeaks(meeting),
      [
        'M-27',
        meeting.agendaAdopted || meeting.agenda[0]?.number === item,
        () => ({ item, agendaAdopted: false }),
      ],
      [
        'M-27',
        currentItem(meeting) === undefined,
        () => ({ item, underConsideration: currentItem(meeting) ?? null }),
      ],
      ['M-27', courseOf(meeting, item) !== 'concluded', () => ({ item, status: 'concluded' })],
    ],
    () => [eventOf(act, 'meetings.itemTakenUp', act.body)],
  )
}

/**
 * M-28. The item under consideration is concluded, left open or carried over to the next meeting; one that nobody has
 * taken up can be carried over.
 */
export const concludeItem = (act: MeetingsActOf<'meetings.concludeItem'>, state: UpToMeetings): Answer => {
  const { item, outcome } = act.body
  return onMeeting(
    act,
    state,
    sitting,
    meeting => {
      const course = courseOf(meeting, item)
      const waits = course === 'underConsideration' || (outcome === 'carriedOver' && course !== 'concluded')
      return [
        onItsAgenda(meeting, item),
        noOpenPoint(meeting),
        nobodySpeaks(meeting),
        ['M-28', waits && course !== outcome, () => ({ item, status: course ?? null, outcome })],
      ]
    },
    () => [eventOf(act, 'meetings.itemConcluded', act.body)],
  )
}

/** M-12. A suspension ends later than it begins; while its end is named, the sitting does not go on before it. */
export const suspend = (act: MeetingsActOf<'meetings.suspend'>, state: UpToMeetings): Answer => {
  const { until } = act.body
  return onMeeting(
    act,
    state,
    sitting,
    meeting => [
      ['M-12', until === undefined || until > act.at, () => ({ until: until ?? null, at: act.at })],
      noOpenPoint(meeting),
      nobodySpeaks(meeting),
    ],
    () => [eventOf(act, 'meetings.suspended', act.body)],
  )
}

/** M-51. A meeting is adjourned to a named instant that lies ahead; there the next sitting begins. */
export const adjourn = (act: MeetingsActOf<'meetings.adjourn'>, state: UpToMeetings): Answer => {
  const { until } = act.body
  return onMeeting(
    act,
    state,
    ['open', 'suspended'],
    meeting => [
      ['M-51', until > act.at, () => ({ until, at: act.at })],
      noOpenPoint(meeting),
      nobodySpeaks(meeting),
    ],
    meeting => [eventOf(act, 'meetings.adjourned', { ...act.body, sitting: meeting.sittings.length })],
  )
}

export const resume = (act: MeetingsActOf<'meetings.resume'>, state: UpToMeetings): Answer =>
  onMeeting(
    act,
    state,
    ['suspended', 'adjourned'],
    meeting => [
      [
        'M-12',
        meeting.suspendedUntil === undefined || act.at >= meeting.suspendedUntil,
        () => ({ until: meeting.suspendedUntil ?? null, at: act.at }),
      ],
      withQuorum(meeting, state, act.at),
    ],
    meeting => [
      eventOf(act, 'meetings.resumed', {
        ...act.body,
        ...(meeting.status === 'adjourned'
          ? { sitting: meeting.sittings.length + 1, quorum: quorumNote(meeting, state, act.at) }
          : {}),
      }),
    ],
  )

/** M-13. A meeting that is closed stays closed; one that never opened is called off by closing it. */
export const close = (act: MeetingsActOf<'meetings.close'>, state: UpToMeetings): Answer =>
  onMeeting(
    act,
    state,
    alive,
    meeting => [noOpenPoint(meeting), nobodySpeaks(meeting)],
    meeting => {
      const before = unfinishedOf(state, meeting.body)
      const unfinished = unfinishedAfter(meeting, before)
      const changed = unfinished.join('\n') !== before.join('\n')
      return [eventOf(act, 'meetings.closed', { ...act.body, ...(changed ? { unfinished } : {}) })]
    },
  )

/** M-52. The chair closes the doors and opens them again, between two speakers, with no point of order or motion open. */
export const setAccess = (act: MeetingsActOf<'meetings.setAccess'>, state: UpToMeetings): Answer =>
  onMeeting(
    act,
    state,
    underWay,
    meeting => [
      readable(noteFault('reason', act.body.reason)),
      ['M-52', meeting.access !== act.body.access, () => ({ access: meeting.access })],
      ['M-52', openMotions(meeting).length === 0, () => ({ open: openMotions(meeting)[0]!.motion })],
      noOpenPoint(meeting),
      nobodySpeaks(meeting),
    ],
    () => [eventOf(act, 'meetings.accessSet', act.body)],
  )

/** The most paragraphs of a text the hall is shown at once. */
const mostShown = 50

/** M-55. What the hall is shown is there to be shown: an item of the agenda, words that can be read. */
export const show = (act: MeetingsActOf<'meetings.show'>, state: UpToMeetings): Answer => {
  const { what } = act.body
  return onMeeting(
    act,
    state,
    alive,
    meeting => [
      ...('item' in what ? [onItsAgenda(meeting, what.item)] : []),
      readable(['words', what.kind === 'message' ? wordsFault(what.words, 1_000) : null]),
      ['M-55', shownFault(what) === null, () => ({ fault: shownFault(what) })],
    ],
    () => [eventOf(act, 'meetings.shown', act.body)],
  )
}

const shownFault = (what: Shown): string | null => {
  if (what.kind !== 'text') return null
  if (what.paragraphs.length === 0) return 'no paragraph is named'
  return what.paragraphs.length > mostShown ? `more than ${mostShown} paragraphs` : null
}
