import { createWriteStream, existsSync, type WriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { CannotStart, type FileImport, importFile } from '@gavel/server'
import {
  BadMapping,
  type Mapping,
  readMapping,
  readyMapping,
  readyMappings,
  refusedHead,
  refusedLine,
  sourceOfFile,
  TableFault,
} from '@gavel/tables'
import { type Call, type Command, exit, UsageError } from '../command.ts'

type Report = Awaited<ReturnType<typeof importFile>>
type Refused = Parameters<NonNullable<FileImport['onRefused']>>[0]
type Progress = Parameters<NonNullable<FileImport['onProgress']>>[0]

/** How many refused rows are printed; all of them go to `--refused`. */
const printed = 20
/** How many stand in the report as JSON. */
const listed = 10_000

const number = (value: number): string => value.toLocaleString('en')

const mappingNamed = async (named: string): Promise<Mapping> => {
  try {
    if (existsSync(named)) return readMapping(await readFile(named, 'utf8'))
    const ready = readyMapping(named)
    if (ready !== undefined) return ready
  } catch (error) {
    if (error instanceof BadMapping) throw new UsageError(`the mapping ${named}:\n${error.message}`)
    throw error
  }
  throw new UsageError(`no mapping at ${named}: neither a file nor one of ${readyMappings().join(', ')}`)
}

const told = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

const progressLine = ({ rows, of, perSecond, secondsLeft, refused }: Progress): string =>
  `${number(rows)} of ${number(of)} rows, ${number(perSecond)} rows/s, ${number(refused)} refused, ${Math.ceil(secondsLeft)} s left`

const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([what, count]) => `${what} ${number(count)}`)
    .join(', ')

const refusedLines = (rows: readonly Refused[], all: number): readonly string[] => [
  ...rows
    .slice(0, printed)
    .map(
      ({ row, column, rule, fault, value, message }) =>
        `  row ${row}${column === null ? '' : `, “${column}”`}: ${rule ?? fault}${value === '' ? '' : ` (${value})`}: ${message}`,
    ),
  ...(all > printed ? [`  … and ${number(all - printed)} more`] : []),
]

const inWords = (report: Report, refused: readonly Refused[]): string =>
  [
    `${report.file} (${report.kind}, SHA-256 ${report.hash.slice(0, 16)}…) through ${report.mapping}${report.dryRun ? ': a dry run, nothing recorded' : ''}`,
    `${number(report.rows)} rows in = ${number(report.stored)} ${report.dryRun ? 'that would be recorded' : 'recorded'} + ${number(report.already)} recorded before + ${number(report.refused)} refused`,
    ...(report.blankRows > 0 ? [`${number(report.blankRows)} blank rows passed over`] : []),
    `${number(report.perSecond)} rows/s, ${report.seconds} s`,
    ...(Object.keys(report.acts).length > 0 ? [`acts: ${counted(report.acts)}`] : []),
    ...report.notices.map(({ message }) => `note: ${message}`),
    ...(report.unusedColumns.length > 0 ? [`columns not used: ${report.unusedColumns.join(', ')}`] : []),
    ...Object.entries(report.unknown).map(([column, values]) => `unknown in “${column}”: ${counted(values)}`),
    ...(report.refused > 0 ? [`refused by: ${counted(report.reasons)}`] : []),
    ...refusedLines(refused, report.refused),
  ].join('\n')

/** Writes refused rows as they come, to a file that is made when the columns are known. */
const refusedFile = (path: string | undefined) => {
  let stream: WriteStream | undefined
  let columns: readonly string[] = []
  return {
    onColumns: (names: readonly string[]): void => {
      columns = names
      if (path === undefined) return
      stream = createWriteStream(path, { mode: 0o600 })
      stream.write(refusedHead(names))
    },
    add: (row: Refused): void => {
      stream?.write(refusedLine(columns, { ...row, why: `${row.rule ?? row.fault}: ${row.message}` }))
    },
    done: async (): Promise<void> => {
      if (stream !== undefined) await finished(stream.end())
    },
  }
}

