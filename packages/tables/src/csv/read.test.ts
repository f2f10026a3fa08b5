import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { refusedHead, refusedLine } from '../refused.ts'
import { readTable } from '../testing/index.ts'

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le')

describe('text of separated values', () => {
  test('separators, line ends, quotes and marks are found out', async () => {
    for (const text of [
      'a,b\n1,"x, ""y"""\n',
      'a;b\r\n1;"x, ""y"""\r\n',
      'a\tb\r1\t"x, ""y"""',
      '\uFEFFa|b\n1|"x, ""y"""',
    ]) {
      const { columns, cells } = await readTable(text)
      expect(columns).toEqual(['a', 'b'])
      expect(cells).toEqual([['1', 'x, "y"']])
    }
  })

  test('a cell may hold several lines; rows are counted as a spreadsheet counts them', async () => {
    const { rows, blank } = await readTable('a,b\n1,"two\nlines"\n\n , \n2,x\n')
    expect(rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [2, '1', 'two\nlines'],
      [5, '2', 'x'],
    ])
    expect(blank).toBe(2)
  })

  test('UTF-8 with and without a mark, UTF-16 of both orders, and what was told, read alike', async () => {
    const text = 'Страна,název\nКазахстан,Čína\n'
    const swapped = utf16(text).swap16()
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), utf16(text), swapped])
      expect((await readTable(bytes)).cells).toEqual([['Казахстан', 'Čína']])
    const latin = Buffer.from('name\nMünchen\n', 'latin1')
    expect((await readTable(latin, { encoding: 'windows-1252' })).cells).toEqual([['München']])
  })

  test('a wrong encoding is refused with the byte, and never guessed', async () => {
    await expect(readTable(Buffer.from('name\nMünchen\n', 'latin1'))).rejects.toMatchObject({
      code: 'encoding',
      message: expect.stringContaining('byte 6 fits no character'),
    })
    await expect(readTable(Buffer.from('a,b\n1,2\n', 'utf16le'))).rejects.toMatchObject({ code: 'encoding' })
    await expect(readTable('a\n1\n', { encoding: 'klingon' })).rejects.toMatchObject({ code: 'encoding' })
    // A byte that comes late, after many that fit.
    const late = Buffer.concat([Buffer.from(`a\n${'ж\n'.repeat(200_000)}`), Buffer.from([0xff])])
    await expect(readTable(late)).rejects.toMatchObject({ message: expect.stringContaining('byte 600002 ') })
  })

  test('quotes that do not match refuse the file, with the line', async () => {
    await expect(readTable('a,b\n1,"open\n2,x\n')).rejects.toMatchObject({
      code: 'broken',
      message: expect.stringContaining('never closed'),
    })
    await expect(readTable('a,b\n1,x\n2,"y"z\n')).rejects.toMatchObject({
      code: 'broken',
      message: expect.stringContaining('Line 3'),
    })
  })

  test('a row with too few or too many cells is told of; empty ones at its end do no harm', async () => {
    const { rows } = await readTable('a,b\n1\n1,2,3\n1,2,,\n')
    expect(rows.map(({ faults }) => faults?.[0]?.message)).toEqual([
      'has 1 cells where there are 2 columns',
      'has 3 cells where there are 2 columns',
      undefined,
    ])
  })

  test('nothing, only blanks, only names', async () => {
    await expect(readTable('')).rejects.toMatchObject({ code: 'empty' })
    await expect(readTable('\n\n , \n')).rejects.toMatchObject({ code: 'empty' })
    expect((await readTable('a,b\n')).rows).toEqual([])
    expect((await readTable('\n\na,b\n1,2\n')).rows[0]!.number).toBe(4)
  })

  test('names of columns: doubled and missing ones are told of', async () => {
    const { columns, notices } = await readTable('a, a ,,b\n1,2,3,4\n')
    expect(columns).toEqual(['a', 'a', '', 'b'])
    expect(notices).toEqual(['duplicateColumns', 'unnamedColumns'])
  })

  test('gzip is unpacked; one that breaks off, or holds too much, is refused', async () => {
    const packed = gzipSync('a,b\n1,2\n')
    expect((await readTable(packed)).cells).toEqual([['1', '2']])
    await expect(readTable(packed.subarray(0, -9))).rejects.toMatchObject({ code: 'broken' })
    const bomb = gzipSync(Buffer.alloc(50 << 20, 'a,b\n'))
    expect(bomb.length).toBeLessThan(100_000)
    await expect(readTable(bomb, { limits: { bytes: 1 << 20 } })).rejects.toMatchObject({ code: 'tooLarge' })
  })

  test('a huge row, too many rows, too many columns are refused', async () => {
    await expect(readTable(`a\n${'x'.repeat(2 << 20)}\n`)).rejects.toMatchObject({ code: 'tooLarge', row: 2 })
    await expect(readTable('a\n1\n2\n3\n', { limits: { rows: 2 } })).rejects.toMatchObject({
      code: 'tooLarge',
    })
    await expect(readTable('a,b,c\n', { limits: { columns: 2 } })).rejects.toMatchObject({ code: 'tooLarge' })
  })

  test('a million rows are read in batches', async () => {
    const text = `a,b\n${'1,some words that a row holds\n'.repeat(1_000_000)}`
    const { rows } = await readTable(text)
    expect(rows.length).toBe(1_000_000)
    expect(rows.at(-1)!.number).toBe(1_000_001)
  })

  test('what else a file may be is told', async () => {
    await expect(readTable('%PDF-1.7 …')).rejects.toMatchObject({ code: 'otherKind' })
    await expect(readTable(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]))).rejects.toMatchObject({
      code: 'otherKind',
    })
  })

  test('law: refused rows that are written read back as they were', async () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .map(text => text.replaceAll('\r', '').replaceAll('\uFEFF', ''))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async list => {
        const columns = ['first', 'second, with a comma']
        const written =
          refusedHead(columns) +
          list
            .map((cells, at) => refusedLine(columns, { row: at + 2, column: null, why: 'why', cells }))
            .join('')
        const read = await readTable(written)
        expect(read.columns.slice(0, 2)).toEqual(columns)
        expect(read.cells.map(cells => cells.slice(0, 2))).toEqual(list)
      }),
      { numRuns: 60 },
    )
  })
})
