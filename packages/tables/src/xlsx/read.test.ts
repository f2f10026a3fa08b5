import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { inlineRows, readTable, workbookOf } from '../testing/index.ts'

const foreign = async (data: Parameters<typeof writeXlsxFile>[0]): Promise<Buffer> =>
  (writeXlsxFile(data as never) as unknown as { toBuffer(): Promise<Buffer> }).toBuffer()

describe('spreadsheets', () => {
  test('what another program wrote: words, numbers, days, truth, merged cells', async () => {
    const bytes = await foreign([
      [
        { value: 'Member' },
        { value: 'Title' },
        { value: 'From' },
        { value: 'Share' },
        { value: 'Voluntary' },
      ],
      [
        { value: 'Казахстан', rowSpan: 2 },
        { value: 'Plans & “means”' },
        { value: new Date(Date.UTC(2026, 10, 24)), type: Date, format: 'dd/mm/yyyy' },
        { value: 0.1 + 0.2, type: Number },
        { value: true, type: Boolean },
      ],
      [
        null,
        { value: 'Second' },
        { value: new Date(Date.UTC(2024, 1, 29)), type: Date, format: 'mmm d, yyyy' },
        { value: 43_525, type: Number },
        { value: false, type: Boolean },
      ],
    ] as never)
    const { kind, columns, cells, notices } = await readTable(bytes)
    expect(kind).toBe('xlsx')
    expect(columns).toEqual(['Member', 'Title', 'From', 'Share', 'Voluntary'])
    expect(cells).toEqual([
      ['Казахстан', 'Plans & “means”', '2026-11-24', '0.3', 'TRUE'],
      ['Казахстан', 'Second', '2024-02-29', '43525', 'FALSE'],
    ])
    expect(notices).toEqual(['sheet', 'merged'])
  })

  test('a formula is read by its last value; one that has none, and an error, are faults of their row', async () => {
    const sheet = `<sheetData>
      <row r="1"><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row>
      <row r="2"><c><f>1+1</f><v>2</v></c><c t="str"><f>"x"&amp;"y"</f><v>xy</v></c></row>
      <row r="3"><c><f>WEBSERVICE("http://127.0.0.1/")</f></c><c t="e"><v>#REF!</v></c></row>
    </sheetData>`
    const { rows, notices } = await readTable(workbookOf({ sheet }))
    expect(rows[0]).toEqual({ number: 2, cells: ['2', 'xy'] })
    expect(rows[1]!.faults!.map(({ column, code }) => [column, code])).toEqual([
      ['a', 'formula'],
      ['b', 'error'],
    ])
    expect(notices).toContain('formulas')
  })

  test('days by the format of their cell, from 1900 and from 1904', async () => {
    const sheet = `<sheetData>
      <row r="1"><c t="inlineStr"><is><t>day</t></is></c><c t="inlineStr"><is><t>n</t></is></c></row>
      <row r="2"><c s="1"><v>45620</v></c><c s="0"><v>45620</v></c></row>
      <row r="3"><c s="1"><v>45620.5</v></c><c s="2"><v>45620</v></c></row>
      <row r="4"><c s="1"><v>59</v></c><c s="3"><v>1</v></c></row>
    </sheetData>`
    const formats = ['General', 'yyyy\\-mm\\-dd', '"day" 0', '[Red]0.00']
    const { cells } = await readTable(workbookOf({ sheet, formats }))
    expect(cells).toEqual([
      ['2024-11-24', '45620'],
      ['2024-11-24T12:00:00', '45620'],
      ['59', '1'],
    ])
    const from1904 = await readTable(workbookOf({ sheet, formats, workbook: '<workbookPr date1904="1"/>' }))
    expect(from1904.cells[0]![0]).toBe('2028-11-25')
  })

  test('cells stand where they say; rows and cells that are not there are blank', async () => {
    const sheet = `<sheetData>
      <row r="2"><c r="B2" t="inlineStr"><is><t>a</t></is></c><c r="D2" t="inlineStr"><is><t>b</t></is></c></row>
      <row r="7"><c r="D7" t="s"><v>0</v></c></row>
      <row r="9"><c r="F9" t="inlineStr"><is><t>outside</t></is></c></row>
    </sheetData>`
    const { columns, rows } = await readTable(workbookOf({ sheet, strings: ['x'] }))
    expect(columns).toEqual(['', 'a', '', 'b'])
    expect(rows[0]).toEqual({ number: 7, cells: ['', '', '', 'x'] })
    expect(rows[1]!.faults).toMatchObject([
      { code: 'cells', message: 'stands in column 6, which has no name' },
    ])
  })

  test('a sheet is chosen by its name', async () => {
    const bytes = workbookOf({ sheet: inlineRows([['a'], ['1']]) })
    expect((await readTable(bytes, { sheet: 'One' })).cells).toEqual([['1']])
    await expect(readTable(bytes, { sheet: 'Two' })).rejects.toMatchObject({
      code: 'columns',
      message: expect.stringContaining('there are One'),
    })
  })

  test('a zip bomb is refused while it unpacks, whatever it says of itself', async () => {
    const rows = `<sheetData><row r="1"><c t="inlineStr"><is><t>a</t></is></c></row>${' '.repeat(64 << 20)}</sheetData>`
    const bomb = workbookOf({ sheet: rows })
    expect(bomb.length).toBeLessThan(200_000)
    await expect(readTable(bomb, { limits: { bytes: 1 << 20 } })).rejects.toMatchObject({ code: 'tooLarge' })
    // The size in the directory is a lie: the parts say a kilobyte and hold megabytes.
    const lying = Buffer.from(bomb)
    const entry = 'PK\u0001\u0002'
    for (let at = lying.indexOf(entry, 0, 'latin1'); at >= 0; at = lying.indexOf(entry, at + 4, 'latin1'))
      if (lying.readUInt32LE(at + 24) > 1 << 20) lying.writeUInt32LE(1024, at + 24)
    await expect(readTable(lying, { limits: { bytes: 1 << 20 } })).rejects.toMatchObject({
      name: 'TableFault',
    })
  })

  test('what is no spreadsheet, breaks off, or defines entities is refused', async () => {
    const whole = workbookOf({ sheet: inlineRows([['a'], ['1']]) })
    await expect(readTable(whole.subarray(0, 900))).rejects.toMatchObject({ code: 'broken' })
    await expect(readTable(zipSync({ 'a.txt': Buffer.from('x') }))).rejects.toMatchObject({
      code: 'otherKind',
    })
    await expect(readTable(workbookOf({ sheet: '<sheetData><row' }))).rejects.toMatchObject({
      code: 'broken',
    })
    await expect(readTable(workbookOf({ sheet: '<sheetData/>' }))).rejects.toMatchObject({ code: 'empty' })
    const evil = zipSync({
      'xl/workbook.xml': Buffer.from('<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>'),
    })
    await expect(readTable(evil)).rejects.toMatchObject({
      code: 'broken',
      message: expect.stringContaining('document type'),
    })
    const string = `<sheetData><row r="1"><c t="s"><v>9</v></c></row></sheetData>`
    await expect(readTable(workbookOf({ sheet: string }))).rejects.toMatchObject({ code: 'broken' })
  })

  test('a huge cell is a fault of its row, and no other row suffers', async () => {
    const rows = [
      ['a', 'b'],
      ['x'.repeat(300_000), '1'],
      ['y', '2'],
    ]
    const { rows: read } = await readTable(workbookOf({ sheet: inlineRows(rows) }), {
      limits: { cell: 100_000 },
    })
    expect(read[0]!.faults).toMatchObject([{ column: 'a', code: 'tooLong' }])
    expect(read[1]).toEqual({ number: 3, cells: ['y', '2'] })
  })
})
