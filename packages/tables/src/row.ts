/** One row as it stands in the file: its cells as text, by the order of the columns. */
export interface Row {
  /** As a spreadsheet counts: the row of names is 1 where it stands first. */
  readonly number: number
  readonly cells: readonly string[]
  /** What is wrong with cells of it, before anybody asked what they mean. */
  readonly faults?: readonly RowFault[]
}

/** Why a row is not taken: the column (null: the row as a whole), what is wrong, and the value that is. */
export interface RowFault {
  readonly column: string | null
  readonly code: string
  readonly value: string
  readonly message: string
}

/** What a reader should know of a table besides its rows. */
export interface TableNotice {
  readonly code:
    | 'encoding'
    | 'separator'
    | 'sheet'
    | 'otherSheets'
    | 'formulas'
    | 'merged'
    | 'duplicateColumns'
    | 'unnamedColumns'
  readonly message: string
}

/** A table that was opened: its columns are known, its rows come in batches, in order. */
export interface Table {
  readonly kind: 'csv' | 'xlsx'
  readonly columns: readonly string[]
  /** Complete once the rows have been read. */
  readonly notices: () => readonly TableNotice[]
  /** Blank rows are counted and passed over. */
  readonly blankRows: () => number
  readonly batches: () => AsyncIterable<readonly Row[]>
}

/** Rows are handed on in batches of about so many. */
export const batchRows = 1_000
