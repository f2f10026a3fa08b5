import { type Alignment, align, indexed } from './align.ts'
import { type Fragment, fragmentsBetween, textAfter, textBefore } from './fragments.ts'
import type { PlainParagraph } from './paragraph.ts'

/** Where a paragraph stands in one version (from 0), with what it is called there. */
export interface Standing {
  readonly at: number
  readonly id?: string
  readonly number?: string
}

/**
 * What became of one paragraph. A moved paragraph is told where it stands now (`moved`, with its words as
 * fragments, all the same when nothing else changed) and leaves a mark where it stood (`left`).
 * A paragraph cut out of another is `inserted` with `splitFrom`, one taken up by another `deleted` with `mergedInto`.
 */
export type ParagraphChange =
  | { readonly kind: 'kept'; readonly from: Standing; readonly to: Standing; readonly text: string }
  | {
      readonly kind: 'edited'
      readonly from: Standing
      readonly to: Standing
      readonly fragments: readonly Fragment[]
    }
  | {
      readonly kind: 'moved'
      readonly from: Standing
      readonly to: Standing
      readonly fragments: readonly Fragment[]
    }
  | { readonly kind: 'left'; readonly from: Standing; readonly to: Standing }
  | { readonly kind: 'deleted'; readonly from: Standing; readonly text: string; readonly mergedInto?: number }
  | { readonly kind: 'inserted'; readonly to: Standing; readonly text: string; readonly splitFrom?: number }

/** Two versions as one reading: every paragraph of both, in the order of the later, the deleted where they stood. */
export interface Comparison {
  readonly changes: readonly ParagraphChange[]
}

const standing = (paragraph: PlainParagraph, at: number): Standing => ({
  at,
  ...(paragraph.id === undefined ? {} : { id: paragraph.id }),
  ...(paragraph.number === undefined ? {} : { number: paragraph.number }),
})

interface Versions {
  readonly before: readonly PlainParagraph[]
  readonly after: readonly PlainParagraph[]
  readonly alignment: Alignment
  /** Where each earlier paragraph stands now, or -1. */
  readonly goesTo: Int32Array
}

/** The paragraph beside j that stayed and was edited, if its earlier text carries the words of `part` at that end. */
const cutFrom = (versions: Versions, j: number, part: string): number | undefined => {
  const { before, after, alignment } = versions
  if (part.length < 12) return undefined
  for (const side of [-1, 1]) {
    const i = alignment.partners[j + side] ?? -1
    const whole = before[i]?.text
    if (whole === undefined || whole.length <= part.length || whole === after[j + side]!.text) continue
    if (side === -1 ? whole.endsWith(part) : whole.startsWith(part)) return i
  }
  return undefined
}

/** The same for an earlier paragraph i that was taken up by one of its neighbours. */
const takenUpBy = (versions: Versions, i: number, part: string): number | undefined => {
  const { before, after, goesTo } = versions
  if (part.length < 12) return undefined
  for (const side of [-1, 1]) {
    const j = goesTo[i + side] ?? -1
    const whole = after[j]?.text
    if (whole === undefined || whole.length <= part.length || whole === before[i + side]!.text) continue
    if (side === -1 ? whole.endsWith(part) : whole.startsWith(part)) return j
  }
  return undefined
}

const goneFrom = (versions: Versions, i: number): ParagraphChange => {
  const paragraph = versions.before[i]!
  const from = standing(paragraph, i)
  const j = versions.goesTo[i]!
  if (j >= 0) return { kind: 'left', from, to: standing(versions.after[j]!, j) }
  const by = takenUpBy(versions, i, paragraph.text)
  return { kind: 'deleted', from, text: paragraph.text, ...(by === undefined ? {} : { mergedInto: by }) }
}

const standsAt = (versions: Versions, j: number): ParagraphChange => {
  const paragraph = versions.after[j]!
  const to = standing(paragraph, j)
  const i = versions.alignment.partners[j]!
  if (i < 0) {
    const source = cutFrom(versions, j, paragraph.text)
    return {
      kind: 'inserted',
      to,
      text: paragraph.text,
      ...(source === undefined ? {} : { splitFrom: source }),
    }
  }
  const earlier = versions.before[i]!
  const from = standing(earlier, i)
  if (versions.alignment.stayed[j] === 0)
    return { kind: 'moved', from, to, fragments: fragmentsBetween(earlier.text, paragraph.text) }
  if (earlier.text === paragraph.text) return { kind: 'kept', from, to, text: paragraph.text }
  return { kind: 'edited', from, to, fragments: fragmentsBetween(earlier.text, paragraph.text) }
}

/**
 * Compares two versions of a text, paragraph by paragraph and word by word. Ids decide which paragraph is which
 * where both versions have them, otherwise content does. `applied(before, compareTexts(before, after))` is
 * `after`, exactly. Time grows with the length of the texts and is bounded for texts that have nothing in common.
 */
