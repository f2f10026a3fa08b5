import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  generateKey,
  leafHash,
  nodeHash,
  printEvidence,
  printProof,
  printVerifierKey,
  signCheckpoint,
  verifierKey,
} from '@gavel/record'
import { startServer } from '@gavel/server'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { commands, main } from './main.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gavel-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => vi.restoreAllMocks())

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** One call of the command, with what it said and its exit code. */
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

const draft = `1. The members [shall][should] meet [every year - A; B delete].\n\n2. They note [A/00/1] and [the report.\n`

describe('every command', () => {
  test.each(commands.map(command => command.name))('gavel %s --help says what it takes', async name => {
    const { code, out } = await gavel(...name.split(' '), '--help')
    expect(code).toBe(0)
    expect(out).toContain(`gavel ${name}`)
    expect(out).toContain('--json')
  })
  test('an unknown word is answered with what there is', async () => {
    expect(await gavel('txt')).toMatchObject({
      code: 2,
      err: expect.stringContaining('gavel text check FILE'),
    })
    expect(await gavel('text', 'chek')).toMatchObject({
      code: 2,
      err: expect.stringContaining('check | print | compare'),
    })
  })
  test('a wrong call is told in one line', async () => {
    expect(await gavel('text', 'check')).toEqual({
      code: 2,
      out: '',
      err: 'gavel text check: takes 1 argument, was given 0\n',
    })
    expect((await gavel('text', 'check', '--colour', 'x')).code).toBe(2)
  })
})

describe('a Word file', () => {
  test('is printed from a draft with the changes its delegations propose, checked and read back', async () => {
    const draft = join(folder, 'draft.txt')
    writeFileSync(draft, '# On calm\n\n1. Members [shall][should - Atlantis] meet.\n')
    const file = join(folder, 'draft.docx')
    expect(await gavel('text', 'print', draft, '--to', 'docx')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--out'),
    })
    expect(await gavel('text', 'print', draft, '--to', 'docx', '--out', file)).toMatchObject({ code: 0 })
    const pdf = join(folder, 'draft.pdf')
    expect(await gavel('text', 'print', file, '--to', 'pdf', '--out', pdf)).toMatchObject({ code: 0 })
    expect(readFileSync(pdf, 'latin1').slice(0, 5)).toBe('%PDF-')
    const { code, out } = await gavel('text', 'check', file, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      changes: [{ kind: 'insertion', author: 'Atlantis', inserted: '][should' }],
      comments: [{ words: 'Proposed by Atlantis' }],
    })
    expect((await gavel('text', 'print', file, '--to', 'markdown')).out).toContain('1. Members [shall')
  })
})

