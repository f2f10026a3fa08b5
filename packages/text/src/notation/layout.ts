import { beginsWithLabel, isNameOfPart, readLead } from './numbering.ts'
import { isWhite } from './white.ts'

/**
 * Lines into blocks: the stretches of a source that become paragraphs, each as one line of text in which runs of
 * white space are one blank. What decides where a block begins is only what its first line begins with, so a block
 * printed on a line of its own is read again as the same block.
 */
export interface Block {
  readonly text: string
  /** Columns of white space before it; a tab counts four. */
  readonly indent: number
  /** Offset of its first character in the source. */
  readonly start: number
  /** Where text and source part: a position in the text, then the offset in the source from there on; ascending. */
  readonly cuts: readonly number[]
}

/** The block being read: where its lines begin and end in the source, and its indent. */
interface OpenBlock {
  readonly edges: number[]
  readonly indent: number
  /** Headings, rows of a table and furniture are one line and no more. */
  readonly single: boolean
  readonly isNote: boolean
  /** What looking for labels in brackets has seen so far: up to where, how deep, and whether there is one. */
  seenTo: number
  depth: number
  hasLabels: boolean
}

const lineEnd = /\r\n|[\n\r\f]/g

/** Splits a source into blocks. Linear in its length. */
export const readBlocks = (source: string): readonly Block[] => {
  const blocks: Block[] = []
  let open: OpenBlock | undefined
  let at = 0
  while (at < source.length) {
    lineEnd.lastIndex = at
    const found = lineEnd.exec(source)
    const end = found === null ? source.length : found.index
    const from = skipWhite(source, at, end)
    const to = trimWhite(source, from, end)
    const blank = from === to
    const line = blank ? '' : source.slice(from, to)
    if (open !== undefined && (blank || open.single || begins(line, open, source))) {
      blocks.push(blockOf(source, open))
      open = undefined
    }
    if (!blank) {
      open ??= openBlock(line, indentOf(source, at, from))
      open.edges.push(from, to)
    }
    at = found === null ? source.length : lineEnd.lastIndex
  }
  if (open !== undefined) blocks.push(blockOf(source, open))
  return blocks
}

/** Blanks (and byte order marks) before a line's first character; no-break spaces only where nothing else stands. */
const skipWhite = (source: string, at: number, end: number): number => {
  let from = at
  while (from < end && (isWhite(source.charCodeAt(from)) || source.charCodeAt(from) === 0xfeff)) from++
  let beyond = from
  while (beyond < end && /\s/.test(source[beyond]!)) beyond++
  return beyond === end ? end : from
}

const trimWhite = (source: string, from: number, end: number): number => {
  let to = end
  while (to > from && isWhite(source.charCodeAt(to - 1))) to--
  return to
}

const indentOf = (source: string, at: number, from: number): number => {
  let columns = 0
  for (let place = at; place < from; place++) columns += widthOf(source.charCodeAt(place))
  return columns
}

const widthOf = (code: number): number => (code === 9 ? 4 : code === 0xfeff ? 0 : 1)

const openBlock = (line: string, indent: number): OpenBlock => ({
  edges: [],
  indent,
  single: /^#{1,6}(?:\s|$)|^\|/.test(line) || isPageNumber(line) || isNameOfPart(line),
  isNote: noteStart.test(line),
  seenTo: 0,
  depth: 0,
  hasLabels: false,
})

const noteStart = /^\[(?:\d{1,3}|\*{1,3})\]:?\s/
const definition = /^\[\^[^\]\s]+\]:|^\[[^\][]+\]:\s*\S/
const bullet = /^[-*+•·▪◦–—]\s/
const attributionTail = /^[-–—]\s*[^[\]]{0,80}\]/

/** `Page 3 of 20`, `- 3 -`: what a printer puts on the page, not the drafter in the text. */
export const isPageNumber = (line: string): boolean =>
  /^(?:[Pp]age|PAGE|Стр\.?|صفحة)\s+\d{1,4}(?:\s*(?:of|\/|из|من)\s*\d{1,4})?$|^[-–—]\s?\d{1,4}\s?[-–—]$/.test(
    line,
  )

/** Whether a line that follows another without a blank one between begins a block all the same. */
const begins = (line: string, open: OpenBlock, source: string): boolean => {
  const first = line.charCodeAt(0)
  if (first === 35 || first === 124) return /^#{1,6}(?:\s|$)|^\|/.test(line)
  if (beginsWithLabel(line)) return !continuesLabels(source, open)
  if (first === 91)
    return definition.test(line) || (open.isNote && noteStart.test(line)) || startsNumbered(line)
  if (isPageNumber(line)) return true
  if (bullet.test(line)) return !attributionTail.test(line)
  return startsNumbered(line)
}

/** A number that opens a line opens a paragraph; a lone letter or numeral with a dot may be anything. */
const startsNumbered = (line: string): boolean => {
  if (!/^[([0-9*_\u0660-\u0669\u06f0-\u06f9]|^(?:pp|op)[ .]?\d/i.test(line)) return false
  return readLead(line.replace(/\s+/g, ' ')).number !== ''
}

/**
 * An option's label inside a bracket that began with a label continues that bracket: same paragraph. Looks only at
 * what was added to the block since it last looked.
 */
const continuesLabels = (source: string, open: OpenBlock): boolean => {
  const end = open.edges.at(-1)!
  for (let at = Math.max(open.seenTo, open.edges[0]!); at < end; at++) {
    const code = source.charCodeAt(at)
    if (code === 92) at++
    else if (code === 93 && open.depth > 0) open.depth--
    else if (code === 91) {
      open.depth++
      open.hasLabels ||=
        at === end - 1 || beginsWithLabel(source.slice(at + 1, Math.min(end, at + 81)).trimStart())
    }
    open.seenTo = at + 1
  }
  return open.depth > 0 && open.hasLabels
}

const uncut: readonly number[] = []

const blockOf = (source: string, { edges, indent }: OpenBlock): Block => {
  const start = edges[0]!
  if (edges.length === 2 && !/[\t\v]| {2}/.test(source.slice(start, edges[1])))
    return { text: source.slice(start, edges[1]), indent, start, cuts: uncut }
  const cuts: number[] = []
  let text = ''
  for (let line = 0; line < edges.length; line += 2) {
    if (line > 0) text += ' '
    if (line > 0) cuts.push(text.length, edges[line]!)
    text = addCollapsed(text, source, edges[line]!, edges[line + 1]!, cuts)
  }
  return { text, indent, start, cuts }
}

const addCollapsed = (text: string, source: string, from: number, to: number, cuts: number[]): string => {
  let out = text
  let piece = from
  for (let at = from; at < to; at++) {
    const code = source.charCodeAt(at)
    if (!isWhite(code) || (code === 32 && !isWhite(source.charCodeAt(at + 1)))) continue
    let beyond = at + 1
    while (beyond < to && isWhite(source.charCodeAt(beyond))) beyond++
    out += `${source.slice(piece, at)} `
    cuts.push(out.length, beyond)
    piece = beyond
    at = beyond - 1
  }
  return out + source.slice(piece, to)
}

/** The offset in the source of a position in a block's text. */
export const sourceOffset = (block: Block, position: number): number => {
  let low = 0
  let high = block.cuts.length / 2
  while (low < high) {
    const middle = (low + high) >>> 1
    if (block.cuts[middle * 2]! <= position) low = middle + 1
    else high = middle
  }
  return low === 0 ? block.start + position : block.cuts[low * 2 - 1]! + position - block.cuts[low * 2 - 2]!
}
