import type { Content } from '@gavel/text'
import type { WordingChange } from './acts.ts'

/**
 * From an edited paragraph to proposals. An editor shows the words of a paragraph with one sign for every bracket,
 * note mark or citation in it; since such an inline counts one unit and the sign is one character, places in the
 * editor are places in the content.
 */

/** What stands for an inline that is not words. */
export const inlineSign = '\uFFFC'

/** The paragraph (or option) as it is put before a person to edit. */
export const editable = (content: Content): string =>
  content.map(inline => (inline.kind === 'words' ? inline.text : inlineSign)).join('')

/** Words, runs of white space, and single other characters: what a change is never smaller than. */
const tokensOf = (text: string): readonly string[] => text.match(/\uFFFC|\s+|[\p{L}\p{N}\p{M}]+|./gsu) ?? []

/** Beyond this many differences the rest is proposed as one change: it has been rewritten. */
const mostDifferences = 1_000

interface Hunk {
  /** Tokens of the old side, from and to; and of the new. */
  from: number
  to: number
  newFrom: number
  newTo: number
}

/**
 * The shortest edit between two lists of tokens as hunks, by Myers' greedy algorithm ("An O(ND) Difference Algorithm
 * and Its Variations", 1986). Undefined when there are more than `mostDifferences` differences.
 */
const hunksBetween = (a: readonly string[], b: readonly string[]): readonly Hunk[] | undefined => {
  const most = Math.min(a.length + b.length, mostDifferences)
  const reach = new Int32Array(2 * most + 3)
  const trail: Int32Array[] = []
  for (let d = 0; d <= most; d++) {
    trail.push(reach.slice())
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && reach[most + k]! < reach[most + k + 2]!)
      let x = down ? reach[most + k + 2]! : reach[most + k]! + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      reach[most + k + 1] = x
      if (x >= a.length && x - k >= b.length) return traced(trail, a.length, b.length, most)
    }
  }
  return undefined
}

/** Walks the trail back to the start and gathers neighbouring differences into hunks. */
const traced = (
  trail: readonly Int32Array[],
  lengthA: number,
  lengthB: number,
  most: number,
): readonly Hunk[] => {
  const hunks: Hunk[] = []
  let x = lengthA
  let y = lengthB
  for (let d = trail.length - 1; d > 0; d--) {
    const reach = trail[d]!
    const k = x - y
    const down = k === -d || (k !== d && reach[most + k]! < reach[most + k + 2]!)
    const before = down ? k + 1 : k - 1
    const beforeX = reach[most + before + 1]!
    const beforeY = beforeX - before
    const last = hunks.at(-1)
    const [toX, toY] = down ? [beforeX, beforeY + 1] : [beforeX + 1, beforeY]
    if (last && last.from === toX && last.newFrom === toY) {
      last.from = beforeX
      last.newFrom = beforeY
    } else hunks.push({ from: beforeX, to: toX, newFrom: beforeY, newTo: toY })
    x = beforeX
    y = beforeY
  }
  return hunks
}

/** Hunks that only white space keeps apart read better as one; hunks come from last to first. */
const closedUp = (hunks: readonly Hunk[], tokens: readonly string[]): readonly Hunk[] => {
  const out: Hunk[] = []
  for (const hunk of hunks) {
    const later = out.at(-1)
    const between = later ? tokens.slice(hunk.to, later.from).join('') : ''
    if (later && between.trim() === '' && between.length <= 2) {
      later.from = hunk.from
      later.newFrom = hunk.newFrom
    } else out.push({ ...hunk })
  }
  return out
}

/**
 * The changes that lead from a paragraph to its edited wording, whole words at a time, from the last to the first:
 * proposed in this order, each at the then current revision, none moves the place of the next. Brackets the editor
 * left standing are not touched. A sign too many in the edited wording is dropped: nobody can type a bracket.
 */
export const changesToward = (
  paragraph: { readonly content: Content },
  editedWording: string,
): readonly WordingChange[] => {
  const before = editable(paragraph.content)
  if (before === editedWording) return []
  const a = tokensOf(before)
  const b = tokensOf(editedWording)
  const places = [0]
  for (const token of a) places.push(places.at(-1)! + token.length)
  const hunks = hunksBetween(a, b) ?? [trimmed(a, b)]
  return closedUp(hunks, a)
    .map(({ from, to, newFrom, newTo }) => ({
      at: places[from]!,
      length: places[to]! - places[from]!,
      wording: b.slice(newFrom, newTo).join('').replaceAll(inlineSign, ''),
    }))
    .filter(({ length, wording }) => length > 0 || wording !== '')
}

/** Everything between the common beginning and the common end as one hunk. */
const trimmed = (a: readonly string[], b: readonly string[]): Hunk => {
  let from = 0
  while (from < a.length && from < b.length && a[from] === b[from]) from++
  let to = a.length
  let newTo = b.length
  while (to > from && newTo > from && a[to - 1] === b[newTo - 1]) {
    to--
    newTo--
  }
  return { from, to, newFrom: from, newTo }
}
