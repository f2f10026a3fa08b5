import type { Capacity } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings, type Hall, openHall, type Seated } from './hall.ts'

/** The record as a diplomat looks at it: live, entry by entry, and checked on her own device against what it saw before. */

const kazakhstan: Capacity = { kind: 'delegate', member: 'KAZ' as MemberId }
let hall: Hall
let own: Seated

beforeAll(async () => {
  hall = await openHall()
  own = await hall.enter(kazakhstan, '/record')
})
afterAll(() => hall.close())

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** An act of Kazakhstan's, so that the record grows; signed at once. Answers its index. */
const askForTime = async (reason: string): Promise<number> => {
  const index = await own.page.evaluate(async reason => {
    const answer = await fetch('/api/acts/decisions.askExtension', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        id: crypto.randomUUID(),
        as: { kind: 'delegate', member: 'KAZ' },
        body: { decision: 'demo-next-meeting', member: 'KAZ', reason },
      }),
    })
    return ((await answer.json()) as { index: number }).index
  }, reason)
  await hall.server.keeper.checkpoint()
  return index
}

/** Goes back in the record, page by page, until something stands there. */
const olderUntil = async (page: Page, words: string): Promise<void> => {
  for (let pages = 0; (await page.getByText(words).count()) === 0 && pages < 20; pages++) {
    await press(page, 'Older')
    await page.waitForTimeout(300)
  }
  await page.getByText(words).first().waitFor()
}

