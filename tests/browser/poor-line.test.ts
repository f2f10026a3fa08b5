import type { MemberId } from '@gavel/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Hall, openHall, type Seated } from './hall.ts'
import { openPoorLine, type PoorLine } from './poor-line.ts'

/**
 * Gavel over a line of 256 kbit/s with 600 ms there and back, on which five of a hundred segments are lost; and what a
 * screen weighs. How long it takes is printed, and asserted nowhere.
 */

const kazakhstan = { kind: 'delegate', member: 'KAZ' as MemberId } as const
const patience = 120_000

let hall: Hall
let line: PoorLine
beforeAll(async () => {
  hall = await openHall()
  line = await openPoorLine(hall.url, { bitsPerSecond: 256_000, roundTripMs: 600, loss: 0.05 })
})
afterAll(async () => {
  await line.close()
  await hall.close()
})

/** A seat at the end of the poor line. */
const farAway = async (): Promise<Seated> => {
  const seat = await hall.enter(null, '/record?read')
  seat.page.setDefaultTimeout(patience)
  const answer = await seat.context.request.post(`${line.url}/api/demo/seat`, {
    data: { as: kazakhstan, how: 'cookie' },
    headers: { origin: line.url },
    timeout: patience,
  })
  expect(answer.status()).toBe(200)
  return seat
}

const timed = async (what: string, work: () => Promise<unknown>): Promise<void> => {
  const began = performance.now()
  await work()
  console.log(`over the poor line, ${what}: ${((performance.now() - began) / 1_000).toFixed(1)} s`)
}

describe('a capital on a poor line', () => {
  test('reads the first public page', { timeout: patience }, async () => {
    const seat = await hall.enter(null, '/record?read')
    await timed('the first public page', async () => {
      await seat.page.goto(line.url, { timeout: patience })
      await seat.page.getByRole('heading', { level: 1 }).waitFor()
    })
    await seat.context.close()
  })

  test('opens a text, proposes, and the proposal is recorded once though its receipt was lost', {
    timeout: 3 * patience,
  }, async () => {
    const { page, context } = await farAway()
    await timed('a text with its screens, for the first time', async () => {
      await page.goto(`${line.url}/texts/demo-charter`, { timeout: patience })
      await page.getByRole('button', { name: /^Paragraph 7, / }).waitFor()
    })
    await page.getByRole('button', { name: /^Paragraph 7, / }).click()
    await page.getByRole('button', { name: 'Propose by editing' }).click()
    await page.locator('.e-box').press('Control+End')
    await page.keyboard.type(' Slow is not silent.')
    const broken = line.breakAnswerTo('POST /api/acts')
    await timed('a proposal whose first receipt is lost', async () => {
      await page.getByRole('button', { name: 'Send the proposal' }).click()
      await broken
      await page.locator('.t-row .w-bracket', { hasText: 'Slow is not silent.' }).waitFor()
      await page.getByText(/not yet recorded/).waitFor({ state: 'detached' })
    })
    const { entries } = (await (await fetch(`${hall.url}/api/entries`)).json()) as {
      entries: readonly object[]
    }
    const said = entries.filter(entry => JSON.stringify(entry).includes('Slow is not silent.'))
    expect(said.length).toBe(1)
    await timed('the text again, kept on the device', async () => {
      await page.reload({ timeout: patience })
      await page.getByText('Slow is not silent.').first().waitFor()
    })
    const { sent, lost } = line.segments()
    console.log(`${sent} segments, ${lost} lost`)
    expect(lost).toBeGreaterThan(0)
    await context.close()
  })
})

describe('a screen', () => {
  test('weighs no more than 250 kB for the shell and 50 kB for a text, beside its words', async () => {
    const { page, context } = await hall.enter(kazakhstan, '/record?read', { serviceWorkers: 'block' })
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    const kinds = new Map<string, string>()
    const bytes = { code: 0, words: 0 }
    session.on('Network.responseReceived', ({ requestId, response }) => {
      kinds.set(requestId, /\/(assets\/|worker\.js|kept\.json|outbox$)/.test(response.url) ? 'code' : 'words')
    })
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      bytes[kinds.get(requestId) === 'code' ? 'code' : 'words'] += encodedDataLength
    })
    const weighed = async (path: string): Promise<{ code: number; words: number }> => {
      const before = { ...bytes }
      await page.goto(hall.url + path)
      await page.locator('h1').first().waitFor()
      await page.waitForTimeout(1_500)
      return { code: bytes.code - before.code, words: bytes.words - before.words }
    }
    const shell = await weighed('/outbox')
    const text = await weighed('/texts/demo-charter')
    console.log(
      `shell ${shell.code} B beside ${shell.words} B it reads, text ${text.code} B beside ${text.words} B`,
    )
    expect(shell.code).toBeGreaterThan(50_000)
    expect(shell.code).toBeLessThan(250_000)
    expect(text.code).toBeGreaterThan(1_000)
    expect(text.code).toBeLessThan(50_000)
    await context.close()
  })
})
