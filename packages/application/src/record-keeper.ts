import type { ActHeader, Audience, Reader } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import type { Closure } from './closure.ts'
import type { AnyAct, AnyEvent, Folds, Law, SentAct, ValuesOf } from './law.ts'
import type {
  CheckpointSigner,
  Clock,
  Guard,
  Head,
  Randomness,
  RecordStore,
  StoredCheckpoint,
  StoredDocument,
} from './ports.ts'
import type { Submitted } from './result.ts'

export interface OpenOptions<
  State,
  Act extends AnyAct,
  Event extends AnyEvent,
  F extends Folds<State, Event>,
> {
  readonly store: RecordStore
  readonly law: Law<State, Act, Event>
  readonly folds: F
  readonly clock: Clock
  /** Without a signer and a guard the record takes acts but gives no checkpoints (tests, benchmarks, replays). */
  readonly signing?: { readonly signer: CheckpointSigner; readonly guard: Guard }
  readonly random?: Randomness
  /** Sign this long after the head moved; 0: only on demand. 1,000 unless told. */
  readonly checkpointAfterMs?: number
  /** Save a snapshot after so many entries, and at close; 0: never. 50,000 unless told. */
  readonly snapshotEvery?: number
  /** How far the clock may stand before the last entry before the record closes. 5,000 unless told. */
  readonly clockToleranceMs?: number
  /** What could not be told to any caller: a snapshot that was not saved, a signature that failed. */
  readonly onTrouble?: (what: string, error: unknown) => void
}

/** An entry as one reader sees it. */
export interface ViewedEntry<Event extends AnyEvent = AnyEvent> {
  readonly index: number
  /** The bytes that are hashed: JSON text for an open entry, 48 bytes for a sealed one. */
  readonly leaf: Uint8Array
  /** What the entry says, if the reader may know. */
  readonly content?: EntryContent<Event>
  /** For a sealed entry its reader may open: with it she can check the leaf herself. */
  readonly opening?: { readonly salt: Uint8Array; readonly content: Uint8Array }
  readonly sealed: 'no' | 'opened' | 'closed' | 'erased'
}

/**
 * An entry in its two forms: as those of its audience see it, and as everybody else does. The two are one for an open
 * entry, and for one that was erased, which has no content.
 */
export interface WholeEntry<Event extends AnyEvent = AnyEvent> {
  readonly index: number
  readonly content: EntryContent<Event> | undefined
  readonly opened: ViewedEntry<Event>
  readonly closed: ViewedEntry<Event>
}

export interface EntryContent<Event extends AnyEvent = AnyEvent> {
  readonly act: ActHeader
  readonly events: readonly Event[]
  readonly audience: Audience
}

/**
 * Entries for a follower, in order, without gap or repetition. Followers with the same rights at the same place are
 * given the very same array, so what is made of it (bytes of a frame) can be kept in a WeakMap and shared. A promise
 * holds further deliveries back until it is settled: nothing queues up for a slow follower.
 */
export type Listener<Event extends AnyEvent> = (
  entries: readonly ViewedEntry<Event>[],
) => undefined | Promise<void>

export interface RecordKeeper<
  State,
  Act extends AnyAct,
  Event extends AnyEvent,
  F extends Folds<State, Event>,
> {
  readonly storeId: string
  /** The key under which checkpoints are signed (C2SP vkey, one line); undefined for a record that is not signed. */
  readonly verifierKey: string | undefined
  /** The state after the last entry. */
  state(): State
  /** The values of the folds after the last entry. */
  views(): ValuesOf<F>
  head(): Head
  /** The instant the next act would be given. */
  now(): Instant
  /** Whether the record takes acts and signs, and if not, why. */
  closure(): Closure | null

  /**
   * Submits an act, or a list of acts of which all or none are recorded. Answers once the outcome is durable and in
   * the tree. Throws OutcomeUnknown when the store gave no answer: send the same again. `asInstitution` is for the
   * founding data and for timed acts of the institution itself, never for what came from outside.
   */
  submit(acts: SentAct<Act> | readonly SentAct<Act>[], by?: 'outside' | 'institution'): Promise<Submitted>

  /** What a reader may see of entries `from` (included) to `to` (excluded). */
  read(from: number, to: number, reader: Reader): Promise<readonly ViewedEntry<Event>[]>
  /**
   * Entries in both their forms. It asks nobody's rights: for code that gives many readers at once what each may read.
   */
  readWhole(from: number, to: number): Promise<readonly WholeEntry<Event>[]>
  /** Every entry from an index on: first those that are there, then each as it comes. Returns what ends it. */
  follow(from: number, reader: Reader, listener: Listener<Event>): () => void
  /** To be told, at once, whenever the record has grown; returns what ends it. */
  onGrown(told: () => void): () => void
  /** Whether the reader belongs to the audience now. */
  mayRead(audience: Audience, reader: Reader): boolean
  /** The entry an act was recorded under. */
  findAct(actId: string): Promise<number | undefined>
  /** Settles once the record has more than `size` entries. */
  grown(size: number): Promise<void>

  /** Signs the present head if it is not signed yet; the closure if the record may not sign. */
  checkpoint(): Promise<StoredCheckpoint | Closure>
  latestCheckpoint(): Promise<StoredCheckpoint | undefined>
  /**
   * The text of a `.tlog-proof` file for an entry, under the latest checkpoint; signed now if it does not cover the
   * entry yet. The closure when that would need a signature the record may not give.
   */
  proof(index: number): Promise<string | Closure | undefined>
  /** The hashes that prove an entry under a checkpoint of the given size, leaf's sibling first; undefined beyond it. */
  inclusion(index: number, size: number): Promise<readonly Uint8Array[] | undefined>
  /** The hashes that prove that the record of `from` entries is the beginning of that of `to`. */
  consistency(from: number, to: number): Promise<readonly Uint8Array[] | undefined>
  /** A tile of the tree at the present size, as C2SP tlog-tiles serves it: `width` hashes, or undefined. */
  tile(level: number, index: number, width: number): Promise<Uint8Array | undefined>
  /** `width` leaves from index × 256 on, for an entry bundle; undefined when the record is shorter. */
  leaves(index: number, width: number): Promise<readonly Uint8Array[] | undefined>

  /**
   * Deletes salt and content of a sealed entry, in the store, in the state and in the snapshot. `needed`: later
   * entries cannot be understood without it, nothing was deleted.
   */
  erase(index: number): Promise<'erased' | 'notSealed' | 'needed'>
  putDocument(mediaType: string, bytes: Uint8Array): Promise<PutDocument>
  document(hash: string): Promise<StoredDocument | undefined>

  /**
   * The deliberate way out of a closure, for a person who knows what happened: the key's memory is set to the
   * present head of this database. Does nothing unless the closure named is the one in force.
   */
  accept(closure: Closure['name']): Promise<Closure | null>
  /** Looks at clock, guard and store again. */
  reexamine(): Promise<Closure | null>
  /** Reads what other servers on the same database appended. Called by itself when the store says so. */
  catchUp(): Promise<void>
  saveSnapshot(): Promise<void>
  close(): Promise<void>
}

export type PutDocument =
  | { readonly kind: 'stored'; readonly hash: string }
  | { readonly kind: 'tooLarge'; readonly bytes: number; readonly limit: number }
