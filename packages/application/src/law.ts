import type { ActHeader, Audience, Reader } from '@gavel/domain'
import type { Decider, Instant, Outcome } from '@gavel/kernel'

/** An act as it is recorded: what every act says of itself, and a body the rules read. */
export type AnyAct = ActHeader & { readonly body: unknown }

/** An act as it is sent: the clock of the record sets its instant. Distributes over a union of acts. */
export type SentAct<Act extends AnyAct> = Act extends AnyAct ? Omit<Act, 'at'> : never

/** An act of the institution itself, before the keeper gives it an id and the instant of its cause. */
export type Reaction<Act extends AnyAct> = Act extends AnyAct ? Omit<Act, 'at' | 'id'> : never

export interface AnyEvent {
  /** `chapter.whatHappened`. */
  readonly type: string
}

/**
 * The rules a record runs under. Pure, like every decider: the record keeper gives time and order, and asks.
 */
export interface Law<State, Act extends AnyAct, Event extends AnyEvent> extends Decider<State, Act, Event> {
  /** Names the shape of the state. A snapshot of another edition is ignored. */
  readonly edition: string
  /** Decides an act of the institution itself; nothing that comes from outside reaches it. */
  readonly decideAsSystem: (act: Act, state: State) => Outcome<Event>
  /** Who may read the act and what came of it. `state` is the state after its events. */
  readonly audienceOf: (act: Act, state: State) => Audience
  readonly mayRead: (audience: Audience, reader: Reader, state: State, now: Instant) => boolean
  /** What the institution itself does about events that just happened, in the same commit; mostly nothing. */
  readonly reactionsTo: (events: readonly Event[], state: State) => readonly Reaction<Act>[]
}

/**
 * A fold over the record that is kept live beside the state and goes into the same snapshot. Its value is plain
 * JSON. (Methods, so that folds of different values fit into one list.)
 */
export interface Fold<Value, State, Event extends AnyEvent> {
  /** Raise it when the value changes its shape. */
  readonly edition: string
  readonly initial: Value
  apply(value: Value, entry: FoldedEntry<Event>, state: State): Value
}

export type Folds<State, Event extends AnyEvent> = {
  readonly [name: string]: Fold<unknown, State, Event>
}

export type ValuesOf<F> = {
  readonly [Name in keyof F]: F[Name] extends { readonly initial: infer Value } ? Value : never
}

/** An entry as a fold sees it. */
export interface FoldedEntry<Event extends AnyEvent> {
  readonly index: number
  readonly act: ActHeader
  readonly events: readonly Event[]
  readonly audience: Audience
}
