import { views } from '@gavel/contract'
import { dayMs, hourMs, minuteMs } from '@gavel/kernel'
import { memoryDisk, memoryStore } from '@gavel/store'
import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { checkOf, loadCompiler } from '../http/validation.ts'
import { delegate, newWorld, secretariat, type World } from '../testing/world.ts'
import { addressOf, deviceOf, networkOf } from './device.ts'
import { limiter } from './limiter.ts'
import { publicUrlFault, returnPath, siteAt } from './site.ts'

let world: World
beforeAll(loadCompiler)
afterEach(() => world?.close())

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'
const invitation = async (person = 'aaa'): Promise<string> =>
  (await world.ask('sec', 'POST', '/api/invitations', { person, as: secretariat })).json().token
/** Signs in as a browser does; answers the name and value of the cookie. */
const browse = async (headers: Record<string, string> = {}, remoteAddress = '192.0.2.77') => {
  const answer = await world.app.inject({
    method: 'POST',
    url: '/api/sign-in',
    remoteAddress,
    headers: { 'user-agent': firefox, ...headers },
    payload: { token: await invitation() },
  })
  return String(answer.headers['set-cookie']).split(';')[0]!
}
const withCookie = (cookie: string, method: 'GET' | 'POST' | 'DELETE', url: string) =>
  world.app.inject({
    method,
    url,
    headers: { cookie, host: 'here.example', origin: 'http://here.example' },
  })

