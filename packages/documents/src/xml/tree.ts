import { SaxesParser } from 'saxes'
import { DocumentFault } from '../fault.ts'

/** An element of a part. Names carry the prefix this house uses for their namespace, whatever the file declares. */
export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Node[]
}
export type Node = Element | string

export const isElement = (node: Node): node is Element => typeof node !== 'string'

const word = 'http://schemas.openxmlformats.org'
const strict = 'http://purl.oclc.org/ooxml'
const microsoft = 'http://schemas.microsoft.com/office'

/** Namespaces by prefix. Those of the strict variant of ISO/IEC 29500 mean the same as the usual ones. */
const prefixes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    [`${word}/wordprocessingml/2006/main`]: 'w',
    [`${strict}/wordprocessingml/main`]: 'w',
    [`${word}/officeDocument/2006/relationships`]: 'r',
    [`${strict}/officeDocument/relationships`]: 'r',
    [`${word}/officeDocument/2006/math`]: 'm',
    [`${strict}/officeDocument/math`]: 'm',
    [`${word}/drawingml/2006/main`]: 'a',
    [`${strict}/drawingml/main`]: 'a',
    [`${word}/drawingml/2006/wordprocessingDrawing`]: 'wp',
    [`${strict}/drawingml/wordprocessingDrawing`]: 'wp',
    [`${word}/drawingml/2006/picture`]: 'pic',
    [`${strict}/drawingml/picture`]: 'pic',
    [`${word}/drawingml/2006/chart`]: 'c',
    [`${word}/drawingml/2006/diagram`]: 'dgm',
    [`${word}/markup-compatibility/2006`]: 'mc',
    [`${word}/package/2006/content-types`]: 'ct',
    [`${word}/package/2006/relationships`]: 'rel',
    [`${microsoft}/word/2010/wordprocessingShape`]: 'wps',
    [`${microsoft}/word/2010/wordprocessingGroup`]: 'wpg',
    [`${microsoft}/word/2010/wordprocessingCanvas`]: 'wpc',
    [`${microsoft}/word/2010/wordprocessingDrawing`]: 'wp14',
    [`${microsoft}/word/2010/wordml`]: 'w14',
    [`${microsoft}/word/2012/wordml`]: 'w15',
    [`${microsoft}/word/2015/wordml/symex`]: 'w16se',
    [`${microsoft}/word/2016/wordml/cid`]: 'w16cid',
    [`${microsoft}/word/2018/wordml`]: 'w16',
    [`${microsoft}/word/2018/wordml/cex`]: 'w16cex',
    [`${microsoft}/word/2023/wordml/word16du`]: 'w16du',
    [`${microsoft}/drawing/2010/main`]: 'a14',
    [`${microsoft}/drawing/2014/main`]: 'a16',
    'urn:schemas-microsoft-com:vml': 'v',
    'urn:schemas-microsoft-com:office:office': 'o',
    'urn:schemas-microsoft-com:office:word': 'w10',
    'http://www.w3.org/XML/1998/namespace': 'xml',
  }),
)

const known = (uri: string, local: string): string =>
  uri === '' ? local : `${prefixes.get(uri) ?? `{${uri}}`}:${local}`

/** How deep elements may nest, and how many a part may have: far beyond any document, far below what hurts. */
const deepest = 200
const mostElements = 1_500_000

const encodings = /^(utf-8|utf-16|us-ascii)$/i

/** The characters of a part: UTF-8, or UTF-16 by its byte order mark. Throws DocumentFault for other bytes. */
const decode = (bytes: Uint8Array, part: string): string => {
  const label =
    bytes[0] === 0xfe && bytes[1] === 0xff
      ? 'utf-16be'
      : bytes[0] === 0xff && bytes[1] === 0xfe
        ? 'utf-16le'
        : 'utf-8'
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    throw new DocumentFault('broken', 'The part is neither UTF-8 nor UTF-16.', { part })
  }
}

interface Growing {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Node[]
}

/**
 * Reads a part into a tree. Well-formed XML with namespaces and nothing else: a document type declaration, an entity of
 * its own, another encoding, an element too deep or one too many is refused. Throws DocumentFault.
 */
export const readXml = (bytes: Uint8Array, part: string): Element => {
  const fail = (code: 'broken' | 'dtd' | 'tooDeep' | 'tooLarge', message: string): never => {
    throw new DocumentFault(code, message, { part })
  }
  const parser = new SaxesParser({ xmlns: true })
  const open: Growing[] = [{ name: '', attributes: new Map(), children: [] }]
  let elements = 0
  parser.on('error', error =>
    fail('broken', `The part is not well-formed XML: ${error.message.slice(0, 200)}.`),
  )
  parser.on('doctype', () => fail('dtd', 'The part has a document type declaration.'))
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !encodings.test(encoding))
      fail('broken', `The part is in the encoding ${encoding.slice(0, 40)}.`)
  })
  parser.on('opentag', tag => {
    if (open.length > deepest) fail('tooDeep', `Elements nest deeper than ${deepest}.`)
    if (++elements > mostElements) fail('tooLarge', `The part has more than ${mostElements} elements.`)
    const attributes = new Map(
      Object.values(tag.attributes)
        .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
        .map(({ uri, local, value }) => [known(uri, local), value]),
    )
    open.push({ name: known(tag.uri, tag.local), attributes, children: [] })
  })
  parser.on('closetag', () => {
    const closed = open.pop()!
    open.at(-1)!.children.push(closed)
  })
  const text = (words: string): void => {
    open.at(-1)!.children.push(words)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  parser.write(decode(bytes, part)).close()
  return open[0]!.children.find(isElement)!
}

export const attribute = (element: Element, name: string): string | undefined => element.attributes.get(name)

export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((node): node is Element => isElement(node) && node.name === name)

export const childrenOf = (element: Element | undefined, name: string): readonly Element[] =>
  element?.children.filter((node): node is Element => isElement(node) && node.name === name) ?? []

/** The value of `<w:name w:val="…">` below an element. */
export const valOf = (element: Element | undefined, name: string): string | undefined => {
  const found = childOf(element, name)
  return found === undefined ? undefined : attribute(found, 'w:val')
}

/** A switch such as `<w:vanish/>`: on when it is there and does not say otherwise. */
export const isOn = (element: Element | undefined, name: string): boolean => {
  const found = childOf(element, name)
  return found !== undefined && !['0', 'false', 'off', 'none'].includes(attribute(found, 'w:val') ?? '1')
}
