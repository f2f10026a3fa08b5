/**
 * What the application asks of the outside. A store keeps bytes and moves one head; it knows no rule and no
 * meaning. Every adapter passes the one contract suite in `packages/store`.
 */

/** The head of the record: how many entries it has, and the RFC 6962 root over them (32 bytes). */
export interface Head {
  readonly size: number
  readonly root: Uint8Array
}

/** What a commitment leaf stands for: the salt and the content it is made of, kept apart so that they can be erased. */
export interface Sealed {
  readonly salt: Uint8Array
  readonly content: Uint8Array
}

/** An entry as it is appended. `leaf` is what is hashed and public; `sealed` is what a commitment leaf stands for. */
export interface NewEntry {
  /** The client's name for the act: 1 to 200 UTF-8 bytes. Unique in a record; the record keeper sees to that. */
  readonly actId: string
  /** SHA-256 of the act as it was sent, so that the same id with other content is noticed. Empty when unknown. */
  readonly digest: Uint8Array
  /** The instant of the act, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  /** At most 65,535 bytes. */
  readonly leaf: Uint8Array
  readonly sealed?: Sealed | 'erased'
}

export interface StoredEntry extends NewEntry {
  readonly index: number
}

/**
 * A tile of hashes: level and index as C2SP tlog-tiles counts them, 1 to 256 hashes of 32 bytes. Level 0 is stored
 * once it is full (its newest part follows from the entries); higher levels whenever they grow, replacing the
 * narrower tile of the same place.
 */
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

export interface StoredCheckpoint {
  readonly size: number
  readonly note: string
}

export interface StoredDocument {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface RecordStore {
  /** Chosen at random when the store is made, and kept: two stores never share it. */
  readonly storeId: string
  head(): Promise<Head>
  /** Entries, tiles and head in one transaction, durable when it answers. `moved`: somebody else was first, nothing was written. */
  append(batch: Batch): Promise<'appended' | 'moved'>
  /** Entries `from` (included) to `to` (excluded), in order; fewer where the record ends. */
  read(from: number, to: number): Promise<readonly StoredEntry[]>
  tile(level: number, index: number): Promise<Uint8Array | undefined>
  /**
   * Deletes salt, content and digest of a sealed entry for good (the adapter also clears what its engine keeps of
   * deleted rows); leaf and tree stay as they are. False when the entry is not sealed or was erased before.
   */
  erase(index: number): Promise<boolean>
  saveCheckpoint(checkpoint: StoredCheckpoint): Promise<void>
  /** The checkpoints of size `from` and above, smallest first. */
  checkpoints(from: number): Promise<readonly StoredCheckpoint[]>
  /** The checkpoint of the greatest size. */
  latestCheckpoint(): Promise<StoredCheckpoint | undefined>
  /** Replaces the one before it; `null` forgets it. */
  saveSnapshot(snapshot: Snapshot | null): Promise<void>
  snapshot(): Promise<Snapshot | undefined>
  /** Documents by the lower-case hex SHA-256 of their bytes. Storing one twice is the same as once. */
  putDocument(hash: string, document: StoredDocument): Promise<void>
  document(hash: string): Promise<StoredDocument | undefined>
  documentHashes(): Promise<readonly string[]>
  /**
   * Small rows outside the record: invitations, sign-ins. Secrets are stored hashed by the caller. The row is
   * written only if its present value is `expected` (`null`: absent); `null` as `value` deletes it. True when written.
   */
  swapRow(kind: string, key: string, expected: string | null, value: string | null): Promise<boolean>
  row(kind: string, key: string): Promise<string | undefined>
  /** All rows of a kind, by key. */
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

/** Fresh random bytes of cryptographic quality. Tests pass their own. */
export type Randomness = (bytes: number) => Uint8Array

/** Signs the text of a checkpoint and answers the whole signed note. The key never leaves it. */
export interface CheckpointSigner {
  /** The origin line of the record's checkpoints, which is also the name of its key. */
  readonly origin: string
  /** The public key in the form of C2SP signed-note: `name+keyhash+key`. */
  readonly verifierKey: string
  sign(head: Head): string | Promise<string>
}

/** What a key remembers of its last signature, apart from any database. */
export interface Signed {
  readonly storeId: string
  readonly size: number
  /** Lower-case hex. */
  readonly root: string
  /** Milliseconds since 1970-01-01T00:00:00Z, by the clock of the signing server. */
  readonly at: number
}

/**
 * The memory of a signing key, kept beside the key and never restored with a backup of the database. It is what
 * makes a restored old database or a second one under the same key visible before a second history is signed.
 */
export interface Guard {
  /** `copied`: the memory is there, but it is a copy of another server's file. */
  load(): Promise<Signed | 'none' | 'copied'>
  /** Durable when it answers. */
  save(signed: Signed): Promise<void>
}
