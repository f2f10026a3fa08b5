import type { Alternative, ParagraphKind } from '../model.ts'
import { isPageNumber } from './layout.ts'
import { isFirstLabel, type Label, type Lead, labelWord } from './numbering.ts'

/** Depth of paragraphs, from their indent and from the kind of their numbers. */
export interface Levels {
  /** Indents that are open, with the level each stands for; the first is the margin. */
  readonly stack: { indent: number; level: number }[]
  /** The last letter in round brackets, to tell the letter (i) after (h) from the numeral (i). */
  letter: string
}

export const newLevels = (): Levels => ({ stack: [{ indent: 0, level: 0 }], letter: '' })

/** One printed level: four columns. A single column is the margin too, said expressly (see `printIndent`). */
export const columnsPerLevel = 4

/**
 * The level of the next paragraph. A deeper indent is one level deeper, or as many as it has fours of columns;
 * a shallower one goes back. At the margin, where raw text has no indents at all, `(a)` is one level down and `(i)`
 * two.
 */
export const levelOf = (levels: Levels, columns: number, number: string, isHeading: boolean): number => {
  const { stack } = levels
  const indent = columns < 2 ? 0 : columns
  if (isHeading) {
    stack.length = 1
    levels.letter = ''
    return 0
  }
  while (stack.length > 1 && stack.at(-1)!.indent > indent) stack.pop()
  const top = stack.at(-1)!
  if (indent > top.indent) {
    const level = top.level + Math.max(1, Math.floor((indent - top.indent) / columnsPerLevel))
    stack.push({ indent, level })
    return level
  }
  return columns === 0 ? top.level + depthOfNumber(levels, number) : top.level
}

/** How deep a number in round brackets stands below the margin: letters 1, small Roman numerals 2. */
const depthOfNumber = (levels: Levels, number: string): number => {
  const first = /^\(([^)]*)\)/.exec(number)?.[1]
  if (first === undefined) return 0
  if (number.indexOf('(', 1) > 0) return 2
  const isNumeral = /^[ivx]+$/.test(first) && !(first === 'i' && levels.letter === 'h')
  if (isNumeral && levels.letter !== '' && !followsLetter(levels.letter, first)) return 2
  levels.letter = first
  return 1
}

const followsLetter = (last: string, next: string): boolean =>
  last.length === 1 && next.length === 1 && next.charCodeAt(0) === last.charCodeAt(0) + 1

/** Whether a number would be moved below the margin by `levelOf` if it were printed there. */
export const sinksAtMargin = (number: string): boolean => number.startsWith('(')

const headingName =
  /^(?:preamble|annex|appendix|preambule|préambule|preámbulo|преамбула|приложение|الديباجة|المرفق)$/i
const namedHeading =
  /^(?:article|rule|section|chapter|part|annex|appendix|regulation|статья|глава|часть|раздел|приложение|artículo|capítulo|chapitre|المادة|الجزء|المرفق)(?= )/i
