/**
 * `npm run pictures`: looks at every scene of the demonstration as a person would see it (on a desk, on a phone, from right to
 * left, in the dark) and keeps what it saw under docs/screens, with a page that shows it.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { build, ensureChromium, ensureInstalled, root } from './steps.mjs'

const folder = join(root, 'docs/screens')
const text = '/texts/demo-charter'
const KAZ = { kind: 'delegate', member: 'KAZ' }
const AFG = { kind: 'delegate', member: 'AFG' }
const chair = { kind: 'chair', body: 'soc' }
const secretariat = { kind: 'secretariat' }

const draft = `Draft charter of the basin

1. The Parties [shall][should] exchange data on the flow [and quality] of the river.
2. Data are exchanged monthly [and, [in times of flood][where the depositary so asks], daily].
3. [A hotline is open at all times.
`

/** Presses the row of a paragraph, whatever language it speaks. */
const paragraph = number => async page => {
  await page.locator('.t-row').nth(number).waitFor()
  await page.locator('.t-row').nth(number).locator('button').first().click()
  await page.waitForTimeout(600)
}

const editing = async page => {
  await paragraph(6)(page)
  await page.locator('.t-inspector').waitFor()
  const edit = page.locator('button', { hasText: /Propose by editing|Предложить правкой|اقتراح بالتحرير/ })
  await edit.first().click()
  await page.locator('.e-box').press('Control+End')
  await page.keyboard.type(' The chair sums up what was agreed.')
  await page.waitForTimeout(500)
}

const reading = async page => {
  await page.locator('textarea').first().fill(draft)
  await page.locator('main button').first().click()
  await page.locator('.i-figures').waitFor()
}

/** The second type of the demonstration: an incident. */
const writing = async page => {
  await page.locator('.x-type').nth(1).click()
  await page.locator('.x-ticks label').nth(1).click()
  await page.locator('textarea').first().fill('Exercise. A resolver has not answered since this morning.')
  await page.locator('input[type=date]').first().fill('2026-11-24')
  await page.locator('input[type=time]').first().fill('10:00')
  await page.locator('.x-writing select').first().selectOption({ index: 1 })
  await page.waitForTimeout(300)
}

/** Name, what it shows, who looks (null: signed out), where, and what is done before. */
const scenes = [
  ['home', 'The first page, for everybody, without a script', null, '/'],
  ['seats', 'Taking a seat in the demonstration', null, '/seats'],
  ['sign-in', 'Signing in: a passkey, an invitation, another device, a ministry', null, '/sign-in'],
  ['today', 'Today: what waits for this delegation, and what happened since it was last here', KAZ, '/'],
  [
    'text',
    'A text under negotiation: brackets by depth, who stands where, what can be done',
    KAZ,
    text,
    paragraph(5),
  ],
  [
    'proposing',
    'Proposing by editing: the difference is seen as the bracket it will become',
    KAZ,
    text,
    editing,
  ],
  [
    'convergence',
    'Convergence: disputes over time, who stands where, what still separates',
    KAZ,
    `${text}/convergence`,
  ],
  ['chairs-text', "The chair's text beside the compilation", chair, `${text}/chairs-text`],
  ['versions', 'Versions compared', KAZ, `${text}/versions`],
  ['files', 'The text as a file, and a Word file from the capital as proposals', KAZ, `${text}/papers`],
  ['bring-in', 'Bringing in a draft: read before anything is recorded', secretariat, '/texts/new', reading],
  ['meetings', 'The calendar of meetings', KAZ, '/meetings'],
  ['meeting', 'A meeting as its chair conducts it', chair, '/meetings/demo-meeting'],
  ['taking-part', 'The same meeting as a delegation takes part in it', KAZ, '/meetings/demo-meeting'],
  ['display', 'The display of the hall, driven by the chair', secretariat, '/meetings/demo-meeting/display'],
  ['journal', 'The journal, drawn up from the record', secretariat, '/meetings/demo-meeting/journal'],
  [
    'silence',
    'A silence procedure: the clock, what it covers, how it is broken',
    KAZ,
    '/decisions/demo-next-meeting',
  ],
  ['decisions', 'The register of decisions', KAZ, '/decisions'],
  ['plan', 'The plan of a year: adopted, and what became of its activities', KAZ, '/plans/demo-plan'],
  ['activities', 'Activities by month', KAZ, '/activities'],
  ['review', 'A review of a dimension: questions and answers', KAZ, '/reviews/demo-review'],
  ['dossier', 'The dossier of a review, made of the record', KAZ, '/reviews/demo-review/dossier'],
  ['recommendations', 'Recommendations: what waits for a response first', KAZ, '/recommendations'],
  ['analysis', 'The analysis: what the record adds up to, for each reader', null, '/analysis'],
  ['analysis-reports', 'Reports due and received, read without colour', null, '/analysis/reports'],
  ['notices', 'Notices to this delegation: what waits, by when, acknowledged with one tap', KAZ, '/notices'],
  [
    'notice',
    'A notice as its sender sees it: who acknowledged, who answered what, who is silent',
    AFG,
    '/notices/of/AFG%3Ademo-outage',
  ],
  [
    'notice-new',
    'Writing a notice: what its type asks, who will read it and by when',
    KAZ,
    '/notices/new',
    writing,
  ],
  ['contacts', 'Points of contact: who is reached, and whether she still is', KAZ, '/notices/contacts'],
  ['record', 'The record as it grows', KAZ, '/record'],
  ['entry', 'An entry, and its proof', KAZ, '/record/3'],
  ['organisation', 'The organisation on any day, each fact with its source', KAZ, '/organisation'],
  ['delegation', 'My delegation: instructions nobody else reads', KAZ, '/delegation'],
  ['desk', "The secretariat's desk: deadlines", secretariat, '/desk'],
  ['desk-texts', "The secretariat's desk: pen, symbol, versions, readers", secretariat, '/desk/texts'],
  ['account', 'Sign-ins and passkeys', KAZ, '/account'],
  ['outbox', 'What was written here: written, sent, recorded', KAZ, '/outbox'],
  ['public-text', 'A text as the public reads it, without a script', null, text],
]

