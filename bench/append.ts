import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { domainFolds, domainLaw, openRecord, type RecordStore, type SentAct } from '@gavel/application'
import type { Act } from '@gavel/domain'
import type { ActId } from '@gavel/kernel'
import { postgresStore, sqliteStore } from '@gavel/store'
import { act, assembly, secretariat } from '../packages/domain/src/testing/builders.ts'
import { postgresBin, postgresMissing, startPostgres } from '../packages/store/src/testing/postgres.ts'
import { figure, type Options, peer, type Report, type Row, ratio, spread } from './measure.ts'

export const peers = true

/** What a contender offers once it is ready: append one, and stop. */
interface Ready {
  append(writer: number): Promise<void>
  stop(): Promise<void>
}

interface Appender {
  readonly name: string
  readonly writers: number
  readonly acts: number
  readonly open: () => Promise<Ready>
}

const withoutInstant = (made: Act, id: string): SentAct<Act> => {
  const { at: _, ...rest } = made
  return { ...rest, id } as unknown as SentAct<Act>
}

const parties = Array.from({ length: 16 }, (_, at) => `M${String(at).padStart(2, '0')}`)

const convened = act(secretariat(), 'meetings.convene', {
  meeting: 'meeting',
  body: 'soc',
  title: 'Meeting',
  opensAt: '2999-01-01T00:00:00.000Z',
  place: 'Hall',
  timeZone: 'UTC',
  agenda: [{ number: '1', title: 'Item' }],
})

/** A sitting in which presence is recorded: an act whose entry takes about 300 bytes. */
const openGavel = async (store: RecordStore): Promise<Ready> => {
  const keeper = await openRecord({
    store,
    law: domainLaw,
    folds: domainFolds,
    clock: { now: () => Date.now() },
    snapshotEvery: 0,
  })
  const setting = [...assembly(...parties), convened]
  const founded = await keeper.submit(
    setting.map((made, at) => withoutInstant(made, `setting-${at}`)),
    'institution',
  )
  if (founded.kind !== 'recorded') throw new Error(JSON.stringify(founded))
  const present = parties.map(() => false)
  // What each writer says again and again; the id and who is present are new each time.
  const said = parties.map(member =>
    withoutInstant(
      act(secretariat(), 'meetings.recordPresence', { meeting: 'meeting', member, present: true }),
      '',
    ),
  )
  return {
    append: async writer => {
      present[writer] = !present[writer]
      const { type, by, as, body } = said[writer] as SentAct<
        Extract<Act, { type: 'meetings.recordPresence' }>
      >
      const { meeting, member } = body
      const again = { meeting, member, present: present[writer]! }
      const answer = await keeper.submit({ id: randomUUID() as ActId, type, by, as, body: again })
      if (answer.kind !== 'recorded') throw new Error(JSON.stringify(answer))
    },
    stop: () => keeper.close(),
  }
}

/** As far as this benchmark uses the peer. */
interface Emmett {
  getPostgreSQLEventStore(url: string): {
    appendToStream(stream: string, events: readonly object[]): Promise<unknown>
    readonly schema: { migrate(): Promise<unknown> }
    close(): Promise<void>
  }
}

/** One event of about 300 bytes for each call, each writer on a stream of its own: the peer's best case. */
const openEmmett = async (emmett: Emmett, url: string): Promise<Ready> => {
  const store = emmett.getPostgreSQLEventStore(url)
  await store.schema.migrate()
  return {
    append: async writer => {
      const data = {
        id: randomUUID(),
        meeting: 'meeting',
        member: parties[writer],
        present: true,
        at: new Date(0).toISOString(),
        by: 'registry',
        note: 'x'.repeat(130),
      }
      await store.appendToStream(`presence-${writer}`, [{ type: 'presenceRecorded', data }])
    },
    stop: () => store.close(),
  }
}

interface Measured {
  readonly rate: number
  readonly p99: number
}

