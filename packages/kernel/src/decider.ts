import type { Outcome } from './refusal.ts'

/**
 * A part of the law: what an act leads to, and how what happened changes the state. `decide` answers and does
 * nothing; `evolve` knows every event of its chapter and never refuses. Both are pure: time and identifiers come
 * in the act.
 */
export interface Decider<State, Act, Event> {
  readonly initial: State
  readonly decide: (act: Act, state: State) => Outcome<Event>
  readonly evolve: (state: State, event: Event) => State
}

/** The state after a history: `evolve` folded over the events, from the initial state or from `from`. */
export const replay = <State, Act, Event>(
  decider: Decider<State, Act, Event>,
  events: Iterable<Event>,
  from: State = decider.initial,
): State => {
  let state = from
  for (const event of events) state = decider.evolve(state, event)
  return state
}
