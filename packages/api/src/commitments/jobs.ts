import { ImportStopped, type RefusedRow } from '@gavel/application'
import type { PersonId } from '@gavel/kernel'
import { BadMapping, type Mapping, refusedHead, refusedLine, sourceOfBytes, TableFault } from '@gavel/tables'
import type { Keeper, Rows } from '../ports.ts'
import { type ImportProgress, type ImportReport, importTable } from './import-table.ts'

/** An import as it was asked for; kept beside the record, so that it can go on after a restart. */
export interface ImportOrder {
  readonly id: string
  readonly person: PersonId
  readonly at: string
  /** The SHA-256 under which the file is kept as a document. */
  readonly document: string
  readonly file: string
  readonly mapping: Mapping
  readonly sheet?: string
  readonly encoding?: string
  readonly separator?: string
}

/** What went wrong with a file or a mapping as a whole. */
export interface ImportFailure {
  readonly code: string
  readonly message: string
}

export type ImportStage = 'waiting' | 'trying' | 'tried' | 'running' | 'done' | 'stopped' | 'failed'

/** How an import stands. `interrupted`: a server that worked on it is gone; running it again goes on from there. */
export interface ImportStanding {
  readonly stage: ImportStage | 'interrupted'
  readonly progress: ImportProgress | null
  readonly report: ImportReport | null
  readonly failure: ImportFailure | null
}

interface Job {
  stage: ImportStage
  progress: ImportProgress | null
  report: ImportReport | null
  failure: ImportFailure | null
  refused: readonly RefusedRow[]
  columns: readonly string[]
  readonly stop: AbortController
}

/** How many finished jobs a server remembers in full; of older ones, what was kept beside the record. */
const remembered = 20

const kind = 'import'

interface Kept {
  readonly order: ImportOrder
  readonly stage: ImportStage
  readonly report: ImportReport | null
}

const failureOf = (error: unknown): ImportFailure | undefined => {
  if (error instanceof TableFault)
    return {
      code: error.code,
      message: error.row === undefined ? error.message : `Row ${error.row}: ${error.message}`,
    }
  if (error instanceof BadMapping) return { code: 'mapping', message: error.message }
  if (error instanceof ImportStopped) return { code: 'stopped', message: error.message }
  return undefined
}

const newJob = (stage: ImportStage): Job => ({
  stage,
  progress: null,
  report: null,
  failure: null,
  refused: [],
  columns: [],
  stop: new AbortController(),
})

/** Orders with how they stand, kept beside the record. */
const orderBook = (rows: Rows) => ({
  find: async (id: string): Promise<Kept | undefined> => {
    const row = await rows.row(kind, id)
    return row === undefined ? undefined : (JSON.parse(row) as Kept)
  },
  /** Keeps an order; the same one again changes nothing. */
  add: async (order: ImportOrder): Promise<void> => {
    await rows.swapRow(kind, order.id, null, JSON.stringify({ order, stage: 'waiting', report: null }))
  },
  change: async (id: string, change: Partial<Kept>): Promise<void> => {
    for (;;) {
      const before = await rows.row(kind, id)
      if (before === undefined) return
      const after = JSON.stringify({ ...(JSON.parse(before) as Kept), ...change })
      if (before === after || (await rows.swapRow(kind, id, before, after))) return
    }
  },
  /** Newest first. */
  list: async (): Promise<readonly ImportOrder[]> =>
    (await rows.rows(kind))
      .map(([, value]) => (JSON.parse(value) as Kept).order)
      .sort((a, b) => (a.at < b.at ? 1 : -1)),
})

/** What may be unpacked of an upload: whoever sends 16 MiB may not have gigabytes unpacked here. */
const uploadLimits = { bytes: 256 << 20, stringBytes: 64 << 20 }

