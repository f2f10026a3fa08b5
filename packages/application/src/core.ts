import type { Closure } from './closure.ts'
import type { Known } from './known.ts'
import type { AnyAct, AnyEvent, Folds } from './law.ts'
import type { Randomness, RecordStore } from './ports.ts'
import type { OpenOptions } from './record-keeper.ts'
import type { Reading, Standing } from './standing.ts'

/**
 * What the parts of one record keeper share. Everything that changes is here, and only the sequencer's batch or
 * task under way changes `standing` and `known`.
 */
export interface Core<State, Act extends AnyAct, Event extends AnyEvent> {
  readonly store: RecordStore
  readonly reading: Reading<State, Act, Event>
  readonly options: OpenOptions<State, Act, Event, Folds<State, Event>>
  readonly random: Randomness
  readonly toleranceMs: number
  standing: Standing<State>
  known: Known
  /** The size of the newest snapshot. */
  snapshotSize: number
  /** Why the record may not sign; the clock is looked at apart, for it may come right again. */
  closure: Closure | null
  /** True after a call to the store failed in a way that leaves open what it did. */
  uncertain: boolean
  /** Told whenever the record has grown. */
  readonly onGrown: Set<() => void>
}

export const announce = (core: { readonly onGrown: ReadonlySet<() => void> }): void => {
  for (const told of [...core.onGrown]) told()
}

/** How far the clock stands before the last entry, if that is too far: then no instant can be given. */
export const clockBehind = (core: {
  readonly standing: { readonly at: number }
  readonly toleranceMs: number
  readonly options: { readonly clock: { now(): number } }
}): number => {
  const behind = core.standing.at - core.options.clock.now()
  return behind > core.toleranceMs ? behind : 0
}
