import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../packages/store/src/testing/folder.ts'
import {
  postgresBin,
  postgresMissing,
  type RunningPostgres,
  startPostgres,
} from '../../packages/store/src/testing/postgres.ts'
import { startWriter } from './child.ts'
import { founding, openOrganisation } from './organisation.ts'
import { openStore, runnable, type Where } from './place.ts'
import { auditor, keptAll } from './verify.ts'

const racingActs = 10_000

let script: string
beforeAll(async () => {
  script = await runnable('writer')
})

/** Two processes, each with a record keeper of its own, on the same store, at the same time. */
const race = async (where: Where): Promise<void> => {
  const first = await openOrganisation(await openStore(where))
  await first.submit(founding(), 'institution')
  await first.close()
  const orders = { where, writers: 16, acts: racingActs / 2, short: 3_600_000 }
  const told = await Promise.all(['a', 'b'].map(mark => startWriter(script, { ...orders, mark }).ended))
  const store = await openStore(where)
  const { audit, indexOf } = auditor()
  await audit(store)
  for (const one of told) {
    expect(one.done).toBe(true)
    expect(one.refused).toEqual([])
    keptAll(one, indexOf)
  }
  const acknowledged = told.reduce((sum, one) => sum + one.acknowledged.size, 0)
  expect(acknowledged).toBeGreaterThanOrEqual(racingActs)
  expect(indexOf.size).toBe(acknowledged + founding().length)
  // Both took part: neither waited for the other to be done.
  const where5000 = (mark: string) =>
    [...indexOf].filter(([id, index]) => id.includes(`-${mark}-`) && index < racingActs * 0.9).length
  expect(Math.min(where5000('a'), where5000('b'))).toBeGreaterThan(0)
  await store.close()
}

describe(`two servers, one database, ${racingActs} racing acts: one history`, () => {
  test('in a SQLite file', async () => {
    const folder = await temporaryFolder()
    try {
      await race({ kind: 'sqlite', address: join(folder.path, 'record.db') })
    } finally {
      await folder.remove()
    }
  }, 180_000)

  describe.skipIf(postgresBin() === undefined)(
    postgresBin() === undefined ? postgresMissing : 'PostgreSQL',
    () => {
      let server: RunningPostgres
      beforeAll(async () => {
        server = await startPostgres()
      })
      afterAll(() => server.stop())

      test('in PostgreSQL', async () => race({ kind: 'postgres', address: await server.database() }), 180_000)
    },
  )
})
