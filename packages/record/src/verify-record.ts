import { joined, sameBytes } from './bytes.ts'
import { type OpenedCheckpoint, openCheckpoint } from './checkpoint.ts'
import { type ChunkResult, type ChunkWork, chunkEntries, hashChunk } from './chunk.ts'
import { must } from './fault.ts'
import { type Hashing, portableHashing, portableWriter } from './hashing.ts'
import { parseVerifierKey, type VerifierKey } from './keys.ts'
import { hashLength, headRoom, tileWidth } from './limits.ts'
import { type ReadTile, readHashes, type TakeRoom, widthOfTile } from './tiles.ts'
import { perfectRoot, rootOf } from './tree.ts'

/** Where the entries come from: one by one as a store has them, or in the bundles a mirror serves. */
export type EntrySource =
  | { readonly readEntries: (from: number, to: number) => Promise<readonly Uint8Array[]> }
  | { readonly readBundle: (index: number, width: number) => Promise<Uint8Array | undefined> }

/** What is to be verified, and against what. */
export type RecordToVerify = EntrySource & {
  /** Signed checkpoints, in any order, each checked at its own size. */
  readonly checkpoints: readonly string[]
  /** The record's public key. */
  readonly vkey: VerifierKey | string
  /** How many entries there are; without it, as many as the largest checkpoint says. */
  readonly size?: number
  /** A root that should hold at `size`, for a head no checkpoint was issued for yet. */
  readonly root?: Uint8Array
  /** The stored tiles, to be compared hash by hash. */
  readonly readTile?: ReadTile
  readonly onProgress?: (done: number, size: number) => void
}

/** What was found to hold. */
export interface VerifiedRecord {
  readonly size: number
  readonly root: Uint8Array
  readonly checkpoints: number
  /** How many stored tiles were compared. */
  readonly tiles: number
}

/** Re-hashes a stretch, here or on another thread. */
export interface ChunkRunner {
  /** How many stretches may be under way at once. */
  readonly ahead: number
  /** Room for the bundles of a stretch, used again once a stretch is done: fresh memory costs more than copying. */
  readonly take?: TakeRoom
  /** Awaited before each stretch: lets what other threads have answered arrive. */
  readonly ready?: () => Promise<void>
  run(work: ChunkWork): Promise<ChunkResult>
}

const portableRunner: ChunkRunner = {
  ahead: 1,
  run: async work => hashChunk(work, portableWriter),
}

/** A root that must come out at a size, and whose word that is. */
interface Expected {
  readonly size: number
  readonly root: Uint8Array
  readonly by: string
}

const expectations = (record: RecordToVerify) => {
  const key = typeof record.vkey === 'string' ? parseVerifierKey(record.vkey) : record.vkey
  const opened: readonly OpenedCheckpoint[] = record.checkpoints.map(note => openCheckpoint(note, key))
  const largest = opened.reduce((most, checkpoint) => Math.max(most, checkpoint.size), 0)
  const size = record.size ?? largest
  must(Number.isSafeInteger(size) && size >= 0, 'size-invalid', `${size} is not the size of a record`)
  const missing = `a checkpoint was signed for ${largest} entries, and there are ${size}`
  must(largest <= size, 'record-too-short', missing, { size: largest })
  const expected: Expected[] = opened.map(checkpoint => ({
    size: checkpoint.size,
    root: checkpoint.root,
    by: 'the signed checkpoint',
  }))
  if (record.root !== undefined) expected.push({ size, root: record.root, by: 'the stored head' })
  return { size, expected: expected.sort((a, b) => a.size - b.size) }
}

/** The entries of a stretch as they were read, or their bundles, fetched into one array. */
const readChunk = async (
  record: RecordToVerify,
  start: number,
  end: number,
  take: TakeRoom = length => new Uint8Array(length),
) => {
  if ('readEntries' in record) {
    const entries = await record.readEntries(start, end)
    const index = start + entries.length
    must(index >= end, 'entry-missing', `entry ${index} is missing`, { index })
    return { entries: index === end ? entries : entries.slice(0, end - start) }
  }
  const parts: Uint8Array[] = []
  for (let at = start; at < end; at += tileWidth) {
    const bundle = await record.readBundle(at / tileWidth, Math.min(tileWidth, end - at))
    must(bundle !== undefined, 'entry-missing', `the bundle of entry ${at} is missing`, { index: at })
    parts.push(bundle)
  }
  const bundles = take(parts.reduce((sum, part) => sum + part.length, headRoom))
  let at = headRoom
  const ends = parts.map(part => {
    bundles.set(part, at)
    at += part.length
    return at
  })
  return { bundles, ends }
}

/** What the stored tiles say about the leaves of a stretch. */
const storedLeaves = async (readTile: ReadTile, start: number, end: number): Promise<Uint8Array> => {
  const reads: Promise<Uint8Array>[] = []
  for (let at = start; at < end; at += tileWidth)
    reads.push(readHashes(readTile, 0, at / tileWidth, Math.min(tileWidth, end - at)))
  return joined(...(await Promise.all(reads)))
}

const makeWork = async (
  record: RecordToVerify,
  start: number,
  end: number,
  expected: readonly Expected[],
  take?: TakeRoom,
): Promise<ChunkWork> => {
  const read = await readChunk(record, start, end, take)
  const stored = record.readTile && (await storedLeaves(record.readTile, start, end))
  const within = expected.map(({ size }) => size).filter(size => size > start && size <= end)
  const sizes = [...new Set([...within, end])]
  return { start, count: end - start, ...read, sizes, ...(stored ? { stored } : {}) }
}

