import type { Capacity } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium } from './chromium.ts'
import { axeFindings } from './hall.ts'
import { comeBy, type House, openHouse, settled, sit, type Visitor, visitor } from './screens.ts'

/** What is undertaken, reminded of and told: on a phone, inside a delegation, and before rivals and the public. */

const kazakhstan: Capacity = { kind: 'delegate', member: 'KAZ' as MemberId }
const azerbaijan: Capacity = { kind: 'delegate', member: 'AZE' as MemberId }
const secretariat: Capacity = { kind: 'secretariat' }
const title = 'Visits to border posts'
const inside = 'Only one post was visited; the other was flooded.'
const reason = 'Say which post.'

let browser: Browser
let house: House
let phone: Visitor
let validator: Visitor
let commitment: string
beforeAll(async () => {
  browser = await openChromium()
  house = await openHouse({ demo: true })
  phone = await visitor(browser, house.home, { phone: true })
  await sit(phone, kazakhstan)
  // Nobody is invited from a seat: a head named by the secretariat accredits the validator and invites her.
  const owner = await visitor(browser, house.home)
  await comeBy(owner, house.server.ownerLink!)
  const head = await brought(owner, secretariat, 'head-kaz', ['accredit'])
  validator = await brought(head, kazakhstan, 'validator-kaz', [])
  await owner.context.close()
  await head.context.close()
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

const post = ({ context }: Visitor, path: string, data: object) =>
  context.request.post(path, { data, headers: { origin: house.home } })

const act = (who: Visitor, as: Capacity, type: string, body: object) =>
  post(who, `/api/acts/${type}`, { id: `test-${type}-${performance.now()}`, as, body })

/** A delegate of Kazakhstan who is accredited and invited, and comes. */
const brought = async (
  by: Visitor,
  as: Capacity,
  person: string,
  more: readonly string[],
): Promise<Visitor> => {
  const named = await act(by, as, 'institution.accredit', {
    credential: person,
    person,
    name: person === 'validator-kaz' ? 'Validator Example' : 'Head Example',
    capacity: kazakhstan,
    rights: ['read', 'speak', 'propose', 'object', 'join', ...more],
    from: '2026-01-01T00:00:00.000Z',
    instrument: 'Note 2/2026, for a test',
  })
  expect(named.status(), await named.text()).toBe(201)
  const invited = await post(by, '/api/invitations', { person, as })
  expect(invited.status(), await invited.text()).toBe(201)
  const guest = await visitor(browser, house.home)
  await comeBy(guest, ((await invited.json()) as { url: string }).url)
  return guest
}

/** Today by the organisation's calendar. */
const today = async (): Promise<string> => {
  const answer = await phone.context.request.get('/api/members/KAZ/commitments')
  return ((await answer.json()) as { day: string }).day
}

const fits = async (page: Page, width: number): Promise<void> => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
}

describe('what a member undertakes', () => {
  it('is undertaken on a phone, with what is wanting said as one writes, and nothing lost on the way', async () => {
    const { page } = phone
    const day = await today()
    await page.goto('/commitments/new')
    await page.getByLabel('Name', { exact: true }).fill(title)
    await page
      .getByLabel('What the member undertakes')
      .fill('To invite neighbours to two border posts a year.')
    await page.getByText('Closed by rule C-17').first().waitFor()
    await page.reload()
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe(title)
    await page.getByLabel('Until', { exact: true }).fill(`${Number(day.slice(0, 4)) + 2}-12-31`)
    await page.getByLabel('First report due').fill(day)
    await page.getByLabel('What exactly').fill('the invitations, and who came')
    await page.getByLabel('Measure of the catalogue').selectOption({ index: 1 })
    await expect.poll(() => page.locator('.u-gate li[data-passed]').count()).toBe(3)
    // Three within its time, and the one on its end.
    expect(await page.locator('.u-days li').count()).toBe(4)
    expect(await axeFindings(page)).toEqual([])
    await fits(page, 390)
    await page.getByRole('button', { name: 'Undertake it' }).click()
    await page.waitForURL('**/commitments?member=KAZ')
    const row = page.locator('.u-rows > li', { hasText: title })
    await row.getByText('Not yet reported').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await fits(page, 390)
    commitment = (await row.getByRole('link', { name: title }).getAttribute('href'))!
  })

  it('is reminded of where the day begins, and “nothing new” is told with one press', async () => {
    const { page } = phone
    await page.goto('/')
    const reminder = page.getByRole('link', { name: /A report is due.*Visits to border posts.*due today/ })
    await reminder.waitFor()
    expect(await axeFindings(page)).toEqual([])
    await reminder.click()
    await page.getByRole('heading', { name: 'Nothing new?' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await fits(page, 390)
    await page.getByRole('button', { name: /^Send “nothing new” for/ }).click()
    await page.waitForURL(`**${commitment}`)
    await page.locator('.u-report').getByText('Nothing new').waitFor()
    await page.locator('.u-dues').getByText('told in time').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await fits(page, 390)
  })

  it('[C-25] is told again with evidence, which is asked for where much is said to be done', async () => {
    const { page } = phone
    await page.goto(`${commitment}/report`)
    await page.getByText('Substantial', { exact: true }).click()
    await page.getByText('Closed by rule C-25').first().waitFor()
    await page.getByLabel('What it is').fill('List of visitors')
    await page.getByLabel('Where it is found (an address)').fill('https://example.org/visitors')
    await page.getByRole('button', { name: 'Add evidence' }).click()
    await page.reload()
    await page.getByRole('link', { name: /List of visitors/ }).waitFor()
    await page.getByText(/it is the word of Kazakhstan/).waitFor()
    await page.getByRole('button', { name: 'Send the report' }).click()
    await page.waitForURL(`**${commitment}`)
    const first = page.locator('.u-report').first()
    await first.getByText('Substantial').waitFor()
    expect(await first.getByRole('link', { name: /List of visitors/ }).getAttribute('href')).toBe(
      'https://example.org/visitors',
    )
    expect(phone.troubles).toEqual([])
  })

  it('[C-24] waits inside a delegation that has a validator, who gives it back, and then makes it its word', async () => {
    const { page } = phone
    await page.goto(commitment)
    await page.getByRole('button', { name: 'Name somebody' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Person').selectOption({ label: 'Validator Example' })
    await dialog.getByLabel('Part', { exact: true }).selectOption({ label: 'Validator' })
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Name somebody' }).click()
    await page.locator('.u-contacts').getByText('Validator Example').waitFor()

    await page.goto(`${commitment}/report`)
    await page.getByText('Limited', { exact: true }).click()
    await page.getByText('That is less than what was told before.').waitFor()
    await page.getByLabel('In words (may be left empty)').fill(inside)
    await page.getByText(/waits inside your delegation until Validator Example/).waitFor()
    await page.getByRole('button', { name: 'Send the report' }).click()
    await page.waitForURL(`**${commitment}`)
    await page.locator('.u-inside').getByText(inside).waitFor()
    expect(await page.locator('.u-report').count()).toBe(2)

    const seen = validator.page
    await seen.goto('/')
    await seen.getByRole('link', { name: /A report waits for validation/ }).click()
    await seen.locator('.u-waits').getByText(inside).waitFor()
    await seen.getByRole('button', { name: 'Give it back' }).click()
    await seen.getByLabel('Reason').fill(reason)
    expect(await axeFindings(seen)).toEqual([])
    await seen.getByRole('dialog').getByRole('button', { name: 'Give it back' }).click()
    await seen.locator('.u-waits').getByText(reason).waitFor()

    await page.goto('/')
    await page.getByRole('link', { name: /A report was given back/ }).click()
    await page.getByText(reason).waitFor()
    const words = page.getByLabel('In words (may be left empty)')
    expect(await words.inputValue()).toBe(inside)
    await words.fill(`${inside} It was the northern one.`)
    await page.getByRole('button', { name: 'Send the report' }).click()
    await page.waitForURL(`**${commitment}`)
    await seen.getByRole('button', { name: "Make it the member's word" }).click()
    const told = seen.locator('.u-report').first()
    await told.getByText('It was the northern one.').waitFor()
    await told.getByText('says less than before').waitFor()
    expect([...phone.troubles, ...validator.troubles]).toEqual([])
  })

  it('shows rivals and the public what they may read, and nothing of what a delegation keeps to itself', async () => {
    const own = 'A word between us, not yet told'
    const draft = { commitment: commitment.split('/').at(-1), member: 'KAZ', report: 'kept-inside' }
    const day = await today()
    const drafted = await act(phone, kazakhstan, 'commitments.report', {
      ...draft,
      period: { from: day, until: day },
      says: 'limited',
      words: own,
      evidence: [],
    })
    expect(drafted.status(), await drafted.text()).toBe(201)
    const closed = await act(phone, kazakhstan, 'commitments.undertake', {
      commitment: 'for-members',
      member: 'KAZ',
      audience: { kind: 'members' },
      terms: {
        title: 'Kept among members',
        pledge: 'To share a list.',
        from: day,
        until: null,
        evidence: [{ kind: 'document', what: 'the list' }],
        reporting: { first: `${Number(day.slice(0, 4)) + 1}-04-15`, everyMonths: 12 },
      },
    })
    expect(closed.status(), await closed.text()).toBe(201)

    for (const other of [azerbaijan, secretariat, null]) {
      const rival = await visitor(browser, house.home)
      if (other !== null) await sit(rival, other)
      const live = other === null ? '?live' : ''
      for (const path of [commitment, '/commitments', '/catalogue', '/']) {
        await rival.page.goto(`${path}${live}`)
        await settled(rival.page)
        expect(await rival.page.content()).not.toContain(own)
      }
      for (const path of [`/api${commitment}`, '/api/reminders', '/api/entries', '/api/sync'])
        expect(await (await rival.context.request.get(path)).text()).not.toContain(own)
      const kept = await rival.context.request.get('/api/commitments/for-members')
      expect(kept.status()).toBe(other === null ? 404 : 200)
      await rival.page.goto(`/commitments/for-members${live}`)
      if (other === null) await rival.page.getByText('There is nothing here for you to read.').waitFor()
      else await rival.page.getByRole('heading', { name: 'Kept among members' }).waitFor()
      expect(await rival.page.locator('.u-inside').count()).toBe(0)
      await rival.page.goto(`${commitment}${live}`)
      await rival.page.getByRole('heading', { name: title }).waitFor()
      expect(await rival.page.getByRole('button', { name: 'Join it' }).count()).toBe(
        other?.kind === 'delegate' ? 1 : 0,
      )
      await rival.context.close()
    }
  })

  it('is joined by another member, each of which has a word of its own', async () => {
    const rival = await visitor(browser, house.home)
    await sit(rival, azerbaijan)
    await rival.page.goto(commitment)
    await rival.page.getByRole('button', { name: 'Join it' }).click()
    const parts = rival.page.locator('.u-parts > li')
    await parts.nth(1).waitFor()
    await parts.nth(0).getByText('says less than before').waitFor()
    await parts.nth(1).getByText('Not yet reported').waitFor()
    await rival.page.getByRole('button', { name: 'Leave it' }).waitFor()
    expect(rival.troubles).toEqual([])
    await rival.context.close()
  })
})

describe('the catalogue', () => {
  it('shows both editions side by side, who carries a measure out, and how much was taken up', async () => {
    const delegate = await visitor(browser, house.home)
    await sit(delegate, kazakhstan)
    const { page } = delegate
    await page.goto('/catalogue')
    await page.getByRole('radio', { name: 'Side by side' }).waitFor()
    const measure = page.locator('.u-measure', { hasText: '2.1.1.b' })
    await measure.getByText('Not taken up').waitFor()
    await measure.getByRole('button', { name: 'Agree to carry it out' }).click()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Agree to carry it out' }).click()
    await measure.getByText('1 member agreed to carry it out').click()
    await measure.getByText('Kazakhstan').waitFor()
    await measure.getByText(/^●Taken up/).waitFor()
    await page.getByRole('radio', { name: /^2021/ }).click()
    expect(await page.locator('.u-edition-name').count()).toBe(0)
    expect(await axeFindings(page)).toEqual([])
    expect(delegate.troubles).toEqual([])
    await delegate.context.close()
  })

  it('is read without a script by everybody', async () => {
    const context = await browser.newContext({ baseURL: house.home, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/catalogue')
    await page.getByRole('heading', { name: 'Catalogue of measures' }).waitFor()
    expect(await page.getByText('● Taken up').count()).toBeGreaterThan(0)
    expect(await page.getByText('Coordinator', { exact: true }).count()).toBeGreaterThan(0)
    await context.close()
  })
})

describe('the screens of commitments', () => {
  it('read on a small phone, in the dark, from right to left and in long words', async () => {
    for (const language of ['ar', 'ru'] as const) {
      const small = await visitor(browser, house.home, { language, theme: 'dark', phone: true })
      await small.page.setViewportSize({ width: 360, height: 780 })
      await sit(small, { kind: 'delegate', member: 'CHN' as MemberId })
      const one = '/commitments/exercise-training'
      for (const path of [
        '/catalogue',
        '/commitments',
        one,
        `${one}/report`,
        `${one}/change`,
        '/delegation',
      ]) {
        await small.page.goto(path)
        await settled(small.page)
        expect(await axeFindings(small.page), path).toEqual([])
        await fits(small.page, 360)
        expect(
          await small.page.locator('.frame-nav ul').evaluate(each => each.scrollWidth - each.clientWidth),
          path,
        ).toBeLessThanOrEqual(0)
      }
      expect(small.troubles).toEqual([])
      await small.context.close()
    }
  })

  it('are worked by keyboard alone, and places that do not fit a phone are behind one button', async () => {
    const { page } = phone
    await page.goto('/commitments')
    await settled(page)
    await page.getByRole('button', { name: 'More' }).focus()
    await page.keyboard.press('Enter')
    const organisation = page.getByRole('menuitem', { name: 'Organisation' })
    await organisation.waitFor()
    // Rooms have places of their own there, and may stand before it.
    const places = await page.getByRole('menuitem').count()
    const isFocused = () => organisation.evaluate(place => place === document.activeElement)
    for (let n = 0; n < places && !(await isFocused()); n++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/organisation')
    await page.goto('/catalogue')
    await page.getByRole('radio', { name: 'Side by side' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByRole('radio', { name: /^2004/, checked: true }).waitFor()
  })
})
