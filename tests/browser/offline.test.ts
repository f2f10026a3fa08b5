import type { MemberId } from '@gavel/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Hall, openHall, type Seated } from './hall.ts'

const delegate = (member: string) => ({ kind: 'delegate', member: member as MemberId }) as const
const text = '/texts/demo-charter'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

const propose = async ({ page }: Seated, number: string, words: string): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(`^Paragraph ${number}, `) }).click()
  await page.getByRole('button', { name: 'Propose by editing' }).click()
  await page.locator('[role=textbox]').press('Control+End')
  await page.keyboard.type(words)
  await page.getByRole('button', { name: 'Send the proposal' }).click()
}

/** Waits until the service worker has what it needs to do without a line. */
const kept = ({ page }: Seated): Promise<unknown> =>
  page.waitForFunction(async () => {
    const { controller } = navigator.serviceWorker
    const files = await (await caches.open('gavel-files-1')).keys()
    return controller !== null && files.length > 10
  })

describe('without a line', () => {
  test('a text is read and a proposal written; on a stale base it becomes a visible conflict, and nothing is lost', async () => {
    const kaz = await hall.enter(delegate('KAZ'), text)
    await kaz.page.locator('.t-row').first().waitFor()
    await kept(kaz)
    // The pages are asked for once more under the worker, so that it has them.
    await kaz.page.reload()
    await kaz.page.locator('.t-row').first().waitFor()

    await kaz.context.setOffline(true)
    await kaz.page.getByText('Offline').waitFor()
    await propose(kaz, '1', ' Without a line.')
    await kaz.page.getByText('1 act written, not yet recorded').waitFor()

    // The tab is closed and opened again, still without a line.
    await kaz.page.reload()
    await kaz.page.locator('.t-row', { hasText: 'promotes peace' }).waitFor()
    await kaz.page.getByText('1 act written, not yet recorded').waitFor()

    // Meanwhile another delegation changes the same paragraph.
    const chn = await hall.enter(delegate('CHN'), text)
    await propose(chn, '1', ' Every year.')
    await chn.page.getByText(/Recorded as entry \d+/).waitFor()

    await kaz.context.setOffline(false)
    await kaz.page.getByText('1 act was not accepted').click()
    await kaz.page.getByText('The paragraph reads now').waitFor()
    await kaz.page.getByText('Every year.').waitFor()
    await kaz.page.locator('blockquote', { hasText: 'Without a line.' }).first().waitFor()
    await kaz.page.getByRole('button', { name: 'Send as an alternative of the whole paragraph' }).click()
    await kaz.page.getByText('Everything you wrote is on the record.').waitFor()
    await chn.page.locator('.t-row', { hasText: 'Without a line.' }).waitFor()
    expect(await chn.page.locator('.t-row', { hasText: 'Without a line.' }).innerText()).toContain('1 alt')
  })

  test('nothing of what was read stays on the device of who signs out', async () => {
    const one = await hall.enter(delegate('TUR'), text)
    await one.page.locator('.t-row').first().waitFor()
    await kept(one)
    await one.page.reload()
    await one.page.locator('.t-row').first().waitFor()
    const answers = () =>
      one.page.evaluate(async () => (await (await caches.open('gavel-answers-1')).keys()).length)
    expect(await answers()).toBeGreaterThan(0)
    await one.page.getByRole('button', { name: /You act as/ }).click()
    await one.page.getByRole('menuitem', { name: 'Sign out' }).click()
    await one.page.waitForFunction(async () => {
      const found = await caches.keys()
      if (!found.includes('gavel-answers-1')) return true
      const own = (await (await caches.open('gavel-answers-1')).keys()).map(
        request => new URL(request.url).pathname,
      )
      return !own.some(path => path.startsWith('/api/texts'))
    })
  })
})

describe('an application whose server was renewed', () => {
  test('fetches itself anew where a part of it is no longer there', async () => {
    const { page, context } = await hall.enter(delegate('KAZ'), '/texts', { serviceWorkers: 'block' })
    let gone = true
    await page.route('**/assets/convergence-scene-*', route =>
      gone ? route.fulfill({ status: 404, body: 'gone' }) : route.continue(),
    )
    await page.getByRole('link', { name: /Draft Charter/ }).click()
    await page.getByRole('link', { name: 'Convergence' }).click()
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).waitFor()
    gone = false
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { name: 'Who stands where' }).waitFor()
    await context.close()
  })
})
