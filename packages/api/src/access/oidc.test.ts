import type { AddressInfo } from 'node:net'
import { views } from '@gavel/contract'
import { minuteMs } from '@gavel/kernel'
import { memoryStore } from '@gavel/store'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkOf, loadCompiler } from '../http/validation.ts'
import { type Known, type Lies, lyingProvider, realProvider } from '../testing/provider.ts'
import { delegate, newWorld, type World } from '../testing/world.ts'

let world: World
let site: string
let real: Awaited<ReturnType<typeof realProvider>>
let liar: Awaited<ReturnType<typeof lyingProvider>>
let down: Awaited<ReturnType<typeof lyingProvider>>
let who: Known | null = null

beforeAll(async () => {
  await loadCompiler()
  real = await realProvider(() => who)
  liar = await lyingProvider()
  down = await lyingProvider()
  await down.close()
  const common = { clientId: 'gavel', clientSecret: real.client.secret, scope: 'openid email gavel' }
  world = await newWorld(memoryStore(), {
    oidc: [
      { ...common, id: 'mfa', label: { en: 'Ministry of AAA' }, issuer: real.issuer, member: 'AAA' },
      {
        ...common,
        id: 'org',
        label: { en: 'Secretariat' },
        issuer: real.issuer,
        persons: { claim: 'email', map: { 'sec@org.example': 'sec' } },
      },
      { ...common, id: 'liar', label: { en: 'Liar' }, issuer: liar.issuer, persons: { claim: 'person' } },
      { ...common, id: 'down', label: { en: 'Down' }, issuer: down.issuer },
    ],
  })
  await world.app.listen({ port: 0, host: '127.0.0.1' })
  site = `http://localhost:${(world.app.server.address() as AddressInfo).port}`
  real.start(
    ['mfa', 'org'].map(id => `${site}/api/sign-in/oidc/${id}/callback`),
    `${site}/`,
  )
})
afterAll(async () => {
  await world.close()
  await real.close()
  await liar.close()
})

const own = () => site.replace('localhost', '127.0.0.1')
const visit = (url: string, cookies: ReadonlyMap<string, string> = new Map(), init: RequestInit = {}) =>
  fetch(url.replace(site, own()), {
    redirect: 'manual',
    ...init,
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...init.headers },
  })
const keep = (cookies: Map<string, string>, answer: Response): void => {
  for (const line of answer.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
    if (value === '') cookies.delete(name!)
    else cookies.set(name!, value!)
  }
}

/** A browser: it keeps the cookies of this site and of the provider apart, and follows redirects to the end. */
const browser = () => {
  const ours = new Map<string, string>()
  const theirs = new Map<string, string>()
  const go = async (url: string): Promise<Response> => {
    let [next, answer] = [url, await visit(url, url.startsWith(site) ? ours : theirs)]
    for (let hops = 0; hops < 10; hops++) {
      keep(next.startsWith(site) ? ours : theirs, answer)
      const location = answer.headers.get('location')
      if (location === null) return answer
      next = new URL(location, next).href
      answer = await visit(next, next.startsWith(site) ? ours : theirs)
    }
    throw new Error('no end of redirects')
  }
  const me = async () => (await visit(`${site}/api/me`, ours)).json()
  return { ours, go, me }
}
const start = `/api/sign-in/oidc/mfa?returnTo=/texts/charter`
const invitation = (person = 'aaa'): Promise<string> => world.context.accounts.invite(person as never, 'sec')

/** A browser that has redeemed an invitation. */
const signedIn = async (person = 'aaa') => {
  const there = browser()
  const answer = await visit(`${site}/api/sign-in`, new Map(), {
    method: 'POST',
    headers: { origin: site, 'content-type': 'application/json' },
    body: JSON.stringify({ token: await invitation(person) }),
  })
  keep(there.ours, answer)
  const link = async (provider = 'mfa') => {
    const begun = await visit(`${site}/api/accounts/${provider}`, there.ours, {
      method: 'POST',
      headers: { origin: site },
    })
    keep(there.ours, begun)
    return begun
  }
  return { ...there, link }
}

