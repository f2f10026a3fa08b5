import { attribute, childOf, type Element, isElement, type Node, valOf } from '../xml/tree.ts'
import { controlContent, markInk, readEdge, readInline } from './inline.ts'
import type { ReadInk, ReadParagraph, Segment } from './model.ts'
import { numberingIn, outlineIn } from './styles.ts'
import {
  addWords,
  chosenForm,
  refuseStrayText,
  revisionOf,
  scanProperties,
  unread,
  type Walk,
  whereIn,
} from './walk.ts'

/** Takes what was gathered since the last paragraph as one. */
const takeParagraph = (
  walk: Walk,
  shape: Pick<ReadParagraph, 'level' | 'isRow' | 'mark'> & { readonly heading?: number },
): ReadParagraph => {
  const paragraph: ReadParagraph = {
    where: whereIn(walk),
    bookmarks: walk.bookmarks,
    ...shape,
    segments: walk.segments,
  }
  walk.paragraphs.push(paragraph)
  walk.segments = []
  walk.bookmarks = []
  return paragraph
}

/** A deletion or insertion of a container (a row, a cell, a text box) lies on everything in it. */
const under = (outer: ReadInk, inner: ReadInk): ReadInk => ({ ...outer, ...inner })

const indentLevel = (properties: Element | undefined): number => {
  const indent = childOf(properties, 'w:ind')
  if (indent === undefined) return 0
  const left = attribute(indent, 'w:left') ?? attribute(indent, 'w:start')
  const twips = Number(left ?? 0) - Number(attribute(indent, 'w:hanging') ?? 0)
  return Number.isFinite(twips) && twips > 0 ? Math.min(8, Math.round(twips / 567)) : 0
}

const readParagraph = (walk: Walk, element: Element, ink: ReadInk): void => {
  const properties = childOf(element, 'w:pPr')
  scanProperties(walk, properties)
  scanProperties(walk, childOf(properties, 'w:sectPr'))
  const { styles, listed } = walk.gathered
  const style = valOf(properties, 'w:pStyle') ?? styles.default
  readInline(walk, element.children, ink)
  const outline = outlineIn(properties) ?? styles.find(style, ({ outline: level }) => level)
  const own = numberingIn(properties)
  const list = own?.list ?? styles.find(style, ({ numbering }) => numbering?.list)
  const level = own?.level ?? styles.find(style, ({ numbering }) => numbering?.level) ?? 0
  const inList = list !== undefined && list !== '0'
  const mark = under(ink, markInk(walk, element))
  const paragraph = takeParagraph(walk, {
    level: inList ? level : indentLevel(properties),
    isRow: false,
    mark,
    ...(outline !== undefined && outline < 9 ? { heading: outline + 1 } : {}),
  })
  if (inList) listed.set(paragraph, { list, level })
}

/** The revision of a row or a cell, from its properties. */
const containerInk = (
  walk: Walk,
  properties: Element | undefined,
  inserted: string,
  deleted: string,
): ReadInk => {
  const came = childOf(properties, inserted)
  const goes = childOf(properties, deleted)
  return {
    ...(came === undefined ? {} : { inserted: revisionOf(walk, came) }),
    ...(goes === undefined ? {} : { deleted: revisionOf(walk, goes) }),
  }
}

/** The paragraphs of a cell, one after another with a blank between; a table within it is not read. */
const readCell = (walk: Walk, cell: Element, ink: ReadInk): void => {
  const properties = childOf(cell, 'w:tcPr')
  scanProperties(walk, properties)
  const own = under(ink, containerInk(walk, properties, 'w:cellIns', 'w:cellDel'))
  let first = true
  const walkCell = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (!isElement(node)) refuseStrayText(walk, node, 'a cell')
      else if (node.name === 'w:p') {
        scanProperties(walk, childOf(node, 'w:pPr'))
        if (!first) addWords(walk, ' ', own)
        first = false
        readInline(walk, node.children, own)
        const mark = markInk(walk, node)
        if (mark.inserted ?? mark.deleted) addWords(walk, ' ', under(own, mark))
      } else if (node.name === 'w:sdt') walkCell(controlContent(walk, node))
      else if (node.name === 'w:customXml') walkCell(node.children)
      else if (node.name === 'w:tbl') unread(walk, 'a table inside a table')
      else if (node.name !== 'w:tcPr' && !readEdge(walk, node))
        unread(walk, `the element ${node.name} in a cell`)
    }
  }
  walkCell(cell.children)
}

