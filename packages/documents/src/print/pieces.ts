import type { PrintedParagraph, Revision, WhoSays } from '@gavel/text'
import {
  type Bracket,
  type Content,
  type Inline,
  type Option,
  type Paragraph,
  printAttributions,
  usualAfter,
} from '@gavel/text'

/**
 * A paragraph as a row of pieces: words and signs in reading order, each with who inserts or deletes it and where its
 * words stand in the paragraph's content. The one representation of brackets outside the notation; docs/documents.md
 * says it in words:
 *
 * - The draft's own options stay in square brackets, as plain text.
 * - Words before proposals stand struck out by the first who proposes something else; what is proposed is inserted by
 *   its proposer, in brackets of the proposer's own where several propose.
 * - What is proposed inside words that somebody inserts is inserted by whom proposes it; inside words that somebody
 *   deletes it is inserted by the one and deleted by the other. So rejecting everything leaves the text before
 *   proposals, accepting everything the proposals.
 */
export interface Piece {
  readonly kind: 'words' | 'note' | 'sign' | 'number'
  readonly text: string
  /** How many units of the content it is; 0 for what is printed and stands in no content. */
  readonly units: number
  /** Its first unit, in the content of the innermost option of `path` or of the paragraph. */
  readonly at: number
  /** The brackets and options it stands in, outermost first. */
  readonly path: readonly Step[]
  readonly inserted?: Revision
  readonly deleted?: Revision
  readonly style?: 'strong' | 'emphasis' | 'both'
  /** The mark of the footnote a note piece refers to. */
  readonly mark?: string
}

export interface Step {
  readonly bracket: string
  readonly option: string
  /** The unit of the bracket in the content that holds it. */
  readonly at: number
}

export type Standings = ReadonlyMap<string, WhoSays>

/** Who has the words of a place inserted and deleted. */
interface Ink {
  readonly inserted?: Revision
  readonly deleted?: Revision
}

const insertedBy = (ink: Ink, by: Revision): Ink => ({ ...ink, inserted: by })
const deletedBy = (ink: Ink, by: Revision): Ink => ({ ...ink, deleted: ink.deleted ?? by })

interface Walk {
  readonly standings: Standings
  readonly out: Piece[]
}

/** What is proposed of a paragraph as a whole, as ink for all its words. */
export const inkOf = ({ whole, deletion }: PrintedParagraph): Ink => {
  const added = whole === undefined || typeof whole.from === 'string' ? {} : { inserted: whole.from }
  return deletion === undefined || typeof deletion.from === 'string'
    ? added
    : { ...added, deleted: deletion.from }
}

/** The pieces of a paragraph: number, label, content, status. */
export const piecesOf = (printed: PrintedParagraph, standings: Standings): readonly Piece[] => {
  const { paragraph } = printed
  const ink = inkOf(printed)
  const walk: Walk = { standings, out: [] }
  sign(walk, leadOf(paragraph), ink, [], 'number')
  const opened = paragraph.alternatives?.find(({ opens }) => opens === true)
  if (opened !== undefined && opened.marks?.inside !== true)
    sign(walk, `${opened.marks?.before ?? ''}${opened.label}${opened.marks?.after ?? ': '}`, ink, [])
  contentPieces(walk, paragraph.content, ink, [])
  if (paragraph.status !== undefined) {
    const { before, after } = paragraph.status.marks ?? { before: ' [', after: ']' }
    sign(walk, before + paragraph.status.text + after, ink, [])
  }
  return walk.out
}

/** Content alone, such as a footnote's. */
export const piecesOfContent = (content: Content, standings: Standings): readonly Piece[] => {
  const walk: Walk = { standings, out: [] }
  contentPieces(walk, content, {}, [])
  return walk.out
}

