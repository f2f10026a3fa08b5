import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { named, views } from '@gavel/contract'
import { Check } from 'typebox/value'
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

type Headers = Record<string, string>
const ask = (method: string, path: string, body?: object, headers: Headers = {}) =>
  fetch(`${server.url}${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
const take = (as: object, headers: Headers = {}, how = 'bearer') =>
  ask('POST', '/api/demo/seat', { as, how }, headers)
interface Seat {
  readonly as: { readonly kind: string }
  readonly name: string
  readonly person: string
  readonly sitting: number
  readonly mine: boolean
}
const seats = async (headers: Headers = {}): Promise<readonly Seat[]> =>
  (await (await ask('GET', '/api/demo/seats', undefined, headers)).json()).seats
const kazakhstan = { kind: 'delegate', member: 'KAZ' }
const later = () => new Promise(wake => setTimeout(wake, 2_100))

describe('the seats of a demonstration', () => {
  it('are listed: members in their order, the chair of each body, secretariat, facilitator, observers', async () => {
    const answer = await (await ask('GET', '/api/demo/seats')).json()
    expect(Check(named, views.seats, answer)).toBe(true)
    const kinds = answer.seats.map(({ as }: Seat) => as.kind)
    const count = (kind: string) => kinds.filter((each: string) => each === kind).length
    expect([count('delegate'), count('secretariat'), count('facilitator')]).toEqual([28, 1, 1])
    expect(count('chair')).toBeGreaterThan(2)
    expect(count('observer')).toBeGreaterThan(3)
    const { members } = await (await ask('GET', '/api/members')).json()
    const inOrder = members.filter(({ standing, status }: { standing: string; status: string }) => {
      return standing === 'member' && status === 'active'
    })
    expect(answer.seats.slice(0, 28).map(({ as }: { as: { member: string } }) => as.member)).toEqual(
      inOrder.map(({ id }: { id: string }) => id),
    )
    for (const { name } of answer.seats) expect(name).toMatch(/^Exercise: /)
    expect(answer.seats.find(({ as }: { as: { member?: string } }) => as.member === 'KAZ')).toMatchObject({
      name: 'Exercise: delegate of Kazakhstan',
      of: { en: 'Kazakhstan' },
      person: 'demo-delegate-KAZ',
    })
  })

  it('can all be taken, by anybody, and each is an exercise person on the record', async () => {
    for (const { as, name, person } of await seats()) {
      const taken = await take(as)
      expect(taken.status, name).toBe(200)
      const answer = await taken.json()
      expect(Check(named, views.takeSeat, answer)).toBe(true)
      expect(answer).toMatchObject({ person, name })
      const me = await (
        await ask('GET', '/api/me', undefined, { authorization: `Bearer ${answer.token}` })
      ).json()
      expect(me).toMatchObject({ person, name, demonstration: true, signIn: { way: 'demonstration' } })
      expect(me.capacities.map((each: { as: object }) => each.as)).toEqual([as])
    }
  })

  it('tell how many sit there now and which is mine; leaving one, and taking another, gives it back', async () => {
    const of = async (person: string, headers: Headers = {}) =>
      (await seats(headers)).find(seat => seat.person === person)!
    await later()
    const before = (await of('demo-delegate-KAZ')).sitting
    const first = await (await take(kazakhstan)).json()
    await (await take(kazakhstan)).json()
    await later()
    const bearer = { authorization: `Bearer ${first.token}` }
    expect(await of('demo-delegate-KAZ', bearer)).toMatchObject({ sitting: before + 2, mine: true })
    expect((await of('demo-delegate-KAZ')).mine).toBe(false)
    expect((await ask('DELETE', '/api/demo/seat', undefined, bearer)).status).toBe(204)
    expect((await ask('DELETE', '/api/demo/seat', undefined, bearer)).status).toBe(401)
    expect((await ask('DELETE', '/api/demo/seat')).status).toBe(404)
    const own = { origin: server.url }
    const cookieOf = (answer: Response) => answer.headers.get('set-cookie')!.split(';')[0]!
    const sat = cookieOf(await take(kazakhstan, own, 'cookie'))
    const moved = cookieOf(await take({ kind: 'secretariat' }, { ...own, cookie: sat }, 'cookie'))
    await later()
    expect((await of('demo-delegate-KAZ')).sitting).toBe(before + 1)
    expect(await (await ask('GET', '/api/me', undefined, { cookie: sat })).json()).toBeNull()
    expect(await (await ask('GET', '/api/me', undefined, { cookie: moved })).json()).toMatchObject({
      person: 'demo-secretariat',
    })
  })

  it('are given to no page of another site', async () => {
    expect((await take(kazakhstan, { origin: 'https://evil.example' }, 'cookie')).status).toBe(403)
  })
})

describe('a link on a page without a script', () => {
  it('shows a code, waits for the approval, and lets this browser in', async () => {
    const token = server.ownerLink!.split('/').pop()!
    expect(server.ownerLink).toMatch(/^http:\/\/localhost:\d+\/sign-in\//)
    const owner = await (await ask('POST', '/api/sign-in', { token, as: 'bearer' })).json()
    const bearer = { authorization: `Bearer ${owner.token}` }
    const link = await (await ask('POST', '/api/sign-in/link', undefined, bearer)).json()
    const form = (value: string, origin = server.url) =>
      fetch(`${server.url}/sign-in`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
        body: new URLSearchParams({ token: value }),
      })
    expect(await (await ask('GET', link.path)).text()).toContain('<form action="/sign-in" method="post"')
    expect((await form(link.token, 'https://evil.example')).status).toBe(403)
    const opened = await (await form(link.token)).text()
    const { code } = await (await ask('GET', `/api/sign-in/links/${link.id}`, undefined, bearer)).json()
    expect(opened).toContain(code)
    const claim = /name="token" value="(gvc_[^"]+)"/.exec(opened)![1]!
    expect(await (await form(claim)).text()).toContain('not approved this one yet')
    await ask('POST', `/api/sign-in/links/${link.id}/approve`, { code }, bearer)
    const came = await form(claim)
    expect([came.status, came.headers.get('location')]).toEqual([303, '/'])
    expect(came.headers.get('set-cookie')).toContain('__Host-gavel=')
  })
})
