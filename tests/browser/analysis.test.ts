import { readFileSync } from 'node:fs'
import type { Capacity } from '@gavel/domain'
import type { BodyId, MemberId } from '@gavel/kernel'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings, type Hall, openHall } from './hall.ts'
import { actsFor } from './over-api.ts'

/** The analysis as it is read: sums of what each may read, plotted and told, asked by an address, taken along. */

const delegate = (member: string): Capacity => ({ kind: 'delegate', member: member as MemberId })
const chair: Capacity = { kind: 'chair', body: 'soc' as BodyId }
const phone: BrowserContextOptions = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true }

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
  await actsFor(hall.url, delegate('TUR'), [
    'commitments.undertake',
    {
      commitment: 'inside',
      member: 'TUR',
      audience: { kind: 'members' },
      terms: {
        title: 'What the members alone read (fictional)',
        pledge: 'We tell each other.',
        area: 'NCT-TER',
        from: '2026-11-24',
        until: null,
        evidence: [{ kind: 'document', what: 'A paper' }],
        reporting: { first: '2027-11-24', everyMonths: 12 },
      },
    },
  ])
})
afterAll(() => hall.close())

const members = (page: Page) => page.locator('.z-table tbody th').allInnerTexts()
const shown = (page: Page) => page.locator('.plot').waitFor()

/** What a press on a button or link puts into a file. */
const fileFrom = async (page: Page, press: () => Promise<void>): Promise<readonly [string, string]> => {
  const [file] = await Promise.all([page.waitForEvent('download'), press()])
  return [file.suggestedFilename(), readFileSync(await file.path(), 'utf8')]
}

describe('the analysis', () => {
  it('tells the public sums of what is public, and the members what the members read besides', async () => {
    const open = await hall.enter(null, '/analysis')
    await open.page.getByText('You see sums of what is public.').waitFor()
    expect(await axeFindings(open.page)).toEqual([])
    await open.page.getByRole('link', { name: 'How commitments stand today' }).click()
    await shown(open.page)
    const own = await hall.enter(chair, '/analysis/standing')
    await shown(own.page)
    const [theirs, ours] = [await members(open.page), await members(own.page)]
    expect(theirs).not.toContain('Türkiye')
    expect(ours).toContain('Türkiye')
    // Each beside the others as the register has them, whoever has more.
    expect(ours.filter(one => theirs.includes(one))).toEqual(theirs)
    expect([...open.complaints, ...own.complaints]).toEqual([])
  })

  it('keeps what is asked in its address, by keyboard and through a reload', async () => {
    const { page, complaints } = await hall.enter(null, '/analysis/reports')
    await shown(page)
    await page.getByLabel('Kept apart by').selectOption('year')
    await page.getByLabel('Member', { exact: true }).selectOption('AZE')
    await page.waitForURL(/by=year&member=AZE/)
    await page.reload()
    await shown(page)
    expect(await page.getByLabel('Member', { exact: true }).inputValue()).toBe('AZE')
    expect((await members(page)).every(year => /^\d{4}$/.test(year))).toBe(true)
    await page.locator('.table-scroll').focus()
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('table-scroll')
    expect(complaints).toEqual([])
  })

  it('shows dimensions by their names, and passes over what is on no register', async () => {
    const { page } = await hall.enter(null, '/analysis/standing?by=dimension')
    await shown(page)
    expect(await members(page)).toContain('Environmental')
    await page.goto(`${hall.url}/analysis/standing?member=NOBODY`)
    await page.getByText('This cannot be asked').waitFor()
    await page.goto(`${hall.url}/analysis/constructor`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.locator('.z-table').count()).toBe(0)
  })

  it('is taken along: the plot as a picture, the table as it is read, all figures', async () => {
    const { page, complaints } = await hall.enter(null, '/analysis/reports?by=member')
    await shown(page)
    const button = (name: string) => page.getByRole('button', { name }).click()
    const [picture, svg] = await fileFrom(page, () => button('Save the plot (SVG)'))
    expect(picture).toBe('gavel-reports.svg')
    expect(svg).toMatch(/^<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(svg).toContain('Counted since')
    expect(svg).toContain('<pattern')
    expect(svg).not.toMatch(/class="plot|var\(--/)
    const [, read] = await fileFrom(page, () => button('Save the table (CSV)'))
    expect(read).toMatch(/^\uFEFF?Member,Due,In time/)
    expect(read).toContain('Azerbaijan')
    const [name, whole] = await fileFrom(page, () =>
      page.getByRole('link', { name: 'All figures (CSV)' }).click(),
    )
    expect(name).toBe('reports.csv')
    expect(whole).toMatch(/^member,due,onTime/)
    expect(whole).toContain('AZE')
    expect(complaints).toEqual([])
  })

  it('links what everybody may take whole, described as a catalogue of data', async () => {
    const { page } = await hall.enter(null, '/analysis')
    const [name, csv] = await fileFrom(page, () =>
      page.getByRole('link', { name: 'commitments as CSV' }).click(),
    )
    expect(name).toBe('commitments.csv')
    expect(csv).not.toContain('What the members alone read')
    const dcat = page.getByRole('link', { name: /DCAT-AP/ })
    expect(await dcat.getAttribute('href')).toBe('/api/open-data')
  })

  it.each([
    ['/analysis', 'en', 'light'],
    ['/analysis/participation?by=year', 'ru', 'dark'],
    ['/analysis/standing', 'ar', 'dark'],
    ['/analysis/coverage', 'ar', 'light'],
    ['/analysis/moves', 'en', 'dark'],
    ['/analysis/delegations', 'ru', 'light'],
  ] as const)('%s fits a phone, %s, %s, and is accessible', async (path, language, colorScheme) => {
    const { page, context, complaints } = await hall.enter(delegate('KAZ'), '/seats', {
      ...phone,
      colorScheme,
    })
    await context.addCookies([{ name: 'gavel-language', value: language, url: hall.url }])
    await page.goto(hall.url + path)
    await page.locator(path === '/analysis' ? '.z-open' : '.plot').waitFor()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(360)
    expect(await page.evaluate(() => document.documentElement.dir || 'ltr')).toBe(
      language === 'ar' ? 'rtl' : 'ltr',
    )
    expect(await axeFindings(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})
