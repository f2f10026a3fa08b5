import type { Capacity } from '@gavel/domain'
import type { BodyId, MemberId } from '@gavel/kernel'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium } from './chromium.ts'
import { axeFindings } from './hall.ts'
import { comeBy, type House, openHouse, settled, sit, type Visitor, visitor } from './screens.ts'

/** A day at the desk: the pen is handed over, a version is issued, a credential is examined; a delegate finds the door shut. */

const secretariat: Capacity = { kind: 'secretariat' }
const chair: Capacity = { kind: 'chair', body: 'soc' as BodyId }
const kazakhstan: Capacity = { kind: 'delegate', member: 'KAZ' as MemberId }

let browser: Browser
let house: House
let owner: Visitor
beforeAll(async () => {
  browser = await openChromium()
  house = await openHouse({ demo: true })
  owner = await visitor(browser, house.home)
  await comeBy(owner, house.server.ownerLink!)
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

describe('the desk', () => {
  it('tells what is due by its instant, with zone and UTC, and by which rule', async () => {
    const { page } = owner
    await page.goto('/desk')
    await page.getByRole('row', { name: /Silence ends.*UTC/ }).waitFor()
    await page.getByRole('row', { name: /Term of the chair has ended.*Azerbaijan/ }).waitFor()
    await page.getByRole('link', { name: 'I-20' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('hands the pen to the facilitator for some paragraphs, and takes it back', async () => {
    const { page } = owner
    await page.goto('/desk/texts')
    await page.getByRole('button', { name: 'Hand over the pen' }).click()
    await page.getByLabel('To whom').selectOption({ index: 1 })
    await page.getByLabel('Which paragraphs').selectOption({ label: '3' })
    await page.getByLabel('To which paragraph').selectOption({ label: '4' })
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Hand it over' }).click()
    await page.getByText('Paragraphs 3 to 4:').waitFor()
    await page.getByRole('button', { name: 'Hand over the pen' }).click()
    await page.getByRole('button', { name: 'Hand it over' }).click()
    await page.getByText('Paragraphs 3 to 4:').waitFor({ state: 'detached' })
  })

  it('issues a version under the next symbol, which is then circulated and can be read back', async () => {
    const { page } = owner
    await page.goto('/desk/texts')
    await page.getByRole('button', { name: 'Issue CICA/SOC/2026/1/Rev.1' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Issue CICA/SOC/2026/1/Rev.1' }).click()
    // The dialog bears the next symbol already while it closes.
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'CICA/SOC/2026/1/Rev.1' }).waitFor()
    await page.getByRole('button', { name: 'Issue CICA/SOC/2026/1/Rev.2' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.goto('/desk/sent')
    const row = page.getByRole('row', { name: /Version.*CICA\/SOC\/2026\/1\/Rev\.1.*28 members/ })
    await row.waitFor()
    expect(await axeFindings(page)).toEqual([])
    const file = await row.getByRole('link', { name: /File/ }).getAttribute('href')
    const document = await page.context().request.get(file!)
    expect(document.status()).toBe(200)
    // The version is the text as it stood: nothing differs while nobody has touched it.
    const path = '/api/texts/demo-charter/compare?from=CICA%2FSOC%2F2026%2F1%2FRev.1&to=current'
    const { comparison } = (await (await page.context().request.get(path)).json()) as {
      comparison: { changes: readonly { kind: string }[] }
    }
    expect(comparison.changes.filter(({ kind }) => kind !== 'kept')).toEqual([])
  })

  it('examines credentials: the head is accredited on an instrument, and what is not in order is suspended', async () => {
    const { page } = owner
    await page.goto('/desk/credentials')
    await settled(page)
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Accredit the head Mongolia' }).click()
    await page.getByLabel('Name, as it will stand on the record').fill('Bat Example')
    await page.getByLabel('Instrument in which the member names her').fill('Note 7/2026')
    await page.getByRole('button', { name: 'Accredit', exact: true }).click()
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Accredit the head Mongolia' }).waitFor({ state: 'detached' })
    await page.getByText('Mongolia', { exact: true }).click()
    const row = page.locator('.k-credential', { hasText: 'Bat Example' })
    // The secretariat may suspend what it may not revoke; the closed button says by which rule.
    await row.getByRole('button', { name: 'Revoke' }).focus()
    await page.getByText(/Closed by rule I-30/).waitFor()
    await row.getByRole('button', { name: 'Suspend' }).click()
    await page.getByLabel('Reason, for all members to read').fill('The note is not signed')
    await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click()
    await page.locator('section', { hasText: 'To examine' }).getByText('Bat Example').first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Accredit somebody' }).click()
    await page.getByLabel('Capacity').selectOption({ label: 'Chair of Special Working Group' })
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Cancel' }).click()
    expect(owner.troubles).toEqual([])
  })

  it('shows a chair her body, and no credentials; to a delegate and to the public it is shut', async () => {
    const steering = await visitor(browser, house.home)
    await sit(steering, chair)
    await steering.page.goto('/desk/credentials')
    await steering.page
      .getByRole('heading', { name: /The chair’s desk: Senior Officials Committee/ })
      .waitFor()
    await steering.page.getByRole('row', { name: /Silence ends/ }).waitFor()
    expect(await steering.page.getByRole('link', { name: 'Credentials' }).count()).toBe(0)
    await steering.page.goto('/desk/texts')
    await steering.page.getByRole('heading', { name: /Ready to settle/ }).waitFor()
    expect(await axeFindings(steering.page)).toEqual([])
    await steering.context.close()
    for (const other of [kazakhstan, null]) {
      const shut = await visitor(browser, house.home)
      if (other !== null) await sit(shut, other)
      for (const path of ['/desk', '/desk/texts', '/desk/sent', '/desk/credentials']) {
        await shut.page.goto(path)
        await shut.page.getByText('This page is for the secretariat and for chairs.').waitFor()
        expect(await shut.page.content()).not.toContain('Bat Example')
      }
      expect(await axeFindings(shut.page)).toEqual([])
      await shut.context.close()
    }
  })

  it('reads on a phone, in the dark and from right to left', async () => {
    const phone = await visitor(browser, house.home, { language: 'ar', theme: 'dark', phone: true })
    // Tall, so that the bar at the foot lies over nothing that is to be measured.
    await phone.page.setViewportSize({ width: 390, height: 4_000 })
    await sit(phone, secretariat)
    for (const part of ['', '/texts', '/sent', '/credentials']) {
      await phone.page.goto(`/desk${part}`)
      await settled(phone.page)
      expect(await axeFindings(phone.page)).toEqual([])
      expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    }
    expect(phone.troubles).toEqual([])
    await phone.context.close()
  })
})
