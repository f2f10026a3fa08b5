import { attribute, childOf, type Element, isElement, isOn, valOf } from '../xml/tree.ts'
import type { ReadInk } from './model.ts'
import { readShape } from './shapes.ts'
import { symbolIn } from './symbols.ts'
import {
  addWords,
  chosenForm,
  refuseContent,
  refuseStrayText,
  scanProperties,
  unread,
  type Walk,
  whereIn,
} from './walk.ts'

/** Whether words here are a field's instruction, which nobody sees. */
const inInstruction = (walk: Walk): boolean => walk.fields.some(({ phase }) => phase === 'instruction')

/** Fields that show nothing, or a page's number, though they have no result. */
const silentFields =
  /^\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES|XE|TC|TA|RD|SET|ASK|BIDIOUTLINE|PRIVATE|INDEX|TOC|HYPERLINK|PRINTDATE|SAVEDATE)\b|^\s*$/i

export const checkField = (walk: Walk, code: string, hasResult: boolean): void => {
  if (!hasResult && !silentFields.test(code))
    unread(walk, `a field without a result (${code.trim().slice(0, 40)})`)
}

const fieldCharacter = (walk: Walk, element: Element): void => {
  const data = childOf(element, 'w:ffData')
  if (childOf(data, 'w:ddList') ?? childOf(data, 'w:checkBox')) unread(walk, 'a form field')
  const top = walk.fields.at(-1)
  switch (attribute(element, 'w:fldCharType')) {
    case 'begin':
      walk.fields.push({ phase: 'instruction', code: '', hasResult: false })
      return
    case 'separate':
      if (top === undefined) unread(walk, 'the result of a field that never began')
      else top.phase = 'result'
      return
    case 'end':
      if (top === undefined) unread(walk, 'the end of a field that never began')
      else checkField(walk, top.code, top.hasResult)
      walk.fields.pop()
      return
    default:
      unread(walk, 'a part of a field that is neither begin, separate nor end')
  }
}

/** Text as Word shows it: blanks at its edges count only where the file says so. */
const shownText = (element: Element): string => {
  const text = element.children.filter(child => typeof child === 'string').join('')
  const flat = text.replace(/[\r\n\t]+/g, ' ')
  return attribute(element, 'xml:space') === 'preserve' ? flat : flat.replace(/^ +| +$/g, '')
}

const words = (walk: Walk, text: string, ink: ReadInk): void => {
  if (inInstruction(walk)) return
  for (const field of walk.fields) field.hasResult = true
  addWords(walk, text, ink)
}

const symbol = (walk: Walk, element: Element): string => {
  const code = Number.parseInt(attribute(element, 'w:char') ?? '', 16)
  const font = attribute(element, 'w:font')
  const shown = Number.isNaN(code) ? undefined : symbolIn(code, font)
  return (
    shown ??
    unread(walk, `the character ${attribute(element, 'w:char') ?? '?'} of the symbol font ${font ?? '?'}`)
  )
}

/** A note's reference: the mark it shows itself, or the next number. */
const noteReference = (
  walk: Walk,
  element: Element,
  kind: 'footnote' | 'endnote',
  run: Element,
  ink: ReadInk,
): void => {
  const note = `${kind} ${attribute(element, 'w:id') ?? ''}`
  const own = ['1', 'true', 'on'].includes(attribute(element, 'w:customMarkFollows') ?? '')
  const mark = own
    ? run.children
        .map(child => (isElement(child) && /^w:(t|delText)$/.test(child.name) ? shownText(child) : ''))
        .join('')
    : `${kind === 'endnote' ? 'e' : ''}${++walk.gathered.noteCount[kind]}`
  walk.segments.push({ kind: 'note', note, mark, ...ink })
}

const single: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00ad',
}

/** Nothing anybody reads: marks of layout, of notes in themselves, of comments' own runs. */
const silent = new Set([
  'w:rPr',
  'w:lastRenderedPageBreak',
  'w:separator',
  'w:continuationSeparator',
  'w:footnoteRef',
  'w:endnoteRef',
  'w:annotationRef',
  'w:pgNum',
])

/** What holds nothing but itself. */
const leaves = new Set([
  ...Object.keys(single),
  ...silent,
  'w:br',
  'w:sym',
  'w:fldChar',
  'w:footnoteReference',
  'w:endnoteReference',
  'w:commentReference',
])

/** What holds text and nothing else. */
const texts = new Set(['w:t', 'w:delText', 'w:instrText', 'w:delInstrText'])

const noteWarnings = (walk: Walk, run: Element, text: string): void => {
  if (text.trim() === '') return
  const properties = childOf(run, 'w:rPr')
  const style = valOf(properties, 'w:rStyle')
  const { styles, notices } = walk.gathered
  const styled = (pick: 'hidden' | 'struck'): boolean =>
    styles.find(style, found => found[pick] || undefined) === true
  const where = whereIn(walk)
  if (isOn(properties, 'w:vanish') || styled('hidden'))
    notices.push({ kind: 'hiddenWords', words: text, where })
  if (isOn(properties, 'w:strike') || isOn(properties, 'w:dstrike') || styled('struck'))
    notices.push({ kind: 'struckByHand', words: text, where })
}

const runChild = (walk: Walk, run: Element, child: Element, ink: ReadInk, custom: boolean): void => {
  const { name } = child
  if (leaves.has(name)) refuseContent(walk, child)
  if (texts.has(name) && child.children.some(isElement)) unread(walk, `an element inside ${name}`)
  const sign = single[name]
  if (sign !== undefined) words(walk, sign, ink)
  else if (name === 'w:t' || name === 'w:delText') {
    const text = shownText(child)
    noteWarnings(walk, run, text)
    if (!custom) words(walk, text, ink)
  } else if (name === 'w:br') words(walk, attribute(child, 'w:type') === 'page' ? '' : '\n', ink)
  else if (name === 'w:sym') words(walk, symbol(walk, child), ink)
  else if (name === 'w:fldChar') fieldCharacter(walk, child)
  else if (name === 'w:instrText') {
    const field = walk.fields.at(-1)
    if (field !== undefined) field.code += shownText(child)
  } else if (name === 'w:footnoteReference') noteReference(walk, child, 'footnote', run, ink)
  else if (name === 'w:endnoteReference') noteReference(walk, child, 'endnote', run, ink)
  else if (name === 'w:commentReference')
    walk.segments.push({ kind: 'comment', edge: 'reference', id: attribute(child, 'w:id') ?? '' })
  else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') readShape(walk, child, ink)
  else if (name === 'mc:AlternateContent') {
    for (const inner of chosenForm(walk, child).children)
      if (isElement(inner)) runChild(walk, run, inner, ink, custom)
  } else if (!silent.has(name) && name !== 'w:delInstrText') unread(walk, nameOf(name))
}

const nameOf = (name: string): string =>
  ({ 'w:ruby': 'a phonetic guide (w:ruby)', 'w:contentPart': 'ink drawn by hand (w:contentPart)' })[name] ??
  `the element ${name}`

/** Reads a run. */
export const readRun = (walk: Walk, run: Element, ink: ReadInk): void => {
  scanProperties(walk, childOf(run, 'w:rPr'))
  const custom = run.children.some(
    child =>
      isElement(child) &&
      /^w:(foot|end)noteReference$/.test(child.name) &&
      ['1', 'true', 'on'].includes(attribute(child, 'w:customMarkFollows') ?? ''),
  )
  for (const child of run.children)
    if (isElement(child)) runChild(walk, run, child, ink, custom)
    else refuseStrayText(walk, child, 'a run')
}