const workOn = async (keeper: Keeper, order: ImportOrder, job: Job, dryRun: boolean): Promise<void> => {
  const { mapping, file, sheet, encoding, separator } = order
  const document = await keeper.document(order.document)
  if (document === undefined) throw new TableFault('empty', 'The file is not kept here any more.')
  const refused: RefusedRow[] = []
  job.report = await importTable({
    keeper,
    source: sourceOfBytes(file, document.bytes),
    table: {
      ...(sheet === undefined ? {} : { sheet }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(separator === undefined ? {} : { separator }),
      limits: uploadLimits,
    },
    mapping,
    by: order.person,
    dryRun,
    signal: job.stop.signal,
    onColumns: columns => {
      job.columns = columns
    },
    onRefused: row => refused.push(row),
    onProgress: progress => {
      job.progress = progress
    },
  })
  job.refused = refused
}

const bug: ImportFailure = { code: 'bug', message: 'The server could not do it; its log says why.' }

type OnTrouble = (what: string, error: unknown) => void

/** Does the work of a job to its end, however it ends. */
const finish = async (
  keeper: Keeper,
  order: ImportOrder,
  job: Job,
  dryRun: boolean,
  onTrouble: OnTrouble,
): Promise<void> => {
  try {
    await workOn(keeper, order, job, dryRun)
    job.stage = dryRun ? 'tried' : 'done'
  } catch (error) {
    job.failure = failureOf(error) ?? bug
    job.stage = error instanceof ImportStopped ? 'stopped' : 'failed'
    if (job.failure === bug) onTrouble('an import failed', error)
  }
}

/** The refused rows of a job as a table. */
const csvOf = ({ columns, refused }: Job): string =>
  refusedHead(columns) +
  refused
    .map(row => refusedLine(columns, { ...row, why: `${row.rule ?? row.fault}: ${row.message}` }))
    .join('')

const standingOf = (kept: Kept, job: Job | undefined): ImportStanding & { readonly order: ImportOrder } => {
  const { order, stage: last, report: earlier } = kept
  if (job !== undefined) {
    const { stage, progress, report, failure } = job
    return { order, stage, progress, report, failure }
  }
  const gone = last === 'trying' || last === 'running'
  return { order, stage: gone ? 'interrupted' : last, progress: null, report: earlier, failure: null }
}

/** Imports of this server: one at a time is worked on, and anybody entitled can see how far it is. */
export const importJobs = (keeper: Keeper, rows: Rows, onTrouble: OnTrouble) => {
  const book = orderBook(rows)
  const jobs = new Map<string, Job>()
  let working: string | null = null
  let current: Promise<void> = Promise.resolve()

  const run = async (order: ImportOrder, job: Job, dryRun: boolean): Promise<void> => {
    try {
      await book.change(order.id, { stage: job.stage })
      await finish(keeper, order, job, dryRun, onTrouble)
      await book.change(order.id, { stage: job.stage, report: job.report })
    } catch (error) {
      onTrouble('how an import stands was not kept', error)
    } finally {
      working = null
    }
  }
  const remember = (id: string, job: Job): void => {
    jobs.delete(id)
    jobs.set(id, job)
    for (const old of jobs.keys()) if (jobs.size > remembered && old !== id) jobs.delete(old)
  }

  return {
    order: book.add,
    list: book.list,
    /** Begins work, unless this server works on another import: then false. */
    begin: (order: ImportOrder, dryRun: boolean): boolean => {
      if (working !== null) return false
      working = order.id
      const job = newJob(dryRun ? 'trying' : 'running')
      remember(order.id, job)
      current = run(order, job, dryRun)
      return true
    },
    find: async (id: string): Promise<(ImportStanding & { readonly order: ImportOrder }) | undefined> => {
      const kept = await book.find(id)
      return kept === undefined ? undefined : standingOf(kept, jobs.get(id))
    },
    /** The refused rows as CSV, to be mended and sent again; undefined where this server does not know them. */
    refusedCsv: (id: string): string | undefined => {
      const job = jobs.get(id)
      return job === undefined || job.report === null ? undefined : csvOf(job)
    },
    refused: (id: string): readonly RefusedRow[] | undefined => jobs.get(id)?.refused,
    stop: (id: string): void => jobs.get(id)?.stop.abort(),
    /** Calls off what is under way, and settles once it has ended: the record is closed after that. */
    close: async (): Promise<void> => {
      for (const job of jobs.values()) job.stop.abort()
      await current
    },
  }
}

export type ImportJobs = ReturnType<typeof importJobs>
