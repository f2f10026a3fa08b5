import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Capacity } from '@gavel/domain'
import { type RunningServer, type ServerOptions, startServer } from '@gavel/server'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { openChromium } from './chromium.ts'

const screens = new URL('../../apps/web/dist/app/index.html', import.meta.url)
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A person at a screen of her own: a context that shares nothing with the others. */
export interface Seated {
  readonly context: BrowserContext
  readonly page: Page
  /** What went wrong on her screen: errors of scripts, refused resources. */
  readonly complaints: readonly string[]
}

/** A server with the demonstration, and a browser in which anybody can take a seat. */
export interface Hall {
  readonly url: string
  readonly server: RunningServer
  /** Opens a screen for a capacity (null: signed out) at an address. */
  enter(as: Capacity | null, path?: string, options?: BrowserContextOptions): Promise<Seated>
  close(): Promise<void>
}

const watch = (page: Page): readonly string[] => {
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return complaints
}

export const openHall = async (options: Partial<ServerOptions> = {}): Promise<Hall> => {
  if (!existsSync(screens))
    throw new Error('The screens are not built: npm run build, or npm test, builds them.')
  const folder = await mkdtemp(join(tmpdir(), 'gavel-hall-'))
  const server = await startServer({
    dataDir: folder,
    port: 0,
    demo: true,
    requestsPerMinute: 100_000,
    ...options,
  })
  const browser: Browser = await openChromium()
  const { url } = server
  return {
    url,
    server,
    async enter(as, path = '/', more = {}) {
      const context = await browser.newContext({
        locale: 'en-GB',
        viewport: { width: 1280, height: 860 },
        ...more,
      })
      if (as !== null) {
        const answer = await context.request.post(`${url}/api/demo/seat`, {
          data: { as, how: 'cookie' },
          headers: { origin: url },
        })
        if (!answer.ok()) throw new Error(`no seat: ${await answer.text()}`)
      }
      const page = await context.newPage()
      const complaints = watch(page)
      await page.goto(url + path)
      return { context, page, complaints }
    },
    async close() {
      await browser.close()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/**
 * Lets a phone be as tall as its page while something is looked at: the bar at its foot lies over whatever stands there at one
 * place of scrolling, and over nothing one cannot scroll to.
 */
const unrolled = async <T>(page: Page, look: () => Promise<T>): Promise<T> => {
  const size = page.viewportSize()
  if (size === null || size.width > 600) return look()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, height + 200) })
  try {
    return await look()
  } finally {
    await page.setViewportSize(size)
  }
}

/** What axe finds against WCAG 2.2 AA on the page as it stands, a line for each. */
export const axeFindings = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axeSource)
  const { violations } = await unrolled(page, () =>
    page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(options: object): Promise<{ violations: Violation[] }> }
      }
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      return axe.run({ runOnly: { type: 'tag', values: tags } })
    }),
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  )
}
