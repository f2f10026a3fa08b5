import type { RoomTools } from '@gavel/api'
import { get } from '@gavel/kernel'
import { type Notice, typeBehind } from '../law/state.ts'
import { statusOf } from '../law/status.ts'
import type { Reading } from './shown.ts'

type Calendar = Parameters<RoomTools['feeds']['calendar']>[0]

/** What a delegation still owes a notice, with its instants. Of a restricted notice a calendar tells the kind alone. */
export const deadlines = (reading: Reading, notice: Notice): Calendar => {
  const { state, own, tools } = reading
  const kind = typeBehind(state, notice).name.en
  const what = notice.restricted ? kind : `${kind}: ${notice.title}`
  const cancelled = statusOf(notice) === 'withdrawn'
  const mine = own.filter(member => notice.to.includes(member))
  const event = (name: string, label: string, at: string) => ({
    uid: `notice-${notice.id.replaceAll(/[^A-Za-z0-9.-]/g, '.')}-${name}@${new URL(tools.origin()).hostname}`,
    sequence: notice.corrections.length + (cancelled ? 1 : 0),
    revisedAt: notice.withdrawn?.at ?? notice.corrections.at(-1)?.at ?? notice.sentAt,
    at,
    allDay: false,
    title: `${label}: ${what}`,
    url: `${tools.origin()}/notices/${encodeURIComponent(notice.id)}`,
    cancelled,
    busy: false,
    restricted: notice.restricted,
  })
  const owes = (given: (member: string) => boolean): boolean => mine.some(member => !given(member))
  const acknowledged = (member: string): boolean => get(notice.acknowledged, member) !== undefined
  const answered = (member: string): boolean => notice.answered.some(each => each.member === member)
  return {
    name: kind,
    events: [
      ...(notice.acknowledgeBy !== null && owes(acknowledged)
        ? [event('acknowledge', 'Acknowledge', notice.acknowledgeBy)]
        : []),
      ...(notice.answerBy !== null && owes(answered) ? [event('answer', 'Answer', notice.answerBy)] : []),
    ],
  }
}
