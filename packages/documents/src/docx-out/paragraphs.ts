import type { PrintedParagraph, PrintedText, Revision } from '@gavel/text'
import { type Direction, directionOfWords } from '../print/direction.ts'
import { inkOf, type Piece, piecesOf } from '../print/pieces.ts'
import { type Remark, remarksOn } from '../print/remarks.ts'
import { fixedWords } from '../print/words.ts'
import { xml } from '../xml/write.ts'
import { moveBookmark, paragraphBookmark } from './bookmarks.ts'
import { type Counter, type NoteNumbers, revisionMark, runOf } from './runs.ts'

/** What the body of a document gathers while it is written. */
export interface Writing {
  readonly text: PrintedText
  readonly direction: Direction
  readonly counter: Counter
  readonly notes: NoteNumbers
  /** Comments in the order of their places, by their ids from 0. */
  readonly comments: (readonly string[])[]
}

interface Shape {
  readonly pieces: readonly Piece[]
  readonly remarks: readonly Remark[]
  readonly properties: string
  readonly rightToLeft: boolean
  /** How the paragraph itself came or goes, and whether as part of a move. */
  readonly inserted?: Revision
  readonly deleted?: Revision
  readonly moves?: 'from' | 'to'
  readonly bookmark?: string
  readonly moveName?: string
}

const sameInk = (a: Piece, b: Piece): boolean => a.inserted === b.inserted && a.deleted === b.deleted

/** Runs wrapped in who inserts and who deletes them: the insertion outside, as Word writes it. */
const inked = (writing: Writing, shape: Shape, pieces: readonly Piece[]): string => {
  const { inserted, deleted } = pieces[0]!
  const leaves = shape.moves === 'from' && deleted === shape.deleted
  const comes = shape.moves === 'to' && inserted === shape.inserted
  const runs = pieces
    .filter(({ text, kind }) => text !== '' || kind === 'note')
    .map(piece => runOf(piece, deleted !== undefined && !leaves, shape.rightToLeft, writing.notes))
    .join('')
  if (runs === '') return ''
  const within =
    deleted === undefined
      ? runs
      : revisionMark(leaves ? 'w:moveFrom' : 'w:del', deleted, writing.counter, runs)
  return inserted === undefined
    ? within
    : revisionMark(comes ? 'w:moveTo' : 'w:ins', inserted, writing.counter, within)
}