/** What a row or a table is made of, whatever containers lie between. Anything else in it stops the reading. */
const membersOf = (
  walk: Walk,
  holder: Element,
  member: string,
  properties: ReadonlySet<string>,
): readonly Element[] =>
  holder.children.flatMap((child): readonly Element[] => {
    if (!isElement(child)) {
      refuseStrayText(walk, child, holder.name)
      return []
    }
    if (child.name === member) return [child]
    if (child.name === 'w:sdt')
      return membersOf(walk, { ...child, children: controlContent(walk, child) }, member, new Set())
    if (child.name === 'w:customXml') return membersOf(walk, child, member, customProperties)
    if (!properties.has(child.name) && !readEdge(walk, child))
      unread(walk, `the element ${child.name} in ${holder.name}`)
    return []
  })

const customProperties = new Set(['w:customXmlPr'])
const rowProperties = new Set(['w:trPr', 'w:tblPrEx'])
const tableProperties = new Set(['w:tblPr', 'w:tblGrid'])
const rowRevisions = new Set(['w:ins', 'w:del'])

/** A row as one paragraph, its cells between bars as the notation writes a table. */
const readRow = (walk: Walk, row: Element, ink: ReadInk): void => {
  const properties = childOf(row, 'w:trPr')
  scanProperties(walk, properties, rowRevisions)
  scanProperties(walk, childOf(row, 'w:tblPrEx'))
  const own = under(ink, containerInk(walk, properties, 'w:ins', 'w:del'))
  for (const cell of membersOf(walk, row, 'w:tc', rowProperties)) {
    addWords(walk, walk.segments.length === 0 ? '| ' : ' | ', own)
    readCell(walk, cell, own)
  }
  addWords(walk, ' |', own)
  takeParagraph(walk, { level: 0, isRow: true, mark: own })
}

const readTable = (walk: Walk, table: Element, ink: ReadInk): void => {
  for (const name of tableProperties) scanProperties(walk, childOf(table, name))
  for (const row of membersOf(walk, table, 'w:tr', tableProperties)) readRow(walk, row, ink)
}

const refusedBlocks: Readonly<Record<string, string>> = {
  'w:altChunk': 'a part in another format (w:altChunk)',
  'w:subDoc': 'a subdocument',
  'm:oMathPara': 'a formula',
  'm:oMath': 'a formula',
}

const readBlock = (walk: Walk, element: Element, ink: ReadInk): void => {
  const { name } = element
  if (name === 'w:p') readParagraph(walk, element, ink)
  else if (name === 'w:tbl') readTable(walk, element, ink)
  else if (name === 'w:sdt') readBlocks(walk, controlContent(walk, element), ink)
  else if (name === 'w:customXml' || name === 'w:sdtContent') readBlocks(walk, element.children, ink)
  else if (name === 'w:sectPr') scanProperties(walk, element)
  else if (name === 'mc:AlternateContent') readBlocks(walk, chosenForm(walk, element).children, ink)
  else if (!readEdge(walk, element))
    unread(walk, refusedBlocks[name] ?? `the element ${name} between paragraphs`)
}

/** Reads paragraphs and tables, one after another. */
export const readBlocks = (walk: Walk, nodes: readonly Node[], ink: ReadInk = {}): void => {
  for (const node of nodes)
    if (isElement(node)) readBlock(walk, node, ink)
    else refuseStrayText(walk, node, 'the body')
}

/** Ends a story: a field still open would have swallowed words; edges after the last paragraph belong to it. */
export const endStory = (walk: Walk): void => {
  if (walk.fields.length > 0) unread(walk, 'a field that never ends')
  const last = walk.paragraphs.at(-1)
  if (walk.segments.length > 0 && last !== undefined)
    walk.paragraphs[walk.paragraphs.length - 1] = moved(walk, last, [...last.segments, ...walk.segments])
}

const moved = (walk: Walk, from: ReadParagraph, segments: readonly Segment[]): ReadParagraph => {
  const to = { ...from, segments }
  const listed = walk.gathered.listed.get(from)
  if (listed !== undefined) walk.gathered.listed.set(to, listed)
  return to
}
