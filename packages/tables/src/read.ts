import { openCsv } from './csv/read.ts'
import { TableFault } from './fault.ts'
import { type TableLimits, tableLimits } from './limits.ts'
import type { Table } from './row.ts'
import { beginningOf, bounded, type TableSource, unzipped } from './source.ts'

export interface TableOptions {
  /** The sheet of a spreadsheet, by name; its first that is shown unless told. */
  readonly sheet?: string
  readonly separator?: string
  /** The encoding of a text without a mark; UTF-8 unless told. */
  readonly encoding?: string
  readonly limits?: Partial<TableLimits>
}

const begins = (start: Uint8Array, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => start[at] === byte)

const otherKind = (start: Uint8Array): string | undefined => {
  if (begins(start, 0x25, 0x50, 0x44, 0x46)) return 'It is a PDF; a table is CSV or XLSX.'
  if (begins(start, 0xd0, 0xcf, 0x11, 0xe0))
    return 'It is in the old format of a spreadsheet (XLS), or protected by a password: save it as XLSX first.'
  return undefined
}

/**
 * Opens a table: CSV, CSV packed by gzip, or a spreadsheet (XLSX), told apart by what they begin with and not by their
 * name. Throws TableFault with what, where and why.
 */
export const openTable = async (source: TableSource, options: TableOptions = {}): Promise<Table> => {
  const limits = { ...tableLimits, ...options.limits }
  const start = await beginningOf(source, 8)
  if (begins(start, 0x1f, 0x8b))
    return openCsv(bounded(unzipped(source), limits.bytes), { ...options, limits })
  if (begins(start, 0x50, 0x4b, 3, 4)) {
    const { openXlsx } = await import('./xlsx/read.ts')
    return openXlsx(source, { ...options, limits })
  }
  const other = otherKind(start)
  if (other !== undefined) throw new TableFault('otherKind', other)
  return openCsv(bounded(source, limits.bytes), { ...options, limits })
}
