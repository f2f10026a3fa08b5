import type { DomainState } from '@gavel/domain'
import type { Outcome, Refusal } from '@gavel/kernel'
import { asked, type BodyOf, type NoticesActType, type NoticesState } from '@gavel/notices/browser'
import { actNow, type RoomIntent } from '../../../live/room.ts'
import { useRoom } from '../../../live/use-room.tsx'

/** An act of this room, as its shape on the wire has it. */
export const intends = <T extends NoticesActType>(type: T, body: BodyOf<T>): RoomIntent => ({
  room: 'notices',
  type,
  body,
})

type Asked = (state: NoticesState, house: DomainState, intent: RoomIntent) => Outcome<object> | undefined

/** What would come of an act now, by the very rules the server applies; undefined when nobody is signed in. */
export const useAsked = (): Asked => {
  const room = useRoom()
  return (state, house, intent) => {
    const act = actNow(room, intent)
    return act === undefined ? undefined : asked(act, state, house)
  }
}

/** Why an act is closed; null when the way is open, undefined when nobody is signed in. */
export const closedBy = (outcome: Outcome<object> | undefined): Refusal | null | undefined =>
  outcome === undefined ? undefined : outcome.kind === 'refused' ? outcome.refusal : null
