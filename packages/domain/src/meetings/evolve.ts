import { type MeetingId, put, update } from '@gavel/kernel'
import { unknownEvent } from '../event.ts'
import type { MeetingsEvent } from './events.ts'
import type { Meeting, MeetingsState } from './state.ts'

const change = (
  own: MeetingsState,
  id: MeetingId,
  how: (meeting: Meeting) => Partial<Meeting>,
): MeetingsState => ({
  ...own,
  meetings: update(own.meetings, id, meeting => ({ ...meeting, ...how(meeting) })),
})

const convened = (
  own: MeetingsState,
  event: Extract<MeetingsEvent, { type: 'meetings.convened' }>,
): MeetingsState => {
  const { meeting: id, body, title, opensAt, place, timeZone, agenda, at } = event
  const meeting: Meeting = {
    id,
    body,
    title,
    opensAt,
    place,
    timeZone,
    agenda,
    agendaAdopted: false,
    status: 'convened',
    convenedAt: at,
    present: [],
  }
  return { meetings: put(own.meetings, id, meeting), meetingOrder: [...own.meetingOrder, id] }
}

const suspended = (meeting: Meeting, until: Meeting['suspendedUntil']): Meeting => {
  const { suspendedUntil: _before, ...rest } = meeting
  return { ...rest, status: 'suspended', ...(until === undefined ? {} : { suspendedUntil: until }) }
}

const resumed = (meeting: Meeting, at: Meeting['convenedAt']): Meeting => {
  const { suspendedUntil: _before, ...rest } = meeting
  return { ...rest, status: 'open', sittingSince: at }
}

/** Folds one event of this chapter into its state. Throws TypeError for an event it does not know. */
export const evolve = (own: MeetingsState, event: MeetingsEvent): MeetingsState => {
  switch (event.type) {
    case 'meetings.convened':
      return convened(own, event)
    case 'meetings.opened':
      return change(own, event.meeting, meeting => ({
        status: 'open',
        openedAt: event.at,
        sittingSince: event.at,
        presentAtOpening: meeting.present.length,
      }))
    case 'meetings.presenceRecorded':
      return change(own, event.meeting, meeting => ({
        present: event.present
          ? [...meeting.present, event.member]
          : meeting.present.filter(member => member !== event.member),
      }))
    case 'meetings.agendaAdopted':
      return change(own, event.meeting, () => ({ agenda: event.agenda, agendaAdopted: true }))
    case 'meetings.suspended':
      return { ...own, meetings: update(own.meetings, event.meeting, m => suspended(m, event.until)) }
    case 'meetings.resumed':
      return { ...own, meetings: update(own.meetings, event.meeting, m => resumed(m, event.at)) }
    case 'meetings.closed':
      return change(own, event.meeting, () => ({ status: 'closed', closedAt: event.at }))
    default:
      return unknownEvent(event)
  }
}
