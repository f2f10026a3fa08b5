import { type Instant, toEpochMs } from '@gavel/kernel'
import { decideAll, makeReady } from '../decide.ts'
import type { AnyAct, AnyEvent, Law, SentAct } from '../law.ts'
import type { Submitted } from '../result.ts'

type Failed = Exclude<Submitted, { readonly kind: 'recorded' }>

/** What a list of acts would come to: accepted, or the very refusal or conflict it would be answered with. */
export type Rehearsed = { readonly kind: 'accepted' } | Failed

/**
 * A rehearsal: lists of acts decided one after the other from a state, each upon those accepted before it, by the same
 * rules and limits as on the record, at one instant; nothing is written. Answers what each list would come to.
 */
export const rehearsal = <State, Act extends AnyAct, Event extends AnyEvent>(
  law: Law<State, Act, Event>,
  from: State,
  at: Instant,
): ((acts: readonly SentAct<Act>[]) => Rehearsed) => {
  const reading = { law, folds: {} }
  // What would be sealed is sealed with no salt at all: it goes nowhere.
  const noChance = (length: number): Uint8Array => new Uint8Array(length)
  const instant = { atMs: toEpochMs(at), at }
  let state = from
  return acts => {
    const ready = makeReady<Act>(acts)
    if ('kind' in ready) return ready
    const decided = decideAll(reading, noChance, { state, views: {}, size: 0 }, ready, instant, 'outside')
    if (decided.kind !== 'entries') return decided
    state = decided.state
    return { kind: 'accepted' }
  }
}
