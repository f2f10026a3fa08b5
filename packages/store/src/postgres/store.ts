import { randomUUID } from 'node:crypto'
import type { Batch, RecordStore, Snapshot, StoredDocument } from '@gavel/application'
import { emptyRoot } from '@gavel/record'
import postgres from 'postgres'
import { joinSealed, packRows, type SealedRow, type StoredRow, unpackRows } from '../packing.ts'
import { type Ear, ear } from './ear.ts'
import { herald } from './herald.ts'
import { type Statements, schema, schemaEdition, statements } from './schema.ts'

/** How often the head is asked for when no notification comes. */
const pollMs = 500

/** One row of an answer. Numbers of 64 bits are read as numbers: no record has 2^53 entries. */
type Row = { readonly [column: string]: unknown }
type Ask = (text: string, values?: readonly unknown[]) => Promise<readonly Row[]>

export interface PostgresOptions {
  /** The schema that holds the record's tables: small letters, digits, underscores. `gavel` unless told. */
  readonly schema?: string
  readonly connections?: number
}

const connect = (url: string, connections: number) =>
  postgres(url, {
    max: connections,
    idle_timeout: 0,
    connect_timeout: 10,
    // The driver asks for array types on every connection, and lets that question's failure loose on the process.
    fetch_types: false,
    onnotice: () => undefined,
    types: { bigint: { to: 20, from: [20], serialize: (x: number) => String(x), parse: Number } },
  })

type Connection = ReturnType<typeof connect>

/** Two servers that make the same tables at the same time can trip over each other; then the tables are there. */
const tripped = new Set(['23505', '42P07', '42P06'])

const makeTables = async (connection: Connection, name: string): Promise<void> => {
  for (let tries = 3; ; tries--)
    try {
      await connection.unsafe(schema(name)).simple()
      await connection.unsafe(
        `INSERT INTO ${name}.record (edition, store_id, size, root) VALUES ($1, $2, 0, $3) ON CONFLICT DO NOTHING`,
        [schemaEdition, randomUUID(), Buffer.from(emptyRoot())],
      )
      return
    } catch (error) {
      if (tries === 0 || !tripped.has(String((error as { code?: unknown }).code))) throw error
    }
}

const bytes = (value: Uint8Array): Buffer => Buffer.from(value.buffer, value.byteOffset, value.byteLength)

/** Arrays as PostgreSQL reads them: `{1,2}`, `{"\\\\x00ff"}`. */
const plainArray = (values: readonly number[]): string => `{${values.join(',')}}`
const bytesArray = (values: readonly Uint8Array[]): string =>
  `{${values.map(value => `"\\\\x${bytes(value).toString('hex')}"`).join(',')}}`

const appending =
  (ask: Ask, sql: Statements) =>
  async ({ expectedSize, entries, tiles, head }: Batch): Promise<'appended' | 'moved'> => {
    const sealed = entries.flatMap(({ digest, sealed }, at) =>
      typeof sealed === 'object' ? [{ idx: expectedSize + at, digest, ...sealed }] : [],
    )
    const rows = packRows(expectedSize, entries)
    if (rows.length === 1 && sealed.length === 0 && tiles.length === 0) {
      const [answer] = await ask(sql.appendRow, [
        head.size,
        bytes(head.root),
        expectedSize,
        bytes(rows[0]!.entries),
      ])
      return answer?.['moved'] === 1 ? 'appended' : 'moved'
    }
    const values = [
      head.size,
      bytes(head.root),
      expectedSize,
      plainArray(rows.map(row => row.first)),
      bytesArray(rows.map(row => row.entries)),
      plainArray(sealed.map(entry => entry.idx)),
      bytesArray(sealed.map(entry => entry.digest)),
      bytesArray(sealed.map(entry => entry.salt)),
      bytesArray(sealed.map(entry => entry.content)),
      plainArray(tiles.map(tile => tile.level)),
      plainArray(tiles.map(tile => tile.index)),
      bytesArray(tiles.map(tile => tile.hashes)),
    ]
    const [row] = await ask(sql.append, values)
    return row?.['moved'] === 1 ? 'appended' : 'moved'
  }

const noneSealed: ReadonlyMap<number, SealedRow> = new Map()

const readSealed = async (ask: Ask, sql: Statements, from: number, to: number) =>
  new Map(
    (await ask(sql.readSealed, [from, to])).map(row => [row['idx'] as number, row as unknown as SealedRow]),
  )

const readEntries = async (ask: Ask, sql: Statements, from: number, to: number) => {
  const rows = (await ask(sql.read, [from, to])) as unknown as readonly StoredRow[]
  const packed = unpackRows(rows, from, to)
  // What is sealed is asked for later than the rows: what is not there any more was erased.
  const anySealed = packed.some(entry => entry.isSealed)
  return joinSealed(packed, anySealed ? await readSealed(ask, sql, from, to) : noneSealed)
}

