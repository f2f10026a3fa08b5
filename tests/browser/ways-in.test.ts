import type { MemberId } from '@gavel/kernel'
import { type Invited, invitePerson } from '@gavel/server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium } from './chromium.ts'
import { axeFindings } from './hall.ts'
import { comeBy, type House, openHouse, sit, visitor, withAuthenticator } from './screens.ts'

/** The screens of signing in, of one's own ways in, and of the seats, as people use them. */

let browser: Browser
beforeAll(async () => {
  browser = await openChromium()
})
afterAll(() => browser.close())

describe('the owner of a new record', () => {
  let house: House
  const invited = (): Promise<Invited> => invitePerson({ where: house.dataDir, publicUrl: house.home })
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(() => house.close())

  it('comes in by her link, keeps a passkey, and comes back with it to where she was', async () => {
    const owner = await visitor(browser, house.home)
    const { page } = owner
    await withAuthenticator(owner)
    await comeBy(owner, house.server.ownerLink!)
    await page.getByRole('heading', { name: 'Keep a way to come back' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('link', { name: 'Add a passkey' }).click()
    await page.getByLabel('Name of the passkey').fill('Office key')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByRole('heading', { name: 'Office key' }).waitFor()
    expect(await axeFindings(page)).toEqual([])

    await page.getByRole('button', { name: /Secretariat/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByText('Reading as the public').waitFor()
    await page.goto('/account')
    await page.locator('main').getByRole('link', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL('**/account')
    await page.getByText(/Signed in .* with a passkey/).waitFor()
    expect(owner.troubles).toEqual([])
    await owner.context.close()
  })

  it('renames the passkey, and removes the last one only after being told what that means', async () => {
    const owner = await visitor(browser, house.home)
    const { page } = owner
    await comeBy(owner, (await invited()).link)
    await page.goto('/account')
    await page.getByRole('button', { name: 'Rename' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name of the passkey').fill('Key in the safe')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'Key in the safe' }).waitFor()
    await page.getByRole('button', { name: 'Remove' }).click()
    await dialog.getByRole('button', { name: 'Remove' }).click()
    await dialog.getByText('This is your last way in.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Remove it all the same' }).click()
    await page.getByText('You have no passkey yet.').waitFor()
    await page.getByText('Passkey removed: Key in the safe').waitFor()
    expect(owner.troubles).toEqual([])
    await owner.context.close()
  })

  it('lets her phone in by a link and the code both show, and ends its sign-in from the desk', async () => {
    const [desk, phone] = [
      await visitor(browser, house.home),
      await visitor(browser, house.home, { phone: true }),
    ]
    await comeBy(desk, (await invited()).link)
    await desk.page.goto('/account')
    await desk.page.getByRole('button', { name: 'Make a link' }).click()
    await desk.page.getByRole('img', { name: 'QR code of the link' }).waitFor()
    const url = (await desk.page.locator('.link-shown-url').textContent())!
    await phone.page.goto('/sign-in')
    await phone.page.getByLabel('The link you were given').fill('nonsense')
    await phone.page.getByRole('button', { name: 'Open it' }).click()
    await phone.page.getByText('This is not a sign-in link').waitFor()
    await phone.page.getByLabel('The link you were given').fill(url)
    await phone.page.getByRole('button', { name: 'Open it' }).click()
    await phone.page.click('button[type=submit]')
    const code = await phone.page.textContent('.code')
    expect(await desk.page.locator('.s-code').textContent()).toBe(code)
    await desk.page.getByRole('button', { name: 'The codes are the same: let it in' }).click()
    await desk.page.getByText('The other device is let in.').waitFor()
    await phone.page.click('button[type=submit]')
    await phone.page.getByRole('heading', { name: 'Today' }).waitFor()
    expect(await axeFindings(phone.page)).toEqual([])

    await desk.page.reload()
    await desk.page.getByText('by a link from another device').first().waitFor()
    await desk.page
      .getByRole('row', { name: /Android|another device/ })
      .getByRole('button')
      .click()
    await desk.page.getByText('That sign-in has ended.').waitFor()
    await phone.page.goto('/account')
    await phone.page.getByText('Sign in to see your ways in.').waitFor()
    expect(desk.troubles).toEqual([])
    await Promise.all([desk.context.close(), phone.context.close()])
  })
})

describe('the seats of a demonstration', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse({ demo: true })
  })
  afterAll(() => house.close())

  it('are all there, one press away, and bring a visitor back to where she was', async () => {
    const guest = await visitor(browser, house.home)
    const { page } = guest
    await page.goto('/texts/demo-charter')
    await page.getByRole('link', { name: 'Take a seat' }).click()
    await page.getByRole('heading', { name: 'Delegations' }).waitFor()
    expect(await page.locator('.s-seats button').count()).toBeGreaterThan(28 + 16)
    expect(await axeFindings(page)).toEqual([])
    await page.getByLabel('Find a seat').fill('kazakh')
    await page.getByRole('button', { name: /^Kazakhstan/ }).click()
    await page.waitForURL('**/texts/demo-charter')
    await page.getByText('Delegate of Kazakhstan').first().waitFor()

    await page.goto('/account')
    await page.getByText('It is anybody’s').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Leave the seat' }).click()
    await page.getByText('Reading as the public').waitFor()
    expect(guest.troubles).toEqual([])
    await guest.context.close()
  })

  it('read in the dark, on a phone, from right to left', async () => {
    const guest = await visitor(browser, house.home, { language: 'ar', theme: 'dark', phone: true })
    for (const path of ['/seats', '/sign-in', '/account', '/']) {
      // Signed out, the first page is the server's own.
      if (path === '/') await sit(guest, { kind: 'delegate', member: 'KAZ' as MemberId })
      await guest.page.goto(path)
      await guest.page.locator('main h1').first().waitFor()
      expect(await axeFindings(guest.page)).toEqual([])
      const wide = await guest.page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide).toBeLessThanOrEqual(390)
    }
    await guest.context.close()
  })
})
