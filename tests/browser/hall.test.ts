import type { Capacity } from '@gavel/domain'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium } from './chromium.ts'
import { axeFindings } from './hall.ts'
import { type House, openHouse, sit, type Visitor, visitor } from './screens.ts'

/**
 * A meeting on six screens: the chair's, the secretariat's, those of three delegations, and the one in the hall, where
 * nobody is signed in. The clock of the server is moved forward where a rule asks for time; the screens follow it.
 */

const chair: Capacity = { kind: 'chair', body: 'soc' as never }
const secretariat: Capacity = { kind: 'secretariat' }
const delegate = (member: string): Capacity => ({ kind: 'delegate', member: member as never })
const capacities = {
  chair,
  secretariat,
  kaz: delegate('KAZ'),
  chn: delegate('CHN'),
  tur: delegate('TUR'),
} as const
type Who = keyof typeof capacities

let shiftMs = 0
let house: House
let browser: Browser
const people = {} as Record<Who | 'hall', Visitor>
const page = (who: Who | 'hall'): Page => people[who].page

beforeAll(async () => {
  house = await openHouse({ demo: true, clock: { now: () => Date.now() + shiftMs } })
  browser = await openChromium()
  for (const who of Object.keys(capacities) as Who[]) {
    people[who] = await visitor(browser, house.home, { phone: who === 'tur' })
    await sit(people[who], capacities[who])
  }
  people.hall = await visitor(browser, house.home)
  await people.hall.page.setViewportSize({ width: 1920, height: 1080 })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const patient = { timeout: 60_000 }
const sees = (who: Who | 'hall', words: string | RegExp) =>
  page(who)
    .getByText(words)
    .first()
    .waitFor({ state: 'visible', ...patient })
const presses = (who: Who, name: string | RegExp) =>
  page(who)
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click(patient)
/** In a dialog. */
const confirms = async (who: Who, name: string | RegExp) => {
  const dialog = page(who).getByRole('dialog')
  await dialog
    .getByRole('button', { name, exact: typeof name === 'string' })
    .last()
    .click(patient)
}
const closes = (who: Who) =>
  page(who)
    .getByRole('dialog')
    .waitFor({ state: 'detached', ...patient })
const isClean = async (who: Who | 'hall', state: string) =>
  expect(await axeFindings(page(who)), `${who}: ${state}`).toEqual([])
const everybodyIsClean = async (state: string) => {
  for (const who of ['chair', 'kaz', 'hall'] as const) await isClean(who, state)
}
const acts = async (who: Who, ...said: readonly (readonly [type: string, body: object])[]) => {
  const as = capacities[who]
  for (const [n, [type, body]] of said.entries()) {
    const answer = await people[who].context.request.post(`/api/acts/${type}`, {
      headers: { origin: house.home },
      data: { id: `test-${type}-${shiftMs}-${n}`, as, body },
    })
    if (answer.status() !== 201) throw new Error(`${type}: ${await answer.text()}`)
  }
}
/** Goes to a part of the meeting. */
const goes = (who: Who | 'hall', path: string) => page(who).goto(path, { waitUntil: 'domcontentloaded' })

let meeting = ''

describe('a meeting, from its notice to its journal', { timeout: 400_000 }, () => {
  it('is convened with an agenda of items and sub-items, and notice is given', async () => {
    const at = page('secretariat')
    await goes('secretariat', '/meetings')
    await presses('secretariat', 'Convene a meeting')
    await at.getByLabel('Body').last().selectOption('soc')
    await at.getByLabel('Title', { exact: true }).fill('Exercise: the six screens')
    await sees('secretariat', 'every item of its agenda')
    await at.getByLabel('Place').fill('Hall of six screens')
    await at.getByLabel('Time zone').selectOption('UTC')
    const opens = new Date(Date.now() + 10 * 60_000).toISOString()
    await at.getByLabel('Day').fill(opens.slice(0, 10))
    await at.getByLabel('Time', { exact: true }).fill(opens.slice(11, 16))
    await at.getByLabel('Title of item 1').fill('Adoption of the agenda')
    await at.getByLabel('Place').fill('')
    await sees('secretariat', /Closed by rule/)
    await at.getByLabel('Place').fill('Hall of six screens')
    for (const title of ['Measures', 'Points of contact']) {
      await presses('secretariat', 'Add an item')
      await at
        .getByLabel(/Title of item \d/)
        .last()
        .fill(title)
    }
    await presses('secretariat', 'Put item 3 under the one before it')
    expect(await at.getByLabel('Title of item 2(a)').inputValue()).toBe('Points of contact')
    await isClean('secretariat', 'convening')
    await presses('secretariat', 'Give notice')
    await at.waitForURL(/\/meetings\/[^/]+\/notice/, patient)
    meeting = /meetings\/([^/]+)/.exec(at.url())![1]!
    await sees('secretariat', 'Notice given')
    await isClean('secretariat', 'the notice')
  })

  it('its notice is changed, and everybody sees how', async () => {
    await presses('secretariat', 'Change the notice')
    const dialog = page('secretariat').getByRole('dialog')
    await dialog.getByLabel('Place').fill('Hall two')
    await dialog.getByLabel('Reason (may be left empty)').fill('The first hall is too small.')
    await confirms('secretariat', 'Give notice of the change')
    await closes('secretariat')
    await goes('kaz', `/meetings/${meeting}/notice`)
    await sees('kaz', 'Place: Hall two')
    await sees('kaz', 'The first hall is too small.')
    await isClean('kaz', 'the notice')
  })

  it('is opened as soon as the quorum is there, live', async () => {
    await goes('hall', `/meetings/${meeting}/display`)
    await sees('hall', 'Exercise: the six screens')
    for (const who of ['chair', 'secretariat', 'kaz', 'chn', 'tur'] as const)
      await goes(who, `/meetings/${meeting}`)
    const find = page('secretariat').getByLabel(/Find a delegation/)
    await find.waitFor(patient)
    for (const code of ['AFG', 'AZE', 'BGD', 'BHR', 'EGY', 'IND', 'IRN', 'IRQ', 'ISR']) {
      await find.fill(code)
      await find.press('Enter')
      await expect.poll(() => find.inputValue(), patient).toBe('')
    }
    await sees('chair', '9 of 28 present')
    await presses('chair', 'Presence and quorum')
    await sees('hall', /1 missing to open/)
    shiftMs += 15 * 60_000
    for (const who of ['chair', 'secretariat', 'kaz', 'chn', 'tur', 'hall'] as const) await page(who).reload()
    await sees('chair', /Closed by rule M-8/)
    await everybodyIsClean('one is missing')
    for (const who of ['secretariat', 'tur'] as const) await isClean(who, 'one is missing')
    await presses('kaz', 'Take your seat')
    await sees('chair', '10 of 28 present')
    await sees('hall', /Quorum to open reached/)
    await presses('chair', 'Open the meeting')
    await sees('kaz', 'Sitting now')
  })

  it('adopts its agenda and takes up an item', async () => {
    await presses('chair', 'Take up item 1')
    await sees('kaz', /Adoption of the agenda/)
    await presses('chair', 'Adopt the agenda')
    await sees('kaz', 'Agenda, as adopted')
    await presses('chair', 'Conclude item 1')
    await presses('chair', 'Take up item 2')
    await presses('chair', 'Agenda')
    await sees('hall', 'Measures')
    await isClean('hall', 'the agenda')
    await presses('chair', 'Speakers')
  })

  it('hears two speakers, one over time, and a reply', async () => {
    await presses('chair', 'Time limits')
    await page('chair').getByRole('dialog').getByLabel('Members').fill('1')
    await isClean('chair', 'the limits')
    await confirms('chair', 'Set')
    await closes('chair')
    for (const who of ['chn', 'tur'] as const) await presses(who, 'Take your seat')
    await presses('kaz', 'Ask for the floor')
    await sees('kaz', 'You are number 1 on the list')
    await presses('tur', 'Ask for the floor')
    await sees('tur', 'You are number 2 on the list')
    await presses('chn', 'Ask to reply')
    await sees('hall', 'Kazakhstan')
    await presses('chair', 'Give the floor to Kazakhstan')
    await page('hall').locator('.m-figure[data-tone=over]').first().waitFor(patient)
    await sees('kaz', 'over time')
    await everybodyIsClean('over time')
    await presses('chair', 'Call to time')
    await sees('hall', 'Kazakhstan: your time is up. Please conclude.')
    await presses('kaz', 'Yield the floor')
    await presses('chair', 'Give the floor to Türkiye')
    await presses('chair', 'Speakers')
    await sees('hall', 'Türkiye')
  })

  it('stops for a point of order, which the chair rules on', async () => {
    await presses('kaz', 'Point of order')
    await page('kaz')
      .getByRole('radio', { name: /sound fails/ })
      .check({ force: true })
    await page('kaz')
      .getByLabel(/In a few words/)
      .fill('No interpretation in channel two.')
    await isClean('kaz', 'a point of order')
    await confirms('kaz', 'Raise the point')
    await sees('chair', 'Kazakhstan raises a point of order')
    await sees('hall', 'Point of order')
    await page('tur').locator('.m-figure[data-tone=stopped]').first().waitFor(patient)
    await everybodyIsClean('a point of order')
    await isClean('tur', 'a point of order')
    await page('chair')
      .getByLabel(/Words of the ruling/)
      .fill('The booths are being seen to.')
    await presses('chair', 'Uphold')
    await sees('kaz', 'Upheld')
    await presses('chair', 'Thank and end')
    await presses('chair', 'Give the floor to China')
    await sees('hall', 'Right of reply')
    await presses('chn', 'Yield the floor')
    await sees('chair', 'Nobody has the floor.')
  })

  it('decides a motion', async () => {
    await presses('kaz', 'Make a motion')
    await page('kaz').getByRole('dialog').getByLabel('Motion').selectOption('closureOfList')
    await confirms('kaz', 'Move')
    await sees('chair', "Kazakhstan moves to close the speakers' list")
    await isClean('chair', 'a motion')
    await presses('chair', 'Carried')
    await sees('kaz', /The list is closed/)
  })

  it('puts the clean text; an objection is recorded, withdrawn, and it is adopted', async () => {
    const text = 'hall-clean'
    const imported = await people.secretariat.context.request.post(
      `/api/import/text?introduce=${text}&title=Clean%20measures&body=soc&language=en&as=secretariat&fictional=true`,
      {
        data: '1. Members name a point of contact.\n',
        headers: { 'content-type': 'text/plain', origin: house.home },
      },
    )
    expect(imported.status(), await imported.text()).toBe(201)
    const members = ['JOR', 'KGZ', 'KWT', 'MNG', 'PAK'].map(
      member => ['meetings.recordPresence', { meeting, member, present: true }] as const,
    )
    await acts('secretariat', ['texts.issueVersion', { text, document: 'c'.repeat(64) }], ...members)
    await sees('chair', /To decide: reached/)
    await presses('chair', 'Bring to decision')
    const dialog = page('chair').getByRole('dialog')
    await dialog
      .getByLabel('What is decided')
      .selectOption('text')
      .catch(() => undefined)
    await dialog.locator('select').filter({ hasText: 'Clean measures' }).selectOption(text)
    await dialog.getByRole('textbox').first().fill('Measures on points of contact')
    await isClean('chair', 'putting')
    await confirms('chair', 'Put it')
    await closes('chair')
    await sees('kaz', 'Are there any objections?')
    await presses('chair', 'What is put')
    await sees('hall', 'Are there any objections?')
    await sees('hall', 'No objection so far')
    await everybodyIsClean('put')
    await presses('kaz', 'Object')
    await page('kaz').getByRole('dialog').getByRole('textbox').fill('Capital has not answered.')
    await isClean('kaz', 'objecting, first step')
    await confirms('kaz', 'Go on')
    await isClean('kaz', 'objecting, second step')
    await confirms('kaz', /Object/)
    await closes('kaz')
    await sees('chair', /Kazakhstan objects/)
    await sees('hall', '1 objection')
    const adopt = page('chair').getByRole('button', { name: 'Declare adopted' })
    expect(await adopt.getAttribute('aria-disabled')).toBe('true')
    await presses('kaz', 'Withdraw the objection')
    await sees('hall', 'No objection so far')
    await presses('chair', 'Declare adopted')
    await confirms('chair', 'Go on')
    await confirms('chair', /I hear none/)
    await closes('chair')
    await sees('hall', 'Adopted')
    await sees('kaz', /CICA\/SOC\/DEC/)
    await isClean('hall', 'adopted')
  })

  it('takes a statement, is suspended, goes on, and is closed', async () => {
    await presses('chn', 'Statement for the record')
    await page('chn').getByLabel('Words').fill('China understands measure one as voluntary.')
    await isClean('chn', 'a statement')
    await confirms('chn', 'Put on the record')
    await closes('chn')
    await sees('kaz', 'China understands measure one as voluntary.')
    await presses('chair', 'Suspend')
    await page('chair').getByRole('dialog').locator('select').selectOption('open')
    await isClean('chair', 'suspending')
    await confirms('chair', 'Suspend')
    await presses('chair', 'Title')
    await sees('hall', 'The sitting is suspended.')
    await sees('tur', 'The sitting is suspended.')
    await presses('chair', 'Go on')
    await sees('tur', 'Sitting now')
    await presses('chair', 'Close the meeting')
    await confirms('chair', 'Go on')
    await confirms('chair', 'Close the meeting')
    await closes('chair')
    await sees('kaz', /^Closed/)
    await sees('hall', /Closed/)
    await everybodyIsClean('closed')
  })

  it('its journal is circulated, corrected and approved', async () => {
    await goes('secretariat', `/meetings/${meeting}/journal`)
    await sees('secretariat', 'The motion is carried.')
    await sees('secretariat', 'Türkiye has the floor.')
    await isClean('secretariat', 'the journal')
    await presses('secretariat', 'Circulate the draft')
    await page('secretariat').getByRole('dialog').getByText('What is circulated').waitFor(patient)
    await confirms('secretariat', 'Circulate the draft')
    await closes('secretariat')
    await goes('kaz', `/meetings/${meeting}/journal`)
    await presses('kaz', 'Ask for a correction')
    await page('kaz').getByRole('dialog').getByLabel('Where (may be left empty)').fill('Item 2')
    await page('kaz').getByRole('dialog').getByLabel('Words').fill('The channel was channel three.')
    await isClean('kaz', 'a correction')
    await confirms('kaz', 'Ask for it')
    await closes('kaz')
    await sees('secretariat', 'The channel was channel three.')
    await presses('secretariat', 'Take it')
    await sees('kaz', /taken/)
    await goes('hall', `/meetings/${meeting}/journal`)
    await page('hall').waitForTimeout(500)
    expect(await page('hall').content()).not.toContain('channel three')
    shiftMs += 8 * 86_400_000
    for (const who of ['chair', 'kaz'] as const) {
      await people[who].context.clearCookies()
      await sit(people[who], capacities[who])
    }
    await goes('chair', `/meetings/${meeting}/journal`)
    await presses('chair', 'Approve the journal')
    const words = page('chair').getByRole('dialog').getByRole('textbox')
    await words.waitFor(patient)
    await words.fill(`${await words.inputValue()}\nThe channel was channel three.\n`)
    await isClean('chair', 'approving')
    await confirms('chair', 'Approve the journal')
    await closes('chair')
    await sees('chair', /^✓ Approved/)
    await isClean('chair', 'approved')
    const { journals } = await (await people.hall.context.request.get(`/api/meetings/${meeting}`)).json()
    const file = await people.hall.context.request.get(`/api/documents/${journals[0].document}`)
    expect(await file.text()).toContain('The channel was channel three.')
    const notOurs = Object.values(people).flatMap(({ troubles }) => troubles)
    expect(notOurs).toEqual([])
  })
})