const folds = (ask: Ask, sql: Statements) => ({
  saveCheckpoint: async ({ size, note }: { readonly size: number; readonly note: string }) =>
    void (await ask(sql.saveCheckpoint, [size, note])),
  checkpoints: async (from: number) =>
    (await ask(sql.checkpoints, [from])).map(row => ({
      size: row['size'] as number,
      note: row['note'] as string,
    })),
  latestCheckpoint: async () => {
    const [row] = await ask(sql.latestCheckpoint)
    return row === undefined ? undefined : { size: row['size'] as number, note: row['note'] as string }
  },
  saveSnapshot: async (snapshot: Snapshot | null) => {
    if (snapshot === null) await ask(sql.dropSnapshot)
    else await ask(sql.saveSnapshot, [snapshot.size, snapshot.edition, bytes(snapshot.bytes)])
  },
  snapshot: async () => {
    const [row] = await ask(sql.snapshot)
    return row === undefined
      ? undefined
      : { size: row['size'] as number, edition: row['edition'] as string, bytes: row['bytes'] as Uint8Array }
  },
})

const shelves = (ask: Ask, sql: Statements) => ({
  putDocument: async (hash: string, document: StoredDocument) =>
    void (await ask(sql.putDocument, [hash, document.mediaType, bytes(document.bytes)])),
  document: async (hash: string) => {
    const [row] = await ask(sql.document, [hash])
    return row === undefined
      ? undefined
      : { mediaType: row['media_type'] as string, bytes: row['bytes'] as Uint8Array }
  },
  documentHashes: async () => (await ask(sql.documentHashes)).map(row => row['hash'] as string),
  swapRow: async (kind: string, key: string, expected: string | null, value: string | null) => {
    if (expected === null)
      return value === null
        ? (await ask(sql.row, [kind, key])).length === 0
        : (await ask(sql.addRow, [kind, key, value])).length > 0
    const changed =
      value === null
        ? await ask(sql.removeRow, [kind, key, expected])
        : await ask(sql.changeRow, [kind, key, value, expected])
    return changed.length > 0
  },
  row: async (kind: string, key: string) =>
    (await ask(sql.row, [kind, key]))[0]?.['value'] as string | undefined,
  rows: async (kind: string) =>
    (await ask(sql.rows, [kind])).map(row => [row['key'] as string, row['value'] as string] as const),
})

/** Notifications are a hint that makes it quick; asking for the head now and then is what makes it sure. */
const watching = (url: string, channel: string, writer: string, headSize: () => Promise<number>) => {
  const watchers = new Set<() => void>()
  let seen = -1
  let timer: NodeJS.Timeout | undefined
  let listener: Ear | undefined
  const tell = (): void => {
    for (const watcher of watchers) watcher()
  }
  const look = async (): Promise<void> => {
    listener?.attend()
    const size = await headSize().catch(() => seen)
    if (size !== seen && seen >= 0) tell()
    seen = size
  }
  return {
    stop: async (): Promise<void> => {
      clearInterval(timer)
      await listener?.close()
    },
    watch: (onMoved: () => void): (() => void) => {
      watchers.add(onMoved)
      listener ??= ear(url, channel, by => {
        if (by !== writer) tell()
      })
      timer ??= setInterval(() => void look(), pollMs).unref()
      void look()
      return () => void watchers.delete(onMoved)
    },
  }
}

/**
 * A record in a PostgreSQL database (15 or later), in a schema of its own. Any number of servers may use it at once.
 * Throws for a schema name that is not plain and for tables of another edition.
 */
export const postgresStore = async (url: string, options: PostgresOptions = {}): Promise<RecordStore> => {
  const { schema: name = 'gavel', connections = 4 } = options
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(name)) throw new RangeError(`not a plain name for a schema: ${name}`)
  const connection = connect(url, connections)
  try {
    await makeTables(connection, name)
    const [found] = await connection.unsafe(`SELECT edition, store_id FROM ${name}.record`)
    if (found?.['edition'] !== schemaEdition)
      throw new Error(
        `the tables in ${name} are of edition ${String(found?.['edition'])}, this is ${schemaEdition}: export the record with the edition of Gavel that wrote it, and import the export with this one`,
      )
    return storeOf(url, connection, name, found['store_id'] as string)
  } catch (error) {
    await connection.end({ timeout: 1 })
    throw error
  }
}

const storeOf = (url: string, connection: Connection, name: string, storeId: string): RecordStore => {
  const sql = statements(name)
  const ask: Ask = (text, values = []) => connection.unsafe(text, [...values] as never[], { prepare: true })
  const head = async () => {
    const [row] = await ask(sql.head)
    return { size: row!['size'] as number, root: row!['root'] as Uint8Array }
  }
  // A server hears of its own commits before anybody could tell it.
  const writer = randomUUID()
  const { stop, watch } = watching(url, `${name}_moved`, writer, async () => (await head()).size)
  const { tell, stop: silence } = herald(() => ask(sql.tell, [writer]))
  const append = appending(ask, sql)
  return {
    storeId,
    head,
    append: async batch => {
      const outcome = await append(batch)
      if (outcome === 'appended') tell()
      return outcome
    },
    read: async (from, to) => (to <= from ? [] : readEntries(ask, sql, from, to)),
    tile: async (level, index) =>
      (await ask(sql.tile, [level, index]))[0]?.['hashes'] as Uint8Array | undefined,
    erase: async index => {
      if ((await ask(sql.erase, [index])).length === 0) return false
      // A deleted row stays in its page until it is cleaned up; that is done now rather than some time later.
      await connection.unsafe(sql.clearErased)
      return true
    },
    ...folds(ask, sql),
    ...shelves(ask, sql),
    watch,
    close: async () => {
      await stop()
      await silence()
      await connection.end({ timeout: 5 })
    },
  }
}
