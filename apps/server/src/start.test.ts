import { mkdtemp, rm, stat } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyCarriedProof } from '@gavel/record'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from './start.ts'

let dataDir: string
let server: RunningServer
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gavel-'))
  server = await startServer({ dataDir, port: 0, demo: true })
})
afterAll(async () => {
  await server.stop()
  await rm(dataDir, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${server.url}${path}`, { headers })
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

describe('a first start', () => {
  it('founds the organisation and keeps its key for the owner of the file alone', async () => {
    const organisation = await (await get('/api/organisation')).json()
    expect(organisation).toMatchObject({ id: 'cica', shortName: 'CICA', members: 28 })
    expect((await stat(join(dataDir, 'signing.key'))).mode & 0o777).toBe(0o600)
  })

  it('shows a fictional draft under negotiation, and says that it is fictional', async () => {
    const page = await (await get('/')).text()
    expect(page).toContain('invented for an exercise')
    expect(page).toContain('advance')
    expect(page).not.toContain('<script')
    const printed = await (await get('/api/texts/demo-charter', { accept: 'text/plain' })).text()
    expect(printed).toContain('FICTIONAL')
    const text = await (await get('/api/texts/demo-charter')).json()
    expect(text.fictional).toBe(true)
    expect(text.paragraphs.length).toBeGreaterThanOrEqual(12)
    expect(text.disputed).toBeGreaterThan(8)
    expect((await (await get('/api/texts/demo-charter/chairs-text')).json()).offers).toHaveLength(1)
    const { silences } = await (await get('/api/silences')).json()
    expect(silences).toMatchObject([{ status: 'running' }])
    const { meetings } = await (await get('/api/meetings')).json()
    expect(meetings).toMatchObject([
      { id: 'demo-meeting', status: 'open' },
      { id: 'demo-plan-meeting', status: 'closed' },
    ])
  })

  it('shows words from outside as words', async () => {
    const token = (await (await post('/api/demo/seat', { as: { kind: 'delegate', member: 'KAZ' } })).json())
      .token
    const hostile = '<script>alert(1)</script><img src=x onerror=alert(2)>'
    const answer = await post(
      '/api/acts/texts.proposeParagraph',
      {
        id: 'hostile',
        as: { kind: 'delegate', member: 'KAZ' },
        body: {
          text: 'demo-charter',
          paragraph: 'hostile',
          place: { at: 'end' },
          level: 0,
          kind: 'operative',
          wording: hostile,
        },
      },
      { authorization: `Bearer ${token}` },
    )
    expect(answer.status).toBe(201)
    for (const [path, accept] of [
      ['/', '*/*'],
      ['/texts/demo-charter', '*/*'],
      ['/api/texts/demo-charter', 'text/html'],
    ] as const) {
      const shown = await get(path, { accept, host: 'evil.example' })
      const page = await shown.text()
      if (path !== '/') expect(page).toContain('&lt;script&gt;')
      expect(page).not.toMatch(/<script|<img|evil\.example/)
      expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'")
    }
  })

  it('gives the owner one link, which works once', async () => {
    const token = server.ownerLink!.split('/').pop()!
    const signIn = () => post('/api/sign-in', { token, as: 'bearer' })
    const first = await signIn()
    expect(await first.json()).toMatchObject({ person: 'secretariat' })
    expect((await signIn()).status).toBe(401)
    expect(await (await get(`/sign-in/${token}`)).text()).toContain('<form action="/sign-in" method="post"')
  })

  it('gives any seat of the demonstration, and a proof that is checked without the server', async () => {
    const seat = await (await post('/api/demo/seat', { as: { kind: 'delegate', member: 'KAZ' } })).json()
    expect(seat.demonstration).toContain('fictional')
    const text = await (await get('/api/texts/demo-charter')).json()
    const paragraph = text.paragraphs.find((each: { number: string }) => each.number === '5')
    const answer = await post(
      '/api/acts/texts.takeStand',
      {
        id: 'mine',
        as: { kind: 'delegate', member: 'KAZ' },
        body: { text: 'demo-charter', paragraph: paragraph.id, stand: 'backs' },
      },
      { authorization: `Bearer ${seat.token}` },
    )
    expect(answer.status).toBe(201)
    const { index } = await answer.json()
    const file = await (await get(`/api/proof/${index}`)).text()
    const vkey = (await (await get('/log/vkey')).text()).trim()
    const proven = verifyCarriedProof(file, vkey)
    expect(proven.index).toBe(index)
    expect(Buffer.from(proven.content).toString()).toContain('"mine"')
  })

  it('tells in a sentence that there is no such seat', async () => {
    const unknown = await post('/api/demo/seat', { as: { kind: 'delegate', member: 'ZZZ' } })
    expect([unknown.status, await unknown.json()]).toMatchObject([
      422,
      { type: '/problems/unprocessable', detail: 'This organisation has no seat delegate:ZZZ.' },
    ])
    const wrong = await post('/api/demo/seat', { as: 'delegate:KAZ' })
    expect((await wrong.json()).faults).toEqual([{ pointer: '/as', message: 'must be object' }])
  })

  it('serves the log as files that never change, and a checkpoint that does', async () => {
    const checkpoint = await get('/log/checkpoint')
    expect(checkpoint.headers.get('cache-control')).toBe('no-cache')
    const size = Number((await checkpoint.text()).split('\n')[1])
    expect(size).toBeGreaterThan(100)
    const width = Math.min(size, 255)
    const tile = await get(`/log/tile/0/000.p/${width}`)
    expect(tile.headers.get('cache-control')).toContain('immutable')
    expect((await tile.arrayBuffer()).byteLength).toBe(32 * width)
    expect((await get('/log/tile/entries/000.p/10')).headers.get('content-type')).toBe(
      'application/octet-stream',
    )
    expect((await get('/log/tile/0/999')).status).toBe(404)
  })

  it('answers what is no request at all', async () => {
    const { port } = new URL(server.url)
    const ask = (bytes: string) =>
      new Promise<string>((resolve, reject) => {
        let answer = ''
        const socket = createConnection(Number(port), '127.0.0.1', () => socket.write(bytes))
        socket.on('data', data => {
          answer += data
        })
        socket.on('close', () => resolve(answer))
        socket.on('error', reject)
      })
    expect(await ask('NONSENSE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
    expect(await ask(`GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    )
  })
})

describe('a later start', () => {
  it('finds the record as it was, offers no second owner link, and without demo no seats', async () => {
    const other = await mkdtemp(join(tmpdir(), 'gavel-'))
    const first = await startServer({ dataDir: other, port: 0, demo: true })
    const { size } = first.keeper.head()
    await first.stop()
    const second = await startServer({ dataDir: other, port: 0, demo: false })
    try {
      expect(second.keeper.head().size).toBe(size)
      expect(second.ownerLink).toBeUndefined()
      const seat = await fetch(`${second.url}/api/demo/seat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"as":{"kind":"secretariat"}}',
      })
      expect(seat.status).toBe(404)
    } finally {
      await second.stop()
      await rm(other, { recursive: true })
    }
  })

  it('knows no demonstration on a record that was founded without one', async () => {
    const other = await mkdtemp(join(tmpdir(), 'gavel-'))
    await (await startServer({ dataDir: other, port: 0, organisation: 'osce-like' })).stop()
    const real = await startServer({ dataDir: other, port: 0, demo: true })
    expect(real.demonstration).toBe(false)
    expect(
      (
        await fetch(`${real.url}/api/demo/seat`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"as":{"kind":"secretariat"}}',
        })
      ).status,
    ).toBe(404)
    await real.stop()
    await rm(other, { recursive: true })
  })
})
