import type { Defect, DefectKind } from '../model.ts'
import { collapse } from './white.ts'

/** A defect before its line and column are worked out: the offset in the source where it stands. */
export interface RawDefect {
  readonly offset: number
  readonly kind: DefectKind
  readonly length: number
}

/** Signs that never show on the page are named instead of quoted: a quoted override would reorder the report. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const named = (sign: string): string => `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

const lineBreak = /\r\n|[\n\r]/g

/** Gives every defect its line and column (from 1, in UTF-16 code units) and puts them in the order of the source. */
export const locate = (source: string, raw: readonly RawDefect[]): readonly Defect[] => {
  const sorted = raw.toSorted((a, b) => a.offset - b.offset)
  const out: Defect[] = []
  let line = 1
  let lineStart = 0
  lineBreak.lastIndex = 0
  let next = lineBreak.exec(source)
  for (const { offset, kind, length } of sorted) {
    while (next !== null && next.index + next[0].length <= offset) {
      line++
      lineStart = next.index + next[0].length
      next = lineBreak.exec(source)
    }
    const excerpt = collapse(source.slice(offset, offset + Math.min(length, 80))).replace(invisible, named)
    out.push({ line, column: offset - lineStart + 1, kind, excerpt: excerpt.slice(0, 80) })
  }
  return out
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const oddCharacters = /[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|[\ud800-\udfff]/g

/** Characters that have no place in a text two people are to read alike: controls, overrides, half characters. */
export const characterDefects = (source: string): readonly RawDefect[] => {
  const out: RawDefect[] = []
  oddCharacters.lastIndex = 0
  for (let found = oddCharacters.exec(source); found !== null; found = oddCharacters.exec(source)) {
    const code = source.charCodeAt(found.index)
    if (code < 0xd800) {
      out.push({ offset: found.index, kind: code < 0xa0 ? 'controlCharacter' : 'bidiControl', length: 1 })
      continue
    }
    const paired = code < 0xdc00 && (source.charCodeAt(found.index + 1) & 0xfc00) === 0xdc00
    if (paired) oddCharacters.lastIndex = found.index + 2
    else out.push({ offset: found.index, kind: 'loneSurrogate', length: 1 })
  }
  return out
}

const pageNumber =
  /^[ \t]*((?:[Pp]age|PAGE|Стр\.?|صفحة)[ \t]+\d{1,4}(?:[ \t]*(?:of|\/|из|من)[ \t]*\d{1,4})?|[-–—][ \t]?\d{1,4}[ \t]?[-–—])[ \t]*$/gm

interface Line {
  readonly offset: number
  readonly text: string
}

/** The first lines after an offset that have something on them, at most `count`, each at most 100 characters. */
const linesAfter = (source: string, offset: number, count: number): readonly Line[] => {
  const out: Line[] = []
  let at = offset
  while (out.length < count && at < source.length) {
    const end = source.indexOf('\n', at) < 0 ? source.length : source.indexOf('\n', at)
    const raw = source.slice(at, Math.min(end, at + 400))
    const text = raw.trim()
    if (text.length > 100) break
    if (text !== '') out.push({ offset: at + raw.indexOf(text), text: text.replace(/\s+/g, ' ') })
    at = end + 1
  }
  return out
}

/**
 * What a printer put on the pages: page numbers, and running headers, that is lines which follow a page number (at
 * most four) and are the same on at least two pages. They stay in the text; they are reported.
 */
export const furnitureDefects = (source: string): readonly RawDefect[] => {
  const out: RawDefect[] = []
  const heads: (readonly Line[])[] = []
  for (const found of source.matchAll(pageNumber)) {
    const offset = found.index + found[0].indexOf(found[1]!)
    out.push({ offset, kind: 'pageFurniture', length: found[1]!.length })
    heads.push(linesAfter(source, found.index + found[0].length, 4))
  }
  const seen = new Map<string, number>()
  for (const head of heads) for (const line of head) seen.set(line.text, (seen.get(line.text) ?? 0) + 1)
  for (const head of heads)
    for (const line of head) {
      if ((seen.get(line.text) ?? 0) < 2) break
      out.push({ offset: line.offset, kind: 'pageFurniture', length: line.text.length })
    }
  return out
}
