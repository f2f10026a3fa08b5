import type { Capacity } from '@gavel/domain'
import { dayMs, fromEpochMs, type Instant, later, type MemberId, toEpochMs } from '@gavel/kernel'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings, type Hall, openHall, type Seated } from './hall.ts'
import { silenceOn } from './over-api.ts'

/**
 * The plan of a year as it is used, from the first proposal to what became of it, over a server whose clock the test sets:
 * proposed, offered to be hosted, laid, adopted by silence, held with participants, carried over.
 */

const delegate = (member: string): Capacity => ({ kind: 'delegate', member: member as MemberId })
const secretariat: Capacity = { kind: 'secretariat' }
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const clock = { fixed: null as number | null, now: (): number => clock.fixed ?? Date.now() }
let hall: Hall
let year: string
const plan = '/plans/demo-plan-next'
const own = 'Exercise: Seminar on shared maps'

beforeAll(async () => {
  hall = await openHall({ clock })
  const { plans } = (await (await fetch(`${hall.url}/api/plans`)).json()) as { plans: { year: string }[] }
  year = String(Number(plans[0]!.year) + 1)
})
afterAll(() => hall.close())

/** Opens a screen at an instant the test sets; without one, at the time it is. */
const enterAt = async (
  as: Capacity | null,
  path: string,
  at: Instant | null,
  options: BrowserContextOptions = {},
): Promise<Seated> => {
  clock.fixed = at === null ? null : toEpochMs(at)
  const seat = await hall.enter(as, '/seats', options)
  if (at !== null) await seat.page.clock.setFixedTime(new Date(at))
  await seat.page.goto(hall.url + path)
  await seat.page.getByRole('heading', { level: 1 }).waitFor()
  return seat
}

const press = (where: Page | Locator, name: string | RegExp) =>
  where.getByRole('button', { name, exact: true }).click()
const dialog = (page: Page) => page.getByRole('dialog')
const card = (page: Page, title: string) => page.locator('.p-activity', { hasText: title })
const day = (date: string): Instant => `${date}T10:00:00.000Z` as Instant

