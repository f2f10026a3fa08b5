import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileGuard, sqliteStore } from '@gavel/store'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../packages/store/src/testing/folder.ts'
import { openToy, standingClock } from '../../packages/store/src/testing/keeper.ts'
import { claim } from '../../packages/store/src/testing/toy.ts'

/** A data folder as a server has it: the database, and the memory of the key beside the key. */
const open = async (folder: string, clock = standingClock()) =>
  openToy(await sqliteStore(join(folder, 'record.db')), { guard: fileGuard(join(folder, 'signed')), clock })

/** Adds acts, signs, and stops the server. */
const work = async (folder: string, marks: readonly string[]): Promise<void> => {
  const keeper = await open(folder)
  for (const mark of marks) expect(await keeper.submit(claim(mark, mark))).toMatchObject({ kind: 'recorded' })
  expect(await keeper.checkpoint()).toMatchObject({ size: keeper.head().size })
  await keeper.close()
}

const within = async (play: (folder: string) => Promise<void>): Promise<void> => {
  const folder = await temporaryFolder()
  try {
    const data = join(folder.path, 'data')
    await mkdir(data)
    await play(data)
  } finally {
    await folder.remove()
  }
}

const isClosed = async (folder: string, reason: string): Promise<void> => {
  const keeper = await open(folder)
  expect(keeper.closure()).toMatchObject({ name: reason })
  expect(await keeper.submit(claim('late', 'late'))).toMatchObject({
    kind: 'conflict',
    conflict: { name: 'recordClosed', facts: { reason } },
  })
  expect(await keeper.checkpoint()).toMatchObject({ name: reason })
  await keeper.close()
}

test('a restored old backup of the database is read and not signed', () =>
  within(async data => {
    await work(data, ['a', 'b'])
    await cp(join(data, 'record.db'), `${data}.backup`)
    await work(data, ['c'])
    await cp(`${data}.backup`, join(data, 'record.db'))
    await isClosed(data, 'olderThanSigned')
    const keeper = await open(data)
    expect((await keeper.read(0, 9, null)).map(({ index }) => index)).toEqual([0, 1])
    // The deliberate way out, for somebody who knows that what came after is lost.
    expect(await keeper.accept('olderThanSigned')).toBeNull()
    expect(await keeper.submit(claim('d', 'd'))).toMatchObject({ kind: 'recorded' })
    await keeper.close()
  }))

test('a data folder copied whole does not make a second server', () =>
  within(async data => {
    await work(data, ['a', 'b'])
    await cp(data, `${data}-copy`, { recursive: true })
    await isClosed(`${data}-copy`, 'guardCopied')
    // The original goes on.
    await work(data, ['c'])
  }))

test('a new database under a key that has signed another is not signed', () =>
  within(async data => {
    await work(data, ['a', 'b'])
    const other = `${data}-other`
    await mkdir(other)
    await (await sqliteStore(join(other, 'record.db'))).close()
    await cp(join(other, 'record.db'), join(data, 'record.db'))
    await isClosed(data, 'otherStore')
  }))

test('a clock set back by a day closes the record over a restart, until the clock is right', () =>
  within(async data => {
    await work(data, ['a'])
    const clock = standingClock(1_700_000_000_000 - 86_400_000)
    const keeper = await open(data, clock)
    expect(keeper.closure()).toMatchObject({ name: 'clockSetBack', facts: { behindMs: 86_400_000 } })
    expect(await keeper.submit(claim('b', 'b'))).toMatchObject({ conflict: { name: 'recordClosed' } })
    clock.pass(86_400_001)
    expect(await keeper.reexamine()).toBeNull()
    expect(await keeper.submit(claim('b', 'b'))).toMatchObject({ kind: 'recorded' })
    await keeper.close()
  }))
