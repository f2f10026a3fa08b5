import { RecordDamaged, type RecordKeeper, readContent, type ViewedEntry } from '@gavel/application'
import type { PersonId } from '@gavel/kernel'
import { get } from '@gavel/kernel'
import { appendLeaves, emptyEdge, isSealedLeaf, leafHash, openSealedLeaf, verifyProof } from '@gavel/record'
import { describe, expect, test } from 'vitest'
import { memoryGuard } from './guard-file.ts'
import { memoryDisk, memoryStore } from './memory.ts'
import { openToy, standingClock, toySigner } from './testing/keeper.ts'
import { claim } from './testing/toy.ts'

const member = { person: 'p' as PersonId, as: { kind: 'secretariat' as const } }
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString()
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

type Toy = Awaited<ReturnType<typeof openToy>>

/** The root worked out from the leaves alone. */
const rootOfLeaves = async (keeper: Pick<Toy, 'read' | 'head'>): Promise<string> => {
  const entries = await keeper.read(0, keeper.head().size, null)
  return hex(
    appendLeaves(
      emptyEdge,
      entries.map(({ leaf }) => leafHash(leaf)),
    ).root,
  )
}

describe('an act', () => {
  test('is answered with its place, its instant, and is in the tree', async () => {
    const keeper = await openToy(memoryStore())
    const answer = await keeper.submit(claim('a', 'k'))
    expect(answer).toEqual({
      kind: 'recorded',
      receipt: { index: 0, at: '2023-11-14T22:13:20.000Z', size: 1, entries: 1 },
      repeated: false,
    })
    const [entry] = await keeper.read(0, 1, null)
    expect(text(entry!.leaf)).toBe(
      '{"act":{"as":{"kind":"secretariat"},"at":"2023-11-14T22:13:20.000Z","by":"somebody","id":"a","type":"toy.claim"},' +
        '"events":[{"key":"k","type":"toy.claimed","value":"mine"}],"v":1}',
    )
    expect(await rootOfLeaves(keeper)).toBe(hex(keeper.head().root))
  })

  test('that is refused leaves nothing behind', async () => {
    const keeper = await openToy(memoryStore())
    await keeper.submit(claim('a', 'k'))
    expect(await keeper.submit(claim('b', 'k'))).toEqual({
      kind: 'refused',
      refusal: { rule: 'claimed', facts: { key: 'k' } },
      act: 0,
    })
    expect(keeper.head().size).toBe(1)
    expect(await keeper.findAct('b')).toBeUndefined()
  })

  test('sent twice is recorded once, and gets the same receipt; even at the same moment', async () => {
    const keeper = await openToy(memoryStore())
    const [first, second] = await Promise.all([
      keeper.submit(claim('a', 'echo')),
      keeper.submit(claim('a', 'echo')),
    ])
    const third = await keeper.submit(claim('a', 'echo'))
    expect(first).toMatchObject({
      kind: 'recorded',
      repeated: false,
      receipt: { index: 0, size: 2, entries: 2 },
    })
    for (const again of [second, third]) expect(again).toEqual({ ...first, repeated: true })
    expect(keeper.head().size).toBe(2)
  })

  test('under an id that names another is a conflict', async () => {
    const keeper = await openToy(memoryStore())
    await keeper.submit(claim('a', 'k'))
    expect(await keeper.submit(claim('a', 'other'))).toMatchObject({
      kind: 'conflict',
      conflict: { name: 'actIdTaken', facts: { id: 'a', index: 0 } },
    })
  })

  test.each(['', ' a', 'a~1', 'ä', 'x'.repeat(129)])('under the unfit id %j is a conflict', async id => {
    const keeper = await openToy(memoryStore())
    expect(await keeper.submit(claim(id, 'k'))).toMatchObject({ conflict: { name: 'actIdUnfit' } })
  })

  test('that runs the rules into a bug fails alone; those that share its commit are recorded', async () => {
    const keeper = await openToy(memoryStore())
    const sent = [claim('a', '1'), claim('b', '2', 'bug'), claim('c', 'echo 3'), claim('d', '1')]
    const answers = await Promise.allSettled(sent.map(act => keeper.submit(act)))
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
    expect(answers[1]).toMatchObject({ reason: new TypeError('a fault of the rules') })
    expect(answers[0]).toMatchObject({ value: { kind: 'recorded', receipt: { index: 0 }, repeated: false } })
    expect(answers[2]).toMatchObject({ value: { kind: 'recorded', receipt: { index: 1 }, repeated: false } })
    expect(answers[3]).toMatchObject({ value: { kind: 'refused', refusal: { rule: 'claimed' } } })
    expect(keeper.head().size).toBe(3)
    expect(await rootOfLeaves(keeper)).toBe(hex(keeper.head().root))
    expect(await keeper.submit(claim('e', '5'))).toMatchObject({ kind: 'recorded', receipt: { index: 3 } })
  })

  test('too large for an entry, or not to be written in UTF-8, is a conflict and no crash', async () => {
    const keeper = await openToy(memoryStore())
    expect(await keeper.submit(claim('a', 'k', 'x'.repeat(65_535)))).toMatchObject({
      conflict: { name: 'entryTooLarge', facts: { limit: 65_535 } },
    })
    expect(await keeper.submit(claim('b', 'k', '\ud800'))).toMatchObject({
      conflict: { name: 'notCanonical' },
    })
    expect(await keeper.submit(claim('c', 'k', '\u202e right to left'))).toMatchObject({ kind: 'recorded' })
  })

  test('sets off acts of the institution in the same commit', async () => {
    const keeper = await openToy(memoryStore())
    const answer = await keeper.submit(claim('a', 'echo 1'))
    expect(answer).toMatchObject({ receipt: { index: 0, entries: 2, size: 2 } })
    const entries = await keeper.read(0, 2, null)
    expect(entries.map(({ content }) => [content?.act.id, content?.act.by])).toEqual([
      ['a', 'somebody'],
      ['a~1', 'institution'],
    ])
  })
})

