import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { refusals } from '@gavel/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addresses } from './addresses.ts'
import { readRulebook } from './rulebook.ts'
import { screensFolder } from './screens.ts'
import { type RunningServer, startServer } from './start.ts'

const page = 'text/html,application/xhtml+xml,*/*;q=0.8'
const built = existsSync(join(screensFolder, 'index.html'))

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

type Headers = Record<string, string>
const get = (path: string, headers: Headers = {}) =>
  fetch(`${server.url}${path}`, { headers: { accept: page, ...headers }, redirect: 'manual' })
const press = (fields: Headers, headers: Headers = {}) =>
  fetch(`${server.url}/seat`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
const bearerOf = async (as: object): Promise<Headers> => {
  const answer = await fetch(`${server.url}/api/demo/seat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as }),
  })
  return { authorization: `Bearer ${(await answer.json()).token}` }
}
let acts = 0
const act = async (type: string, as: object, body: object): Promise<Response> => {
  acts += 1
  return fetch(`${server.url}/api/acts/${type}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await bearerOf(as)) },
    body: JSON.stringify({ id: `pages-${acts}`, as, body }),
  })
}

const paths = [
  '/',
  '/catalogue',
  '/texts',
  '/texts/demo-charter',
  '/decisions',
  '/decisions?q=charter&page=1',
  '/decisions/demo-next-meeting',
  '/meetings',
  '/meetings/demo-meeting',
  '/meetings/demo-meeting/journal',
  '/organisation',
  '/organisation/members/KAZ',
  '/record',
  '/record?page=2',
  '/record/0',
  '/record/2',
  '/rules',
  '/rules/D-26',
  '/sign-in?read',
]

