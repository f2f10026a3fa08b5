import type { Instant, Json, Refusal } from '@gavel/kernel'
import type { Closure } from './closure.ts'

/** What the record answers to an act it keeps: durable on disk and in the tree when it is given. */
export interface Receipt {
  /** The index of the act's entry; of the first one for a list of acts. */
  readonly index: number
  /** The instant the record's clock gave it. */
  readonly at: Instant
  /** The number of entries in the record once it was in. */
  readonly size: number
  /** How many entries it made: one for each act sent, and one for each reaction of the institution. */
  readonly entries: number
}

/** Why the record itself (not a rule of procedure) does not take an act. */
export interface Conflict {
  readonly name: ConflictName
  readonly facts: { readonly [name: string]: Json }
  /** One plain English sentence for logs and for people without another language. */
  readonly sentence: string
}

export type ConflictName =
  /** The id names another act already on the record. */
  | 'actIdTaken'
  /** The id is empty, too long, or holds characters kept for the institution's own acts. */
  | 'actIdUnfit'
  /** The entry would be longer than 65,535 bytes. */
  | 'entryTooLarge'
  /** Text that no UTF-8 can carry, or a value JSON does not know. */
  | 'notCanonical'
  | 'listEmpty'
  | 'listTooLong'
  /** The record is read-only for now; `facts.reason` is the name of the closure. */
  | 'recordClosed'

/**
 * The answer to an act, or to a list of acts of which all or none are recorded. `act` is the place in the list of
 * the act that stopped it. `repeated`: the same act was recorded before, and this is its receipt.
 */
export type Submitted =
  | { readonly kind: 'recorded'; readonly receipt: Receipt; readonly repeated: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly act: number }
  | { readonly kind: 'conflict'; readonly conflict: Conflict; readonly act: number }

export const conflict = (
  name: ConflictName,
  sentence: string,
  facts: Conflict['facts'] = {},
  act = 0,
): Submitted & { readonly kind: 'conflict' } => ({
  kind: 'conflict',
  conflict: { name, facts, sentence },
  act,
})

export const closedConflict = (closure: Closure) =>
  conflict('recordClosed', closure.sentence, { reason: closure.name, ...closure.facts })

/**
 * The store did not answer, and asking it again did not settle whether the act was recorded. Sending the same act
 * again, under the same id, is always right.
 */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown'
}

/** The entries in the store do not add up to the root in the store. Nothing may be built on such a record. */
export class RecordDamaged extends Error {
  override readonly name = 'RecordDamaged'
}
