import type { DomainState } from '@gavel/domain'
import { asked, type BodyOf, type ForesightActType, type ForesightState } from '@gavel/foresight/browser'
import type { Refusal } from '@gavel/kernel'
import { actNow, type RoomIntent } from '../../../live/room.ts'
import { useRoom } from '../../../live/use-room.tsx'

/** An act of this room, as its shape on the wire has it. */
export const intends = <T extends ForesightActType>(type: T, body: BodyOf<T>): RoomIntent => ({
  room: 'foresight',
  type,
  body,
})

type Closed = (state: ForesightState, house: DomainState, intent: RoomIntent) => Refusal | null | undefined

/** Why an act is closed now, by the very rules the server applies; null when the way is open, undefined signed out. */
export const useClosedBy = (): Closed => {
  const room = useRoom()
  return (state, house, intent) => {
    const act = actNow(room, intent)
    if (act === undefined) return undefined
    const outcome = asked(act, state, house)
    return outcome.kind === 'refused' ? outcome.refusal : null
  }
}
