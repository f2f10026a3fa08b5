import type { Batch, NewEntry, RecordStore, Snapshot, StoredDocument, StoredEntry } from '@gavel/application'
import { emptyRoot } from '@gavel/record'
import { joinSealed, packRows, type Row, type SealedRow, unpackRows } from '../packing.ts'
import { bytesOf, openDatabase, type Statements } from './database.ts'

/** How often the file is asked whether another process moved the head. */
const pollMs = 100

/**
 * Writes a commit in rows of at most 256 entries, each under the root over all; false, and nothing written, when the
 * record does not end where it begins.
 */
const writeEntries = (
  sql: Statements,
  rows: readonly Row[],
  { expectedSize, entries, head }: Batch,
): boolean => {
  for (const row of rows)
    if (sql.commit.run(row.first, row.count, head.root, row.entries).changes === 0) return false
  for (let at = 0; at < entries.length; at++) {
    const { digest, sealed } = entries[at]!
    if (typeof sealed === 'object') sql.seal.run(expectedSize + at, digest, sealed.salt, sealed.content)
  }
  return true
}

interface SealedColumns {
  readonly idx: number
  readonly digest: unknown
  readonly salt: unknown
  readonly content: unknown
}

const noneSealed: ReadonlyMap<number, SealedRow> = new Map()

const readSealed = (sql: Statements, from: number, to: number): ReadonlyMap<number, SealedRow> =>
  new Map(
    (sql.readSealed.all(from, to) as readonly SealedColumns[]).map(({ idx, digest, salt, content }) => [
      idx,
      { digest: bytesOf(digest), salt: bytesOf(salt), content: bytesOf(content) },
    ]),
  )

const readEntries = (sql: Statements, from: number, to: number): readonly StoredEntry[] => {
  const rows = sql.read.all(from, to) as readonly { readonly first: number; readonly entries: unknown }[]
  const packed = unpackRows(
    rows.map(({ first, entries }) => ({ first, entries: bytesOf(entries) })),
    from,
    to,
  )
  const anySealed = packed.some(entry => entry.isSealed)
  return joinSealed(packed, anySealed ? readSealed(sql, from, to) : noneSealed)
}

const isSealed = ({ sealed }: NewEntry): boolean => typeof sealed === 'object'

const append = (
  begin: () => void,
  commit: () => void,
  rollback: () => void,
  sql: Statements,
  batch: Batch,
): 'appended' | 'moved' => {
  const rows = packRows(batch.expectedSize, batch.entries)
  // One row and nothing beside it: then a single statement is the whole transaction.
  if (rows.length === 1 && batch.tiles.length === 0 && !batch.entries.some(isSealed))
    return writeEntries(sql, rows, batch) ? 'appended' : 'moved'
  begin()
  try {
    if (!writeEntries(sql, rows, batch)) {
      rollback()
      return 'moved'
    }
    for (const { level, index, hashes } of batch.tiles) sql.putTile.run(level, index, hashes)
    commit()
    return 'appended'
  } catch (error) {
    // A failed COMMIT may have ended the transaction already; what counts is the first error.
    try {
      rollback()
    } catch {}
    throw error
  }
}

const shelves = (sql: Statements) => ({
  putDocument: async (hash: string, { mediaType, bytes }: StoredDocument) =>
    void sql.putDocument.run(hash, mediaType, bytes),
  document: async (hash: string) => {
    const row = sql.document.all(hash)[0] as { media_type: string; bytes: unknown } | undefined
    return row === undefined ? undefined : { mediaType: row.media_type, bytes: bytesOf(row.bytes) }
  },
  documentHashes: async () => (sql.documentHashes.all() as readonly { hash: string }[]).map(row => row.hash),
  swapRow: async (kind: string, key: string, expected: string | null, value: string | null) => {
    if (expected === null)
      return value === null
        ? sql.row.all(kind, key)[0] === undefined
        : sql.addRow.run(kind, key, value).changes > 0
    const changed =
      value === null ? sql.removeRow.run(kind, key, expected) : sql.changeRow.run(value, kind, key, expected)
    return changed.changes > 0
  },
  row: async (kind: string, key: string) =>
    (sql.row.all(kind, key)[0] as { value: string } | undefined)?.value,
  rows: async (kind: string) =>
    (sql.rows.all(kind) as readonly { key: string; value: string }[]).map(
      ({ key, value }): readonly [string, string] => [key, value],
    ),
})