describe('a failure under --json', () => {
  const cases: readonly (readonly [number, readonly string[]])[] = [
    [2, ['text', 'check', '--json']],
    [2, ['text', 'check', 'no-such-file', '--json']],
    [2, ['text', 'print', 'README.md', '--to', 'odt', '--json']],
    [2, ['text', 'chek', '--json']],
    [2, ['--json', 'nothing']],
    [2, ['org', 'check', 'nowhere', '--json']],
    [2, ['proof', 'verify', '.', '--key', 'x', '--json']],
    [2, ['record', 'verify', 'no-such-place', '--json']],
    [2, ['export', 'no-such-place', 'x', '--json']],
    [2, ['import', '.', 'imported', '--colour', '--json']],
    [2, ['serve', '--port', 'x', '--json']],
    [2, ['serve', '--accept', 'foo', '--data', '/proc/x', '--json']],
    [2, ['serve', '--public-url', 'gavel.example', '--data', '/proc/x', '--json']],
    [2, ['serve', '--trust-proxy', 'everybody', '--data', '/proc/x', '--json']],
    [2, ['serve', '--streams-per-address', '0', '--data', '/proc/x', '--json']],
    [2, ['serve', '--oidc', '/nowhere.json', '--data', '/proc/x', '--json']],
    [2, ['serve', '--idle-days', 'x', '--data', '/proc/x', '--json']],
    [2, ['invite', '--data', '/nowhere', '--json']],
  ]
  test.each(cases)('ends with %i and is JSON: %j', async (expected, argv) => {
    const { code, out, err } = await gavel(...argv)
    expect(code).toBe(expected)
    expect(JSON.parse(out)).toMatchObject({ ok: false, code: 'usage', message: expect.any(String) })
    expect(err).toContain('gavel')
  })
  test('a database that is no record of ours is told in one line', async () => {
    const place = join(folder, 'foreign')
    mkdirSync(place)
    writeFileSync(join(place, 'record.sqlite'), 'no database, but long enough to be looked at '.repeat(40))
    for (const argv of [
      ['export', place, '-'],
      ['record', 'verify', place],
    ]) {
      const { code, out } = await gavel(...argv, '--json')
      expect([code, JSON.parse(out)]).toMatchObject([2, { ok: false, code: 'usage' }])
    }
  })
  test('a benchmark there is not', async () => {
    const { code, out } = await gavel('bench', 'nothing', '--json')
    expect([code, JSON.parse(out)]).toMatchObject([2, { ok: false }])
  })
  test('an import that fails leaves nothing in the way of the next', async () => {
    const bad = file('bad.jsonl', 'no JSON\n')
    for (let attempt = 0; attempt < 2; attempt++) {
      const { code, out } = await gavel('import', bad, join(folder, 'fresh'), '--json')
      expect([code, JSON.parse(out)]).toMatchObject([1, { ok: false, code: 'export-malformed' }])
    }
  })
})

describe('files that are no drafts', () => {
  test.each([
    ['a PDF', '%PDF-1.7', 'is a PDF'],
    ['an archive that is no Word file', 'PK\u0003\u0004', 'not a whole ZIP archive'],
    ['an old Word file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'old format of Word'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 65, 0), 'UTF-16'],
  ])('%s is named as what it is', async (_, content, says) => {
    expect(await gavel('text', 'check', file('other', content))).toMatchObject({
      code: 2,
      err: expect.stringContaining(says),
    })
  })
  test('a folder is told from a file', async () => {
    expect((await gavel('text', 'check', folder)).err).toContain('is a folder, not a file')
  })
})

describe('gavel by itself', () => {
  test('says its version, and helps with a command', async () => {
    expect((await gavel('--version')).out).toMatch(/^gavel \d/)
    expect((await gavel('help', 'text', 'check')).out).toContain('gavel text check FILE')
  })
})

describe('gavel text', () => {
  test('check counts and reports defects with line and column', async () => {
    const path = file('draft.txt', draft)
    const { code, out } = await gavel('text', 'check', path, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      paragraphs: 2,
      maxDepth: 1,
      defects: [{ line: 3, column: 27, kind: 'leftOpen' }],
    })
    expect((await gavel('text', 'check', path, '--strict')).code).toBe(1)
  })
  test('check refuses what is no UTF-8 with the place', async () => {
    const path = file('latin1.txt', Uint8Array.of(65, 66, 0xe9, 67))
    expect(await gavel('text', 'check', path)).toMatchObject({
      code: 2,
      err: expect.stringContaining('byte 2'),
    })
  })
  test('print writes the formats it knows and names them otherwise', async () => {
    const path = file('draft.txt', draft)
    expect((await gavel('text', 'print', path, '--to', 'markdown')).out.replace(/\s+/g, ' ').trim()).toBe(
      draft.replace(/\s+/g, ' ').trim(),
    )
    expect((await gavel('text', 'print', path, '--to', 'html')).out).toContain('<')
    expect(JSON.parse((await gavel('text', 'print', path, '--json')).out).paragraphs).toHaveLength(2)
    expect(await gavel('text', 'print', path, '--to', 'odt')).toMatchObject({
      code: 2,
      err: expect.stringContaining('markdown'),
    })
  })
  test('compare tells what changed by words', async () => {
    const a = file('a.txt', '1. The members meet every year.\n\n2. They report.\n')
    const b = file('b.txt', '1. The members meet every second year.\n\n2. They report.\n')
    expect((await gavel('text', 'compare', a, b)).out).toContain('{+second +}')
    expect((await gavel('text', 'compare', a, b, '--exit')).code).toBe(1)
    expect((await gavel('text', 'compare', a, a, '--exit')).code).toBe(0)
  })
})