describe('a list of acts', () => {
  test('is recorded whole or not at all', async () => {
    const keeper = await openToy(memoryStore())
    expect(await keeper.submit([claim('a', '1'), claim('b', '2'), claim('c', '1')])).toMatchObject({
      kind: 'refused',
      act: 2,
    })
    expect(keeper.head().size).toBe(0)
    const list = [claim('a', '1'), claim('b', 'echo'), claim('c', '3')]
    const answer = await keeper.submit(list)
    expect(answer).toMatchObject({ receipt: { index: 0, entries: 4, size: 4 } })
    await keeper.submit(claim('d', '4'))
    expect(await keeper.submit(list)).toEqual({ ...answer, repeated: true })
    expect(await keeper.submit([claim('c', '3'), claim('e', '5')])).toMatchObject({
      conflict: { name: 'actIdTaken', facts: { recorded: 1 } },
    })
  })

  test('is never empty and names no id twice', async () => {
    const keeper = await openToy(memoryStore())
    expect(await keeper.submit([])).toMatchObject({ conflict: { name: 'listEmpty' } })
    expect(await keeper.submit([claim('a', '1'), claim('a', '2')])).toMatchObject({
      conflict: { name: 'actIdTaken' },
      act: 1,
    })
  })
})

describe('many at once', () => {
  test('share commits, keep their order, and each gets its own answer', async () => {
    const disk = memoryDisk()
    const store = memoryStore(disk)
    let commits = 0
    const counting = {
      ...store,
      append: async (batch: Parameters<typeof store.append>[0]) => {
        commits++
        await new Promise(resolve => setTimeout(resolve, 2))
        return store.append(batch)
      },
    }
    const keeper = await openToy(counting)
    const answers = await Promise.all(
      Array.from({ length: 600 }, (_, at) => keeper.submit(claim(`act-${at}`, `k${at % 500}`))),
    )
    expect(answers.filter(({ kind }) => kind === 'recorded')).toHaveLength(500)
    expect(answers.filter(({ kind }) => kind === 'refused')).toHaveLength(100)
    expect(commits).toBeLessThan(5)
    const indexes = answers.flatMap(answer => (answer.kind === 'recorded' ? [answer.receipt.index] : []))
    expect(indexes).toEqual(indexes.toSorted((a, b) => a - b))
    expect(await rootOfLeaves(keeper)).toBe(hex(keeper.head().root))
    for (const [index, width] of [
      [0, 256],
      [1, 244],
    ] as const)
      expect((await keeper.tile(0, index, width))?.length).toBe(32 * width)
    expect(await keeper.tile(0, 1, 245)).toBeUndefined()
    expect((await keeper.leaves(1, 244))?.length).toBe(244)
    expect(get(keeper.views().counts, 'somebody')).toBe(500)
  })
})

