import { writeArchive } from '../zip/write.ts'

/** DOCX files written by hand, part by part: what no library of ours had a hand in. */

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const spaces = [
  w,
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
].join(' ')

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export interface FileParts {
  readonly body: string
  /** The rest of the parts by their kind: `styles`, `numbering`, `footnotes`, `comments`, `header` … inner XML. */
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  readonly commentsExtended?: string
  readonly header?: string
  /** Parts to add or replace, by name. */
  readonly raw?: Readonly<Record<string, string | Uint8Array>>
  readonly mainType?: string
}

const roots = {
  styles: 'w:styles',
  numbering: 'w:numbering',
  footnotes: 'w:footnotes',
  endnotes: 'w:endnotes',
  comments: 'w:comments',
  commentsExtended: 'w15:commentsEx',
  header: 'w:hdr',
} as const

export const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content, 'utf8') : content

/** A document part round a body. */
export const documentXml = (body: string): string =>
  `${declaration}<w:document ${spaces}><w:body>${body}<w:sectPr/></w:body></w:document>`

/** Packs a DOCX file round a body written by hand. */
export const fileOf = (parts: FileParts): Uint8Array => {
  const extra = (Object.keys(roots) as (keyof typeof roots)[]).filter(kind => parts[kind] !== undefined)
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${parts.mainType ?? `${word}.document.main+xml`}"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': documentXml(parts.body),
    'word/_rels/document.xml.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${extra
      .map((kind, at) => `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${kind}.xml"/>`)
      .join('')}</Relationships>`,
    ...Object.fromEntries(
      extra.map(kind => [
        `word/${kind}.xml`,
        `${declaration}<${roots[kind]} ${spaces}>${parts[kind]}</${roots[kind]}>`,
      ]),
    ),
    ...parts.raw,
  }
  return writeArchive(Object.entries(all).map(([name, content]) => ({ name, bytes: bytesOf(content) })))
}

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const struck = (text: string): string =>
  `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`

let count = 0
const by = (author: string): string => `w:id="${++count}" w:author="${author}" w:date="2026-11-24T09:00:00Z"`
export const ins = (author: string, inner: string): string => `<w:ins ${by(author)}>${inner}</w:ins>`
export const del = (author: string, inner: string): string => `<w:del ${by(author)}>${inner}</w:del>`
export const moveFrom = (author: string, inner: string): string =>
  `<w:moveFrom ${by(author)}>${inner}</w:moveFrom>`
export const moveTo = (author: string, inner: string): string => `<w:moveTo ${by(author)}>${inner}</w:moveTo>`

/** A paragraph; `mark` is what its end carries: `ins`, `del`, `moveFrom`, `moveTo` by an author. */
export const p = (inner: string, mark?: readonly [kind: string, author: string], properties = ''): string => {
  const end = mark === undefined ? '' : `<w:rPr><w:${mark[0]} ${by(mark[1])}/></w:rPr>`
  return `<w:p>${properties + end === '' ? '' : `<w:pPr>${properties}${end}</w:pPr>`}${inner}</w:p>`
}