const participle =
  /^[*_[\s"“]*(?:(?:also|further|deeply|gravely|fully|bearing)\s+)?(?:\p{Lu}\p{Ll}+ing\b|Convinced|Concerned|Alarmed|Determined|Guided|Inspired|Conscious|Mindful|Aware|Deeply|Gravely|Bearing in mind|وإذ|إذ|\p{L}+[аи]я(?:сь)?\b)/u
const endsSentence = /[.;,:]["”»]?[*_]{0,3}$/

/** What kind of paragraph a block is, from its own text and whether operative paragraphs have begun. */
export const kindOf = (text: string, lead: Lead, level: number, operativeBegun: boolean): ParagraphKind => {
  const before = lead.marks?.before ?? ''
  if (before.startsWith('#')) return 'heading'
  if (isPageNumber(text)) return 'note'
  if (/^pp/i.test(lead.number)) return 'preambular'
  if (/^op/i.test(lead.number)) return 'operative'
  if (isHeadingText(text, lead)) return 'heading'
  if (/^(?:[-*+•·▪◦–—>]) /.test(before) || lead.number.startsWith('(')) return 'item'
  if (lead.number !== '') return level > 0 ? 'item' : 'operative'
  if (!operativeBegun && participle.test(text)) return 'preambular'
  return 'operative'
}

const isHeadingText = (text: string, { number }: Lead): boolean => {
  if (text.length > 140) return false
  if (headingName.test(text) || (namedHeading.test(number) && !/[.;,]$/.test(text.slice(number.length + 1))))
    return true
  if (/^(?:[IVXL]{1,6}|[A-Z])$/.test(number)) return text.length <= 90 && !endsSentence.test(text)
  if (number !== '' || text.length > 100) return false
  return /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text) && !text.includes('[') && !endsSentence.test(text)
}

/** A choice between groups of paragraphs, while its end is not known. */
interface Choice {
  readonly group: string
  readonly word: string
  /** The level at which its labels stand, and that of the paragraph which printed the first of them. */
  readonly level: number
  readonly ownLevel: number
  readonly options: { readonly label: string; readonly from: number; to: number; readonly alone: boolean }[]
}

export interface Labelled {
  readonly level: number
  readonly number: string
  readonly isHeading: boolean
  readonly label?: Label & { readonly inside?: boolean }
  /** Nothing but the label stands in the paragraph: what follows is the option. */
  readonly alone: boolean
}

const deepestChoice = 8

/**
 * Which option over whole paragraphs each paragraph belongs to. A label begins an option; it lasts until the next
 * label of its series, or until a heading or a paragraph of lesser depth ends the choice. The last option of a choice
 * has no label after it: it is its own paragraph and the deeper ones after it; all up to the end of the choice when
 * the label stands alone in its paragraph.
 */
export const readAlternatives = (items: readonly Labelled[]): readonly (readonly Alternative[])[] => {
  const out: Alternative[][] = items.map(() => none)
  const open: Choice[] = []
  let groups = 0
  const close = (choice: Choice, end: number): void => {
    const last = choice.options.at(-1)!
    last.to = last.alone ? end : deeperThan(items, choice.level, last.from, end)
  }
  const all: Choice[] = []
  for (const [at, item] of items.entries()) {
    if (item.label !== undefined && continueChoice(open, item, at, close)) continue
    while (open.length > 0 && (item.isHeading || item.level < open.at(-1)!.level)) close(open.pop()!, at)
    if (item.label === undefined) continue
    while (open.length > 0 && open.at(-1)!.level >= labelLevel(item)) close(open.pop()!, at)
    if (open.length >= deepestChoice) continue
    const word = labelWord(item.label.label)
    const option = { label: item.label.label, from: at, to: at + 1, alone: item.alone }
    const choice = {
      group: `g${++groups}`,
      word,
      level: labelLevel(item),
      ownLevel: item.level,
      options: [option],
    }
    open.push(choice)
    all.push(choice)
  }
  while (open.length > 0) close(open.pop()!, items.length)
  for (const { group, options } of all) for (const option of options) mark(out, items, group, option)
  return out
}

/** Shared by all paragraphs that belong to no option; never added to. */
const none: Alternative[] = []

const labelLevel = (item: Labelled): number => item.level + (item.number === '' ? 0 : 1)

/** The next option of a choice that is open: ends those nested in it, and the option before. */
const continueChoice = (
  open: Choice[],
  item: Labelled,
  at: number,
  close: (choice: Choice, end: number) => void,
): boolean => {
  const label = item.label!.label
  if (item.isHeading || item.number !== '' || isFirstLabel(label)) return false
  const place = open.findLastIndex(
    ({ word, level, ownLevel }) =>
      word === labelWord(label) && (level === item.level || ownLevel === item.level),
  )
  if (place < 0) return false
  while (open.length > place + 1) close(open.pop()!, at)
  const choice = open[place]!
  choice.options.at(-1)!.to = at
  choice.options.push({ label, from: at, to: at + 1, alone: item.alone })
  return true
}

const deeperThan = (items: readonly Labelled[], level: number, from: number, end: number): number => {
  let to = from + 1
  while (to < end && items[to]!.level > level) to++
  return to
}

const mark = (
  out: Alternative[][],
  items: readonly Labelled[],
  group: string,
  { label, from, to }: { readonly label: string; readonly from: number; readonly to: number },
): void => {
  for (let at = from; at < to; at++) {
    const own = at === from ? items[at]!.label : undefined
    const marks = own?.inside === true ? { before: '', after: '', inside: true } : own?.marks
    if (out[at] === none) out[at] = []
    out[at]!.push({ group, label, ...(own && { opens: true }), ...(marks && { marks }) })
  }
}
