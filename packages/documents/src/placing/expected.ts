import type { PrintedParagraph, PrintedText, Revision } from '@gavel/text'
import { noteSign } from '../changes/views.ts'
import { markOf } from '../docx-out/bookmarks.ts'
import { dateOf } from '../docx-out/runs.ts'
import { type Piece, piecesOf } from '../print/pieces.ts'

/** A paragraph of the text as a file of it shows it: what a copy that comes back is held against. */
export interface Expected {
  readonly id: string
  readonly hash: string
  readonly printed: PrintedParagraph
  readonly pieces: readonly Piece[]
  /** Where each piece begins in `words`, and after the last where they end. */
  readonly starts: readonly number[]
  readonly words: string
  /** The hands of the record in it: `author|date to the second`. */
  readonly hands: ReadonlySet<string>
}

export const handOf = (author: string, date: string | undefined): string => `${author}|${date ?? ''}`

const hand = (revision: Revision): string => handOf(revision.author, dateOf(revision))

const shown = ({ kind, text }: Piece): string => (kind === 'note' ? noteSign : text)

const expectedOf = (printed: PrintedParagraph, text: PrintedText): Expected => {
  const pieces = piecesOf(printed, text.options)
  const starts = [0]
  const hands = new Set<string>()
  for (const piece of pieces) {
    starts.push(starts.at(-1)! + shown(piece).length)
    if (piece.inserted !== undefined) hands.add(hand(piece.inserted))
    if (piece.deleted !== undefined) hands.add(hand(piece.deleted))
  }
  const { move } = printed
  if (move !== undefined && typeof move.standing.from !== 'string') hands.add(hand(move.standing.from))
  const { id } = printed.paragraph
  return { id, hash: markOf(id), printed, pieces, starts, words: pieces.map(shown).join(''), hands }
}

/** The paragraphs of a text by the hash their bookmarks carry. */
export const expectedIn = (text: PrintedText): ReadonlyMap<string, Expected> =>
  new Map(
    text.paragraphs.map(printed => {
      const expected = expectedOf(printed, text)
      return [expected.hash, expected]
    }),
  )

/** The index of the piece a position lies in; of two that meet there, the one after. */
export const pieceAt = ({ starts, pieces }: Expected, position: number): number => {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= position) low = middle
    else high = middle - 1
  }
  return low
}
