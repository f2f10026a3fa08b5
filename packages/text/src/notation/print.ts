import type { Alternative, Content, Draft, Footnote, Inline, Option, Paragraph } from '../model.ts'
import { printAttributions } from './attributions.ts'
import { usualAfter } from './numbering.ts'
import { columnsPerLevel, sinksAtMargin } from './structure.ts'
import { trimBlanks } from './white.ts'

/**
 * Prints a draft in the notation it was read from. Two laws hold, white space apart: what was parsed prints back
 * letter for letter, and what is printed parses back to an equal draft. Paragraphs are parted by an empty line (rows
 * of a table by a line end), levels are four columns of indent each.
 */
export const printNotation = (draft: Draft): string => {
  const ids = new Set<string>(['start', ...draft.paragraphs.map(({ id }) => id)])
  const notes = new Map<string, Footnote[]>()
  for (const footnote of draft.footnotes) {
    const place = footnote.place !== undefined && ids.has(footnote.place) ? footnote.place : ''
    const list = notes.get(place)
    if (list === undefined) notes.set(place, [footnote])
    else list.push(footnote)
  }
  const out: string[] = []
  let before = ''
  const add = (text: string, row: boolean): void => {
    if (text === '') return
    out.push(before === '' ? '' : row && before === 'row' ? '\n' : '\n\n', text)
    before = row ? 'row' : 'other'
  }
  const addNotes = (place: string): void => {
    for (const footnote of notes.get(place) ?? []) add(printFootnote(footnote), false)
  }
  addNotes('start')
  for (const paragraph of draft.paragraphs) {
    const text = printParagraph(paragraph)
    if (text !== '') add(printIndent(paragraph) + text, text.startsWith('|'))
    addNotes(paragraph.id)
  }
  addNotes('')
  return out.length === 0 ? '' : `${out.join('')}\n`
}

/** The blanks before a paragraph. One column says "at the margin" of a number that would be taken for a deeper one. */
const printIndent = ({ level, number, kind, marks }: Paragraph): string => {
  if (kind === 'heading') return ''
  if (level > 0) return ' '.repeat(level * columnsPerLevel)
  return sinksAtMargin(number) && marks?.inside !== true ? ' ' : ''
}

/** A paragraph on one line (two or more where options have labels): number, label, words, status. */
export const printParagraph = (paragraph: Paragraph): string => {
  const { number, marks, alternatives, content, status } = paragraph
  let out = ''
  if (marks?.inside !== true) {
    if (number !== '') out += (marks?.before ?? '') + number + (marks?.after ?? usualAfter(number))
    else if (marks !== undefined) out += marks.before + marks.after
  }
  const opened = alternatives?.find(alternative => alternative.opens === true)
  if (opened !== undefined) out += printLabel(opened)
  out += printContent(content)
  if (status !== undefined) {
    const { before, after } = status.marks ?? { before: ' [', after: ']' }
    out += before + status.text + after
  }
  const printed = trimBlanks(out)
  return oneLine.test(printed) ? printed.replaceAll('\n', ' ') : printed
}

/** Headings and rows of a table end with their line. */
const oneLine = /^[#|]/

const printLabel = ({ label, marks }: Alternative): string =>
  marks?.inside === true ? '' : (marks?.before ?? '') + label + (marks?.after ?? ': ')

const printFootnote = ({ mark, lead, content }: Footnote): string =>
  trimBlanks((lead ?? `[^${mark}]: `) + printContent(content))

/** A content in the notation. */
export const printContent = (content: Content): string => {
  let out = ''
  for (const inline of content) out += printInline(inline)
  return out
}

const printInline = (inline: Inline): string => {
  switch (inline.kind) {
    case 'words':
    case 'noteMark':
    case 'aside':
      return inline.text
    case 'spanOpen':
      return '['
    case 'spanClose':
      return ']'
    case 'bracket':
      return printOptions(inline.options)
  }
}

const joins = { adjacent: '][', spaced: '] [', slash: ' / ', labelled: '\n' }

const printOptions = (options: readonly Option[]): string => {
  let out = '['
  let outside = ''
  for (const [at, option] of options.entries()) {
    if (at > 0) out += joins[option.join ?? 'adjacent']
    const said = printAttributions(option.attributions)
    const { label, marks } = option
    if (label !== undefined) out += (marks?.before ?? '') + label + (marks?.after ?? ': ')
    out += said.before + printContent(option.content) + said.after
    outside += said.outside
  }
  return `${out}]${outside}`
}
