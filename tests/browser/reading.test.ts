/**
 * The public pages in a real browser with JavaScript switched off: one walks from the first page through everything,
 * takes a seat, and every page is looked at by axe in light and dark, wide and narrow, from left and from right.
 */
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type RunningServer, startServer } from '@gavel/server'
import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openChromium } from './chromium.ts'
import { withHistory } from './history.ts'

const screens = fileURLToPath(new URL('../../apps/web/dist/app/manifest.json', import.meta.url))

let dataDir: string
let server: RunningServer
let browser: Browser
beforeAll(async () => {
  // The pages are looked at as they are dressed: by what `npm run build` writes.
  expect(existsSync(screens), 'the screens are built').toBe(true)
  dataDir = await mkdtemp(join(tmpdir(), 'gavel-'))
  server = await startServer({ dataDir, port: 0, demo: true })
  await withHistory(server.url)
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

type Options = Parameters<Browser['newContext']>[0]

/** Opens a page in a context of its own; whatever fails to load, and every complaint of the browser, is kept. */
const open = async (options: Options = {}) => {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('response', answer => {
    if (answer.status() >= 400) complaints.push(`${answer.status()} ${answer.url()}`)
  })
  return { context, page, complaints }
}

const go = (page: Page, path: string) => page.goto(`${server.url}${path}`)

const pages = [
  '/',
  '/texts',
  '/texts/demo-charter',
  '/texts/hostile',
  '/decisions',
  '/decisions/demo-next-meeting',
  '/decisions/day',
  '/decisions/second',
  '/meetings',
  '/meetings/demo-meeting',
  '/meetings/demo-meeting/journal',
  '/organisation',
  '/organisation/members/KAZ',
  '/record',
  '/record/2',
  '/record/230',
  '/rules',
  '/rules/D-3',
  '/sign-in?read',
  '/nothing-here',
]

describe('without JavaScript', () => {
  let context: BrowserContext
  let page: Page
  let complaints: readonly string[]
  beforeAll(async () => {
    ;({ context, page, complaints } = await open({ javaScriptEnabled: false, locale: 'en-GB' }))
  })
  afterAll(() => context.close())

  test('the first page tells what this is, what is in dispute, what runs out, and how to come in', async () => {
    await go(page, '/')
    const words = await page.locator('main').innerText()
    for (const told of [
      'runs an organisation that decides by consensus',
      'places in dispute',
      'objected to by China',
      'Adopted unless a member breaks silence before',
      'Open now',
      'Take a seat',
      'Latest on the record',
    ])
      expect(words).toContain(told)
  })

  test('one walks from there through texts, decisions, meetings, the organisation, the record and the rules', async () => {
    await go(page, '/')
    await page.getByRole('link', { name: 'The whole text, with every bracket' }).click()
    expect(await page.locator('h1').innerText()).toContain('Draft Charter')
    expect(new URL(page.url()).hash).toMatch(/^#p-/)
    await page.getByRole('link', { name: 'Decisions', exact: true }).first().click()
    await page.getByRole('link', { name: /date of the next meeting/ }).click()
    expect(await page.locator('main').innerText()).toContain('Keep the proof of entry')
    await page.getByRole('link', { name: 'Meetings', exact: true }).first().click()
    await page.getByRole('link', { name: /meeting of senior officials on the draft/ }).click()
    expect(await page.locator('main').innerText()).toContain('15 of 28 present')
    await page.getByRole('link', { name: 'Organisation', exact: true }).first().click()
    await page.getByRole('link', { name: 'Kazakhstan', exact: true }).first().click()
    expect(await page.locator('main').innerText()).toContain('What is claimed, and by whom')
    await page.getByRole('link', { name: 'Record', exact: true }).first().click()
    await page.locator('.r-log-n').first().click()
    expect(await page.locator('main').innerText()).toContain('Verify, without trusting this server')
    await page.getByRole('link', { name: 'Rules', exact: true }).first().click()
    await page.getByRole('link', { name: 'D-26', exact: true }).click()
    expect(await page.locator('h1').innerText()).toContain('D-26')
  })

  test('the register is searched by a form', async () => {
    await go(page, '/decisions')
    await page.getByRole('searchbox').fill('DECLARATION')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('link', { name: 'Exercise: a Day of Confidence' }).click()
    const words = await page.locator('main').innerText()
    for (const told of [
      'Adopted by consensus',
      'Interpretative statement',
      'Une déclaration à part.',
      'withdrawn',
      '1 of 3; 2 are missing',
      'Ratification 5 February 2026',
    ])
      expect(words).toContain(told)
    await go(page, '/decisions')
    await page.getByRole('searchbox').fill('nothing of that kind')
    await page.getByRole('button', { name: 'Search' }).click()
    expect(page.url()).toContain('/decisions?q=nothing')
    expect(await page.locator('main').innerText()).toContain('No decision')
  })

  test('another language is one press, and stays', async () => {
    await go(page, '/texts')
    await page.getByRole('link', { name: 'العربية' }).click()
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    await go(page, '/meetings')
    expect(await page.locator('html').getAttribute('lang')).toBe('ar')
    await page.getByRole('link', { name: 'English' }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
  })

  test('a seat is taken by one press, and the way back to the pages is told', async () => {
    await go(page, '/')
    await page.getByRole('button', { name: 'Kazakhstan', exact: true }).click()
    expect(new URL(page.url()).pathname).toBe('/texts/demo-charter')
    const me = await (await context.request.get(`${server.url}/api/me`)).json()
    expect(me).toMatchObject({ person: 'demo-delegate-KAZ' })
    await page.getByRole('link', { name: 'the public page of this address' }).click()
    expect(await page.locator('h1').innerText()).toContain('Draft Charter')
    expect(await page.getByRole('link', { name: 'Back to the table' }).count()).toBe(1)
    expect(complaints).toEqual([])
  })
})

interface Fault {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** What axe holds against a page, a line for each fault. */
const faults = async (page: Page): Promise<readonly string[]> => {
  // By the debugger, which no policy of the page stands in the way of.
  const found = await page.evaluate(
    `${axe.source};axe.run(document, { resultTypes: ['violations'] }).then(result => result.violations)`,
  )
  return (found as readonly Fault[]).flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`,
    ),
  )
}

const looks = [
  ['in light, wide', { viewport: { width: 1360, height: 860 }, colorScheme: 'light', locale: 'en-GB' }],
  [
    'in dark, narrow, from right to left',
    { viewport: { width: 360, height: 780 }, colorScheme: 'dark', locale: 'ar' },
  ],
] as const

describe.each(looks)('every page %s', (_, options) => {
  let looked: Awaited<ReturnType<typeof open>>
  beforeAll(async () => {
    looked = await open(options)
  })
  afterAll(() => looked.context.close())

  test.each(pages)(
    '%s: axe finds no fault, the browser complains of nothing, nothing is wider than the screen',
    async path => {
      const { page, complaints } = looked
      await go(page, path)
      expect(await faults(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
      expect(complaints.filter(each => !each.includes('404'))).toEqual([])
    },
  )
})

describe('the pages', () => {
  test('are looked at by something that finds faults', async () => {
    const { context, page } = await open()
    await page.setContent('<main><img src="data:,"><p>One</p></main>')
    expect((await faults(page)).some(fault => fault.startsWith('image-alt'))).toBe(true)
    await context.close()
  })

  test('the first one weighs no more than 100 kB, with everything it loads', async () => {
    const { context, page } = await open({ locale: 'en-GB' })
    let bytes = 0
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    await go(page, '/')
    await page.waitForLoadState('networkidle')
    expect(bytes).toBeGreaterThan(5_000)
    expect(bytes).toBeLessThan(100_000)
    await context.close()
  })

  test('a text prints with its symbol and the number of each page', async () => {
    const { context, page } = await open({ locale: 'en-GB' })
    await go(page, '/texts/demo-charter')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.r-running').isVisible()).toBe(true)
    expect(await page.locator('.r-running').innerText()).toContain('CICA/SOC/')
    expect(await page.locator('.r-mast').isVisible()).toBe(false)
    expect((await page.pdf()).length).toBeGreaterThan(10_000)
    await context.close()
  })
})
