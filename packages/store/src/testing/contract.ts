import { createHash } from 'node:crypto'
import type { Batch, NewEntry, RecordStore } from '@gavel/application'
import { appendLeaves, type Edge, emptyEdge, emptyRoot, leafHash } from '@gavel/record'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** A place where a store's data lies, so that it can be opened again, or by two at once. */
interface Place {
  open(): Promise<RecordStore>
  remove(): Promise<void>
}

/** How one adapter is tried: `make` gives an empty place each time. */
export interface Adapter {
  readonly name: string
  /** Once before all tests, for instance to start a server; gives what stops it. */
  readonly start?: () => Promise<() => Promise<void>>
  readonly make: () => Promise<Place>
}

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))
const sha256 = (text: string): Uint8Array => new Uint8Array(createHash('sha256').update(text).digest())
const plain = (bytes: Uint8Array | undefined): string =>
  bytes === undefined ? 'absent' : Buffer.from(bytes).toString('hex')

/** An open entry; every third is sealed. */
export const sampleEntry = (number: number, mark = 'a'): NewEntry => {
  const entry = {
    actId: `act-${mark}-${number}`,
    digest: sha256(`${mark}${number}`),
    at: 1_700_000_000_000 + number,
  }
  return number % 3 === 2
    ? {
        ...entry,
        leaf: sha256(`sealed ${mark} ${number}`),
        sealed: { salt: sha256(`salt ${number}`), content: utf8(`{"secret":"${mark}${number}"}`) },
      }
    : { ...entry, leaf: utf8(`{"open":"${mark}${number}"}`) }
}

/** Builds batches on a tree of its own, as a record keeper would. */
export const batches = (from: Edge = emptyEdge) => {
  let edge = from
  return {
    next: (entries: readonly NewEntry[]): Batch => {
      const appended = appendLeaves(
        edge,
        entries.map(entry => leafHash(entry.leaf)),
      )
      const batch = {
        expectedSize: edge.size,
        entries,
        tiles: appended.tiles,
        head: { size: appended.edge.size, root: appended.root },
      }
      edge = appended.edge
      return batch
    },
  }
}

const range = (from: number, to: number, mark?: string): readonly NewEntry[] =>
  Array.from({ length: to - from }, (_, at) => sampleEntry(from + at, mark))

/** What two stores must agree on about an entry. */
const readable = (entry: NewEntry & { readonly index?: number }) => ({
  index: entry.index,
  actId: entry.actId,
  at: entry.at,
  digest: plain(entry.digest),
  leaf: plain(entry.leaf),
  sealed:
    typeof entry.sealed === 'object'
      ? [plain(entry.sealed.salt), plain(entry.sealed.content)]
      : (entry.sealed ?? 'open'),
})

const expected = (entries: readonly NewEntry[], from = 0) =>
  entries.map((entry, at) => readable({ ...entry, index: from + at }))

/** The contract of a record's store. Every adapter is held to every line of it. */
export const storeContract = ({ name, start, make }: Adapter): void => {
  describe(`${name} keeps the store's contract`, () => {
    let stop: (() => Promise<void>) | undefined
    beforeAll(async () => {
      stop = await start?.()
    })
    afterAll(async () => stop?.())

    /** Runs with an empty place, and removes it whatever happens. */
    const within = (work: (place: Place, open: () => Promise<RecordStore>) => Promise<void>) => async () => {
      const place = await make()
      const opened: RecordStore[] = []
      try {
        await work(place, async () => {
          const store = await place.open()
          opened.push(store)
          return store
        })
      } finally {
        for (const store of opened) await store.close().catch(() => undefined)
        await place.remove()
      }
    }

    logContract(within)
    raceContract(within)
    shelfContract(within)
  })
}

type Within = (work: (place: Place, open: () => Promise<RecordStore>) => Promise<void>) => () => Promise<void>

