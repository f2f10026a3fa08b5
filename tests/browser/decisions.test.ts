import { createHash } from 'node:crypto'
import type { Capacity } from '@gavel/domain'
import type { BodyId, Instant, MemberId } from '@gavel/kernel'
import { fromEpochMs, later, toEpochMs } from '@gavel/kernel'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings, type Hall, openHall, type Seated } from './hall.ts'

/**
 * Decisions and silence as they are used: a chair and delegations at screens of their own, over a server whose clock the
 * test sets. What the clock decides is shown when it decides it, and what came with a second left is in time.
 */

const chair: Capacity = { kind: 'chair', body: 'soc' as BodyId }
const delegate = (member: string): Capacity => ({ kind: 'delegate', member: member as MemberId })

/** The server's clock: it runs, until the test sets it. */
const clock = { fixed: null as number | null, now: (): number => clock.fixed ?? Date.now() }

let hall: Hall
let present: readonly string[]

beforeAll(async () => {
  hall = await openHall({ clock })
  const meeting = await fetch(`${hall.url}/api/meetings/demo-meeting`)
  present = ((await meeting.json()) as { present: string[] }).present
})
afterAll(() => hall.close())

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()

const dialog = (page: Page) => page.getByRole('dialog')

/** Sets the server's clock, and that of a screen, to an instant. */
const setClocks = async (at: Instant, ...seats: readonly Seated[]): Promise<void> => {
  clock.fixed = toEpochMs(at)
  for (const { page } of seats) await page.clock.setFixedTime(new Date(at))
}

/** Opens a screen whose clock the test sets. */
const enterAt = async (as: Capacity | null, path: string, at: Instant): Promise<Seated> => {
  clock.fixed = toEpochMs(at)
  const seat = await hall.enter(as, '/seats')
  await seat.page.clock.setFixedTime(new Date(at))
  await seat.page.goto(hall.url + path)
  return seat
}

const expiryOf = async (decision: string): Promise<Instant> => {
  const { silences } = (await (await fetch(`${hall.url}/api/silences`)).json()) as {
    silences: { decision: string; expiresAt: Instant }[]
  }
  return silences.find(each => each.decision === decision)!.expiresAt
}

