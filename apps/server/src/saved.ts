import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  domainLaw,
  exportRecord,
  type Imported,
  importRecord,
  openRecord,
  type RecordStore,
} from '@gavel/application'
import { parseSignerKey, printVerifierKey, verifierKey } from '@gavel/record'
import { confidentialStore, memoryStore, postgresStore, sqliteStore } from '@gavel/store'
import { contentKey, keyInFolder } from './content-key.ts'

/** A record that lies still: its store, and the public key that signs it where that is known. */
export interface SavedRecord {
  readonly store: RecordStore
  readonly vkey?: string
}

const isPostgres = (where: string): boolean => /^postgres(ql)?:\/\//.test(where)

/** Does a server keep its data here? */
export const isDataFolder = (where: string): boolean => existsSync(join(where, 'record.sqlite'))

const publicKeyIn = async (folder: string): Promise<{ readonly vkey?: string }> => {
  const file = join(folder, 'signing.key')
  if (!existsSync(file)) return {}
  return { vkey: printVerifierKey(verifierKey(parseSignerKey((await readFile(file, 'utf8')).trim()))) }
}

/** Opens a record where a server left it: the data folder, or the address of a PostgreSQL database. */
export const openSaved = async (
  where: string,
  contentKeyFile: string | undefined = process.env['GAVEL_CONTENT_KEY'],
): Promise<SavedRecord> => {
  const key = await keyFor(where, contentKeyFile)
  const read = (store: RecordStore): RecordStore =>
    key === undefined ? store : confidentialStore(store, key)
  return isPostgres(where)
    ? { store: read(await postgresStore(where)) }
    : { store: read(await sqliteStore(join(where, 'record.sqlite'))), ...(await publicKeyIn(where)) }
}

/** The key its confidential content lies under. A folder that is only now to hold a record gets one. */
const keyFor = async (where: string, file: string | undefined): Promise<Uint8Array | undefined> => {
  if (file !== undefined) return contentKey(where, file)
  if (isPostgres(where)) return undefined
  return isDataFolder(where) ? keyInFolder(where) : contentKey(where, undefined)
}

/** Opens an export as a record in memory, each line checked as it comes in. Throws ImportFault with the line. */
export const openExport = async (lines: AsyncIterable<string> | Iterable<string>): Promise<SavedRecord> => {
  const store = memoryStore()
  const first: string[] = []
  const watched = async function* (): AsyncGenerator<string> {
    for await (const line of lines) {
      if (first.length === 0) first.push(line)
      yield line
    }
  }
  await importRecord(store, watched())
  const { verifierKey: vkey } = JSON.parse(first[0] ?? '{}') as { readonly verifierKey?: string }
  return { store, ...(vkey === undefined ? {} : { vkey }) }
}

/** The lines of an export: everything the operator has, or only what anybody may read. */
export async function* exportLines(
  saved: SavedRecord,
  what: 'everything' | 'public',
): AsyncGenerator<string> {
  const keeper = await openRecord({
    store: saved.store,
    law: domainLaw,
    folds: {},
    clock: Date,
    snapshotEvery: 0,
  })
  const named = saved.vkey === undefined ? keeper : { ...keeper, verifierKey: saved.vkey }
  yield* exportRecord(named, saved.store, what === 'everything' ? 'everything' : null)
}

/** Brings an export into a place that has no record yet. Throws ImportFault with the line at fault. */
export const importInto = (saved: SavedRecord, lines: AsyncIterable<string>): Promise<Imported> =>
  importRecord(saved.store, lines)
