import {
  type OpenedCheckpoint,
  openCheckpoint,
  parseNote,
  parseVerifierKey,
  RecordFault,
  tilePath,
  toBase64,
} from '@gavel/record'
import { serverNow } from '../live/clock.ts'
import { type Growth, growthSince, isSound, type SeenCheckpoint } from './growth.ts'
import { keepSeen, lastSeen } from './seen-checkpoint.ts'

/** Somebody else who signed a checkpoint: a witness. Its key is not known here, so its signature is told, not counted. */
export interface Witness {
  readonly name: string
  /** When it says it signed; null where the signature carries no time. */
  readonly at: string | null
}

/** What a look at the record finds. */
export type Look =
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'bad'; readonly fault: string; readonly note: string }
  | {
      readonly kind: 'good'
      readonly origin: string
      readonly size: number
      readonly root: string
      readonly key: string
      readonly note: string
      readonly witnesses: readonly Witness[]
      readonly growth: Growth
      /** The checkpoint seen before, where there was one. */
      readonly before: SeenCheckpoint | undefined
    }

const fetched = async (path: string): Promise<Response | undefined> => {
  const answer = await fetch(path, { credentials: 'same-origin', cache: 'no-store' })
  if (answer.status === 404) return undefined
  if (!answer.ok) throw new TypeError(`${path} answered ${answer.status}`)
  return answer
}

const readTile = async (level: number, index: number, width: number): Promise<Uint8Array | undefined> => {
  const answer = await fetched(`/log/${tilePath({ level, index, width })}`)
  return answer && new Uint8Array(await answer.arrayBuffer())
}

/** A cosignature begins with its time: eight bytes, seconds since 1970 (C2SP tlog-cosignature). */
const timeOf = (bytes: Uint8Array): string | null => {
  if (bytes.length !== 72) return null
  const seconds = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0))
  return seconds > 0 && seconds < 1e11 ? new Date(seconds * 1_000).toISOString() : null
}

const witnessesOf = (note: string, key: string): readonly Witness[] => {
  const own = parseVerifierKey(key)
  return parseNote(note)
    .signatures.filter(({ name, id }) => name !== own.name || id !== own.id)
    .map(({ name, bytes }) => ({ name, at: timeOf(bytes) }))
}

const opened = (note: string, key: string): OpenedCheckpoint | { readonly fault: string } => {
  try {
    return openCheckpoint(note, parseVerifierKey(key))
  } catch (error) {
    if (error instanceof RecordFault) return { fault: `${error.message} [${error.code}]` }
    throw error
  }
}

/**
 * Looks at the record as anybody can: fetches its signed checkpoint, checks the signature, and finds out whether the record
 * has only grown since this device last looked. What is in order is remembered; what is not never takes its place.
 *
 * Throws TypeError when the server is not reached, RecordFault `tile-missing` when it withholds what the sums need.
 */
export const lookAtRecord = async (): Promise<Look> => {
  const [checkpoint, vkey] = await Promise.all([fetched('/log/checkpoint'), fetched('/log/vkey')])
  if (checkpoint === undefined || vkey === undefined) return { kind: 'unsigned' }
  const [note, key] = [await checkpoint.text(), (await vkey.text()).trim()]
  const now = opened(note, key)
  if ('fault' in now) return { kind: 'bad', fault: now.fault, note }
  const { origin, size, root } = now
  const before = lastSeen(origin)
  const growth = await growthSince(before, now, key, readTile)
  if (isSound(growth) && growth.kind !== 'same')
    keepSeen(origin, { note, key, at: new Date(serverNow()).toISOString() })
  return {
    kind: 'good',
    origin,
    size,
    root: toBase64(root),
    key,
    note,
    witnesses: witnessesOf(note, key),
    growth,
    before,
  }
}

/** Where the newest hashes and entries of a record of this size lie, as files. */
export const newestFiles = (size: number): { readonly tile: string; readonly bundle: string } => {
  const index = Math.floor((size - 1) / 256)
  const width = size - index * 256
  const at = (level: 0 | 'entries') => `/log/${tilePath({ level, index, width })}`
  return { tile: at(0), bundle: at('entries') }
}
