import { must } from './fault.ts'
import { type Hashing, portableHashing } from './hashing.ts'
import { hashLength, tileWidth } from './limits.ts'
import { type ReadTile, readHashes, widthOfTile } from './tiles.ts'
import { perfectRoot } from './tree.ts'

/** A stretch of the record: entries `start` (included) to `end` (excluded). */
interface Range {
  readonly start: number
  readonly end: number
}

/** The largest power of two below n (n ≥ 2): where RFC 6962 §2.1 splits a tree of n leaves. */
const split = (n: number): number => {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** The stretches whose roots prove the leaf at `index` under the tree over `range`, leaf's sibling first. */
const inclusionRanges = (index: number, { start, end }: Range): readonly Range[] => {
  const ranges: Range[] = []
  let [low, high] = [start, end]
  while (high - low > 1) {
    const middle = low + split(high - low)
    if (index < middle) {
      ranges.push({ start: middle, end: high })
      high = middle
    } else {
      ranges.push({ start: low, end: middle })
      low = middle
    }
  }
  return ranges.reverse()
}

/**
 * The stretches whose roots prove that the subtree over `part` is a part of the tree of `size` entries. With a
 * part that starts at 0 this is the consistency proof of RFC 6962 §2.1.2, to which it was later generalised.
 */
const consistencyRanges = (part: Range, size: number): readonly Range[] => {
  const ranges: Range[] = []
  let [low, high] = [0, size]
  // Holds while the verifier knows the root over [low, part.end) already: it is the one being proven.
  let known = true
  while (!(low >= part.start && high === part.end)) {
    const middle = low + split(high - low)
    if (part.end <= middle) {
      ranges.push({ start: middle, end: high })
      high = middle
    } else {
      ranges.push({ start: low, end: middle })
      if (part.start < middle) known = false
      low = middle
    }
  }
  if (!known) ranges.push({ start: low, end: high })
  return ranges.reverse()
}

/** Roots over stretches of the record, from tiles; a tile that several need is read once. */
const rangeReader = (size: number, readTile: ReadTile, using: Hashing) => {
  const read = new Map<string, Promise<Uint8Array>>()
  const tile = (level: number, index: number): Promise<Uint8Array> => {
    const key = `${level}/${index}`
    const known = read.get(key)
    if (known !== undefined) return known
    const found = readHashes(readTile, level, index, widthOfTile(size, level, index))
    read.set(key, found)
    return found
  }
  /** The root over `width` entries (a power of two) from `start` (a multiple of it): part of one tile. */
  const perfect = async (start: number, width: number): Promise<Uint8Array> => {
    let level = 0
    while (tileWidth ** (level + 1) <= width) level++
    const first = start / tileWidth ** level
    const hashes = await tile(level, Math.floor(first / tileWidth))
    const from = (first % tileWidth) * hashLength
    const bytes = (width / tileWidth ** level) * hashLength
    return perfectRoot(hashes.subarray(from, from + bytes), using)
  }
  return async ({ start, end }: Range): Promise<Uint8Array> => {
    const parts: Promise<Uint8Array>[] = []
    for (let at = start; at < end; ) {
      let width = 1
      while (at % (width * 2) === 0 && at + width * 2 <= end) width *= 2
      parts.push(perfect(at, width))
      at += width
    }
    return (await Promise.all(parts)).reduceRight((right, left) => using.nodeHash(left, right))
  }
}

const checkSize = (size: number, what = 'size'): void =>
  must(Number.isSafeInteger(size) && size >= 0, 'size-invalid', `${what} ${size} is not the size of a record`)

const checkIndex = (index: number, size: number): void => {
  checkSize(size)
  const within = Number.isSafeInteger(index) && index >= 0 && index < size
  must(within, 'index-beyond-size', `there is no entry ${index} in a record of ${size}`, { size })
}

/** Is it a subtree: does it start at a multiple of its length rounded up to a power of two? */
const isSubtree = ({ start, end }: Range): boolean => {
  let width = 1
  while (width < end - start) width *= 2
  return start % width === 0
}

const checkSubtree = ({ start, end }: Range): void => {
  checkSize(start, 'start')
  checkSize(end, 'end')
  const whole = start <= end && isSubtree({ start, end })
  must(whole, 'range-invalid', `entries ${start} to ${end} are no subtree of a record`, { index: start })
}

/**
 * The proof that the entry at `index` is in the record of `size` entries (RFC 6962 §2.1.1): at most one hash per
 * level, the leaf's neighbour first. Reads a few tiles and no entry.
 */
export const inclusionProof = async (
  index: number,
  size: number,
  readTile: ReadTile,
  using: Hashing = portableHashing,
): Promise<readonly Uint8Array[]> => {
  checkIndex(index, size)
  return Promise.all(inclusionRanges(index, { start: 0, end: size }).map(rangeReader(size, readTile, using)))
}

/**
 * The proof that the record of `newSize` entries begins with the record of `oldSize` (RFC 6962 §2.1.2). The old
 * size is at least 1: of nothing there is nothing to prove.
 */
export const consistencyProof = async (
  oldSize: number,
  newSize: number,
  readTile: ReadTile,
  using: Hashing = portableHashing,
): Promise<readonly Uint8Array[]> => {
  must(oldSize > 0, 'size-invalid', 'a consistency proof starts from at least one entry')
  return subtreeConsistencyProof(0, oldSize, newSize, readTile, using)
}

/** The proof that an entry is in the subtree over `start` to `end`: an inclusion proof that ends at its root. */
export const subtreeInclusionProof = async (
  index: number,
  start: number,
  end: number,
  readTile: ReadTile,
  using: Hashing = portableHashing,
): Promise<readonly Uint8Array[]> => {
  checkSubtree({ start, end })
  checkIndex(index - start, end - start)
  return Promise.all(inclusionRanges(index, { start, end }).map(rangeReader(end, readTile, using)))
}

/** The proof that the subtree over `start` to `end` is part of the record of `size` entries. */
export const subtreeConsistencyProof = async (
  start: number,
  end: number,
  size: number,
  readTile: ReadTile,
  using: Hashing = portableHashing,
): Promise<readonly Uint8Array[]> => {
  checkSubtree({ start, end })
  checkSize(size)
  must(end <= size, 'range-invalid', `entry ${end - 1} is beyond a record of ${size}`, { size })
  if (start === end) return []
  return Promise.all(consistencyRanges({ start, end }, size).map(rangeReader(size, readTile, using)))
}
