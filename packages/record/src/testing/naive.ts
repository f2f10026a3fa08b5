import { type Hashing, portableHashing } from '../hashing.ts'
import type { ReadTile, Tile } from '../tiles.ts'
import { appendLeaves, type Edge, emptyEdge } from '../tree.ts'

/** The root as RFC 6962 §2.1 writes it down, recursively and without cleverness: what the tree is compared with. */
export const naiveRoot = (leaves: readonly Uint8Array[], using: Hashing = portableHashing): Uint8Array => {
  if (leaves.length === 0) return using.emptyRoot()
  if (leaves.length === 1) return leaves[0]!
  let half = 1
  while (half * 2 < leaves.length) half *= 2
  return using.nodeHash(naiveRoot(leaves.slice(0, half), using), naiveRoot(leaves.slice(half), using))
}

/** The inclusion proof as RFC 6962 §2.1.1 writes it down. */
export const naiveInclusion = (index: number, leaves: readonly Uint8Array[]): readonly Uint8Array[] => {
  if (leaves.length <= 1) return []
  let half = 1
  while (half * 2 < leaves.length) half *= 2
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)]
  return index < half
    ? [...naiveInclusion(index, left), naiveRoot(right)]
    : [...naiveInclusion(index - half, right), naiveRoot(left)]
}

/** The consistency proof as RFC 6962 §2.1.2 writes it down. */
export const naiveConsistency = (
  size: number,
  leaves: readonly Uint8Array[],
  known = true,
): readonly Uint8Array[] => {
  if (size === leaves.length) return known ? [] : [naiveRoot(leaves)]
  let half = 1
  while (half * 2 < leaves.length) half *= 2
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)]
  return size <= half
    ? [...naiveConsistency(size, left, known), naiveRoot(right)]
    : [...naiveConsistency(size - half, right, false), naiveRoot(left)]
}

/** Entry i of a record for tests: its number, written out. */
export const entryOf = (i: number): Uint8Array =>
  Uint8Array.from(`entry ${i}`, letter => letter.charCodeAt(0))

/** A record in memory: what a store keeps. */
export interface MemoryRecord {
  readonly edge: Edge
  readonly root: Uint8Array
  readonly tiles: Map<string, Uint8Array>
  readonly readTile: ReadTile
}

export const storeTiles = (tiles: Map<string, Uint8Array>, changed: readonly Tile[]): void => {
  for (const { level, index, hashes } of changed) tiles.set(`${level}/${index}`, hashes)
}

/** A record with these leaf hashes, appended in batches of the given sizes, the last size repeated. */
export const recordOf = (leaves: readonly Uint8Array[], batches: readonly number[] = []): MemoryRecord => {
  const tiles = new Map<string, Uint8Array>()
  let edge = emptyEdge
  let root = portableHashing.emptyRoot()
  for (let at = 0, turn = 0; at < leaves.length; turn++) {
    const length = Math.max(1, batches[Math.min(turn, batches.length - 1)] ?? leaves.length)
    const appended = appendLeaves(edge, leaves.slice(at, at + length))
    storeTiles(tiles, appended.tiles)
    ;({ edge, root } = appended)
    at += length
  }
  return { edge, root, tiles, readTile: (level, index) => tiles.get(`${level}/${index}`) }
}
