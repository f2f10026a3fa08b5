import type { EditSource, NotPlaced, Where } from '@gavel/text'
import { editsBetween } from '@gavel/text'
import type { InkSegment } from '../changes/views.ts'
import { inkSegments, noteSign } from '../changes/views.ts'
import type { ReadParagraph, ReadRevision } from '../docx-in/model.ts'
import { type Expected, handOf, pieceAt } from './expected.ts'

/** A change of a paragraph, in places of its words as the text prints them. */
export interface Operation {
  readonly from: number
  readonly to: number
  readonly wording: string
  readonly source: EditSource
}

/** Which hands are the record's own, so that what a file's editors did is told apart from what they were given. */
export type IsOwn = (revision: ReadRevision) => boolean

export const ownBy =
  (hands: ReadonlySet<string>): IsOwn =>
  ({ author, date }) =>
    hands.has(handOf(author, date))

/** A piece of the file as its editors left it: as they were given it, struck by them, or put by them. */
interface Item {
  readonly text: string
  readonly what: 'kept' | 'struck' | 'put' | 'struckAgain'
  readonly by?: ReadRevision
  readonly where: Where
}

const itemOf = (segment: InkSegment, isOwn: IsOwn, where: Where): Item => {
  const text = segment.kind === 'note' ? noteSign : segment.text
  const put = segment.inserted !== undefined && !isOwn(segment.inserted) ? segment.inserted : undefined
  const struck = segment.deleted !== undefined && !isOwn(segment.deleted) ? segment.deleted : undefined
  if (put !== undefined && struck !== undefined) return { text, what: 'struckAgain', by: struck, where }
  if (put !== undefined) return { text, what: 'put', by: put, where }
  return struck === undefined ? { text, what: 'kept', where } : { text, what: 'struck', by: struck, where }
}

export const itemsOf = (paragraphs: readonly ReadParagraph[], isOwn: IsOwn): readonly Item[] =>
  paragraphs.flatMap(paragraph =>
    inkSegments(paragraph).map(segment => itemOf(segment, isOwn, paragraph.where)),
  )

/** The words as the editors were given them, if everything they did was tracked. */
export const givenWords = (items: readonly Item[]): string =>
  items
    .filter(({ what }) => what === 'kept' || what === 'struck')
    .map(({ text }) => text)
    .join('')

const sourceOf = ({ by, where }: Item, words: Pick<EditSource, 'deleted' | 'inserted'>): EditSource => ({
  author: by?.author ?? '',
  ...(by?.date === undefined ? {} : { date: by.date }),
  tracked: true,
  ...words,
  where,
})

interface Difference {
  readonly from: number
  readonly to: number
  readonly wording: string
  /** Something under way in the text was accepted or rejected in the file: its words are gone, or stand untracked. */
  readonly settled: boolean
}

/** Where the file lacks nothing but pieces that are under way in the text: those pieces. Else undefined. */
const settledOnly = (
  { pieces, starts, words }: Expected,
  given: string,
): readonly Difference[] | undefined => {
  const out: Difference[] = []
  let at = 0
  for (const [index, { inserted, deleted }] of pieces.entries()) {
    const [from, to] = [starts[index]!, starts[index + 1]!]
    if (given.startsWith(words.slice(from, to), at)) at += to - from
    else if (inserted !== undefined || deleted !== undefined)
      out.push({ from, to, wording: '', settled: true })
    else return undefined
  }
  return at === given.length ? out : undefined
}

/** How the words its editors were given differ from the text's: only by what nobody tracked. */
const differencesOf = (expected: Expected, given: string): readonly Difference[] => {
  if (given === expected.words) return []
  const settled = settledOnly(expected, given)
  if (settled !== undefined) return settled
  return editsBetween(expected.words, given).map(edit => ({ ...edit, settled: false }))
}

/** A position of the file's words as one of the text's words: past what was put there, before what was taken away. */
const positionsIn = (expected: Expected, differences: readonly Difference[]): ((at: number) => number) => {
  if (differences.length === 0) return at => at
  const marks: (readonly [given: number, expected: number])[] = [[0, 0]]
  let shift = 0
  for (const { from, to, wording } of differences) {
    marks.push([from + shift, from], [from + shift + wording.length, to])
    shift += wording.length - (to - from)
  }
  return at => {
    let found = 0
    for (const [index, mark] of marks.entries()) if (mark[0] <= at) found = index
    const [given, own] = marks[found]!
    return Math.min(own + at - given, marks[found + 1]?.[1] ?? expected.words.length)
  }
}

/** Whether all printed words in a stretch are struck in the text already, so that nobody sees anything between its ends. */
const isStruckAlready = (expected: Expected, from: number, to: number): boolean => {
  if (from === to) return true
  const last = pieceAt(expected, to - 1)
  for (let index = pieceAt(expected, from); index <= last; index++) {
    const piece = expected.pieces[index]!
    if (piece.text !== '' && piece.deleted === undefined) return false
  }
  return true
}

const joined = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined ? b : b === undefined ? a : a + b

