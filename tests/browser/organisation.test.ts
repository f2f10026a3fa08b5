import type { Capacity } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium } from './chromium.ts'
import { axeFindings } from './hall.ts'
import { type House, openHouse, settled, sit, visitor } from './screens.ts'

/** The organisation, read by a delegate: every fact with its source, as it stood on a day. */

const kazakhstan: Capacity = { kind: 'delegate', member: 'KAZ' as MemberId }

let browser: Browser
let house: House
beforeAll(async () => {
  browser = await openChromium()
  house = await openHouse({ demo: true })
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

describe('the organisation', () => {
  it('names its members with the day and the source, and as it stood on another day', async () => {
    const { page, troubles, context } = await visitor(browser, house.home)
    await sit({ page, troubles, context }, kazakhstan)
    await page.goto('/organisation')
    await page.getByRole('heading', { name: /^Members 28/ }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Source: Mongolia' }).click()
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /Open the source/ })
      .waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    // Mongolia came in 2001: before, the register does not name it.
    await page.getByLabel('As it stood on').fill('2000-06-01')
    await page.getByRole('heading', { name: /^Members 15/ }).waitFor()
    await page.getByRole('link', { name: 'Mongolia' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Today' }).click()
    await page.getByRole('link', { name: 'Thailand' }).click()
    await page.getByRole('heading', { level: 1, name: 'Thailand' }).waitFor()
    await expect.poll(() => page.locator('.list > li').count()).toBeGreaterThan(1)
    expect(await axeFindings(page)).toEqual([])
    expect(troubles).toEqual([])
    await context.close()
  })

  it('shows the ladder with who chairs, the calendar, the papers and the numbers of the rules', async () => {
    const { page, troubles, context } = await visitor(browser, house.home)
    await sit({ page, troubles, context }, kazakhstan)
    await page.goto('/organisation/bodies')
    const officials = page.getByRole('article', { name: /Senior Officials Committee/ })
    await officials.getByRole('link', { name: 'Azerbaijan' }).first().waitFor()
    await officials.getByRole('button', { name: 'Source: Azerbaijan' }).first().click()
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /Open the source/ })
      .waitFor()
    await page.keyboard.press('Escape')
    expect(await axeFindings(page)).toEqual([])
    for (const [part, seen] of [
      ['calendar', 'Exercise: meeting of senior officials on the draft Charter'],
      ['documents', 'CICA/SOC/2026/1'],
      ['rules', 'silence.minimumHours'],
    ]) {
      await page.goto(`/organisation/${part}`)
      await settled(page)
      await page.locator('main').getByText(seen!).first().waitFor()
      expect(await axeFindings(page)).toEqual([])
    }
    // The pages of the rules lead to a number by its name.
    await page.goto('/organisation#parameter-quorum.opens')
    await page.locator('[id="parameter-quorum.opens"]').waitFor()
    expect(troubles).toEqual([])
    await context.close()
  })

  it('says of its members what the public page says', async () => {
    const { page, context, troubles } = await visitor(browser, house.home)
    const names = async (selector: string): Promise<readonly string[]> => {
      await page.locator(selector).first().waitFor()
      return page.locator(selector).allTextContents()
    }
    await page.goto('/organisation')
    const told = await names('.r-names a')
    await sit({ page, context, troubles }, kazakhstan)
    await page.goto('/organisation')
    expect(await names('.o-parties a')).toEqual(told)
    await context.close()
  })

  it('reads on a phone, in the dark and from right to left', async () => {
    const phone = await visitor(browser, house.home, { language: 'ar', theme: 'dark', phone: true })
    // Tall, so that the bar at the foot lies over nothing that is to be measured.
    await phone.page.setViewportSize({ width: 390, height: 4_000 })
    await sit(phone, kazakhstan)
    for (const part of ['', '/bodies', '/calendar', '/documents', '/rules', '/members/THA']) {
      await phone.page.goto(`/organisation${part}`)
      await settled(phone.page)
      expect(await axeFindings(phone.page)).toEqual([])
      expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    }
    expect(phone.troubles).toEqual([])
    await phone.context.close()
  })
})
