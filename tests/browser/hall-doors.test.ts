import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Capacity } from '@gavel/domain'
import { startServer } from '@gavel/server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium } from './chromium.ts'
import { axeFindings } from './hall.ts'
import { type House, openHouse, sit, type Visitor, visitor } from './screens.ts'

/** A closed sitting, as it looks from inside and from outside; and the scenes of meetings on a phone, in Arabic, in the dark. */

const meeting = 'demo-meeting'
const chair: Capacity = { kind: 'chair', body: 'soc' as never }
const secretariat: Capacity = { kind: 'secretariat' }
const delegate = (member: string): Capacity => ({ kind: 'delegate', member: member as never })
const hushed = 'Hushed words of one delegation'

let house: House
let browser: Browser
beforeAll(async () => {
  house = await openHouse({ demo: true })
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const patient = { timeout: 30_000 }
const act = async (who: Visitor, as: Capacity, type: string, body: object) => {
  const answer = await who.context.request.post(`/api/acts/${type}`, {
    headers: { origin: house.home },
    data: { id: `doors-${type}-${Math.random()}`, as, body: { meeting, ...body } },
  })
  if (answer.status() !== 201) throw new Error(`${type}: ${await answer.text()}`)
}
const seated = async (as: Capacity): Promise<Visitor> => {
  const one = await visitor(browser, house.home)
  await sit(one, as)
  return one
}
const sees = (page: Page, words: string | RegExp) =>
  page
    .getByText(words)
    .first()
    .waitFor({ state: 'visible', ...patient })

describe('a sitting behind closed doors', { timeout: 240_000 }, () => {
  const outsiders: (readonly [string, Visitor])[] = []
  let observer: string
  let inside: Visitor

  beforeAll(async () => {
    const seats = await (await fetch(`${house.server.url}/api/demo/seats`)).json()
    observer = seats.seats.find((seat: { as: Capacity }) => seat.as.kind === 'observer').as.observer
    const conducting = await seated(chair)
    inside = await seated(delegate('KAZ'))
    outsiders.push(['the public', await visitor(browser, house.home)])
    outsiders.push(['an observer', await seated({ kind: 'observer', observer })])
    const { page } = conducting
    await page.goto(`/meetings/${meeting}`)
    await page.getByRole('button', { name: 'Close the doors' }).click(patient)
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Close the doors' }).click()
    await sees(page, 'Closed sitting')
    await act(inside, delegate('KAZ'), 'meetings.raisePoint', {
      point: 'hushed-point',
      member: 'KAZ',
      kind: 'order',
      note: hushed,
    })
    await act(conducting, chair, 'meetings.rulePoint', { point: 'hushed-point', upheld: true, words: hushed })
    await act(inside, delegate('KAZ'), 'meetings.recordStatement', {
      statement: 'hushed-statement',
      speaker: { kind: 'member', member: 'KAZ' },
      purpose: 'national',
      wording: hushed,
      forJournal: true,
    })
    await act(conducting, chair, 'meetings.show', { what: { kind: 'message', words: hushed } })
  })

  it('[M-52] is followed by those who sit in the body', async () => {
    const { page } = inside
    await page.goto(`/meetings/${meeting}`)
    await sees(page, hushed)
    await sees(page, 'Tajikistan')
    expect(await axeFindings(page)).toEqual([])
    await page.goto(`/meetings/${meeting}/display`)
    await sees(page, hushed)
    expect(await axeFindings(page)).toEqual([])
  })

  // The page to read and the journal tell what was public before the doors were closed: who asked for the floor then.
  it.each([
    ['', [hushed]],
    ['?live', [hushed, 'Tajikistan']],
    ['/notice', [hushed, 'Tajikistan']],
    ['/journal', [hushed]],
    ['/display', [hushed, 'Tajikistan']],
  ] as const)('[M-52] tells nobody outside anything of its floor at /meetings/…%s', async (path, kept) => {
    for (const [name, { page, troubles }] of outsiders) {
      await page.goto(`/meetings/${meeting}${path}`)
      await sees(page, /Exercise: meeting of senior officials/)
      await page.waitForLoadState('networkidle')
      const shown = await page.content()
      for (const words of kept) expect(shown, name).not.toContain(words)
      expect(await axeFindings(page), name).toEqual([])
      expect(troubles).toEqual([])
    }
  })

  it.each([
    `/api/meetings/${meeting}`,
    `/api/meetings/${meeting}/journal`,
    `/api/meetings/${meeting}/statements`,
    `/api/meetings/${meeting}/decisions`,
    `/api/meetings/${meeting}/display`,
    `/api/meetings/${meeting}/notices`,
    '/api/meetings',
    '/api/calendar',
    '/api/sync',
    '/api/entries?from=0',
    '/api/entries',
  ])('[M-52] nor does %s', async path => {
    expect(await (await inside.context.request.get('/api/entries')).text()).toContain(hushed)
    for (const [name, { context }] of outsiders) {
      const answer = await context.request.get(path)
      expect(answer.status(), name).toBe(200)
      expect(await answer.text(), name).not.toContain(hushed)
    }
  })

  it('[M-52] is still for the body when the doors are open again', async () => {
    const conducting = await seated(chair)
    await conducting.page.goto(`/meetings/${meeting}`)
    await conducting.page.getByRole('button', { name: 'Open the doors' }).click(patient)
    await conducting.page.getByRole('dialog').getByRole('button', { name: 'Open the doors' }).click()
    await sees(conducting.page, 'Public sitting')
    for (const [name, { page }] of outsiders) {
      await page.goto(`/meetings/${meeting}?live`)
      await sees(page, 'Tajikistan')
      expect(await page.content(), name).not.toContain(hushed)
      await page.goto(`/meetings/${meeting}/display`)
      await sees(page, /Exercise: meeting of senior officials/)
      expect(await page.content(), name).not.toContain(hushed)
    }
  })
})

/** Whether what has the focus is in the window, and some of it under nothing else (WCAG 2.4.11). */
const isSeen = (): boolean => {
  const focused = document.activeElement!
  const { x, y, width, height } = focused.getBoundingClientRect()
  return [0.1, 0.5, 0.9].some(share => {
    const top = document.elementFromPoint(x + width * share, y + height / 2)
    return focused.contains(top) || top?.contains(focused) === true
  })
}

describe('meetings on other screens', { timeout: 240_000 }, () => {
  const scenes = [
    ['/meetings', delegate('KAZ')],
    [`/meetings/${meeting}`, delegate('KAZ')],
    [`/meetings/${meeting}`, chair],
    [`/meetings/${meeting}/notice`, secretariat],
    [`/meetings/${meeting}/journal`, delegate('KAZ')],
    [`/meetings/${meeting}/display`, null],
  ] as const

  it.each([
    ['a phone', { phone: true }],
    ['Arabic', { language: 'ar' }],
    ['a phone in Arabic', { language: 'ar', phone: true }],
    ['the dark', { theme: 'dark' }],
  ] as const)('%s: nothing is cut off, and axe finds nothing', async (_, how) => {
    for (const [path, as] of scenes) {
      const one = await visitor(browser, house.home, how)
      if (as !== null) await sit(one, as)
      await one.page.goto(path)
      await one.page.locator('h1').first().waitFor(patient)
      await one.page.waitForLoadState('networkidle')
      const wide = await one.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(wide, path).toBeLessThanOrEqual(0)
      // What lies under the bar of a phone is scrolled from under it; axe looks at the page as long as it is.
      const { width } = one.page.viewportSize()!
      const long = await one.page.evaluate(() => document.documentElement.scrollHeight)
      await one.page.setViewportSize({ width, height: long })
      expect(await axeFindings(one.page), path).toEqual([])
      expect(one.troubles).toEqual([])
      await one.context.close()
    }
  })

  it('the bar of a phone covers nothing that is reached by keyboard', async () => {
    const one = await visitor(browser, house.home, { phone: true })
    await sit(one, delegate('KAZ'))
    await one.page.goto(`/meetings/${meeting}`)
    await one.page.locator('.m-own').waitFor(patient)
    await one.page.waitForLoadState('networkidle')
    const reached: string[] = []
    for (let n = 0; n < 60; n++) {
      await one.page.keyboard.press('Tab')
      const focused = await one.page.evaluate(() => document.activeElement?.textContent ?? '')
      if (await one.page.evaluate(() => document.activeElement === document.body)) break
      await expect.poll(() => one.page.evaluate(isSeen), { ...patient, message: focused }).toBe(true)
      reached.push(focused)
    }
    expect(reached).toEqual(expect.arrayContaining(['Ask for the floor', 'Statement for the record']))
    await one.context.close()
  })

  it('a projector of 4K and one of 1080 show the same, as large as fits', async () => {
    const sizes = []
    for (const [width, height] of [
      [1920, 1080],
      [3840, 2160],
    ] as const) {
      const one = await visitor(browser, house.home)
      await one.page.setViewportSize({ width, height })
      await one.page.goto(`/meetings/${meeting}/display`)
      await one.page.locator('.m-hall h1').waitFor(patient)
      sizes.push(
        await one.page.evaluate(() => ({
          type: Number.parseFloat(getComputedStyle(document.querySelector('.m-hall h1')!).fontSize),
          fits: [...document.querySelectorAll('.m-hall-main')].every(
            box => box.scrollHeight <= box.clientHeight + 1,
          ),
        })),
      )
      await one.context.close()
    }
    expect(sizes[0]!.type).toBeGreaterThan(48)
    expect(sizes[1]!.type / sizes[0]!.type).toBeCloseTo(2, 1)
    expect(sizes.every(({ fits }) => fits)).toBe(true)
  })

  it('a display says that its line is lost, and finds the server again by itself', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'gavel-display-'))
    const options = { dataDir, organisation: 'cica', demo: true }
    const first = await startServer({ ...options, port: 0 })
    const one = await visitor(browser, first.url)
    await one.page.goto(`/meetings/${meeting}/display`)
    await one.page.locator('.m-hall h1').waitFor(patient)
    await first.stop()
    await sees(one.page, /Connection lost/)
    const second = await startServer({ ...options, port: Number(new URL(first.url).port) })
    const words = 'The line is back'
    const taken = await fetch(`${second.url}/api/demo/seat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: chair }),
    })
    const { token } = await taken.json()
    const shown = await fetch(`${second.url}/api/acts/meetings.show`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        id: 'line-is-back',
        as: chair,
        body: { meeting, what: { kind: 'message', words } },
      }),
    })
    expect(shown.status).toBe(201)
    await sees(one.page, words)
    await one.context.close()
    await second.stop()
    await rm(dataDir, { recursive: true })
  })
})