describe('gavel org check', () => {
  test('counts what an organisation has', async () => {
    const { code, out } = await gavel('org', 'check', 'cica', '--json')
    expect([code, JSON.parse(out).counts.members]).toEqual([0, 28])
  })
  test('names faults with file and place', async () => {
    file('organisation.json', '{ not json')
    const { code, out } = await gavel('org', 'check', folder)
    expect(code).toBe(1)
    expect(out).toContain('organisation.json: is not JSON')
  })
})

describe('gavel proof verify', () => {
  const key = generateKey('example.org/record', 'note', new Uint8Array(32).fill(1))
  const vkey = printVerifierKey(verifierKey(key))
  const document = 'The text that was adopted.'
  const leaf = new TextEncoder().encode(
    JSON.stringify({
      v: 1,
      act: {
        id: 'a',
        type: 'decisions.put',
        by: 'p',
        as: { kind: 'chair', body: 'soc' },
        at: '2026-11-23T10:00:00.000Z',
      },
      events: [{ type: 'decisions.decisionPut', subject: { document: 'f9b4d1f3' } }],
    }),
  )
  const first = leafHash(new TextEncoder().encode('first'))
  const checkpoint = signCheckpoint(
    { origin: 'example.org/record', size: 2, root: nodeHash(first, leafHash(leaf)) },
    key,
  )
  const proof = printProof({ index: 1, path: [first], checkpoint, extra: printEvidence({ leaf }) })

  test('needs nothing but the file and the key', async () => {
    const { code, out } = await gavel('proof', 'verify', file('a.tlog-proof', proof), '--key', vkey)
    expect(code).toBe(0)
    expect(out).toContain('verified: entry 1 of example.org/record, under a signed checkpoint over 2 entries')
    expect(out).toContain('chair soc: decisions.put')
  })
  test('takes the key from a file', async () => {
    expect(
      (await gavel('proof', 'verify', file('a.tlog-proof', proof), '--key', file('vkey', `${vkey}\n`))).code,
    ).toBe(0)
  })
  test('says which document is not named', async () => {
    const { code, out } = await gavel(
      'proof',
      'verify',
      file('a.tlog-proof', proof),
      '--key',
      vkey,
      '--document',
      file('text.txt', document),
    )
    expect(code).toBe(1)
    expect(out).toContain('NOT named by the entry')
  })
  test('a flipped letter anywhere is found', async () => {
    for (let at = 0; at < proof.length; at += 7) {
      const letter = proof[at] === 'A' ? 'B' : 'A'
      const { code } = await gavel(
        'proof',
        'verify',
        file('b.tlog-proof', proof.slice(0, at) + letter + proof.slice(at + 1)),
        '--key',
        vkey,
      )
      expect([at, code]).toEqual([at, 1])
    }
  })
  test('asks for the key, and refuses another one', async () => {
    const other = printVerifierKey(
      verifierKey(generateKey('example.org/record', 'note', new Uint8Array(32).fill(2))),
    )
    expect((await gavel('proof', 'verify', file('a.tlog-proof', proof))).code).toBe(2)
    expect((await gavel('proof', 'verify', file('a.tlog-proof', proof), '--key', other)).code).toBe(1)
    expect((await gavel('proof', 'verify', file('a.tlog-proof', proof), '--key', 'nonsense')).code).toBe(2)
  })
  test('reads the same file twice alike', () =>
    expect(readFileSync(join(folder, 'a.tlog-proof'), 'utf8')).toBe(proof))
})

