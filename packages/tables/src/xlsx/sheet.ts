import { TableFault } from '../fault.ts'
import type { TableLimits } from '../limits.ts'
import type { RowFault } from '../row.ts'
import type { Parts } from './archive.ts'
import { dayOfSerial } from './serial.ts'
import { readXml } from './xml.ts'

/** A rectangle of merged cells; the first row and column are 0. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A cell as the sheet shows it; `fault` where it shows no value. */
export interface Cell {
  readonly column: number
  readonly text: string
  readonly fault?: Omit<RowFault, 'column'>
}

export interface SheetRow {
  /** As the spreadsheet counts, from 1. */
  readonly number: number
  readonly cells: readonly Cell[]
}

/** `BC12` as row 11 and column 54; undefined for what is no reference. */
export const placeOf = (reference: string): { readonly row: number; readonly column: number } | undefined => {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference)
  if (found === null) return undefined
  let column = 0
  for (const letter of found[1]!) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(found[2]) - 1, column: column - 1 }
}

/** The merged cells of a sheet; they are listed after its cells, so that a sheet is read once for them alone. */
export const readMerges = async (
  parts: Parts,
  part: string,
  limits: TableLimits,
): Promise<readonly Merge[]> => {
  const merges: Merge[] = []
  const open = (name: string, { ref }: Readonly<Record<string, string>>): void => {
    if (name !== 'mergeCell' || ref === undefined) return
    const [first = '', last = first] = ref.split(':')
    const from = placeOf(first)
    const to = placeOf(last)
    if (from === undefined || to === undefined) return
    if (merges.length >= limits.merges)
      throw new TableFault('tooLarge', `It has more than ${limits.merges} merged cells.`)
    merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column })
  }
  for await (const _ of readXml(part, parts.chunks(part), { open }));
  return merges
}

interface Draft {
  reference: string | undefined
  type: string
  style: number
  value: string
  formula: boolean
  hasValue: boolean
}

export interface SheetReader {
  readonly strings: readonly string[]
  readonly dateStyles: readonly boolean[]
  readonly from1904: boolean
  readonly limits: TableLimits
  /** Told of every formula; its last worked-out value is what is read. */
  readonly onFormula: () => void
}

const faulty = (column: number, code: string, value: string, message: string): Cell => ({
  column,
  text: value,
  fault: { code, value, message },
})

const numberText = (value: string, style: number, reader: SheetReader): string => {
  if (reader.dateStyles[style] === true) return dayOfSerial(Number(value), reader.from1904) ?? value
  // 0.1 + 0.2 as a program wrote it: what fifteen digits say, which is what it shows.
  return /[eE.]/.test(value) ? String(Number(Number(value).toPrecision(15))) : value
}

const cellOf = (draft: Draft, column: number, reader: SheetReader): Cell | undefined => {
  const { type, value, style, formula, hasValue } = draft
  if (formula) reader.onFormula()
  if (formula && !hasValue)
    return faulty(column, 'formula', '', 'holds a formula that was never worked out; save its value')
  if (!hasValue) return undefined
  if (value.length > reader.limits.cell)
    return faulty(column, 'tooLong', value.slice(0, 100), `is longer than ${reader.limits.cell} characters`)
  switch (type) {
    case 's': {
      const text = reader.strings[Number(value)]
      if (text === undefined)
        throw new TableFault('broken', `A cell names string ${value}, which is not there.`)
      return { column, text }
    }
    case 'e':
      return faulty(column, 'error', value, 'holds an error of the spreadsheet')
    case 'b':
      return { column, text: value === '1' ? 'TRUE' : 'FALSE' }
    case 'str':
    case 'inlineStr':
      return { column, text: value }
    case 'd':
      return { column, text: value.replace(/T00:00:00(\.0+)?Z?$/, '') }
    default:
      return { column, text: numberText(value, style, reader) }
  }
}

/** Gathers the cells of rows as the elements of a sheet go by. */
const gatherer = (reader: SheetReader) => {
  const rows: SheetRow[] = []
  let number = 0
  let column = -1
  let cells: Cell[] = []
  let draft: Draft | undefined
  let taking = false
  const endCell = (): void => {
    if (draft === undefined) return
    const place = draft.reference === undefined ? undefined : placeOf(draft.reference)
    column = place?.column ?? column + 1
    if (column >= reader.limits.columns && draft.hasValue)
      throw new TableFault('tooLarge', `It has cells beyond column ${reader.limits.columns}.`, number)
    const cell = cellOf(draft, column, reader)
    if (cell !== undefined) cells.push(cell)
    draft = undefined
  }
  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'row') {
      const told = Number(attributes['r'] ?? number + 1)
      if (!Number.isSafeInteger(told) || told <= number)
        throw new TableFault('broken', 'Its rows are not in order.', number)
      number = told
      column = -1
      cells = []
    } else if (name === 'c')
      draft = {
        reference: attributes['r'],
        type: attributes['t'] ?? 'n',
        style: Number(attributes['s'] ?? 0),
        value: '',
        formula: false,
        hasValue: false,
      }
    else if (name === 'f' && draft !== undefined) draft.formula = true
    else if (draft !== undefined && (name === 'v' || name === 't')) {
      taking = true
      draft.hasValue = true
    }
  }
  const text = (words: string): void => {
    // A cell that is far too long is cut here already, and refused for its length.
    if (taking && draft !== undefined && draft.value.length <= reader.limits.cell) draft.value += words
  }
  const close = (name: string): void => {
    if (name === 'v' || name === 't') taking = false
    else if (name === 'c') endCell()
    else if (name === 'row') rows.push({ number, cells })
  }
  const take = (): readonly SheetRow[] => rows.splice(0)
  return { handlers: { open, text, close }, take }
}

/** The rows of a sheet in order; those without a cell that holds anything are among them, or left out, as the file has them. */
export async function* sheetRows(
  parts: Parts,
  part: string,
  reader: SheetReader,
): AsyncGenerator<readonly SheetRow[]> {
  const gathering = gatherer(reader)
  for await (const _ of readXml(part, parts.chunks(part), gathering.handlers)) {
    const rows = gathering.take()
    if (rows.length > 0) yield rows
  }
  const rest = gathering.take()
  if (rest.length > 0) yield rest
}
