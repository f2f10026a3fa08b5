import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningServer, startServer } from '@gavel/server'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { realProvider } from '../../packages/api/src/testing/provider.ts'
import { openChromium } from './chromium.ts'

/**
 * Passkeys from end to end: the server as it is started, Chromium with a virtual authenticator (WebAuthn domain of the
 * DevTools protocol), and as the page the few lines a screen needs. They run on a page of the server, so origin,
 * cookies and content security are the real ones.
 */

let dataDir: string
let server: RunningServer
let browser: Browser
let home: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gavel-'))
  server = await startServer({ dataDir, port: 0, organisation: 'cica' })
  home = new URL(server.ownerLink!).origin
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await server.stop()
  await rm(dataDir, { recursive: true })
})

interface Seat {
  readonly page: Page
  readonly device: CDPSession
  readonly authenticator: string
}

/** A page with an authenticator of its own that verifies its user. */
const sit = async (context: BrowserContext, verifies = true): Promise<Seat> => {
  const page = await context.newPage()
  const device = await context.newCDPSession(page)
  await device.send('WebAuthn.enable')
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: verifies,
      automaticPresenceSimulation: true,
    },
  })
  return { page, device, authenticator: authenticatorId }
}

const call = (page: Page, method: string, path: string, body?: unknown) =>
  page.evaluate(
    async ([method, path, body]) => {
      const answer = await fetch(path, {
        method,
        ...(body === null ? {} : { headers: { 'content-type': 'application/json' }, body }),
      })
      const text = await answer.text()
      return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  )

/** What a screen does to register a passkey: options, `create`, `toJSON`. */
const register = (page: Page, name: string) =>
  page.evaluate(async name => {
    const post = (path: string, body?: object) =>
      fetch(path, {
        method: 'POST',
        ...(body === undefined
          ? {}
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      })
    const options = await (await post('/api/passkeys/registration-options')).json()
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
    const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential
    const answer = await post('/api/passkeys', { name, response: made.toJSON() })
    return { status: answer.status, body: await answer.json() }
  }, name)

/** What a screen does to sign in with one: options, `get`, `toJSON`. */
const signIn = (page: Page) =>
  page.evaluate(async () => {
    const asked = await fetch('/api/sign-in/passkey/options', { method: 'POST' })
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await asked.json())
    const shown = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential
    const answer = await fetch('/api/sign-in/passkey', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response: shown.toJSON() }),
    })
    return { status: answer.status, body: await answer.json() }
  })

describe('passkeys in a browser', () => {
  let context: BrowserContext
  let seat: Seat
  beforeAll(async () => {
    context = await browser.newContext()
    seat = await sit(context)
  })
  afterAll(() => context.close())

  it('an invitation is not spent by looking at it; its form signs in with a cookie no script reads', async () => {
    const { page } = seat
    for (let looks = 0; looks < 3; looks++) await page.goto(server.ownerLink!)
    await page.click('button[type=submit]')
    await page.waitForURL(`${home}/`)
    expect((await call(page, 'GET', '/api/me')).body).toMatchObject({
      person: 'secretariat',
      signIn: { way: 'invitation', fresh: true },
    })
    expect(await page.evaluate(() => document.cookie)).toBe('')
    expect((await context.cookies()).map(({ name, sameSite }) => [name, sameSite])).toEqual([
      ['__Host-gavel', 'Strict'],
    ])
  })

  it('a passkey is registered, signs in after signing out, and signs in on a fresh browser that has it', async () => {
    const { page, device, authenticator } = seat
    expect(await register(page, 'This machine')).toMatchObject({
      status: 201,
      body: { name: 'This machine', transports: ['internal'] },
    })
    await call(page, 'POST', '/api/sign-out')
    expect((await call(page, 'GET', '/api/me')).body).toBeNull()
    expect(await signIn(page)).toEqual({ status: 200, body: { person: 'secretariat' } })
    expect((await call(page, 'GET', '/api/me')).body.signIn.way).toBe('passkey')

    const { credentials } = await device.send('WebAuthn.getCredentials', { authenticatorId: authenticator })
    expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }])
    const elsewhere = await browser.newContext()
    const other = await sit(elsewhere)
    await other.device.send('WebAuthn.addCredential', {
      authenticatorId: other.authenticator,
      credential: credentials[0]!,
    })
    await other.page.goto(home)
    expect((await signIn(other.page)).status).toBe(200)
    const { signIns } = (await call(other.page, 'GET', '/api/sign-ins')).body
    expect(signIns.map(({ way, current }: { way: string; current: boolean }) => [way, current])).toEqual([
      ['passkey', true],
      ['passkey', false],
    ])
    expect(signIns[0].device).toEqual({ browser: 'Chrome', system: 'Linux' })

    // The two are copies of one another and count each for itself: the first to fall behind gives it away.
    expect((await signIn(other.page)).status).toBe(200)
    const copied = await signIn(page)
    expect([copied.status, copied.body.detail]).toEqual([401, expect.stringContaining('copied')])
    expect((await signIn(other.page)).status).toBe(401)
    await elsewhere.close()
  })
})

