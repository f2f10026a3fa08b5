import type { Revision } from '@gavel/text'
import { hasRightToLeft } from '../print/direction.ts'
import type { Piece } from '../print/pieces.ts'
import { escapeXml, xml } from '../xml/write.ts'

/** Numbers what needs one: revisions, bookmarks, comments. One counter for a document, so that all are apart. */
export interface Counter {
  next(): number
}

export const newCounter = (): Counter => {
  let count = 0
  return { next: () => ++count }
}

/** Word reads dates to the second; a revision whose instant is not known has none. */
export const dateOf = ({ at }: Revision): string | undefined => at?.replace(/\.\d+Z$/, 'Z')

export const revisionMark = (
  name: string,
  revision: Revision,
  counter: Counter,
  ...inner: readonly string[]
): string =>
  xml(name, { 'w:id': counter.next(), 'w:author': revision.author, 'w:date': dateOf(revision) }, ...inner)

/** Words as text, tabs and line breaks of a run. */
const runText = (text: string, element: 'w:t' | 'w:delText'): string =>
  text
    .split(/([\t\n])/)
    .map(part => {
      if (part === '\t') return '<w:tab/>'
      if (part === '\n') return '<w:br/>'
      return part === '' ? '' : `<${element} xml:space="preserve">${escapeXml(part)}</${element}>`
    })
    .join('')

const runProperties = ({ style, text }: Pick<Piece, 'style' | 'text'>, rightToLeft: boolean): string => {
  const strong = style === 'strong' || style === 'both'
  const slanted = style === 'emphasis' || style === 'both'
  const rtl = hasRightToLeft(text) || (rightToLeft && !/\p{L}/u.test(text))
  const inner = `${strong ? '<w:b/><w:bCs/>' : ''}${slanted ? '<w:i/><w:iCs/>' : ''}${rtl ? '<w:rtl/>' : ''}`
  return inner === '' ? '' : `<w:rPr>${inner}</w:rPr>`
}

/** How footnotes are referred to: the number of a mark that has a note; undefined for one that has none. */
export type NoteNumbers = ReadonlyMap<
  string,
  { readonly id: number; readonly mark: string; readonly automatic: boolean }
>

const noteRun = (piece: Piece, notes: NoteNumbers, element: 'w:t' | 'w:delText'): string => {
  const note = notes.get(piece.mark ?? '')
  if (note === undefined) return `<w:r>${runText(piece.text, element)}</w:r>`
  const style = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
  const own = note.automatic ? undefined : 1
  return `<w:r>${style}${xml('w:footnoteReference', { 'w:customMarkFollows': own, 'w:id': note.id })}${own ? runText(note.mark, element) : ''}</w:r>`
}

/** One piece as a run. Struck-out words are `w:delText` unless they are on the move. */
export const runOf = (piece: Piece, struck: boolean, rightToLeft: boolean, notes: NoteNumbers): string => {
  const element = struck ? 'w:delText' : 'w:t'
  if (piece.kind === 'note') return noteRun(piece, notes, element)
  return `<w:r>${runProperties(piece, rightToLeft)}${runText(piece.text, element)}</w:r>`
}
