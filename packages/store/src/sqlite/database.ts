import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import Database from 'libsql'
import { applicationId, schema, schemaEdition, statements } from './schema.ts'

/**
 * A prepared statement, as far as this store uses one. There is no `get`: the binding leaves it standing on its row,
 * and a statement that stands keeps the log of changes from ever being emptied, so every commit grows slower. Bytes come back as ArrayBuffer or Buffer.
 */
interface Statement {
  run(...values: readonly unknown[]): { readonly changes: number }
  all(...values: readonly unknown[]): readonly unknown[]
}

/** The open file, as far as this store uses one. */
export interface OpenFile {
  readonly storeId: string
  readonly sql: Statements
  prepare(source: string): Statement
  exec(source: string): void
  /** Changes whenever another connection has written. */
  dataVersion(): unknown
  close(): void
}

export type Statements = { readonly [name in keyof typeof statements]: Statement }

/** How long to wait for another process that is writing. */
const busyMs = 20_000

/** Bytes of a column, whichever way the binding gives them. */
export const bytesOf = (value: unknown): Uint8Array =>
  value instanceof ArrayBuffer ? new Uint8Array(value) : (value as Uint8Array)

const simple = (database: Database.Database, name: string): unknown => {
  const row = database.prepare(`PRAGMA ${name}`).all()[0] as
    | { readonly [column: string]: unknown }
    | undefined
  return row === undefined ? undefined : Object.values(row)[0]
}

const make = (database: Database.Database): void => {
  database.exec('BEGIN IMMEDIATE')
  try {
    // Another process may have made the tables while this one waited for its turn.
    if (simple(database, 'user_version') === 0) {
      database.exec(schema)
      database.prepare('INSERT INTO record (only, store_id) VALUES (1, ?)').run(randomUUID())
      database.exec(`PRAGMA application_id = ${applicationId}`)
      database.exec(`PRAGMA user_version = ${schemaEdition}`)
    }
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

const isBusy = (error: unknown): boolean =>
  String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')

/** Turning a new file to WAL needs it alone and does not wait by itself. */
const useWal = (database: Database.Database): void => {
  for (const until = performance.now() + busyMs; ; )
    try {
      database.exec('PRAGMA journal_mode = WAL')
      return
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
}

/** How long the log of changes gets before SQLite writes it over from its beginning: 1,000 pages and a commit. */
const logBytes = 4.5 * 2 ** 20
/** What SQLite keeps of a change in memory before it resorts to the log. */
const cacheBytes = 2 * 2 ** 20

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/**
 * Lets the log of changes grow to the length it has in the long run, by a change that is taken back: to sync what is
 * written over takes two thirds of the time of syncing a file that grows. Only a convenience, so it may fail.
 */
const growLog = (database: Database.Database, path: string): void => {
  if (sizeOf(`${path}-wal`) >= logBytes * 0.9) return
  try {
    database.exec('BEGIN IMMEDIATE')
    database
      .prepare("INSERT INTO documents (hash, media_type, bytes) VALUES ('', '', zeroblob(?))")
      .run(logBytes + cacheBytes)
  } catch {
    // A full disk, perhaps. The record can be read all the same, and the first act will say what is the matter.
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK')
  }
}

/**
 * Opens the file, making it if it is not there. Every commit is on disk before it is answered (WAL, FULL), erased
 * rows are overwritten (secure_delete). Throws for a file that is something else or of another edition.
 */
export const openDatabase = (path: string): OpenFile => {
  const database = new Database(path)
  try {
    database.exec(`PRAGMA busy_timeout = ${busyMs}`)
    const edition = simple(database, 'user_version')
    const mark = simple(database, 'application_id')
    if (edition !== 0 && mark !== applicationId)
      throw new Error(`${path} is a database of another program, not a record`)
    if (edition !== 0 && edition !== schemaEdition)
      throw new Error(
        `${path} is a record of edition ${String(edition)}, this is ${schemaEdition}: export it with the edition of Gavel that wrote it, and import the export with this one`,
      )
    useWal(database)
    database.exec('PRAGMA synchronous = FULL')
    database.exec('PRAGMA secure_delete = ON')
    if (edition === 0) make(database)
    growLog(database, path)
    const prepare = (source: string): Statement => database.prepare(source) as unknown as Statement
    const sql = Object.fromEntries(
      Object.entries(statements).map(([name, source]) => [name, prepare(source)]),
    ) as unknown as Statements
    const { store_id: storeId } = prepare('SELECT store_id FROM record').all()[0] as { store_id: string }
    return {
      storeId,
      sql,
      prepare,
      exec: source => void database.exec(source),
      dataVersion: () => simple(database, 'data_version'),
      close: () => void database.close(),
    }
  } catch (error) {
    database.close()
    throw error
  }
}
