import { Readable } from 'node:stream'

export const csvType = 'text/csv; charset=utf-8; header=present'

export type CsvCell = string | number | boolean | null

/** What begins a formula, whatever cannot be seen stands before it, in the wide letters of East Asia as well. */
const formula = /^([\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u

/**
 * A field of CSV (RFC 4180). Words that a spreadsheet would take for a formula are given an apostrophe in front, as OWASP
 * advises (CSV injection): what delegations write is opened in other ministries. Numbers stay numbers.
 */
const field = (cell: CsvCell): string => {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const tame = formula.test(cell) ? `'${cell}` : cell
  return /[",\r\n']/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame
}

export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(field).join(',')}\r\n`

/** How many characters are gathered before they are sent. */
const portion = 64 * 1024

/** Lines of text as a stream, as fast as whoever reads takes them: nothing piles up for a slow reader. */
export const streamed = (lines: Iterable<string>): Readable =>
  Readable.from(
    (function* () {
      let gathered = ''
      for (const line of lines) {
        gathered += line
        if (gathered.length >= portion) {
          yield gathered
          gathered = ''
        }
      }
      if (gathered !== '') yield gathered
    })(),
    { objectMode: false },
  )
