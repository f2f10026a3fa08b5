import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from './start.ts'

/** Stands in everything that is closed: no page may have it, in any form. */
const hush = 'zqxhush'
const draft = `1. The ${hush} words are [${hush} one][${hush} two].\n`

let dataDir: string
let server: RunningServer

const bearers = new Map<string, string>()
const bearer = async (as: object): Promise<string> => {
  const key = JSON.stringify(as)
  const known = bearers.get(key)
  if (known !== undefined) return known
  const answer = await fetch(`${server.url}/api/demo/seat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as }),
  })
  const { token } = await answer.json()
  bearers.set(key, token)
  return token
}

const secretariat = { kind: 'secretariat' }
const chair = { kind: 'chair', body: 'soc' }
const kazakhstan = { kind: 'delegate', member: 'KAZ' }

let count = 0
const act = async (type: string, as: object, body: object): Promise<void> => {
  count += 1
  const answer = await fetch(`${server.url}/api/acts/${type}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await bearer(as)}` },
    body: JSON.stringify({ id: `privacy-${count}`, as, body }),
  })
  expect([type, answer.status, answer.status === 201 ? '' : await answer.text()]).toEqual([type, 201, ''])
}

const introduce = async (text: string, audience: string): Promise<void> => {
  const query = new URLSearchParams({
    introduce: text,
    title: `${hush} ${text}`,
    body: 'soc',
    audience,
    as: 'secretariat',
  })
  const answer = await fetch(`${server.url}/api/import/text?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain', authorization: `Bearer ${await bearer(secretariat)}` },
    body: draft,
  })
  expect(answer.status).toBe(201)
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gavel-'))
  server = await startServer({ dataDir, port: 0, demo: true })
  await introduce('for-members', 'members')
  await introduce('for-the-body', 'body:soc')
  const text = await (await fetch(`${server.url}/api/texts/demo-charter`)).json()
  await act('texts.instruct', kazakhstan, {
    text: 'demo-charter',
    paragraph: text.paragraphs[3].id,
    member: 'KAZ',
    redLine: `${hush} red line`,
  })
  await act('institution.setParameter', secretariat, {
    name: 'silence.namesBreaker',
    value: false,
    since: new Date(Date.now() + 1_000).toISOString(),
    source: 'assumed',
  })
  await new Promise(wake => setTimeout(wake, 1_100))
  await act('decisions.openSilence', chair, {
    decision: 'quiet',
    body: 'soc',
    title: 'A decision whose silence is broken',
    subject: { kind: 'wording', wording: 'It is decided.' },
    expiresAt: new Date(Date.now() + 12 * 24 * 3_600_000).toISOString(),
    timeZone: 'UTC',
    announcedAs: 'in twelve days',
  })
  await act('decisions.breakSilence', kazakhstan, {
    decision: 'quiet',
    member: 'KAZ',
    by: { kind: 'objection', reason: `${hush} reason` },
  })
})
afterAll(async () => {
  await server.stop()
  await rm(dataDir, { recursive: true })
})

const read = (path: string) => fetch(`${server.url}${path}`, { headers: { accept: 'text/html' } })

/** Every page that can be come to from the first one, by following links. */
const everyPage = async (): Promise<ReadonlyMap<string, string>> => {
  const pages = new Map<string, string>()
  const waiting = ['/']
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (pages.has(path)) continue
    const answer = await read(path)
    const html = await answer.text()
    expect([path, answer.status]).toEqual([path, 200])
    pages.set(path, html)
    for (const [, href] of html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
      const next = href!.replaceAll('&amp;', '&')
      // The languages show the same, the rulebook is the same for everybody; the other places are no pages.
      if (next.startsWith('/rules/') && next !== '/rules/D-27') continue
      if (/^\/(api|log|assets|feeds)\/|[?&](lang|live)\b|print\.(txt|md)$/.test(next)) continue
      if (!pages.has(next)) waiting.push(next)
    }
  }
  return pages
}

describe('what is closed', () => {
  it('is on no page one can come to', async () => {
    const pages = await everyPage()
    expect(pages.size).toBeGreaterThan(200)
    for (const kind of ['/texts/demo-charter', '/decisions/quiet', '/meetings/demo-meeting', '/rules/D-27'])
      expect(pages.has(kind)).toBe(true)
    const telling = [...pages].filter(([, html]) =>
      new RegExp(`${hush}|for-members|for-the-body`, 'i').test(html),
    )
    expect(telling.map(([path]) => path)).toEqual([])
  }, 180_000)

  it('is answered exactly like what is not there, in every form', async () => {
    const missing = await (await read('/texts/none')).text()
    for (const id of ['for-members', 'for-the-body'])
      for (const path of [`/texts/${id}`, `/texts/${id}/versions/x`, `/texts/${id}/print.txt`]) {
        const answer = await read(path)
        expect([path, answer.status, await answer.text()]).toEqual([path, 404, missing])
      }
  })

  it('[D-36] does not tell who broke a silence, where the rules keep the name', async () => {
    const html = await (await read('/decisions/quiet')).text()
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
    expect(main).toContain('Silence broken')
    expect(main).toContain('the rules keep its name')
    expect(main).not.toMatch(/Kazakhstan|KAZ/)
    expect(main).not.toContain('Break silence')
  })

  it('is not shown to whoever is signed in and reads the public page', async () => {
    const taken = await fetch(`${server.url}/seat`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: server.url },
      body: new URLSearchParams({ seat: 'delegate:KAZ' }),
      redirect: 'manual',
    })
    const cookie = taken.headers.get('set-cookie')!.split(';')[0]!
    const asKazakhstan = (path: string) =>
      fetch(`${server.url}${path}`, { headers: { accept: 'text/html', cookie } })
    expect((await asKazakhstan('/texts/for-members?read')).status).toBe(404)
    expect(await (await asKazakhstan('/texts?read')).text()).not.toContain(hush)
    expect(await (await asKazakhstan('/texts/demo-charter?read')).text()).not.toContain(hush)
  })
})
