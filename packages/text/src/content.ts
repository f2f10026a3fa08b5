import type { BracketId, OptionId } from '@gavel/kernel'
import type { Bracket, Content, Inline, Option, Words } from './model.ts'
import { splitWords } from './words.ts'

/**
 * Work on the content of a paragraph or an option. A position counts one unit per UTF-16 code unit of words and one
 * per any other inline, so a whole bracket is one unit of the content it stands in. Every function returns new
 * content that shares what did not change, or the very content it was given when nothing did.
 */

export const words = (text: string): Words => ({ kind: 'words', text })

const lengthOf = (inline: Inline): number => (inline.kind === 'words' ? inline.text.length : 1)

/** How many units the content has. */
export const contentLength = (content: Content): number => {
  let length = 0
  for (const inline of content) length += lengthOf(inline)
  return length
}

/** Joins neighbouring words and drops empty ones: the one shape in which equal contents are equal data. */
export const tidyContent = (content: Content): Content => {
  const tidy = content.every(
    (inline, at) => inline.kind !== 'words' || (inline.text !== '' && content[at - 1]?.kind !== 'words'),
  )
  if (tidy) return content
  const out: Inline[] = []
  for (const inline of content) {
    const last = out.at(-1)
    if (inline.kind !== 'words') out.push(inline)
    else if (last?.kind === 'words') out[out.length - 1] = words(last.text + inline.text)
    else if (inline.text !== '') out.push(inline)
  }
  return out
}

/** The units from `from` up to, not including, `to`. Throws RangeError outside `0 … contentLength`. */
export const sliceContent = (content: Content, from: number, to = contentLength(content)): Content => {
  const length = contentLength(content)
  if (!(Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to && to <= length))
    throw new RangeError(`no units ${from} to ${to} in a content of ${length}`)
  const out: Inline[] = []
  let start = 0
  for (const inline of content) {
    const end = start + lengthOf(inline)
    if (inline.kind !== 'words') {
      if (from <= start && end <= to) out.push(inline)
    } else if (from <= start && end <= to) out.push(inline)
    else if (start < to && from < end)
      out.push(words(inline.text.slice(Math.max(0, from - start), to - start)))
    start = end
  }
  return tidyContent(out)
}

/** The content with the `length` units at `at` replaced by `insert`. Throws RangeError outside the content. */
export const spliceContent = (content: Content, at: number, length: number, insert: Content): Content =>
  tidyContent([...sliceContent(content, 0, at), ...insert, ...sliceContent(content, at + length)])

/** Whether a position lies in the content and does not cut a character (a surrogate pair) in two. */
export const isBoundary = (content: Content, at: number): boolean => {
  if (!Number.isInteger(at) || at < 0) return false
  let start = 0
  for (const inline of content) {
    const end = start + lengthOf(inline)
    if (at < end && inline.kind === 'words') return !cutsPair(inline.text, at - start)
    if (at < end) return at === start
    start = end
  }
  return at === start
}

const cutsPair = (text: string, at: number): boolean =>
  at > 0 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00

/**
 * The content with the `length` units at `at` put into a bracket that `make` builds round them. Length 0 makes a
 * bracket of nothing at that place: an insertion.
 */
export const wrapRange = (
  content: Content,
  at: number,
  length: number,
  make: (inner: Content) => Bracket,
): Content => spliceContent(content, at, length, [make(sliceContent(content, at, at + length))])

/** The words alone, in reading order, options one after another with a blank between; no asides, no note marks. */
export const plainWords = (content: Content): string => {
  let out = ''
  for (const inline of content)
    if (inline.kind === 'words') out += inline.text
    else if (inline.kind === 'bracket')
      for (const [at, option] of inline.options.entries())
        out += `${at > 0 ? ' ' : ''}${plainWords(option.content)}`
  return out
}

/** The words of a content as a list (see `splitWords`), brackets' options included. */
export const wordsOf = (content: Content): readonly string[] => splitWords(plainWords(content))

/** A bracket found in a content: how deep it stands (1 = not inside another), and the option that holds it. */
export interface FoundBracket {
  readonly bracket: Bracket
  readonly depth: number
  readonly inside?: Option
}

/** Every bracket of a content, outer before inner, in reading order. */
export const bracketsIn = (content: Content): readonly FoundBracket[] => {
  const out: FoundBracket[] = []
  collect(content, 1, undefined, out)
  return out
}

const collect = (content: Content, depth: number, inside: Option | undefined, out: FoundBracket[]): void => {
  for (const inline of content)
    if (inline.kind === 'bracket') {
      out.push(inside === undefined ? { bracket: inline, depth } : { bracket: inline, depth, inside })
      for (const option of inline.options) collect(option.content, depth + 1, option, out)
    }
}

export const findBracket = (content: Content, id: BracketId): FoundBracket | undefined =>
  bracketsIn(content).find(found => found.bracket.id === id)

/** The option with this id, and the bracket it belongs to. */
export const findOption = (
  content: Content,
  id: OptionId,
): (FoundBracket & { readonly option: Option }) | undefined => {
  for (const found of bracketsIn(content)) {
    const option = found.bracket.options.find(candidate => candidate.id === id)
    if (option !== undefined) return { ...found, option }
  }
  return undefined
}

