/** How much of a table is read. Beyond it the table is refused, and nothing of it is recorded. */
export const tableLimits = {
  /** Bytes of a packed spreadsheet, which is held in memory. */
  packedBytes: 128 << 20,
  /** Bytes of a table unpacked: of CSV, and of all parts of a spreadsheet together. */
  bytes: 1 << 30,
  /** Bytes of the strings of a spreadsheet, which are held in memory. */
  stringBytes: 256 << 20,
  rows: 2_000_000,
  columns: 2_000,
  /** UTF-16 code units of one row of CSV, or of one cell of a spreadsheet (32,767 is what a spreadsheet program takes). */
  cell: 1 << 20,
  merges: 100_000,
  parts: 10_000,
} as const

export type TableLimits = { readonly [name in keyof typeof tableLimits]: number }