describe('at a real provider', () => {
  it('an account is nobody’s until it is linked after an invitation; then it lets her in', async () => {
    who = { sub: 'anna', email: 'anna@mfa.example', isVerified: true }
    const stranger = browser()
    const before = await stranger.go(`${site}${start}`)
    expect([before.status, await before.text()]).toEqual([401, expect.stringContaining('nobody’s yet')])
    expect(await stranger.me()).toBeNull()

    const there = await signedIn()
    const begun = await (await there.link()).json()
    expect(checkOf(views.linkAccount)(begun)).toEqual([])
    expect((await there.go(begun.url)).status).toBe(200)
    const { accounts } = (await world.get('aaa', '/api/accounts')).json()
    expect(checkOf(views.accounts)({ accounts })).toEqual([])
    expect(accounts).toMatchObject([{ provider: 'mfa', label: { en: 'Ministry of AAA' }, shown: null }])

    const elsewhere = browser()
    const came = await elsewhere.go(`${site}${start}`)
    expect([came.status, await came.text()]).toEqual([200, expect.stringContaining('url=/texts/charter')])
    expect(await elsewhere.me()).toMatchObject({ person: 'aaa', signIn: { way: 'oidc' } })
    expect(elsewhere.ours.has('__Host-gavel-flow')).toBe(false)
  })

  it('signing out says where to sign out there too', async () => {
    const there = browser()
    await there.go(`${site}${start}`)
    const answer = await visit(`${site}/api/sign-out`, there.ours, {
      method: 'POST',
      headers: { origin: site },
    })
    const left = await answer.json()
    expect(checkOf(views.signOut)(left)).toEqual([])
    const end = new URL(left.endAt)
    expect([end.origin, end.searchParams.get('post_logout_redirect_uri')]).toEqual([real.issuer, `${site}/`])
    expect(await there.me()).toBeNull()
    expect((await (await fetch(end)).text()).toLowerCase()).toContain('/session/end/confirm')
  })

  it('an account that is one person’s becomes nobody else’s', async () => {
    const accredited = await world.act('aaa', delegate('AAA'), 'institution.accredit', {
      credential: 'c-second',
      person: 'second',
      name: 'Second',
      capacity: delegate('AAA'),
      rights: ['read'],
      from: world.keeper.now(),
    })
    expect(accredited.statusCode).toBe(201)
    const there = await signedIn('second')
    const { url } = await (await there.link()).json()
    const refused = await there.go(url)
    expect([refused.status, await refused.text()]).toEqual([401, expect.stringContaining('another person')])
    expect((await (await visit(`${site}/api/accounts`, there.ours)).json()).accounts).toEqual([])
  })

  it('a ministry vouches for nobody who does not act for its member alone', async () => {
    for (const person of ['bbb', 'sec', 'chair']) {
      const there = await signedIn(person)
      expect((await there.link()).status).toBe(403)
    }
    who = { sub: 'sub-of-bbb' }
    await world.context.ways.bind('bbb' as never, {
      id: (await import('./ways.ts')).accountId(real.issuer, 'sub-of-bbb'),
      provider: 'mfa',
      issuer: real.issuer,
      sub: 'sub-of-bbb',
      shown: null,
      since: world.keeper.now(),
    })
    const there = browser()
    const refused = await there.go(`${site}${start}`)
    expect([refused.status, await refused.text()]).toEqual([401, expect.stringContaining('may not vouch')])
    expect(await there.me()).toBeNull()
  })

  it('what was declined there is told here', async () => {
    who = null
    const there = browser()
    const refused = await there.go(`${site}${start}`)
    expect([refused.status, await refused.text()]).toEqual([401, expect.stringContaining('told not to')])
  })

  it('an account that is removed opens nothing, and its sign-ins end', async () => {
    who = { sub: 'anna' }
    const there = browser()
    await there.go(`${site}${start}`)
    const [{ id }] = (await world.get('aaa', '/api/accounts')).json().accounts
    expect((await world.ask('bbb', 'DELETE', `/api/accounts/${id}`)).statusCode).toBe(404)
    expect((await world.ask('aaa', 'DELETE', `/api/accounts/${id}`)).json().type).toBe(
      '/problems/last-way-in',
    )
    expect((await world.ask('aaa', 'DELETE', `/api/accounts/${id}?anyway=true`)).statusCode).toBe(204)
    expect(await there.me()).toBeNull()
    expect((await browser().go(`${site}${start}`)).status).toBe(401)
  })

  it('an address the provider has verified is who the operator says it is, and one it has not is nobody', async () => {
    for (const [isVerified, email, person] of [
      [false, 'sec@org.example', null],
      [true, 'Sec@Org.example', 'sec'],
      [true, 'other@org.example', null],
    ] as const) {
      who = { sub: `with-${email}-${isVerified}`, email, isVerified }
      const there = browser()
      const answer = await there.go(`${site}/api/sign-in/oidc/org`)
      expect(answer.status).toBe(person === null ? 401 : 200)
      expect((await there.me())?.person ?? null).toBe(person)
    }
  })

  it('providers are told to whoever signs in, without their secrets', async () => {
    const answer = await world.get(null, '/api/sign-in/methods')
    expect(answer.json().oidc).toEqual([
      { id: 'mfa', label: { en: 'Ministry of AAA' }, member: 'AAA' },
      { id: 'org', label: { en: 'Secretariat' }, member: null },
      { id: 'liar', label: { en: 'Liar' }, member: null },
      { id: 'down', label: { en: 'Down' }, member: null },
    ])
    expect(answer.body).not.toContain(real.client.secret)
  })

  it('one that does not answer is said to be away', async () => {
    const answer = await browser().go(`${site}/api/sign-in/oidc/down`)
    expect([answer.status, await answer.text()]).toEqual([502, expect.stringContaining('does not answer')])
    expect((await browser().go(`${site}/api/sign-in/oidc/nowhere`)).status).toBe(404)
  })
})

