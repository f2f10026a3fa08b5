import { commonRuns } from './common.ts'
import { startsUnit, type Units, unitsOf } from './words.ts'

/** A stretch of text that both versions have, or only the earlier, or only the later. Never part of a word. */
export interface Fragment {
  readonly kind: 'same' | 'deleted' | 'inserted'
  readonly text: string
}

/** Replace the characters of the earlier text from `from` up to `to` by `wording`. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly wording: string
}

/** A stretch that stands letter for letter in both texts. */
interface Common {
  readonly a: number
  readonly b: number
  readonly length: number
}

/** A lone stretch between two changes is kept apart from them when it is longer than this many characters. */
const islandMost = 16

/** How long the equal beginning is, cut back to where a word certainly starts in both texts. */
const equalStart = (a: string, b: string): number => {
  const most = Math.min(a.length, b.length)
  let at = 0
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++
  if (at === a.length && at === b.length) return at
  for (at--; at > 0 && !startsUnit(a, at); ) at--
  return Math.max(0, at)
}

/** How long the equal end is beyond `start`, cut back to where a word certainly starts in both texts. */
const equalEnd = (a: string, b: string, start: number): number => {
  const most = Math.min(a.length, b.length) - start
  let length = 0
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length++
  // The character before the first word of the end must belong to the equal end too.
  for (length--; length > 0 && !startsUnit(a, a.length - length); ) length--
  return Math.max(0, length)
}

const sameWord = (a: string, one: Units, i: number, b: string, two: Units, j: number): boolean => {
  const from = one.starts[i]!
  const other = two.starts[j]!
  const length = one.ends[i]! - from
  if (two.ends[j]! - other !== length) return false
  for (let at = 0; at < length; at++) if (a.charCodeAt(from + at) !== b.charCodeAt(other + at)) return false
  return true
}

/** Adds a stretch, joined to the last one where they touch in both texts. */
const add = (stretches: Common[], a: number, b: number, length: number): void => {
  if (length === 0) return
  const last = stretches.at(-1)
  if (last !== undefined && last.a + last.length === a && last.b + last.length === b)
    stretches[stretches.length - 1] = { a: last.a, b: last.b, length: last.length + length }
  else stretches.push({ a, b, length })
}

/** Adds the equal words of the two middles; white space after an equal word counts where it is equal too. */
const addWords = (stretches: Common[], a: string, one: Units, b: string, two: Units): void => {
  for (const run of commonRuns(one.hashes, two.hashes)) {
    for (let step = 0; step < run.length; step++) {
      const i = run.a + step
      const j = run.b + step
      // Equal hashes are only a hint: the letters decide.
      if (!sameWord(a, one, i, b, two, j)) continue
      const from = one.starts[i]!
      const other = two.starts[j]!
      const word = one.ends[i]! - from
      const whole = one.starts[i + 1]! - from
      const alike =
        two.starts[j + 1]! - other === whole &&
        a.slice(from + word, from + whole) === b.slice(other + word, other + whole)
      add(stretches, from, other, alike ? whole : word)
    }
  }
}

/** Leaves out short islands of chance agreement: no longer than the change on either side of them. */
const withoutIslands = (
  stretches: readonly Common[],
  lengthA: number,
  lengthB: number,
): readonly Common[] => {
  const kept: Common[] = []
  for (let at = 0; at < stretches.length; at++) {
    const here = stretches[at]!
    const before = kept.at(-1) ?? { a: 0, b: 0, length: 0 }
    const after = stretches[at + 1] ?? { a: lengthA, b: lengthB, length: 0 }
    const changedBefore = Math.max(here.a - before.a - before.length, here.b - before.b - before.length)
    const changedAfter = Math.max(after.a - here.a - here.length, after.b - here.b - here.length)
    const chance = here.length <= islandMost && here.length <= changedBefore && here.length <= changedAfter
    if (!chance) kept.push(here)
  }
  return kept
}

/** The stretches two texts have in common, in order, at the borders of words. */
const commonStretches = (a: string, b: string): readonly Common[] => {
  const start = equalStart(a, b)
  const end = equalEnd(a, b, start)
  const stretches: Common[] = []
  add(stretches, 0, 0, start)
  if (a.length - end > start && b.length - end > start)
    addWords(stretches, a, unitsOf(a, start, a.length - end), b, unitsOf(b, start, b.length - end))
  add(stretches, a.length - end, b.length - end, end)
  return withoutIslands(stretches, a.length, b.length)
}

/** The changes that turn `a` into `b`, in order, never touching, with whole words as units. Empty when equal. */
export const editsBetween = (a: string, b: string): readonly Edit[] => {
  if (a === b) return []
  const edits: Edit[] = []
  let atA = 0
  let atB = 0
  for (const same of [...commonStretches(a, b), { a: a.length, b: b.length, length: 0 }]) {
    if (same.a > atA || same.b > atB) edits.push({ from: atA, to: same.a, wording: b.slice(atB, same.b) })
    atA = same.a + same.length
    atB = same.b + same.length
  }
  return edits
}

/** `a` with the edits carried out. */
export const edited = (a: string, edits: readonly Edit[]): string => {
  let text = ''
  let at = 0
  for (const edit of edits) {
    text += a.slice(at, edit.from) + edit.wording
    at = edit.to
  }
  return text + a.slice(at)
}

/**
 * What became of a text, word by word: what is the same or deleted makes up `a`, what is the same or inserted
 * makes up `b`, letter for letter; where words were replaced the deleted stand before the inserted.
 */
export const fragmentsBetween = (a: string, b: string): readonly Fragment[] => {
  const fragments: Fragment[] = []
  let at = 0
  const say = (kind: Fragment['kind'], text: string): void => {
    if (text !== '') fragments.push({ kind, text })
  }
  for (const edit of editsBetween(a, b)) {
    say('same', a.slice(at, edit.from))
    say('deleted', a.slice(edit.from, edit.to))
    say('inserted', edit.wording)
    at = edit.to
  }
  say('same', a.slice(at))
  return fragments
}

/** The text the fragments make up before the change. */
export const textBefore = (fragments: readonly Fragment[]): string =>
  fragments.reduce((text, each) => (each.kind === 'inserted' ? text : text + each.text), '')

/** The text the fragments make up after it. */
export const textAfter = (fragments: readonly Fragment[]): string =>
  fragments.reduce((text, each) => (each.kind === 'deleted' ? text : text + each.text), '')
