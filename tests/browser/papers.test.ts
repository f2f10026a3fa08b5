import type { MemberId } from '@gavel/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { edit } from '../../packages/documents/src/testing/edit.ts'
import { axeFindings, type Hall, openHall } from './hall.ts'

const kazakhstan = { kind: 'delegate', member: 'KAZ' as MemberId } as const
const files = '/texts/demo-charter/papers'
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

describe('a text that goes to the capital as a Word file', () => {
  test('comes back as proposals that are seen before they are sent, one of them left out', async () => {
    const { page, context, complaints } = await hall.enter(kazakhstan, files)
    const link = page.locator('a[href*="document.docx?of=compilation"]')
    const sent = await context.request.get(hall.url + (await link.getAttribute('href')))
    expect(sent.headers()['content-type']).toBe(docx)
    const edits = [6, 9, 12, 15, 18, 21].map(run => ({ run, at: 3, length: 0, put: `zq${run} ` }))
    const { file } = edit(await sent.body(), edits)
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'back.docx', mimeType: docx, buffer: Buffer.from(file) })
    await page.getByRole('heading', { name: 'What it would propose' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    const picked = page.locator('.i-picked')
    const n = await picked.count()
    expect(n).toBeGreaterThan(1)
    const first = await picked.first().locator('ins').innerText()
    const second = await picked.nth(1).locator('ins').innerText()
    await picked.first().getByRole('checkbox').press('Space')
    await page.getByRole('button', { name: /^Send the proposal|^Send \d+ proposals/ }).click()
    await page.getByText(n === 2 ? '1 proposal was sent.' : `${n - 1} proposals were sent.`).waitFor()
    await page.goto(`${hall.url}/texts/demo-charter`)
    await page.locator('.w-bracket', { hasText: second.trim() }).first().waitFor()
    expect(await page.locator('.w-bracket', { hasText: first.trim() }).count()).toBe(0)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a file that is none is refused with what and why, and nothing is sent', async () => {
    const { page, context } = await hall.enter(kazakhstan, files)
    const input = page.locator('input[type=file]')
    await input.setInputFiles({ name: 'x.docx', mimeType: docx, buffer: Buffer.from('not a Word file') })
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toMatch(/docx|Word|zip|archive/i)
    expect(await page.locator('.i-picked').count()).toBe(0)
    await context.close()
  })

  test('is there for who proposes nothing, too; proposing is not', async () => {
    const { page, context } = await hall.enter({ kind: 'secretariat' }, files)
    await page.getByRole('heading', { name: 'The text as a file' }).waitFor()
    expect(await page.locator('input[type=file]').count()).toBe(0)
    expect(await page.locator('a[href*=".pdf"]').count()).toBeGreaterThan(0)
    expect(await axeFindings(page)).toEqual([])
    await context.close()
  })

  test('fits a phone, in the dark, from right to left', async () => {
    for (const path of [files, '/texts/new']) {
      const { page, context } = await hall.enter(kazakhstan, path, {
        colorScheme: 'dark',
        viewport: { width: 360, height: 740 },
        hasTouch: true,
        isMobile: true,
      })
      await context.addCookies([{ name: 'gavel-language', value: 'ar', url: hall.url }])
      await page.reload()
      await page.locator('input[type=file]').first().waitFor()
      expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      expect(await axeFindings(page)).toEqual([])
      await context.close()
    }
  })
})
