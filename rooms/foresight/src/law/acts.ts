import type { ActOf, EventOf } from '@gavel/domain'
import type { BodyOf, ForesightActType } from '../shapes.ts'

/** An act of the room; what it says is what its shape on the wire says. */
export type ForesightAct = { [T in ForesightActType]: ActOf<T, BodyOf<T>> }[ForesightActType]
export type ForesightActOf<T extends ForesightActType> = ActOf<T, BodyOf<T>>

export type ForesightEvent =
  | EventOf<'foresight.sounded', BodyOf<'foresight.sound'>>
  | EventOf<'foresight.told', BodyOf<'foresight.tell'>>
  | EventOf<'foresight.released', BodyOf<'foresight.release'>>
  | EventOf<'foresight.releaseWithdrawn', BodyOf<'foresight.withdrawRelease'>>
  | EventOf<'foresight.readersSet', BodyOf<'foresight.setReaders'>>
