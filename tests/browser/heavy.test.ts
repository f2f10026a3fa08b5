import { existsSync, readFileSync } from 'node:fs'
import type { MemberId } from '@gavel/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Hall, openHall } from './hall.ts'

/**
 * The draft of the Paris agreement of 23 October 2015 (1,052 brackets) on a processor throttled to a quarter. How long the
 * longest tasks are is printed; what is asserted is that an act from elsewhere moves nothing under the reader's eyes.
 */

const sample = new URL('../../../shared/samples/unfccc-paris-draft-2015-10-23.txt', import.meta.url)
const there = existsSync(sample)
const delegate = (member: string) => ({ kind: 'delegate', member: member as MemberId }) as const

let hall: Hall
const bearer = async (as: object): Promise<string> => {
  const answer = await fetch(`${hall.url}/api/demo/seat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as, how: 'bearer' }),
  })
  return ((await answer.json()) as { token: string }).token
}

/** Another delegation proposes an alternative of a paragraph: a paragraph more, above what is being read. */
const proposesElsewhere = async (at: number): Promise<void> => {
  const headers = {
    authorization: `Bearer ${await bearer(delegate('CHN'))}`,
    'content-type': 'application/json',
  }
  const text = (await (await fetch(`${hall.url}/api/texts/paris`, { headers })).json()) as {
    paragraphs: { id: string; revision: number }[]
  }
  const { id: paragraph, revision: base } = text.paragraphs[at]!
  const body = { text: 'paris', paragraph, base, alternative: 'elsewhere', wording: 'Words from elsewhere.' }
  const answer = await fetch(`${hall.url}/api/acts/texts.proposeAlternative`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ id: 'elsewhere', as: delegate('CHN'), body }),
  })
  expect(answer.status).toBe(201)
}

describe.skipIf(!there)(`a heavy draft${there ? '' : ' (needs ../shared/samples)'}`, () => {
  beforeAll(async () => {
    hall = await openHall()
    const brought = await fetch(
      `${hall.url}/api/import/text?introduce=paris&title=Paris&body=soc&as=secretariat`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await bearer({ kind: 'secretariat' })}`,
          'content-type': 'text/plain',
        },
        body: readFileSync(sample),
      },
    )
    expect(brought.status).toBe(201)
  })
  afterAll(() => hall.close())

  test('opens, scrolls, and shows an act from elsewhere without a jump', { timeout: 120_000 }, async () => {
    const { page, context } = await hall.enter(delegate('KAZ'), '/outbox')
    await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.addInitScript(() => {
      const found: number[] = []
      Object.assign(window, { longTasks: found })
      new PerformanceObserver(list =>
        found.push(...list.getEntries().map(({ duration }) => duration)),
      ).observe({
        type: 'longtask',
      })
    })
    const said = async (what: string): Promise<void> => {
      const tasks = await page.evaluate(() =>
        (window as unknown as { longTasks: number[] }).longTasks.splice(0).map(Math.round),
      )
      const over = tasks.filter(task => task > 100).length
      console.log(
        `${what}: ${tasks.length} tasks over 50 ms, ${over} over 100 ms, longest ${Math.max(0, ...tasks)} ms`,
      )
    }
    const began = performance.now()
    await page.goto(`${hall.url}/texts/paris`)
    await page.locator('.t-row').first().waitFor()
    console.log(`the first paragraphs after ${Math.round(performance.now() - began)} ms`)
    await page.waitForFunction(() => document.querySelectorAll('.t-row').length > 500)
    await page.waitForTimeout(1_500)
    await said('opening')
    await page.mouse.move(400, 500)
    for (let turn = 0; turn < 40; turn++) {
      await page.mouse.wheel(0, 300)
      await page.waitForTimeout(50)
    }
    await page.waitForTimeout(800)
    await said('scrolling 12,000 pixels in two seconds')
    const number = await page.locator('.t-row').nth(150).getAttribute('id')
    const row = page.locator(`[id="${number}"]`)
    await row.scrollIntoViewIfNeeded()
    await page.waitForTimeout(500)
    await said('coming to the paragraph')
    const spot = (await row.locator('.t-number').boundingBox())!
    await page.mouse.click(spot.x + spot.width / 2, spot.y + spot.height / 2)
    await page.locator('.t-inspector').waitFor()
    await page.waitForTimeout(1_000)
    await said('choosing a paragraph')
    const placed = () => row.evaluate(one => one.getBoundingClientRect().top)
    const before = await placed()
    await proposesElsewhere(60)
    await page.locator('#p-elsewhere').waitFor({ state: 'attached' })
    await page.waitForTimeout(500)
    await said('an act from elsewhere')
    expect(Math.abs((await placed()) - before)).toBeLessThan(2)
    await context.close()
  })
})