const logContract = (within: Within): void => {
  test(
    '[ST-1] a new store is empty, has the empty root, and an id of its own that stays',
    within(async (_, open) => {
      const store = await open()
      expect(await store.head()).toMatchObject({ size: 0 })
      expect(plain((await store.head()).root)).toBe(plain(emptyRoot()))
      expect(store.storeId.length).toBeGreaterThan(15)
      expect((await open()).storeId).toBe(store.storeId)
    }),
  )

  test(
    '[ST-2] what was appended is read back byte for byte, in any stretch',
    within(async (_, open) => {
      const store = await open()
      const batch = batches()
      expect(await store.append(batch.next(range(0, 1)))).toBe('appended')
      expect(await store.append(batch.next(range(1, 7)))).toBe('appended')
      expect(await store.append(batch.next(range(7, 20)))).toBe('appended')
      for (const [from, to] of [
        [0, 20],
        [0, 1],
        [5, 9],
        [19, 20],
        [12, 400],
        [20, 30],
        [4, 4],
        [9, 3],
      ] as const)
        expect((await store.read(from, to)).map(readable)).toEqual(
          expected(range(from, Math.min(to, 20)), from),
        )
    }),
  )

  test(
    '[ST-3] a large batch is one batch',
    within(async (_, open) => {
      const store = await open()
      const batch = batches()
      await store.append(batch.next(range(0, 3)))
      expect(await store.append(batch.next(range(3, 1500)))).toBe('appended')
      expect((await store.head()).size).toBe(1500)
      expect((await store.read(250, 1200)).map(readable)).toEqual(expected(range(250, 1200), 250))
    }),
  )

  test(
    '[ST-4] an entry of 65,535 bytes and an id of 200 go in',
    within(async (_, open) => {
      const store = await open()
      const entry = { ...sampleEntry(0), actId: 'x'.repeat(200), leaf: new Uint8Array(65_535).fill(7) }
      await store.append(batches().next([entry]))
      expect((await store.read(0, 1)).map(readable)).toEqual(expected([entry]))
    }),
  )

  test(
    '[ST-5] tiles are read back, and a wider tile replaces the narrower',
    within(async (_, open) => {
      const store = await open()
      const batch = batches()
      const first = batch.next(range(0, 300))
      await store.append(first)
      const second = batch.next(range(300, 600))
      await store.append(second)
      for (const tile of second.tiles)
        expect(plain(await store.tile(tile.level, tile.index))).toBe(plain(tile.hashes))
      expect(plain(await store.tile(0, 0))).toBe(
        plain(first.tiles.find(t => t.level === 0 && t.index === 0)!.hashes),
      )
      expect(await store.tile(5, 0)).toBeUndefined()
    }),
  )

  test(
    '[ST-6] everything is there when it is opened again',
    within(async (_, open) => {
      const store = await open()
      const batch = batches().next(range(0, 10))
      await store.append(batch)
      await store.saveCheckpoint({ size: 10, note: 'signed' })
      await store.close()
      const again = await open()
      expect(plain((await again.head()).root)).toBe(plain(batch.head.root))
      expect((await again.read(0, 10)).map(readable)).toEqual(expected(range(0, 10)))
      expect(await again.latestCheckpoint()).toEqual({ size: 10, note: 'signed' })
    }),
  )

  test(
    '[ST-7] erasing takes salt, content and digest, once, and nothing else',
    within(async (_, open) => {
      const store = await open()
      const batch = batches().next(range(0, 6))
      await store.append(batch)
      expect(await store.erase(1)).toBe(false)
      expect(await store.erase(2)).toBe(true)
      expect(await store.erase(2)).toBe(false)
      expect(await store.erase(99)).toBe(false)
      const entries = expected(range(0, 6))
      entries[2] = { ...entries[2]!, digest: '', sealed: 'erased' }
      expect((await store.read(0, 6)).map(readable)).toEqual(entries)
      expect(plain((await store.head()).root)).toBe(plain(batch.head.root))
    }),
  )

  test(
    '[ST-8] an entry can come in already erased, as an import without rights brings it',
    within(async (_, open) => {
      const store = await open()
      const entry: NewEntry = { ...sampleEntry(0), digest: new Uint8Array(0), sealed: 'erased' }
      await store.append(batches().next([entry]))
      expect((await store.read(0, 1)).map(readable)).toEqual(expected([entry]))
    }),
  )
}

const raceContract = (within: Within): void => {
  test(
    '[ST-9] a writer who believes another size writes nothing',
    within(async (_, open) => {
      const store = await open()
      const one = batches().next(range(0, 5))
      const other = batches().next(range(0, 7, 'b'))
      expect(await store.append(one)).toBe('appended')
      expect(await store.append(other)).toBe('moved')
      expect(await store.append({ ...other, expectedSize: 9 })).toBe('moved')
      expect(plain((await store.head()).root)).toBe(plain(one.head.root))
      expect((await store.read(0, 20)).map(readable)).toEqual(expected(range(0, 5)))
      for (const tile of one.tiles)
        expect(plain(await store.tile(tile.level, tile.index))).toBe(plain(tile.hashes))
    }),
  )

  test(
    '[ST-10] of two writers that race, on every append exactly one wins',
    within(async (_, open) => {
      const stores = [await open(), await open()]
      for (let round = 0, size = 0; round < 25; round++) {
        const racing = stores.map((_, at) => ({
          ...batches().next(range(0, round % 3 === 0 ? 1 : 4, `r${round}w${at}-`)),
          expectedSize: size,
        }))
        const sized = racing.map(batch => ({
          ...batch,
          tiles: [],
          head: { size: size + batch.entries.length, root: batch.head.root },
        }))
        const outcomes = await Promise.all(sized.map((batch, at) => stores[at]!.append(batch)))
        expect(outcomes.toSorted()).toEqual(['appended', 'moved'])
        const winner = sized[outcomes.indexOf('appended')]!
        const reader = stores[outcomes.indexOf('moved')]!
        expect(await reader.head()).toMatchObject({ size: winner.head.size })
        expect((await reader.read(size, size + 9)).map(entry => entry.actId)).toEqual(
          winner.entries.map(entry => entry.actId),
        )
        size = winner.head.size
      }
    }),
  )

  test(
    '[ST-11] who watches hears soon of what another writer did',
    within(async (_, open) => {
      const watching = await open()
      const writing = await open()
      const heard = new Promise<void>(resolve => {
        const stop = watching.watch(() => {
          stop()
          resolve()
        })
      })
      await writing.append(batches().next(range(0, 2)))
      await heard
      expect((await watching.head()).size).toBe(2)
    }),
  )
}

