import type { Draft } from '../model.ts'
import { printNotation } from '../notation/print.ts'

/**
 * A draft as plain text: the notation without the marks of Markdown. Emphasis is taken away where it opens and closes
 * by the rules of CommonMark (a lone star, as in `NDMC*`, is a character of the text and stays), heading marks at the
 * beginning of a line, `[^1]` becomes `[1]`.
 */
export const printPlain = (draft: Draft): string =>
  printNotation(draft)
    .split('\n')
    .map(line => plainLine(line))
    .join('\n')

const heading = /^( *)#{1,6} /
const strong = /(?<![\p{L}\p{N}\\*])(\*{2,3})(?=[^\s*])([^*\n]*[^\s*])\1(?!\*)/gu
const emphasis = /(?<![\\*])\*(?=[^\s*])(?<![\p{L}\p{N}]\*(?=[^\p{L}\p{N}]))([^*\n]*[^\s*])\*(?!\*)/gu
const noteMark = /\[\^([^\]\s]+)\]/g

const plainLine = (line: string): string => {
  const bare = line.replace(heading, '$1').replace(noteMark, '[$1]')
  if (!bare.includes('*')) return bare
  return bare.replace(strong, '$2').replace(emphasis, '$1')
}
