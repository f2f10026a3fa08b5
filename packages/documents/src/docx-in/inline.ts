import { attribute, childOf, childrenOf, type Element, isElement, type Node } from '../xml/tree.ts'
import type { ReadInk } from './model.ts'
import { checkField, readRun } from './runs.ts'
import {
  chosenForm,
  inkUnder,
  refuseContent,
  refuseStrayText,
  revisionElements,
  scanProperties,
  unread,
  type Walk,
  whereIn,
} from './walk.ts'

/** Containers whose content is read as if they were not there. */
const transparent = new Set(['w:hyperlink', 'w:smartTag', 'w:customXml', 'w:dir', 'w:bdo', 'w:sdtContent'])

/** Marks that say nothing: of spelling, of permissions, of tags round words, of properties of a container. */
const silent = new Set([
  'w:proofErr',
  'w:permStart',
  'w:permEnd',
  'w:bookmarkEnd',
  'w:pPr',
  'w:smartTagPr',
  'w:customXmlPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:customXmlInsRangeStart',
  'w:customXmlInsRangeEnd',
  'w:customXmlDelRangeStart',
  'w:customXmlDelRangeEnd',
  'w:customXmlMoveFromRangeStart',
  'w:customXmlMoveFromRangeEnd',
  'w:customXmlMoveToRangeStart',
  'w:customXmlMoveToRangeEnd',
])

/** Edges of ranges: comments, bookmarks, moves. True when the element is one. They stand between blocks as well. */
export const readEdge = (walk: Walk, element: Element): boolean => {
  const { name } = element
  const id = attribute(element, 'w:id') ?? ''
  if (name === 'w:commentRangeStart') walk.segments.push({ kind: 'comment', edge: 'start', id })
  else if (name === 'w:commentRangeEnd') walk.segments.push({ kind: 'comment', edge: 'end', id })
  else if (name === 'w:bookmarkStart') walk.bookmarks.push(attribute(element, 'w:name') ?? '')
  else if (name === 'w:moveFromRangeStart' || name === 'w:moveToRangeStart')
    walk.moves.set(id, attribute(element, 'w:name') ?? '')
  else if (name === 'w:moveFromRangeEnd' || name === 'w:moveToRangeEnd') walk.moves.delete(id)
  else if (!silent.has(name)) return false
  refuseContent(walk, element)
  return true
}

/** What a content control holds; it has nothing else that is read. */
export const controlContent = (walk: Walk, element: Element): readonly Node[] => {
  for (const child of element.children) {
    if (!isElement(child)) refuseStrayText(walk, child, 'a content control')
    else if (child.name === 'w:sdtPr' || child.name === 'w:sdtEndPr') scanProperties(walk, child)
    else if (child.name !== 'w:sdtContent' && !readEdge(walk, child))
      unread(walk, `the element ${child.name} in a content control`)
  }
  return childrenOf(element, 'w:sdtContent').flatMap(({ children }) => children)
}

const simpleField = (walk: Walk, element: Element, ink: ReadInk): void => {
  const before = walk.segments.length
  const words = walk.segments.at(-1)
  readInline(walk, element.children, ink)
  const hasResult = walk.segments.length > before || walk.segments.at(-1) !== words
  checkField(walk, attribute(element, 'w:instr') ?? '', hasResult)
  for (const field of walk.fields) field.hasResult ||= hasResult
}

const readOne = (walk: Walk, element: Element, ink: ReadInk): void => {
  const { name } = element
  if (name === 'w:r') readRun(walk, element, ink)
  else if (revisionElements.has(name)) readInline(walk, element.children, inkUnder(walk, element, ink))
  else if (name === 'w:sdt') readInline(walk, controlContent(walk, element), ink)
  else if (transparent.has(name)) {
    if (name === 'w:bdo')
      walk.gathered.notices.push({
        kind: 'directionOverride',
        words: attribute(element, 'w:val') ?? '',
        where: whereIn(walk),
      })
    readInline(walk, element.children, ink)
  } else if (name === 'w:fldSimple') simpleField(walk, element, ink)
  else if (name === 'mc:AlternateContent') readInline(walk, chosenForm(walk, element).children, ink)
  else if (name === 'm:oMath' || name === 'm:oMathPara') unread(walk, 'a formula')
  else if (!readEdge(walk, element)) unread(walk, `the element ${name}`)
}

/** Reads what stands in a paragraph, under who inserts or deletes it. */
export const readInline = (walk: Walk, nodes: readonly Node[], ink: ReadInk): void => {
  for (const node of nodes)
    if (isElement(node)) readOne(walk, node, ink)
    else refuseStrayText(walk, node, 'a paragraph')
}

/** Who inserted or deleted the end of a paragraph: in the properties of its mark. */
export const markInk = (walk: Walk, paragraph: Element): ReadInk => {
  const properties = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr')
  scanProperties(walk, properties, revisionElements)
  let ink: ReadInk = {}
  for (const child of properties?.children ?? [])
    if (isElement(child) && revisionElements.has(child.name)) ink = inkUnder(walk, child, ink)
  return ink
}
