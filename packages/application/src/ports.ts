/**
 * What the application asks of the outside. A store keeps bytes and moves one head; it knows no rule and no
 * meaning. Every adapter passes the one contract suite in `packages/store`.
 */

/** The head of the record: how many entries it has, and the RFC 6962 root over them (32 bytes). */
export interface Head {
  readonly size: number
  readonly root: Uint8Array
}

/** An entry as it is appended. `leaf` is what is hashed and public; `sealed` is what a commitment leaf stands for. */
export interface NewEntry {
  readonly actId: string
  /** At most 65,535 bytes. */
  readonly leaf: Uint8Array
  readonly sealed?: { readonly salt: Uint8Array; readonly content: Uint8Array }
}

export interface StoredEntry {
  readonly index: number
  readonly leaf: Uint8Array
  /** Absent for an open entry; `erased` once salt and content were deleted. */
  readonly sealed?: { readonly salt: Uint8Array; readonly content: Uint8Array } | 'erased'
}

/** A tile of hashes: level and index as C2SP tlog-tiles counts them, 1 to 256 hashes of 32 bytes. */
export interface Tile {
  readonly level: number
  readonly index: number
  readonly hashes: Uint8Array
}

export interface Batch {
  /** The size the writer believes the record has. Another size in the store refuses the whole batch. */
  readonly expectedSize: number
  readonly entries: readonly NewEntry[]
  readonly tiles: readonly Tile[]
  readonly head: Head
}

export interface Snapshot {
  /** The number of entries folded into it. */
  readonly size: number
  /** Which shape of state this is; another edition of the code ignores it and replays. */
  readonly edition: string
  readonly bytes: Uint8Array
}

export interface RecordStore {
  /** Chosen at random when the store is made, and kept: two stores never share it. */
  readonly storeId: string
  head(): Promise<Head>
  /** Entries, tiles and head in one transaction, durable when it answers. `moved`: somebody else was first, nothing was written. */
  append(batch: Batch): Promise<'appended' | 'moved'>
  /** Entries `from` (included) to `to` (excluded), in order. */
  read(from: number, to: number): Promise<readonly StoredEntry[]>
  /** The index under which an act was recorded, if it was. */
  findAct(actId: string): Promise<number | undefined>
  tile(level: number, index: number): Promise<Uint8Array | undefined>
  /** Deletes the salt and content of a sealed entry; its leaf and the tree stay as they are. */
  erase(index: number): Promise<void>
  saveCheckpoint(size: number, note: string): Promise<void>
  checkpoint(): Promise<{ readonly size: number; readonly note: string } | undefined>
  saveSnapshot(snapshot: Snapshot): Promise<void>
  snapshot(): Promise<Snapshot | undefined>
  /** Documents by the lower-case hex SHA-256 of their bytes. Storing one twice is the same as once. */
  putDocument(hash: string, mediaType: string, bytes: Uint8Array): Promise<void>
  document(hash: string): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array } | undefined>
  /** Small rows outside the record: invitations, sign-ins. Secrets are stored hashed by the caller. */
  setRow(kind: string, key: string, value: string | null): Promise<void>
  row(kind: string, key: string): Promise<string | undefined>
  rows(kind: string): Promise<readonly (readonly [key: string, value: string])[]>
  /** Calls back soon after anybody moved the head; may call too often or, rarely, late, never with meaning. */
  watch(onMoved: () => void): () => void
  close(): Promise<void>
}

/** Time as the server has it. Tests pass their own. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number
}
