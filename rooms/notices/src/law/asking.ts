import { type Act, admitWith, type DomainState } from '@gavel/domain'
import { type Outcome, refused } from '@gavel/kernel'
import type { NoticesAct, NoticesEvent } from './acts.ts'
import { unseen } from './audience.ts'
import { decide, needs } from './decide.ts'
import type { NoticesState } from './state.ts'

/** What would come of an act, asked as the server asks it: the gate, what may not be seen, the rules of the room. */
export const asked = (act: Act, state: NoticesState, house: DomainState): Outcome<NoticesEvent> => {
  const own = act as unknown as NoticesAct
  const barred = admitWith(act, needs[own.type], house.institution) ?? unseen(own, state, house)
  return barred === null ? decide(own, state, house) : refused(barred.rule, barred.facts)
}