const measure = async ({ writers, acts, open }: Appender): Promise<Measured> => {
  const ready = await open()
  try {
    // The first few are not counted: prepared statements, warm code.
    await Promise.all(Array.from({ length: writers }, (_, writer) => ready.append(writer)))
    const latencies: number[] = []
    const from = performance.now()
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let at = 0; at < acts / writers; at++) {
          const sent = performance.now()
          await ready.append(writer)
          latencies.push(performance.now() - sent)
        }
      }),
    )
    const seconds = (performance.now() - from) / 1000
    latencies.sort((a, b) => a - b)
    return { rate: latencies.length / seconds, p99: latencies[Math.floor(latencies.length * 0.99)]! }
  } finally {
    await ready.stop()
  }
}

/** Takes the contenders in turn, forwards and backwards; one round is not counted. */
const rounds = async (appenders: readonly Appender[], runs: number, say: (line: string) => void) => {
  const measured = appenders.map((): Measured[] => [])
  for (let round = -1; round < runs; round++) {
    const order = [...appenders.keys()]
    if (round % 2 !== 0) order.reverse()
    for (const at of order) {
      const appender = appenders[at]!
      say(`${appender.name}, ${round < 0 ? 'warming up' : `run ${round + 1} of ${runs}`}`)
      const result = await measure(appender)
      if (round >= 0) measured[at]!.push(result)
    }
  }
  return appenders.map(({ name }, at): Row => {
    const p99 = spread(measured[at]!.map(one => one.p99)).median
    return figure(
      name,
      '/s',
      measured[at]!.map(one => one.rate),
      { 'p99 ms': p99.toFixed(2) },
    )
  })
}

/** Durable appends through the whole path: validated, decided, hashed into the tree, on disk, then answered. */
export const run = async ({ runs, small, say }: Options): Promise<Report> => {
  if (postgresBin() === undefined) throw new Error(postgresMissing)
  const emmett = await peer<Emmett>('@event-driven-io/emmett-postgresql')
  const server = await startPostgres()
  const folder = await mkdtemp(join(tmpdir(), 'gavel-bench-'))
  const scale = small ? 0.1 : 1
  const embedded = async () => openGavel(await sqliteStore(join(folder, `${randomUUID()}.db`)))
  const grown = async () => openGavel(await postgresStore(await server.database()))
  const theirs = async () => openEmmett(emmett, await server.database())
  const appender = (name: string, writers: number, acts: number, open: () => Promise<Ready>): Appender => ({
    name: `${name}, ${writers} ${writers === 1 ? 'writer' : 'writers'}`,
    writers,
    acts: acts * scale,
    open,
  })
  try {
    const [embedded16, embedded1, postgres16, postgres1, emmett16, emmett1] = (await rounds(
      [
        appender('Gavel embedded', 16, 40_000, embedded),
        appender('Gavel embedded', 1, 4_000, embedded),
        appender('Gavel on PostgreSQL', 16, 16_000, grown),
        appender('Gavel on PostgreSQL', 1, 2_000, grown),
        appender('Emmett on PostgreSQL', 16, 3_200, theirs),
        appender('Emmett on PostgreSQL', 1, 1_200, theirs),
      ],
      runs,
      say,
    )) as [Row, Row, Row, Row, Row, Row]
    return {
      title: 'Durable appends',
      work: 'acts of about 300 bytes, one for each call, answered once they are on disk and (Gavel) in the tree',
      rows: [embedded16, embedded1, postgres16, postgres1, emmett16, emmett1],
      ratios: [
        ratio('embedded against Emmett, 16 writers', embedded16.median / emmett16.median, 15, 20),
        ratio('embedded against Emmett, 1 writer', embedded1.median / emmett1.median, 3),
        ratio('on PostgreSQL against Emmett, 16 writers', postgres16.median / emmett16.median, 5),
        ratio('on PostgreSQL against Emmett, 1 writer', postgres1.median / emmett1.median),
      ],
      notes: [
        'Gavel checks credentials and rules, hashes every act into a Merkle tree and keeps one order for all; Emmett keeps an order for each stream, and here decides nothing.',
        'Emmett appends one event for each call, as its users do; in batches of 100 it is an order of magnitude faster, and then not one act is answered before all are.',
        'Writers are concurrent callers in the one process that also does the work; both PostgreSQL rows share one server, with fsync and synchronous_commit on.',
      ],
    }
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
