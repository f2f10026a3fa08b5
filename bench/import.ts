import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importTable } from '@gavel/api'
import { domainFolds, domainLaw, institutionItself, openRecord } from '@gavel/application'
import type { PersonId } from '@gavel/kernel'
import { sqliteStore } from '@gavel/store'
import { readyMapping, sourceOfFile } from '@gavel/tables'
import { parse } from 'csv-parse'
import Database from 'libsql'
import { figure, type Options, type Report, ratio, spread } from './measure.ts'

const members = Array.from({ length: 27 }, (_, at) => `M${String(at).padStart(2, '0')}`)
const source = 'invented for a benchmark'

/** A list of commitments, every second with a report: 1.5 acts to a row. The same for the same number of rows. */
const tableOf = (rows: number): string => {
  const head = 'Reference,Member,Title,Pledge,Area,From,Until,Says,Period from,Period until,Told on,Words'
  const lines = Array.from({ length: rows }, (_, at) => {
    const told =
      at % 2 === 0
        ? `limited,2024-01-01,2024-12-31,2025-02-${String((at % 28) + 1).padStart(2, '0')},"Seminar ${at} was held, with ${at % 27} members taking part."`
        : ',,,,'
    return `C-${at},${members[at % members.length]},Annual exchange of information number ${at},"Each year the member tells the others, in writing, what it did about measure ${at % 40}; it invites whoever wishes to come and see.",,2024-01-01,2029-12-31,${told}`
  })
  return `${[head, ...lines].join('\n')}\n`
}

const founding = [
  [
    'institution.found',
    { organisation: 'org', name: { en: 'Org' }, shortName: 'ORG', languages: ['en'], source },
  ],
  ...members.map(
    party =>
      [
        'institution.recordParty',
        { party, standing: 'member', name: { en: party }, status: 'active', from: '2000', source },
      ] as const,
  ),
  [
    'institution.accredit',
    {
      credential: 'c-sec',
      person: 'sec',
      name: 'Secretariat',
      capacity: { kind: 'secretariat' },
      rights: ['read', 'speak', 'propose'],
      from: '2000-01-01T00:00:00.000Z',
    },
  ],
] as const

const foundedAt = async (folder: string) => {
  const keeper = await openRecord({
    store: await sqliteStore(join(folder, 'record.sqlite')),
    law: domainLaw,
    folds: domainFolds,
    clock: { now: () => Date.now() },
    snapshotEvery: 0,
  })
  const acts = founding.map(([type, body], at) => ({
    id: `f-${at}`,
    type,
    by: institutionItself,
    as: { kind: 'system' },
    body,
  }))
  const answer = await keeper.submit(acts as never, 'institution')
  if (answer.kind !== 'recorded') throw new Error(JSON.stringify(answer))
  return keeper
}

/** Rows a second of the whole of it: reading twice, mapping, checking, deciding, hashing, and durable writing. */
const ours = async (
  folder: string,
  file: string,
  rows: number,
): Promise<readonly [number, number, number]> => {
  const keeper = await foundedAt(folder)
  const rate = async (dryRun: boolean): Promise<number> => {
    const from = performance.now()
    const report = await importTable({
      keeper,
      source: sourceOfFile(file),
      mapping: readyMapping('own-commitments')!,
      by: 'sec' as PersonId,
      dryRun,
    })
    const ms = performance.now() - from
    if (report.stored + report.already !== rows) throw new Error(JSON.stringify(report.reasons))
    return (rows / ms) * 1000
  }
  const rates = [await rate(true), await rate(false), await rate(false)] as const
  await keeper.close()
  return rates
}

/** The peer: the same parser and the same database, a plain table, a durable transaction for every thousand rows. */
const theirs = async (folder: string, file: string, rows: number): Promise<number> => {
  const from = performance.now()
  const db = new Database(join(folder, 'plain.sqlite'))
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  const columns = Array.from({ length: 12 }, (_, at) => `c${at}`)
  db.exec(`CREATE TABLE rows (n INTEGER PRIMARY KEY, ${columns.map(name => `${name} TEXT`).join(', ')})`)
  const insert = db.prepare(`INSERT INTO rows VALUES (?, ${columns.map(() => '?').join(', ')})`)
  let batch: string[][] = []
  let number = 0
  const write = db.transaction((list: readonly string[][]) => {
    for (const cells of list) insert.run(++number, ...cells)
  })
  for await (const record of createReadStream(file).pipe(parse({ from: 2 }))) {
    batch.push(record as string[])
    if (batch.length < 1_000) continue
    write(batch)
    batch = []
  }
  write(batch)
  db.close()
  if (number !== rows) throw new Error(`${number} rows in the plain table`)
  return (rows / (performance.now() - from)) * 1000
}

export const run = async ({ runs, small, settings, say }: Options): Promise<Report> => {
  const rows = Number(settings['rows'] ?? (small ? 2_000 : 30_000))
  const measured = { dry: [] as number[], run: [] as number[], again: [] as number[], peer: [] as number[] }
  for (let round = -1; round < runs; round++) {
    say(round < 0 ? 'warming up …' : `round ${round + 1} of ${runs} …`)
    const folder = await mkdtemp(join(tmpdir(), 'gavel-bench-import-'))
    const file = join(folder, 'table.csv')
    await writeFile(file, tableOf(rows))
    const inTurn = [
      async () => {
        const [dry, first, again] = await ours(folder, file, rows)
        if (round >= 0) {
          measured.dry.push(dry)
          measured.run.push(first)
          measured.again.push(again)
        }
      },
      async () => {
        const rate = await theirs(folder, file, rows)
        if (round >= 0) measured.peer.push(rate)
      },
    ]
    for (const each of round % 2 === 0 ? inTurn : inTurn.toReversed()) await each()
    await rm(folder, { recursive: true, force: true })
  }
  const unit = 'rows/s'
  const promised = 5_000
  return {
    title: 'Importing a table of commitments and reports',
    work: `${rows} rows of CSV, ${rows * 1.5} acts, into a record in SQLite (WAL, synchronous=FULL)`,
    rows: [
      figure('Gavel, import', unit, measured.run, { acts: rows * 1.5 }),
      figure('Gavel, dry run', unit, measured.dry),
      figure('Gavel, the same file again', unit, measured.again),
      figure('csv-parse into a plain SQLite table', unit, measured.peer),
    ],
    ratios: [
      ratio(`import at ${promised} rows/s`, spread(measured.run).median / promised, 1),
      ratio('import against a plain table', spread(measured.run).median / spread(measured.peer).median),
    ],
    notes: [
      'The peer reads the same file with the same parser into the same database and does nothing else: it maps nothing, checks nothing, asks no rule, keeps no tree, and recorded twice it has every row twice.',
      'Each figure is of the whole call: the file is hashed, read through once to count and to find faults, and read again to import.',
    ],
  }
}
