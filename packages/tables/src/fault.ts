/** What a table cannot be read for. */
export type TableFaultCode =
  /** It holds nothing, or no row of names. */
  | 'empty'
  /** Bytes that fit no character of the encoding. */
  | 'encoding'
  /** Quotes that do not match, a file that breaks off, a part that is missing. */
  | 'broken'
  | 'tooLarge'
  | 'encrypted'
  /** Neither CSV nor XLSX. */
  | 'otherKind'
  /** The names of its columns do not serve the mapping. */
  | 'columns'

/** A table that cannot be read, with what, where and why. */
export class TableFault extends Error {
  override readonly name = 'TableFault'
  readonly code: TableFaultCode
  /** The row, counted as a spreadsheet does, where it is known. */
  readonly row: number | undefined

  constructor(code: TableFaultCode, message: string, row?: number) {
    super(message)
    this.code = code
    this.row = row
  }
}
