import { type Act, admitWith, type DomainState } from '@gavel/domain'
import { type Outcome, refused } from '@gavel/kernel'
import type { ForesightAct, ForesightEvent } from './acts.ts'
import { unseen } from './audience.ts'
import { decide, needs } from './decide.ts'
import type { ForesightState } from './state.ts'

/** What would come of an act, asked as the server asks it: the gate, what may not be seen, the rules of the room. */
export const asked = (act: Act, state: ForesightState, house: DomainState): Outcome<ForesightEvent> => {
  const own = act as unknown as ForesightAct
  const barred = admitWith(act, needs[own.type], house.institution) ?? unseen(own, house)
  return barred === null ? decide(own, state, house) : refused(barred.rule, barred.facts)
}