const folds = (sql: Statements) => ({
  saveCheckpoint: async ({ size, note }: { readonly size: number; readonly note: string }) =>
    void sql.saveCheckpoint.run(size, note),
  checkpoints: async (from: number) =>
    (sql.checkpoints.all(from) as readonly { size: number; note: string }[]).map(({ size, note }) => ({
      size,
      note,
    })),
  latestCheckpoint: async () => {
    const row = sql.latestCheckpoint.all()[0] as { size: number; note: string } | undefined
    return row === undefined ? undefined : { size: row.size, note: row.note }
  },
  saveSnapshot: async (snapshot: Snapshot | null) => {
    if (snapshot === null) sql.dropSnapshot.run()
    else sql.saveSnapshot.run(snapshot.size, snapshot.edition, snapshot.bytes)
  },
  snapshot: async () => {
    const row = sql.snapshot.all()[0] as { size: number; edition: string; bytes: unknown } | undefined
    return row === undefined ? undefined : { size: row.size, edition: row.edition, bytes: bytesOf(row.bytes) }
  },
})

/** Asks the file for changes by other connections; several watchers share one timer. */
const watching = (dataVersion: () => unknown) => {
  const watchers = new Set<() => void>()
  let seen = dataVersion()
  let timer: NodeJS.Timeout | undefined
  const stop = (): void => {
    clearInterval(timer)
    timer = undefined
  }
  const look = (): void => {
    const version = dataVersion()
    if (version === seen) return
    seen = version
    for (const watcher of watchers) watcher()
  }
  return {
    stop,
    watch: (onMoved: () => void): (() => void) => {
      watchers.add(onMoved)
      timer ??= setInterval(look, pollMs).unref()
      return () => {
        watchers.delete(onMoved)
        if (watchers.size === 0) stop()
      }
    },
  }
}

/**
 * A record in one SQLite file (and its `-wal` and `-shm` beside it while it is open). Several processes on one
 * machine may open the same file. Calls are short and block; what is answered is on disk.
 */
export const sqliteStore = async (path: string): Promise<RecordStore> => {
  const file = openDatabase(path)
  const { sql, storeId, dataVersion } = file
  const begin = file.prepare('BEGIN IMMEDIATE')
  const commit = file.prepare('COMMIT')
  const rollback = file.prepare('ROLLBACK')
  const { stop, watch } = watching(dataVersion)
  return {
    storeId,
    head: async () => {
      const newest = sql.head.all()[0] as { size: number; root: unknown } | undefined
      return newest === undefined
        ? { size: 0, root: emptyRoot() }
        : { size: newest.size, root: bytesOf(newest.root) }
    },
    append: async batch =>
      append(
        () => begin.run(),
        () => commit.run(),
        () => rollback.run(),
        sql,
        batch,
      ),
    read: async (from, to) => (to <= from ? [] : readEntries(sql, from, to)),
    tile: async (level, index) => {
      const row = sql.tile.all(level, index)[0] as { hashes: unknown } | undefined
      return row === undefined ? undefined : bytesOf(row.hashes)
    },
    erase: async index => {
      if (sql.erase.run(index).changes === 0) return false
      // The log of changes still holds the row as it was; it is emptied now rather than some time later.
      file.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      return true
    },
    ...folds(sql),
    ...shelves(sql),
    watch,
    close: async () => {
      stop()
      // So that the file alone is the whole record, for whoever copies it; others at work on it may prevent that.
      file.exec('PRAGMA busy_timeout = 0')
      try {
        file.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      } catch {}
      file.close()
    },
  }
}
