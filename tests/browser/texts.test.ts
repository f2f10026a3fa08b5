import type { BodyId, MemberId } from '@gavel/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, type Hall, openHall, type Seated } from './hall.ts'

const delegate = (member: string) => ({ kind: 'delegate', member: member as MemberId }) as const
const chair = { kind: 'chair', body: 'soc' as BodyId } as const
const text = '/texts/demo-charter'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

/** Opens the paragraph of a number. */
const open = async ({ page }: Seated, number: string): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(`^Paragraph ${number}, `) }).click()
  await page.getByRole('complementary', { name: `Paragraph ${number}: who stands where` }).waitFor()
}

/** Types into the open editor, after what stands there. */
const append = async ({ page }: Seated, words: string): Promise<void> => {
  await page.locator('[role=textbox]').press('Control+End')
  await page.keyboard.type(words)
}

describe('a text under negotiation', () => {
  test('three delegations negotiate a paragraph on three screens, and the chair settles it', async () => {
    const [kaz, chn, tur, gavel] = await Promise.all([
      hall.enter(delegate('KAZ'), text),
      hall.enter(delegate('CHN'), text),
      hall.enter(delegate('TUR'), text),
      hall.enter(chair, text),
    ])
    await open(kaz, '7')
    await kaz.page.getByRole('button', { name: 'Propose by editing' }).click()
    await append(kaz, ' Silence is assent.')
    // What it will become is shown before it is sent.
    await kaz.page.locator('.e-preview .w-bracket').waitFor()
    await kaz.page.getByRole('button', { name: 'Send the proposal' }).click()
    await kaz.page.getByText(/Recorded as entry \d+/).waitFor()

    // It appears on the other screens by itself.
    for (const other of [chn, tur, gavel])
      await other.page.locator('.t-row .w-bracket', { hasText: 'Silence is assent.' }).waitFor()
    await open(chn, '7')
    const option = chn.page.locator('.o-card', { hasText: 'Silence is assent.' })
    await option.getByRole('button', { name: 'Object' }).click()
    await chn.page.getByRole('dialog').getByRole('textbox').fill('Not every silence is.')
    await chn.page.getByRole('dialog').getByRole('button', { name: 'Object' }).click()

    // The chair's button is closed, and says by which rule.
    await open(gavel, '7')
    const settled = gavel.page.locator('.o-card', { hasText: 'Silence is assent.' })
    await settled.getByText('Not every silence is.').waitFor()
    const settle = settled.getByRole('button', { name: 'Settle on this' })
    expect(await settle.getAttribute('aria-disabled')).toBe('true')
    await settle.focus()
    await gavel.page.getByRole('tooltip').getByText('T-30').waitFor()

    await option.getByRole('button', { name: 'Object' }).click()
    await open(tur, '7')
    await tur.page
      .locator('.o-card', { hasText: 'Silence is assent.' })
      .getByRole('button', { name: 'Back', exact: true })
      .click()
    await settled.getByText('backed by').waitFor()
    await settle.click()
    await gavel.page
      .locator('.t-row', { hasText: 'objection. Silence is assent.' })
      .locator('.w-bracket')
      .waitFor({ state: 'detached' })
    for (const { complaints } of [kaz, chn, tur, gavel]) expect(complaints).toEqual([])
  })

  test('what is being written outlives a closed tab', async () => {
    const one = await hall.enter(delegate('UZB'), text)
    await open(one, '1')
    await one.page.getByRole('button', { name: 'Propose by editing' }).click()
    await append(one, ' And gladly.')
    await one.page.reload()
    await open(one, '1')
    await one.page.getByRole('button', { name: 'Propose by editing' }).click()
    await one.page.locator('[role=textbox]').getByText('And gladly.').waitFor()
    await one.page.getByText('These are the words you were writing here before.').waitFor()
  })

  test.each([
    ['text', text],
    ['convergence', `${text}/convergence`],
    ["chair's text", `${text}/chairs-text`],
    ['versions', `${text}/versions`],
    ['texts', '/texts'],
    ['outbox', '/outbox'],
  ])('%s: nothing for axe to find, in the light, the dark and from right to left', async (_, path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, context } = await hall.enter(delegate('KAZ'), path, {
        colorScheme,
        reducedMotion: 'reduce',
      })
      await page.getByRole('heading', { level: 1 }).waitFor()
      if (path === text) await open({ page } as Seated, '2')
      expect(await axeFindings(page)).toEqual([])
      await context.addCookies([{ name: 'gavel-language', value: 'ar', url: hall.url }])
      await page.reload()
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
      expect(await axeFindings(page)).toEqual([])
      await context.close()
    }
  })

  test.each(['ar', 'ru'])(
    'on a phone in %s its words run as its own language does, within the screen',
    async language => {
      const { page, context } = await hall.enter(delegate('KAZ'), text, {
        viewport: { width: 390, height: 844 },
        isMobile: true,
        hasTouch: true,
      })
      await context.addCookies([{ name: 'gavel-language', value: language, url: hall.url }])
      await page.goto(`${hall.url}${text}`)
      const beginning = page.locator('.t-row > p', { hasText: 'has worked by consensus' })
      await beginning.waitFor()
      expect(await beginning.evaluate(each => getComputedStyle(each).direction)).toBe('ltr')
      await page.goto(`${hall.url}${text}/convergence`)
      await page.locator('.c-matrix').waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
      expect(
        await page.locator('.frame-nav ul').evaluate(each => each.scrollWidth - each.clientWidth),
      ).toBeLessThanOrEqual(0)
      await context.close()
    },
  )

  test('is worked by keyboard alone', async () => {
    const { page } = await hall.enter(delegate('AZE'), text)
    await page.locator('.t-row').first().waitFor()
    await page.keyboard.press(']')
    await page.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor()
    await page.keyboard.press(']')
    const first = page.getByRole('complementary').getByRole('button', { name: 'Back', exact: true }).first()
    await first.focus()
    await page.keyboard.press('Enter')
    await page.getByText(/Recorded as entry \d+/).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('complementary', { name: 'Reading this text' }).waitFor()
  })
})
