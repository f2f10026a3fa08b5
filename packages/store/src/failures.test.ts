import { join } from 'node:path'
import { OutcomeUnknown, type RecordStore, type Submitted } from '@gavel/application'
import { appendLeaves, emptyEdge, leafHash } from '@gavel/record'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryDisk, memoryStore } from './memory.ts'
import { postgresStore } from './postgres/store.ts'
import { sqliteStore } from './sqlite/store.ts'
import type { Adapter } from './testing/contract.ts'
import { type FailingCall, failing } from './testing/failing.ts'
import { temporaryFolder } from './testing/folder.ts'
import { openToy } from './testing/keeper.ts'
import { postgresBin, postgresMissing, type RunningPostgres, startPostgres } from './testing/postgres.ts'
import { claim } from './testing/toy.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** What must hold of every store at every moment: the entries add up to the head, and no act is there twice. */
const holds = async (store: RecordStore): Promise<ReadonlyMap<string, number>> => {
  const head = await store.head()
  const entries = await store.read(0, head.size + 10)
  expect(entries).toHaveLength(head.size)
  expect(
    hex(
      appendLeaves(
        emptyEdge,
        entries.map(({ leaf }) => leafHash(leaf)),
      ).root,
    ),
  ).toBe(hex(head.root))
  const found = new Map(entries.map(({ actId, index }) => [actId, index]))
  expect(found.size).toBe(head.size)
  return found
}

/** The calls an act depends on, and the ways in which one can fail. */
const cases: readonly (readonly [FailingCall, 'before' | 'after', number])[] = (
  ['append', 'head', 'read'] as const
).flatMap(call =>
  (['before', 'after'] as const).flatMap(when => [[call, when, 1] as const, [call, when, 9] as const]),
)

const survivesFailures = (make: Adapter['make']): void => {
  test.each(cases)('%s fails %s doing anything, %i times', async (call, when, times) => {
    const place = await make()
    try {
      const { store, failures } = failing(await place.open())
      const other = await openToy(await place.open())
      const keeper = await openToy(store, { snapshotEvery: 0 })
      await keeper.submit([claim('a', '1'), claim('b', 'echo')])
      // Another server appends, so that this one has to catch up as well.
      await other.catchUp()
      await other.submit(claim('other', 'other'))
      failures.fail(call, when, times)
      if (call !== 'append') failures.fail('append', when)
      const acts = [claim('c', '3'), claim('d', 'echo 4', 'x', { secret: true }), claim('e', '1')]
      const answers: (Submitted | 'unknown')[] = await Promise.all(
        acts.map(act =>
          keeper.submit(act).catch((error: unknown) => {
            expect(error).toBeInstanceOf(OutcomeUnknown)
            return 'unknown' as const
          }),
        ),
      )
      await holds(await place.open())
      // The same again, until there is an answer: that is all a client ever has to do.
      for (const [at, act] of acts.entries())
        for (let tries = 0; answers[at] === 'unknown' && tries < 30; tries++)
          answers[at] = await keeper.submit(act).catch(() => 'unknown' as const)
      expect(answers.map(answer => (answer as Submitted).kind)).toEqual(['recorded', 'recorded', 'refused'])
      const found = await holds(await place.open())
      expect([...found.keys()].toSorted()).toEqual(['a', 'b', 'b~1', 'c', 'd', 'd~1', 'other'])
      for (const answer of answers)
        if (typeof answer === 'object' && answer.kind === 'recorded')
          expect(found.get(acts[answers.indexOf(answer)]!.id)).toBe(answer.receipt.index)
      const again = await openToy(await place.open())
      expect(JSON.stringify(again.state())).toBe(JSON.stringify(keeper.state()))
      for (const open of [keeper, other, again]) await open.close().catch(() => undefined)
    } finally {
      await place.remove()
    }
  })

  test.each([
    ['saveSnapshot', 'before'],
    ['saveSnapshot', 'after'],
    ['saveCheckpoint', 'before'],
    ['saveCheckpoint', 'after'],
  ] as const)('%s fails %s: the record goes on, and opens again', async (call, when) => {
    const place = await make()
    try {
      const { store, failures } = failing(await place.open())
      const keeper = await openToy(store)
      await keeper.submit(claim('a', '1'))
      failures.fail(call, when)
      await (call === 'saveSnapshot' ? keeper.saveSnapshot() : keeper.checkpoint()).catch(() => undefined)
      expect(failures.left()).toBe(0)
      expect(await keeper.submit(claim('b', '2'))).toMatchObject({ kind: 'recorded' })
      expect(await keeper.checkpoint()).toMatchObject({ size: 2 })
      await keeper.close()
      const again = await openToy(await place.open())
      expect(again.head().size).toBe(2)
      await again.close()
    } finally {
      await place.remove()
    }
  })
}

describe('when the store in memory fails', () => {
  survivesFailures(async () => {
    const disk = memoryDisk()
    return { open: async () => memoryStore(disk), remove: async () => undefined }
  })
})

describe('when the SQLite file fails', () => {
  survivesFailures(async () => {
    const folder = await temporaryFolder()
    return { open: () => sqliteStore(join(folder.path, 'record.db')), remove: folder.remove }
  })
})

describe.skipIf(postgresBin() === undefined)(
  postgresBin() === undefined ? postgresMissing : 'when PostgreSQL fails',
  () => {
    let server: RunningPostgres
    beforeAll(async () => {
      server = await startPostgres()
    })
    afterAll(() => server.stop())
    survivesFailures(async () => {
      const url = await server.database()
      return { open: () => postgresStore(url, { connections: 2 }), remove: async () => undefined }
    })
  },
)