describe('a flow', () => {
  /** Begins at the lying provider, and answers what its authorization page would have been asked. */
  const begin = async (there = browser(), returnTo = '') => {
    const answer = await visit(`${site}/api/sign-in/oidc/liar${returnTo}`, there.ours)
    keep(there.ours, answer)
    return { there, asked: new URL(answer.headers.get('location')!).searchParams }
  }
  const back = (there: ReturnType<typeof browser>, query: Record<string, string>, provider = 'liar') =>
    there.go(`${site}/api/sign-in/oidc/${provider}/callback?${new URLSearchParams(query)}`)
  const honest = (asked: URLSearchParams, more: object = {}) =>
    liar.says({ claims: { sub: 's', nonce: asked.get('nonce')!, person: 'aaa', ...more } })
  beforeEach(() => liar.says({ claims: {} }))

  it('asks for a code with PKCE, state and nonce, and keeps its memory in a lax cookie no script reads', async () => {
    const answer = await visit(`${site}/api/sign-in/oidc/liar`)
    const asked = new URL(answer.headers.get('location')!).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      client_id: 'gavel',
      redirect_uri: `${site}/api/sign-in/oidc/liar/callback`,
      state: expect.stringMatching(/^.{43}$/),
      nonce: expect.stringMatching(/^.{43}$/),
    })
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-gavel-flow=.*HttpOnly.*Secure.*SameSite=Lax/)
  })

  it('lets in whom the mapped claim names', async () => {
    const { there, asked } = await begin()
    honest(asked)
    expect((await back(there, { code: 'c', state: asked.get('state')! })).status).toBe(200)
    expect((await there.me()).person).toBe('aaa')
  })

  it('lets in nobody who is not accredited: persons are never made', async () => {
    for (const person of ['nobody', 'institution', '__proto__', '']) {
      const { there, asked } = await begin()
      honest(asked, { person })
      expect((await back(there, { code: 'c', state: asked.get('state')! })).status).toBe(401)
      expect(await there.me()).toBeNull()
    }
  })

  it.each<[string, (asked: URLSearchParams) => Lies]>([
    ['another nonce', () => ({ claims: { sub: 's', nonce: 'another', person: 'aaa' } })],
    ['no nonce', () => ({ claims: { sub: 's', person: 'aaa' } })],
    [
      'another issuer',
      asked => ({ claims: { sub: 's', nonce: asked.get('nonce')!, person: 'aaa', iss: real.issuer } }),
    ],
    [
      'another audience',
      asked => ({ claims: { sub: 's', nonce: asked.get('nonce')!, person: 'aaa', aud: 'other' } }),
    ],
    [
      'a token that has run out',
      asked => ({ claims: { sub: 's', nonce: asked.get('nonce')!, person: 'aaa', exp: 1 } }),
    ],
    [
      'a foreign signature',
      asked => ({ claims: { sub: 's', nonce: asked.get('nonce')!, person: 'aaa' }, isForged: true }),
    ],
    [
      'no signature',
      asked => ({ claims: { sub: 's', nonce: asked.get('nonce')!, person: 'aaa' }, unsigned: true }),
    ],
  ])('refuses %s', async (_name, lies) => {
    const { there, asked } = await begin()
    liar.says(lies(asked))
    const answer = await back(there, { code: 'c', state: asked.get('state')! })
    expect([answer.status, await answer.text()]).toEqual([401, expect.stringContaining('not in order')])
    expect(await there.me()).toBeNull()
  })

  it('refuses another state, no state and no code, before the provider is asked', async () => {
    const before = liar.asked()
    for (const query of [{ code: 'c', state: 'x'.repeat(43) }, { code: 'c' }, {}] as Record<
      string,
      string
    >[]) {
      const { there, asked } = await begin()
      honest(asked)
      expect((await back(there, query)).status).toBe(401)
    }
    expect(liar.asked()).toBe(before)
  })

  it('is finished in the browser that began it, once, at the provider it began at, and in time', async () => {
    const before = liar.asked()
    const { there, asked } = await begin()
    honest(asked)
    const query = { code: 'c', state: asked.get('state')! }
    const flow = there.ours.get('__Host-gavel-flow')!
    const [other, twice] = [browser(), browser()]
    // Somebody else's code and state put into this browser: there is no flow of that state here.
    expect((await back(other, query)).status).toBe(401)
    // The flow of one provider taken to the callback of another.
    const mixed = browser()
    mixed.ours.set('__Host-gavel-flow', flow)
    expect((await back(mixed, query, 'mfa')).status).toBe(401)
    expect(liar.asked()).toBe(before)
    expect((await back(there, query)).status).toBe(200)
    twice.ours.set('__Host-gavel-flow', flow)
    expect((await back(twice, query)).status).toBe(401)
    expect(liar.asked()).toBe(before + 1)
    const late = await begin()
    honest(late.asked)
    world.wait(10 * minuteMs)
    expect((await back(late.there, { code: 'c', state: late.asked.get('state')! })).status).toBe(401)
  })

  it('of linking ends with the sign-in that began it', async () => {
    const there = await signedIn('ccc')
    const { url } = await (await there.link('liar')).json()
    const asked = new URL(url).searchParams
    honest(asked, { sub: 'c' })
    const { signIns } = (await world.get('ccc', '/api/sign-ins')).json()
    for (const { id } of signIns) await world.context.accounts.revoke('ccc' as never, id)
    expect((await back(there, { code: 'c', state: asked.get('state')! })).status).toBe(401)
    world.tokens['ccc'] = await world.context.accounts.signIn('ccc' as never, { way: 'invitation' })
    expect((await world.get('ccc', '/api/accounts')).json().accounts).toEqual([])
  })

  it('leads to no other site', async () => {
    for (const to of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const { there, asked } = await begin(browser(), `?returnTo=${encodeURIComponent(to)}`)
      honest(asked)
      const page = await (await back(there, { code: 'c', state: asked.get('state')! })).text()
      expect(page).toContain('content="0; url=/"')
      expect(page).not.toContain('evil')
    }
  })
})
