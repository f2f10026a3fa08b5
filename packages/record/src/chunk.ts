import { sha256 } from '@noble/hashes/sha2.js'
import { RecordFault } from './fault.ts'
import { hashLength } from './hashing.ts'
import { headRoom, tileWidth } from './tiles.ts'

/**
 * A stretch of the record is re-hashed in one piece, by this thread or by another. 64 tiles: large enough that
 * handing it over costs nothing, small enough that several lie in memory without harm.
 */
export const chunkEntries = 64 * tileWidth

/** A stretch to re-hash: plain data, so that it can be posted to another thread. */
export interface ChunkWork {
  /** Index of its first entry, a multiple of `chunkEntries`. */
  readonly start: number
  readonly count: number
  /** Room for one entry (`headRoom` bytes), then the entry bundles one after the other. */
  readonly bundles: Uint8Array
  /** Where each bundle ends. */
  readonly ends: readonly number[]
  /** What the stored tiles of level 0 say, `count` hashes, if they are to be compared. */
  readonly stored?: Uint8Array
  /** Sizes of the record, within the stretch, whose right edge is wanted. */
  readonly sizes: readonly number[]
}

/** What a stretch hashes to. */
export interface ChunkResult {
  /** The nodes of the stretch's own right edge at each size asked for, the largest subtree first. */
  readonly edges: readonly (readonly Uint8Array[])[]
  /** The hashes of its full tiles: its part of level 1. */
  readonly tiles: Uint8Array
  /** Index of the first entry the stored tiles disagree with. */
  readonly disagrees?: number
}

/** SHA-256 that writes its 32 bytes where they are wanted, so that a million hashes leave no garbage behind. */
export interface HashWriter {
  /** A new array of zeros that `write` can write to. */
  allocate(length: number): Uint8Array
  write(input: Uint8Array, out: Uint8Array, at: number): void
}

export const portableWriter: HashWriter = {
  allocate: length => new Uint8Array(length),
  write: (input, out, at) => out.set(sha256(input), at),
}

const pair = 1 + 2 * hashLength

/**
 * The path from the newest leaf to the root. At each height lies what is hashed for the node above, the byte 0x01
 * and two hashes, so that a hash is written once, where it is needed, and nothing is ever copied together.
 *
 *     heights[h] = 01 ‖ left ‖ right        left is a finished subtree of 2^h leaves where bit h of `count` is set
 */
interface Path {
  readonly heights: readonly Uint8Array[]
  count: number
}

const newPath = (writer: HashWriter): Path => {
  // One height more than a stretch has, for its own root.
  const heights = Array.from({ length: Math.log2(chunkEntries) + 1 }, () => writer.allocate(pair))
  for (const height of heights) height[0] = 1
  return { heights, count: 0 }
}

/** Where the next hash of this height goes: left when the path's bit is clear, right when it is set. */
const slot = (count: number, height: number): number => ((count >>> height) & 1 ? 1 + hashLength : 1)

/** Adds the leaf whose hash was just written at height 0, and closes every subtree it completes. */
const addLeaf = (path: Path, writer: HashWriter, tiles: Uint8Array): void => {
  const { heights, count } = path
  for (let height = 0; (count >>> height) & 1; height++) {
    writer.write(heights[height]!, heights[height + 1]!, slot(count, height + 1))
    if (height === 7) writer.write(heights[height]!, tiles, (count >>> 8) * hashLength)
  }
  path.count++
}

/** The nodes of the right edge: the finished subtrees, the largest first. */
const edgeOf = ({ heights, count }: Path): readonly Uint8Array[] =>
  heights
    .filter((_, height) => (count >>> height) & 1)
    .map(height => Uint8Array.from(height.subarray(1, 1 + hashLength)))
    .reverse()

/**
 * Inputs of leaf hashes. An entry is moved to the head room in front of the bundles, behind a byte 0x00, and hashed
 * there: a view for each length met is made once and used for every entry of that length.
 */
const leafInputs = (bundles: Uint8Array) => {
  const views: (Uint8Array | undefined)[] = []
  bundles[0] = 0
  return (from: number, to: number): Uint8Array => {
    const length = 1 + to - from
    bundles.copyWithin(1, from, to)
    const known = views[length]
    if (known !== undefined) return known
    const view = bundles.subarray(0, length)
    views[length] = view
    return view
  }
}

const agrees = (hash: Uint8Array, at: number, stored: Uint8Array, i: number): boolean => {
  for (let j = 0; j < hashLength; j++) if (hash[at + j] !== stored[i * hashLength + j]) return false
  return true
}

/** The end of the entry at `at`, once it is seen to lie within its bundle and, if it is the last, to fill it. */
const entryEnd = ({ start, count, bundles, ends }: ChunkWork, i: number, at: number): number => {
  const limit = ends[Math.floor(i / tileWidth)] ?? 0
  const end = at + 2 <= limit ? at + 2 + bundles[at]! * 256 + bundles[at + 1]! : Number.POSITIVE_INFINITY
  const last = i % tileWidth === tileWidth - 1 || i === count - 1
  if (last ? end === limit : end < limit) return end
  const index = start + i
  throw new RecordFault('bundle-malformed', `the bundle of entry ${index} is malformed`, { index })
}

/** Re-hashes a stretch: one leaf hash and at most one node hash for each of its entries. */
export const hashChunk = (work: ChunkWork, writer: HashWriter): ChunkResult => {
  const { start, count, bundles, stored, sizes } = work
  const path = newPath(writer)
  const tiles = writer.allocate(Math.floor(count / tileWidth) * hashLength)
  const inputOf = leafInputs(bundles)
  const edges = new Map<number, readonly Uint8Array[]>()
  const wanted = new Set(sizes)
  let disagrees: number | undefined
  for (let i = 0, at = headRoom; i < count; i++) {
    const end = entryEnd(work, i, at)
    const place = slot(i, 0)
    writer.write(inputOf(at + 2, end), path.heights[0]!, place)
    if (stored && disagrees === undefined && !agrees(path.heights[0]!, place, stored, i))
      disagrees = start + i
    addLeaf(path, writer, tiles)
    if (wanted.has(start + i + 1)) edges.set(start + i + 1, edgeOf(path))
    at = end
  }
  return {
    edges: sizes.map(size => edges.get(size) ?? []),
    tiles: Uint8Array.from(tiles),
    ...(disagrees === undefined ? {} : { disagrees }),
  }
}