describe('two servers on one store', () => {
  test('never fork: one history, each act once', async () => {
    const disk = memoryDisk()
    const keepers = [await openToy(memoryStore(disk)), await openToy(memoryStore(disk))]
    const answers = await Promise.all(
      Array.from({ length: 400 }, (_, at) => keepers[at % 2]!.submit(claim(`act-${at}`, `k${at % 300}`))),
    )
    expect(answers.filter(({ kind }) => kind === 'recorded')).toHaveLength(300)
    for (const keeper of keepers) {
      await keeper.catchUp()
      expect(keeper.head()).toEqual(keepers[0]!.head())
      expect(await rootOfLeaves(keeper)).toBe(hex(keeper.head().root))
    }
    expect(JSON.stringify(keepers[0]!.state())).toBe(JSON.stringify(keepers[1]!.state()))
    // An act the other server recorded is known here too.
    expect(await keepers[1]!.submit(claim('act-0', 'k0'))).toMatchObject({ kind: 'recorded', repeated: true })
  })
})

describe('a sealed entry', () => {
  const sealedRecord = async () => {
    const disk = memoryDisk()
    const keeper = await openToy(memoryStore(disk))
    await keeper.submit([
      claim('a', 'open'),
      claim('b', 'echo', 'confidential', { secret: true }),
      claim('c', 'last'),
    ])
    return { disk, keeper }
  }

  test('is 48 bytes to those who may not read it, and checkable by those who may', async () => {
    const { keeper } = await sealedRecord()
    const [, closed] = await keeper.read(0, 2, null)
    expect(closed).toMatchObject({ index: 1, sealed: 'closed' })
    expect(closed?.content).toBeUndefined()
    expect(isSealedLeaf(closed!.leaf)).toBe(true)
    const [, opened] = await keeper.read(0, 2, member)
    expect(opened).toMatchObject({
      sealed: 'opened',
      content: { audience: { kind: 'members' }, act: { id: 'b' } },
    })
    expect(text(openSealedLeaf(opened!.leaf, opened!.opening!))).toContain('confidential')
  })

  test('is erased everywhere, unless later entries need it; the tree stays', async () => {
    const { disk, keeper } = await sealedRecord()
    const { root } = keeper.head()
    // What the institution echoed needs the claim it echoes.
    expect(await keeper.erase(1)).toBe('needed')
    expect(await keeper.erase(0)).toBe('notSealed')
    await keeper.submit(claim('d', 'secret', 'red line', { secret: true }))
    await keeper.saveSnapshot()
    expect(await keeper.erase(4)).toBe('erased')
    expect(JSON.stringify(keeper.state())).not.toContain('red line')
    expect(disk.snapshot).toBeUndefined()
    expect((await keeper.read(4, 5, member))[0]).toMatchObject({ sealed: 'erased' })
    const again = await openToy(memoryStore(disk))
    expect(again.head()).toEqual(keeper.head())
    expect(JSON.stringify(again.state())).toBe(JSON.stringify(keeper.state()))
    expect(hex(root)).not.toBe(hex(keeper.head().root))
  })
})

describe('starting', () => {
  const filled = async (count: number) => {
    const disk = memoryDisk()
    const keeper = await openToy(memoryStore(disk), { snapshotEvery: 0 })
    await Promise.all(Array.from({ length: count }, (_, at) => keeper.submit(claim(`a${at}`, `k${at}`))))
    return { disk, keeper }
  }

  test('from a snapshot and the tail is the same as from the beginning', async () => {
    const { disk, keeper } = await filled(700)
    await keeper.saveSnapshot()
    await keeper.submit(claim('tail', 'tail', 'x', { by: 'other' }))
    const whole = await openToy(memoryStore({ ...disk, snapshot: undefined, watchers: new Set() }))
    const quick = await openToy(memoryStore(disk))
    expect(disk.snapshot?.size).toBe(700)
    for (const started of [whole, quick]) {
      expect(started.head()).toEqual(keeper.head())
      expect(JSON.stringify(started.state())).toBe(JSON.stringify(keeper.state()))
      expect(JSON.stringify(started.views())).toBe(JSON.stringify(keeper.views()))
      expect(await started.submit(claim('a5', 'k5'))).toMatchObject({ repeated: true, receipt: { index: 5 } })
      expect(await started.submit(claim('tail', 'k5'))).toMatchObject({ conflict: { name: 'actIdTaken' } })
    }
  })

  test('reads no entry that a good snapshot covers, wherever its bytes lie in memory', async () => {
    const { disk, keeper } = await filled(700)
    await keeper.saveSnapshot()
    await keeper.submit(claim('tail', 'tail'))
    const { bytes } = disk.snapshot!
    for (const shift of [0, 1, 2, 3, 4]) {
      const larger = Buffer.alloc(bytes.length + 16)
      larger.set(bytes, shift)
      disk.snapshot = { ...disk.snapshot!, bytes: larger.subarray(shift, shift + bytes.length) }
      const store = memoryStore(disk)
      const starts: number[] = []
      const read: typeof store.read = (from, to) => {
        starts.push(from)
        return store.read(from, to)
      }
      const started = await openToy({ ...store, read })
      expect(starts).toEqual([700])
      expect(started.head()).toEqual(keeper.head())
    }
  })

  test.each([
    ['of another edition', { edition: 'older' }],
    ['cut short', { bytes: new Uint8Array([0, 0, 1]) }],
    ['that is not JSON', { bytes: new Uint8Array(9000).fill(123) }],
  ])('passes over a snapshot %s', async (_, change) => {
    const { disk, keeper } = await filled(20)
    await keeper.saveSnapshot()
    disk.snapshot = { ...disk.snapshot!, ...change }
    const again = await openToy(memoryStore(disk))
    expect(JSON.stringify(again.state())).toBe(JSON.stringify(keeper.state()))
  })

  test('passes over a snapshot that does not lead to the root', async () => {
    const { disk, keeper } = await filled(20)
    await keeper.saveSnapshot()
    const other = await filled(19)
    await other.keeper.submit(claim('x', 'y'))
    await other.keeper.saveSnapshot()
    disk.snapshot = other.disk.snapshot
    const again = await openToy(memoryStore(disk))
    expect(JSON.stringify(again.state())).toBe(JSON.stringify(keeper.state()))
  })

  test('stops at entries that do not add up to the root', async () => {
    const { disk } = await filled(20)
    disk.entries[7] = { ...disk.entries[7]!, leaf: disk.entries[8]!.leaf }
    await expect(openToy(memoryStore(disk))).rejects.toThrow(RecordDamaged)
  })
})

