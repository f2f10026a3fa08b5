import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type RunningServer, startServer } from '@gavel/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = resolve(fileURLToPath(new URL('.', import.meta.url)), '../..')
const paris = resolve(root, '../shared/samples/unfccc-paris-draft-2015-10-23.txt')
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
  test.skipIf(!existsSync(paris))(
    'and docs/negotiating.md, typed as it stands, takes the Paris draft to an adopted text (needs ../shared/samples)',
    async () => {
      const page = readFileSync(join(root, 'docs/negotiating.md'), 'utf8')
      const typed = [...page.matchAll(/^ *```bash\n(.*?)^ *```/gms)]
        .map(block => block[1]!)
        .join('\n')
        .replaceAll('npx gavel', `node ${join(root, 'apps/cli/bin/gavel.mjs')}`)
        .replaceAll('node examples/', `node ${join(root, 'examples')}/`)
        .replace(/^GAVEL=.*$/m, `export GAVEL=${server.url}`)
        .replace(/^ *brackets T P$/m, '')
      const desk = mkdtempSync(join(folder, 'desk-'))
      copyFileSync(paris, join(desk, 'unfccc-paris-draft-2015-10-23.txt'))
      const { stdout } = await run('bash', ['-c', typed], { cwd: desk, maxBuffer: 1 << 24 })
      expect(stdout.match(/"rule":"[^"]*"/g)).toEqual(['"rule":"T-30"', '"rule":"T-31"'])
      expect(stdout).toContain(' 0 still in dispute')
      expect(stdout).toContain('Kazakhstan has the floor.')
      expect(stdout).toContain("through: 'silence'")
      expect(stdout.match(/^verified: /gm)).toHaveLength(2)
      expect(readFileSync(join(desk, 'adopted.md'), 'utf8')).toContain(
        'temperature well below 2 °C above pre-industrial levels',
      )
    },
    120_000,
  )
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
