import { zipSync } from 'fflate'
import { openTable, type TableOptions } from '../read.ts'
import type { Row } from '../row.ts'
import { sourceOfBytes } from '../source.ts'

/** A table of bytes or text, read whole. */
export const readTable = async (data: string | Uint8Array, options: TableOptions = {}) => {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data
  const table = await openTable(sourceOfBytes('test', bytes), options)
  const rows: Row[] = []
  for await (const batch of table.batches()) rows.push(...batch)
  return {
    kind: table.kind,
    columns: table.columns,
    rows,
    cells: rows.map(({ cells }) => cells),
    blank: table.blankRows(),
    notices: table.notices().map(({ code }) => code),
  }
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'

export interface Written {
  /** What stands inside `<worksheet>`: `<sheetData>…</sheetData>` and what follows it. */
  readonly sheet: string
  readonly strings?: readonly string[]
  /** The format code of each style, from style 0 on. */
  readonly formats?: readonly string[]
  readonly workbook?: string
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** A spreadsheet written part by part, so that it can be written wrong. */
export const workbookOf = ({
  sheet,
  strings = [],
  formats = ['General'],
  workbook = '',
}: Written): Uint8Array => {
  const xml = (text: string): Uint8Array =>
    Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`)
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`
  return zipSync({
    '_rels/.rels': xml(
      `<Relationships xmlns="${packaged}">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${relations}">${workbook}<sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${packaged}">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'styles', 'styles.xml')}${relation(3, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ),
    'xl/styles.xml': xml(
      `<styleSheet xmlns="${main}"><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`).join('')}</numFmts><cellXfs>${formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('')}</cellXfs></styleSheet>`,
    ),
    'xl/sharedStrings.xml': xml(
      `<sst xmlns="${main}">${strings.map(text => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    ),
    'xl/worksheets/sheet1.xml': xml(`<worksheet xmlns="${main}">${sheet}</worksheet>`),
  })
}

/** Rows of inline strings, as the inside of a worksheet. */
export const inlineRows = (rows: readonly (readonly string[])[]): string =>
  `<sheetData>${rows
    .map(
      (cells, at) =>
        `<row r="${at + 1}">${cells.map(text => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`).join('')}</row>`,
    )
    .join('')}</sheetData>`
