import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signCheckpoint } from './checkpoint.ts'
import { chunkEntries, hashChunk } from './chunk.ts'
import { leafHash, portableWriter } from './hashing.ts'
import { generateKey } from './keys.ts'
import { nodeHashing, verifyRecord as verifyOnNode } from './node/index.ts'
import { nativeWriter } from './node/native.ts'
import { entryOf, storeTiles } from './testing/naive.ts'
import { entryBundle, laidOut } from './tiles.ts'
import { appendLeaves, emptyEdge } from './tree.ts'
import { type RecordToVerify, verifyRecord } from './verify-record.ts'

const key = generateKey('example.org/record')
const sign = (size: number, root: Uint8Array) => signCheckpoint({ origin: key.name, size, root }, key)

/** A record with a checkpoint after every batch: three stretches, the last of them not full. */
const total = 2 * chunkEntries + 700
const entries = Array.from({ length: total }, (_, i) => entryOf(i))
const tiles = new Map<string, Uint8Array>()
const checkpoints = [sign(0, nodeHashing.emptyRoot())]
let edge = emptyEdge
for (const size of [1, 2, 255, 256, 1_000, chunkEntries, chunkEntries + 1, 6_000, 2 * chunkEntries, total]) {
  const appended = appendLeaves(edge, entries.slice(edge.size, size).map(nodeHashing.leafHash), nodeHashing)
  edge = appended.edge
  storeTiles(tiles, appended.tiles)
  checkpoints.push(sign(size, appended.root))
}

const whole = {
  readEntries: async (from: number, to: number) => entries.slice(from, to),
  readTile: (level: number, index: number) => tiles.get(`${level}/${index}`),
  checkpoints,
  vkey: key,
}
const without = ({ readTile: _, ...record }: typeof whole) => record
const withEntry = (index: number, entry: Uint8Array) => ({
  ...whole,
  readEntries: async (from: number, to: number) =>
    entries.slice(from, to).map((kept, i) => (from + i === index ? entry : kept)),
})

let folder: string
let script: URL
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gavel-record-'))
  const outfile = join(folder, 'worker.mjs')
  const worker = new URL('./node/worker.ts', import.meta.url).pathname
  await build({
    entryPoints: [worker],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['gavel-source'],
    logLevel: 'error',
  })
  script = pathToFileURL(outfile)
})
afterAll(() => rmSync(folder, { recursive: true }))

const verifiers: readonly (readonly [string, (record: RecordToVerify) => ReturnType<typeof verifyRecord>])[] =
  [
    ['portably', verifyRecord],
    ['on one thread of Node', record => verifyOnNode(record, { workers: 0 })],
    ['on two worker threads', record => verifyOnNode(record, { workers: 2, script })],
  ]

