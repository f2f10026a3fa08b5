import { createReadStream, existsSync, statSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { type RecordToVerify, tileWidth } from '@gavel/record'
import { nodeHashing } from '@gavel/record/node'
import { isDataFolder, openExport, openSaved, type SavedRecord } from '@gavel/server'
import { type Output, UsageError } from '../command.ts'

/** The lines of a file, one after the other, without reading it whole. */
export const linesOf = (file: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })

/** Opens a record at rest; what cannot be opened (another edition, no database) is told in one line. */
export const openedAt = async (where: string): Promise<SavedRecord> => {
  try {
    return await openSaved(where)
  } catch (error) {
    throw new UsageError(`no record can be opened at ${where}: ${(error as Error).message}`)
  }
}

const open = async (where: string): Promise<SavedRecord> => {
  if (isDataFolder(where) || where.startsWith('postgres')) return openedAt(where)
  if (existsSync(where) && statSync(where).isFile()) return openExport(linesOf(where))
  throw new UsageError(
    `${where} is neither a mirror of a log, nor the data folder of a server, nor an export`,
  )
}

/** The stored tiles. A store keeps level 0 once a tile is full; its newest part follows from the entries. */
const tilesOf =
  (store: SavedRecord['store']): NonNullable<RecordToVerify['readTile']> =>
  async (level, index) => {
    const kept = await store.tile(level, index)
    if (kept !== undefined || level > 0) return kept
    const entries = await store.read(index * tileWidth, (index + 1) * tileWidth)
    return new Uint8Array(Buffer.concat(entries.map(({ leaf }) => nodeHashing.leafHash(leaf))))
  }

/** A record at rest as something to verify: entries, tiles and every checkpoint that was ever signed. */
export const savedRecord = async (
  where: string,
  key: string | undefined,
  out: Output,
): Promise<{ readonly record: RecordToVerify; readonly done: () => Promise<void> }> => {
  const { store, vkey } = await open(where)
  const trusted = key ?? vkey
  if (trusted === undefined) throw new UsageError(`say whose record it is: --key (no public key at ${where})`)
  if (key === undefined) out.fault(`no --key given: taking the record's own word for its key ${trusted}`)
  const { size, root } = await store.head()
  const checkpoints = (await store.checkpoints(0)).map(({ note }) => note)
  const readEntries = async (from: number, to: number) => (await store.read(from, to)).map(({ leaf }) => leaf)
  const record: RecordToVerify = {
    checkpoints,
    vkey: trusted,
    size,
    root,
    readEntries,
    readTile: tilesOf(store),
  }
  return { record, done: () => store.close() }
}
