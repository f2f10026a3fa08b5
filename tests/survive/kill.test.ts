import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../packages/store/src/testing/folder.ts'
import {
  postgresBin,
  postgresMissing,
  type RunningPostgres,
  startPostgres,
} from '../../packages/store/src/testing/postgres.ts'
import { startWriter, type Told } from './child.ts'
import { founding, openOrganisation } from './organisation.ts'
import { openStore, rounds, runnable, type Where } from './place.ts'
import { auditor, keptAll, outcomes } from './verify.ts'

let script: string
beforeAll(async () => {
  script = await runnable('writer')
})

/** The acts a client would send again after a crash: what had no answer yet, and some that had. */
const sentAgain = ({ sent, acknowledged }: Told) => [
  ...[...sent.values()].filter(act => !acknowledged.has(act.id)),
  ...[...sent.values()].filter(act => acknowledged.has(act.id)).slice(-20),
]

/** A broken silence stays broken, a kept one kept: what was settled in one round is so in every later one. */
const settledAlike = (before: Map<string, string>, now: ReadonlyMap<string, string>): void => {
  for (const [decision, outcome] of before)
    expect(`${decision} ${now.get(decision)}`).toBe(`${decision} ${outcome}`)
}

const survives = async (where: Where, count: number, crash?: () => Promise<void>): Promise<number> => {
  const { audit, indexOf } = auditor()
  const settled = new Map<string, string>()
  const first = await openOrganisation(await openStore(where))
  expect(await first.submit(founding(), 'institution')).toMatchObject({ kind: 'recorded' })
  await first.close()
  let acknowledged = 0
  for (let round = 0; round < count; round++) {
    const writer = startWriter(script, { where, mark: `r${round}`, writers: 8, acts: 0, short: 100 })
    await writer.ready
    await new Promise(resolve => setTimeout(resolve, 5 + Math.random() * 250))
    // Every fifth time the database goes first.
    if (crash !== undefined && round % 5 === 4) await crash()
    writer.kill()
    const told = await writer.ended
    acknowledged += told.acknowledged.size
    // Under load a short silence may be over before it is opened or broken; nothing else is ever refused.
    expect(told.refused.filter(line => !line.endsWith(' refused'))).toEqual([])

    const store = await openStore(where)
    await audit(store)
    keptAll(told, indexOf)
    const keeper = await openOrganisation(store)
    settledAlike(settled, outcomes(keeper.state()))
    for (const act of sentAgain(told)) {
      const answer = await keeper.submit(act)
      const index = indexOf.get(act.id)
      if (index !== undefined)
        expect(answer).toMatchObject({ kind: 'recorded', repeated: true, receipt: { index } })
    }
    // Nobody will write to this round's procedures again.
    for (const [decision, outcome] of outcomes(keeper.state())) settled.set(decision, outcome)
    await audit(store)
    await keeper.close()
  }
  return acknowledged
}

describe('killed at random instants under load, nothing acknowledged is lost', () => {
  const count = rounds(6)

  test(
    `a SQLite file, ${count} rounds`,
    async () => {
      const folder = await temporaryFolder()
      try {
        const acknowledged = await survives(
          { kind: 'sqlite', address: join(folder.path, 'record.db') },
          count,
        )
        expect(acknowledged).toBeGreaterThan(count)
        console.log(`SQLite: ${count} kills, ${acknowledged} acts acknowledged, none lost`)
      } finally {
        await folder.remove()
      }
    },
    60_000 + count * 10_000,
  )

  describe.skipIf(postgresBin() === undefined)(
    postgresBin() === undefined ? postgresMissing : 'PostgreSQL',
    () => {
      let server: RunningPostgres
      beforeAll(async () => {
        server = await startPostgres()
      })
      afterAll(() => server.stop())

      test(
        `PostgreSQL, ${count} rounds, every fifth with the database killed too`,
        async () => {
          const address = await server.database()
          const acknowledged = await survives({ kind: 'postgres', address }, count, server.crash)
          expect(acknowledged).toBeGreaterThan(count)
          console.log(`PostgreSQL: ${count} kills, ${acknowledged} acts acknowledged, none lost`)
        },
        60_000 + count * 10_000,
      )
    },
  )
})
