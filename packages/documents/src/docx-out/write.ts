import type { Content, PrintedText } from '@gavel/text'
import { directionOf, directionOfWords } from '../print/direction.ts'
import { piecesOfContent } from '../print/pieces.ts'
import { escapeXml, xml, xmlDeclaration } from '../xml/write.ts'
import { writeArchive } from '../zip/write.ts'
import { frontBookmark, looseNoteBookmark, printedBy } from './bookmarks.ts'
import { paragraphsXml, type Writing } from './paragraphs.ts'
import {
  contentTypes,
  coreProperties,
  customProperties,
  documentRelationships,
  footer,
  header,
  namespaces,
  packageRelationships,
  sectionProperties,
  settings,
  styles,
} from './parts.ts'
import { type Counter, type NoteNumbers, newCounter, runOf } from './runs.ts'

/** The marks a content refers to, in reading order. */
const marksIn = (content: Content): readonly string[] =>
  content.flatMap(inline =>
    inline.kind === 'noteMark'
      ? [inline.mark]
      : inline.kind === 'bracket'
        ? inline.options.flatMap(option => marksIn(option.content))
        : [],
  )

/**
 * Footnotes by the mark that refers to them. Word numbers them itself where every mark is the number Word would give
 * it; else each shows its own mark.
 */
const numberNotes = (text: PrintedText): NoteNumbers => {
  const marks = text.paragraphs.flatMap(({ paragraph }) => marksIn(paragraph.content))
  const known = new Set(text.footnotes.map(({ mark }) => mark))
  const counted = marks.filter(mark => known.has(mark)).every((mark, at) => mark === String(at + 1))
  const referred = new Set(marks)
  return new Map(
    text.footnotes.flatMap(({ mark }, at) =>
      referred.has(mark) ? [[mark, { id: at + 1, mark, automatic: counted }] as const] : [],
    ),
  )
}

/** Notes nothing refers to: Word would not show them, so they stand after the text as the notation prints them. */
const looseNotes = ({ text, notes, counter }: Writing): string =>
  text.footnotes
    .filter(({ mark }, at) => notes.get(mark)?.id !== at + 1)
    .map(({ mark, lead, content }) => {
      const words = piecesOfContent(content, text.options).map(piece => runOf(piece, false, false, new Map()))
      const lead_ = `<w:r><w:t xml:space="preserve">${escapeXml(lead ?? `[^${mark}]: `)}</w:t></w:r>`
      return `<w:p>${bookmarked(counter, looseNoteBookmark, lead_ + words.join(''))}</w:p>`
    })
    .join('')

const noteXml = (text: PrintedText, at: number, notes: NoteNumbers): string => {
  const { mark, content } = text.footnotes[at]!
  const id = at + 1
  const automatic = notes.get(mark)?.automatic === true
  const rightToLeft = directionOf(text.language) === 'rtl'
  const sign = automatic
    ? '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    : `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:t>${escapeXml(mark)}</w:t></w:r>`
  const words = piecesOfContent(content, text.options).map(piece =>
    runOf(piece, false, rightToLeft, new Map()),
  )
  const bidi = rightToLeft ? '<w:bidi/>' : ''
  return `<w:footnote w:id="${id}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/>${bidi}</w:pPr>${sign}<w:r><w:t xml:space="preserve"> </w:t></w:r>${words.join('')}</w:p></w:footnote>`
}

const footnotesPart = (text: PrintedText, notes: NoteNumbers): string =>
  xmlDeclaration +
  xml(
    'w:footnotes',
    namespaces,
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>',
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>',
    ...text.footnotes.flatMap(({ mark }, at) =>
      notes.get(mark)?.id === at + 1 ? [noteXml(text, at, notes)] : [],
    ),
  )

const commentsPart = ({ comments, direction }: Writing): string => {
  const line = (words: string): string => {
    const bidi = directionOfWords(words, direction) === 'rtl' ? '<w:bidi/>' : ''
    return `<w:p><w:pPr><w:pStyle w:val="CommentText"/>${bidi}</w:pPr><w:r><w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r></w:p>`
  }
  return (
    xmlDeclaration +
    xml(
      'w:comments',
      namespaces,
      ...comments.map((lines, id) =>
        xml('w:comment', { 'w:id': id, 'w:author': printedBy, 'w:initials': 'G' }, ...lines.map(line)),
      ),
    )
  )
}

const bookmarked = (counter: Counter, name: string, inner: string): string => {
  const id = counter.next()
  return `${xml('w:bookmarkStart', { 'w:id': id, 'w:name': `${name}${id}` })}${inner}${xml('w:bookmarkEnd', { 'w:id': id })}`
}

/** What stands above the text: symbol, title, what the paper is. In a bookmark, so that it is read as no paragraph. */
const frontXml = ({ text, counter, direction }: Writing): string => {
  const bidi = direction === 'rtl' ? '<w:bidi/>' : ''
  const line = (style: string, words: string): string => {
    const run = `<w:r>${bidi === '' ? '' : '<w:rPr><w:rtl/></w:rPr>'}<w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`
    return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${bidi}</w:pPr>${bookmarked(counter, frontBookmark, run)}</w:p>`
  }
  return line('Title', text.title) + (text.about === undefined ? '' : line('Front', text.about))
}

/**
 * A text as a DOCX file (ECMA-376, transitional): real tracked changes by delegation, a comment for every option
 * somebody has said something of, real footnotes. Equal texts make equal bytes: no instant of writing goes in.
 */
export const writeDocx = (text: PrintedText): Uint8Array => {
  const notes = numberNotes(text)
  const writing: Writing = {
    text,
    direction: directionOf(text.language),
    counter: newCounter(),
    notes,
    comments: [],
  }
  const body = frontXml(writing) + paragraphsXml(writing) + looseNotes(writing)
  // Word cannot take back the last paragraph of a body, so an empty one that nobody proposes ends it.
  const document =
    xmlDeclaration + xml('w:document', namespaces, xml('w:body', {}, body, '<w:p/>', sectionProperties(text)))
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', packageRelationships()],
    ['word/document.xml', document],
    ['word/_rels/document.xml.rels', documentRelationships()],
    ['word/styles.xml', styles(text)],
    ['word/settings.xml', settings(text.of?.form === 'compilation')],
    ['word/footnotes.xml', footnotesPart(text, notes)],
    ['word/comments.xml', commentsPart(writing)],
    ['word/header1.xml', header(text)],
    ['word/footer1.xml', footer(text)],
    ['docProps/core.xml', coreProperties(text)],
    ['docProps/custom.xml', customProperties(text)],
  ]
  return writeArchive(parts.map(([name, content]) => ({ name, bytes: Buffer.from(content, 'utf8') })))
}
