import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leafHash } from './hashing.ts'
import { consistencyProof, inclusionProof, subtreeConsistencyProof, subtreeInclusionProof } from './proofs.ts'
import { entryOf, naiveConsistency, naiveInclusion, naiveRoot, recordOf } from './testing/naive.ts'
import { rootFromTiles } from './tree.ts'
import {
  verifyConsistency,
  verifyInclusion,
  verifySubtreeConsistency,
  verifySubtreeInclusion,
} from './verify-proofs.ts'

const leaves = Array.from({ length: 2_000 }, (_, i) => leafHash(entryOf(i)))
const { readTile } = recordOf(leaves)
const sizes = fc.oneof(
  fc.constantFrom(1, 2, 3, 255, 256, 257, 512, 513, 1024, 2000),
  fc.integer({ min: 1, max: 2_000 }),
)

const flipped = (hash: Uint8Array, bit: number): Uint8Array => {
  const copy = hash.slice()
  const at = Math.floor(bit / 8) % copy.length
  copy[at] = copy[at]! ^ (1 << (bit % 8))
  return copy
}

describe('proofs', () => {
  it('are those RFC 6962 writes down, for every leaf of every size to 40', async () => {
    for (let size = 1; size <= 40; size++) {
      const part = leaves.slice(0, size)
      for (let index = 0; index < size; index++) {
        expect(await inclusionProof(index, size, readTile)).toEqual(naiveInclusion(index, part))
        expect(await consistencyProof(index + 1, size, readTile)).toEqual(naiveConsistency(index + 1, part))
      }
    }
  })

  it('of inclusion hold for any leaf of any size to 2,000', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), async (size, seed) => {
        const index = seed % size
        const proof = await inclusionProof(index, size, readTile)
        expect(proof).toEqual(naiveInclusion(index, leaves.slice(0, size)))
        verifyInclusion(index, size, leaves[index]!, proof, naiveRoot(leaves.slice(0, size)))
      }),
      { numRuns: 40 },
    )
  })

  it('of consistency hold from every size to every later one', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, sizes, async (a, b) => {
        const [older, newer] = a < b ? [a, b] : [b, a]
        const proof = await consistencyProof(older, newer, readTile)
        expect(proof).toEqual(naiveConsistency(older, leaves.slice(0, newer)))
        const roots = [await rootFromTiles(older, readTile), await rootFromTiles(newer, readTile)] as const
        verifyConsistency(older, newer, proof, ...roots)
      }),
      { numRuns: 40 },
    )
  })

  it('of subtrees hold for every subtree of a record of 33', async () => {
    const root = await rootFromTiles(33, readTile)
    for (let start = 0; start < 33; start++)
      for (let end = start + 1; end <= 33; end++) {
        let width = 1
        while (width < end - start) width *= 2
        if (start % width !== 0) continue
        const part = naiveRoot(leaves.slice(start, end))
        const proof = await subtreeConsistencyProof(start, end, 33, readTile)
        verifySubtreeConsistency(start, end, 33, proof, part, root)
        const path = await subtreeInclusionProof(end - 1, start, end, readTile)
        verifySubtreeInclusion(end - 1, start, end, leaves[end - 1]!, path, part)
      }
  })

  it('with any one bit altered are refused', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, sizes, fc.nat(), fc.nat(), async (a, b, seed, bit) => {
        const [older, newer] = a < b ? [a, b] : [b, a]
        const index = seed % newer
        const [small, large] = [await rootFromTiles(older, readTile), await rootFromTiles(newer, readTile)]
        const path = await inclusionProof(index, newer, readTile)
        const alter = (hashes: readonly Uint8Array[]) =>
          hashes.map((hash, i) => (i === seed % hashes.length ? flipped(hash, bit) : hash))
        const leaf = leaves[index]!
        expect(() => verifyInclusion(index, newer, flipped(leaf, bit), path, large)).toThrow('another root')
        expect(() => verifyInclusion(index, newer, leaf, path, flipped(large, bit))).toThrow('another root')
        if (path.length > 0)
          expect(() => verifyInclusion(index, newer, leaf, alter(path), large)).toThrow('root')
        expect(() => verifyInclusion(index, newer, leaf, [...path, leaf], large)).toThrow('above the root')
        const proof = await consistencyProof(older, newer, readTile)
        expect(() => verifyConsistency(older, newer, proof, flipped(small, bit), large)).toThrow('root')
        expect(() => verifyConsistency(older, newer, proof, small, flipped(large, bit))).toThrow('root')
        if (proof.length > 0)
          expect(() => verifyConsistency(older, newer, alter(proof), small, large)).toThrow('root')
      }),
      { numRuns: 40 },
    )
  })

  it('read a record of more than 2^32 entries as well as a small one', () => {
    // The path of the first leaf of a huge record, with every sibling the same: rebuilt by hand for comparison.
    const size = 2 ** 40
    const proof = Array.from({ length: 40 }, () => leaves[1]!)
    expect(() => verifyInclusion(0, size, leaves[0]!, proof, leaves[0]!)).toThrow('another root')
    expect(() => verifyInclusion(0, size, leaves[0]!, proof.slice(1), leaves[0]!)).toThrow('below the root')
    expect(() => verifyInclusion(size, size, leaves[0]!, proof, leaves[0]!)).toThrow('no entry')
    expect(() => verifyInclusion(2 ** 53, 2 ** 53, leaves[0]!, proof, leaves[0]!)).toThrow('whole number')
  })

  it('are not made for what is not there', async () => {
    await expect(inclusionProof(5, 5, readTile)).rejects.toMatchObject({ code: 'index-beyond-size' })
    await expect(inclusionProof(0.5, 5, readTile)).rejects.toMatchObject({ code: 'index-beyond-size' })
    await expect(consistencyProof(0, 5, readTile)).rejects.toMatchObject({ code: 'size-invalid' })
    await expect(consistencyProof(6, 5, readTile)).rejects.toMatchObject({ code: 'range-invalid' })
    await expect(subtreeConsistencyProof(1, 3, 5, readTile)).rejects.toMatchObject({ code: 'range-invalid' })
    await expect(inclusionProof(0, 3_000, readTile)).rejects.toMatchObject({ code: 'tile-malformed' })
  })
})
