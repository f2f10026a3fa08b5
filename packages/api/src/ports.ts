import type { Submitted } from '@gavel/application'
import type { Act, Audience, DomainState } from '@gavel/domain'
import type { Instant, Json } from '@gavel/kernel'

/** An act as it comes from outside: the record's clock gives it its instant. */
export type SentAct = Act extends infer A ? (A extends Act ? Omit<A, 'at'> : never) : never

/** What an open or readable entry says. */
export interface EntryContent {
  readonly act: { readonly [name: string]: Json }
  readonly events: readonly { readonly [name: string]: Json }[]
  readonly audience: Audience
}

/** An entry of the record. `erased`: what its leaf commits to was deleted. */
export interface ApiEntry {
  readonly index: number
  readonly leaf: Uint8Array
  readonly content: EntryContent | 'erased'
}

/** The record, as the API uses it: one sequence of acts, the state they lead to, and what proves it. */
export interface RecordPort {
  /** Records all of the acts or none. */
  submit(acts: readonly SentAct[]): Promise<Submitted>
  state(): DomainState
  size(): number
  /** Entries `from` (included) to `to` (excluded). */
  read(from: number, to: number): Promise<readonly ApiEntry[]>
  /** Calls back after the record grew; calls nobody when it did not. */
  watch(onMoved: () => void): () => void
  /** The latest signed checkpoint, as the text of its note. */
  checkpoint(): Promise<string | undefined>
  /** The bytes of a tile of hashes, as far as it is filled. */
  tile(level: number, index: number): Promise<Uint8Array | undefined>
  /** The leaves `from` to `to`, exactly as hashed. */
  leaves(from: number, to: number): Promise<readonly Uint8Array[]>
  /** The text of a `.tlog-proof` for an entry under the latest checkpoint; undefined while no checkpoint covers it. */
  proof(index: number): Promise<string | undefined>
  /** The verifier key of the record's signer, one line. */
  readonly vkey: string
  putDocument(hash: string, mediaType: string, bytes: Uint8Array): Promise<void>
  document(hash: string): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array } | undefined>
  setRow(kind: string, key: string, value: string | null): Promise<void>
  row(kind: string, key: string): Promise<string | undefined>
  rows(kind: string): Promise<readonly (readonly [key: string, value: string])[]>
  /** The instant by the record's clock. */
  now(): Instant
}
