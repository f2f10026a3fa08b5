import type { RoomLaw } from '@gavel/application'
import type { NoticesAct, NoticesEvent } from './acts.ts'
import { audienceOf, unseen } from './audience.ts'
import { decide, needs } from './decide.ts'
import { evolve } from './evolve.ts'
import { edition, initial, type NoticesState } from './state.ts'

/** The law of the room: notices between members, their receipts, and the directory of points of contact. */
export const law: RoomLaw<NoticesState, NoticesAct, NoticesEvent> = {
  name: 'notices',
  edition,
  initial,
  needs,
  decide,
  evolve,
  audienceOf,
  unseen,
}
