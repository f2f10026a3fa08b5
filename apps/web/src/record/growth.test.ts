import {
  appendLeaves,
  emptyEdge,
  generateKey,
  leafHash,
  type OpenedCheckpoint,
  openCheckpoint,
  printVerifierKey,
  type ReadTile,
  signCheckpoint,
} from '@gavel/record'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { growthSince, isSound, type SeenCheckpoint } from './growth.ts'

const key = generateKey('example.org/record')
const vkey = printVerifierKey(key)

interface Grown {
  readonly note: string
  readonly opened: OpenedCheckpoint
  readonly readTile: ReadTile
}

/** A record of so many entries; `other` makes one entry different from the same record without it. */
const recordOf = (size: number, other?: number): Grown => {
  const leaves = Array.from({ length: size }, (_, at) =>
    leafHash(new TextEncoder().encode(`entry ${at}${at === other ? ' altered' : ''}`)),
  )
  const { edge, root, tiles } = appendLeaves(emptyEdge, leaves)
  const note = signCheckpoint({ origin: key.name, size: edge.size, root }, key)
  return {
    note,
    opened: openCheckpoint(note, key),
    readTile: (level, index) => tiles.find(tile => tile.level === level && tile.index === index)?.hashes,
  }
}

const at = '2026-11-24T10:00:00.000Z'
const seenOf = ({ note }: Grown): SeenCheckpoint => ({ note, key: vkey, at })

describe('a record that is seen again', () => {
  it('is new, the same, or has grown from what was seen', async () => {
    const now = recordOf(300)
    expect(await growthSince(undefined, now.opened, vkey, now.readTile)).toEqual({ kind: 'first', now: 300 })
    expect(await growthSince(seenOf(now), now.opened, vkey, now.readTile)).toEqual({ kind: 'same', at })
    expect(await growthSince(seenOf(recordOf(0)), now.opened, vkey, now.readTile)).toMatchObject({
      kind: 'grown',
      n: 0,
    })
  })

  it('has grown from every size it ever had, and from no other history', async () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 60 }))
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), async ([before, more], where) => {
        const now = recordOf(before + more)
        expect(await growthSince(seenOf(recordOf(before)), now.opened, vkey, now.readTile)).toMatchObject({
          kind: 'grown',
          seen: before,
          now: before + more,
        })
        const other = recordOf(before, where % before)
        const found = await growthSince(seenOf(other), now.opened, vkey, now.readTile)
        expect([found.kind, isSound(found)]).toEqual(['forked', false])
      }),
      { numRuns: 12 },
    )
  })

  it('never goes back, never shows two roots of one size, never changes its key unseen', async () => {
    const [small, large] = [recordOf(20), recordOf(30)]
    expect(await growthSince(seenOf(large), small.opened, vkey, small.readTile)).toEqual({
      kind: 'shrunk',
      at,
      seen: 30,
      now: 20,
    })
    const other = recordOf(30, 3)
    expect(await growthSince(seenOf(large), other.opened, vkey, other.readTile)).toMatchObject({
      kind: 'forked',
    })
    const foreign: SeenCheckpoint = { ...seenOf(small), key: printVerifierKey(generateKey(key.name)) }
    expect(await growthSince(foreign, large.opened, vkey, large.readTile)).toMatchObject({ kind: 'otherKey' })
  })

  it('is not judged on tiles that are missing, and not believed on false ones', async () => {
    const [before, now] = [recordOf(100), recordOf(400)]
    await expect(growthSince(seenOf(before), now.opened, vkey, () => undefined)).rejects.toThrow('missing')
    const zeros = await growthSince(
      seenOf(before),
      now.opened,
      vkey,
      (_level, _index, width) => new Uint8Array(width * 32),
    )
    expect(zeros.kind).toBe('forked')
  })
})
