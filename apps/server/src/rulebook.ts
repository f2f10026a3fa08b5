import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ChapterTold, RuleTold } from '@gavel/web/reading'

/**
 * The rulebook as its pages have it (rulebook/README.md says how they are written): for each rule the heading it
 * stands under, its source, and the parameters it leans on. Its sentence is in the catalogue of refusals.
 */

const letters = ['I', 'M', 'T', 'D', 'C'] as const

/** The nearest folder of that name above this file: the project's own, built or not. */
const folderAbove = (name: string): string | undefined => {
  let at = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(at, name, 'README.md'))) {
    const above = dirname(at)
    if (above === at) return undefined
    at = above
  }
  return join(at, name)
}

/** The rules of a page of the rulebook, in its order. */
export const rulesOn = (page: string): readonly RuleTold[] => {
  let heading = ''
  const rules: { id: string; heading: string; source: string; parameters: string[] }[] = []
  for (const line of page.split('\n')) {
    const rule = rules.at(-1)
    if (line.startsWith('## ')) heading = line.slice(3).trim()
    else if (/^### [A-Z]-\d+$/.test(line))
      rules.push({ id: line.slice(4), heading, source: '', parameters: [] })
    else if (rule !== undefined && line.startsWith('Source: ')) rule.source = line.slice(8).trim()
    else if (rule !== undefined && line.startsWith('Parameter: '))
      rule.parameters.push(line.slice(11).split(' ', 1)[0]!)
  }
  return rules
}

const read = async (): Promise<readonly ChapterTold[]> => {
  const folder = folderAbove('rulebook')
  const names =
    folder === undefined ? [] : (await readdir(folder)).filter(name => /^\d.*\.md$/.test(name)).sort()
  const pages = await Promise.all(names.map(name => readFile(join(folder!, name), 'utf8')))
  const rules = pages.flatMap(rulesOn)
  return letters
    .map(letter => ({ letter, rules: rules.filter(({ id }) => id.startsWith(`${letter}-`)) }))
    .filter(chapter => chapter.rules.length > 0)
}

let reading: Promise<readonly ChapterTold[]> | undefined

/** The rulebook, read once. Empty where its pages were not delivered with the software. */
export const readRulebook = (): Promise<readonly ChapterTold[]> => {
  reading ??= read()
  return reading
}

/** A rule on the page of a room; undefined where the page was not delivered with the software. */
export const roomRule = async (room: string, id: string): Promise<RuleTold | undefined> => {
  const folder = folderAbove('rulebook')
  const page = folder === undefined ? undefined : join(folder, `${room}.md`)
  if (page === undefined || !existsSync(page)) return undefined
  return rulesOn(await readFile(page, 'utf8')).find(rule => rule.id === id)
}
