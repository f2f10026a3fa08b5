import { domainLaw, type RefusedRow, runImport, type Tally } from '@gavel/application'
import { sentenceOf } from '@gavel/contract'
import type { Act, DomainEvent, DomainState } from '@gavel/domain'
import type { PersonId } from '@gavel/kernel'
import {
  hashOfSource,
  type MappedTable,
  type Mapping,
  mapTable,
  openTable,
  type Table,
  type TableNotice,
  type TableOptions,
  type TableSource,
} from '@gavel/tables'
import { loadCompiler } from '../http/validation.ts'
import type { Keeper } from '../ports.ts'
import { columnFinder, incoming, memberFinder, requireImportable, shapeCheck } from './rows.ts'

/** How far an import is. */
export interface ImportProgress extends Tally {
  /** Rows there are in all. */
  readonly of: number
  readonly perSecond: number
  readonly secondsLeft: number
}

/** What an import, or its dry run, came to. */
export interface ImportReport extends Tally {
  readonly mapping: string
  readonly file: string
  /** The lower-case hexadecimal SHA-256 of the file. */
  readonly hash: string
  readonly dryRun: boolean
  readonly kind: Table['kind']
  readonly columns: readonly string[]
  readonly unusedColumns: readonly string[]
  readonly blankRows: number
  readonly notices: readonly TableNotice[]
  readonly seconds: number
  readonly perSecond: number
}

export interface TableImport {
  readonly keeper: Keeper
  readonly source: TableSource
  readonly table?: TableOptions
  readonly mapping: Mapping
  /** Who records: she acts as the secretariat, and the rules see to it that she may. */
  readonly by: PersonId
  readonly dryRun: boolean
  /** Told the columns before the first row is. */
  readonly onColumns?: (columns: readonly string[]) => void
  readonly onRefused?: (row: RefusedRow) => void
  readonly onProgress?: (progress: ImportProgress) => void
  readonly signal?: AbortSignal
}

/** Reads a table through once: what is wrong with it as a file is told before anything is recorded of it. */
const countRows = async (table: Table): Promise<number> => {
  let rows = 0
  for await (const batch of table.batches()) rows += batch.length
  return rows
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000

const progressOf = (tally: Tally, of: number, startedMs: number): ImportProgress => {
  const seconds = Math.max(0.001, (performance.now() - startedMs) / 1000)
  const perSecond = tally.rows / seconds
  return {
    ...tally,
    of,
    perSecond: Math.round(perSecond),
    secondsLeft: perSecond === 0 ? 0 : rounded((of - tally.rows) / perSecond),
  }
}

async function* incomingBatches(mapped: MappedTable, mapping: Mapping, hash: string, by: PersonId) {
  for await (const batch of mapped.batches()) yield batch.map(row => incoming(row, mapping, hash, by))
}

/** The row with the value that stands in the column it is about. */
const withValue = (row: RefusedRow, columns: readonly string[]): RefusedRow =>
  row.value !== '' || row.column === null
    ? row
    : { ...row, value: (row.cells[columns.indexOf(row.column)] ?? '').slice(0, 100) }

/**
 * Brings a table in through a mapping, or tries it: read, mapped, checked as messages, and decided by the rules. Throws
 * TableFault, BadMapping, and ImportStopped.
 */
export const importTable = async (given: TableImport): Promise<ImportReport> => {
  const { keeper, source, mapping, by, dryRun, signal } = given
  requireImportable(mapping)
  await loadCompiler()
  const hash = await hashOfSource(source)
  const table = await openTable(source, given.table)
  const mapped = mapTable(table, mapping, memberFinder(keeper.state()))
  const of = await countRows(table)
  given.onColumns?.(table.columns)
  const startedMs = performance.now()
  const tally = await runImport<DomainState, Act, DomainEvent>({
    keeper,
    law: domainLaw,
    batches: incomingBatches(mapped, mapping, hash, by),
    dryRun,
    check: shapeCheck(mapped),
    columnFor: columnFinder(mapped),
    sentenceOf,
    onRefused: row => given.onRefused?.(withValue(row, table.columns)),
    onProgress: now => given.onProgress?.(progressOf(now, of, startedMs)),
    ...(signal === undefined ? {} : { signal }),
  })
  if (tally.rows !== of) throw new RangeError(`${of} rows were read, ${tally.rows} are accounted for`)
  const seconds = (performance.now() - startedMs) / 1000
  return {
    ...tally,
    mapping: mapping.name,
    file: source.name,
    hash,
    dryRun,
    kind: table.kind,
    columns: table.columns,
    unusedColumns: mapped.unused,
    blankRows: table.blankRows(),
    notices: table.notices(),
    seconds: rounded(seconds),
    perSecond: Math.round(tally.rows / Math.max(0.001, seconds)),
  }
}
