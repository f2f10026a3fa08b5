import { memoryStore } from '@gavel/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chair, delegate, introduceTexts, newWorld, secretariat, type World } from './testing/world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld(memoryStore())
  await introduceTexts(world)
  const instructed = await world.act('aaa', delegate('AAA'), 'texts.instruct', {
    text: 'open',
    paragraph: 'p1',
    member: 'AAA',
    redLine: 'Hush red line',
  })
  expect(instructed.statusCode).toBe(201)
  const commented = await world.act('aaa', delegate('AAA'), 'texts.comment', {
    text: 'open',
    paragraph: 'p1',
    member: 'AAA',
    comment: 'c1',
    wording: 'Hush comment on the red line',
  })
  expect(commented.statusCode).toBe(201)
})
afterAll(() => world.close())

const ofSecret = [
  '/api/texts/secret',
  '/api/texts/secret/clean',
  '/api/texts/secret/chairs-text',
  '/api/texts/secret/convergence',
  '/api/texts/secret/open',
  '/api/texts/secret/stands?member=AAA',
  '/api/texts/secret/paragraphs/p1',
  '/api/texts/secret/paragraphs/p1/history',
  '/api/texts/secret/instructions',
  '/api/texts/secret/compare?from=current&to=current',
]

describe('what is closed to a reader', () => {
  it('is there for those it is open to', async () => {
    expect((await world.get('aaa', '/api/texts/secret')).json()).toMatchObject({ title: 'Hush title' })
  })

  it.each(ofSecret)('%s answers her as if there were no such text', async url => {
    for (const person of ['ccc', null]) {
      const closed = await world.get(person, url)
      const missing = await world.get(person, url.replace('secret', 'nothing'))
      expect(closed.statusCode).toBe(404)
      expect(closed.body).toBe(missing.body)
    }
  })

  it('is not acted on, and the answer is that of nothing', async () => {
    const body = { paragraph: 'p1', stand: 'objects' }
    const closed = await world.act('ccc', delegate('CCC'), 'texts.takeStand', { ...body, text: 'secret' })
    const missing = await world.act('ccc', delegate('CCC'), 'texts.takeStand', { ...body, text: 'nothing' })
    expect(closed.statusCode).toBe(404)
    expect(closed.body).toBe(missing.body)
  })

  it('is in no list, no entry, no frame, no count and no proof', async () => {
    const urls = [
      '/api/texts',
      '/api/decisions',
      '/api/silences',
      '/api/register',
      '/api/instruments',
      '/api/entries?from=0',
      '/api/entries',
    ]
    for (const person of ['ccc', null])
      for (const url of urls) {
        const { body, statusCode } = await world.get(person, url)
        expect(statusCode).toBe(200)
        expect(body).not.toMatch(/hush|"secret"|red line/i)
      }
    const { texts } = (await world.get('ccc', '/api/texts')).json()
    expect(texts.map((text: { id: string }) => text.id)).toEqual(['open'])
  })

  it('hides instructions and comments from everybody but the delegation itself', async () => {
    for (const person of ['bbb', 'ccc', 'sec', 'chair', null])
      for (const url of [
        '/api/entries?from=0',
        '/api/texts/open/paragraphs/p1/history',
        '/api/texts/open/instructions',
        '/api/texts/open/comments',
        '/api/sync?texts=open',
        '/api/texts/open',
      ])
        expect((await world.get(person, url)).body).not.toContain('red line')
    expect((await world.get('aaa', '/api/texts/open/instructions')).body).toContain('Hush red line')
    expect((await world.get('aaa', '/api/texts/open/comments')).json()).toEqual({
      comments: [
        {
          member: 'AAA',
          paragraph: 'p1',
          comment: 'c1',
          by: 'aaa',
          at: world.keeper.now(),
          wording: 'Hush comment on the red line',
        },
      ],
    })
    const closed = await world.get('ccc', '/api/texts/secret/comments')
    expect(closed.body).toBe((await world.get('ccc', '/api/texts/nothing/comments')).body)
    const intruding = await world.act('bbb', delegate('BBB'), 'texts.comment', {
      text: 'open',
      paragraph: 'p1',
      member: 'AAA',
      comment: 'c2',
      wording: 'let me in',
    })
    expect(intruding.json()).toMatchObject({ status: 403, rule: 'I-8' })
    const answer = await world.act('bbb', delegate('BBB'), 'texts.instruct', {
      text: 'open',
      paragraph: 'p1',
      member: 'AAA',
      note: 'mine now',
    })
    expect(answer.json()).toMatchObject({ status: 403, rule: 'I-8' })
  })

  it('shows a closed entry as its public leaf and nothing else', async () => {
    const { entries } = (await world.get('ccc', '/api/entries?from=0')).json()
    const closed = entries.filter((entry: { act?: unknown }) => entry.act === undefined)
    expect(closed.length).toBeGreaterThan(0)
    for (const entry of closed) expect(Object.keys(entry)).toEqual(['index', 'leaf'])
  })
})

