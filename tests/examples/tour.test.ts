import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type RunningServer, startServer } from '@gavel/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = resolve(fileURLToPath(new URL('.', import.meta.url)), '../..')
const run = promisify(execFile)
let folder = ''
let server: RunningServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gavel-tour-'))
  server = await startServer({ dataDir: join(folder, 'data'), port: 0, demo: true })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('the five minutes’ tour', () => {
  test('leads from a disputed draft to two proofs that hold', async () => {
    const { stdout } = await run('bash', ['examples/tour.sh'], {
      cwd: root,
      env: { ...process.env, GAVEL: server.url, TMPDIR: folder },
    })
    expect(stdout).toContain('"rule":"T-30"')
    expect(stdout).toContain('is encouraged to designate one point of contact within ten days')
    expect(stdout).toContain("through: 'silence'")
    expect(stdout.match(/^verified: /gm)).toHaveLength(2)
    expect(stdout).toContain('named by the entry')
    expect(stdout).not.toContain('NOT')
  })
  test('and the commands the README shows are there', async () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    const paths = [...readme.matchAll(/localhost:8080(\/[a-z/-]*)/g)].map(match => match[1]!)
    const described = JSON.stringify(await (await fetch(`${server.url}/api/openapi.json`)).json())
    for (const path of new Set(paths.map(path => path.replace(/\/$/, '')))) {
      const known =
        described.includes(path.replace('/texts/points', '/texts/{id}')) ||
        (await fetch(`${server.url}${path}`)).status < 500
      expect([path, known]).toEqual([path, true])
    }
  })
})