/** A number as it stands before the words, without marks of emphasis and headings, a tab after it. */
const leadOf = ({ number, marks, kind }: Paragraph): string => {
  if (marks?.inside === true) return ''
  const bare = (text: string): string => text.replace(/[*_]+/g, '').replace(/^#{1,6} ?/, '')
  const before = bare(marks?.before ?? '')
  if (number === '') return before + bare(marks?.after ?? '')
  const lead = (before + number + bare(marks?.after ?? usualAfter(number))).trimEnd()
  return `${lead}${kind === 'heading' ? ' ' : '\t'}`
}

const sign = (
  walk: Walk,
  text: string,
  ink: Ink,
  path: readonly Step[],
  kind: 'sign' | 'number' = 'sign',
): void => {
  if (text !== '') walk.out.push({ kind, text, units: 0, at: 0, path, ...ink })
}

const contentPieces = (walk: Walk, content: Content, ink: Ink, path: readonly Step[]): void => {
  let at = 0
  for (const inline of content) at += inlinePieces(walk, inline, at, ink, path)
}

/** Puts out one inline; answers how many units it is. */
const inlinePieces = (walk: Walk, inline: Inline, at: number, ink: Ink, path: readonly Step[]): number => {
  switch (inline.kind) {
    case 'words':
      wordPieces(walk, inline.text, at, ink, path)
      return inline.text.length
    case 'noteMark':
      walk.out.push({ kind: 'note', text: inline.text, mark: inline.mark, units: 1, at, path, ...ink })
      return 1
    case 'aside':
      walk.out.push({ kind: 'words', text: inline.text, units: 1, at, path, ...ink })
      return 1
    case 'spanOpen':
    case 'spanClose':
      walk.out.push({
        kind: 'sign',
        text: inline.kind === 'spanOpen' ? '[' : ']',
        units: 1,
        at,
        path,
        ...ink,
      })
      return 1
    case 'bracket':
      bracketPieces(walk, inline, at, ink, path)
      return 1
  }
}

/** Emphasis that opens and closes within one stretch of words, as the notation's HTML reads it. */
const emphasised = /(\*{1,3})(?=[^\s*])([^*\n]*[^\s*])\1(?!\*)/gu
const styles = { 1: 'emphasis', 2: 'strong', 3: 'both' } as const

/** Words; the stars of emphasis become pieces without text, so that units still count them. */
const wordPieces = (walk: Walk, text: string, at: number, ink: Ink, path: readonly Step[]): void => {
  let from = 0
  const put = (shown: string, start: number, units: number, style?: Piece['style']): void => {
    if (units > 0)
      walk.out.push({
        kind: 'words',
        text: shown,
        units,
        at: at + start,
        path,
        ...ink,
        ...(style && { style }),
      })
  }
  if (text.includes('*'))
    for (const found of text.matchAll(emphasised)) {
      const [whole, stars = '', inner = ''] = found
      const width = stars.length as 1 | 2 | 3
      put(text.slice(from, found.index), from, found.index - from)
      put('', found.index, width)
      put(inner, found.index + width, inner.length, styles[width])
      put('', found.index + width + inner.length, width)
      from = found.index + whole.length
    }
  put(text.slice(from), from, text.length - from)
}

const proposer = (standing: WhoSays | undefined): Revision | undefined =>
  standing === undefined || typeof standing.from === 'string' ? undefined : standing.from

const bracketPieces = (walk: Walk, bracket: Bracket, at: number, ink: Ink, path: readonly Step[]): void => {
  const standingOf = (option: Option) => walk.standings.get(option.id)
  const base = bracket.options.find(option => standingOf(option)?.from === 'base')
  const stepTo = (option: Option): readonly Step[] => [
    ...path,
    { bracket: bracket.id, option: option.id, at },
  ]
  const others = bracket.options.filter(option => option !== base)
  const first = others.map(option => proposer(standingOf(option))).find(by => by !== undefined)
  if (base === undefined || first === undefined) {
    literalPieces(walk, bracket, at, ink, path, stepTo)
    return
  }
  contentPieces(walk, base.content, deletedBy(ink, first), stepTo(base))
  const worded = others.filter(({ content }) => content.length > 0)
  for (const option of worded) {
    const own = insertedBy(ink, proposer(standingOf(option)) ?? first)
    if (worded.length > 1) sign(walk, '[', own, stepTo(option))
    contentPieces(walk, option.content, own, stepTo(option))
    if (worded.length > 1) sign(walk, ']', own, stepTo(option))
  }
}

const joins = { adjacent: '][', spaced: '] [', slash: ' / ', labelled: '\n' } as const

/** Options side by side in square brackets, as the notation prints them; what is proposed beside them is inserted. */
const literalPieces = (
  walk: Walk,
  bracket: Bracket,
  at: number,
  ink: Ink,
  path: readonly Step[],
  stepTo: (option: Option) => readonly Step[],
): void => {
  const own = (option: Option | undefined): Ink => {
    const by = option && proposer(walk.standings.get(option.id))
    return by === undefined ? ink : insertedBy(ink, by)
  }
  const shown = bracket.options.filter(({ content }) => content.length > 0 || bracket.options.length === 1)
  const laid = shown.find(option => own(option) === ink)
  let outside = ''
  // The signs of the bracket itself stand in no option of it.
  const around: readonly Step[] = [...path, { bracket: bracket.id, option: '', at }]
  sign(walk, '[', laid ? ink : own(shown[0]), around)
  for (const [index, option] of shown.entries()) {
    const within = own(option)
    const place = stepTo(option)
    const said = printAttributions(option.attributions)
    if (index > 0) sign(walk, joins[option.join ?? 'adjacent'], within, place)
    if (option.label !== undefined)
      sign(walk, `${option.marks?.before ?? ''}${option.label}${option.marks?.after ?? ': '}`, within, place)
    sign(walk, said.before, within, place)
    contentPieces(walk, option.content, within, place)
    sign(walk, said.after, within, place)
    outside += said.outside
  }
  sign(walk, ']', laid ? ink : own(shown.at(-1)), around)
  sign(walk, outside, ink, around)
}
