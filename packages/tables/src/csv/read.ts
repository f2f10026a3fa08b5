import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { namedColumns } from '../columns.ts'
import { TableFault } from '../fault.ts'
import type { TableLimits } from '../limits.ts'
import { batchRows, type Row, type RowFault, type Table, type TableNotice } from '../row.ts'
import { beginningOf, type TableSource } from '../source.ts'
import { decoded, encodingOf } from './encoding.ts'

export interface CsvOptions {
  /** The separator; found in the row of names unless told. */
  readonly separator?: string
  readonly encoding?: string
  readonly limits: TableLimits
}

const separators = [',', ';', '\t', '|'] as const

const nameOf: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' }

/** The separator that stands most often in the first line, outside quotes; a comma where there is none. */
const separatorIn = (start: string): string => {
  const counts = new Map<string, number>(separators.map(sign => [sign, 0]))
  let quoted = false
  for (const sign of start) {
    if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === '\n' || sign === '\r')) break
    else if (!quoted && counts.has(sign)) counts.set(sign, counts.get(sign)! + 1)
  }
  return separators.toSorted((a, b) => counts.get(b)! - counts.get(a)!)[0]!
}

const why: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'something stands after a closing quote',
  INVALID_OPENING_QUOTE:
    'a quote stands within a cell that does not begin with one; write it twice inside quotes',
}

const faultOf = (error: unknown, most: number): Error => {
  if (error instanceof TableFault) return error
  const { code, message, records, lines } = error as CsvError & { records?: number; lines?: number }
  if (code === 'CSV_MAX_RECORD_SIZE')
    return new TableFault('tooLarge', `A row is longer than ${most} bytes.`, (records ?? 0) + 1)
  if (code === undefined) return error as Error
  return new TableFault('broken', `Line ${lines ?? '?'}: ${why[code] ?? message}.`, (records ?? 0) + 1)
}

/** Every record of the text, with nothing left out. */
const records = async function* (
  source: TableSource,
  encoding: string,
  separator: string,
  limits: TableLimits,
): AsyncGenerator<readonly string[]> {
  const parser = parse({
    delimiter: separator,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: limits.cell,
    record_delimiter: ['\r\n', '\n', '\r'],
  })
  const text = Readable.from(decoded(source.chunks(), encoding))
  text.on('error', error => parser.destroy(error))
  text.pipe(parser)
  try {
    for await (const record of parser) yield record as string[]
  } catch (error) {
    throw faultOf(error, limits.cell)
  } finally {
    text.destroy()
    parser.destroy()
  }
}

const isBlank = (cells: readonly string[]): boolean => cells.every(cell => cell.trim() === '')

/** A row has as many cells as there are columns; empty ones more at its end do no harm, fewer are a fault. */
const rowOf = (number: number, cells: readonly string[], width: number): Row => {
  if (cells.length === width) return { number, cells }
  if (cells.length > width && isBlank(cells.slice(width))) return { number, cells: cells.slice(0, width) }
  const fault: RowFault = {
    column: null,
    code: 'cells',
    value: String(cells.length),
    message: `has ${cells.length} cells where there are ${width} columns`,
  }
  return { number, cells, faults: [fault] }
}

interface Found {
  readonly number: number
  readonly columns: readonly string[]
  readonly notices: readonly TableNotice[]
}

/** The row of names: the first that is not blank. */
const findColumns = async (all: AsyncIterable<readonly string[]>, limits: TableLimits): Promise<Found> => {
  let number = 0
  for await (const cells of all) {
    number++
    if (!isBlank(cells)) return { number, ...namedColumns(cells, limits.columns) }
    if (number > 1_000) break
  }
  throw new TableFault('empty', 'It holds no row of names.')
}

/** Opens a text of separated values (RFC 4180, and its relatives with other separators, line ends and encodings). */
export const openCsv = async (source: TableSource, options: CsvOptions): Promise<Table> => {
  const { limits } = options
  const start = await beginningOf(source)
  if (start.length === 0) throw new TableFault('empty', 'It holds nothing.')
  const encoding = encodingOf(start, options.encoding)
  const separator = options.separator ?? separatorIn(new TextDecoder(encoding).decode(start))
  const all = () => records(source, encoding, separator, limits)
  const found = await findColumns(all(), limits)
  const notices: TableNotice[] = [
    ...(encoding === 'utf-8' ? [] : [{ code: 'encoding', message: `read as ${encoding}` } as const]),
    ...(separator === ','
      ? []
      : [{ code: 'separator', message: `separated by ${nameOf[separator] ?? separator}` } as const]),
    ...found.notices,
  ]
  let blank = 0
  const batches = async function* (): AsyncGenerator<readonly Row[]> {
    blank = 0
    let number = 0
    let batch: Row[] = []
    for await (const cells of all()) {
      number++
      if (number <= found.number) continue
      if (isBlank(cells)) {
        blank++
        continue
      }
      if (number - found.number > limits.rows)
        throw new TableFault('tooLarge', `It has more than ${limits.rows} rows; divide it.`, number)
      batch.push(rowOf(number, cells, found.columns.length))
      if (batch.length >= batchRows) {
        yield batch
        batch = []
      }
    }
    if (batch.length > 0) yield batch
  }
  return { kind: 'csv', columns: found.columns, notices: () => notices, blankRows: () => blank, batches }
}
