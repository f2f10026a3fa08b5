import type { Paragraph } from '../model.ts'
import type { Known } from './classify.ts'
import type { RawDefect } from './defects.ts'
import { type Block, sourceOffset } from './layout.ts'
import type { Matchable } from './matching.ts'

/** The defects that one block shows: notes without a definition, broken words, emphasis across a bracket. */
export const blockDefects = ({ block, tokens }: Matchable, known: Known, out: RawDefect[]): void => {
  const { text } = block
  for (const { inline, at, end } of tokens)
    if (inline?.kind === 'noteMark' && !known.notes.has(inline.mark))
      out.push({ offset: sourceOffset(block, at), kind: 'unknownFootnote', length: end - at })
  if (text.includes('*') || text.includes('_')) emphasisDefects(block, out)
  if (text.includes('- ')) brokenWords(block, out)
}

const crossed =
  /(?<=^|[\s[("“])(\*{1,3}|_{1,2})\[[^[\]*_]+\1(?![*_])|\[\s?(\*{1,3})[^[\]*]+\](?=[^[\]*]{0,200}[^[\]*\s]\2(?:[^*]|$))/g
/** After a hyphen and a blank these begin a new word, not the rest of a broken one (`short- and long-term`). */
const conjunction = /^(?:and|or|to|nor|und|oder|et|ou|y|o|и|или)(?!\p{L})/u

const starInWord = /[^\s*[\](),.;:'"]\*{1,3}[^\s*[\](),.;:'"]/

const emphasisDefects = (block: Block, out: RawDefect[]): void => {
  const { text } = block
  if (starInWord.test(text))
    for (let at = text.indexOf('*'); at >= 0; at = text.indexOf('*', at + 1)) {
      let after = at
      while (text.charCodeAt(after) === 42) after++
      if (isLetter(text[at - 1]) && isLetter(text[after])) {
        const [from, to] = wordAround(text, at, after)
        out.push({ offset: sourceOffset(block, from), kind: 'splitWord', length: to - from })
        at = to
      } else at = after - 1
    }
  if (/[*_]\[|\[ ?\*/.test(text)) find(block, crossed, 'crossedMarkup', out)
}

const brokenWords = (block: Block, out: RawDefect[]): void => {
  const { text } = block
  for (let at = text.indexOf('- '); at >= 0; at = text.indexOf('- ', at + 1)) {
    if (!isLetter(text[at - 1]) || !isLetter(text[at - 2]) || !/\p{Ll}/u.test(text[at + 2] ?? '')) continue
    if (conjunction.test(text.slice(at + 2, at + 9))) continue
    const [from, to] = wordAround(text, at, at + 2)
    out.push({ offset: sourceOffset(block, from), kind: 'hyphenatedBreak', length: to - from })
  }
}

const letter = /\p{L}/u
const isLetter = (sign: string | undefined): boolean => sign !== undefined && letter.test(sign)

/** The letters before one place and after another, at most forty each way. */
const wordAround = (text: string, before: number, after: number): readonly [from: number, to: number] => {
  let from = before
  while (before - from < 40 && isLetter(text[from - 1])) from--
  let to = after
  while (to - after < 40 && isLetter(text[to])) to++
  return [from, to]
}

const find = (block: Block, pattern: RegExp, kind: RawDefect['kind'], out: RawDefect[]): void => {
  pattern.lastIndex = 0
  for (let found = pattern.exec(block.text); found !== null; found = pattern.exec(block.text))
    out.push({ offset: sourceOffset(block, found.index), kind, length: Math.min(80, found[0].length) })
}

/** Numbers seen among the children of one paragraph, and whether a paragraph without number came after them. */
interface Siblings {
  readonly numbers: Set<string>
  interrupted: boolean
}

const beginsList = /^(?:\(?(?:1|a|A|i|I)\)?)$/

/**
 * Numbers that stand twice among the paragraphs of one parent. A heading and the label of an option begin a new
 * count, and so does a list that starts again at its first number after a paragraph without one; every paragraph
 * begins a new count for what is deeper than itself.
 */
export const duplicateNumbers = (
  blocks: readonly Block[],
  paragraphs: readonly Paragraph[],
  out: RawDefect[],
): void => {
  let seen: (Siblings | undefined)[] = []
  for (let at = 0; at < paragraphs.length; at++) {
    const [paragraph, block] = [paragraphs[at]!, blocks[at]!]
    if (paragraph.kind === 'heading') seen = []
    const level = Math.min(paragraph.level, 64)
    seen.length = Math.min(seen.length, level + 1)
    const opens = paragraph.alternatives?.some(alternative => alternative.opens === true) === true
    if (opens && paragraph.number === '') seen.length = Math.min(seen.length, level)
    if (isDuplicate(paragraph, level, seen)) {
      const length = Math.min(block.text.length, paragraph.number.length + 1)
      out.push({ offset: block.start, kind: 'duplicateNumber', length })
    }
  }
}

/** Counts a paragraph among its siblings. A number detached from its words (raw extractions) is not counted. */
const isDuplicate = (
  { number, content }: Paragraph,
  level: number,
  seen: (Siblings | undefined)[],
): boolean => {
  if (number === '') {
    for (const siblings of seen.slice(level)) if (siblings !== undefined) siblings.interrupted = true
    return false
  }
  if (content.length === 0) return false
  const known = seen[level]
  if (known === undefined || (known.interrupted && beginsList.test(number))) {
    seen[level] = { numbers: new Set([number]), interrupted: false }
    return false
  }
  if (known.numbers.has(number)) return true
  known.numbers.add(number)
  return false
}
