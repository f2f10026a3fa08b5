import { attribute, type Element, isElement } from '../xml/tree.ts'
import type { ReadInk } from './model.ts'
import { addFormatting, chosenForm, unread, type Walk, whereIn } from './walk.ts'

/**
 * Pictures, shapes and objects. Text boxes are read as stories of their own, wherever in a shape they sit; a picture is
 * noted; what shows words kept in another place (a chart, a diagram, an embedded object) stops the reading.
 */
export const readShape = (walk: Walk, element: Element, ink: ReadInk): void => {
  const { name } = element
  if (name === 'mc:AlternateContent') {
    for (const child of chosenForm(walk, element).children) if (isElement(child)) readShape(walk, child, ink)
    return
  }
  if (name === 'w:txbxContent') {
    walk.gathered.readBox(walk, element.children.filter(isElement), ink)
    return
  }
  const refused = refusedShapes[name]
  if (refused !== undefined) unread(walk, refused)
  if (name === 'a:t') unread(walk, 'words of a drawing')
  if (name === 'v:textpath') walk.gathered.addBox(walk, attribute(element, 'string') ?? '', ink)
  if (name === 'pic:pic' || name === 'v:imagedata') notePicture(walk, element)
  if (/Change$/.test(name)) addFormatting(walk, element)
  for (const child of element.children)
    if (isElement(child)) readShape(walk, child, ink)
    else if (child.trim() !== '' && !measures.test(name)) unread(walk, `text in ${name}`)
}

const refusedShapes: Readonly<Record<string, string>> = {
  'c:chart': 'a chart',
  'dgm:relIds': 'a diagram',
  'o:OLEObject': 'an embedded object',
  'w:control': 'a control',
  'w:movie': 'a film',
  'w:objectEmbed': 'an embedded object',
  'w:objectLink': 'a linked object',
  'w:p': 'a paragraph in a drawing',
  'w:r': 'a run in a drawing',
  'm:oMath': 'a formula',
}

/** Elements of drawings whose text is a measure or the name of a place. */
const measures = /^(?:wp|wp14|a14|a16|w10|v|o):|^\{/

const notePicture = (walk: Walk, element: Element): void => {
  const described = [attribute(element, 'o:title'), descriptionIn(element)].find(Boolean)
  walk.gathered.notices.push({ kind: 'picture', words: described ?? '', where: whereIn(walk) })
}

const descriptionIn = (element: Element): string | undefined => {
  if (element.name === 'pic:cNvPr') return attribute(element, 'descr') ?? attribute(element, 'name')
  for (const child of element.children) {
    const found = isElement(child) ? descriptionIn(child) : undefined
    if (found !== undefined) return found
  }
  return undefined
}