describe('credentials', () => {
  const object = (token: string) =>
    world.app.inject({ method: 'GET', url: '/api/me', headers: { authorization: `Bearer ${token}` } })

  it('acts in no capacity that was not given', async () => {
    const stolen = await world.act('ccc', delegate('AAA'), 'texts.takeStand', {
      text: 'open',
      paragraph: 'p1',
      stand: 'backs',
    })
    expect(stolen.json()).toMatchObject({ status: 403, rule: 'I-3', type: '/rules/I-3' })
    const system = await world.act('sec', { kind: 'system' }, 'texts.unfreeze', { text: 'open' })
    expect(system.statusCode).toBe(400)
  })

  it('says who acts by the sign-in alone', async () => {
    const answer = await world.ask('ccc', 'POST', '/api/acts/meetings.open', {
      id: 'x',
      by: 'chair',
      as: chair,
      body: { meeting: 'm' },
    })
    expect(answer.statusCode).toBe(400)
    expect(
      (
        await world.ask(null, 'POST', '/api/acts/meetings.open', {
          id: 'x',
          as: chair,
          body: { meeting: 'm' },
        })
      ).statusCode,
    ).toBe(401)
  })

  it('closes what a suspended credential had opened, at once', async () => {
    expect((await world.get('bbb', '/api/texts/secret')).statusCode).toBe(200)
    const suspended = await world.act('sec', secretariat, 'institution.suspendCredential', {
      credential: 'c-bbb',
      reason: 'test',
    })
    expect(suspended.statusCode).toBe(201)
    expect((await world.get('bbb', '/api/texts/secret')).statusCode).toBe(404)
    const refused = await world.act('bbb', delegate('BBB'), 'texts.takeStand', {
      text: 'open',
      paragraph: 'p1',
      stand: 'backs',
    })
    expect(refused.json()).toMatchObject({ status: 403, rule: 'I-4' })
    await world.act('sec', secretariat, 'institution.restoreCredential', {
      credential: 'c-bbb',
      reason: 'test',
    })
    expect((await world.get('bbb', '/api/texts/secret')).statusCode).toBe(200)
  })

  it('takes an invitation once, lists and revokes sign-ins, and lets them run out', async () => {
    const invited = await world.ask('aaa', 'POST', '/api/invitations', { person: 'aaa', as: delegate('AAA') })
    const { token } = invited.json()
    const signIn = () => world.ask(null, 'POST', '/api/sign-in', { token, as: 'bearer' })
    const first = (await signIn()).json()
    expect(first.person).toBe('aaa')
    expect((await signIn()).statusCode).toBe(401)
    const { signIns } = (await world.get('aaa', '/api/sign-ins')).json()
    const other = signIns.find((row: { current: boolean }) => !row.current)
    expect((await world.ask('ccc', 'DELETE', `/api/sign-ins/${other.id}`)).statusCode).toBe(404)
    expect((await world.ask('aaa', 'DELETE', `/api/sign-ins/${other.id}`)).statusCode).toBe(204)
    expect((await object(first.token)).statusCode).toBe(401)
    expect((await object(`${world.tokens['aaa']!.slice(0, -1)}!`)).statusCode).toBe(401)
  })

  it('lets no head of delegation invite the secretariat or another delegation', async () => {
    for (const person of ['sec', 'bbb', 'nobody'])
      expect(
        (await world.ask('aaa', 'POST', '/api/invitations', { person, as: delegate('AAA') })).statusCode,
      ).toBe(403)
  })

  it('keeps tokens only as hashes', async () => {
    const secret = world.tokens['aaa']!.split('_').slice(2).join('_')
    const rows = await world.context.rows.rows(`signIn/${world.tokens['aaa']!.split('_')[1]!.slice(0, 2)}`)
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(secret)
  })

  it('refuses a change from another site under a cookie, and takes it from its own', async () => {
    const signIn = await world.ask('aaa', 'POST', '/api/invitations', { person: 'aaa', as: delegate('AAA') })
    const answer = await world.ask(null, 'POST', '/api/sign-in', { token: signIn.json().token })
    const cookie = String(answer.headers['set-cookie'])
    expect(cookie).toMatch(/^__Host-gavel=[^;]+;.*HttpOnly.*Secure.*SameSite=Strict/)
    const signOut = (headers: Record<string, string>) =>
      world.app.inject({
        method: 'POST',
        url: '/api/sign-out',
        headers: { cookie: cookie.split(';')[0]!, host: 'here.example', ...headers },
      })
    expect((await signOut({})).statusCode).toBe(403)
    expect((await signOut({ origin: 'https://evil.example' })).statusCode).toBe(403)
    expect((await signOut({ origin: 'https://here.example' })).statusCode).toBe(200)
  })
})
