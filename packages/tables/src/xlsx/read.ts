import { namedColumns } from '../columns.ts'
import { TableFault } from '../fault.ts'
import type { TableLimits } from '../limits.ts'
import { batchRows, type Row, type RowFault, type Table, type TableNotice } from '../row.ts'
import { type TableSource, wholeOf } from '../source.ts'
import { openParts, type Parts } from './archive.ts'
import { filling } from './merged.ts'
import { readMerges, type SheetRow, sheetRows } from './sheet.ts'
import { readDateStyles, readStrings, readWorkbook, type Sheet, type Workbook } from './workbook.ts'

export interface XlsxOptions {
  readonly sheet?: string
  readonly limits: TableLimits
}

const sheetNamed = ({ sheets }: Workbook, name: string | undefined): Sheet => {
  const found =
    name === undefined
      ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0])
      : sheets.find(one => one.name === name)
  if (found !== undefined) return found
  if (name === undefined) throw new TableFault('empty', 'It has no sheet.')
  throw new TableFault(
    'columns',
    `It has no sheet called ${name.slice(0, 80)}; there are ${sheets.map(one => one.name).join(', ')}.`,
  )
}

const textsOf = ({ cells }: SheetRow): readonly string[] => {
  const texts: string[] = []
  for (const { column, text } of cells) texts[column] = text
  return Array.from(texts, text => text ?? '')
}

const isBlank = ({ cells }: SheetRow): boolean =>
  cells.every(({ text, fault }) => fault === undefined && text.trim() === '')

/** A row of the sheet under its columns. A cell without a column above it is a fault, unless it is blank. */
const rowOf = (row: SheetRow, columns: readonly string[]): Row => {
  const cells = Array.from({ length: columns.length }, () => '')
  const faults: RowFault[] = []
  for (const { column, text, fault } of row.cells) {
    const name = columns[column]
    if (name !== undefined) cells[column] = text
    else if (text.trim() !== '')
      faults.push({
        column: null,
        code: 'cells',
        value: text.slice(0, 100),
        message: `stands in column ${column + 1}, which has no name`,
      })
    if (fault !== undefined && name !== undefined) faults.push({ column: name, ...fault })
  }
  return { number: row.number, cells, ...(faults.length === 0 ? {} : { faults }) }
}

const sheetNotices = ({ sheets }: Workbook, sheet: Sheet): readonly TableNotice[] => {
  const others = sheets.filter(one => one !== sheet)
  return [
    { code: 'sheet', message: `sheet “${sheet.name}” is read` },
    ...(others.length === 0
      ? []
      : [
          {
            code: 'otherSheets',
            message: `not read: ${others.map(one => `“${one.name}”`).join(', ')}`,
          } as const,
        ]),
  ]
}

/** Every row of the sheet, merged cells filled. */
const rowsOf = async function* (
  parts: Parts,
  workbook: Workbook,
  sheet: Sheet,
  limits: TableLimits,
  counts: { formulas: number; merged: number },
): AsyncGenerator<SheetRow> {
  const [merges, strings, dateStyles] = [
    await readMerges(parts, sheet.part, limits),
    await readStrings(parts, workbook.stringsPart, limits),
    await readDateStyles(parts, workbook.stylesPart),
  ]
  const fill = filling(merges, () => counts.merged++)
  const onFormula = () => counts.formulas++
  const reader = { strings, dateStyles, from1904: workbook.from1904, limits, onFormula }
  for await (const rows of sheetRows(parts, sheet.part, reader)) for (const row of rows) yield fill(row)
}

const countNotices = (counts: { formulas: number; merged: number }): readonly TableNotice[] => [
  ...(counts.formulas === 0
    ? []
    : [{ code: 'formulas', message: `${counts.formulas} formulas are read by their last value` } as const]),
  ...(counts.merged === 0
    ? []
    : [{ code: 'merged', message: `${counts.merged} cells were filled from merged ones` } as const]),
]

/**
 * Opens a spreadsheet (ECMA-376): one sheet of it, row by row. Of a formula its last value is read, never the formula;
 * days are told by the format of their cell; merged cells read as they look. Throws TableFault.
 */
export const openXlsx = async (source: TableSource, options: XlsxOptions): Promise<Table> => {
  const { limits } = options
  const parts = await openParts(await wholeOf(source, limits.packedBytes), limits)
  const workbook = await readWorkbook(parts)
  const sheet = sheetNamed(workbook, options.sheet)
  if (!parts.has(sheet.part)) throw new TableFault('broken', `It has no part called ${sheet.part}.`)
  const counts = { formulas: 0, merged: 0 }
  let header: SheetRow | undefined
  for await (const row of rowsOf(parts, workbook, sheet, limits, counts))
    if (!isBlank(row)) {
      header = row
      break
    }
  if (header === undefined) throw new TableFault('empty', 'The sheet holds no row of names.')
  const { number } = header
  const named = namedColumns(textsOf(header), limits.columns)
  let blank = 0
  const batches = async function* (): AsyncGenerator<readonly Row[]> {
    counts.formulas = 0
    counts.merged = 0
    blank = 0
    let batch: Row[] = []
    for await (const row of rowsOf(parts, workbook, sheet, limits, counts)) {
      if (row.number <= number) continue
      if (isBlank(row)) {
        blank++
        continue
      }
      if (row.number - number > limits.rows)
        throw new TableFault('tooLarge', `It has more than ${limits.rows} rows; divide it.`, row.number)
      batch.push(rowOf(row, named.columns))
      if (batch.length >= batchRows) {
        yield batch
        batch = []
      }
    }
    if (batch.length > 0) yield batch
  }
  const notices = () => [...sheetNotices(workbook, sheet), ...named.notices, ...countNotices(counts)]
  return { kind: 'xlsx', columns: named.columns, notices, blankRows: () => blank, batches }
}
