import { eventOf } from '@gavel/domain'
import { type Check, following, has, type MemberId, type Outcome } from '@gavel/kernel'
import type { NoticesActOf, NoticesEvent } from './acts.ts'
import { readable, receivedRightly } from './checks.ts'
import { type Notice, type NoticesState, noticeOf } from './state.ts'

type Answer = Outcome<NoticesEvent>

/** N-11. Those a notice went to acknowledge and answer it; who answers has acknowledged. */
const wentTo = ({ id, to }: Notice, member: MemberId): Check => [
  'N-11',
  to.includes(member),
  () => ({ notice: id, member }),
]

/** N-13. A withdrawn notice asks nothing of anybody any more; one that is closed may still be acknowledged and answered. */
const notWithdrawn = ({ id, withdrawn }: Notice): Check => [
  'N-13',
  withdrawn === undefined,
  () => ({ notice: id, withdrawn: withdrawn?.at ?? null, closed: null }),
]

/** N-12. A delegation acknowledges a notice once. */
export const acknowledge = (act: NoticesActOf<'notices.acknowledge'>, state: NoticesState): Answer => {
  const { member, note, received } = act.body
  const notice = noticeOf(state, act.body.notice)!
  return following(
    [
      wentTo(notice, member),
      notWithdrawn(notice),
      ['N-12', !has(notice.acknowledged, member), () => ({ notice: notice.id, member })],
      receivedRightly(act.as, received, notice.sentAt, act.at),
      readable('note', note),
    ],
    () => [eventOf(act, 'notices.acknowledged', { ...act.body, givenAt: received?.at ?? act.at })],
  )
}

export const answer = (act: NoticesActOf<'notices.answer'>, state: NoticesState): Answer => {
  const { member, words, received } = act.body
  const notice = noticeOf(state, act.body.notice)!
  return following(
    [
      wentTo(notice, member),
      notWithdrawn(notice),
      receivedRightly(act.as, received, notice.sentAt, act.at),
      readable('words', words),
    ],
    () => [eventOf(act, 'notices.answered', { ...act.body, givenAt: received?.at ?? act.at })],
  )
}