describe('a decision in a meeting', () => {
  let chairs: Seated
  let own: Seated
  const title = 'Exercise: hours of the secretariat'
  const words = 'The secretariat answers on every working day.'

  beforeAll(async () => {
    chairs = await hall.enter(chair, '/decisions')
    own = await hall.enter(delegate(present[0]!), '/decisions')
  })

  it('is put by the chair and seen by all at once', async () => {
    const { page } = chairs
    await press(page, 'Bring to decision')
    await dialog(page).getByLabel('Title').fill(title)
    await dialog(page).getByLabel('The words, as they are to be adopted').fill(words)
    await press(page, 'Put it')
    await page.getByRole('link', { name: title }).click()
    await own.page.getByRole('link', { name: title }).click()
    await own.page.getByText(words).waitFor()
    expect(await axeFindings(own.page)).toEqual([])
    expect(await axeFindings(chairs.page)).toEqual([])
  })

  it('an objection takes two steps, keeps its words through a reload, and closes the chair’s button by its rule', async () => {
    const { page } = own
    await press(page, 'Object')
    await dialog(page).getByText('Step 1 of 2').waitFor()
    await dialog(page).getByRole('textbox').fill('Our parliament decides on hours.')
    await page.reload()
    await press(page, 'Object')
    expect(await dialog(page).getByRole('textbox').inputValue()).toBe('Our parliament decides on hours.')
    expect(await axeFindings(page)).toEqual([])
    await press(page, 'Go on')
    await dialog(page).getByText('Step 2 of 2').waitFor()
    await dialog(page)
      .getByRole('button', { name: /^Object for / })
      .click()
    await dialog(page).waitFor({ state: 'detached' })
    await chairs.page.getByText('Our parliament decides on hours.').waitFor()
    const adopt = chairs.page.getByRole('button', { name: 'Declare adopted' })
    expect(await adopt.getAttribute('aria-disabled')).toBe('true')
    await adopt.focus()
    await chairs.page.getByRole('tooltip').getByText(/D-5/).waitFor()
  })

  it('is adopted once the objection is withdrawn, and numbered', async () => {
    await press(own.page, 'Withdraw the objection')
    const { page } = chairs
    await page.locator('button:not([aria-disabled])', { hasText: 'Declare adopted' }).click()
    await press(page, 'Go on')
    await press(page, 'I hear none: it is adopted')
    await own.page.getByText(/^CICA\/SOC\/DEC\/\d{4}\/2$/).waitFor()
    await own.page.getByText(/Adopted by consensus/).waitFor()
  })

  it('takes a statement, and the register finds it whatever the letters', async () => {
    const { page } = own
    await press(page, 'Attach a statement')
    await dialog(page).getByText('Interpretative statement', { exact: true }).click()
    await dialog(page).getByLabel('The statement, word for word').fill('A working day is one here.')
    expect(await axeFindings(page)).toEqual([])
    await dialog(page)
      .getByRole('button', { name: /^Attach for / })
      .click()
    await chairs.page.getByText('A working day is one here.').waitFor()
    await page.goto(`${hall.url}/decisions`)
    await page.getByLabel('Search number, title, words').fill('ÁNSWERS secretariat')
    await page.locator('.d-register').getByRole('link', { name: title }).waitFor()
    await page.getByLabel('Search number, title, words').fill('nothing of the kind')
    await page.getByText('No decision in the register is like this.').waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('is verified in the reader’s own browser, and an altered proof is refused before her eyes', async () => {
    const { page } = chairs
    await press(page, 'Verify in this browser')
    await page.getByText(/^✓ It holds: this is entry \d+ of the record gavel.local\/cica\.$/).waitFor()
    expect(await page.locator('.v-steps > [data-outcome=holds]').count()).toBe(4)
    expect(await axeFindings(page)).toEqual([])
    await page.route('**/api/proof/*', async route => {
      const answer = await route.fetch()
      const file = await answer.text()
      // One letter of one hash on the way to the root.
      const at = file.indexOf('\n', file.indexOf('\nindex ') + 1) + 1
      const altered = file.slice(0, at) + (file[at] === 'A' ? 'B' : 'A') + file.slice(at + 1)
      await route.fulfill({ response: answer, body: altered })
    })
    await press(page, 'Verify again')
    await page.getByText('It does not hold. Do not rely on what you see.').waitFor()
    expect(await page.locator('.v-steps > [data-outcome=fails]').innerText()).toMatch(
      /From the leaf to the root/,
    )
  })

  it('nothing went wrong unseen', () => {
    expect([...chairs.complaints, ...own.complaints]).toEqual([])
  })
})

describe('a silence procedure', () => {
  it('is broken with one second left, in two steps, and nobody is late who came in time', async () => {
    const expiresAt = await expiryOf('demo-next-meeting')
    const path = '/decisions/demo-next-meeting'
    const at = later(expiresAt, -1_000)
    const own = await enterAt(delegate(present[1]!), path, at)
    const other = await enterAt(delegate(present[2]!), path, at)
    const { page } = own
    await page.locator('.d-silence .d-time', { hasText: '00:00:01' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    const file = await page.getByRole('link', { name: 'Put it in my calendar' }).getAttribute('href')
    expect(await (await own.context.request.get(hall.url + file)).text()).toMatch(/^BEGIN:VCALENDAR/)
    await press(page, 'Break the silence')
    await dialog(page).getByText('By an amendment').click()
    await dialog(page).getByRole('textbox').fill('The next meeting takes place in the autumn.')
    expect(await axeFindings(page)).toEqual([])
    await press(page, 'Go on')
    await dialog(page).getByText('00:00:01').waitFor()
    await dialog(page).getByText('The next meeting takes place in the autumn.').waitFor()
    await dialog(page)
      .getByRole('button', { name: /^Break the silence for / })
      .click()
    await other.page.getByText(/Broken by .*, by an amendment/).waitFor()
    // Past the instant it stays what it was, and its button is closed by the rule.
    await setClocks(later(expiresAt, 86_400_000), other)
    const closed = other.page.getByRole('button', { name: 'Break the silence' })
    expect(await closed.getAttribute('aria-disabled')).toBe('true')
    await closed.focus()
    await other.page.getByRole('tooltip').getByText(/D-28/).waitFor()
    expect([...own.complaints, ...other.complaints]).toEqual([])
  })

  it('is opened by the chair until close of business, kept by the clock alone, and shown so at the very instant', async () => {
    const chairs = await enterAt(chair, '/decisions', fromEpochMs(clock.now()))
    const { page } = chairs
    const title = 'Exercise: seat of the archive'
    await press(page, 'Bring to decision')
    await dialog(page).getByText('Open a silence procedure between meetings').click()
    await dialog(page).getByLabel('Title').fill(title)
    await dialog(page)
      .getByLabel('The words, as they are to be adopted')
      .fill('The archive stays where it is.')
    await press(page, 'Close of business')
    expect(await dialog(page).getByLabel('Time', { exact: true }).inputValue()).toBe('18:00')
    expect(await dialog(page).getByLabel('Words of the announcement').inputValue()).toMatch(
      /18:00 \(Asia\/Almaty\), that is \d{4}-\d\d-\d\d 13:00 UTC$/,
    )
    expect(await axeFindings(page)).toEqual([])
    await press(page, 'Open the silence')
    await page.getByRole('link', { name: title }).click()
    await page.waitForURL(/\/decisions\/d-/)
    const path = new URL(page.url()).pathname
    const expiresAt = await expiryOf(path.split('/').at(-1)!)
    const own = await enterAt(delegate(present[3]!), path, later(expiresAt, -3_000))
    await own.page.locator('.d-silence .d-time', { hasText: '00:00:03' }).waitFor()
    await setClocks(later(expiresAt, -1), own)
    await own.page.locator('.d-silence .d-time', { hasText: '00:00:01' }).waitFor()
    // No act comes and no answer of the server: what turns is the screen's own clock, by the rules.
    await setClocks(expiresAt, own)
    await own.page.locator('.d-silence[data-status=kept]').waitFor()
    await own.page.getByText(/Adopted by silence: nobody broke it before/).waitFor()
    await own.page.getByText('Adopted, interim').waitFor()
    expect(await axeFindings(own.page)).toEqual([])
    const closed = own.page.getByRole('button', { name: 'Break the silence' })
    await closed.focus()
    await own.page.getByRole('tooltip').getByText(/D-26/).waitFor()
    // The chair's tab was left open all these days; it wakes up right.
    await setClocks(later(expiresAt, 60_000), chairs)
    await page.locator('.d-silence[data-status=kept]').waitFor()
    expect(own.complaints).toEqual([])
  })
})

describe('a decision on a text, that is an instrument', () => {
  const words = '# Statute\n\n1. The archive is open to every member.\n\n2. It is kept in Almaty.\n'
  const hash = createHash('sha256').update(words).digest('hex')
  const today = (): string => fromEpochMs(clock.now() + 5 * 3_600_000).slice(0, 10)

  /** Does acts for a seat over the API, as a client would. */
  const does = async (as: Capacity, ...acts: readonly (readonly [type: string, body: object])[]) => {
    const json = { 'content-type': 'application/json' }
    const seat = await fetch(`${hall.url}/api/demo/seat`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ as, how: 'bearer' }),
    })
    const { token } = (await seat.json()) as { token: string }
    const headers = { ...json, authorization: `Bearer ${token}` }
    if (as.kind === 'secretariat')
      await fetch(`${hall.url}/api/documents/${hash}`, {
        method: 'PUT',
        headers: { ...headers, 'content-type': 'text/markdown' },
        body: words,
      })
    for (const [type, body] of acts) {
      const answer = await fetch(`${hall.url}/api/acts/${type}`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ id: crypto.randomUUID(), as, body }),
      })
      if (!answer.ok) throw new Error(`${type}: ${await answer.text()}`)
    }
  }

  beforeAll(async () => {
    const paragraphs = ['The archive is open to every member.', 'It is kept in Almaty.'].map((text, at) => ({
      id: `p${at + 1}`,
      number: String(at + 1),
      level: 0,
      kind: 'operative',
      content: [{ kind: 'words', text }],
    }))
    const text = 'statute'
    await does(
      { kind: 'secretariat' },
      [
        'texts.introduce',
        {
          text,
          title: 'Statute of the archive',
          body: 'soc',
          audience: { kind: 'public' },
          language: 'en',
          kind: 'draft',
        },
      ],
      ['texts.lay', { text, paragraphs }],
      ['texts.open', { text }],
      ['texts.issueVersion', { text, document: hash }],
    )
  })

  it('is put by the chair from the list of clean texts, and adopted', async () => {
    const chairs = await enterAt(chair, '/decisions', fromEpochMs(clock.now()))
    const { page } = chairs
    await press(page, 'Bring to decision')
    await dialog(page).getByLabel('Title').fill('Exercise: statute of the archive')
    await dialog(page).getByLabel('What is decided').selectOption('text')
    await dialog(page).getByLabel('Text', { exact: true }).selectOption('statute')
    await press(page, 'Put it')
    await page.getByRole('link', { name: 'Exercise: statute of the archive' }).first().click()
    await page.getByText('It is kept in Almaty.', { exact: true }).waitFor()
    await page.getByText(/it is the very document the decision names/).waitFor()
    await press(page, 'Declare adopted')
    await press(page, 'Go on')
    await press(page, 'I hear none: it is adopted')
    await page.getByText(/Adopted by consensus/).waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(chairs.complaints).toEqual([])
  })

  it('is verified with its document; a document that is another is not shown', async () => {
    const own = await enterAt(delegate(present[0]!), '/decisions', fromEpochMs(clock.now()))
    const { page } = own
    await page.getByRole('link', { name: 'Exercise: statute of the archive' }).first().click()
    await press(page, 'Verify in this browser')
    await page.getByText(/Its SHA-256 was worked out here, and the entry names it/).waitFor()
    await page.route('**/api/documents/*', route =>
      route.fulfill({ contentType: 'text/markdown', body: words.replace('Almaty', 'Astana') }),
    )
    await press(page, 'Verify again')
    await page.getByText(/which the entry does not name/).waitFor()
    await page.reload()
    await page.getByText(/does not have the hash the decision names/).waitFor()
    expect(await page.getByText('It is kept in Astana.').count()).toBe(0)
  })

  it('is opened to signature by the secretariat, signed, ratified, and its entry into force counted', async () => {
    const desk = await enterAt({ kind: 'secretariat' }, '/decisions', fromEpochMs(clock.now()))
    const { page } = desk
    await page.getByRole('link', { name: 'Exercise: statute of the archive' }).first().click()
    await press(page, 'Open an instrument to signature')
    const box = dialog(page)
    await box.getByLabel('How many instruments it takes').fill('1')
    await box.getByLabel('and days').first().fill('30')
    await box.getByLabel('Where the final clauses stand').fill('Article 2 of the statute')
    expect(await axeFindings(page)).toEqual([])
    await box.getByRole('button', { name: 'Open an instrument to signature' }).click()
    await page.getByText('0 of 1').waitFor()
    await press(page, 'Record a signature')
    await box.getByLabel('Full powers: of whom, and from when').fill('Of the head of state, of this year')
    await box.getByRole('button', { name: 'Record a signature' }).click()
    await box.waitFor({ state: 'detached' })
    await press(page, 'Record a deposit')
    await box.getByRole('button', { name: 'Record a deposit' }).click()
    await page.getByText('1 of 1').waitFor()
    const day = new Date(Date.parse(`${today()}T00:00:00Z`) + 30 * 86_400_000)
    const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day)
    await page.getByText(`Enters into force on ${inWords}`).waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(desk.complaints).toEqual([])
  })
})

describe('on a phone, in Arabic, in the dark', () => {
  it.each([
    ['/decisions', 'light'],
    ['/decisions/demo-next-meeting', 'dark'],
  ] as const)('%s is accessible', async (path, colorScheme) => {
    const { page, context } = await hall.enter(delegate(present[4]!), '/seats', {
      viewport: { width: 360, height: 780 },
      hasTouch: true,
      isMobile: true,
      colorScheme,
    })
    await context.addCookies([{ name: 'gavel-language', value: 'ar', url: hall.url }])
    await page.goto(hall.url + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })
})
