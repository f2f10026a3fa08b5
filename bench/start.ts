import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { domainFolds, domainLaw, openRecord, type SentAct } from '@gavel/application'
import type { Act } from '@gavel/domain'
import { sqliteStore } from '@gavel/store'
import { act, assembly, secretariat } from '../packages/domain/src/testing/builders.ts'
import { figure, type Options, type Report, script, within } from './measure.ts'

const parties = Array.from({ length: 28 }, (_, at) => `M${String(at).padStart(2, '0')}`)

const send = (made: Act, id: string): SentAct<Act> => {
  const { at: _, ...rest } = made
  return { ...rest, id } as unknown as SentAct<Act>
}

const convened = act(secretariat(), 'meetings.convene', {
  meeting: 'meeting',
  body: 'soc',
  title: 'Meeting',
  opensAt: '2999-01-01T00:00:00.000Z',
  place: 'Hall',
  timeZone: 'UTC',
  agenda: [{ number: '1', title: 'Item' }],
})

/** Fills a record up and closes it, so that its snapshot lies `tail` entries back. */
const fill = async (path: string, size: number, tail: number): Promise<void> => {
  const store = await sqliteStore(path)
  const options = { law: domainLaw, folds: domainFolds, clock: { now: () => Date.now() }, snapshotEvery: 0 }
  const keeper = await openRecord({ store, ...options })
  const add = async (acts: readonly SentAct<Act>[]): Promise<void> => {
    const answer = await keeper.submit(acts, 'institution')
    if (answer.kind !== 'recorded') throw new Error(JSON.stringify(answer))
  }
  await add([...assembly(...parties), convened].map((made, at) => send(made, `setting-${at}`)))
  let saved = false
  while (keeper.head().size < size) {
    const from = keeper.head().size
    const until = saved ? size : size - tail
    const count = Math.min(5000, until - from)
    if (count > 0)
      await add(
        Array.from({ length: count }, (_, step) => {
          const at = from + step
          const body = {
            meeting: 'meeting',
            member: parties[at % 28]!,
            present: Math.floor(at / 28) % 2 === 0,
          }
          return send(act(secretariat(), 'meetings.recordPresence', body), `presence-${at}`)
        }),
      )
    if (!saved && keeper.head().size >= size - tail) {
      await keeper.saveSnapshot()
      saved = true
    }
  }
  await keeper.close()
}

/** The time a fresh process takes from its start until it could answer, in milliseconds. */
const started = (path: string): Promise<{ readonly ms: number; readonly entries: number }> =>
  new Promise((resolve, reject) => {
    const from = performance.now()
    const child = spawn(process.execPath, [script('start.part'), path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.stdout.once('data', chunk =>
      resolve({ ms: performance.now() - from, entries: Number(String(chunk)) }),
    )
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`it ended with ${code} before it was up`)))
  })

/** Start of a record in a process of its own: one million entries, and none at all. */
export const run = async ({ runs, small, say }: Options): Promise<Report> => {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-bench-'))
  try {
    const size = small ? 20_000 : 1_000_000
    const tail = small ? 2_000 : 50_000
    const full = join(folder, 'full.db')
    say(`recording ${size} entries …`)
    await fill(full, size, tail)
    const times: [number[], number[]] = [[], []]
    for (let round = 0; round < runs; round++) {
      const grown = await started(full)
      if (grown.entries !== size) throw new Error(`${grown.entries} entries, not ${size}`)
      times[0].push(grown.ms)
      times[1].push((await started(join(folder, `empty-${round}.db`))).ms)
    }
    const rows = [
      figure(`${size} entries, snapshot ${tail} entries back`, 'ms', times[0]),
      figure('an empty folder', 'ms', times[1]),
    ]
    return {
      title: 'Start of a record',
      work: 'a new process: store opened, snapshot read, tail replayed, root over all entries held against the head',
      rows,
      ratios: [within(rows[0]!, 3000), within(rows[1]!, 1000)],
      notes: [
        `The tail of ${tail} entries is the longest a server leaves behind: a snapshot is saved every 50,000 entries and at close.`,
        'The record alone: what the HTTP server adds is in the figure of `gavel serve`.',
      ],
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