/**
 * The content with one bracket replaced by what `change` makes of it; the same content when the bracket is not in it.
 * Cost: the inlines walked until it is found, and a copy of each list on the way to it.
 */
export const replaceBracket = (
  content: Content,
  id: BracketId,
  change: (bracket: Bracket) => Content,
): Content => replaceWhere(content, bracket => bracket.id === id, change)

const replaceWhere = (
  content: Content,
  wanted: (bracket: Bracket) => boolean,
  change: (bracket: Bracket) => Content,
): Content => {
  for (const [at, inline] of content.entries()) {
    if (inline.kind !== 'bracket') continue
    if (wanted(inline))
      return tidyContent([...content.slice(0, at), ...change(inline), ...content.slice(at + 1)])
    for (const [place, option] of inline.options.entries()) {
      const inner = replaceWhere(option.content, wanted, change)
      if (inner !== option.content)
        return content.with(at, {
          ...inline,
          options: inline.options.with(place, { ...option, content: inner }),
        })
    }
  }
  return content
}

const holds =
  (id: OptionId) =>
  (bracket: Bracket): boolean =>
    bracket.options.some(option => option.id === id)

/** The content with one option changed; the same content when the option is not in it. */
export const replaceOption = (content: Content, id: OptionId, change: (option: Option) => Option): Content =>
  replaceWhere(content, holds(id), bracket => [
    { ...bracket, options: bracket.options.map(option => (option.id === id ? change(option) : option)) },
  ])

/** The content with an option added at the end of a bracket (adjacent, unless it says otherwise). */
export const addOption = (content: Content, id: BracketId, option: Option): Content =>
  replaceBracket(content, id, bracket => [
    { ...bracket, options: [...bracket.options, { join: 'adjacent', ...option }] },
  ])

/** The content without one option. A bracket whose last option goes leaves nothing behind. */
export const removeOption = (content: Content, id: OptionId): Content => {
  const found = findOption(content, id)
  if (found === undefined) return content
  const rest = found.bracket.options.filter(option => option.id !== id)
  if (rest.length === 0) return closeBracket(content, found.bracket.id, null)
  return replaceBracket(content, found.bracket.id, bracket => [{ ...bracket, options: unjoinFirst(rest) }])
}

const unjoinFirst = (options: readonly Option[]): readonly Option[] => {
  const [first, ...rest] = options
  if (first?.join === undefined) return options
  const { join: _, ...bare } = first
  return [bare, ...rest]
}

/**
 * The content with a bracket closed on one of its options: the option's words take the bracket's place; on `null`
 * nothing does. The seams are mended: no two blanks in a row, none before a comma or full stop that was not there.
 * The same content when the bracket is not in it; RangeError when the option is not in the bracket.
 */
export const closeBracket = (content: Content, id: BracketId, chosen: OptionId | null): Content =>
  replaceSeamed(content, id, bracket => {
    if (chosen === null) return []
    const option = bracket.options.find(candidate => candidate.id === chosen)
    if (option === undefined) throw new RangeError(`no option ${chosen} in bracket ${id}`)
    return option.content
  })

const replaceSeamed = (content: Content, id: BracketId, change: (bracket: Bracket) => Content): Content => {
  for (const [at, inline] of content.entries()) {
    if (inline.kind !== 'bracket') continue
    if (inline.id === id)
      return tidyContent(mended(content.slice(0, at), change(inline), content.slice(at + 1)))
    for (const [place, option] of inline.options.entries()) {
      const inner = replaceSeamed(option.content, id, change)
      if (inner !== option.content)
        return content.with(at, {
          ...inline,
          options: inline.options.with(place, { ...option, content: inner }),
        })
    }
  }
  return content
}

/** A closed bracket's words between what stood before and after it; where they are none, the two sides meet. */
const mended = (before: Content, middle: Content, after: Content): Content => {
  if (contentLength(middle) === 0) return seam(before, after)
  const left = before.length === 0 ? middle : seam(before, middle)
  return after.length === 0 ? left : seam(left, after)
}

/** Two contents one after the other, without a blank doubled or stranded where they meet. */
const seam = (left: Content, right: Content): Content => {
  const tail = left.at(-1)
  const head = right[0]
  if (tail === undefined)
    return head?.kind === 'words' && head.text.startsWith(' ') ? trimStart(right) : right
  if (head === undefined && tail.kind === 'words' && tail.text.endsWith(' '))
    return [...left.slice(0, -1), words(tail.text.slice(0, -1))]
  if (head?.kind !== 'words' || tail.kind !== 'words' || !tail.text.endsWith(' ')) return [...left, ...right]
  if (head.text.startsWith(' ')) return [...left, ...trimStart(right)]
  if (!/^[,.;:)]/.test(head.text)) return [...left, ...right]
  return [...left.slice(0, -1), words(tail.text.slice(0, -1)), ...right]
}

const trimStart = (content: Content): Content => {
  const [head, ...rest] = content
  return head?.kind === 'words' ? [words(head.text.slice(1)), ...rest] : content
}

/** Changes the content of one option (`within`), or the whole content when no option is named. */
export const changeWithin = (
  content: Content,
  within: OptionId | undefined,
  change: (content: Content) => Content,
): Content =>
  within === undefined
    ? change(content)
    : replaceOption(content, within, option => ({ ...option, content: change(option.content) }))