/** What can be mended by the caller, as one line; a table that ends early says that it goes on. */
const usageOf = (error: unknown, file: string): unknown => {
  const { name, message } = error as Error
  if (error instanceof CannotStart) return new UsageError(message)
  if (error instanceof BadMapping) return new UsageError(`the mapping:\n${message}`)
  if (error instanceof TableFault)
    return new UsageError(`${file}${error.row === undefined ? '' : `, row ${error.row}`}: ${message}`)
  if (name === 'ImportStopped')
    return new UsageError(`${message} What was recorded stays; the same command goes on from there.`)
  return error
}

const run = async ({ args, flags, out }: Call): Promise<number> => {
  const file = args[0]!
  const named = told(flags['mapping'])
  if (named === undefined)
    throw new UsageError(
      `say what the columns mean: --mapping, a file or one of ${readyMappings().join(', ')}`,
    )
  if (!existsSync(file)) throw new UsageError(`no such file: ${file}`)
  const { env } = process
  const where =
    told(flags['postgres']) ?? env['GAVEL_POSTGRES'] ?? told(flags['data']) ?? env['GAVEL_DATA'] ?? './data'
  const to = told(flags['refused'])
  if (to !== undefined && existsSync(to)) throw new UsageError(`${to} is there already`)
  const mapping = await mappingNamed(named)
  const writing = refusedFile(to)
  const refused: Refused[] = []
  const person = told(flags['by'])
  const options = Object.fromEntries(
    (['sheet', 'encoding', 'separator'] as const).flatMap(name => {
      const value = told(flags[name])
      return value === undefined ? [] : [[name, value]]
    }),
  )
  try {
    const report = await importFile({
      where,
      source: sourceOfFile(file),
      table: options,
      mapping,
      dryRun: flags['dry-run'] === true,
      ...(person === undefined ? {} : { person }),
      onColumns: writing.onColumns,
      onRefused: row => {
        writing.add(row)
        if (refused.length < listed) refused.push(row)
      },
      onProgress: progress => out.progress(progressLine(progress)),
    })
    const rows = refused.map(({ cells: _, ...row }) => row)
    out.result({ ok: report.refused === 0, ...report, refusedRows: rows }, () => inWords(report, refused))
    return report.refused === 0 ? exit.ok : exit.notInOrder
  } catch (error) {
    throw usageOf(error, file)
  } finally {
    await writing.done()
  }
}

export const importTableCommand: Command = {
  name: 'import table',
  takes: 'FILE',
  summary: 'bring a table (CSV, XLSX) of commitments, reports or treaty acts into a record',
  details: `FILE is CSV, CSV packed by gzip, or XLSX. A mapping says what its columns mean: a YAML or JSON file, or one of those that
come with Gavel (docs/importing.md). With --dry-run every row is decided by the rules and nothing is recorded. Each row is
recorded whole or refused with its reason; rows in = rows recorded + rows recorded before + rows refused. The same file
under the same mapping is recorded once, however often this is run, and after a crash it goes on where it ended. A server
may be running on the same record. GAVEL_DATA and GAVEL_POSTGRES are taken too. Ends with 1 when rows were refused; --refused keeps them, to be mended and imported.`,
  flags: {
    mapping: { type: 'string', value: 'NAME|FILE', says: 'what the columns mean' },
    data: { type: 'string', value: 'FOLDER', says: 'where the record is kept (./data)' },
    postgres: { type: 'string', value: 'URL', says: 'the PostgreSQL database the record is kept in' },
    'dry-run': { type: 'boolean', says: 'say what would be recorded and what refused; record nothing' },
    refused: { type: 'string', value: 'FILE', says: 'write refused rows there as CSV, with why' },
    by: { type: 'string', value: 'PERSON', says: 'who records, of the secretariat (its owner unless told)' },
    sheet: { type: 'string', value: 'NAME', says: 'the sheet of a spreadsheet (the first that is shown)' },
    encoding: { type: 'string', value: 'NAME', says: 'the encoding of a text without a mark (UTF-8)' },
    separator: { type: 'string', value: 'SIGN', says: 'what separates cells (found unless told)' },
  },
  arity: [1, 1],
  run,
}
