import { views } from '@gavel/contract'
import { minuteMs } from '@gavel/kernel'
import { memoryStore } from '@gavel/store'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkOf, loadCompiler } from '../http/validation.ts'
import { authenticator, newKey, type Ways } from '../testing/authenticator.ts'
import { newWorld, type World } from '../testing/world.ts'

const site = { origin: 'https://gavel.example', rpId: 'gavel.example' }
let world: World
beforeEach(async () => {
  await loadCompiler()
  world = await newWorld(memoryStore(), { publicUrl: site.origin })
})
afterEach(() => world.close())

const creation = async (person = 'aaa') =>
  (await world.ask(person, 'POST', '/api/passkeys/registration-options')).json()
const asking = async () => (await world.ask(null, 'POST', '/api/sign-in/passkey/options')).json()
const add = (person: string, response: object, name = 'Laptop') =>
  world.ask(person, 'POST', '/api/passkeys', { name, response })
const come = (response: object) => world.ask(null, 'POST', '/api/sign-in/passkey', { response, as: 'bearer' })
const registered = async (person = 'aaa', ways: Ways = {}) => {
  const key = authenticator(site)
  const answer = await add(person, key.create(await creation(person), ways))
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return Object.assign(key, { key: answer.json().id as string })
}
const listOf = async (person: string) => (await world.get(person, '/api/passkeys')).json()

/** What is answered to everything that opens nothing. */
const refused = { status: 401, detail: 'This passkey opens nothing here.' }