describe('following', () => {
  const collect = (into: number[]) => (entries: readonly ViewedEntry[]) => {
    into.push(...entries.map(({ index }) => index))
    return undefined
  }

  test('brings every entry once, from where it was asked for, then each as it comes', async () => {
    const keeper = await openToy(memoryStore())
    await Promise.all(Array.from({ length: 300 }, (_, at) => keeper.submit(claim(`a${at}`, `k${at}`))))
    const late: number[] = []
    const early: number[] = []
    keeper.follow(250, null, collect(late))
    const end = keeper.follow(0, member, collect(early))
    await Promise.all(Array.from({ length: 300 }, (_, at) => keeper.submit(claim(`b${at}`, `l${at}`))))
    await keeper.submit(claim('end', 'end'))
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(late).toEqual(Array.from({ length: 351 }, (_, at) => 250 + at))
    expect(early).toEqual(Array.from({ length: 601 }, (_, at) => at))
    end()
    await keeper.submit(claim('after', 'after'))
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(early).toHaveLength(601)
  })

  test('gives those with the same rights the very same frames, and a slow one nothing more until it is ready', async () => {
    const keeper = await openToy(memoryStore())
    const seen: (readonly ViewedEntry[])[][] = [[], [], []]
    let release: () => void = () => undefined
    keeper.follow(0, null, entries => void seen[0]!.push(entries))
    keeper.follow(0, null, entries => void seen[1]!.push(entries))
    keeper.follow(0, null, entries => {
      seen[2]!.push(entries)
      return new Promise<void>(resolve => {
        release = resolve
      })
    })
    for (const at of [1, 2, 3]) {
      await keeper.submit(claim(`a${at}`, `k${at}`))
      await new Promise(resolve => setTimeout(resolve, 5))
    }
    expect(seen[0]).toHaveLength(3)
    expect(seen[0]!.every((frame, at) => frame === seen[1]![at])).toBe(true)
    expect(seen[2]).toHaveLength(1)
    release()
    await new Promise(resolve => setTimeout(resolve, 5))
    expect(seen[2]!.map(frame => frame.map(({ index }) => index))).toEqual([[0], [1, 2]])
  })
})

