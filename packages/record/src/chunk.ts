import { RecordFault } from './fault.ts'
import { checkEntry, hashLength, headRoom, tileWidth } from './limits.ts'

/**
 * A stretch of the record is re-hashed in one piece, by this thread or by another. 16 tiles: large enough that
 * handing it over costs nothing, small enough to stay in the processor's caches.
 */
export const chunkEntries = 16 * tileWidth

/** What is asked of a stretch, wherever its entries are. */
interface Stretch {
  /** Index of its first entry, a multiple of `chunkEntries`. */
  readonly start: number
  readonly count: number
  /** What the stored tiles of level 0 say, `count` hashes, if they are to be compared. */
  readonly stored?: Uint8Array
  /** Sizes of the record, within the stretch, whose right edge is wanted. */
  readonly sizes: readonly number[]
}

/** A stretch to re-hash in one piece of memory: plain data, so that it can be posted to another thread. */
export interface LaidWork extends Stretch {
  /** Room for one entry (`headRoom` bytes), then the entry bundles one after the other, then nothing that counts. */
  readonly bundles: Uint8Array
  /** Where each bundle ends. */
  readonly ends: readonly number[]
}

/** A stretch to re-hash: laid out as bundles, or the entries as they were read, for the thread that read them. */
export type ChunkWork = LaidWork | (Stretch & { readonly entries: readonly Uint8Array[] })

/** What a stretch hashes to. */
export interface ChunkResult {
  /** The nodes of the stretch's own right edge at each size asked for, the largest subtree first. */
  readonly edges: readonly (readonly Uint8Array[])[]
  /** The hashes of its full tiles: its part of level 1. */
  readonly tiles: Uint8Array
  /** Index of the first entry the stored tiles disagree with. */
  readonly disagrees?: number
}

/**
 * SHA-256 that writes its answer where it is wanted, so that a million hashes leave no garbage behind: the 32 bytes
 * into the memory of `out`, from its word `at` of two bytes on.
 */
export type HashWriter = (input: Uint8Array, out: Uint16Array, at: number) => void

/** Three unused bytes stand before a pair, so that its hashes lie on word boundaries and compare word by word. */
const pad = 3
const pairEnd = pad + 1 + 2 * hashLength

/**
 * The path from the newest leaf to the root. At each height lies what is hashed for the node above, the byte 0x01
 * and two hashes, so that a hash is written once, where it is needed, and nothing is ever copied together.
 *
 *     heights[h] = 01 ‖ left ‖ right        left is a finished subtree of 2^h leaves where bit h of `count` is set
 */
interface Path {
  readonly heights: readonly Height[]
  /** The leaves' height once more, by words of four bytes: left from 1, right from 9. */
  readonly leaves: Int32Array
  count: number
}

interface Height {
  /** By words of two bytes, for writing: left from 2, right from 18. */
  readonly words: Uint16Array
  /** The bytes that are hashed. */
  readonly input: Uint8Array
}

const newPath = (): Path => {
  // One height more than a stretch has, for its own root.
  const heights = Array.from({ length: Math.log2(chunkEntries) + 1 }, (): Height => {
    const bytes = new Uint8Array(pairEnd)
    bytes[pad] = 1
    return { words: new Uint16Array(bytes.buffer), input: bytes.subarray(pad) }
  })
  return { heights, leaves: new Int32Array(heights[0]!.words.buffer), count: 0 }
}

/** Where the next hash of this height goes: left when the path's bit is clear, right when it is set. */
const slot = (count: number, height: number): number => ((count >>> height) & 1 ? 18 : 2)

/** Adds the leaf whose hash was just written at height 0, and closes every subtree it completes. */
const addLeaf = (path: Path, write: HashWriter, tiles: Uint16Array): void => {
  const { heights, count } = path
  for (let height = 0; (count >>> height) & 1; height++) {
    write(heights[height]!.input, heights[height + 1]!.words, slot(count, height + 1))
    if (height === 7) write(heights[height]!.input, tiles, ((count >>> 8) * hashLength) / 2)
  }
  path.count++
}

