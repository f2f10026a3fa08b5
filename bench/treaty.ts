/**
 * A treaty nobody wrote: seeded, so that every run and every machine compares the same text. The vocabulary and
 * the sentences are our own; lengths follow real multilateral treaties (about 48 words a paragraph, ten
 * paragraphs a page). `revised` changes it and knows what it changed.
 */
import type { PlainParagraph } from '@gavel/text'

/** A small generator of numbers (mulberry32): the same seed, the same numbers, on every machine. */
export const numbers = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const common =
  'the of and to in the of and for with the of a by on as or its the of that any under which at from be each this not such is are their'.split(
    ' ',
  )
const verbs =
  'shall ensure may adopt should promote will review shall establish may request shall notify should encourage shall provide shall submit will consider shall refrain may designate shall facilitate'.split(
    ' ',
  )
const stems =
  'cooper confid secur environ navig transpar custom energ railw border migr water corrid digit emerg disast health labour educ cultur heritag commerc transit tariff insur harbour fisher agricul climat forest miner nuclear observ verif inspect mediat arbitr secretar council commiss particip member region nation mission deleg expert scient technic financ contribut budget report assess measur notific consult agreem protocol annex provis obligat commit declar resolut recommend framework'.split(
    ' ',
  )
const endings =
  'ation ing ity ment al ance ive ary ures ness ations ant ive ial ism or ory ed ence able'.split(' ')

/** About 1,900 content words, the first ones used far more often than the last, as in any language. */
const vocabulary = stems.flatMap(stem => endings.map(ending => `${stem}${ending}`))

const pick = <T>(list: readonly T[], next: () => number): T => list[Math.floor(next() * list.length)]!

const word = (next: () => number): string => {
  const kind = next()
  if (kind < 0.667) return pick(common, next)
  if (kind < 0.757) return pick(verbs, next)
  return vocabulary[Math.floor(next() ** 1.8 * vocabulary.length)]!
}

const sentence = (length: number, next: () => number): string => {
  const words = Array.from({ length }, () => word(next))
  const comma = Math.floor(next() * length)
  const text = words.map((each, at) => (at === comma && at < length - 1 ? `${each},` : each)).join(' ')
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`
}

const paragraph = (next: () => number): string => {
  const total = 12 + Math.floor(-39.1 * Math.log(1 - next() * 0.985))
  const sentences: string[] = []
  for (let left = total; left > 0; ) {
    const length = Math.min(left, 14 + Math.floor(next() * 24))
    sentences.push(sentence(left - length < 6 ? left : length, next))
    left -= left - length < 6 ? left : length
  }
  return sentences.join(' ')
}

/** The treaty: 3,000 paragraphs are about 145,000 words, 300 pages. */
export const treaty = (paragraphs = 3000, seed = 1): readonly PlainParagraph[] => {
  const next = numbers(seed)
  return Array.from({ length: paragraphs }, () => ({ text: paragraph(next) }))
}

/** One small change of wording as a drafter makes it: words replaced, put in or struck out. */
const editedOnce = (words: string[], next: () => number): void => {
  const at = Math.floor(next() * words.length)
  const how = next()
  const gone = how < 0.45 ? 1 + Math.floor(next() * 3) : how < 0.8 ? 0 : 1 + Math.floor(next() * 4)
  const come = how < 0.45 ? 1 + Math.floor(next() * 3) : how < 0.8 ? 1 + Math.floor(next() * 6) : 0
  const fresh = Array.from({ length: come }, () => word(next))
  const most = Math.max(0, words.length - 4)
  words.splice(at, Math.min(gone, most), ...fresh)
}

/** A paragraph with `times` small changes of wording, at places drawn at random. */
export const reworded = (text: string, times: number, next: () => number): string => {
  const words = text.split(' ')
  for (let time = 0; time < times; time++) editedOnce(words, next)
  const changed = words.join(' ')
  return changed === text ? `${text} ${sentence(5, next)}` : changed
}

export interface Shares {
  readonly edited: number
  readonly inserted: number
  readonly deleted: number
  readonly moved: number
}

/** A later version with the truth about it. */
export interface Revision {
  readonly paragraphs: readonly PlainParagraph[]
  /** Small changes of wording made altogether, in how many paragraphs. */
  readonly edits: number
  readonly editedParagraphs: number
  readonly inserted: number
  readonly deleted: number
  /** `[place before, place after]` of each moved paragraph; a third of them was edited as well. */
  readonly moves: readonly (readonly [number, number])[]
}

/** What a revision does to the paragraph at one place. */
type Fate = 'stays' | 'edited' | 'deleted' | 'moved'

const fateOf = (shares: Shares, drawn: number): Fate => {
  if (drawn < shares.deleted) return 'deleted'
  if (drawn < shares.deleted + shares.moved) return 'moved'
  return drawn < shares.deleted + shares.moved + shares.edited ? 'edited' : 'stays'
}

interface Placed {
  readonly from: number
  readonly text: string
}

/** A heavy revision of the treaty: shares of paragraphs edited (1 to 3 changes each), inserted, deleted, moved far. */
export const revised = (before: readonly PlainParagraph[], shares: Shares, seed = 2): Revision => {
  const next = numbers(seed)
  const staying: Placed[] = []
  const moving: Placed[] = []
  const told = { edits: 0, editedParagraphs: 0, inserted: 0, deleted: 0 }
  before.forEach(({ text }, from) => {
    const fate = fateOf(shares, next())
    const changed = fate === 'edited' || (fate === 'moved' && next() < 1 / 3)
    const times = changed ? 1 + Math.floor(next() * 3) : 0
    const placed = { from, text: changed ? reworded(text, times, next) : text }
    told.edits += times
    if (changed) told.editedParagraphs++
    if (fate === 'deleted') told.deleted++
    else if (fate === 'moved') moving.push(placed)
    else staying.push(placed)
    if (next() < shares.inserted) {
      staying.push({ from: -1, text: paragraph(next) })
      told.inserted++
    }
  })
  for (const placed of moving) staying.splice(farFrom(staying, placed, next), 0, placed)
  const moved = new Set(moving)
  const moves = staying.flatMap((placed, at) => (moved.has(placed) ? [[placed.from, at] as const] : []))
  return { paragraphs: staying.map(({ text }) => ({ text })), moves, ...told }
}

/** A place at least 40 paragraphs away from where it stood (or anywhere in a short text). */
const farFrom = (list: readonly Placed[], placed: Placed, next: () => number): number => {
  for (;;) {
    const at = Math.floor(next() * list.length)
    if (list.length < 200 || Math.abs(at - placed.from) >= 40) return at
  }
}

/** A text as one string, a paragraph a line. */
export const asLines = (paragraphs: readonly PlainParagraph[]): string =>
  `${paragraphs.map(each => each.text).join('\n')}\n`

/** One delegation's version of the base: `count` paragraphs with one to three small changes each. */
export const delegationsVersion = (
  base: readonly PlainParagraph[],
  count: number,
  seed: number,
): readonly PlainParagraph[] => {
  const next = numbers(seed)
  const version = [...base]
  for (let left = count; left > 0; ) {
    const at = Math.floor(next() * base.length)
    if (version[at] !== base[at]) continue
    version[at] = { text: reworded(base[at]!.text, 1 + Math.floor(next() * 3), next) }
    left--
  }
  return version
}