describe('signing', () => {
  const isClosed = async (keeper: Toy, name: string) => {
    expect(keeper.closure()).toMatchObject({ name })
    expect(await keeper.submit(claim('late', 'late'))).toMatchObject({
      conflict: { name: 'recordClosed', facts: { reason: name } },
    })
    expect(await keeper.checkpoint()).toMatchObject({ name })
    // Reading goes on.
    expect((await keeper.read(0, 1, null)).length).toBe(Math.min(1, keeper.head().size))
  }

  test('a checkpoint and a proof that stand without the server', async () => {
    const keeper = await openToy(memoryStore())
    await Promise.all(Array.from({ length: 300 }, (_, at) => keeper.submit(claim(`a${at}`, `k${at}`))))
    const proof = await keeper.proof(123)
    const [entry] = await keeper.read(123, 124, null)
    const proven = verifyProof(proof as string, { leaf: entry!.leaf }, toySigner.verifierKey)
    expect(proven).toMatchObject({ index: 123, checkpoint: { size: 300 } })
    expect(await keeper.latestCheckpoint()).toMatchObject({ size: 300 })
    expect(await keeper.proof(300)).toBeUndefined()
  })

  test('a tick signs by itself soon after the head moved', async () => {
    const keeper = await openToy(memoryStore(), { checkpointAfterMs: 10 })
    await keeper.submit(claim('a', 'k'))
    await new Promise(resolve => setTimeout(resolve, 60))
    expect(await keeper.latestCheckpoint()).toMatchObject({ size: 1 })
  })

  /** A record of 3 entries, the database as it was then, and signed at 5. */
  const restored = async () => {
    const disk = memoryDisk()
    const guard = memoryGuard()
    const keeper = await openToy(memoryStore(disk), { guard })
    for (const at of [0, 1, 2]) await keeper.submit(claim(`a${at}`, `k${at}`))
    const backup = {
      ...disk,
      entries: [...disk.entries],
      tiles: new Map(disk.tiles),
      checkpoints: new Map(disk.checkpoints),
      watchers: new Set<() => void>(),
    }
    for (const at of [3, 4]) await keeper.submit(claim(`a${at}`, `k${at}`))
    await keeper.checkpoint()
    return { backup, guard, disk }
  }

  test('is refused over a restored old backup, until that is accepted', async () => {
    const { backup, guard } = await restored()
    const keeper = await openToy(memoryStore(backup), { guard })
    await isClosed(keeper, 'olderThanSigned')
    expect(await keeper.accept('otherStore')).toMatchObject({ name: 'olderThanSigned' })
    expect(await keeper.accept('olderThanSigned')).toBeNull()
    expect(await keeper.submit(claim('new', 'new'))).toMatchObject({ kind: 'recorded' })
    expect(await keeper.checkpoint()).toMatchObject({ size: 4 })
  })

  test('is refused over a backup that has grown again into another history', async () => {
    const { backup, guard } = await restored()
    const unsigned = await openToy(memoryStore(backup), { guard: memoryGuard() })
    for (const at of [0, 1, 2, 3]) await unsigned.submit(claim(`other${at}`, `other${at}`))
    await isClosed(await openToy(memoryStore(backup), { guard }), 'otherThanSigned')
  })

  test('is refused to a second database under the same key', async () => {
    const { guard } = await restored()
    await isClosed(await openToy(memoryStore(), { guard }), 'otherStore')
  })

  test('is refused when the memory of the key is a copy, or is gone', async () => {
    const { disk } = await restored()
    const copied = { load: async () => 'copied' as const, save: async () => undefined }
    await isClosed(await openToy(memoryStore(disk), { guard: copied }), 'guardCopied')
    const forgetful = await openToy(memoryStore(disk), { guard: memoryGuard() })
    await isClosed(forgetful, 'guardMissing')
    expect(await forgetful.accept('guardMissing')).toBeNull()
  })

  test('is refused while the clock is set back, and goes on by itself once it is right', async () => {
    const clock = standingClock()
    const keeper = await openToy(memoryStore(), { clock })
    await keeper.submit(claim('a', 'k'))
    clock.pass(-3_000)
    const near = await keeper.submit(claim('b', 'l'))
    expect(near).toMatchObject({ kind: 'recorded', receipt: { at: '2023-11-14T22:13:20.000Z' } })
    clock.pass(-86_400_000)
    await isClosed(keeper, 'clockSetBack')
    clock.pass(2 * 86_400_000)
    expect(keeper.closure()).toBeNull()
    expect(await keeper.submit(claim('c', 'm'))).toMatchObject({ kind: 'recorded' })
  })
})

test('documents are kept by their hash and never above the limit', async () => {
  const keeper: Pick<RecordKeeper<unknown, never, never, never>, 'putDocument' | 'document'> = await openToy(
    memoryStore(),
  )
  const put = await keeper.putDocument('text/plain', Buffer.from('abc'))
  expect(put).toEqual({
    kind: 'stored',
    hash: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  })
  expect(await keeper.putDocument('text/plain', new Uint8Array(32 * 1024 * 1024 + 1))).toMatchObject({
    kind: 'tooLarge',
  })
})

test('an entry reads back as it was written', async () => {
  const disk = memoryDisk()
  const keeper = await openToy(memoryStore(disk))
  await keeper.submit(claim('a', 'k', 'é \u202e "'))
  expect(readContent(disk.entries[0]!)).toMatchObject({ act: { id: 'a' }, events: [{ value: 'é \u202e "' }] })
})