describe.each(verifiers)('a whole record verified %s', (_, verify) => {
  it('holds, checkpoint by checkpoint and tile by tile', async () => {
    const steps: number[] = []
    const onProgress = (done: number) => steps.push(done)
    const verified = await verify({ ...whole, onProgress })
    expect(verified).toMatchObject({ size: total, checkpoints: 11, tiles: tiles.size })
    expect(steps).toEqual([chunkEntries, 2 * chunkEntries, total])
    expect((await verify(without(whole))).root).toEqual(verified.root)
  })

  it('names the entry that was altered, when the tiles are there', async () => {
    for (const index of [0, 254, 5_000, total - 1]) {
      const altered = withEntry(index, entryOf(-1))
      await expect(verify(altered)).rejects.toMatchObject({ code: 'tile-mismatch', place: { index } })
    }
  })

  it('names the checkpoints between which something was altered, when there are no tiles', async () => {
    const altered = without(withEntry(5_000, entryOf(-1)))
    const place = { index: chunkEntries + 1, size: 6_000 }
    await expect(verify(altered)).rejects.toMatchObject({ code: 'root-mismatch', place })
  })

  it('reads bundles as a mirror serves them, and refuses a malformed one', async () => {
    const bundle = (index: number) => entryBundle(entries.slice(index * 256, (index + 1) * 256))
    const record = { ...without(whole), readEntries: undefined, readBundle: async (i: number) => bundle(i) }
    const { readEntries: _none, ...mirror } = record
    expect((await verify(mirror)).size).toBe(total)
    for (const wrong of [
      (bytes: Uint8Array) => bytes.slice(0, -1),
      (bytes: Uint8Array) => Uint8Array.of(...bytes, 0, 0),
      () => new Uint8Array(0),
      (bytes: Uint8Array) => Uint8Array.of(255, ...bytes.slice(1)),
    ]) {
      const readBundle = async (i: number) => (i === 20 ? wrong(bundle(i)) : bundle(i))
      await expect(verify({ ...mirror, readBundle })).rejects.toMatchObject({ code: 'bundle-malformed' })
    }
    const readBundle = async (i: number) => (i === 20 ? undefined : bundle(i))
    const place = { index: 20 * 256 }
    await expect(verify({ ...mirror, readBundle })).rejects.toMatchObject({ code: 'entry-missing', place })
  })

  it('says what is missing, too long, signed by nobody, or not what the head says', async () => {
    const short = {
      ...whole,
      readEntries: async (from: number, to: number) => entries.slice(from, Math.min(to, 5_000)),
    }
    await expect(verify(short)).rejects.toMatchObject({ code: 'entry-missing', place: { index: 5_000 } })
    await expect(verify({ ...whole, size: total - 1 })).rejects.toMatchObject({ code: 'record-too-short' })
    const long = withEntry(40, new Uint8Array(65_536))
    await expect(verify(long)).rejects.toMatchObject({ code: 'entry-too-long', place: { index: 40 } })
    const stranger = generateKey(key.name)
    await expect(verify({ ...whole, vkey: stranger })).rejects.toMatchObject({ code: 'signature-unknown' })
    const head = { ...whole, checkpoints: [], size: total, root: new Uint8Array(32) }
    await expect(verify(head)).rejects.toMatchObject({ code: 'root-mismatch', place: { size: total } })
    const fork = sign(1_000, new Uint8Array(32))
    const forked = { ...whole, checkpoints: [...checkpoints, fork] }
    await expect(verify(forked)).rejects.toMatchObject({ code: 'root-mismatch', place: { size: 1_000 } })
  })

  it('notices any bit flipped in any tile', async () => {
    const small = entries.slice(0, 1_500)
    const {
      edge: end,
      root,
      tiles: made,
    } = appendLeaves(emptyEdge, small.map(nodeHashing.leafHash), nodeHashing)
    const record = { ...whole, checkpoints: [sign(end.size, root)] }
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (which, bit) => {
        const kept = new Map<string, Uint8Array>()
        storeTiles(kept, made)
        const tile = made[which % made.length]!
        const hashes = tile.hashes.slice()
        const at = bit % hashes.length
        hashes[at] = hashes[at]! ^ (1 << (bit % 8))
        kept.set(`${tile.level}/${tile.index}`, hashes)
        const readTile = (level: number, index: number) => kept.get(`${level}/${index}`)
        const { level } = tile
        await expect(verifyOnNode({ ...record, readTile }, { workers: 0 })).rejects.toMatchObject({
          code: 'tile-mismatch',
          place: { level },
        })
      }),
      { numRuns: 30 },
    )
  })
})

describe('an empty record', () => {
  it('holds, and a checkpoint over it too', async () => {
    const nothing = { readEntries: async () => [], checkpoints: checkpoints.slice(0, 1), vkey: key }
    expect(await verifyRecord(nothing)).toMatchObject({ size: 0, checkpoints: 1 })
  })
})

describe('a stretch', () => {
  it('hashes the same whoever hashes, and to what the tree says', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 600 }), { minLength: 1, maxLength: 700 }), some => {
        const sizes = [...new Set([1, Math.ceil(some.length / 2), some.length])]
        const work = { start: 0, count: some.length, entries: some, sizes }
        const portable = hashChunk(laidOut(work), portableWriter)
        expect(hashChunk(laidOut(work), nativeWriter)).toEqual(portable)
        expect(hashChunk(work, nativeWriter)).toEqual(portable)
        sizes.forEach((size, i) => {
          expect(portable.edges[i]).toEqual(
            appendLeaves(emptyEdge, some.slice(0, size).map(leafHash)).edge.nodes,
          )
        })
      }),
      { numRuns: 20 },
    )
  })
})