describe('my sign-ins', () => {
  it('are told by device, network, way and use; a revoked cookie opens nothing', async () => {
    world = await newWorld(memoryStore())
    const cookie = await browse()
    world.wait(6 * minuteMs)
    const list = (await withCookie(cookie, 'GET', '/api/sign-ins')).json()
    expect(checkOf(views.signIns)(list)).toEqual([])
    const current = list.signIns.find((row: { current: boolean }) => row.current)
    expect(current).toMatchObject({
      way: 'invitation',
      by: 'sec',
      device: { browser: 'Firefox', system: 'Linux' },
      network: '192.0.2.0/24',
    })
    expect(Date.parse(current.seen) - Date.parse(current.since)).toBe(6 * minuteMs)
    expect((await world.ask('aaa', 'DELETE', `/api/sign-ins/${current.id}`)).statusCode).toBe(204)
    expect((await withCookie(cookie, 'GET', '/api/me')).body).toBe('null')
    expect((await withCookie(cookie, 'GET', '/api/sign-ins')).statusCode).toBe(401)
    expect((await withCookie(cookie, 'POST', '/api/passkeys/registration-options')).statusCode).toBe(401)
  })

  it('are revoked all but this one, and the trail tells it', async () => {
    world = await newWorld(memoryStore())
    const cookies = [await browse(), await browse(), await browse()]
    const revoked = await withCookie(cookies[0]!, 'POST', '/api/sign-ins/revoke-others')
    expect(checkOf(views.revokeOtherSignIns)(revoked.json())).toEqual([])
    expect(revoked.json()).toEqual({ revoked: 3 })
    expect((await withCookie(cookies[0]!, 'GET', '/api/sign-ins')).json().signIns).toHaveLength(1)
    for (const cookie of cookies.slice(1))
      expect((await withCookie(cookie, 'GET', '/api/me')).body).toBe('null')
    const { trail } = (await withCookie(cookies[0]!, 'GET', '/api/sign-ins/trail')).json()
    expect(checkOf(views.signInTrail)({ trail })).toEqual([])
    expect(trail.map(({ what }: { what: string }) => what)).toEqual([
      'othersRevoked',
      'signedIn',
      'invited',
      'signedIn',
      'invited',
      'signedIn',
      'invited',
    ])
    expect((await world.get('bbb', '/api/sign-ins/trail')).json().trail).toEqual([])
    expect((await world.get('bbb', '/api/me')).statusCode).toBe(200)
  })

  it('replace one another in one browser: the one before ends', async () => {
    world = await newWorld(memoryStore())
    const before = await browse()
    const after = await browse({ cookie: before, host: 'here.example', origin: 'http://here.example' })
    expect(after).not.toBe(before)
    expect((await withCookie(before, 'GET', '/api/me')).body).toBe('null')
    expect((await withCookie(after, 'GET', '/api/me')).json().person).toBe('aaa')
  })

  it('end when nobody used them for as long as the operator says, and not before', async () => {
    world = await newWorld(memoryStore(), { idleMs: hourMs })
    world.wait(hourMs - 1)
    expect((await world.get('aaa', '/api/me')).statusCode).toBe(200)
    world.wait(hourMs - 1)
    expect((await world.get('aaa', '/api/me')).statusCode).toBe(200)
    world.wait(hourMs)
    expect((await world.get('aaa', '/api/me')).statusCode).toBe(401)
  })

  it('are swept once they have run out, invitations too, by whoever comes next', async () => {
    const disk = memoryDisk()
    world = await newWorld(memoryStore(disk))
    for (let at = 0; at < 5; at++) await invitation()
    await browse()
    const counted = () =>
      [...disk.rows].flatMap(([kind, rows]) => (/^(signIn|invitation)\//.test(kind) ? [...rows.keys()] : []))
    expect(counted().length).toBe(11)
    world.wait(31 * dayMs)
    world.tokens['aaa'] = await world.context.accounts.signIn('aaa' as never, { way: 'invitation' })
    await world.get('aaa', '/api/sign-ins')
    for (const person of ['sec', 'chair', 'bbb', 'ccc']) await world.context.accounts.list(person as never)
    await world.context.accounts.invite('aaa' as never, 'sec')
    expect(counted().length).toBe(2)
    expect((await world.get('aaa', '/api/sign-ins')).json().signIns).toHaveLength(1)
  })

  it('are found without reading those of everybody', async () => {
    const disk = memoryDisk()
    world = await newWorld(memoryStore(disk))
    for (let at = 0; at < 3_000; at++)
      await world.context.accounts.signIn(`p${at}` as never, { way: 'invitation' })
    const asked: string[] = []
    const { rows } = world.context
    const list = disk.rows
    for (const kind of list.keys()) if (kind.startsWith('signIn/')) asked.push(kind)
    expect(asked.length).toBeGreaterThan(200)
    expect(Math.max(...asked.map(kind => list.get(kind)!.size))).toBeLessThan(60)
    expect((await rows.rows('signIn')).length).toBe(0)
    expect(await world.context.accounts.list('p7' as never)).toHaveLength(1)
  })
})

describe('an invitation', () => {
  it('of the secretariat is for heads of delegation and for whoever acts for no delegation, not for delegates [I-24]', async () => {
    world = await newWorld(memoryStore())
    const given = { person: 'junior', name: 'Junior', capacity: delegate('AAA'), rights: ['read', 'object'] }
    const accredit = { credential: 'c-junior', from: world.keeper.now(), ...given }
    expect((await world.act('aaa', delegate('AAA'), 'institution.accredit', accredit)).statusCode).toBe(201)
    const invite = async (by: string, as: object, person: string) =>
      (await world.ask(by, 'POST', '/api/invitations', { person, as })).statusCode
    expect(await invite('sec', secretariat, 'junior')).toBe(403)
    expect(await invite('aaa', delegate('AAA'), 'junior')).toBe(201)
    for (const person of ['aaa', 'chair', 'sec']) expect(await invite('sec', secretariat, person)).toBe(201)
  })

  it('is told to the person it was made for, with who made it', async () => {
    world = await newWorld(memoryStore())
    await invitation()
    const { trail } = (await world.get('aaa', '/api/sign-ins/trail')).json()
    expect(trail).toMatchObject([{ what: 'invited', name: 'sec', network: null }])
    expect((await world.get('sec', '/api/sign-ins/trail')).json().trail).toEqual([])
  })
})

describe('who I am', () => {
  it('is told with name, delegation, rights, validity and sign-in; null when signed out', async () => {
    world = await newWorld(memoryStore())
    expect((await world.get('aaa', '/api/me')).json()).toMatchObject({
      person: 'aaa',
      name: 'aaa',
      delegation: { member: 'AAA', name: { en: 'AAA' } },
      capacities: [
        {
          as: delegate('AAA'),
          rights: expect.arrayContaining(['accredit']),
          from: '2026-01-01T00:00:00.000Z',
          until: null,
        },
      ],
      signIn: { way: 'invitation', fresh: true },
      demonstration: false,
    })
    expect((await world.get('sec', '/api/me')).json().delegation).toBeNull()
    const out = await world.get(null, '/api/me')
    expect([out.statusCode, out.body, out.headers['content-type']]).toEqual([
      200,
      'null',
      'application/json; charset=utf-8',
    ])
    world.wait(30 * minuteMs)
    expect((await world.get('aaa', '/api/me')).json().signIn.fresh).toBe(false)
  })
})

describe('a seat of a demonstration', () => {
  it('is shared: who sits there sees and ends her own sign-in alone, and reads no trail', async () => {
    world = await newWorld(memoryStore(), { demonstration: true })
    for (const name of ['one', 'two'])
      world.tokens[name] = await world.context.accounts.signIn('aaa' as never, { way: 'demonstration' })
    const { signIns } = (await world.get('one', '/api/sign-ins')).json()
    expect(signIns).toHaveLength(1)
    const other = (await world.get('two', '/api/sign-ins')).json().signIns[0].id
    expect((await world.ask('one', 'DELETE', `/api/sign-ins/${other}`)).statusCode).toBe(404)
    expect((await world.ask('one', 'POST', '/api/sign-ins/revoke-others')).json()).toEqual({ revoked: 0 })
    expect((await world.get('two', '/api/me')).json()).toMatchObject({ demonstration: true })
    await browse()
    expect((await world.get('one', '/api/sign-ins/trail')).json().trail).toEqual([])
  })
})

describe('a link to another device', () => {
  const make = async () => (await world.ask('aaa', 'POST', '/api/sign-in/link')).json()
  const open = (token: string) => world.ask(null, 'POST', '/api/sign-in/link/open', { token })
  const finish = (claim: string) =>
    world.ask(null, 'POST', '/api/sign-in/link/finish', { claim, as: 'bearer' })
  const look = async (id: string) => (await world.get('aaa', `/api/sign-in/links/${id}`)).json()
  const approve = (id: string, code: string, by = 'aaa') =>
    world.ask(by, 'POST', `/api/sign-in/links/${id}/approve`, { code })

  it('lets that device in once both show the same code, and once only', async () => {
    world = await newWorld(memoryStore(), { publicUrl: 'https://gavel.example' })
    const made = await make()
    expect(checkOf(views.makeLink)(made)).toEqual([])
    expect(made.url).toBe(`https://gavel.example/sign-in/${made.token}`)
    expect(await look(made.id)).toMatchObject({ state: 'waiting', code: null })
    const opened = (await open(made.token)).json()
    expect(checkOf(views.openLink)(opened)).toEqual([])
    expect(opened.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    const waiting = await finish(opened.claim)
    expect([waiting.json(), checkOf(views.finishLink)(waiting.json())]).toEqual([{ state: 'waiting' }, []])
    const seen = await look(made.id)
    expect([seen.code, seen.state, checkOf(views.link)(seen)]).toEqual([opened.code, 'asked', []])
    expect((await approve(made.id, opened.code.toLowerCase().replace('-', ' '))).statusCode).toBe(204)
    const came = (await finish(opened.claim)).json()
    expect([came.person, checkOf(views.finishLink)(came)]).toEqual(['aaa', []])
    expect((await finish(opened.claim)).statusCode).toBe(401)
    world.tokens['phone'] = came.token
    expect((await world.get('phone', '/api/me')).json().signIn.way).toBe('link')
  })

  it('is void for a second device, for another code, when late, and when the sign-in that vouched is gone', async () => {
    world = await newWorld(memoryStore())
    const made = await make()
    const opened = (await open(made.token)).json()
    expect((await open(made.token)).statusCode).toBe(401)
    expect((await approve(made.id, 'AAAA-AAAA')).statusCode).toBe(422)
    expect((await approve(made.id, opened.code)).statusCode).toBe(404)
    expect((await finish(opened.claim)).statusCode).toBe(401)
    const late = await make()
    const asked = (await open(late.token)).json()
    world.wait(10 * minuteMs)
    expect((await approve(late.id, asked.code)).statusCode).toBe(404)
    const last = await make()
    const claim = (await open(last.token)).json()
    await approve(last.id, claim.code)
    await world.context.accounts.revoke('aaa' as never, world.tokens['aaa']!.split('_')[1]!)
    expect((await finish(claim.claim)).statusCode).toBe(401)
  })

  it('is nobody else’s to look at, to approve or to take back; its token is no claim and no invitation', async () => {
    world = await newWorld(memoryStore())
    const made = await make()
    const opened = (await open(made.token)).json()
    expect((await world.get('bbb', `/api/sign-in/links/${made.id}`)).statusCode).toBe(404)
    expect((await approve(made.id, opened.code, 'bbb')).statusCode).toBe(404)
    expect((await world.ask('bbb', 'DELETE', `/api/sign-in/links/${made.id}`)).statusCode).toBe(404)
    for (const token of [
      made.token,
      opened.claim,
      opened.claim.replace('gvc', 'gvi'),
      opened.claim.replace('gvc', 'gvl'),
    ]) {
      expect((await world.ask(null, 'POST', '/api/sign-in', { token })).statusCode).toBe(401)
      if (!token.startsWith('gvc')) expect((await finish(token.replace(/^gv./, 'gvi'))).statusCode).toBe(401)
    }
    expect((await world.ask('aaa', 'DELETE', `/api/sign-in/links/${made.id}`)).statusCode).toBe(204)
    expect((await finish(opened.claim)).statusCode).toBe(401)
  })

  it('opens nothing for longer than the sign-in that vouched lasts', async () => {
    world = await newWorld(memoryStore())
    world.wait(29 * dayMs)
    const made = await make()
    const opened = (await open(made.token)).json()
    await approve(made.id, opened.code)
    world.tokens['phone'] = (await finish(opened.claim)).json().token
    world.wait(dayMs - 1)
    expect((await world.get('phone', '/api/me')).statusCode).toBe(200)
    world.wait(1)
    expect((await world.get('phone', '/api/me')).statusCode).toBe(401)
  })
})

describe('cookies and origins', () => {
  it('carry __Host- and Secure unless the operator serves plain http', async () => {
    world = await newWorld(memoryStore(), { publicUrl: 'http://gavel.intranet:8080' })
    const answer = await world.ask(null, 'POST', '/api/sign-in', { token: await invitation() })
    const cookie = String(answer.headers['set-cookie'])
    expect(cookie).toMatch(/^gavel=.*HttpOnly.*SameSite=Strict/)
    expect(cookie).not.toContain('Secure')
    expect((await withCookie(cookie.split(';')[0]!, 'GET', '/api/me')).json().person).toBe('aaa')
  })

  it('of the public name over plain http are foreign where the public address is https', async () => {
    world = await newWorld(memoryStore(), { publicUrl: 'https://gavel.example' })
    const ask = (origin: string, host = 'gavel.example') =>
      world.app.inject({
        method: 'POST',
        url: '/api/sign-in',
        headers: { origin, host },
        payload: { token: 'gvi_0000000000000000_'.padEnd(64, 'A') },
      })
    expect((await ask('http://gavel.example')).statusCode).toBe(403)
    expect((await ask('null')).statusCode).toBe(403)
    expect((await ask('https://gavel.example.evil.example')).statusCode).toBe(403)
    expect((await ask('https://gavel.example')).statusCode).toBe(401)
    expect((await ask('https://gavel.example', '127.0.0.1:8080')).statusCode).toBe(401)
    expect((await ask('http://127.0.0.1:8080', '127.0.0.1:8080')).statusCode).toBe(401)
  })

  it('believe X-Forwarded-For from a proxy alone, and of it only what that proxy wrote', async () => {
    for (const trustProxy of [false, true]) {
      world = await newWorld(memoryStore(), trustProxy ? { trustProxy: '192.0.2.77' } : {})
      // What a client writes itself stands before what the proxy adds.
      const cookie = await browse({ 'x-forwarded-for': '198.51.100.1, 203.0.113.9' })
      const { signIns } = (await withCookie(cookie, 'GET', '/api/sign-ins')).json()
      const { network } = signIns.find((row: { current: boolean }) => row.current)
      expect(network).toBe(trustProxy ? '203.0.113.0/24' : '192.0.2.0/24')
      if (!trustProxy) await world.close()
    }
  })
})

describe('what is logged', () => {
  it('holds no token, no claim, no code and no address that carries one', async () => {
    const lines: string[] = []
    const say = (...said: readonly unknown[]): void => void lines.push(JSON.stringify(said))
    const logger = {
      level: 'trace',
      silent: say,
      fatal: say,
      error: say,
      warn: say,
      info: say,
      debug: say,
      trace: say,
      child: (): unknown => logger,
    }
    world = await newWorld(memoryStore(), { logger: logger as never })
    const token = await invitation()
    const cookie = await browse()
    const link = (await world.ask('aaa', 'POST', '/api/sign-in/link')).json()
    const opened = (await world.ask(null, 'POST', '/api/sign-in/link/open', { token: link.token })).json()
    const wrong = 'gvs_0000000000000000_'.padEnd(64, 'B')
    await world.app.inject({ url: '/api/me', headers: { authorization: `Bearer ${wrong}` } })
    await world.app.inject({ url: `/sign-in/${token}` })
    await withCookie(cookie, 'GET', '/api/me')
    await world.ask(null, 'POST', '/api/sign-in', { token: `${token}x` })
    expect(lines.length).toBeGreaterThan(5)
    for (const secret of [token, cookie.split('=')[1]!, link.token, opened.claim, opened.code, wrong])
      expect(lines.join('\n')).not.toContain(secret.split('_').at(-1))
  })
})

describe('where to go after a sign-in', () => {
  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/x/..//evil.example',
    '/.//evil.example',
    '/%0d%0aset-cookie:x',
    '/\n/evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '',
    '@evil.example',
    '/a"b',
  ])('%j is a path of this site', asked => {
    const path = returnPath(asked)
    expect(new URL(path, 'https://gavel.example').origin).toBe('https://gavel.example')
    expect(path).toMatch(/^\/(?!\/)[^\\\s"<>]*$/)
  })

  it('whatever is asked, it is this site', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map(tail => `/${tail}`),
          fc.webUrl(),
        ),
        asked => {
          const path = returnPath(asked)
          for (const base of ['https://gavel.example/', 'https://gavel.example/api/sign-in/oidc/x/callback'])
            expect(new URL(path, base).origin).toBe('https://gavel.example')
        },
      ),
    )
    expect(returnPath('/texts/charter?from=1#p2')).toBe('/texts/charter?from=1#p2')
    expect(returnPath(undefined)).toBe('/')
  })
})