const desktop = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }
const looks = [
  ['desktop', { viewport: desktop }, 'en'],
  ['phone', { viewport: phone, hasTouch: true, isMobile: true }, 'ru'],
  ['rtl', { viewport: desktop }, 'ar'],
  ['dark', { viewport: desktop, colorScheme: 'dark' }, 'en'],
]

const served = async data => {
  const port = 9_700 + Math.floor(Math.random() * 200)
  const server = spawn(
    process.execPath,
    [join(root, 'apps/cli/bin/gavel.mjs'), 'serve', '--demo', '--quiet', '--data', data, '--port', `${port}`],
    { stdio: 'inherit' },
  )
  const url = `http://localhost:${port}`
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(`${url}/api/me`).then(
        answer => answer.ok,
        () => false,
      )
    )
      return { url, server }
    await new Promise(wake => setTimeout(wake, 200))
  }
  throw new Error('the demonstration did not start')
}

const looked = async (browser, url, [name, , as, path, act], [look, options, language]) => {
  const context = await browser.newContext({ locale: language, reducedMotion: 'reduce', ...options })
  await context.addCookies([{ name: 'gavel-language', value: language, url }])
  if (as !== null)
    await context.request.post(`${url}/api/demo/seat`, {
      data: { as, how: 'cookie' },
      headers: { origin: url },
    })
  const page = await context.newPage()
  await page.goto(url + path)
  await page.locator('h1').first().waitFor()
  await page.waitForTimeout(900)
  await act?.(page).catch(error => console.error(`${name}, ${look}: ${error.message.split('\n')[0]}`))
  await page.waitForTimeout(400)
  const session = await context.newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 62 })
  writeFileSync(join(folder, `${name}-${look}.webp`), Buffer.from(data, 'base64'))
  await context.close()
}

const pageOf = () => `# Every scene

What a person sees, taken from the demonstration by \`npm run pictures\`: on a desk, on a phone (in Russian), from right to left (in Arabic),
in the dark. The text is fictional, and every position in it is invented for an exercise.

${scenes
  .map(
    ([name, says]) => `## ${says}

![${says}](${name}-desktop.webp)

<details><summary>On a phone, from right to left, in the dark</summary>

![${says}, on a phone, in Russian](${name}-phone.webp)

![${says}, in Arabic](${name}-rtl.webp)

![${says}, in the dark](${name}-dark.webp)

</details>
`,
  )
  .join('\n')}`

ensureInstalled()
build()
const { GAVEL_CHROMIUM: chromiumPath } = ensureChromium()
mkdirSync(folder, { recursive: true })
const data = mkdtempSync(join(tmpdir(), 'gavel-pictures-'))
const { url, server } = await served(data)
const browser = await chromium.launch({
  executablePath: chromiumPath,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic'],
})
const wanted = new Set(process.argv.slice(2))
for (const scene of scenes) {
  if (wanted.size > 0 && !wanted.has(scene[0])) continue
  for (const look of looks) await looked(browser, url, scene, look)
  console.log(`✓ ${scene[0]}`)
}
writeFileSync(join(folder, 'README.md'), pageOf())
await browser.close()
server.kill('SIGTERM')
await new Promise(ended => server.on('exit', ended))
rmSync(data, { recursive: true, force: true })