const shelfContract = (within: Within): void => {
  test(
    '[ST-12] checkpoints: all are kept, the greatest is the latest',
    within(async (_, open) => {
      const store = await open()
      expect(await store.latestCheckpoint()).toBeUndefined()
      for (const size of [3, 12, 7]) await store.saveCheckpoint({ size, note: `note ${size}` })
      await store.saveCheckpoint({ size: 7, note: 'note 7, cosigned' })
      expect(await store.latestCheckpoint()).toEqual({ size: 12, note: 'note 12' })
      expect(await store.checkpoints(5)).toEqual([
        { size: 7, note: 'note 7, cosigned' },
        { size: 12, note: 'note 12' },
      ])
    }),
  )

  test(
    '[ST-13] one snapshot, the last one; forgotten on demand',
    within(async (_, open) => {
      const store = await open()
      expect(await store.snapshot()).toBeUndefined()
      await store.saveSnapshot({ size: 1, edition: 'a', bytes: utf8('one') })
      const bytes = new Uint8Array(3_000_000).map((_, at) => at * 31)
      await store.saveSnapshot({ size: 2, edition: 'b', bytes })
      const found = await store.snapshot()
      expect([found?.size, found?.edition]).toEqual([2, 'b'])
      expect(Buffer.compare(found!.bytes, bytes)).toBe(0)
      await store.saveSnapshot(null)
      expect(await store.snapshot()).toBeUndefined()
    }),
  )

  test(
    '[ST-14] documents: the same twice is once',
    within(async (_, open) => {
      const store = await open()
      const bytes = new Uint8Array(100_000).map((_, at) => at)
      await store.putDocument('ab'.repeat(32), { mediaType: 'text/plain', bytes })
      await store.putDocument('ab'.repeat(32), { mediaType: 'text/plain', bytes })
      await store.putDocument('0c'.repeat(32), { mediaType: 'application/pdf', bytes: new Uint8Array(0) })
      const found = await store.document('ab'.repeat(32))
      expect(found?.mediaType).toBe('text/plain')
      expect(Buffer.compare(found!.bytes, bytes)).toBe(0)
      expect(await store.document('ff'.repeat(32))).toBeUndefined()
      expect(await store.documentHashes()).toEqual(['0c'.repeat(32), 'ab'.repeat(32)])
    }),
  )

  test(
    '[ST-15] rows change only from what they are believed to be',
    within(async (_, open) => {
      const store = await open()
      expect(await store.swapRow('link', 'b', null, '1')).toBe(true)
      expect(await store.swapRow('link', 'b', null, '2')).toBe(false)
      expect(await store.swapRow('link', 'b', '2', '3')).toBe(false)
      expect(await store.swapRow('link', 'b', '1', 'ä\n')).toBe(true)
      expect(await store.swapRow('link', 'a', null, '0')).toBe(true)
      expect(await store.swapRow('other', 'a', null, 'x')).toBe(true)
      expect(await store.row('link', 'b')).toBe('ä\n')
      expect(await store.rows('link')).toEqual([
        ['a', '0'],
        ['b', 'ä\n'],
      ])
      expect(await store.swapRow('link', 'a', '0', null)).toBe(true)
      expect(await store.swapRow('link', 'a', '0', null)).toBe(false)
      expect(await store.swapRow('link', 'a', null, null)).toBe(true)
      expect(await store.row('link', 'a')).toBeUndefined()
    }),
  )

  test(
    '[ST-16] of two who use the same row at once, one does',
    within(async (_, open) => {
      const stores = [await open(), await open()]
      await stores[0]!.swapRow('invitation', 'k', null, 'unused')
      const outcomes = await Promise.all(
        stores.map(store => store.swapRow('invitation', 'k', 'unused', 'used')),
      )
      expect(outcomes.toSorted()).toEqual([false, true])
    }),
  )
}
