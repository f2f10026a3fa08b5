import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const rulebook = fileURLToPath(new URL('../../../../rulebook/', import.meta.url))

/** The ids of the rules on a page of the rulebook, in the order of the page. */
export const rulesOnPage = (page: string): readonly string[] =>
  [...readFileSync(`${rulebook}${page}`, 'utf8').matchAll(/^### ([A-Z]-\d+[a-z]?)$/gm)].map(
    match => match[1]!,
  )