describe('the record as it grows', () => {
  it('shows who did what, newest first, as it happens, by chapter', async () => {
    const { page } = own
    await page.locator('.e-entry').first().waitFor()
    const index = await askForTime('The capital sleeps.')
    const first = page.locator('.e-entry').first()
    await first.getByText('Ask for more time in a silence procedure').waitFor()
    expect(await first.getByRole('link').innerText()).toBe(String(index))
    expect(await first.innerText()).toMatch(/Delegate of Kazakhstan/)
    await press(page, 'Meetings')
    await olderUntil(page, 'Adopt the agenda')
    expect(await page.getByText('Ask for more time in a silence procedure').count()).toBe(0)
    await press(page, 'All')
    await olderUntil(page, 'Open a silence procedure')
    expect(await axeFindings(page)).toEqual([])
  })

  it('tells the public that something was done which is not public, and nothing of what', async () => {
    const out = await hall.enter(null, '/record?live')
    const { page } = out
    await press(page, 'Not public')
    await olderUntil(page, 'An act that is not public')
    const sealed = page.locator('.e-entry', { hasText: 'An act that is not public' }).first()
    const index = await sealed.getByRole('link').innerText()
    await page.goto(`${hall.url}/record/${index}?live`)
    await page.getByText(/48 bytes that bind/).waitFor()
    await press(page, 'Verify in this browser')
    await page.getByText(/It holds: this is entry/).waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('shows an entry whole: what came of it, read out with names, and its proof', async () => {
    const index = await askForTime('Two more days.')
    const { page } = await hall.enter(kazakhstan, `/record/${index}`)
    await page.getByText('decisions.extensionAsked').waitFor()
    await page.getByText('Two more days.').waitFor()
    await page.locator('dd', { hasText: /^Kazakhstan KAZ$/ }).waitFor()
    await press(page, 'Verify in this browser')
    await page.getByText(/It holds: this is entry/).waitFor()
    expect(await axeFindings(page)).toEqual([])
  })
})

describe('the checkpoint this device saw and the one it is shown', () => {
  const look = async (seat: Seated): Promise<string> => {
    await seat.page.goto(`${hall.url}/record`)
    return seat.page.locator('.card .notice').innerText()
  }

  it('are compared on this device: new, grown, and the same', async () => {
    const seat = await hall.enter(kazakhstan, '/record')
    expect(await seat.page.locator('.card .notice').innerText()).toMatch(/for the first time/)
    expect(await look(seat)).toMatch(/the very checkpoint/)
    await askForTime('Grown.')
    expect(await look(seat)).toMatch(/begin with exactly those/)
    expect(seat.complaints).toEqual([])
  })

  it('a record that goes back is refused loudly, with both checkpoints, and what was seen is not forgotten', async () => {
    const seat = await hall.enter(kazakhstan, '/record')
    await seat.page.locator('.card .notice').waitFor()
    const old = await (await seat.context.request.get(`${hall.url}/log/checkpoint`)).text()
    await askForTime('Newer.')
    expect(await look(seat)).toMatch(/begin with exactly those/)
    await seat.page.route('**/log/checkpoint', route => route.fulfill({ body: old }))
    for (const _twice of [1, 2]) {
      expect(await look(seat)).toMatch(/The record has gone back/)
      expect(await seat.page.locator('.card .notice pre').count()).toBe(2)
    }
    expect(await axeFindings(seat.page)).toEqual([])
    await seat.page.unroute('**/log/checkpoint')
    expect(await look(seat)).toMatch(/the very checkpoint/)
  })

  it('another history is refused: its sums do not come out', async () => {
    const seat = await hall.enter(kazakhstan, '/record')
    await seat.page.locator('.card .notice').waitFor()
    await askForTime('Another.')
    await seat.page.route('**/log/tile/**', async route => {
      const answer = await route.fetch()
      const bytes = await answer.body()
      bytes[5] = bytes[5]! ^ 1
      await route.fulfill({ response: answer, body: bytes })
    })
    expect(await look(seat)).toMatch(/do not begin with/)
    await seat.page.unroute('**/log/tile/**')
    expect(await look(seat)).toMatch(/begin with exactly those/)
  })

  it('a checkpoint under another key is not believed', async () => {
    const seat = await hall.enter(kazakhstan, '/record')
    await seat.page.locator('.card .notice').waitFor()
    await seat.page.route('**/log/checkpoint', async route => {
      const answer = await route.fetch()
      await route.fulfill({ body: (await answer.text()).replace(/\n\d+\n/, '\n1\n') })
    })
    await seat.page.goto(`${hall.url}/record`)
    await seat.page.getByText(/The signature does not hold/).waitFor()
  })
})

describe('a proof somebody was given', () => {
  it('is verified from files alone, without a line; an altered one is not', async () => {
    const index = await askForTime('To be kept.')
    const seat = await hall.enter(null, '/record/verify')
    const { page, context } = seat
    const get = async (path: string): Promise<Buffer> =>
      Buffer.from(await (await context.request.get(hall.url + path)).body())
    const [proof, key] = [await get(`/api/proof/${index}`), await get('/log/vkey')]
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    const files = page.locator('input[type=file]')
    const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/plain', buffer })
    // The part that does the sums is fetched once; after that no server is needed.
    await files.setInputFiles([file('entry.tlog-proof', proof), file('vkey', key)])
    await page.getByText(/It holds: this is entry/).waitFor()
    await context.setOffline(true)
    await press(page, 'Begin anew')
    const altered = proof.toString().replace(/^index (\d+)/m, (_, at: string) => `index ${Number(at) - 1}`)
    await files.setInputFiles([file('altered.tlog-proof', Buffer.from(altered)), file('vkey', key)])
    await page.getByText('It does not hold. Do not rely on what you see.').waitFor()
    await files.setInputFiles([file('entry.tlog-proof', proof)])
    await page.getByText(/It holds: this is entry/).waitFor()
    await files.setInputFiles([file('another.txt', Buffer.from('another document'))])
    await page.getByText(/which the entry does not name/).waitFor()
    await context.setOffline(false)
    expect(await axeFindings(page)).toEqual([])
  })

  it('is verified on a page that was rendered on the server, by a script of at most 30 kB', async () => {
    const { page } = await hall.enter(null, '/rules')
    const scripts: Request[] = []
    page.on('requestfinished', request => {
      if (request.resourceType() === 'script') scripts.push(request)
    })
    await page.goto(`${hall.url}/record/2`)
    await press(page, 'Verify in this browser')
    await page.getByText(/It holds: this is entry 2 of the record/).waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(scripts.length).toBeGreaterThan(0)
    const sizes = await Promise.all(scripts.map(async request => (await request.sizes()).responseBodySize))
    const all = sizes.reduce((sum, size) => sum + size, 0)
    console.info(`the verifier of the public pages: ${all} bytes of script under Brotli`)
    expect(all).toBeLessThanOrEqual(30 * 1024)
  })
})

describe('on a phone, in Arabic, in the dark', () => {
  it.each([
    ['/record', 'dark'],
    ['/record/3', 'light'],
    ['/record/verify', 'dark'],
  ] as const)('%s is accessible and fits', async (path, colorScheme) => {
    const { page, context } = await hall.enter(kazakhstan, '/seats', {
      viewport: { width: 360, height: 780 },
      hasTouch: true,
      isMobile: true,
      colorScheme,
    })
    await context.addCookies([{ name: 'gavel-language', value: 'ar', url: hall.url }])
    await page.goto(hall.url + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForTimeout(1_000)
    expect(await axeFindings(page)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })
})
