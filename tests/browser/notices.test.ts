import type { Capacity } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium } from './chromium.ts'
import { axeFindings } from './hall.ts'
import { type House, openHouse, settled, sit, type Visitor, visitor } from './screens.ts'

/** An incident is told by one delegation, acknowledged on a phone by another, left unanswered by a third. */

const of = (member: string): Capacity => ({ kind: 'delegate', member: member as MemberId })
const secretariat: Capacity = { kind: 'secretariat' }
const title = 'Outage of a resolver'
const said = 'It has not answered since ten this morning.'

let browser: Browser
let house: House
let sender: Visitor
let phone: Visitor
let address: string
beforeAll(async () => {
  browser = await openChromium()
  house = await openHouse({ demo: true })
  sender = await visitor(browser, house.home)
  await sit(sender, of('KAZ'))
  phone = await visitor(browser, house.home, { phone: true })
  await sit(phone, of('UZB'))
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

const fits = async (page: Page, width: number): Promise<void> => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
}

const receipt = (page: Page, member: string) =>
  page.locator('.x-receipts > li', { has: page.getByRole('heading', { name: member }) })

/** A seat of one's own, for as long as a test looks through it. */
const looking = async (as: Capacity, look: (guest: Visitor) => Promise<void>): Promise<void> => {
  const guest = await visitor(browser, house.home)
  await sit(guest, as)
  await look(guest)
  expect(guest.troubles).toEqual([])
  await guest.context.close()
}

describe('a notice', () => {
  it('[N-6] is written with what is wanting said, its readers and deadlines before it goes, and no word lost', async () => {
    const { page } = sender
    await page.goto('/notices')
    await page.getByRole('link', { name: 'Write a notice' }).click()
    await page.getByRole('radio', { name: 'Cyber incident' }).check()
    await page.getByLabel('Subject').fill(title)
    await page.locator('.x-ticks').getByText('Uzbekistan').click()
    await page.locator('.x-ticks').getByText('Tajikistan').click()
    await page.getByLabel('What happened').fill(said)
    await page.getByText('Closed by rule N-6').first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    // Neither the window nor the machine has to last: what was written is on the device.
    await page.close()
    sender.page.removeAllListeners()
    const again = await sender.context.newPage()
    sender = { ...sender, page: again }
    await again.goto('/notices/new')
    expect(await again.getByLabel('What happened').inputValue()).toBe(said)
    expect(await again.getByLabel('Subject').inputValue()).toBe(title)
    await again.getByLabel('Day', { exact: true }).fill('2026-01-01')
    await again.getByLabel('Time', { exact: true }).fill('10:00')
    await again.getByLabel('Kind', { exact: true }).selectOption({ label: 'Outage of a service' })
    const preview = again.getByRole('region', { name: 'If it is sent now' })
    await preview.getByText('2 members: Tajikistan and Uzbekistan').waitFor()
    await preview.getByText(/late, and is taken all the same/).waitFor()
    await preview.getByText('say that there is one, and where').waitFor()
    expect(await axeFindings(again)).toEqual([])
    await again.getByRole('button', { name: 'Send the notice' }).click()
    await again.waitForURL('**/notices/sent')
    const line = again.locator('.x-line', { hasText: title })
    await line.getByText('2 of 2 are silent').waitFor()
    await line.getByText(/^Sent .* late/).waitFor()
    address = (await line.getByRole('link', { name: title }).getAttribute('href'))!
    // What was sent is no draft any more.
    await again.goto('/notices/new')
    await again.getByRole('radio', { name: 'Cyber incident' }).check()
    expect(await again.getByLabel('Subject').inputValue()).toBe('')
  })

  it('waits where the day of its addressee begins, and is acknowledged with one tap on a phone', async () => {
    const { page } = phone
    await page.goto('/')
    await page.getByRole('heading', { name: /notices? waits? for your delegation/ }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.goto('/notices')
    const line = page.locator('.x-line', { hasText: title })
    await line.getByText('To be acknowledged by').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await fits(page, 390)
    await line.getByRole('button', { name: `Acknowledge: ${title}` }).click()
    await line.getByText(/^Acknowledged .*, in time$/).waitFor()
    await line.getByText('To be answered by').waitFor()
    expect(phone.troubles).toEqual([])
  })

  it('[N-11] is answered in words, and whether what is asked is taken up', async () => {
    const { page } = phone
    await page.goto(address)
    await page.getByRole('button', { name: 'Answer', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('An answer has words.').first().waitFor()
    await dialog.getByLabel('Taken up').selectOption({ label: 'Accepts' })
    await dialog.getByLabel('Answer in words').fill('We look into it from our side.')
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Send the answer' }).click()
    await receipt(page, 'Uzbekistan').getByText('We look into it from our side.').waitFor()
    await page.getByText('Who else has acknowledged is told to the sender alone.').waitFor()
    expect(await receipt(page, 'Tajikistan').count()).toBe(0)
    expect(await axeFindings(page)).toEqual([])
    await fits(page, 390)
    expect(phone.troubles).toEqual([])
  })

  it('[N-16] shows its sender live who acknowledged, who answered what, and who is silent', async () => {
    const { page } = sender
    await page.goto(address)
    await page.getByText('1 of 2 is silent').waitFor()
    await receipt(page, 'Uzbekistan').getByText('Accepts').waitFor()
    await receipt(page, 'Uzbekistan').getByText('We look into it from our side.').waitFor()
    await receipt(page, 'Tajikistan').getByText('To be acknowledged by').waitFor()
    expect(await receipt(page, 'Tajikistan').getAttribute('data-silent')).toBe('awaited')
    expect(await axeFindings(page)).toEqual([])
    // The third tells the secretariat by telephone; the page of the sender changes while she looks at it.
    await looking(secretariat, async ({ page: desk }) => {
      await desk.goto('/notices')
      await desk.getByRole('link', { name: title }).click()
      await desk.getByRole('button', { name: 'Record a call: Tajikistan' }).click()
      const dialog = desk.getByRole('dialog')
      await dialog.getByLabel(/^Note/).fill('The duty officer called.')
      expect(await axeFindings(desk)).toEqual([])
      await dialog.getByRole('button', { name: 'Put it on the record' }).click()
      await desk.getByText('All 2 have acknowledged').waitFor()
    })
    await page.getByText('All 2 have acknowledged').waitFor()
    await receipt(page, 'Tajikistan')
      .getByText(/^By telephone; recorded by the secretariat/)
      .waitFor()
    await receipt(page, 'Tajikistan').getByText('The duty officer called.').waitFor()
  })

  it('[N-1] is not there for a rival it did not go to, on any screen', async () => {
    await looking(of('CHN'), async ({ page, context }) => {
      await page.goto(address)
      await page.getByText('There is nothing here for you to read.').waitFor()
      for (const path of [
        '/notices',
        '/notices/sent',
        '/',
        '/record',
        `/notices/new?about=${encodeURIComponent(address.split('/').at(-1)!)}`,
      ]) {
        await page.goto(path)
        await settled(page)
        const shown = await page.content()
        expect(shown).not.toContain(title)
        expect(shown).not.toContain(said)
      }
      for (const path of ['/api/notices', '/api/notices/inbox', '/api/notices/sent'])
        expect(await (await context.request.get(path)).text()).not.toContain(title)
    })
  })

  it('[N-13] is corrected with its reason beside it, and withdrawn, after which nothing is owed', async () => {
    const { page } = sender
    await page.getByRole('button', { name: 'Correct or supplement' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('What happened').fill('It answers again.')
    await dialog.getByLabel('What changes, and why').fill('The outage is over.')
    await dialog.getByRole('button', { name: 'Send the change' }).click()
    await page.getByRole('region', { name: 'What it says' }).getByText('It answers again.').waitFor()
    await page.getByRole('heading', { name: 'Corrections and supplements' }).waitFor()
    await page.getByRole('button', { name: 'Withdraw the notice' }).click()
    await dialog.getByLabel('Reason').fill('Told by mistake.')
    await dialog.getByRole('button', { name: 'Withdraw the notice' }).click()
    await page.getByText(/^Withdrawn .* Nothing more is owed to it\.$/).waitFor()
    expect(await page.getByRole('button', { name: 'Correct or supplement' }).count()).toBe(0)
    expect(await axeFindings(page)).toEqual([])
  })
})

describe('points of contact', () => {
  it('are nominated, verified, called and answer, in the words of each step', async () => {
    const { page } = phone
    await page.goto('/notices/contacts')
    await page.getByRole('button', { name: 'Nominate a point of contact' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('Night Officer')
    await dialog.getByText('Closed by rule N-20').first().waitFor()
    await dialog.getByLabel('E-mail').fill('night@uzb.invalid')
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Nominate a point of contact' }).click()
    const card = page.locator('.x-contact', { hasText: 'Night Officer' })
    await card.getByText(/^Nominated .*; not verified yet$/).waitFor()
    await looking(secretariat, async ({ page: desk }) => {
      await desk.goto('/notices/contacts')
      await desk.getByRole('button', { name: 'Verify: Night Officer' }).click()
      await desk.getByRole('dialog').getByRole('button', { name: 'Verify' }).click()
      await desk
        .locator('.x-contact', { hasText: 'Night Officer' })
        .getByText(/^Heard of/)
        .waitFor()
      await desk.goto('/notices/calls')
      await desk.getByRole('button', { name: 'Start a test call' }).click()
      expect(await axeFindings(desk)).toEqual([])
      await desk.getByRole('dialog').getByRole('button', { name: 'Start a test call' }).click()
      await desk.getByText('0 of 4 answered').waitFor()
      expect(await axeFindings(desk)).toEqual([])
    })
    await page.goto('/notices/calls')
    await page
      .getByRole('link', { name: /^Test call of/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'We are reached: Night Officer' }).click()
    await receipt(page, 'Uzbekistan')
      .getByText(/^Answered after/)
      .waitFor()
    await page.getByText('1 of 4 answered').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await fits(page, 390)
    expect(phone.troubles).toEqual([])
  })
})

describe('types and servers', () => {
  it('[N-3] are defined by the secretariat, with what is wrong said before it is sent, and taken out of use', async () => {
    await looking(secretariat, async ({ page }) => {
      await page.goto('/notices/types')
      await page.getByRole('button', { name: 'Define a type' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Short name of the type, in Latin letters').fill('drill')
      await dialog.getByLabel('Name · English').first().fill('Notice of a drill')
      await dialog.getByLabel('Name · English').nth(1).fill('What')
      await dialog.getByLabel('Source').fill('assumed, for a test')
      await dialog.getByLabel('When it is due').selectOption({ label: 'Hours after an instant it names' })
      await dialog.getByText('Closed by rule N-3').first().waitFor()
      expect(await axeFindings(page)).toEqual([])
      await dialog.getByLabel('When it is due').selectOption({ label: 'No deadline' })
      await dialog.getByRole('button', { name: 'Define it' }).click()
      const card = page.locator('.x-typelist > li', { hasText: 'Notice of a drill' })
      await card.getByRole('button', { name: 'Take out of use: Notice of a drill' }).click()
      await dialog.getByLabel('Reason').fill('Not needed.')
      await dialog.getByRole('button', { name: 'Take out of use' }).click()
      await card.getByText(/^Out of use since/).waitFor()
      expect(await axeFindings(page)).toEqual([])
    })
  })

  it('[N-30] are told of notices at addresses a delegation names, and are shown to it alone', async () => {
    const { page } = sender
    await page.goto('/notices/servers')
    await page.getByLabel('Address (https://…)').fill('https://user:word@hooks.example.org/gavel')
    await page.getByText('Closed by rule N-30').first().waitFor()
    await page.getByLabel('Address (https://…)').fill('https://hooks.example.org/gavel')
    await page.getByRole('button', { name: 'Add a server' }).click()
    await page.getByText('https://hooks.example.org/gavel', { exact: true }).waitFor()
    await page.getByText(/^whpk_/).waitFor()
    // A hint of the button that closed under the pointer comes after 300 ms, if it comes: it is let come and put away.
    await page.getByRole('heading', { name: 'Notices' }).click()
    await page.waitForTimeout(800)
    await page.getByRole('tooltip').waitFor({ state: 'detached' })
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Remove: https://hooks.example.org/gavel' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByText('No server of your delegation is told.').waitFor()
  })
})

describe('the screens of notices', () => {
  it('read on a small phone, in the dark, from right to left and in long words', async () => {
    for (const language of ['ar', 'ru'] as const) {
      const small = await visitor(browser, house.home, { language, theme: 'dark', phone: true })
      await small.page.setViewportSize({ width: 360, height: 780 })
      await sit(small, of('AZE'))
      for (const path of [
        '/notices',
        '/notices/sent',
        '/notices/new',
        '/notices/of/AZE%3Ademo-flood',
        '/notices/contacts',
        '/notices/calls',
        '/notices/calls/demo-call',
        '/notices/types',
        '/notices/servers',
      ]) {
        await small.page.goto(path)
        await settled(small.page)
        expect(await axeFindings(small.page), path).toEqual([])
        await fits(small.page, 360)
      }
      expect(small.troubles).toEqual([])
      await small.context.close()
    }
  })

  it('are reached by keyboard, and say to whoever has no seat that they are not for her', async () => {
    const { page } = phone
    await page.goto('/notices')
    await settled(page)
    await page.getByRole('button', { name: 'More' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Notices' }).waitFor()
    await page.keyboard.press('Escape')
    const guest = await visitor(browser, house.home)
    await guest.page.goto('/notices')
    await guest.page.getByText(/^Notices are sent and received by delegations/).waitFor()
    expect(await guest.page.getByRole('link', { name: 'Notices' }).count()).toBe(0)
    await guest.context.close()
  })
})