const merged = (left: Operation, right: Operation, between: string): Operation => {
  const deleted = joined(left.source.deleted, right.source.deleted)
  const inserted = joined(left.source.inserted, right.source.inserted)
  return {
    from: left.from,
    to: Math.max(left.to, right.to),
    wording: left.wording + between + right.wording,
    source: {
      ...left.source,
      ...(deleted === undefined ? {} : { deleted }),
      ...(inserted === undefined ? {} : { inserted }),
    },
  }
}

/** Tracked changes by one hand that nothing visible parts are one change. */
const trackedOperations = (
  items: readonly Item[],
  expected: Expected,
  differences: readonly Difference[],
): readonly Operation[] => {
  const position = positionsIn(expected, differences)
  const out: Operation[] = []
  let at = 0
  for (const item of items) {
    const { text, what } = item
    const from = position(at)
    if (what === 'kept' || what === 'struck') at += text.length
    if (what === 'kept' || what === 'struckAgain') continue
    const operation: Operation =
      what === 'put'
        ? { from, to: from, wording: text, source: sourceOf(item, { inserted: text }) }
        : { from, to: position(at), wording: '', source: sourceOf(item, { deleted: text }) }
    const last = out.at(-1)
    const meets =
      last !== undefined &&
      last.source.author === operation.source.author &&
      isStruckAlready(expected, last.to, operation.from)
    if (meets) out[out.length - 1] = merged(last, operation, '')
    else out.push(operation)
  }
  return out
}

/** Differences nobody tracked. Of them, what only settles in the file what is under way in the text proposes nothing. */
const untrackedOperations = (differences: readonly Difference[], expected: Expected, where: Where) => {
  const operations: Operation[] = []
  const settled: NotPlaced[] = []
  for (const { from, to, wording, settled: isSettled } of differences) {
    const deleted = expected.words.slice(from, to)
    const source: EditSource = {
      author: '',
      tracked: false,
      ...(deleted === '' ? {} : { deleted }),
      ...(wording === '' ? {} : { inserted: wording }),
      where,
    }
    if (isSettled) settled.push({ why: 'settledInFile', source, paragraph: expected.id })
    else operations.push({ from, to, wording, source })
  }
  return { operations, settled }
}

const isWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}\p{M}]/u.test(sign)

const samePlace = (expected: Expected, a: number, b: number): boolean => {
  const [one, other] = [pieceAt(expected, a), pieceAt(expected, b)]
  if (one === other) return true
  const [left, right] = [expected.pieces[one], expected.pieces[other]]
  return (
    left !== undefined &&
    right !== undefined &&
    left.deleted === right.deleted &&
    left.path.at(-1)?.option === right.path.at(-1)?.option
  )
}

/** Grows a change to whole words: nobody brackets half of one. */
const wholeWords = (operation: Operation, expected: Expected): Operation => {
  const { words } = expected
  let { from, to, wording } = operation
  const inWord = from === to && isWord(words[from - 1]) && isWord(words[from])
  const cutsLeft = (): boolean =>
    isWord(words[from - 1]) &&
    samePlace(expected, from - 1, Math.min(operation.from, words.length - 1)) &&
    (inWord || (to > from && isWord(words[from])) || isWord(wording[0]))
  const cutsRight = (): boolean =>
    isWord(words[to]) &&
    samePlace(expected, to, Math.max(0, operation.to - 1)) &&
    (inWord || (to > from && isWord(words[to - 1])) || isWord(wording.at(-1)))
  while (from > 0 && cutsLeft()) wording = words[--from]! + wording
  while (to < words.length && cutsRight()) wording += words[to++]!
  return { ...operation, from, to, wording }
}

/** Changes of one hand inside one word are one change; then each grows to whole words. */
const closedUp = (operations: readonly Operation[], expected: Expected): readonly Operation[] => {
  const out: Operation[] = []
  for (const operation of operations) {
    const last = out.at(-1)
    const between = last === undefined ? '' : expected.words.slice(last.to, operation.from)
    const inWord =
      last !== undefined &&
      last.source.author === operation.source.author &&
      last.to <= operation.from &&
      [...between].every(isWord) &&
      samePlace(expected, Math.max(0, last.to - 1), operation.from)
    if (inWord) out[out.length - 1] = merged(last, operation, between)
    else out.push(operation)
  }
  return out.map(operation => wholeWords(operation, expected))
}

export interface Worked {
  readonly operations: readonly Operation[]
  readonly unplaced: readonly NotPlaced[]
}

/** What a file's editors did to a paragraph of the text. */
export const operationsOn = (
  paragraphs: readonly ReadParagraph[],
  expected: Expected,
  isOwn: IsOwn,
): Worked => {
  const items = itemsOf(paragraphs, isOwn)
  const where = paragraphs[0]!.where
  const differences = differencesOf(expected, givenWords(items))
  const { operations, settled } = untrackedOperations(differences, expected, where)
  const tracked = trackedOperations(items, expected, differences)
  const again = items
    .filter(({ what }) => what === 'struckAgain')
    .map(
      (item): NotPlaced => ({
        why: 'struckAgain',
        source: sourceOf(item, { deleted: item.text }),
        paragraph: expected.id,
      }),
    )
  const all = [...tracked, ...operations].sort((a, b) => a.from - b.from || a.to - b.to)
  return { operations: closedUp(all, expected), unplaced: [...settled, ...again] }
}
