import type { Capacity } from '@gavel/domain'
import type { BodyId, MemberId } from '@gavel/kernel'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium } from './chromium.ts'
import { axeFindings } from './hall.ts'
import {
  comeBy,
  type House,
  openHouse,
  settled,
  sit,
  type Visitor,
  visitor,
  withAuthenticator,
} from './screens.ts'

/** A delegation at work: its head, the delegate she accredits, and the rivals who learn nothing of it. */

const text = 'demo-charter'
const kazakhstan: Capacity = { kind: 'delegate', member: 'KAZ' as MemberId }
const azerbaijan: Capacity = { kind: 'delegate', member: 'AZE' as MemberId }
const secrets = ['Not one word about courts', 'The capital can live with the second option', 'Aigerim, wait']

let browser: Browser
let house: House
let head: Visitor
let delegate: Visitor
beforeAll(async () => {
  browser = await openChromium()
  house = await openHouse({ demo: true })
  // Nobody is invited from a seat: the head of the delegation is somebody of her own, named by the secretariat.
  const owner = await visitor(browser, house.home)
  await comeBy(owner, house.server.ownerLink!)
  const secretariat: Capacity = { kind: 'secretariat' }
  const named = await act(owner, secretariat, 'institution.accredit', {
    credential: 'head-kaz',
    person: 'head-kaz',
    name: 'Head Example',
    capacity: kazakhstan,
    rights: ['read', 'speak', 'propose', 'object', 'join', 'accredit'],
    from: '2026-01-01T00:00:00.000Z',
    instrument: 'Note 1/2026, for a test',
  })
  expect(named.status(), await named.text()).toBe(201)
  const invited = await post(owner, '/api/invitations', { person: 'head-kaz', as: secretariat })
  head = await visitor(browser, house.home)
  await comeBy(head, ((await invited.json()) as { url: string }).url)
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

/** Something sent to the API as a page of ours would send it. */
const post = ({ context }: Visitor, path: string, data: object) =>
  context.request.post(path, { data, headers: { origin: house.home } })

/** An act over the API, by the person signed in there. */
const act = (who: Visitor, as: Capacity, type: string, body: object) =>
  post(who, `/api/acts/${type}`, { id: `test-${type}-${performance.now()}`, as, body })

interface Paragraphs {
  readonly paragraphs: readonly {
    readonly id: string
    readonly number: string
    readonly content: readonly {
      readonly kind: string
      readonly options?: readonly { readonly id: string }[]
    }[]
  }[]
}

const paragraph = async ({ context }: Visitor, number: string) => {
  const { paragraphs } = (await (await context.request.get(`/api/texts/${text}`)).json()) as Paragraphs
  const found = paragraphs.find(each => each.number === number)!
  const options = found.content.find(({ kind }) => kind === 'bracket')!.options!.map(({ id }) => id)
  return { id: found.id, options }
}

describe('a delegation', () => {
  it('its head notes instructions beside the paragraph and in the sheet of all', async () => {
    const { page } = head
    const { id } = await paragraph(head, '2')
    await page.goto(`/texts/${text}#p-${id}`)
    await page.getByRole('button', { name: 'Instructions of your delegation' }).click()
    await page.getByRole('button', { name: 'Note instructions' }).click()
    await page.getByLabel('Red line').fill(secrets[0]!)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('.t-inspector').getByText(secrets[0]!).waitFor()
    await page.getByLabel('Say something to your delegation').fill(secrets[2]!)
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.locator('.g-thread').getByText(secrets[2]!).waitFor()
    expect(await axeFindings(page)).toEqual([])

    await page.goto('/delegation/instructions')
    await page.getByRole('button', { name: 'Note instructions for paragraph 4' }).click()
    await page.getByLabel('Fallback').fill(secrets[1]!)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('.g-sheet').getByText(secrets[1]!).waitFor()
    await page.getByRole('radio', { name: 'With instructions' }).click()
    await expect.poll(() => page.locator('.g-sheet tbody tr').count()).toBe(2)
    expect(await axeFindings(page)).toEqual([])
  })

  it('its head accredits a delegate, whose invitation brings her in, and who keeps a passkey', async () => {
    const { page } = head
    await page.goto('/delegation/people')
    await page.getByRole('button', { name: 'Accredit a delegate' }).click()
    await page.getByLabel('Name, as it will stand on the record').fill('Aigerim Example')
    expect(await page.getByLabel('Known by').inputValue()).toBe('aigerim-example')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Accredit', exact: true }).click()
    await page.getByRole('button', { name: 'Invite her now' }).click()
    await page.getByRole('img', { name: 'QR code of the invitation' }).waitFor()
    const link = (await page.locator('.link-shown-url').textContent())!
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('heading', { name: 'Aigerim Example' }).waitFor()
    expect(await axeFindings(page)).toEqual([])

    delegate = await visitor(browser, house.home)
    await withAuthenticator(delegate)
    await comeBy(delegate, link)
    await delegate.page.getByRole('link', { name: 'Add a passkey' }).click()
    await delegate.page.getByRole('button', { name: 'Add a passkey' }).click()
    await delegate.page.getByText('Passkey added').waitFor()
    expect(delegate.troubles).toEqual([])
  })

  it('its delegates read each other’s instructions and words as they are written', async () => {
    const { page } = delegate
    const { id } = await paragraph(delegate, '2')
    await page.goto('/delegation/instructions')
    for (const secret of secrets.slice(0, 2)) await page.locator('.g-sheet').getByText(secret).waitFor()
    await page.goto(`/texts/${text}#p-${id}`)
    await page.locator('.g-thread').getByText(secrets[2]!).waitFor()
    await head.page.goto(`/texts/${text}#p-${id}`)
    await head.page.locator('.g-thread').getByText(secrets[2]!).waitFor()
    await page.getByLabel('Say something to your delegation').fill('I wait for the capital.')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await head.page.locator('.g-thread').getByText('I wait for the capital.').waitFor()
    expect([...head.troubles, ...delegate.troubles]).toEqual([])
  })

  it('lets no rival, no chair and no secretariat read a word of it, on no screen and at no address', async () => {
    const { id } = await paragraph(head, '2')
    const all = [...secrets, 'I wait for the capital.']
    const others: readonly (Capacity | null)[] = [
      azerbaijan,
      { kind: 'chair', body: 'soc' as BodyId },
      { kind: 'secretariat' },
      null,
    ]
    for (const other of others) {
      const rival = await visitor(browser, house.home)
      if (other !== null) await sit(rival, other)
      for (const path of [`/texts/${text}#p-${id}`, '/delegation', '/delegation/instructions', '/']) {
        await rival.page.goto(path)
        await settled(rival.page)
        for (const secret of all) expect(await rival.page.content()).not.toContain(secret)
      }
      const api = [
        `/api/texts/${text}/instructions`,
        `/api/texts/${text}/comments`,
        `/api/texts/${text}`,
        `/api/texts/${text}/paragraphs/${id}/history`,
        `/api/sync?texts=${text}`,
        '/api/sync/own',
        '/api/entries?from=0',
        '/api/entries',
      ]
      for (const path of api) {
        const body = await (await rival.context.request.get(path)).text()
        for (const secret of all) expect(body).not.toContain(secret)
      }
      const intruding = await act(rival, kazakhstan, 'texts.comment', {
        text,
        paragraph: id,
        member: 'KAZ',
        comment: 'intruder',
        wording: 'let me in',
      })
      expect(intruding.status()).toBe(other === null ? 401 : 403)
      // By the rules, and not because the request looked foreign.
      if (other !== null) expect(await intruding.json()).toMatchObject({ rule: 'I-3' })
      await rival.context.close()
    }
  })

  it('is told what happened since she was last here, on another visit too', async () => {
    const { id, options } = await paragraph(head, '2')
    const backs = { text, paragraph: id, option: options[0], stand: 'backs' }
    expect((await act(head, kazakhstan, 'texts.takeStand', backs)).status()).toBe(201)
    await delegate.page.goto('/')
    await delegate.page.getByRole('heading', { name: 'What needs you now' }).waitFor()
    await settled(delegate.page)
    await delegate.page.close()

    const rival = await visitor(browser, house.home)
    await sit(rival, azerbaijan)
    const objects = { text, paragraph: id, option: options[0], stand: 'objects', note: 'Too far.' }
    expect((await act(rival, azerbaijan, 'texts.takeStand', objects)).status()).toBe(201)
    await rival.context.close()

    const page = await delegate.context.newPage()
    await page.goto('/')
    await page.getByRole('heading', { name: 'Since you were last here' }).waitFor()
    const told = page.getByRole('link', { name: /Objection to what you maintain.*Azerbaijan/ })
    await told.waitFor()
    expect(await axeFindings(page)).toEqual([])
    await told.click()
    await page.waitForURL(`**/texts/${text}#p-${id}`)
    await page.goto('/')
    await page.getByRole('button', { name: 'I have seen this' }).click()
    await page.getByText('Nothing that concerns you has happened since.').waitFor()
    await page.goto('/delegation')
    await page.getByRole('heading', { name: 'What separates us from consensus' }).waitFor()
    await page.locator('main').getByText('Azerbaijan').first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    delegate = { ...delegate, page }
  })

  it('its head suspends the delegate, whose screen closes while she looks at it', async () => {
    await delegate.page.goto('/delegation')
    await delegate.page.getByRole('heading', { name: /The delegation of Kazakhstan/ }).waitFor()
    const { page } = head
    await page.goto('/delegation/people')
    const row = page.locator('.k-credential', { hasText: 'Aigerim Example' })
    await row.getByRole('button', { name: 'Suspend' }).click()
    await page.getByLabel('Reason, for all members to read').fill('On leave')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click()
    await row.getByText('Suspended', { exact: true }).waitFor()
    await delegate.page.getByText('This page is for those who act for a delegation.').waitFor()
    await row.getByRole('button', { name: 'Restore' }).click()
    await page.getByLabel('Reason, for all members to read').fill('Back')
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
    await row.getByText('Valid', { exact: true }).waitFor()
    await delegate.page.reload()
    await delegate.page.getByRole('heading', { name: /The delegation of Kazakhstan/ }).waitFor()
  })

  it('reads on a phone, in the dark and from right to left', async () => {
    const phone = await visitor(browser, house.home, { language: 'ar', theme: 'dark', phone: true })
    await sit(phone, kazakhstan)
    for (const path of ['/delegation', '/delegation/instructions', '/delegation/people']) {
      await phone.page.goto(path)
      await settled(phone.page)
      expect(await axeFindings(phone.page)).toEqual([])
      expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    }
    await phone.context.close()
  })
})
