import type { PrintedText } from '@gavel/text'
import { directionOf } from '../print/direction.ts'
import { fixedWords } from '../print/words.ts'
import { escapeXml, xml, xmlDeclaration } from '../xml/write.ts'

/** The parts of a DOCX that stay the same but for language and title: types, relationships, styles, settings, margins. */

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const namespaces = {
  'xmlns:w': word,
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}

const typeOf = (name: string): string =>
  `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml`

const documentParts = ['styles', 'settings', 'footnotes', 'comments', 'header1', 'footer1'] as const
const kinds: Readonly<Record<(typeof documentParts)[number], string>> = {
  styles: 'styles',
  settings: 'settings',
  footnotes: 'footnotes',
  comments: 'comments',
  header1: 'header',
  footer1: 'footer',
}

export const contentTypes = (): string =>
  xmlDeclaration +
  xml(
    'Types',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
    xml('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    xml('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    xml('Override', { PartName: '/word/document.xml', ContentType: typeOf('document.main') }),
    ...documentParts.map(part =>
      xml('Override', { PartName: `/word/${part}.xml`, ContentType: typeOf(kinds[part]) }),
    ),
    xml('Override', {
      PartName: '/docProps/core.xml',
      ContentType: 'application/vnd.openxmlformats-package.core-properties+xml',
    }),
    xml('Override', {
      PartName: '/docProps/custom.xml',
      ContentType: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
    }),
  )

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relationships = (rows: readonly (readonly [type: string, target: string])[]): string =>
  xmlDeclaration +
  xml(
    'Relationships',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
    ...rows.map(([Type, Target], at) => xml('Relationship', { Id: `rId${at + 1}`, Type, Target })),
  )

export const packageRelationships = (): string =>
  relationships([
    [`${office}/officeDocument`, 'word/document.xml'],
    [
      'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      'docProps/core.xml',
    ],
    [`${office}/custom-properties`, 'docProps/custom.xml'],
  ])

export const documentRelationships = (): string =>
  relationships(documentParts.map(part => [`${office}/${kinds[part]}`, `${part}.xml`]))

/** The section: A4, header and footer by their relationships, the direction of the language. */
export const sectionProperties = ({ language }: PrintedText): string => {
  const id = (part: (typeof documentParts)[number]): string => `rId${documentParts.indexOf(part) + 1}`
  return (
    `<w:sectPr><w:headerReference w:type="default" r:id="${id('header1')}"/><w:footerReference w:type="default" r:id="${id('footer1')}"/>` +
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>' +
    `${directionOf(language) === 'rtl' ? '<w:bidi/>' : ''}</w:sectPr>`
  )
}

const style = (
  id: string,
  name: string,
  kind: 'paragraph' | 'character',
  inner: string,
  basedOn?: string,
): string =>
  xml(
    'w:style',
    { 'w:type': kind, 'w:styleId': id },
    xml('w:name', { 'w:val': name }),
    basedOn === undefined ? '' : xml('w:basedOn', { 'w:val': basedOn }),
    kind === 'paragraph' && /^heading/.test(name) ? xml('w:next', { 'w:val': 'Normal' }) : '',
    inner,
  )

const headings = [32, 28, 26, 24, 24, 24].map((size, at) =>
  style(
    `Heading${at + 1}`,
    `heading ${at + 1}`,
    'paragraph',
    `<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="${at}"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`,
    'Normal',
  ),
)

export const styles = ({ language }: PrintedText): string => {
  const rtl = directionOf(language) === 'rtl'
  const lang = xml('w:lang', { 'w:val': rtl ? 'en' : language, ...(rtl ? { 'w:bidi': language } : {}) })
  const fonts =
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
  return (
    xmlDeclaration +
    xml(
      'w:styles',
      namespaces,
      `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="24"/><w:szCs w:val="24"/>${lang}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`,
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
      ...headings,
      style(
        'Title',
        'Title',
        'paragraph',
        '<w:pPr><w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="36"/><w:szCs w:val="36"/></w:rPr>',
        'Normal',
      ),
      style('Front', 'Front matter', 'paragraph', '<w:pPr><w:jc w:val="center"/></w:pPr>', 'Normal'),
      style(
        'Header',
        'header',
        'paragraph',
        '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>',
        'Normal',
      ),
      style(
        'Footer',
        'footer',
        'paragraph',
        '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>',
        'Normal',
      ),
      style(
        'FootnoteText',
        'footnote text',
        'paragraph',
        '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>',
        'Normal',
      ),
      style(
        'FootnoteReference',
        'footnote reference',
        'character',
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
      ),
      style(
        'CommentText',
        'annotation text',
        'paragraph',
        '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>',
        'Normal',
      ),
      style(
        'CommentReference',
        'annotation reference',
        'character',
        '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>',
      ),
    )
  )
}

/** Tracking is on: whoever edits the file proposes, and does not overwrite. */
export const settings = (tracking: boolean): string =>
  xmlDeclaration +
  xml(
    'w:settings',
    namespaces,
    tracking ? '<w:trackRevisions/>' : '',
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>',
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
  )

const plainParagraph = (styleId: string, words: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${styleId}"/></w:pPr><w:r><w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r></w:p>`

/** The symbol at the head of every page, and over it the banner of what is invented. */
export const header = ({ language, fictional, symbol }: PrintedText): string =>
  xmlDeclaration +
  xml(
    'w:hdr',
    namespaces,
    fictional ? plainParagraph('Header', fixedWords(language).fictional) : '',
    plainParagraph('Header', symbol ?? ''),
  )

const field = (code: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

export const footer = ({ language }: PrintedText): string => {
  const { page, of } = fixedWords(language)
  const words = (text: string): string => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
  return (
    xmlDeclaration +
    xml(
      'w:ftr',
      namespaces,
      `<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${words(`${page} `)}${field('PAGE')}${words(` ${of} `)}${field('NUMPAGES')}</w:p>`,
    )
  )
}

export const coreProperties = ({ title, language }: PrintedText): string =>
  xmlDeclaration +
  xml(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    xml('dc:title', {}, escapeXml(title)),
    xml('dc:creator', {}, 'Gavel'),
    xml('dc:language', {}, escapeXml(language)),
  )

const property = (name: string, value: string, at: number): string =>
  xml(
    'property',
    { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: at + 2, name },
    xml('vt:lpwstr', {}, escapeXml(value)),
  )

/** Which text a copy was made of, so that one that comes back to another text is told apart. */
export const customProperties = ({ of }: PrintedText): string =>
  xmlDeclaration +
  xml(
    'Properties',
    {
      xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
      'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
    },
    ...(of === undefined
      ? []
      : [
          property('GavelText', of.text, 0),
          property('GavelForm', of.form, 1),
          property('GavelAsOf', of.asOf, 2),
        ]),
  )
