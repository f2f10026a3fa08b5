/** A row that was refused: where it stands, and why. */
export interface RefusedLine {
  readonly row: number
  readonly column: string | null
  readonly why: string
  readonly cells: readonly string[]
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`

/** The columns that say why, behind the columns of the table. */
const added = ['refused row', 'refused column', 'refused because']

/**
 * The beginning of a table of refused rows: the columns as they were, then why. Mended there, the very file can be
 * imported under the same mapping; nobody types a row again. With the mark spreadsheets know UTF-8 by.
 */
export const refusedHead = (columns: readonly string[]): string =>
  `\uFEFF${line([...columns.filter(name => !added.includes(name)), ...added])}`

export const refusedLine = (columns: readonly string[], { row, column, why, cells }: RefusedLine): string =>
  line([
    ...columns.flatMap((name, at) => (added.includes(name) ? [] : [cells[at] ?? ''])),
    String(row),
    column ?? '',
    why,
  ])
