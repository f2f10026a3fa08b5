import type { RoomLaw } from '@gavel/application'
import type { ForesightAct, ForesightEvent } from './acts.ts'
import { audienceOf, unseen } from './audience.ts'
import { decide, needs } from './decide.ts'
import { evolve } from './evolve.ts'
import { edition, type ForesightState, initial } from './state.ts'

/** The law of the room: soundings, what delegations tell in confidence, packages that are released. */
export const law: RoomLaw<ForesightState, ForesightAct, ForesightEvent> = {
  name: 'foresight',
  edition,
  initial,
  needs,
  decide,
  evolve,
  audienceOf: (act, _, house) => audienceOf(act, house),
  unseen: (act, _, house) => unseen(act, house),
}
