import type { Capacity } from '@gavel/domain'
import { dayMs, fromEpochMs, type Instant, later, type MemberId, toEpochMs } from '@gavel/kernel'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings, type Hall, openHall } from './hall.ts'
import { actsFor, silenceOn } from './over-api.ts'

/**
 * A review as it is used: asked, answered on a phone, read in its dossier, responded to, concluded with a text and closed
 * by the decision on it.
 */

const delegate = (member: string): Capacity => ({ kind: 'delegate', member: member as MemberId })
const secretariat: Capacity = { kind: 'secretariat' }
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const clock = { fixed: null as number | null, now: (): number => clock.fixed ?? Date.now() }
const review = '/reviews/demo-review'

let hall: Hall
beforeAll(async () => {
  hall = await openHall({ clock })
})
afterAll(() => hall.close())

const press = (where: Page | Locator, name: string | RegExp) =>
  where.getByRole('button', { name, exact: true }).click()
const dialog = (page: Page) => page.getByRole('dialog')
const question = (page: Page, words: string) => page.locator('.q-question', { hasText: words })

describe('a review of a dimension', () => {
  it('takes a question of one member to another, which all of them read', async () => {
    const { page, complaints } = await hall.enter(delegate('KAZ'), review)
    await press(page, 'Ask a question')
    await dialog(page).getByLabel('To whom').selectOption('KGZ')
    await dialog(page).getByLabel('Question', { exact: true }).fill('Who measures the snow, and when?')
    expect(await axeFindings(page)).toEqual([])
    await press(dialog(page), 'Ask')
    await question(page, 'Who measures the snow').getByText('No answer yet.').waitFor()
    // Members stand in the order of the register: not by who was asked, or answered, more.
    const order = await page.locator('.q-to h3').allInnerTexts()
    expect(order).toEqual(['To Azerbaijan', 'To Kazakhstan', 'To Kyrgyzstan'])
    expect(await axeFindings(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  it('is answered on a phone by whom it was put to, the words kept through a reload; another sees it at once', async () => {
    const own = await hall.enter(delegate('AZE'), review, phone)
    const other = await hall.enter(delegate('KGZ'), review)
    const { page } = own
    await page.getByText('1 question waits for your answer').waitFor()
    await other.page.getByText('1 question waits for your answer').waitFor()
    await press(page, 'Answer')
    await page.getByLabel('Your answer; it is given once').fill('All but one arrived in time.')
    await page.reload()
    expect(await page.getByLabel('Your answer; it is given once').inputValue()).toBe(
      'All but one arrived in time.',
    )
    expect(await axeFindings(page)).toEqual([])
    await press(page, 'Give this answer')
    await question(page, 'flood warnings').getByText('Azerbaijan answers').waitFor()
    await question(other.page, 'flood warnings').getByText('All but one arrived in time.').waitFor()
    expect([...own.complaints, ...other.complaints]).toEqual([])
  })

  it('has a dossier made of the record', async () => {
    const { page, complaints } = await hall.enter(delegate('AZE'), `${review}/dossier`)
    const entry = page.locator('.q-entry', { hasText: 'Field visit to a shared reservoir' })
    await entry.getByText('postponed').waitFor()
    await page.locator('.q-entry', { hasText: 'Publish the daily form' }).waitFor()
    expect(await page.locator('.q-entry', { hasText: 'transport corridors' }).count()).toBe(0)
    expect(await axeFindings(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  it('its recommendation waits first before the member it is for, and is responded to', async () => {
    const { page, complaints } = await hall.enter(delegate('KAZ'), '/recommendations', phone)
    const mine = page.locator('.q-mine')
    await press(mine, 'Respond')
    await dialog(page).getByText('partly supported').click()
    await dialog(page).getByLabel('In words').fill('The levels, yes; the names of the stations, no.')
    expect(await axeFindings(page)).toEqual([])
    await press(dialog(page), 'Give this response')
    await mine.getByText('Nothing waits for your response.').waitFor()
    await page.getByText('The levels, yes; the names of the stations, no.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  it('is concluded with a text, and closed by the decision that adopted it', async () => {
    const text = 'conclusions'
    await actsFor(
      hall.url,
      secretariat,
      [
        'texts.introduce',
        {
          text,
          title: 'Conclusions of the review (fictional)',
          body: 'soc',
          audience: { kind: 'members' },
          language: 'en',
          kind: 'draft',
          fictional: true,
        },
      ],
      [
        'texts.lay',
        {
          text,
          paragraphs: [
            {
              id: 'p1',
              number: '1',
              level: 0,
              kind: 'operative',
              content: [{ kind: 'words', text: 'The form of the levels is published.' }],
            },
          ],
        },
      ],
      ['texts.open', { text }],
    )
    const { page, complaints } = await hall.enter(secretariat, review)
    await press(page, 'Name the conclusions')
    await dialog(page).getByLabel('Text', { exact: true }).selectOption(text)
    expect(await axeFindings(page)).toEqual([])
    await press(dialog(page), 'Conclude with this text')
    await page.getByRole('link', { name: 'The text of the conclusions' }).waitFor()
    const expiresAt = `${later(fromEpochMs(Date.now()), 20 * dayMs).slice(0, 10)}T12:00:00.000Z`
    await silenceOn(hall.url, text, { decision: 'conclusions-kept', body: 'soc', expiresAt })
    clock.fixed = toEpochMs(later(expiresAt as Instant, dayMs))
    const after = await hall.enter(secretariat, '/seats')
    await after.page.clock.setFixedTime(new Date(clock.fixed))
    await after.page.goto(hall.url + review)
    await press(after.page, 'Close the review')
    await after.page.locator('h1 + p .badge', { hasText: 'Closed' }).waitFor()
    clock.fixed = null
    expect([...complaints, ...after.complaints]).toEqual([])
  })
})

describe('the public', () => {
  it('is told that a review is the affair of the members, and reads nothing of it', async () => {
    const { page } = await hall.enter(null, '/reviews')
    await page.getByText('Reviews are the affair of the members.').waitFor()
    expect(await page.getByText('environmental dimension').count()).toBe(0)
    await page.goto(`${hall.url}/recommendations`)
    await page.getByText('None is like this.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.goto(hall.url + review)
    await page.getByText('There is nothing here for you to read.').waitFor()
  })
})

describe('on a phone 360 wide, in Arabic and Russian, in the dark', () => {
  it.each([
    ['/reviews', 'ar', 'dark'],
    ['/reviews/demo-review', 'ar', 'dark'],
    ['/reviews/demo-review/dossier', 'ru', 'light'],
    ['/recommendations', 'ar', 'light'],
  ] as const)('%s is accessible in %s, %s', async (path, language, colorScheme) => {
    const { page, context } = await hall.enter(delegate('KAZ'), '/seats', {
      ...phone,
      viewport: { width: 360, height: 780 },
      colorScheme,
    })
    await context.addCookies([{ name: 'gavel-language', value: language, url: hall.url }])
    await page.goto(hall.url + path)
    await page.locator('.card, .q-entry, .q-question').first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })
})
