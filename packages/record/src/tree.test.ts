import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RecordFault } from './fault.ts'
import { emptyRoot, leafHash } from './hashing.ts'
import { entryOf, naiveRoot, recordOf } from './testing/naive.ts'
import { widthOfTile } from './tiles.ts'
import { appendLeaves, edgeFromTiles, emptyEdge, rootFromTiles, rootOf } from './tree.ts'

const leaves = Array.from({ length: 2_001 }, (_, i) => leafHash(entryOf(i)))
const boundaries = [0, 1, 2, 3, 7, 8, 9, 255, 256, 257, 511, 512, 513, 1023, 1024, 1025, 1999, 2000]
const sizes = fc.oneof(fc.constantFrom(...boundaries), fc.integer({ min: 0, max: 2_000 }))

describe('the tree', () => {
  it('has the root RFC 6962 writes down, at sizes 0 to 2,000, however the leaves came in', () => {
    fc.assert(
      fc.property(sizes, fc.array(fc.integer({ min: 1, max: 700 }), { maxLength: 5 }), (size, batches) => {
        const { root, edge } = recordOf(leaves.slice(0, size), batches)
        expect(root).toEqual(naiveRoot(leaves.slice(0, size)))
        expect(rootOf(edge)).toEqual(root)
      }),
      { numRuns: 40 },
    )
  })

  it('gives back its edge from its tiles, and the root at every earlier size', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, sizes, async (a, b) => {
        const [earlier, size] = a < b ? [a, b] : [b, a]
        const { edge, readTile } = recordOf(leaves.slice(0, size), [300])
        const read = await edgeFromTiles(size, readTile)
        expect(read.nodes).toEqual(edge.nodes)
        expect(rootOf(read)).toEqual(rootOf(edge))
        expect(await rootFromTiles(earlier, readTile)).toEqual(naiveRoot(leaves.slice(0, earlier)))
        const grown = appendLeaves(read, leaves.slice(size, size + 1))
        expect(grown.root).toEqual(naiveRoot(leaves.slice(0, size + 1)))
      }),
      { numRuns: 25 },
    )
  })

  it('writes tiles of the widths the specification counts', () => {
    const { tiles } = recordOf(leaves.slice(0, 1_300), [1])
    expect([...tiles].map(([place, hashes]) => [place, hashes.length / 32]).sort()).toEqual([
      ['0/0', 256],
      ['0/1', 256],
      ['0/2', 256],
      ['0/3', 256],
      ['0/4', 256],
      ['0/5', 20],
      ['1/0', 5],
    ])
    expect([widthOfTile(70_000, 0, 273), widthOfTile(70_000, 1, 1), widthOfTile(70_000, 2, 0)]).toEqual([
      112, 17, 1,
    ])
    expect([widthOfTile(256, 0, 0), widthOfTile(256, 1, 0), widthOfTile(256, 0, 1)]).toEqual([256, 1, 0])
  })

  it('costs one node hash per leaf, whatever its size', () => {
    let hashes = 0
    const counted = {
      sha256: (bytes: Uint8Array) => bytes,
      leafHash,
      nodeHash: (left: Uint8Array) => {
        hashes++
        return left
      },
      emptyRoot,
    }
    const { edge } = appendLeaves(emptyEdge, leaves.slice(0, 1_000), counted)
    expect(hashes).toBeLessThan(1_000 + 12)
    hashes = 0
    appendLeaves(edge, leaves.slice(0, 1_000), counted)
    expect(hashes).toBeLessThan(1_000 + 12)
  })

  it('leaves the edge it was given as it was', () => {
    const { edge } = recordOf(leaves.slice(0, 255))
    const before = structuredClone(edge)
    appendLeaves(edge, leaves.slice(0, 300))
    expect(edge).toEqual(before)
  })

  it('refuses a leaf hash that is not 32 bytes, a missing tile, and a tile cut short', async () => {
    expect(() => appendLeaves(emptyEdge, [new Uint8Array(31)])).toThrow(RecordFault)
    const { tiles, readTile } = recordOf(leaves.slice(0, 600))
    tiles.set('0/2', tiles.get('0/2')!.slice(0, 32 * 87))
    await expect(edgeFromTiles(600, readTile)).rejects.toMatchObject({ code: 'tile-malformed' })
    tiles.set('0/2', new Uint8Array(33))
    await expect(edgeFromTiles(600, readTile)).rejects.toMatchObject({ code: 'tile-malformed' })
    tiles.delete('0/2')
    await expect(edgeFromTiles(600, readTile)).rejects.toMatchObject({ code: 'tile-missing' })
    await expect(edgeFromTiles(-1, readTile)).rejects.toMatchObject({ code: 'size-invalid' })
  })
})
