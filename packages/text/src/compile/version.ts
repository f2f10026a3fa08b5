import type { PlainParagraph } from '../compare/paragraph.ts'
import type { Base } from './base.ts'

/** The base as one string, for reading versions beside it: paragraph i stands from `starts[i]`, a line each. */
interface Lines {
  readonly joined: string
  readonly starts: readonly number[]
  /** The paragraphs by their words alone, shared by all versions read. */
  readonly plain: readonly PlainParagraph[]
  /** A paragraph of the base has a line end inside: nothing can be taken over by position. */
  readonly broken: boolean
}

/** How many paragraphs are first compared in one piece. */
const stride = 16

const linesOfBase = new WeakMap<Base, Lines>()

const linesOf = (base: Base): Lines => {
  const known = linesOfBase.get(base)
  if (known !== undefined) return known
  const starts = [0]
  for (const { text } of base.paragraphs) starts.push(starts.at(-1)! + text.length + 1)
  const joined = base.paragraphs.map(({ text }) => `${text}\n`).join('')
  const lines = {
    joined,
    starts,
    plain: base.paragraphs.map(({ text }) => ({ text })),
    broken: base.paragraphs.some(({ text }) => text.includes('\n')),
  }
  linesOfBase.set(base, lines)
  return lines
}

/** A copy that does not hold on to the long string it was cut from. */
const detached = (text: string): string => JSON.parse(JSON.stringify(text)) as string

/** How many paragraphs of the base from i on stand at a place of the text, at most `stride`. */
const equalFrom = ({ joined, starts }: Lines, i: number, text: string, at: number): number => {
  const last = Math.min(i + stride, starts.length - 1)
  const here = starts[i]!
  if (text.slice(at, at + starts[last]! - here) === joined.slice(here, starts[last]!)) return last - i
  let count = 0
  while (i + count < last) {
    const from = starts[i + count]!
    const to = starts[i + count + 1]!
    if (text.slice(at + from - here, at + to - here) !== joined.slice(from, to)) break
    count++
  }
  return count
}

/**
 * Reads a version handed in as one string, a paragraph a line (a last line end is no paragraph of its own): the
 * same list as cutting it at every line end, but what equals the base shares the base's strings, so that hundreds
 * of versions cost little more than what differs in them, in time and in memory.
 */
export const readLines = (base: Base, text: string): readonly PlainParagraph[] => {
  const lines = linesOf(base)
  const version: PlainParagraph[] = []
  let i = 0
  let at = 0
  while (at < text.length) {
    const equal = i < lines.plain.length && !lines.broken ? equalFrom(lines, i, text, at) : 0
    if (equal > 0) {
      for (let step = 0; step < equal; step++) version.push(lines.plain[i + step]!)
      at += lines.starts[i + equal]! - lines.starts[i]!
      i += equal
      continue
    }
    const stop = text.indexOf('\n', at)
    const end = stop < 0 ? text.length : stop
    const line = text.slice(at, end)
    const known = base.index.byText.get(line) ?? -1
    version.push(known >= 0 ? lines.plain[known]! : { text: detached(line) })
    at = end + 1
    i = nextPlace(base, lines, i, known, text, at)
  }
  return version
}

/** Where the reading of the base goes on after a line that was not the one expected at i. */
const nextPlace = (base: Base, lines: Lines, i: number, known: number, text: string, at: number): number => {
  if (known >= i && known <= i + stride) return known + 1
  const stop = text.indexOf('\n', at)
  const next = base.index.byText.get(text.slice(at, stop < 0 ? text.length : stop)) ?? -1
  return next >= i && next <= i + 2 * stride ? next : Math.min(i, lines.plain.length)
}