/** The nodes of the right edge: the finished subtrees, the largest first. */
const edgeOf = ({ heights, count }: Path): readonly Uint8Array[] =>
  heights
    .filter((_, height) => (count >>> height) & 1)
    .map(({ input }) => input.slice(1, 1 + hashLength))
    .reverse()

/** Gives, entry by entry, what is hashed for its leaf; the answer holds until the next one is asked for. */
type NextInput = () => Uint8Array

/** Views of the front of some memory: one for each length met, made once and used for every entry of that length. */
const fronts = (memory: Uint8Array) => {
  const views: (Uint8Array | undefined)[] = []
  return (length: number): Uint8Array => {
    const known = views[length]
    if (known !== undefined) return known
    const view = memory.subarray(0, length)
    views[length] = view
    return view
  }
}

const broken = (index: number): RecordFault =>
  new RecordFault('bundle-malformed', `the bundle of entry ${index} is malformed`, { index })

/** An entry of a bundle is moved to the head room in front of the bundles, behind a byte 0x00, and hashed there. */
const inputsOfBundles = ({ start, count, bundles, ends }: LaidWork): NextInput => {
  const front = fronts(bundles)
  bundles[0] = 0
  let [i, at, limit] = [0, headRoom, 0]
  return () => {
    if (i % tileWidth === 0) limit = ends[i / tileWidth] ?? 0
    const end = at + 2 <= limit ? at + 2 + (bundles[at]! << 8) + bundles[at + 1]! : limit + 1
    if (end > limit) throw broken(start + i)
    bundles.copyWithin(1, at + 2, end)
    const input = front(end - at - 1)
    at = end
    i++
    if ((i % tileWidth === 0 || i === count) && at !== limit) throw broken(start + i - 1)
    return input
  }
}

/** An entry as it was read is copied once, behind a byte 0x00. */
const inputsOfEntries = (entries: readonly Uint8Array[], start: number): NextInput => {
  const memory = new Uint8Array(headRoom)
  const front = fronts(memory)
  let i = 0
  return () => {
    const entry = entries[i]!
    checkEntry(entry, start + i)
    memory.set(entry, 1)
    i++
    return front(1 + entry.length)
  }
}

/** Compares the leaf just written with leaf i of the stored ones. */
const agrees = ({ leaves, count }: Path, stored: Int32Array, i: number): boolean => {
  const [ours, theirs] = [count & 1 ? 9 : 1, i * 8]
  for (let j = 0; j < 8; j++) if (leaves[ours + j] !== stored[theirs + j]) return false
  return true
}

/** Re-hashes a stretch: one leaf hash and at most one node hash for each of its entries. */
export const hashChunk = (work: ChunkWork, write: HashWriter): ChunkResult => {
  const { start, count } = work
  const next = 'bundles' in work ? inputsOfBundles(work) : inputsOfEntries(work.entries, start)
  const stored = work.stored && new Int32Array(work.stored.slice().buffer)
  const path = newPath()
  const tiles = new Uint16Array((Math.floor(count / tileWidth) * hashLength) / 2)
  const edges = new Map<number, readonly Uint8Array[]>()
  const due = work.sizes.toSorted((a, b) => a - b)
  let disagrees: number | undefined
  for (let i = 0, nextDue = 0; i < count; i++) {
    write(next(), path.heights[0]!.words, slot(i, 0))
    if (stored && disagrees === undefined && !agrees(path, stored, i)) disagrees = start + i
    addLeaf(path, write, tiles)
    for (; due[nextDue] === start + i + 1; nextDue++) edges.set(start + i + 1, edgeOf(path))
  }
  return {
    edges: work.sizes.map(size => edges.get(size) ?? []),
    tiles: new Uint8Array(tiles.buffer),
    ...(disagrees === undefined ? {} : { disagrees }),
  }
}
