import { must } from './fault.ts'
import { checkHash, type Hashing, portableHashing } from './hashing.ts'
import { hashLength, tileWidth } from './limits.ts'
import { type ReadTile, readHashes, type Tile } from './tiles.ts'

/**
 * The right edge of the tree: all that is needed to append, as plain data.
 *
 * `nodes` are the roots of the perfect subtrees the record falls into, the largest first, one for each bit set
 * in `size`: a record of 13 entries has subtrees of 8, 4 and 1. `tails` are, level by level, the hashes of the
 * tile that is still filling.
 */
export interface Edge {
  readonly size: number
  readonly nodes: readonly Uint8Array[]
  readonly tails: readonly Uint8Array[]
}

/** What appending gives: the new edge, the new root, and the whole of every tile that changed. */
export interface Appended {
  readonly edge: Edge
  readonly root: Uint8Array
  readonly tiles: readonly Tile[]
}

export const emptyEdge: Edge = { size: 0, nodes: [], tails: [] }

/** The root over all entries: the perfect subtrees joined from the right (RFC 6962 §2.1). */
export const rootOf = (edge: Edge, using: Hashing = portableHashing): Uint8Array => {
  if (edge.size === 0) return using.emptyRoot()
  return edge.nodes.reduceRight((right, left) => using.nodeHash(left, right))
}

/**
 * Appends leaf hashes (32 bytes each). Costs one node hash per leaf, plus the few that make the root, whatever
 * the size of the record.
 *
 *     const { edge, root, tiles } = appendLeaves(emptyEdge, [leafHash(first), leafHash(second)])
 *     tiles   // [{ level: 0, index: 0, hashes: 64 bytes }]
 */
export const appendLeaves = (
  edge: Edge,
  leafHashes: readonly Uint8Array[],
  using: Hashing = portableHashing,
): Appended => {
  const nodes = [...edge.nodes]
  const fresh: Uint8Array[][] = []
  let size = edge.size
  for (const leaf of leafHashes) {
    checkHash(leaf, 'a leaf hash')
    add(fresh, 0, leaf)
    let hash = leaf
    // The new leaf closes one subtree for every trailing bit set in the size, as a carry runs through a counter.
    for (let rest = size, height = 1; rest % 2 === 1; rest = (rest - 1) / 2, height++) {
      hash = using.nodeHash(nodes.pop()!, hash)
      if (height % 8 === 0) add(fresh, height / 8, hash)
    }
    nodes.push(hash)
    size++
  }
  const { tiles, tails } = fillTiles(edge, fresh)
  const grown = { size, nodes, tails }
  return { edge: grown, root: rootOf(grown, using), tiles }
}

const add = (fresh: Uint8Array[][], level: number, hash: Uint8Array): void => {
  const row = fresh[level]
  if (row === undefined) fresh[level] = [hash]
  else row.push(hash)
}

/** Lays the fresh hashes of each level behind the tile that was filling, and cuts them into tiles of 256. */
const fillTiles = (edge: Edge, fresh: readonly Uint8Array[][]) => {
  const tiles: Tile[] = []
  const tails = [...edge.tails]
  fresh.forEach((hashes, level) => {
    const tail = edge.tails[level] ?? new Uint8Array(0)
    const first = Math.floor(edge.size / 256 ** level / 256)
    const row = new Uint8Array(tail.length + hashes.length * hashLength)
    row.set(tail)
    for (let i = 0; i < hashes.length; i++) row.set(hashes[i]!, tail.length + i * hashLength)
    const full = tileWidth * hashLength
    // Tiles and tail are views of the one row: nobody changes any of them.
    for (let at = 0; at < row.length; at += full)
      tiles.push({ level, index: first + at / full, hashes: row.subarray(at, at + full) })
    tails[level] = row.subarray(row.length - (row.length % full))
  })
  return { tiles, tails }
}

/** The nodes of an edge, from the tiles still filling: level by level, the tail's hashes joined by powers of two. */
const nodesFromTails = (tails: readonly Uint8Array[], using: Hashing): readonly Uint8Array[] =>
  [...tails].reverse().flatMap(tail => {
    const nodes: Uint8Array[] = []
    for (let at = 0, width = tileWidth / 2; width >= 1; width /= 2) {
      if (((tail.length / hashLength) & width) === 0) continue
      nodes.push(perfectRoot(tail.subarray(at, at + width * hashLength), using))
      at += width * hashLength
    }
    return nodes
  })

/** The root over 1, 2, 4 … hashes lying one after the other. */
export const perfectRoot = (hashes: Uint8Array, using: Hashing = portableHashing): Uint8Array => {
  if (hashes.length === hashLength) return hashes.slice()
  const half = hashes.length / 2
  return using.nodeHash(
    perfectRoot(hashes.subarray(0, half), using),
    perfectRoot(hashes.subarray(half), using),
  )
}

/**
 * The edge of a record of the given size, read back from its tiles. Only the tiles still filling are read, one
 * per level. Throws `tile-missing` or `tile-malformed`; that the tiles tell the truth is for the caller to check,
 * by comparing `rootOf(edge)` with a root that is signed or stored.
 */
export const edgeFromTiles = async (
  size: number,
  readTile: ReadTile,
  using: Hashing = portableHashing,
): Promise<Edge> => {
  must(Number.isSafeInteger(size) && size >= 0, 'size-invalid', `${size} is not the size of a record`)
  const tails: Promise<Uint8Array>[] = []
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / tileWidth)) {
    const width = count % tileWidth
    const index = Math.floor(count / tileWidth)
    tails.push(width === 0 ? Promise.resolve(new Uint8Array(0)) : readHashes(readTile, level, index, width))
  }
  const read = await Promise.all(tails)
  return { size, nodes: nodesFromTails(read, using), tails: read }
}

/** The root of a record of the given size, from its tiles. The size may be any the record ever had. */
export const rootFromTiles = async (
  size: number,
  readTile: ReadTile,
  using: Hashing = portableHashing,
): Promise<Uint8Array> => rootOf(await edgeFromTiles(size, readTile, using), using)
