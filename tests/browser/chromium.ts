import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const onPath = (name: string): readonly string[] =>
  (process.env['PATH'] ?? '').split(delimiter).map(folder => join(folder, name))

/** Playwright's own browser, if it was ever installed here. */
const playwrightsOwn = (): readonly string[] => {
  try {
    return [chromium.executablePath()]
  } catch {
    return []
  }
}

/** The browser to test in: GAVEL_CHROMIUM, then the usual places, then Playwright's own. */
const findChromium = (): string => {
  const named = process.env['GAVEL_CHROMIUM']
  const places = [
    ...(named === undefined ? [] : [named]),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    ...onPath('chromium'),
    ...onPath('google-chrome'),
    ...playwrightsOwn(),
  ]
  const found = places.find(place => existsSync(place))
  if (found === undefined)
    throw new Error(
      'No Chromium found to test in. Install Debian’s package chromium, or set GAVEL_CHROMIUM to the program.',
    )
  return found
}

/** Opens Chromium without a window and without calling home. */
export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
