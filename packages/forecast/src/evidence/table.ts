/** A table read from text: the names of its columns, and its rows as text, each as long as the names. */
export interface TextTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Something in a file that cannot be read, with the file and the line. */
export class UnreadableEvidence extends Error {}

/** The cells of comma-separated text (RFC 4180): quotes double inside quotes, line ends CRLF or LF. */
const cellsOf = (text: string, name: string): string[][] => {
  const rows: string[][] = []
  let row: string[] = []
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      let from = at + 1
      for (;;) {
        const quote = text.indexOf('"', from)
        if (quote < 0)
          throw new UnreadableEvidence(`${name}, row ${rows.length + 1}: a quotation mark is never closed`)
        cell += text.slice(from, quote)
        from = quote + 1
        if (text[from] !== '"') break
        cell += '"'
        from++
      }
      at = from
    } else {
      let end = at
      while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') end++
      cell = text.slice(at, end)
      at = end
    }
    row.push(cell)
    if (text[at] === ',') {
      at++
      if (at === text.length) row.push('')
      else continue
    }
    if (text[at] === '\r') at++
    if (at < text.length && text[at] !== '\n')
      throw new UnreadableEvidence(
        `${name}, row ${rows.length + 1}: something follows a closing quotation mark`,
      )
    at++
    rows.push(row)
    row = []
  }
  return rows
}

/** Reads a table; every row must have as many cells as there are columns. `name` is for refusals. */
export const readTable = (name: string, text: string): TextTable => {
  const [columns, ...rows] = cellsOf(text, name).filter(row => row.length > 1 || row[0] !== '')
  if (columns === undefined) throw new UnreadableEvidence(`${name} is empty`)
  const odd = rows.findIndex(row => row.length !== columns.length)
  if (odd >= 0)
    throw new UnreadableEvidence(
      `${name}, row ${odd + 2}: ${rows[odd]!.length} cells where the header has ${columns.length}`,
    )
  return { name, columns, rows }
}
