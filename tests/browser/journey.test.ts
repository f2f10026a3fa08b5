import type { Capacity } from '@gavel/domain'
import type { BodyId, MemberId } from '@gavel/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, type Hall, openHall, type Seated } from './hall.ts'

/**
 * The whole way as people walk it, each in a browser of her own: the secretariat brings in a draft, three delegations
 * close its brackets, the chair puts it, it is adopted, and somebody who is signed out checks the proof.
 */

const delegate = (member: string): Capacity => ({ kind: 'delegate', member: member as MemberId })
const chair: Capacity = { kind: 'chair', body: 'soc' as BodyId }

const title = 'Exercise: sharing the waters of a basin'
const draft = `1. The Parties [shall][should] exchange data on the flow of the river.
2. Data are exchanged monthly [and on request].
3. A hotline is open at all times.
`

let hall: Hall
let desk: Seated
let kaz: Seated
let kgz: Seated
let uzb: Seated
let gavel: Seated
let address: string

beforeAll(async () => {
  hall = await openHall()
  desk = await hall.enter({ kind: 'secretariat' }, '/texts')
})
afterAll(() => hall.close())

/** Opens the paragraph of a number. */
const open = async ({ page }: Seated, number: string): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(`^Paragraph ${number}, `) }).click()
  await page.getByRole('complementary', { name: `Paragraph ${number}: who stands where` }).waitFor()
}

const optionOf = ({ page }: Seated, words: string) => page.locator('.o-card', { hasText: words })

describe('from a disputed draft to a decision somebody verifies', () => {
  test('the secretariat reads a draft, sees what is odd in it, and lays it before the delegations', async () => {
    const { page } = desk
    await page.getByRole('link', { name: 'Bring in a draft' }).click()
    const file = page.locator('input[type=file]')
    await file.setInputFiles({ name: 'draft.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') })
    await page.getByText(/draft\.pdf is of a kind that is not read/).waitFor()
    await file.setInputFiles({
      name: 'basin.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(`${draft}4. [Disputes are settled by consensus.\n`),
    })
    await page.getByText('A bracket opens and is never closed:').waitFor()
    await file.setInputFiles({ name: 'basin.txt', mimeType: 'text/plain', buffer: Buffer.from(draft) })
    await page.getByText('Nothing odd was found in it.').waitFor()
    expect(await page.locator('.i-figures > div', { hasText: 'Brackets' }).innerText()).toMatch(/3$/)
    expect(await axeFindings(page)).toEqual([])
    await page.getByLabel('Title').fill(title)
    await page.getByLabel('Before which body').selectOption('soc')
    await page.getByLabel('Who may read it').selectOption('public')
    await page.getByRole('button', { name: 'Lay it before the delegations' }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.getByText('Fictional, for an exercise').waitFor()
    address = new URL(page.url()).pathname
    expect(address).toMatch(/^\/texts\/exercise-sharing-the-waters-of-a-basin-/)
  })

  test('three delegations close its brackets, each before the eyes of the others', async () => {
    kaz = await hall.enter(delegate('KAZ'), address)
    kgz = await hall.enter(delegate('KGZ'), address)
    uzb = await hall.enter(delegate('UZB'), address)
    gavel = await hall.enter(chair, address)
    for (const seat of [kaz, kgz, uzb, gavel]) await open(seat, '1')
    await optionOf(kaz, 'should').getByRole('button', { name: 'Object' }).click()
    await kaz.page.getByRole('dialog').getByRole('textbox').fill('A duty is meant.')
    await kaz.page.getByRole('dialog').getByRole('button', { name: 'Object' }).click()
    await optionOf(uzb, 'should').getByText('A duty is meant.').waitFor()
    await optionOf(kgz, 'shall').getByRole('button', { name: 'Back', exact: true }).click()
    await optionOf(uzb, 'shall').getByRole('button', { name: 'Can live with' }).click()
    await optionOf(gavel, 'shall').getByText('Uzbekistan').waitFor()
    await optionOf(gavel, 'shall').getByRole('button', { name: 'Settle on this' }).click()
    await uzb.page.getByText('The Parties shall exchange data').first().waitFor()

    await open(gavel, '2')
    await optionOf(gavel, 'and on request').getByRole('button', { name: 'Settle on this' }).click()
    await kaz.page.getByText('Nothing in dispute').waitFor()
    await kaz.page.getByText('Data are exchanged monthly and on request.').first().waitFor()
  })

  test('the secretariat issues the clean text under its symbol', async () => {
    const { page } = desk
    await page.getByRole('main').getByRole('link', { name: 'Desk' }).click()
    await page.getByRole('heading', { level: 2, name: title }).waitFor()
    await page.getByRole('button', { name: /^Issue / }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Issue / })
      .click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('the chair puts it, and it is adopted', async () => {
    const { page } = gavel
    await page.goto(`${hall.url}/decisions`)
    await page.getByRole('button', { name: 'Bring to decision' }).click()
    const box = page.getByRole('dialog')
    await box.getByLabel('Title').fill(title)
    await box.getByLabel('What is decided').selectOption('text')
    await box.getByLabel('Text', { exact: true }).selectOption({ value: address.replace('/texts/', '') })
    await page.getByRole('button', { name: 'Put it' }).click()
    await page.getByRole('link', { name: title }).first().click()
    await page.getByText('A hotline is open at all times.').first().waitFor()
    await page.getByRole('button', { name: 'Declare adopted' }).click()
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('button', { name: 'I hear none: it is adopted' }).click()
    await page.getByText(/Adopted by consensus/).waitFor()
    await uzb.page.getByText('Adopted', { exact: true }).first().waitFor()
  })

  test('somebody who is signed out finds it, reads it, and checks the proof in her own browser', async () => {
    const { page, complaints } = await hall.enter(null, '/decisions')
    await page.getByRole('link', { name: title }).first().click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.locator('.r-decided a').first().click()
    await page.getByText('A hotline is open at all times.').waitFor()
    await page.goBack()
    await page.getByRole('button', { name: 'Verify in this browser' }).click()
    await page.getByText(/It holds: this is entry \d+ of the record/).waitFor()
    expect(complaints).toEqual([])
  })

  test('nothing went wrong unseen', () => {
    for (const { complaints } of [desk, kaz, kgz, uzb, gavel]) expect(complaints).toEqual([])
  })
})
