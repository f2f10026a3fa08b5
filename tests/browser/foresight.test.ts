import type { Capacity } from '@gavel/domain'
import type { BodyId, MemberId } from '@gavel/kernel'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium } from './chromium.ts'
import { axeFindings } from './hall.ts'
import { type House, openHouse, settled, sit, type Visitor, visitor } from './screens.ts'

/** A chair looks ahead, sounds, hears in confidence and releases a package; others learn of the package and of nothing else. */

const of = (member: string): Capacity => ({ kind: 'delegate', member: member as MemberId })
const chair: Capacity = { kind: 'chair', body: 'soc' as BodyId }
const secretariat: Capacity = { kind: 'secretariat' }
const text = 'demo-charter'
const item = `/foresight/of/${text}`
const title = 'A first package'

let browser: Browser
let house: House
let mediator: Visitor
let teller: Visitor
beforeAll(async () => {
  browser = await openChromium()
  house = await openHouse({ demo: true })
  mediator = await visitor(browser, house.home)
  await sit(mediator, chair)
  teller = await visitor(browser, house.home, { phone: true })
  await sit(teller, of('KAZ'))
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

const fits = async (page: Page, width: number): Promise<void> => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
}

/** The part of the page under a heading. */
const part = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

/** A seat of one's own, or none, for as long as a test looks through it. */
const looking = async (as: Capacity | null, look: (guest: Visitor) => Promise<void>): Promise<void> => {
  const guest = await visitor(browser, house.home)
  if (as !== null) await sit(guest, as)
  await look(guest)
  expect(guest.troubles).toEqual([])
  await guest.context.close()
}

describe('a chair', () => {
  it('finds which items are ready, and whom to sound', async () => {
    const { page } = mediator
    await page.goto('/')
    await page.getByRole('link', { name: 'Foresight' }).click()
    const ready = part(page, /^Ready/)
    await ready.getByRole('link', { name: /Draft Charter/ }).waitFor()
    await ready.getByText(/^Consensus (very )?likely$/).waitFor()
    await ready.getByText('Kyrgyzstan', { exact: true }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    // How long the meeting is stands in the address; an item that is longer has to wait.
    await page.getByLabel('Minutes available').fill('20')
    await page.getByText('it needs more than the whole time').waitFor()
    expect(new URL(page.url()).searchParams.get('minutes')).toBe('20')
    await page.getByLabel(/^Minutes: Draft Charter/).fill('15')
    await page.getByText('15 of 20 minutes are used.').waitFor()
    await page.reload()
    await page.getByText('15 of 20 minutes are used.').waitFor()
  })

  it("is told how many of the General Assembly's votes count, once she asks for them", async () => {
    const { page } = mediator
    await page.goto('/foresight')
    await page.getByText('1 decision of its own counts as a precedent.').waitFor()
    await page.locator('.f-made').getByText("With the General Assembly's votes").click()
    await page.getByText(/Beside them [\d,]+ recorded votes/).waitFor({ timeout: 60_000 })
    expect(new URL(page.url()).searchParams.get('votes')).toBe('true')
  })

  it('[F-2] notes a sounding, and the outlook changes before her eyes', async () => {
    const { page } = mediator
    await page.goto(item)
    const first = page.locator('.f-member').first()
    await first.getByRole('heading', { name: 'Kyrgyzstan' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    const before = await page.locator('.f-item-top .f-number').textContent()
    await first.getByRole('button', { name: 'Note a sounding: Kyrgyzstan' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Say which delegation, and what it said.').first().waitFor()
    await dialog.getByLabel('What it said').selectOption({ label: 'objects' })
    await dialog.getByLabel(/^Note/).fill('Only if the deletion is not taken.')
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Note it' }).click()
    await page.getByText('Only if the deletion is not taken.').waitFor()
    await page.waitForFunction(
      was => document.querySelector('.f-item-top .f-number')?.textContent !== was,
      before,
    )
    const member = page.locator('.f-member', { has: page.getByRole('heading', { name: 'Kyrgyzstan' }) })
    await member.getByText(/^Sounding: objects, the whole text/).waitFor()
    expect(mediator.troubles).toEqual([])
  })
})

interface Paragraph {
  readonly id: string
  readonly content: readonly { readonly options?: readonly { readonly id: string }[] }[]
}

describe('a text', () => {
  it('leads its mediators to the item, and a delegation to the packages released', async () => {
    for (const [{ page }, path] of [
      [mediator, item],
      [teller, `${item}/released`],
    ] as const) {
      await page.goto(`/texts/${text}`)
      await page.getByRole('link', { name: 'Packages', exact: true }).click()
      await page.waitForURL(`**${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
    }
  })

  it('that moves has its outlook asked for anew, before the eyes of its chair', async () => {
    const { page } = mediator
    await page.goto('/foresight')
    await part(page, /^Ready/)
      .getByRole('link', { name: /Draft Charter/ })
      .waitFor()
    const again = page.waitForResponse(answer => answer.url().includes('/api/foresight/outlook'))
    const { paragraphs } = (await (
      await teller.context.request.get(`/api/texts/${text}`)
    ).json()) as Readonly<Record<'paragraphs', readonly Paragraph[]>>
    const disputed = paragraphs.findLast(({ content }) =>
      content.some(({ options }) => options !== undefined),
    )!
    const option = disputed.content.flatMap(({ options = [] }) => options)[0]!.id
    const said = await teller.context.request.post('/api/acts/texts.takeStand', {
      data: {
        id: crypto.randomUUID(),
        as: of('KAZ'),
        body: { text, paragraph: disputed.id, option, stand: 'backs' },
      },
      headers: { origin: house.home },
    })
    expect(said.ok(), await said.text()).toBe(true)
    expect((await again).status()).toBe(200)
  })
})

describe('a delegation', () => {
  it('[F-4] tells how far it can go after reading who reads it, and loses no word before it is sent', async () => {
    const { page } = teller
    await page.goto('/foresight')
    await page.getByRole('link', { name: 'Tell how far you can go' }).click()
    await page.getByText(/^Read by the chair of .*, whose person comes from Azerbaijan/).waitFor()
    const point = part(page, 'Paragraph 6')
    await point.getByRole('radio', { name: 'cannot' }).first().check()
    await point.getByLabel(/^How much it matters/).selectOption('9')
    await page.getByText('Kept on this device until it is sent.').waitFor()
    await page.reload()
    expect(await part(page, 'Paragraph 6').getByRole('radio', { name: 'cannot' }).first().isChecked()).toBe(
      true,
    )
    expect(await axeFindings(page)).toEqual([])
    await fits(page, 390)
    await page.getByRole('button', { name: 'Tell it' }).click()
    await page.getByText(/^What is told was sent/).waitFor()
    expect(teller.troubles).toEqual([])
  })

  it('[F-5] takes back what it told, and tells it anew', async () => {
    const { page } = teller
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
    await page.getByText(/^What was told was taken back/).waitFor()
    await part(page, 'Paragraph 6').getByRole('radio', { name: 'cannot' }).first().check()
    await page.getByRole('button', { name: 'Tell it' }).click()
    await page.getByText(/^What is told was sent/).waitFor()
  })
})

describe('a package', () => {
  it('[F-6] is found, heeds what was told, and is released in two steps that say who reads it', async () => {
    const { page } = mediator
    await page.goto(`${item}/table`)
    const row = page.locator('.f-grid tr', { hasText: 'six months' })
    const column = await page.locator('.f-grid thead th', { hasText: 'KAZ' }).evaluate(cell => {
      const { cells } = cell.parentElement as HTMLTableRowElement
      return [...cells].indexOf(cell as HTMLTableCellElement)
    })
    const cell = row.locator('th, td').nth(column)
    expect((await cell.textContent())?.includes('cannot, told in confidence')).toBe(true)
    const best = page.locator('.f-package', {
      has: page.getByRole('heading', { name: /Best for the worst-off/ }),
    })
    await best.getByText('one year').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await best.getByRole('button', { name: /^Release …/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Title').fill(title)
    await dialog.getByRole('button', { name: 'Go on' }).click()
    await dialog.getByText(/^Everybody who reads the text will read this package/).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Release it to all of them' }).click()
    await part(page, 'Packages released').getByRole('heading', { name: title }).waitFor()
    expect(mediator.troubles).toEqual([])
  })

  it.each([
    ['a rival', of('TUR')],
    ['the secretariat', secretariat],
  ] as const)('[F-4] is read by %s, who learns nothing else', async (_, as) => {
    await looking(as, async ({ page }) => {
      await page.goto(`${item}/released`)
      await page.getByRole('heading', { name: title }).waitFor()
      expect(await axeFindings(page)).toEqual([])
      const answers: string[] = []
      for (const path of ['/table', '/packages'])
        answers.push((await page.request.get(`/api/foresight/texts/${text}${path}`)).status().toString())
      for (const path of ['outlook', 'map', `texts/${text}/told?member=KAZ`])
        answers.push((await page.request.get(`/api/foresight/${path}`)).status().toString())
      expect(answers).toEqual(['404', '404', '404', '404', '404'])
      for (const closed of [item, `${item}/table`]) {
        await page.goto(closed)
        await page.getByRole('heading', { name: 'There is nothing here for you to read.' }).waitFor()
        expect(await page.getByText('Kyrgyzstan').count()).toBe(0)
      }
      await page.goto('/foresight')
      await page.getByRole('link', { name: 'Packages released' }).waitFor()
      expect(await page.getByText(/Consensus|Which to bring now/).count()).toBe(0)
    })
  })

  it('[F-7] is withdrawn with a reason, and stays to be read as withdrawn', async () => {
    const { page } = mediator
    await page.getByRole('button', { name: `Withdraw the package: ${title}` }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/^Reason/).fill('A better one is coming.')
    await dialog.getByRole('button', { name: 'Withdraw' }).click()
    await page.getByText('A better one is coming.').waitFor()
    await teller.page.goto(`${item}/released`)
    await teller.page.getByText('A better one is coming.').waitFor()
    await fits(teller.page, 390)
  })
})

describe('the secretariat', () => {
  it('[F-8] sets who reads forecasts, and says where that was decided', async () => {
    const colleague = await visitor(browser, house.home)
    await sit(colleague, of('AZE'))
    await colleague.page.goto('/foresight')
    const told = part(colleague.page, 'Who reads forecasts')
    await told.getByText('those who mediate, and nobody else', { exact: true }).waitFor()
    expect(await told.getByRole('button').count()).toBe(0)
    await looking(secretariat, async ({ page }) => {
      await page.goto('/foresight')
      const readers = part(page, 'Who reads forecasts')
      await readers.getByText('Name where it was decided, for the record.').first().waitFor()
      await readers.getByLabel('Who reads them').selectOption('members')
      await readers.getByLabel('Where that was decided').fill('Decision 7 of the exercise')
      expect(await axeFindings(page)).toEqual([])
      await readers.getByRole('button', { name: 'Set it' }).click()
      await readers.getByText(/^By Decision 7 of the exercise, since /).waitFor()
    })
    // Her screen follows, and what she is shown is made without what was said in confidence.
    await told.getByText('those who mediate, and the members', { exact: true }).waitFor()
    await colleague.page.getByText('Stands count; nothing that was said in confidence does.').waitFor()
    expect(colleague.troubles).toEqual([])
    await colleague.context.close()
  })
})

describe('what the models know of the Assembly', () => {
  it('[F-8] is a map for those who mediate, in one dimension or two, with its figures beside it', async () => {
    const { page } = mediator
    await page.goto('/foresight/map')
    await page
      .getByRole('img', { name: /^Members in two dimensions, session 74/ })
      .waitFor({ timeout: 60_000 })
    await page.getByRole('row', { name: /Kazakhstan/ }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByLabel('Dimensions', { exact: true }).selectOption('1')
    await page.getByLabel('Session', { exact: true }).selectOption('49')
    await page.getByRole('img', { name: /^Members in one dimension, session 49/ }).waitFor()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: /CSV/ }).click()
    expect((await saved).suggestedFilename()).toBe('map-49-1d.csv')
  })

  it('is scored beside what anybody could say, open to who is signed out', async () => {
    await looking(null, async ({ page }) => {
      await page.goto('/foresight/backtest')
      await page.getByRole('heading', { name: 'That a member votes no' }).waitFor()
      const table = page.getByRole('table', { name: 'That anybody votes no', exact: true })
      await table.getByRole('row', { name: /What they did last time/ }).waitFor()
      await page.getByRole('img', { name: 'Calibration: That anybody votes no', exact: true }).waitFor()
      expect(await axeFindings(page)).toEqual([])
    })
  })

  it.each(['ru', 'ar'] as const)('stands on a phone in %s, in the dark', async language => {
    const guest = await visitor(browser, house.home, { language, theme: 'dark', phone: true })
    await sit(guest, chair)
    for (const path of ['/foresight', item, `${item}/table`, '/foresight/map', '/foresight/backtest']) {
      await guest.page.goto(path)
      await settled(guest.page)
      await fits(guest.page, 390)
      expect(await axeFindings(guest.page)).toEqual([])
    }
    expect(guest.troubles).toEqual([])
    await guest.context.close()
  })
})
