import { accepted, get, type Outcome } from '@gavel/kernel'
import { eventOf, unknownAct } from '../event.ts'
import { parameter } from '../rules.ts'
import type { MeetingsAct } from './acts.ts'
import type { MeetingsEvent, QuorumNote } from './events.ts'
import { quorumOf } from './quorum.ts'
import type { UpToMeetings } from './state.ts'

export const decide = (act: MeetingsAct, state: UpToMeetings): Outcome<MeetingsEvent> => {
  switch (act.type) {
    case 'meetings.convene': {
      const days = parameter(state.institution, 'meeting.noticeDays', act.at, act.body.body)
      const notice = { days: days.value, source: days.source }
      return accepted([eventOf(act, 'meetings.convened', { ...act.body, notice })])
    }
    case 'meetings.open': {
      const { reached: _reached, ...quorum } = quorumOf(
        'opens',
        get(state.meetings.meetings, act.body.meeting)!,
        state,
        act.at,
      ) satisfies QuorumNote
      return accepted([eventOf(act, 'meetings.opened', { ...act.body, quorum })])
    }
    case 'meetings.recordPresence':
      return accepted([eventOf(act, 'meetings.presenceRecorded', act.body)])
    case 'meetings.adoptAgenda':
      return accepted([eventOf(act, 'meetings.agendaAdopted', act.body)])
    case 'meetings.suspend':
      return accepted([eventOf(act, 'meetings.suspended', act.body)])
    case 'meetings.resume':
      return accepted([eventOf(act, 'meetings.resumed', act.body)])
    case 'meetings.close':
      return accepted([eventOf(act, 'meetings.closed', act.body)])
    default:
      return unknownAct(act)
  }
}