/** What is carried from one stretch to the next. */
interface Progress {
  /** The right edge before the stretch. */
  nodes: Uint8Array[]
  /** The hashes of level 1 so far. */
  readonly levelOne: Uint8Array[]
  checked: number
}

/** Checks one re-hashed stretch: its tiles first, for they name the entry; then every root due within it. */
const settle = (
  progress: Progress,
  work: ChunkWork,
  result: ChunkResult,
  expected: readonly Expected[],
  using: Hashing,
): void => {
  const index = result.disagrees
  const differs = `entry ${index} does not hash to what its tile says: one of the two was altered`
  must(index === undefined, 'tile-mismatch', differs, { level: 0, ...(index === undefined ? {} : { index }) })
  work.sizes.forEach((size, i) => {
    const root = rootOf({ size, nodes: [...progress.nodes, ...result.edges[i]!], tails: [] }, using)
    for (const due of expected.filter(other => other.size === size)) checkRoot(due, root, progress.checked)
    if (expected.some(due => due.size === size)) progress.checked = size
  })
  const end = work.start + work.count
  progress.nodes.push(...result.edges[work.sizes.indexOf(end)]!)
  if (work.count === chunkEntries) mergeNodes(progress.nodes, end / chunkEntries, using)
  for (let at = 0; at < result.tiles.length; at += hashLength)
    progress.levelOne.push(result.tiles.subarray(at, at + hashLength))
}

const checkRoot = (due: Expected, root: Uint8Array, from: number): void => {
  const where = `between entries ${from} and ${due.size - 1} something was altered, moved or taken away`
  const message = `${due.by} over ${due.size} entries has another root: ${where}`
  must(sameBytes(due.root, root), 'root-mismatch', message, { index: from, size: due.size })
}

/** The `count`-th stretch closes one larger subtree for every power of two that divides `count`. */
const mergeNodes = (nodes: Uint8Array[], count: number, using: Hashing): void => {
  for (let rest = count; rest % 2 === 0; rest /= 2) {
    const right = nodes.pop()!
    nodes.push(using.nodeHash(nodes.pop()!, right))
  }
}

/** Compares the stored tiles above level 0, level by level; answers how many tiles of all levels there are. */
const checkUpperTiles = async (
  size: number,
  levelOne: readonly Uint8Array[],
  readTile: ReadTile,
  using: Hashing,
): Promise<number> => {
  let count = Math.ceil(size / tileWidth)
  let hashes = levelOne
  for (let level = 1; hashes.length > 0; level++) {
    const above: Uint8Array[] = []
    for (let index = 0; index * tileWidth < hashes.length; index++) {
      const row = joined(...hashes.slice(index * tileWidth, (index + 1) * tileWidth))
      const stored = await readHashes(readTile, level, index, widthOfTile(size, level, index))
      const place = { level, index }
      must(sameBytes(row, stored), 'tile-mismatch', `tile ${level}/${index} was altered`, place)
      if (row.length === tileWidth * hashLength) above.push(perfectRoot(row, using))
      count++
    }
    hashes = above
  }
  return count
}

/**
 * Verifies a whole record: re-hashes every entry, rebuilds the tree, and compares its root with every checkpoint
 * at the checkpoint's size, and, if tiles are given, every stored hash with its own.
 *
 *     await verifyRecord({ readEntries, checkpoints: [note], vkey: 'example.org/record+…' })
 *
 * Returns what was found to hold. Otherwise throws the first fault as a `RecordFault`, with its index or size in
 * `place`: a fault of a checkpoint's signature or text, `record-too-short`, `entry-missing`, `entry-too-long`,
 * `bundle-malformed`, `tile-missing`, `tile-malformed`, `tile-mismatch`, or `root-mismatch` (whose `place.index` and
 * `place.size` enclose the damage).
 */
export const verifyRecord = async (
  record: RecordToVerify,
  runner: ChunkRunner = portableRunner,
  using: Hashing = portableHashing,
): Promise<VerifiedRecord> => {
  const { size, expected } = expectations(record)
  for (const due of expected.filter(other => other.size === 0)) checkRoot(due, using.emptyRoot(), 0)
  const progress: Progress = { nodes: [], levelOne: [], checked: 0 }
  const underWay: { readonly work: ChunkWork; readonly result: Promise<ChunkResult> }[] = []
  const settleOldest = async () => {
    const { work, result } = underWay.shift()!
    settle(progress, work, await result, expected, using)
    record.onProgress?.(work.start + work.count, size)
  }
  for (let start = 0; start < size; start += chunkEntries) {
    const end = Math.min(start + chunkEntries, size)
    await runner.ready?.()
    const work = await makeWork(record, start, end, expected, runner.take).catch(async fault => {
      // What was read before comes first: an earlier fault must not be hidden by this one.
      while (underWay.length > 0) await settleOldest()
      throw fault
    })
    const result = runner.run(work)
    result.catch(() => {})
    underWay.push({ work, result })
    if (underWay.length >= runner.ahead) await settleOldest()
  }
  while (underWay.length > 0) await settleOldest()
  const tiles = record.readTile ? await checkUpperTiles(size, progress.levelOne, record.readTile, using) : 0
  const root = rootOf({ size, nodes: progress.nodes, tails: [] }, using)
  return { size, root, checkpoints: record.checkpoints.length, tiles }
}