describe('every public page', () => {
  it.each(paths)('%s is whole without a script, in three languages', async path => {
    for (const [lang, dir] of [
      ['en', 'ltr'],
      ['ru', 'ltr'],
      ['ar', 'rtl'],
    ] as const) {
      const answer = await get(path, { 'accept-language': lang })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-language')).toBe(lang)
      const html = await answer.text()
      expect(html).toContain(`<html lang="${lang}" dir="${dir}">`)
      expect(html.match(/<h1/g)).toHaveLength(1)
      for (const part of ['<main id="main"', 'class="r-skip"', 'hrefLang="ar"', '<link rel="canonical"'])
        expect(html).toContain(part)
      expect(html).not.toMatch(/ style="| on[a-z]+="|javascript:/i)
      // The one script there may be is a file of ours, on a page that has something to check.
      const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
      expect(scripts.every(tag => tag.includes('src="/assets/'))).toBe(true)
      expect(scripts.length > 0).toBe(built && html.includes('data-verify-proof'))
    }
  })

  it('is in the table of addresses once', () => {
    const all = addresses.map(({ path }) => path)
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('one address for both', () => {
  it('is the page for whoever is signed out, the application for whoever sits at the table', async () => {
    const taken = await press({ seat: 'delegate:KAZ', to: '/texts/demo-charter#p-x' }, { origin: server.url })
    expect([taken.status, taken.headers.get('location')]).toEqual([303, '/texts/demo-charter#p-x'])
    const cookie = taken.headers.get('set-cookie')!.split(';')[0]!
    expect(taken.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/)
    const isPage = async (path: string, headers: Headers = {}) =>
      (await (await get(path, headers)).text()).includes('class="r-mast"')
    expect(await isPage('/texts/demo-charter')).toBe(true)
    expect(await isPage('/texts/demo-charter?read', { cookie })).toBe(true)
    expect(await isPage('/rules/D-26', { cookie })).toBe(true)
    if (!built) return
    expect(await isPage('/texts/demo-charter', { cookie })).toBe(false)
    expect(await isPage('/', { cookie })).toBe(false)
    expect(await isPage('/texts/demo-charter?live')).toBe(false)
    expect(await isPage('/delegation')).toBe(false)
  })

  it('lets nobody be seated by a page of another site, or by a word that is no seat', async () => {
    expect((await press({ seat: 'delegate:KAZ' }, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await press({ seat: 'delegate:KAZ' })).status).toBe(403)
    expect((await press({ seat: 'system' }, { origin: server.url })).status).toBe(422)
    const away = await press({ seat: 'delegate:KAZ', to: 'https://evil.example/' }, { origin: server.url })
    expect(away.headers.get('location')).toBe('/')
  })

  it('keeps the language that was asked for, and follows the wishes of the browser', async () => {
    const chosen = await get('/texts?lang=ar', { 'accept-language': 'ru' })
    expect(chosen.headers.get('set-cookie')).toMatch(
      /^gavel-language=ar; Path=\/; Max-Age=\d+; SameSite=Lax$/,
    )
    const languageOf = async (headers: Headers) =>
      (await get('/texts', headers)).headers.get('content-language')
    expect(await languageOf({ cookie: 'a=b; gavel-language=ar' })).toBe('ar')
    expect(
      await languageOf({ cookie: 'gavel-language=xx', 'accept-language': 'fr, ru;q=0.5, en;q=0.1' }),
    ).toBe('ru')
    expect(await languageOf({ 'accept-language': 'fr' })).toBe('en')
    expect((await get('/texts?lang=%3Cscript%3E')).headers.get('set-cookie')).toBeNull()
  })
})

describe('what is sent', () => {
  it('is asked for again and not sent again while nothing has changed, and is compressed', async () => {
    const first = await get('/texts/demo-charter', { 'accept-encoding': 'br' })
    const etag = first.headers.get('etag')!
    expect(first.headers.get('cache-control')).toBe('no-cache')
    expect(first.headers.get('vary')).toBe('Accept, Accept-Encoding, Accept-Language, Cookie')
    const again = await get('/texts/demo-charter', { 'if-none-match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const other = await get('/texts/demo-charter', { 'if-none-match': etag, 'accept-language': 'ar' })
    expect(other.status).toBe(200)
    const raw = await fetch(`${server.url}/texts/demo-charter`, {
      headers: { 'accept-encoding': 'identity' },
    })
    expect(raw.headers.get('content-encoding')).toBeNull()
    expect(await raw.text()).toBe(await first.text())
    const kaz = { kind: 'delegate', member: 'KAZ' }
    const text = await (await fetch(`${server.url}/api/texts/demo-charter`)).json()
    const { id: paragraph } = text.paragraphs.find((each: { number: string }) => each.number === '7')
    await act('texts.takeStand', kaz, { text: 'demo-charter', paragraph, stand: 'backs' })
    expect((await get('/texts/demo-charter', { 'if-none-match': etag })).status).toBe(200)
  })

  it('says who stands where in words and marks, and what the chair offers', async () => {
    const html = await (await get('/texts/demo-charter')).text()
    for (const words of [
      'backed by',
      'objected to by',
      'awaiting instructions',
      'The chair offers instead',
      '2 options',
      'Coordination is for each member to ask for.',
      'Fictional, for an exercise',
    ])
      expect(html).toContain(words)
  })

  it('tells of a running silence by its instant, in UTC and as it was announced', async () => {
    const html = await (await get('/decisions/demo-next-meeting')).text()
    expect(html).toMatch(/<time dateTime="\d{4}-\d\d-\d\dT[\d:.]+Z">[^<]*UTC<\/time>/)
    expect(html).toContain('Asia/Almaty')
    expect(html).toMatch(/data-verify-proof="\/api\/proof\/\d+"/)
  })

  it('is a file too, for texts', async () => {
    const plain = await get('/texts/demo-charter/print.txt')
    expect(plain.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await plain.text()).toMatch(/^FICTIONAL[\s\S]*\[advance - Afghanistan retain\]/)
    expect((await get('/texts/demo-charter/print.md')).status).toBe(200)
    expect((await get('/texts/none/print.md')).status).toBe(404)
  })

  it('shows what is rendered as words, however hostile', async () => {
    const secretariat = { kind: 'secretariat' }
    const title = '</title><script>alert(1)</script>'
    const convened = await act('meetings.convene', secretariat, {
      meeting: 'hostile',
      body: 'soc',
      title,
      opensAt: '2100-01-01T10:00:00.000Z',
      place: '"><img src=x onerror=alert(2)>',
      timeZone: 'Not/AZone',
      agenda: [{ number: '1', title: 'w'.repeat(300) }],
    })
    if (convened.status !== 201) expect((await convened.json()).rule).toMatch(/^M-/)
    for (const path of ['/meetings', '/meetings/hostile', '/', '/decisions?q=%3Cscript%3E&page=1']) {
      const html = await (await get(path)).text()
      expect(html).not.toMatch(/<script>|<img/)
    }
  })
})

describe('what is not there', () => {
  it('is a page for a browser and a problem for a program, and the same for what is closed', async () => {
    const asPage = await get('/texts/nothing')
    expect([asPage.status, asPage.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    const html = await asPage.text()
    expect(html).toContain('There is nothing here for you to read')
    expect(html).not.toContain('nothing"')
    const asData = await get('/texts/nothing', { accept: '*/*' })
    expect([asData.status, asData.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ])
    for (const path of [
      '/decisions/x',
      '/meetings/x',
      '/organisation/members/x',
      '/record/999999',
      '/rules/Z-1',
    ])
      expect(await (await get(path)).text()).toBe(html)
    for (const path of ['/record/-1', '/record/1e3', '/record?page=0', '/record?page=99999'])
      expect((await get(path)).status).toBe(404)
  })

  it('is told with the rule where one refuses, also as a page', async () => {
    const rule = await get('/rules/D-26', { accept: 'application/json' })
    expect(await rule.json()).toEqual({ id: 'D-26', sentence: refusals['D-26'] })
    const html = await (await get('/rules/D-26')).text()
    expect(html).toContain('D-26')
    const ofRoom = await get('/rules/N-12', { accept: 'application/json' })
    expect(await ofRoom.json()).toEqual({ id: 'N-12', sentence: 'A delegation acknowledges a notice once.' })
    const told = await (await get('/rules/N-12')).text()
    expect(told).toContain('A delegation acknowledges a notice once.')
    expect(told).toContain('notices.acknowledge')
    expect((await get('/rules/Z-1', { accept: 'application/json' })).status).toBe(404)
  })
})

describe('the rulebook as it is shown', () => {
  it('has every rule a refusal may cite, with a source', async () => {
    const rules = (await readRulebook()).flatMap(chapter => chapter.rules)
    expect(rules.map(({ id }) => id).sort()).toEqual(Object.keys(refusals).sort())
    expect(rules.filter(({ source }) => source === '')).toEqual([])
    expect(rules.find(({ id }) => id === 'D-3')!.parameters).toEqual(['quorum.decides', 'quorum.of'])
  })
})
