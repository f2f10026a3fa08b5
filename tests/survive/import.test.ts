import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { values } from '@gavel/kernel'
import { startServer } from '@gavel/server'
import { sqliteStore } from '@gavel/store'
import { afterAll, beforeAll, expect, test } from 'vitest'

const rows = 12_000
const gavel = fileURLToPath(new URL('../../apps/cli/bin/gavel.mjs', import.meta.url))

interface Counts {
  readonly rows: number
  readonly stored: number
  readonly already: number
  readonly refused: number
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gavel-import-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const head = 'Reference,Member,Title,Pledge,Area,From,Until,Says,Period from,Period until,Told on,Words'
const row = (at: number): string =>
  at % 10 === 9
    ? `C-${at},Nowhere,Title ${at},,,2020-01-01,,,,,,`
    : `C-${at},KAZ,Title ${at},,,2020-01-01,,limited,2020,2020,2021-02-03,Half of it.`

/** Runs `gavel import table` and kills it outright once the record is longer than `size`; null: to its end. */
const imported = async (data: string, file: string, size: number | null): Promise<string> => {
  const words = ['import', 'table', file, '--mapping', 'own-commitments', '--data', data, '--json']
  const child = spawn(process.execPath, [gavel, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  child.stdout.on('data', chunk => {
    out += String(chunk)
  })
  const ended = new Promise<NodeJS.Signals | null>(resolve =>
    child.on('close', (_, signal) => resolve(signal)),
  )
  if (size === null) {
    await ended
    return out
  }
  const store = await sqliteStore(join(data, 'record.sqlite'))
  while ((await store.head()).size <= size) await new Promise(resolve => setTimeout(resolve, 5))
  child.kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
  await store.close()
  return out
}

test('an import that is killed outright goes on where it ended; every row stands once', {
  timeout: 300_000,
}, async () => {
  const data = join(folder, 'data')
  const server = await startServer({ dataDir: data, port: 0, organisation: 'cica' })
  const before = server.keeper.head().size
  await server.stop()
  const file = join(folder, 'table.csv')
  writeFileSync(file, `${[head, ...Array.from({ length: rows }, (_, at) => row(at))].join('\n')}\n`)

  expect(await imported(data, file, before + 100)).toBe('')
  expect(await imported(data, file, before + 4_000)).toBe('')
  const { stored, already, refused } = JSON.parse(await imported(data, file, null)) as Counts
  expect(refused).toBe(rows / 10)
  expect(already).toBeGreaterThan(2_000)
  expect(stored).toBeGreaterThan(0)
  expect(stored + already).toBe(rows - rows / 10)
  const last = JSON.parse(await imported(data, file, null)) as Counts
  expect([last.rows, last.stored, last.already, last.refused]).toEqual([rows, 0, stored + already, refused])

  // A server opens it, signs it, and finds each commitment once, with its one report.
  const again = await startServer({ dataDir: data, port: 0, organisation: 'cica' })
  const { commitments } = again.keeper.state().commitments
  const all = [...values(commitments)]
  expect(all).toHaveLength(rows - rows / 10)
  expect(all.every(({ reports }) => reports.length === 1)).toBe(true)
  expect(again.keeper.head().size).toBe(before + 2 * (rows - rows / 10))
  expect((await again.keeper.latestCheckpoint())?.size).toBe(again.keeper.head().size)
  await again.stop()
})