const startOf = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`
const endOf = (id: number): string =>
  `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`

/** The pieces as runs, with the ranges of comments between them. */
const inlineOf = (writing: Writing, shape: Shape): string => {
  const { pieces, remarks } = shape
  const first = writing.comments.length
  for (const { lines } of remarks) writing.comments.push(lines)
  let out = ''
  let from = 0
  const flush = (to: number): void => {
    if (to > from) out += inked(writing, shape, pieces.slice(from, to))
    from = to
  }
  for (const [index, piece] of pieces.entries()) {
    if (index > from && !sameInk(pieces[from]!, piece)) flush(index)
    for (const [order, remark] of remarks.entries())
      if (remark.from === index) {
        flush(index)
        out += startOf(first + order)
      }
    const closing = remarks.flatMap((remark, order) => (remark.to === index ? [order] : []))
    if (closing.length > 0) flush(index + 1)
    for (const order of closing) out += endOf(first + order)
  }
  flush(pieces.length)
  return out
}

const markProperties = (writing: Writing, { inserted, deleted, moves, rightToLeft }: Shape): string => {
  const inner =
    (inserted === undefined
      ? ''
      : revisionMark(moves === 'to' ? 'w:moveTo' : 'w:ins', inserted, writing.counter)) +
    (deleted === undefined
      ? ''
      : revisionMark(moves === 'from' ? 'w:moveFrom' : 'w:del', deleted, writing.counter)) +
    (rightToLeft ? '<w:rtl/>' : '')
  return inner === '' ? '' : `<w:rPr>${inner}</w:rPr>`
}

const shapeXml = (writing: Writing, shape: Shape): string => {
  const { bookmark, moves, moveName, deleted, inserted, rightToLeft } = shape
  const bidi = rightToLeft ? '<w:bidi/>' : ''
  const [style = '', rest = ''] = splitStyle(shape.properties)
  const properties = `<w:pPr>${style}${bidi}${rest}${markProperties(writing, shape)}</w:pPr>`
  let inline = inlineOf(writing, shape)
  const mover = moves === 'from' ? deleted : moves === 'to' ? inserted : undefined
  if (mover !== undefined && moveName !== undefined) {
    const kind = moves === 'from' ? 'w:moveFromRange' : 'w:moveToRange'
    const id = writing.counter.next()
    const start = xml(`${kind}Start`, {
      'w:id': id,
      'w:name': moveName,
      'w:author': mover.author,
      'w:date': mover.at?.replace(/\.\d+Z$/, 'Z'),
    })
    inline = `${start}${inline}${xml(`${kind}End`, { 'w:id': id })}`
  }
  if (bookmark !== undefined) {
    const id = writing.counter.next()
    inline = `${xml('w:bookmarkStart', { 'w:id': id, 'w:name': bookmark })}${inline}${xml('w:bookmarkEnd', { 'w:id': id })}`
  }
  return `<w:p>${properties}${inline}</w:p>`
}

/** The style of a paragraph comes first among its properties, before its direction; the rest after. */
const splitStyle = (properties: string): readonly [string, string] => {
  const end = properties.startsWith('<w:pStyle ') ? properties.indexOf('/>') + 2 : 0
  return [properties.slice(0, end), properties.slice(end)]
}

const headingLevel = (marks: { readonly before: string } | undefined): number =>
  Math.min(6, Math.max(1, /#+/.exec(marks?.before ?? '')?.[0].length ?? 2))

const propertiesOf = ({ paragraph: { kind, level, marks, number } }: PrintedParagraph): string => {
  if (kind === 'heading') return `<w:pStyle w:val="Heading${headingLevel(marks)}"/>`
  const left = level * 567 + (number === '' ? 0 : 567)
  const hanging = number === '' ? '' : ' w:hanging="567"'
  return `<w:spacing w:after="120"/>${left === 0 ? '' : `<w:ind w:left="${left}"${hanging}/>`}`
}

const plainOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')

/** Where somebody wishes a paragraph to go: its words as they are printed now, inserted by whom wishes it. */
const movedCopy = (writing: Writing, printed: PrintedParagraph, by: Revision, name: string): string => {
  const pieces = piecesOf(printed, writing.text.options)
    .filter(({ deleted }) => deleted === undefined)
    .map(({ deleted: _, ...piece }): Piece => ({ ...piece, inserted: by }))
  return shapeXml(writing, {
    pieces,
    remarks: [],
    properties: propertiesOf(printed),
    rightToLeft: directionOfWords(plainOf(pieces), writing.direction) === 'rtl',
    inserted: by,
    moves: 'to',
    moveName: name,
    bookmark: moveBookmark(printed.paragraph.id),
  })
}

const ownXml = (writing: Writing, printed: PrintedParagraph, moveName: string): string => {
  const ink = inkOf(printed)
  const { move } = printed
  const mover = move === undefined || typeof move.standing.from === 'string' ? undefined : move.standing.from
  const plain = piecesOf(printed, writing.text.options)
  const pieces =
    mover === undefined || ink.deleted !== undefined
      ? plain
      : plain.map((piece): Piece => (piece.deleted === undefined ? { ...piece, deleted: mover } : piece))
  const leaves = mover !== undefined && ink.deleted === undefined
  const deleted = leaves ? mover : ink.deleted
  return shapeXml(writing, {
    pieces,
    remarks: remarksOn(printed, pieces, writing.text.options, fixedWords(writing.text.language)),
    properties: propertiesOf(printed),
    rightToLeft: directionOfWords(plainOf(pieces), writing.direction) === 'rtl',
    bookmark: paragraphBookmark(printed.paragraph.id, printed.revision),
    ...(ink.inserted && { inserted: ink.inserted }),
    ...(deleted && { deleted }),
    ...(leaves && { moves: 'from' as const, moveName }),
  })
}

/** Every paragraph in its place, and copies where somebody wishes to move one. */
export const paragraphsXml = (writing: Writing): string => {
  const { paragraphs } = writing.text
  const arriving = new Map<string | null, (readonly [PrintedParagraph, Revision, string])[]>()
  const names = new Map<string, string>()
  for (const printed of paragraphs) {
    const { move } = printed
    if (move === undefined || typeof move.standing.from === 'string') continue
    const name = `move${names.size + 1}`
    names.set(printed.paragraph.id, name)
    arriving.set(move.after, [...(arriving.get(move.after) ?? []), [printed, move.standing.from, name]])
  }
  const copies = (after: string | null): string =>
    (arriving.get(after) ?? []).map(([printed, by, name]) => movedCopy(writing, printed, by, name)).join('')
  let out = copies(null)
  for (const printed of paragraphs) {
    const { id } = printed.paragraph
    out += ownXml(writing, printed, names.get(id) ?? '') + copies(id)
  }
  return out
}
