import type { Unplaced } from '@gavel/text'
import type { Piece, Step } from '../print/pieces.ts'
import { type Expected, pieceAt } from './expected.ts'
import type { Operation } from './operations.ts'

/** A place in the content of a paragraph, or of one of its options. */
export interface ContentPlace {
  readonly within?: string
  readonly at: number
  readonly length: number
}

export type Placing =
  | { readonly kind: 'placed'; readonly place: ContentPlace }
  | { readonly kind: 'unplaced'; readonly why: Unplaced; readonly option?: string }

const unplaced = (why: Unplaced, option?: string): Placing => ({
  kind: 'unplaced',
  why,
  ...(option === undefined ? {} : { option }),
})

const isContent = ({ kind, path, units }: Piece): boolean => units > 0 || (kind === 'sign' && path.length > 0)

const isVisible = ({ text, deleted }: Piece): boolean => text !== '' && deleted === undefined

interface Covered {
  readonly piece: Piece
  readonly index: number
  /** Characters of the piece that are covered: from, up to. */
  readonly from: number
  readonly to: number
}

const coveredBy = (expected: Expected, from: number, to: number): readonly Covered[] => {
  const out: Covered[] = []
  for (let index = pieceAt(expected, from); index < expected.pieces.length; index++) {
    const start = expected.starts[index]!
    if (start >= to) break
    const piece = expected.pieces[index]!
    if (piece.text === '' || expected.starts[index + 1]! <= from) continue
    out.push({ piece, index, from: Math.max(0, from - start), to: Math.min(piece.text.length, to - start) })
  }
  return out
}

const sameStep = (a: Step | undefined, b: Step | undefined): boolean =>
  a !== undefined && b !== undefined && a.bracket === b.bracket && a.option === b.option

/** The steps all paths share. A sign of a bracket belongs to the content that holds the bracket. */
const sharedPath = (paths: readonly (readonly Step[])[]): readonly Step[] => {
  const [first = [], ...others] = paths
  let length = 0
  while (length < first.length && others.every(path => sameStep(path[length], first[length]))) length++
  const shared = first.slice(0, length)
  return shared.at(-1)?.option === '' ? shared.slice(0, -1) : shared
}

/** Whether everything of a thing that can be seen is covered. */
const coversAll = (
  expected: Expected,
  covered: readonly Covered[],
  belongs: (piece: Piece) => boolean,
): boolean => {
  const whole = new Map(
    covered.map(({ index, piece, from, to }) => [index, from === 0 && to === piece.text.length]),
  )
  return expected.pieces.every(
    (piece, index) => !isVisible(piece) || !belongs(piece) || whole.get(index) === true,
  )
}

const roomOf = (path: readonly Step[]): { readonly within?: string } => {
  const option = path.at(-1)?.option
  return option === undefined ? {} : { within: option }
}

/** Where in the content of `room` a covered piece lies: its own units, or the bracket it stands in. */
const unitsOf = ({ piece, from, to }: Covered, room: readonly Step[]): readonly [number, number] => {
  const step = piece.path[room.length]
  if (step !== undefined) return [step.at, step.at + 1]
  const counted = piece.units === piece.text.length
  return counted ? [piece.at + from, piece.at + to] : [piece.at, piece.at + piece.units]
}

const placeRange = (expected: Expected, { from, to, wording }: Operation): Placing => {
  const covered = coveredBy(expected, from, to)
  if (covered.length === 0 || covered.some(({ piece }) => !isContent(piece))) return unplaced('printedSign')
  let room = sharedPath(covered.map(({ piece }) => piece.path))
  for (const { piece } of covered) {
    const { bracket } = piece.path[room.length] ?? {}
    if (bracket === undefined) continue
    const all = coversAll(expected, covered, ({ path }) => path[room.length]?.bracket === bracket)
    if (!all)
      return unplaced(
        covered.every(({ piece: { kind } }) => kind === 'sign') ? 'printedSign' : 'crossesBracket',
      )
  }
  const own = room.at(-1)
  const depth = room.length - 1
  const wholeOption =
    own !== undefined &&
    coversAll(expected, covered, ({ path, kind }) => kind !== 'sign' && path[depth]?.option === own.option) &&
    covered.some(({ piece }) => piece.path.length >= room.length)
  if (wholeOption && wording.trim() === '') return unplaced('objection', own.option)
  // Other words in place of all an option's words are one more option of its bracket.
  if (wholeOption) room = room.slice(0, -1)
  const units = covered.map(one => unitsOf(one, room))
  const start = Math.min(...units.map(([first]) => first))
  const end = Math.max(...units.map(([, last]) => last))
  return { kind: 'placed', place: { ...roomOf(room), at: start, length: end - start } }
}

/** The place of an insertion between two pieces: in the outermost content they border on, before struck-out words. */
const placePoint = (expected: Expected, at: number): Placing => {
  const { pieces, starts } = expected
  const candidates = pieces.flatMap((piece, index): readonly (Covered & { readonly inside: boolean })[] => {
    const [start, end] = [starts[index]!, starts[index + 1]!]
    if (piece.text === '' || piece.units === 0 || at < start || at > end) return []
    return [{ piece, index, from: at - start, to: at - start, inside: at > start && at < end }]
  })
  const inside = candidates.find(one => one.inside)
  if (inside?.piece.kind === 'sign') return unplaced('printedSign')
  const rank = ({ piece }: Covered): number => (piece.deleted === undefined ? 0 : 100) + piece.path.length
  const best = inside ?? [...candidates].sort((a, b) => rank(a) - rank(b))[0]
  if (best === undefined) return besideSign(expected, at)
  const { piece, from } = best
  const unit = piece.units === piece.text.length ? piece.at + from : piece.at + (from === 0 ? 0 : piece.units)
  return { kind: 'placed', place: { ...roomOf(piece.path), at: unit, length: 0 } }
}

/** Between signs alone: before or after the bracket whose sign it is; elsewhere there is no place. */
const besideSign = ({ pieces, starts }: Expected, at: number): Placing => {
  for (const [index, { kind, path }] of pieces.entries()) {
    const step = path.at(-1)
    if (kind !== 'sign' || step === undefined || step.option !== '') continue
    const outer = path.slice(0, -1)
    if (starts[index] === at) return { kind: 'placed', place: { ...roomOf(outer), at: step.at, length: 0 } }
    if (starts[index + 1] === at)
      return { kind: 'placed', place: { ...roomOf(outer), at: step.at + 1, length: 0 } }
  }
  // Right behind the number of a paragraph its words begin.
  const lead = pieces.findIndex(({ kind }) => kind !== 'number')
  const start = lead < 0 ? starts.at(-1) : starts[lead]
  return start === at ? { kind: 'placed', place: { at: 0, length: 0 } } : unplaced('printedSign')
}

/** The place of a change in the content of its paragraph, or why it has none. */
export const placeOf = (expected: Expected, operation: Operation): Placing =>
  operation.from === operation.to ? placePoint(expected, operation.from) : placeRange(expected, operation)
