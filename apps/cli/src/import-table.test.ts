import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningServer, startServer } from '@gavel/server'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { main } from './main.ts'

let folder = ''
let server: RunningServer
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gavel-import-table-'))
  server = await startServer({ dataDir: join(folder, 'data'), port: 0, organisation: 'cica' })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => vi.restoreAllMocks())

const gavel = async (...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> => {
  const said = { out: '', err: '' }
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    said.out += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    said.err += String(text)
    return true
  })
  const code = await main(argv)
  vi.restoreAllMocks()
  return { code, ...said }
}

const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const table = (path: string, ...flags: readonly string[]) =>
  gavel('import', 'table', path, '--data', join(folder, 'data'), ...flags)

const head = 'Reference,Member,Title,Pledge,Area,From,Until,Says,Period from,Period until,Told on,Words'
const list = `${head}\nL-1,Kazakhstan,A seminar,,,2020,,,,,,\nL-2,Mars,Another,,,2020,,,,,,\n`

describe('gavel import table, beside a running server', () => {
  test('tries, records, and records nothing twice; what is refused can be mended', async () => {
    const path = file('list.csv', list)
    const before = server.keeper.head().size
    const tried = await table(path, '--mapping', 'own-commitments', '--dry-run')
    expect(tried.code).toBe(1)
    expect(tried.out).toContain('2 rows in = 1 that would be recorded + 0 recorded before + 1 refused')
    expect(tried.out).toContain('unknown in “Member”: Mars 1')
    expect(tried.out).toContain('row 3, “Member”: unknownMember (Mars)')

    const refused = join(folder, 'refused.csv')
    const run = await table(path, '--mapping', 'own-commitments', '--refused', refused, '--json')
    expect(run.code).toBe(1)
    expect(JSON.parse(run.out)).toMatchObject({
      ok: false,
      rows: 2,
      stored: 1,
      already: 0,
      refused: 1,
      refusedRows: [{ row: 3, column: 'Member', fault: 'unknownMember', value: 'Mars', rule: null }],
    })
    await server.keeper.catchUp()
    expect(server.keeper.head().size).toBe(before + 1)
    const again = await table(path, '--mapping', 'own-commitments')
    expect(again.out).toContain('2 rows in = 0 recorded + 1 recorded before + 1 refused')

    writeFileSync(refused, readFileSync(refused, 'utf8').replace('Mars', 'Uzbekistan'))
    const mended = await table(refused, '--mapping', 'own-commitments')
    expect(mended).toMatchObject({ code: 0, out: expect.stringContaining('1 rows in = 1 recorded') })
  })

  test('a mapping of one’s own; what is wrong with it is told with its place', async () => {
    const path = file('list.csv', list)
    const bad = file('bad.yaml', 'name: x\ntitle: X\nacts: []\n')
    const answer = await table(path, '--mapping', bad)
    expect(answer.code).toBe(2)
    expect(answer.err).toContain('source says where the table comes from')
    expect(answer.err).toContain('acts is a list of at least one act')
    const other = file('other.yaml', 'name: x\ntitle: X\nsource: S\nacts: [{ act: texts.open, body: {} }]\n')
    expect((await table(path, '--mapping', other)).err).toContain('is no act a table may be made of')
  })

  test('what the caller can mend is told in a line', async () => {
    const path = file('list.csv', list)
    expect((await table(path)).err).toContain('--mapping')
    expect((await table(path, '--mapping', 'nothing')).err).toContain('upr-recommendations')
    expect((await table(join(folder, 'absent.csv'), '--mapping', 'own-commitments')).err).toContain(
      'no such file',
    )
    const broken = file('broken.csv', `${head}\n"L-9\n`)
    const answer = await table(broken, '--mapping', 'own-commitments')
    expect(answer).toMatchObject({ code: 2, err: expect.stringContaining('never closed') })
    const nowhere = await gavel('import', 'table', path, '--mapping', 'own-commitments', '--data', folder)
    expect(nowhere).toMatchObject({ code: 2, err: expect.stringContaining('there is no record in') })
  })
})
