import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import {
  type Asked,
  analysisTable,
  analysisTables,
  domainFolds,
  domainLaw,
  memberDashboard,
} from '@gavel/application'
import {
  type Act,
  type Audience,
  commitments,
  type DomainEvent,
  type DomainState,
  decisions,
} from '@gavel/domain'
import { get, type Instant, type MemberId } from '@gavel/kernel'
import Database from 'libsql'
import { act, assembly, at, delegate, system } from '../packages/domain/src/testing/builders.ts'
import {
  faster,
  figure,
  interleaved,
  type Options,
  type Report,
  type Row,
  ratio,
  row,
  spread,
  within,
} from './measure.ts'

const members = Array.from({ length: 27 }, (_, n) => `M${String(n).padStart(2, '0')}`)
const areas = Array.from({ length: 18 }, (_, n) => `AR-${n + 1}`)
const firstYear = 2016
const years = 11
/** One due day in eleven nobody answers: ten reports a commitment, and one commitment in eleven is silent. */
const reportsEach = years - 1
const now = '2026-12-31T12:00:00.000Z' as Instant
const today = now.slice(0, 10)

const fold = domainFolds.analysis
type Analysis = typeof fold.initial

interface World {
  readonly state: DomainState
  readonly analysis: Analysis
}

/** Chance from a seed: a number below `n` for each place, the same in every run. */
const chance = (place: number, salt: number, n: number): number => {
  let h = Math.imul(place ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(salt + 1, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39)
  return ((h ^ (h >>> 15)) >>> 0) % n
}

const audienceFor = (n: number): Audience =>
  n % 20 < 16
    ? { kind: 'public' }
    : n % 20 < 19
      ? { kind: 'members' }
      : { kind: 'body', body: 'soc' as never }
const memberFor = (n: number): string => members[chance(n, 1, members.length)]!
const areaFor = (n: number): string => areas[chance(n, 2, areas.length)]!
/** The due day of a commitment in the so-manieth year: the same date every year. */
const dueIn = (n: number, step: number): string =>
  decisions.addMonths(decisions.addDays(`${firstYear}-01-01`, chance(n, 3, 360)), 12 * step)
const idFor = (n: number): string => `commitment-${n}`

const said = (n: number, step: number): commitments.Said => {
  const luck = chance(n * 16 + step, 4, 20)
  if (luck < 4) return 'nothingNew'
  const far = Math.min(3, Math.floor(step / 3)) - (luck === 4 && step > 3 ? 1 : 0)
  return (['notStarted', 'limited', 'substantial', 'complete'] as const)[far]!
}

interface Told {
  readonly due: string
  readonly on: string
  readonly says: commitments.Said
}

/** What is told of a commitment in the so-manieth year; undefined in the one in which nobody says anything. */
const tellingOf = (n: number, step: number): Told | undefined => {
  if (step === n % years) return undefined
  const due = dueIn(n, step)
  const late = chance(n * 16 + step, 5, 10) < 7 ? -chance(n, 6, 20) : chance(n * 16 + step, 7, 120)
  const on = decisions.addDays(due, late)
  return { due, on: on > today ? today : on, says: said(n, step) }
}

const stepped = (
  { state, analysis }: World,
  one: Act,
  events: readonly DomainEvent[],
  audience: Audience,
): World => {
  let next = state
  for (const event of events) next = domainLaw.evolve(next, event)
  return { state: next, analysis: fold.apply(analysis, { index: 0, act: one, events, audience }, next) }
}

const founding = (): World => {
  const source = 'bench'
  const acts = [
    ...assembly(...members),
    ...areas.map((area, n) =>
      act(
        system(),
        'institution.recordArea',
        { area, dimension: `D${n % 5}`, name: { en: area }, source },
        at('08:30'),
      ),
    ),
  ]
  return acts.reduce<World>(
    (world, one) => {
      const outcome =
        one.as.kind === 'system'
          ? domainLaw.decideAsSystem(one, world.state)
          : domainLaw.decide(one, world.state)
      if (outcome.kind === 'refused') throw new Error(`${one.type} ${outcome.refusal.rule}`)
      return stepped(world, one, outcome.events as readonly DomainEvent[], { kind: 'public' })
    },
    { state: domainLaw.initial, analysis: fold.initial },
  )
}

const header = (on: string) => ({ by: 'registry', at: `${on}T09:00:00.000Z` as Instant })

const undertaken = (n: number) => ({
  type: 'commitments.undertaken',
  ...header(`${firstYear}-01-01`),
  commitment: idFor(n),
  member: memberFor(n),
  audience: audienceFor(n),
  source: 'bench',
  terms: {
    title: `Commitment ${n}`,
    pledge: `What the member undertakes under number ${n}, in its own words.`,
    area: areaFor(n),
    from: `${firstYear}-01-01`,
    until: n % 2 === 0 ? null : `${2020 + (n % 9) + 7}-12-31`,
    evidence: [{ kind: 'document', what: 'A paper' }],
    reporting: { first: dueIn(n, 0), everyMonths: 12 },
  },
})

const reported = (world: World, n: number, step: number, { due, on, says }: Told) => {
  const one = get(world.state.commitments.commitments, idFor(n))!
  const before = commitments.standingReports(one, memberFor(n) as MemberId)
  const scale = ['notStarted', 'limited', 'substantial', 'complete']
  const last = before.findLast(each => scale.includes(each.says))
  return {
    type: 'commitments.reported',
    ...header(on),
    commitment: idFor(n),
    member: memberFor(n),
    report: {
      id: `report-${n}-${step}`,
      member: memberFor(n),
      due,
      period: { from: `${firstYear + step}-01-01`, until: on },
      on,
      says,
      words: `What was done in the year ${firstYear + step} under number ${n}.`,
      evidence:
        says === 'limited'
          ? [{ evidence: `e-${n}-${step}`, title: 'Paper', on, address: `https://example.org/${n}/${step}` }]
          : [],
      source: 'bench',
      movedBack: last !== undefined && scale.includes(says) && scale.indexOf(says) < scale.indexOf(last.says),
    },
  }
}

/** So many commitments with their ten reports each, folded in like a record. */
const worldOf = (count: number): World => {
  let world = founding()
  const step = (event: { readonly at: Instant; readonly by: string }, n: number) => {
    const one = { id: 'x', type: 'bench', by: event.by, as: { kind: 'secretariat' }, at: event.at, body: {} }
    world = stepped(world, one as never, [event as unknown as DomainEvent], audienceFor(n))
  }
  for (let n = 0; n < count; n++) step(undertaken(n), n)
  for (let year = 0; year < years; year++)
    for (let n = 0; n < count; n++) {
      const told = tellingOf(n, year)
      if (told !== undefined) step(reported(world, n, year, told), n)
    }
  return world
}

/** New reports of today by delegates, each to be decided and folded in from the same world, which is then thrown away. */
const newReports = (count: number, some: number): readonly Act[] =>
  Array.from({ length: some }, (_, at_) => {
    const n = chance(at_, 8, count)
    return act(
      delegate(memberFor(n)),
      'commitments.report',
      {
        commitment: idFor(n),
        report: `new-${at_}`,
        member: memberFor(n),
        period: { from: '2026-01-01', until: today },
        says: 'limited',
        words: 'What was done this year.',
        evidence: [],
      },
      now,
    ) as Act
  })

interface Cost {
  readonly whole: number[]
  /** Processor time, which another's work on the machine does not lengthen as it does the clock's. */
  readonly processor: number[]
  readonly folded: number[]
}

const reportCost = (world: World, acts: readonly Act[], runs: number): Cost => {
  const cost: Cost = { whole: [], processor: [], folded: [] }
  for (let run = -2; run < runs; run++) {
    let inFold = 0
    const spent = process.cpuUsage()
    const from = performance.now()
    for (const one of acts) {
      const outcome = domainLaw.decide(one, world.state)
      if (outcome.kind === 'refused')
        throw new Error(`${outcome.refusal.rule} ${JSON.stringify(outcome.refusal.facts)}`)
      const events = outcome.events as readonly DomainEvent[]
      let next = world.state
      for (const event of events) next = domainLaw.evolve(next, event)
      const before = performance.now()
      fold.apply(
        world.analysis,
        { index: 0, act: one, events, audience: domainLaw.audienceOf(one, next) },
        next,
      )
      inFold += performance.now() - before
    }
    const { user, system: kernel } = process.cpuUsage(spent)
    if (run < 0) continue
    cost.processor.push((user + kernel) / acts.length)
    cost.whole.push(((performance.now() - from) * 1_000) / acts.length)
    cost.folded.push((inFold * 1_000) / acts.length)
  }
  return cost
}

const everyone = () => true

const tables = ({ state, analysis }: World, asked: Asked) => {
  const asking = { state, now, sees: everyone }
  return analysisTables.map(name => analysisTable(name, analysis, asked, asking)!)
}

const dashboard = ({ state }: World, member: string): string =>
  JSON.stringify(memberDashboard(member as MemberId, { state, now, readable: everyone }, true))

/** The same in SQLite, at its best: due days worked out beforehand, an index for each question. */
const sqliteOf = (count: number) => {
  const db = new Database(':memory:')
  db.exec(`
    CREATE TABLE commitment (id TEXT PRIMARY KEY, member TEXT, area TEXT, title TEXT) WITHOUT ROWID;
    CREATE TABLE due (commitment TEXT, member TEXT, area TEXT, day TEXT, told TEXT);
    CREATE TABLE report (n INTEGER PRIMARY KEY, commitment TEXT, member TEXT, area TEXT, due TEXT, told TEXT, says TEXT, words TEXT);
    BEGIN`)
  const commitment = db.prepare('INSERT INTO commitment VALUES (?, ?, ?, ?)')
  const due = db.prepare('INSERT INTO due VALUES (?, ?, ?, ?, ?)')
  const report = db.prepare('INSERT INTO report VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)')
  for (let n = 0; n < count; n++) {
    commitment.run(idFor(n), memberFor(n), areaFor(n), `Commitment ${n}`)
    for (let step = 0; step < years; step++) {
      const told = tellingOf(n, step)
      due.run(idFor(n), memberFor(n), areaFor(n), dueIn(n, step), told?.on ?? null)
      if (told !== undefined)
        report.run(
          idFor(n),
          memberFor(n),
          areaFor(n),
          told.due,
          told.on,
          told.says,
          `What was done in the year ${firstYear + step} under number ${n}.`,
        )
    }
  }
  db.exec(`COMMIT;
    CREATE INDEX due_of ON due (member, day, told);
    CREATE INDEX due_in ON due (commitment, day);
    CREATE INDEX report_of ON report (commitment, n, says, due, told);
    CREATE INDEX report_by ON report (member, told, says);
    CREATE INDEX commitment_of ON commitment (member);
    ANALYZE`)
  return db
}

const standingSql = (where: string) => `
  WITH last AS (SELECT id, member, (SELECT n FROM report WHERE commitment = id ORDER BY n DESC LIMIT 1) AS n FROM commitment ${where}),
  word AS (
    SELECT last.member AS member,
      CASE WHEN EXISTS (SELECT 1 FROM due WHERE commitment = last.id AND day < ?1 AND told IS NULL AND day > report.due) THEN 'silent'
      ELSE COALESCE((SELECT says FROM report WHERE commitment = last.id AND says <> 'nothingNew' ORDER BY n DESC LIMIT 1), 'nothingNew') END AS says
    FROM last JOIN report ON report.n = last.n)
  SELECT member, says, count(*) AS n FROM word GROUP BY 1, 2 ORDER BY 1, 2`

const dueSql = `
  SELECT member, substr(day, 1, 4) AS year, count(*) AS due,
    sum(told <= day) AS onTime, sum(told > day) AS late, sum(told IS NULL) AS unanswered,
    sum(CASE WHEN told > day THEN julianday(told) - julianday(day) ELSE 0 END) AS daysLate
  FROM due WHERE day < ?1 OR told IS NOT NULL GROUP BY 1, 2`

/** Three of the tables: reports by due day, reports told, and how commitments stand. */
const askedOfSqlite = (db: ReturnType<typeof sqliteOf>) => ({
  due: db.prepare(dueSql).all(today) as { due: number; unanswered: number; daysLate: number }[],
  told: db
    .prepare('SELECT member, substr(told, 1, 4) AS year, says, count(*) AS n FROM report GROUP BY 1, 2, 3')
    .all(),
  standing: db.prepare(standingSql('')).all(today) as { says: string; n: number }[],
})

const dashboardOfSqlite = (db: ReturnType<typeof sqliteOf>, member: string): string =>
  JSON.stringify({
    byStatus: db.prepare(standingSql('WHERE member = ?2')).all(today, member),
    owed: db
      .prepare(
        'SELECT commitment, title, day FROM due JOIN commitment ON id = commitment WHERE due.member = ? AND told IS NULL AND day < ? ORDER BY day',
      )
      .all(member, decisions.addDays(today, 60)),
  })

/** Processor time of one run, all threads taken together: on a busy machine it says more than the clock on the wall. */
const processorMs = (work: () => unknown): string => {
  const from = process.cpuUsage()
  work()
  const { user, system: kernel } = process.cpuUsage(from)
  return `${((user + kernel) / 1_000).toFixed(1)} ms`
}

/** The two are asked the same only if they answer the same. */
const compared = (world: World, db: ReturnType<typeof sqliteOf>): void => {
  const asking = { state: world.state, now, sees: everyone }
  const sum = (name: string, column: string): number => {
    const table = analysisTable(name, world.analysis, { by: [] }, asking)!
    return table.rows[0]![table.columns.findIndex(one => one.name === column)] as number
  }
  const theirs = askedOfSqlite(db)
  const total = <T>(list: readonly T[], of: (one: T) => number) => list.reduce((n, one) => n + of(one), 0)
  const pairs = [
    [sum('reports', 'due'), total(theirs.due, one => one.due)],
    [sum('reports', 'unanswered'), total(theirs.due, one => one.unanswered)],
    [sum('reports', 'daysLate'), total(theirs.due, one => one.daysLate)],
    ...['silent', 'limited', 'complete', 'nothingNew'].map(word => [
      sum('standing', word),
      total(theirs.standing, one => (one.says === word ? one.n : 0)),
    ]),
  ]
  for (const [ours, other] of pairs)
    if (ours !== other) throw new Error(`they do not answer the same: ${JSON.stringify(pairs)}`)
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const heapMb = (): number => {
  collect()
  collect()
  return process.memoryUsage().heapUsed / 1e6
}

const peerReport = (db: ReturnType<typeof sqliteOf>, count: number, some: number, runs: number): number[] => {
  const insert = db.prepare('INSERT INTO report VALUES (NULL, ?, ?, ?, NULL, ?, ?, ?)')
  const times: number[] = []
  for (let run = -2; run < runs; run++) {
    const from = performance.now()
    for (let at_ = 0; at_ < some; at_++) {
      const n = chance(at_, 8, count)
      db.exec('BEGIN')
      insert.run(idFor(n), memberFor(n), areaFor(n), today, 'limited', 'What was done this year.')
      db.exec('ROLLBACK')
    }
    if (run >= 0) times.push(((performance.now() - from) * 1_000) / some)
  }
  return times
}

const memoryRows = (before: number, world: World): { readonly rows: readonly Row[] } => {
  const whole = heapMb()
  const bare = { state: world.state }
  const bytes = Buffer.byteLength(JSON.stringify(world.analysis))
  Object.assign(world, { analysis: fold.initial })
  const state = heapMb()
  return {
    rows: [
      figure('memory of state and analysis', 'MB', [whole - before], {
        'of it the analysis': `${(whole - state).toFixed(0)} MB`,
      }),
      figure('the analysis in a snapshot', 'MB', [bytes / 1e6], {
        commitments: bare.state.commitments.commitments.size,
      }),
    ],
  }
}

export const run = async ({ runs, small, say }: Options): Promise<Report> => {
  const sizes = small ? [100, 1_000] : [1_000, 10_000, 100_000]
  const rows: Row[] = []
  const costs: number[] = []
  const empty = heapMb()
  let world = founding()
  for (const count of sizes) {
    say(`${count * reportsEach} reports on ${count} commitments …`)
    world = worldOf(count)
    const acts = newReports(count, small ? 100 : 1_000)
    const cost = reportCost(world, acts, runs)
    rows.push(
      figure(`one new report, ${(count * reportsEach).toLocaleString('en-GB')} reports`, 'µs', cost.whole, {
        processor: `${spread(cost.processor).median.toFixed(1)} µs`,
        'of it the analysis': `${spread(cost.folded).median.toFixed(1)} µs`,
      }),
    )
    costs.push(spread(cost.processor).median)
  }
  const count = sizes.at(-1)!
  say('the same in SQLite …')
  const db = sqliteOf(count)
  compared(world, db)
  const member = members[3]!
  const asked = { by: ['member', 'year'] }
  const [board, boardOfPeer, analysis, analysisOfPeer] = await interleaved(
    [
      { name: 'dashboard of one member', run: () => dashboard(world, member) },
      { name: 'dashboard, SQLite', run: () => dashboardOfSqlite(db, member) },
      { name: 'analysis, all tables', run: () => JSON.stringify(tables(world, asked)) },
      { name: 'three of its tables, SQLite', run: () => JSON.stringify(askedOfSqlite(db)) },
    ],
    runs,
  )
  const [fine] = await interleaved(
    [{ name: 'analysis, as fine as it goes', run: () => JSON.stringify(tables(world, {})) }],
    runs,
  )
  const insert = figure('one new report, SQLite', 'µs', peerReport(db, count, small ? 100 : 1_000, runs))
  const processor = (work: () => unknown) => ({ processor: processorMs(work) })
  const lines = [
    row(
      board!,
      processor(() => dashboard(world, member)),
    ),
    row(
      boardOfPeer!,
      processor(() => dashboardOfSqlite(db, member)),
    ),
    row(analysis!, {
      ...processor(() => JSON.stringify(tables(world, asked))),
      KB: Math.round((analysis!.result as string).length / 1_000),
    }),
    row(
      analysisOfPeer!,
      processor(() => JSON.stringify(askedOfSqlite(db))),
    ),
    row(fine!, { KB: Math.round((fine!.result as string).length / 1_000) }),
  ]
  db.close()
  rows.push(insert, ...lines, ...memoryRows(empty, world).rows)
  return {
    title: 'A year of commitments in sums',
    work: `${count} commitments of 27 members in 18 areas, ${count * reportsEach} reports over eleven years`,
    rows,
    ratios: [
      within(lines[0]!, 100),
      within(lines[2]!, 1_000),
      ratio(
        'one new report, processor time: 2 × at the fewest against at the most',
        (2 * costs[0]!) / costs.at(-1)!,
        1,
      ),
      faster(lines[2]!, lines[3]!),
      faster(lines[0]!, lines[1]!),
    ],
    notes: [
      'A new report passes the gate, the rules of the chapter, is folded into the state and counted; hashing and storing are not in it. SQLite inserts a row in memory and takes it back: no rule, no audience, no due day.',
      `SQLite has its due days worked out beforehand and an index for each question; it answers three of the ${analysisTables.length} tables, and sums for one reader only. Its sums are compared with ours before anything is timed.`,
      'The dashboard is the view of /api/members/:id/dashboard with its JSON; the analysis that of /api/analysis.',
    ],
  }
}