export const compareTexts = (
  before: readonly PlainParagraph[],
  after: readonly PlainParagraph[],
): Comparison => {
  const alignment = align(indexed(before), after)
  const goesTo = new Int32Array(before.length).fill(-1)
  alignment.partners.forEach((i, j) => {
    if (i >= 0) goesTo[i] = j
  })
  const versions = { before, after, alignment, goesTo }
  const next = nextStayed(alignment, before.length)
  const changes: ParagraphChange[] = []
  let i = 0
  const tellGone = (end: number): void => {
    for (; i < end; i++) changes.push(goneFrom(versions, i))
  }
  for (let j = 0; j < after.length; j++) {
    if (alignment.stayed[j] === 1) {
      // Deleted paragraphs stand before what was inserted in their place: told when the first newcomer comes.
      tellGone(alignment.partners[j]!)
      i++
    } else tellGone(next[j]!)
    changes.push(standsAt(versions, j))
  }
  tellGone(before.length)
  return { changes }
}

/** For each later place, the earlier place of the next paragraph that stayed; `end` where none follows. */
const nextStayed = ({ partners, stayed }: Alignment, end: number): Int32Array => {
  const next = new Int32Array(partners.length)
  for (let j = partners.length - 1, place = end; j >= 0; j--) {
    if (stayed[j] === 1) place = partners[j]!
    next[j] = place
  }
  return next
}

const plain = ({ id, number }: Standing, text: string): PlainParagraph => ({
  ...(id === undefined ? {} : { id }),
  ...(number === undefined ? {} : { number }),
  text,
})

/** A comparison was applied to another text than the one it was made from. */
export interface ComparedToOther {
  readonly conflict: 'comparedToOther'
  /** The place of the first paragraph that differs, from 0. */
  readonly at: number
}

const wordsBefore = (change: ParagraphChange): string | undefined => {
  if (change.kind === 'inserted' || change.kind === 'left') return undefined
  return change.kind === 'edited' || change.kind === 'moved' ? textBefore(change.fragments) : change.text
}

const wordsAfter = (change: ParagraphChange): string | undefined => {
  if (change.kind === 'deleted' || change.kind === 'left') return undefined
  return change.kind === 'edited' || change.kind === 'moved' ? textAfter(change.fragments) : change.text
}

/**
 * The later version, made from the earlier one and a comparison. When `before` is not the text the comparison
 * was made from, the answer is the named conflict `comparedToOther`, never a wrong text.
 */
export const applied = (
  before: readonly PlainParagraph[],
  comparison: Comparison,
): readonly PlainParagraph[] | ComparedToOther => {
  const seen = new Uint8Array(before.length)
  const after: PlainParagraph[] = []
  for (const change of comparison.changes) {
    const words = wordsBefore(change)
    if (words !== undefined && change.kind !== 'inserted') {
      if (before[change.from.at]?.text !== words) return { conflict: 'comparedToOther', at: change.from.at }
      seen[change.from.at] = 1
    }
    const now = wordsAfter(change)
    if (now !== undefined && change.kind !== 'deleted') after.push(plain(change.to, now))
  }
  const missed = seen.indexOf(0)
  return missed < 0 ? after : { conflict: 'comparedToOther', at: missed }
}

const reversedFragments = (fragments: readonly Fragment[]): readonly Fragment[] => {
  const turned: Fragment[] = []
  for (const fragment of fragments) {
    if (fragment.kind === 'same') turned.push(fragment)
    else if (fragment.kind === 'deleted') turned.push({ kind: 'inserted', text: fragment.text })
    else {
      const gone: Fragment = { kind: 'deleted', text: fragment.text }
      // Deleted words stand before inserted ones in either direction.
      if (turned.at(-1)?.kind === 'inserted') turned.splice(-1, 0, gone)
      else turned.push(gone)
    }
  }
  return turned
}

/** The comparison read the other way: applied to the later version it gives the earlier. */
export const reversed = (comparison: Comparison): Comparison => {
  const moves = new Map<number, readonly Fragment[]>()
  for (const change of comparison.changes)
    if (change.kind === 'moved') moves.set(change.from.at, change.fragments)
  return { changes: comparison.changes.map(change => reversedChange(change, moves)) }
}

const reversedChange = (
  change: ParagraphChange,
  moves: ReadonlyMap<number, readonly Fragment[]>,
): ParagraphChange => {
  switch (change.kind) {
    case 'kept':
      return { ...change, from: change.to, to: change.from }
    case 'edited':
      return {
        kind: 'edited',
        from: change.to,
        to: change.from,
        fragments: reversedFragments(change.fragments),
      }
    case 'moved':
      return { kind: 'left', from: change.to, to: change.from }
    case 'left': {
      const fragments = reversedFragments(moves.get(change.from.at) ?? [])
      return { kind: 'moved', from: change.to, to: change.from, fragments }
    }
    case 'deleted': {
      const { from, text, mergedInto } = change
      return {
        kind: 'inserted',
        to: from,
        text,
        ...(mergedInto === undefined ? {} : { splitFrom: mergedInto }),
      }
    }
    case 'inserted': {
      const { to, text, splitFrom } = change
      return {
        kind: 'deleted',
        from: to,
        text,
        ...(splitFrom === undefined ? {} : { mergedInto: splitFrom }),
      }
    }
  }
}
