import { dayMs } from '@gavel/kernel'
import { memoryStore } from '@gavel/store'
import { afterEach, describe, expect, it } from 'vitest'
import { delegate, introduceTexts, newWorld, type World } from './testing/world.ts'

let world: World
afterEach(() => world.close())

const fresh = async (...options: Parameters<typeof newWorld> extends [unknown, ...infer R] ? R : never) => {
  world = await newWorld(memoryStore(), ...options)
}
const meWith = (token: string) =>
  world.app.inject({ url: '/api/me', headers: { authorization: `Bearer ${token}` } })
const invite = async (): Promise<string> =>
  (await world.ask('aaa', 'POST', '/api/invitations', { person: 'aaa', as: delegate('AAA') })).json().token
const signIn = (token: string) => world.ask(null, 'POST', '/api/sign-in', { token, as: 'bearer' })

describe('what runs out', () => {
  it('an invitation works until the last millisecond of its seven days, and not after', async () => {
    await fresh()
    const [one, other] = [await invite(), await invite()]
    world.wait(7 * dayMs - 1)
    expect((await signIn(one)).statusCode).toBe(200)
    world.wait(1)
    expect((await signIn(other)).statusCode).toBe(401)
  })

  it('a sign-in lasts thirty days and is then no longer listed', async () => {
    await fresh()
    const { token } = (await signIn(await invite())).json()
    world.wait(30 * dayMs - 1)
    expect((await meWith(token)).statusCode).toBe(200)
    world.wait(1)
    const after = await meWith(token)
    expect(after.statusCode).toBe(401)
    expect(after.headers['www-authenticate']).toContain('invalid_token')
    expect((await signIn('gvi_0000000000000000_'.padEnd(64, 'A'))).statusCode).toBe(401)
    const again = await world.context.accounts.signIn('aaa' as never, { way: 'invitation' })
    const { signIns } = (
      await world.app.inject({ url: '/api/sign-ins', headers: { authorization: `Bearer ${again}` } })
    ).json()
    expect(signIns).toHaveLength(1)
  })

  it('a credential opens from its first instant, until its last, for reading and for acting', async () => {
    await fresh()
    await introduceTexts(world)
    const now = Date.parse(world.keeper.now())
    const instant = (ms: number) => new Date(now + ms).toISOString()
    const given = await world.act('aaa', delegate('AAA'), 'institution.accredit', {
      credential: 'c-new',
      person: 'new',
      name: 'New',
      capacity: delegate('AAA'),
      rights: ['read', 'propose', 'join'],
      from: instant(dayMs),
      until: instant(2 * dayMs),
    })
    expect(given.statusCode).toBe(201)
    world.tokens['new'] = await world.context.accounts.signIn('new' as never, { way: 'invitation' })
    const read = async () => (await world.get('new', '/api/texts/secret')).statusCode
    const stand = { text: 'open', paragraph: 'p1', stand: 'backs' }
    const back = () => world.act('new', delegate('AAA'), 'texts.takeStand', stand)
    expect(await read()).toBe(404)
    expect((await back()).json()).toMatchObject({ status: 403, rule: 'I-5' })
    world.wait(dayMs)
    expect(await read()).toBe(200)
    expect((await back()).statusCode).toBe(201)
    world.wait(dayMs - 1)
    expect(await read()).toBe(200)
    world.wait(1)
    expect(await read()).toBe(404)
    expect((await back()).json()).toMatchObject({ status: 403, rule: 'I-5' })
    expect((await world.get('new', '/api/me')).json().capacities).toEqual([])
  })
})

describe('what is limited', () => {
  it('sign-ins: of a thousand at once hardly any is even tried, and other addresses are not held up', async () => {
    await fresh({ signInsPerMinute: 5 })
    const genuine = await invite()
    const token = 'gvi_0000000000000000_'.padEnd(64, 'A')
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => signIn(token)))
    const refused = answers.filter(({ statusCode }) => statusCode === 429)
    expect(refused.length).toBeGreaterThanOrEqual(995)
    expect(refused[0]!.json()).toMatchObject({ type: '/problems/too-many-requests', status: 429 })
    expect(Number(refused[0]!.headers['retry-after'])).toBeGreaterThan(0)
    const elsewhere = await world.app.inject({
      method: 'POST',
      url: '/api/sign-in',
      remoteAddress: '192.0.2.7',
      payload: { token: genuine, as: 'bearer' },
    })
    expect(elsewhere.statusCode).toBe(200)
  })

  it('requests of one person, whatever her address; others go on', async () => {
    await fresh({ requestsPerMinute: 3 })
    const statuses = []
    for (let at = 0; at < 5; at++) statuses.push((await world.get('aaa', '/api/texts')).statusCode)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    expect((await world.get('bbb', '/api/texts')).statusCode).toBe(200)
  })

  it('the files the screens are made of not at all: a hall opens them at once behind one address', async () => {
    await fresh({ requestsPerMinute: 3 })
    const asked = async (url: string) => (await world.app.inject({ url })).headers['x-ratelimit-remaining']
    for (const url of ['/assets/app-x1_Y.js', '/worker.js', '/kept.json?x=1'])
      expect(await asked(url)).toBeUndefined()
    expect(await asked('/api/texts')).toBe('2')
    expect(await asked('/api/assets/../texts')).not.toBeUndefined()
  })

  it('tokens that are tried: the wrong ones count against the address', async () => {
    await fresh({ requestsPerMinute: 3 })
    const statuses = []
    for (let at = 0; at < 5; at++) statuses.push((await meWith(`gvs_${at}`)).statusCode)
    expect(statuses).toEqual([401, 401, 401, 429, 429])
  })
})