describe('the plan of a year', () => {
  it('takes the proposal of a delegation, kept through a reload, that will host it itself', async () => {
    const { page, complaints } = await enterAt(delegate('KAZ'), plan, null)
    await press(page, 'Propose an activity')
    const box = dialog(page)
    await box.getByLabel('What it is').fill(own)
    await box.getByLabel('To what end').fill('To read one map together.')
    await page.reload()
    await press(page, 'Propose an activity')
    expect(await box.getByLabel('What it is').inputValue()).toBe(own)
    await box.getByLabel('Area').selectOption({ label: 'Information technology' })
    await box.getByLabel('From').fill(`${year}-03-01`)
    await box.getByLabel('Until').fill(`${year}-03-02`)
    expect(await axeFindings(page)).toEqual([])
    await press(box, 'Propose an activity')
    await card(page, own).getByText('with a host').waitFor()
    expect(await card(page, own).innerText()).toContain('Kazakhstan')
    expect(await axeFindings(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  it('finds a host: a member offers, on a phone, and it is seen what was before', async () => {
    const { page, complaints } = await enterAt(delegate('KGZ'), plan, null, phone)
    const sought = card(page, 'Day of the points of contact')
    await press(sought, 'Offer to host')
    await sought.getByText('with a host').waitFor()
    await sought.getByText('Who proposed it, and what it was before').click()
    await sought.getByText('Kyrgyzstan offered to host it').waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  it('is changed with a reason, and withdrawn only by those it belongs to', async () => {
    const { page } = await enterAt(delegate('KAZ'), plan, null)
    expect(await card(page, 'Workshop on dust storms').getByRole('button').count()).toBe(0)
    await press(card(page, own), 'Change')
    await dialog(page).getByLabel('Place').fill('Almaty')
    await dialog(page).getByLabel('Reason').fill('The hall is free.')
    await press(dialog(page), 'Change')
    await card(page, own).getByText('Almaty').waitFor()
    await card(page, own).getByText('Who proposed it, and what it was before').click()
    await card(page, own).getByText('The hall is free.').waitFor()
  })

  it('is made a draft by the secretariat, brought in, and laid; from then on it takes no proposals', async () => {
    const { page, complaints } = await enterAt(secretariat, plan, null)
    await press(page, 'Lay the plan')
    await dialog(page).getByText('Day of the points of contact (Kyrgyzstan').waitFor()
    await press(dialog(page), 'Bring this draft in')
    await dialog(page).locator('button:not([aria-disabled])', { hasText: 'Lay it before the body' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await press(dialog(page), 'Lay it before the body')
    await dialog(page).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'The text of the plan' }).waitFor()
    const propose = page.getByRole('button', { name: 'Propose an activity' })
    await page.locator('button[aria-disabled]', { hasText: 'Propose an activity' }).waitFor()
    await propose.hover()
    await page.getByRole('tooltip').getByText(/C-7/).waitFor()
    expect(complaints).toEqual([])
  })

  it('is adopted by silence, and the adoption is recorded', async () => {
    const { page } = await enterAt(secretariat, plan, null)
    const href = await page.getByRole('link', { name: 'The text of the plan' }).getAttribute('href')
    const now = fromEpochMs(Date.now())
    const expiresAt = `${later(now, 20 * dayMs).slice(0, 10)}T12:00:00.000Z`
    await silenceOn(hall.url, decodeURIComponent(href!.split('/').at(-1)!), {
      decision: 'next-plan',
      body: 'soc',
      expiresAt,
    })
    await page.getByText('Silence runs').waitFor()
    const after = await enterAt(secretariat, plan, later(expiresAt as Instant, dayMs))
    await press(after.page, 'Record the adoption')
    await after.page.locator('h1 + p .badge', { hasText: 'Adopted' }).waitFor()
    expect(await axeFindings(after.page)).toEqual([])
    expect(after.complaints).toEqual([])
  })

  it('its host tells on a phone that it was held, by whom it was attended, what came of it', async () => {
    const { page, complaints } = await enterAt(delegate('KAZ'), plan, day(`${year}-03-05`), phone)
    await card(page, own).getByText('over, untold').waitFor()
    await press(card(page, own), 'Tell what became of it')
    const box = dialog(page)
    await box.getByRole('button', { name: 'Kyrgyzstan' }).click()
    await box.getByLabel('Find').fill('azer')
    await box.getByRole('button', { name: 'Azerbaijan' }).click()
    await box.getByText('3 chosen').waitFor()
    await box.getByLabel('What came of it').fill('One map was agreed upon.')
    expect(await axeFindings(page)).toEqual([])
    await press(box, 'Record it')
    await card(page, own).getByText('3 took part:').waitFor()
    await card(page, own).getByText('One map was agreed upon.').waitFor()
    expect(complaints).toEqual([])
  })

  it('its activities are found by month and as a list, of an area, of a member', async () => {
    const { page, complaints } = await enterAt(delegate('AZE'), '/activities', day(`${year}-03-20`))
    await page.locator('.p-event', { hasText: own }).first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    await press(page, 'As a list')
    await card(page, 'Day of the points of contact').waitFor()
    await page.getByLabel('Host or participant').selectOption('AZE')
    await card(page, 'Day of the points of contact').waitFor({ state: 'detached' })
    await card(page, own).waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  it('what was not held is carried into the plan of the year after, and says where it went', async () => {
    const { page, complaints } = await enterAt(secretariat, '/plans', day(`${year}-11-20`))
    await press(page, 'Open a plan')
    await dialog(page).getByLabel('Body').selectOption('soc')
    await press(dialog(page), 'Open a plan')
    await page.getByRole('link', { name: `Plan of Implementation for ${Number(year) + 1}` }).waitFor()
    await page.goto(hall.url + plan)
    const left = card(page, 'Workshop on dust storms')
    await press(left, 'Carry over')
    await dialog(page).getByLabel('Reason').fill('The laboratories are not ready.')
    expect(await axeFindings(page)).toEqual([])
    await press(dialog(page), 'Carry over')
    await page.getByText('Withdrawn or carried over (1)').first().click()
    await page.getByRole('link', { name: `Plan of Implementation for ${Number(year) + 1}` }).click()
    await left.getByText('with a host').waitFor()
    expect(complaints).toEqual([])
  })
})

describe('the public', () => {
  it('sees adopted plans and their activities, and is told what it does not see', async () => {
    const { page } = await enterAt(null, '/plans', null)
    await page.getByText('You see the plans that have been adopted.').waitFor()
    await page.getByRole('link', { name: `${Number(year) - 1} (fictional)` }).click()
    await page.getByText('Seminar on notifying military exercises').first().waitFor()
    expect(await page.getByRole('button', { name: 'Tell what became of it' }).count()).toBe(0)
    expect(await axeFindings(page)).toEqual([])
  })
})

describe('on a phone 360 wide, in Arabic and Russian, in the dark', () => {
  it.each([
    ['/plans', 'ar', 'dark'],
    ['/plans/demo-plan', 'ar', 'dark'],
    ['/plans/demo-plan', 'ru', 'light'],
    ['/activities', 'ar', 'light'],
    ['/activities', 'ru', 'dark'],
  ] as const)('%s is accessible in %s, %s', async (path, language, colorScheme) => {
    const { page, context } = await hall.enter(delegate('KAZ'), '/seats', {
      ...phone,
      viewport: { width: 360, height: 780 },
      colorScheme,
    })
    await context.addCookies([{ name: 'gavel-language', value: language, url: hall.url }])
    await page.goto(hall.url + path)
    await page.locator('.p-plan, .p-activity, .p-grid').first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })
})