describe('a passkey', () => {
  it('is registered, listed, renamed, and signs in; each answer has its shape', async () => {
    const options = await creation()
    expect(checkOf(views.passkeyRegistrationOptions)(options)).toEqual([])
    expect(options).toMatchObject({
      rp: { id: 'gavel.example', name: 'ORG' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    })
    const key = authenticator(site)
    const added = await add('aaa', key.create(options))
    expect([added.statusCode, checkOf(views.addPasskey)(added.json())]).toEqual([201, []])
    expect(added.json()).toMatchObject({ name: 'Laptop', synced: { may: false, is: false }, copied: null })
    const ask = await asking()
    expect(checkOf(views.passkeySignInOptions)(ask)).toEqual([])
    const came = await come(key.get(ask))
    expect(came.json()).toMatchObject({ person: 'aaa', token: expect.stringMatching(/^gvs_/) })
    world.tokens['new'] = came.json().token
    expect((await world.get('new', '/api/me')).json().signIn).toMatchObject({ way: 'passkey', fresh: true })
    const { id } = added.json()
    const renamed = await world.ask('aaa', 'PUT', `/api/passkeys/${id}/name`, { name: ' Office ' })
    expect(renamed.json().name).toBe('Office')
    expect(await listOf('aaa')).toMatchObject({ passkeys: [{ name: 'Office', used: expect.any(String) }] })
    expect((await world.ask('bbb', 'PUT', `/api/passkeys/${id}/name`, { name: 'Mine' })).statusCode).toBe(404)
    expect(checkOf(views.passkeys)(await listOf('aaa'))).toEqual([])
  })

  it('has no name of its person in it: the handle is random, and another for each', async () => {
    const [one, other] = [await creation('aaa'), await creation('bbb')]
    expect(Buffer.from(one.user.id, 'base64url')).toHaveLength(32)
    expect(one.user.id).not.toBe(other.user.id)
    expect((await creation('aaa')).user.id).toBe(one.user.id)
  })

  it('is one of several; the last way in leaves only when that is said', async () => {
    const [one, other] = [await registered(), await registered()]
    const { token } = (await come(other.get(await asking()))).json()
    const remove = (key: string, query = '') => world.ask('aaa', 'DELETE', `/api/passkeys/${key}${query}`)
    expect((await remove(other.key)).statusCode).toBe(204)
    const ended = await world.app.inject({ url: '/api/me', headers: { authorization: `Bearer ${token}` } })
    expect(ended.statusCode).toBe(401)
    const last = await remove(one.key)
    expect([last.statusCode, last.json().type]).toEqual([409, '/problems/last-way-in'])
    expect((await remove(one.key, '?anyway=true')).statusCode).toBe(204)
    expect((await come(one.get(await asking()))).json()).toMatchObject(refused)
    expect((await remove(one.key)).statusCode).toBe(404)
  })

  it('is the same only once, and there are twenty at most', async () => {
    const key = await registered()
    const again = await add('aaa', key.create(await creation()))
    expect([again.statusCode, again.json().detail]).toEqual([422, 'This passkey is registered already.'])
    expect((await creation()).excludeCredentials).toMatchObject([{ id: key.id }])
    for (let at = 1; at < 20; at++) await registered('aaa')
    expect((await add('aaa', authenticator(site).create(await creation()))).json().detail).toContain('twenty')
  })
})

describe('registering is refused', () => {
  const tries = async (ways: Ways, person = 'aaa', by = 'aaa') =>
    add(by, authenticator(site).create(await creation(person), ways))

  it.each<[string, Ways]>([
    ['for another origin', { origin: 'https://gavel.example.evil.example' }],
    ['over plain http', { origin: 'http://gavel.example' }],
    ['for another relying party', { rpId: 'evil.example' }],
    ['without user verification', { isVerified: false }],
    ['as an assertion', { type: 'webauthn.get' }],
    ['from inside a frame', { crossOrigin: true }],
  ])('%s', async (_name, ways) => {
    expect((await tries(ways)).statusCode).toBe(422)
    expect((await listOf('aaa')).passkeys).toEqual([])
  })

  it('with a challenge of another person, of another sign-in, of a sign-in, made up, or late', async () => {
    expect((await tries({}, 'aaa', 'bbb')).statusCode).toBe(422)
    const options = await creation()
    world.tokens['other'] = await world.context.accounts.signIn('aaa' as never, { way: 'invitation' })
    expect((await add('other', authenticator(site).create(options))).statusCode).toBe(422)
    const { challenge } = await asking()
    for (const made of [challenge, Buffer.alloc(64, 7).toString('base64url'), ''])
      expect(
        (await add('aaa', authenticator(site).create({ ...options, challenge: made }))).statusCode,
      ).not.toBe(201)
    world.wait(5 * minuteMs)
    expect((await add('aaa', authenticator(site).create(options))).statusCode).toBe(422)
    expect((await listOf('aaa')).passkeys).toEqual([])
  })

  it('with a challenge that was used', async () => {
    const options = await creation()
    expect((await add('aaa', authenticator(site).create(options))).statusCode).toBe(201)
    expect((await add('aaa', authenticator(site).create(options))).statusCode).toBe(422)
  })

  it('to a sign-in that is not fresh, once there ever was a way in; the first is always taken', async () => {
    world.wait(29 * minuteMs * 60)
    const key = await registered()
    const stale = await world.ask('aaa', 'POST', '/api/passkeys/registration-options')
    expect([stale.statusCode, stale.json().type]).toEqual([403, '/problems/sign-in-again'])
    await world.ask('aaa', 'DELETE', `/api/passkeys/${key.key}?anyway=true`)
    expect((await world.ask('aaa', 'POST', '/api/passkeys/registration-options')).statusCode).toBe(403)
    expect((await world.ask('aaa', 'POST', '/api/sign-in/link')).statusCode).toBe(403)
  })

  it('to whoever is signed out, and whoever sits in a seat of a demonstration', async () => {
    expect((await world.ask(null, 'POST', '/api/passkeys/registration-options')).statusCode).toBe(401)
    world.tokens['seat'] = await world.context.accounts.signIn('aaa' as never, { way: 'demonstration' })
    for (const [method, url] of [
      ['POST', '/api/passkeys/registration-options'],
      ['POST', '/api/sign-in/link'],
      ['GET', '/api/passkeys'],
      ['GET', '/api/accounts'],
    ] as const)
      expect((await world.ask('seat', method, url)).statusCode, url).toBe(403)
    const invited = await world.ask('seat', 'POST', '/api/invitations', {
      person: 'aaa',
      as: { kind: 'delegate', member: 'AAA' },
    })
    expect(invited.statusCode).toBe(403)
  })
})

describe('signing in is refused, always in the same words,', () => {
  it.each<[string, (ask: object, key: Awaited<ReturnType<typeof registered>>) => object]>([
    ['for another origin', (ask, key) => key.get(ask as never, { origin: 'https://evil.example' })],
    [
      'for the origin at another port',
      (ask, key) => key.get(ask as never, { origin: `${site.origin}:8443` }),
    ],
    ['for another relying party', (ask, key) => key.get(ask as never, { rpId: 'example' })],
    ['without user verification', (ask, key) => key.get(ask as never, { isVerified: false })],
    ['as a registration', (ask, key) => key.get(ask as never, { type: 'webauthn.create' })],
    ['from inside a frame', (ask, key) => key.get(ask as never, { crossOrigin: true })],
    ['by another key', (ask, key) => key.get(ask as never, { key: newKey() })],
    ['by a passkey nobody has', ask => authenticator(site).get(ask as never, { userHandle: 'AAAA' })],
    ['with a handle of nobody', (ask, key) => key.get(ask as never, { userHandle: 'x'.repeat(43) })],
    ['with another passkey of hers', (ask, key) => key.get(ask as never, { credential: 'AAAA' })],
    ['when it suddenly may be copied', (ask, key) => key.get(ask as never, { mayBackUp: true })],
  ])('%s', async (_name, answer) => {
    const key = await registered()
    const response = await come(answer(await asking(), key))
    expect(response.json()).toMatchObject(refused)
    expect(response.headers['set-cookie']).toBeUndefined()
    expect((await come(key.get(await asking()))).statusCode).toBe(200)
  })

  it('under the handle of another person', async () => {
    const [own, theirs] = [await registered('aaa'), await registered('bbb')]
    expect((await come(own.get(await asking(), { userHandle: theirs.handle() }))).json()).toMatchObject(
      refused,
    )
    const lent = own.get(await asking(), { userHandle: theirs.handle(), credential: theirs.id })
    expect((await come(lent)).json()).toMatchObject(refused)
  })

  it('under her credential id, registered by somebody else as her own', async () => {
    const [theirs, thief] = [await registered('bbb'), authenticator(site)]
    const taken = await add('aaa', thief.create(await creation('aaa'), { credential: theirs.id }))
    expect(taken.statusCode).toBe(201)
    const own = await come(thief.get(await asking(), { credential: theirs.id }))
    expect(own.json().person).toBe('aaa')
    const asHer = thief.get(await asking(), { credential: theirs.id, userHandle: theirs.handle() })
    expect((await come(asHer)).json()).toMatchObject(refused)
  })

  it('with a challenge that was used, is late, is one of a registration, or was never ours', async () => {
    const key = await registered()
    const ask = await asking()
    expect((await come(key.get(ask))).statusCode).toBe(200)
    expect((await come(key.get(ask))).json()).toMatchObject(refused)
    const late = await asking()
    const { challenge } = await creation()
    world.wait(5 * minuteMs)
    expect((await come(key.get(late))).json()).toMatchObject(refused)
    for (const made of [challenge, Buffer.alloc(80).toString('base64url')])
      expect((await come(key.get({ challenge: made }))).json()).toMatchObject(refused)
  })

  it('and of used challenges nothing is kept once they would have run out', async () => {
    const key = await registered()
    for (let at = 0; at < 3; at++) await come(key.get(await asking()))
    expect((await world.context.rows.rows('spent')).length).toBe(4)
    world.wait(6 * minuteMs)
    await come(key.get(await asking()))
    expect((await world.context.rows.rows('spent')).length).toBe(1)
  })

  it('to all but one of many who send the same assertion at once', async () => {
    const key = await registered()
    const response = key.get(await asking())
    const answers = await Promise.all(Array.from({ length: 20 }, () => come(response)))
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  })

  it('to a request from a page of another site', async () => {
    const key = await registered()
    const answer = await world.app.inject({
      method: 'POST',
      url: '/api/sign-in/passkey',
      headers: { origin: 'https://evil.example' },
      payload: { response: key.get(await asking()) },
    })
    expect([answer.statusCode, answer.json().type]).toEqual([403, '/problems/cross-site'])
  })
})

describe('a passkey whose counter goes backwards', () => {
  it('opens nothing any more, ends what it opened, and is in the trail and the list', async () => {
    const key = await registered()
    const before = (await come(key.get(await asking()))).json().token
    const copy = await come(key.get(await asking(), { counter: 2 }))
    expect([copy.statusCode, copy.json().detail]).toEqual([401, expect.stringContaining('copied')])
    expect((await come(key.get(await asking(), { counter: 99 }))).json()).toMatchObject(refused)
    const ended = await world.app.inject({ url: '/api/me', headers: { authorization: `Bearer ${before}` } })
    expect(ended.statusCode).toBe(401)
    expect(await listOf('aaa')).toMatchObject({
      passkeys: [{ copied: expect.any(String) }],
      canComeBack: false,
    })
    const { trail } = (await world.get('aaa', '/api/sign-ins/trail')).json()
    expect(trail.map(({ what }: { what: string }) => what)).toEqual([
      'passkeyCopied',
      'signedIn',
      'passkeyAdded',
    ])
  })

  it('may stand still at nought, as most do that are kept by a phone', async () => {
    const key = await registered('aaa', { counter: 0, mayBackUp: true })
    for (let at = 0; at < 3; at++)
      expect((await come(key.get(await asking(), { counter: 0, mayBackUp: true }))).statusCode).toBe(200)
    expect((await listOf('aaa')).passkeys[0].synced).toEqual({ may: true, is: false })
  })
})

describe('passkeys where browsers allow none', () => {
  it.each(['http://192.0.2.1:8080', 'https://192.0.2.1', 'http://gavel.example'])('%s', async publicUrl => {
    const other = await newWorld(memoryStore(), { publicUrl })
    const methods = (await other.get(null, '/api/sign-in/methods')).json()
    expect(methods.passkey).toEqual({ available: false, rpId: null, origin: new URL(publicUrl).origin })
    const answer = await other.ask(null, 'POST', '/api/sign-in/passkey/options')
    expect([answer.statusCode, answer.json().detail]).toEqual([422, expect.stringContaining('https')])
    await other.close()
  })

  it('localhost is not among them', async () => {
    const other = await newWorld(memoryStore(), { publicUrl: 'http://localhost:9123' })
    const methods = (await other.get(null, '/api/sign-in/methods')).json()
    expect(methods.passkey).toEqual({ available: true, rpId: 'localhost', origin: 'http://localhost:9123' })
    await other.close()
  })
})

describe('what is limited', () => {
  it('attempts in one person’s name, from however many addresses they come', async () => {
    const other = await newWorld(memoryStore(), { publicUrl: site.origin, signInsPerMinute: 3 })
    const key = authenticator(site)
    const options = (await other.ask('aaa', 'POST', '/api/passkeys/registration-options')).json()
    await other.ask('aaa', 'POST', '/api/passkeys', { name: 'x', response: key.create(options) })
    const statuses = []
    for (let at = 0; at < 6; at++) {
      const ask = (
        await other.app.inject({
          method: 'POST',
          url: '/api/sign-in/passkey/options',
          remoteAddress: `198.51.100.${at}`,
        })
      ).json()
      const answer = await other.app.inject({
        method: 'POST',
        url: '/api/sign-in/passkey',
        remoteAddress: `198.51.100.${at}`,
        payload: { response: key.get(ask, { key: newKey() }) },
      })
      statuses.push(answer.statusCode)
    }
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429])
    await other.close()
  })

  it('addresses, of IPv6 a whole /64 as one', async () => {
    const other = await newWorld(memoryStore(), { publicUrl: site.origin, signInsPerMinute: 1 })
    const ask = (remoteAddress: string) =>
      other.app.inject({ method: 'POST', url: '/api/sign-in/passkey/options', remoteAddress })
    const statuses = []
    for (let at = 0; at < 5; at++) statuses.push((await ask(`2001:db8::${at}`)).statusCode)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    expect((await ask('2001:db8:0:1::1')).statusCode).toBe(200)
    await other.close()
  })
})
