import type { meetings } from '@gavel/domain'
import { get } from '@gavel/kernel'

const isOver = ({ status, calledOff }: meetings.Meeting): boolean =>
  status === 'closed' || calledOff !== undefined

/** What lies ahead, what goes on first, then by the instant of opening; and what is over, the latest first. */
export const byTime = (own: meetings.MeetingsState) => {
  const all = own.meetingOrder.map(id => get(own.meetings, id)!)
  const running = ({ status }: meetings.Meeting): number => (status === 'open' ? 0 : 1)
  return {
    ahead: all
      .filter(meeting => !isOver(meeting))
      .sort((a, b) => running(a) - running(b) || (a.opensAt < b.opensAt ? -1 : 1)),
    over: all.filter(isOver).sort((a, b) => (a.opensAt < b.opensAt ? 1 : -1)),
  }
}
