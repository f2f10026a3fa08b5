import { randomUUID } from 'node:crypto'
import type { Head, NewEntry, RecordStore, Snapshot, StoredDocument } from '@gavel/application'
import { emptyRoot } from '@gavel/record'

/** What a memory store keeps: made once, and handed to as many stores as there are to be servers on it. */
export interface MemoryDisk {
  readonly storeId: string
  head: Head
  readonly entries: NewEntry[]
  readonly tiles: Map<string, Uint8Array>
  readonly checkpoints: Map<number, string>
  readonly documents: Map<string, StoredDocument>
  readonly rows: Map<string, Map<string, string>>
  snapshot: Snapshot | undefined
  readonly watchers: Set<() => void>
}

/** An empty one. */
export const memoryDisk = (): MemoryDisk => ({
  storeId: randomUUID(),
  head: { size: 0, root: emptyRoot() },
  entries: [],
  tiles: new Map(),
  checkpoints: new Map(),
  documents: new Map(),
  rows: new Map(),
  snapshot: undefined,
  watchers: new Set(),
})

const copy = (bytes: Uint8Array): Uint8Array => Uint8Array.from(bytes)

/** Bytes are copied on the way in, for no other store could be changed from outside after the fact. */
const kept = (entry: NewEntry): NewEntry => ({
  ...entry,
  digest: copy(entry.digest),
  leaf: copy(entry.leaf),
  ...(typeof entry.sealed === 'object'
    ? { sealed: { salt: copy(entry.sealed.salt), content: copy(entry.sealed.content) } }
    : {}),
})

/** The part of the store that is not the log: documents and small rows. */
const shelves = (disk: MemoryDisk) => ({
  putDocument: async (hash: string, document: StoredDocument) => {
    if (!disk.documents.has(hash)) disk.documents.set(hash, { ...document, bytes: copy(document.bytes) })
  },
  document: async (hash: string) => disk.documents.get(hash),
  documentHashes: async () => [...disk.documents.keys()].sort(),
  swapRow: async (kind: string, key: string, expected: string | null, value: string | null) => {
    const rows = disk.rows.get(kind) ?? new Map<string, string>()
    disk.rows.set(kind, rows)
    if ((rows.get(key) ?? null) !== expected) return false
    if (value === null) rows.delete(key)
    else rows.set(key, value)
    return true
  },
  row: async (kind: string, key: string) => disk.rows.get(kind)?.get(key),
  rows: async (kind: string) => [...(disk.rows.get(kind) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)),
})

/** A record in memory: for tests, exercises and trials. Nothing outlives the process. */
export const memoryStore = (disk: MemoryDisk = memoryDisk()): RecordStore => {
  const own = new Set<() => void>()
  return {
    storeId: disk.storeId,
    head: async () => disk.head,
    append: async ({ expectedSize, entries, tiles, head }) => {
      if (disk.head.size !== expectedSize) return 'moved'
      for (const entry of entries) disk.entries.push(kept(entry))
      for (const { level, index, hashes } of tiles) disk.tiles.set(`${level}/${index}`, copy(hashes))
      disk.head = { size: head.size, root: copy(head.root) }
      for (const watcher of disk.watchers) if (!own.has(watcher)) setImmediate(watcher)
      return 'appended'
    },
    read: async (from, to) =>
      disk.entries.slice(from, Math.max(from, to)).map((entry, at) => ({ ...entry, index: from + at })),
    tile: async (level, index) => disk.tiles.get(`${level}/${index}`),
    erase: async index => {
      const entry = disk.entries[index]
      if (entry?.sealed === undefined || entry.sealed === 'erased') return false
      disk.entries[index] = { ...entry, digest: new Uint8Array(0), sealed: 'erased' }
      return true
    },
    saveCheckpoint: async ({ size, note }) => void disk.checkpoints.set(size, note),
    checkpoints: async from =>
      [...disk.checkpoints]
        .filter(([size]) => size >= from)
        .sort(([a], [b]) => a - b)
        .map(([size, note]) => ({ size, note })),
    latestCheckpoint: async () => {
      const size = Math.max(-1, ...disk.checkpoints.keys())
      const note = disk.checkpoints.get(size)
      return note === undefined ? undefined : { size, note }
    },
    saveSnapshot: async snapshot => {
      disk.snapshot = snapshot === null ? undefined : { ...snapshot, bytes: copy(snapshot.bytes) }
    },
    snapshot: async () => disk.snapshot,
    ...shelves(disk),
    watch: onMoved => {
      own.add(onMoved)
      disk.watchers.add(onMoved)
      return () => {
        own.delete(onMoved)
        disk.watchers.delete(onMoved)
      }
    },
    close: async () => {
      for (const watcher of own) disk.watchers.delete(watcher)
    },
  }
}