describe('small things', () => {
  it('a public address is a host over http or https, and nothing else', () => {
    for (const good of ['https://gavel.example', 'https://gavel.example:8443/', 'http://localhost:8080'])
      expect(publicUrlFault(good)).toBeUndefined()
    for (const bad of ['gavel.example', 'ftp://x', 'https://a:b@x', 'https://x/gavel', 'https://x/?q', ''])
      expect(publicUrlFault(bad)).toBeTypeOf('string')
    expect(siteAt('https://gavel.example:8443', true)).toEqual({
      origin: 'https://gavel.example:8443',
      host: 'gavel.example:8443',
      rpId: 'gavel.example',
      secure: true,
    })
  })

  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge',
      'Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari',
      'iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
      'Chrome',
      'Android',
    ],
    ['curl/8.5.0', 'curl', null],
    ['<script>alert(1)</script>', null, null],
    [undefined, null, null],
  ])('a device is told in known names: %s', (agent, browser, system) =>
    expect(deviceOf(agent)).toEqual({ browser, system }),
  )

  it('networks and addresses', () => {
    expect(['192.0.2.7', '::ffff:192.0.2.7', '2001:db8:1:2::3', '::1', 'x'].map(networkOf)).toEqual([
      '192.0.2.0/24',
      '192.0.2.0/24',
      '2001:db8:1::/48',
      '0:0:0::/48',
      null,
    ])
    expect(addressOf('2001:0db8:1:2:3:4:5:6')).toBe(addressOf('2001:db8:1:2::9'))
    expect(addressOf('2001:db8:1:3::9')).not.toBe(addressOf('2001:db8:1:2::9'))
    expect(addressOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
  })

  it('a limiter counts a window, gives a new one, and forgets the oldest when it is full', () => {
    const counts = limiter(2, 100, 2)
    expect([0, 1, 2, 99, 100].map(at => counts.take('a', at))).toEqual([0, 0, 98, 1, 0])
    counts.take('b', 100)
    counts.take('c', 100)
    expect(counts.take('a', 101)).toBe(0)
  })
})
