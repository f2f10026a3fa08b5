import { get, type ParagraphId, put, remove, update } from '@gavel/kernel'
import type { Place } from './acts.ts'
import { copyOfText } from './copy.ts'
import { disputesOf, type Gone, type NegotiatedParagraph, paragraphIn, type Text } from './state.ts'

/**
 * The order of a text is a chain: each paragraph knows its neighbours. So a paragraph is put in, taken out or moved
 * at the same cost in a text of ten and of ten thousand.
 */

/** The text with a paragraph as it now is; counts of disputes and rungs follow. */
export const withParagraph = (text: Text, next: NegotiatedParagraph): Text => {
  const before = get(text.paragraphs, next.id)
  const rungs =
    before?.rung === next.rung
      ? text.rungs
      : {
          ...text.rungs,
          ...(before === undefined ? {} : { [before.rung]: text.rungs[before.rung] - 1 }),
          [next.rung]: text.rungs[next.rung] + 1,
        }
  const changed = copyOfText(text)
  changed.paragraphs = put(text.paragraphs, next.id, next)
  changed.disputed += disputesOf(next) - (before === undefined ? 0 : disputesOf(before))
  changed.rungs = rungs
  return changed
}

const counted = (text: Text, number: string, by: 1 | -1): Text => {
  if (number === '') return text
  const count = (get(text.numbers, number) ?? 0) + by
  return {
    ...text,
    numbers: count === 0 ? remove(text.numbers, number) : put(text.numbers, number, count),
  }
}

/**
 * The text with a paragraph's number set, which ends a dispute over it. Numbers are counted at the top level only:
 * `(a)` may stand under many paragraphs.
 */
export const numbered = (text: Text, id: ParagraphId, number: string): Text => {
  const paragraph = paragraphIn(text, id)
  const { disputedNumbers, ...printed } = paragraph.printed
  if (paragraph.number === number && disputedNumbers === undefined) return text
  const changed = withParagraph(text, { ...paragraph, number, printed })
  return paragraph.level > 0 ? changed : counted(counted(changed, paragraph.number, -1), number, 1)
}

const setNext = (text: Text, id: ParagraphId | null, next: ParagraphId | null): Text =>
  id === null
    ? { ...text, first: next }
    : { ...text, paragraphs: update(text.paragraphs, id, paragraph => ({ ...paragraph, next })) }

const setPrevious = (text: Text, id: ParagraphId | null, previous: ParagraphId | null): Text =>
  id === null
    ? { ...text, last: previous }
    : { ...text, paragraphs: update(text.paragraphs, id, paragraph => ({ ...paragraph, previous })) }

const linked = (text: Text, paragraph: NegotiatedParagraph, after: ParagraphId | null): Text => {
  const next = after === null ? text.first : paragraphIn(text, after).next
  const placed = withParagraph(text, { ...paragraph, previous: after, next })
  return setPrevious(setNext(placed, after, paragraph.id), next, paragraph.id)
}

const unlinked = (text: Text, { previous, next }: NegotiatedParagraph): Text =>
  setPrevious(setNext(text, previous, next), next, previous)

/** The text with a new paragraph behind `after` (null: at the start). */
export const inserted = (text: Text, paragraph: NegotiatedParagraph, after: ParagraphId | null): Text => {
  const placed = linked(text, paragraph, after)
  return paragraph.level > 0 ? placed : counted(placed, paragraph.number, 1)
}

/** The text without a paragraph; why it went is remembered. */
export const withoutParagraph = (text: Text, id: ParagraphId, how: Gone['how'], at: Gone['at']): Text => {
  const paragraph = paragraphIn(text, id)
  const apart = unlinked(text, paragraph)
  const gone = put(text.gone, id, { how, number: paragraph.number, at })
  const rungs = { ...text.rungs, [paragraph.rung]: text.rungs[paragraph.rung] - 1 }
  const left: Text = {
    ...apart,
    paragraphs: remove(apart.paragraphs, id),
    disputed: apart.disputed - disputesOf(paragraph),
    rungs,
    gone,
    offered: paragraph.offer === null ? apart.offered : apart.offered.filter(other => other !== id),
  }
  return paragraph.level > 0 ? left : counted(left, paragraph.number, -1)
}

/** The text with a paragraph behind another one. */
export const moved = (text: Text, id: ParagraphId, after: ParagraphId | null): Text => {
  const apart = unlinked(text, paragraphIn(text, id))
  return linked(apart, paragraphIn(text, id), after)
}

/** The last paragraph of the group an alternative belongs to: nothing is put between "39" and "39 alt". */
const endOfGroup = (text: Text, id: ParagraphId): ParagraphId => {
  const paragraph = paragraphIn(text, id)
  const root = paragraph.alternativeOf === null ? paragraph : paragraphIn(text, paragraph.alternativeOf)
  return root.alternatives.at(-1) ?? root.id
}

/** The paragraph behind which a place lies; null at the start, undefined when the paragraph it names is not there. */
export const anchorOf = (text: Text, place: Place): ParagraphId | null | undefined => {
  if ('at' in place) return place.at === 'start' ? null : text.last
  if ('after' in place)
    return get(text.paragraphs, place.after) === undefined ? undefined : endOfGroup(text, place.after)
  const before = get(text.paragraphs, place.before)
  if (before === undefined) return undefined
  const root = before.alternativeOf === null ? before : paragraphIn(text, before.alternativeOf)
  return root.previous
}