describe('a second device', () => {
  it('is let in by a link and the code both show, without a script of its own', async () => {
    const [desk, phone] = [await browser.newContext(), await browser.newContext()]
    const [first, second] = [await desk.newPage(), await phone.newPage()]
    const { invitePerson } = await import('@gavel/server')
    const { link } = await invitePerson({ where: dataDir, publicUrl: home })
    await first.goto(link)
    await first.click('button[type=submit]')
    await first.waitForURL(`${home}/`)
    // A passkey was registered before, so only a fresh sign-in makes links; this one is.
    const made = (await call(first, 'POST', '/api/sign-in/link')).body
    await second.goto(made.url)
    await second.click('button[type=submit]')
    const code = await second.textContent('.code')
    const seen = (await call(first, 'GET', `/api/sign-in/links/${made.id}`)).body
    expect([seen.state, seen.code, seen.device.browser]).toEqual(['asked', code, 'Chrome'])
    await second.click('button[type=submit]')
    expect(await second.textContent('main')).toContain('not approved this one yet')
    expect((await call(first, 'POST', `/api/sign-in/links/${made.id}/approve`, { code })).status).toBe(204)
    await second.click('button[type=submit]')
    await second.waitForURL(`${home}/`)
    expect((await call(second, 'GET', '/api/me')).body).toMatchObject({
      person: 'secretariat',
      signIn: { way: 'link' },
    })
    await desk.close()
    await phone.close()
  })
})

describe('a ministry of another site', () => {
  it('sends the browser back signed in, and the very first page it then sees knows who she is', async () => {
    const [provider, folder] = [
      await realProvider(() => ({ sub: 'anna' })),
      await mkdtemp(join(tmpdir(), 'gavel-')),
    ]
    const oidcFile = join(folder, 'oidc.json')
    const { issuer, client } = provider
    const persons = { claim: 'sub', map: { anna: 'secretariat' } }
    const known = { clientId: client.id, clientSecret: client.secret, everybody: true, persons }
    await writeFile(
      oidcFile,
      JSON.stringify({ providers: [{ id: 'org', label: 'Ministry', issuer, ...known }] }),
    )
    const ministry = await startServer({ dataDir: join(folder, 'data'), port: 0, oidcFile })
    const { origin } = new URL(ministry.ownerLink!)
    provider.start([`${origin}/api/sign-in/oidc/org/callback`], `${origin}/`)
    const context = await browser.newContext()
    try {
      const page = await context.newPage()
      // The provider is at 127.0.0.1 and this server at localhost: two sites, as a browser sees it.
      await page.goto(`${origin}/api/sign-in/oidc/org?returnTo=/api/me`)
      await page.waitForURL(`${origin}/api/me`)
      expect(JSON.parse((await page.textContent('body'))!)).toMatchObject({
        person: 'secretariat',
        signIn: { way: 'oidc' },
      })
      expect((await context.cookies(origin)).map(({ name }) => name)).toEqual(['__Host-gavel'])
    } finally {
      await context.close()
      await ministry.stop()
      await provider.close()
      await rm(folder, { recursive: true })
    }
  })
})
