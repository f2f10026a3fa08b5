import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Capacity } from '@gavel/domain'
import { type RunningServer, type ServerOptions, startServer } from '@gavel/server'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { expect } from 'vitest'

/** What the tests of the screens share: a server on a folder of its own, people at their screens. */

export interface House {
  readonly server: RunningServer
  readonly dataDir: string
  /** The address under which passkeys work: `http://localhost:port`. */
  readonly home: string
  close(): Promise<void>
}

export const openHouse = async (options: Partial<ServerOptions> = {}): Promise<House> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'gavel-screens-'))
  const server = await startServer({ dataDir, port: 0, organisation: 'cica', ...options })
  return {
    server,
    dataDir,
    home: `http://localhost:${new URL(server.url).port}`,
    close: async () => {
      await server.stop()
      await rm(dataDir, { recursive: true })
    },
  }
}

export interface Visitor {
  readonly context: BrowserContext
  readonly page: Page
  /** What went wrong in the page: errors and warnings of the console, answers of the server that are faults of its own. */
  readonly troubles: string[]
}

interface Visit {
  readonly language?: 'en' | 'ru' | 'ar'
  readonly theme?: 'light' | 'dark'
  readonly phone?: boolean
}

/** Somebody with a browser of her own. */
export const visitor = async (
  browser: Browser,
  home: string,
  { language = 'en', theme = 'light', phone = false }: Visit = {},
): Promise<Visitor> => {
  const context = await browser.newContext({
    baseURL: home,
    colorScheme: theme,
    viewport: phone ? { width: 390, height: 844 } : { width: 1360, height: 860 },
    ...(phone ? { hasTouch: true, isMobile: true } : {}),
  })
  await context.addCookies([{ name: 'gavel-language', value: language, url: home }])
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', error => troubles.push(String(error)))
  page.on('console', message => {
    // A browser tells of every answer that is a refusal; which of them were meant, the tests look at themselves.
    if (
      ['error', 'warning'].includes(message.type()) &&
      !message.text().startsWith('Failed to load resource')
    )
      troubles.push(message.text())
  })
  page.on('response', answer => {
    if (answer.status() >= 500) troubles.push(`${answer.status()} ${answer.url()}`)
  })
  return { context, page, troubles }
}

/** Takes a seat of the demonstration. */
export const sit = async ({ context }: Visitor, as: Capacity): Promise<void> => {
  const answer = await context.request.post('/api/demo/seat', { data: { as, how: 'cookie' } })
  expect(answer.status()).toBe(200)
}

/** Gives a page an authenticator that verifies its user, so that passkeys can be made and shown without a hand. */
export const withAuthenticator = async ({
  context,
  page,
}: Visitor): Promise<{ readonly device: CDPSession; readonly id: string }> => {
  const device = await context.newCDPSession(page)
  await device.send('WebAuthn.enable')
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { device, id: authenticatorId }
}

/** Redeems an invitation as a person would: its page, its one button. */
export const comeBy = async ({ page }: Visitor, link: string): Promise<void> => {
  await page.goto(link)
  await page.click('button[type=submit]')
  await page.waitForURL(url => url.pathname === '/')
}

/** Waits until a scene is on the page with everything it fetched, and level with the record. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(
    () =>
      document.querySelector('.busy') === null &&
      document.querySelector('.frame-line')?.getAttribute('data-line') !== 'connecting',
  )
}