describe('a whole record', () => {
  const served = (): string => join(folder, 'served')
  beforeAll(async () => {
    const server = await startServer({ dataDir: served(), port: 0, demo: true })
    await server.keeper.checkpoint()
    expect(await gavel('record', 'verify', server.url)).toMatchObject({
      code: 0,
      out: expect.stringContaining('verified: '),
    })
    await server.stop()
  })
  const key = async (): Promise<string> =>
    JSON.parse(readFileSync(join(folder, 'all.jsonl'), 'utf8').split('\n')[0]!).verifierKey as string

  test('is verified where it lies, exported, imported and verified there again', async () => {
    expect(await gavel('record', 'verify', served())).toMatchObject({
      code: 0,
      err: expect.stringContaining('no --key given'),
    })
    expect((await gavel('export', served(), join(folder, 'all.jsonl'))).code).toBe(0)
    expect((await gavel('export', served(), join(folder, 'public.jsonl'), '--public')).code).toBe(0)
    for (const name of ['all', 'public']) {
      expect(
        (await gavel('record', 'verify', join(folder, `${name}.jsonl`), '--key', await key())).code,
      ).toBe(0)
      expect((await gavel('import', join(folder, `${name}.jsonl`), join(folder, `from-${name}`))).code).toBe(
        0,
      )
      expect((await gavel('record', 'verify', join(folder, `from-${name}`), '--key', await key())).code).toBe(
        0,
      )
    }
  })
  test('a public export opens nothing that is sealed', async () => {
    const sealed = (name: string): number =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter(line => line.includes('"salt"')).length
    expect(sealed('all.jsonl')).toBeGreaterThan(0)
    expect(sealed('public.jsonl')).toBe(0)
  })
  test('one altered letter in an export is found, with its line', async () => {
    const altered = file(
      'altered.jsonl',
      readFileSync(join(folder, 'all.jsonl'), 'utf8').replace('Uzbekistan', 'Uzbekistam'),
    )
    expect(await gavel('record', 'verify', altered, '--key', await key())).toMatchObject({
      code: 1,
      out: expect.stringContaining('NOT verified: line'),
    })
    expect((await gavel('import', altered, join(folder, 'never'))).code).toBe(1)
  })
  test('nothing is overwritten', async () => {
    expect((await gavel('export', served(), join(folder, 'all.jsonl'))).code).toBe(2)
    expect((await gavel('import', join(folder, 'all.jsonl'), served())).code).toBe(2)
    expect((await gavel('record', 'verify', join(folder, 'nowhere'))).code).toBe(2)
    expect((await gavel('record', 'verify', 'http://127.0.0.1:9')).code).toBe(2)
  })
})

describe('a lost way in', () => {
  test('is made anew on the machine, while the server runs, for whoever is accredited', async () => {
    const data = join(folder, 'lost')
    const server = await startServer({ dataDir: data, port: 0, demo: true })
    try {
      const made = await gavel('invite', '--data', data, '--public-url', server.url, '--json')
      expect(made.code).toBe(0)
      const { person, link } = JSON.parse(made.out) as { person: string; link: string }
      expect([person, link.startsWith(`${server.url}/sign-in/gvi_`)]).toEqual(['secretariat', true])
      const signIn = () =>
        fetch(`${server.url}/api/sign-in`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ token: link.split('/').pop(), as: 'bearer' }),
        })
      expect(await (await signIn()).json()).toMatchObject({ person: 'secretariat' })
      expect((await signIn()).status).toBe(401)
      const other = await gavel('invite', 'demo-delegate-KAZ', '--data', data)
      expect(other.out).toMatch(
        /^Exercise: delegate of Kazakhstan signs in, once, until .*: http:\/\/localhost:8080\//,
      )
      for (const [person, why] of [
        ['nobody', 'nobody is accredited as nobody'],
        ['__proto__', 'nobody is accredited'],
      ] as const)
        expect(await gavel('invite', person, '--data', data)).toMatchObject({
          code: 2,
          err: expect.stringContaining(why),
        })
      expect(await gavel('invite', '--data', data, '--public-url', 'x')).toMatchObject({ code: 2 })
    } finally {
      await server.stop()
    }
  })
})
