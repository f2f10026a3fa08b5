import type { Aside, NoteMark } from '../model.ts'
import { classify, type Known, linkTargetEnd } from './classify.ts'

/** A square bracket, or something bracketed that is no dispute, in the text of a block. */
export interface Token {
  readonly kind: 'open' | 'close' | 'aside'
  readonly at: number
  readonly end: number
  /** What stands there, for asides and note marks. */
  readonly inline: Aside | NoteMark | undefined
  /** What became of a bracket: matched with the token at this index, an edge of a span, or left as words. */
  partner: number
  fate: 'matched' | 'spanOpen' | 'spanClose' | 'words'
  /** The number of the span, where it is an edge of one. */
  span: number
}

const token = (kind: Token['kind'], at: number, end: number, inline: Token['inline'] = undefined): Token => ({
  kind,
  at,
  end,
  inline,
  partner: -1,
  fate: 'words',
  span: -1,
})

/** The brackets and asides of a block's text from `from` on. A backslash before a bracket makes it a plain character. */
export const readTokens = (text: string, from: number, known: Known): Token[] => {
  const marks = bracketMarks(text, from)
  if (marks.length === 0) return []
  const out: Token[] = []
  for (let place = 0; place < marks.length; place++) {
    const mark = marks[place]!
    if (mark.kind !== 'open') {
      out.push(mark)
      continue
    }
    const close = marks[place + 1]
    if (close?.kind !== 'close') {
      out.push(mark)
      continue
    }
    const found = readFlat(text, from, marks, place, known)
    out.push(found ?? mark)
    if (found !== undefined) while ((marks[place + 1]?.at ?? text.length) < found.end) place++
  }
  return out
}

/** A bracket without brackets inside: the aside it is, or nothing for a dispute. A link may hold further marks. */
const readFlat = (
  text: string,
  from: number,
  marks: readonly Token[],
  place: number,
  known: Known,
): Token | undefined => {
  const open = marks[place]!
  const close = marks[place + 1]!
  const link = linkTargetEnd(text, close.end)
  if (link >= 0) return asideToken(text, open.at, link)
  const next = marks[place + 2]
  const last = marks[place + 3]
  if (next?.kind === 'open' && last?.kind === 'close' && next.at === close.end)
    if (known.links.has(text.slice(next.end, last.at).trim().toLowerCase()))
      return asideToken(text, open.at, last.end)
  const where = {
    before: open.at > from ? text[open.at - 1]! : '',
    after: text[close.end] ?? '',
    startsBlock: open.at === from,
    endsBlock: close.end === text.length,
  }
  const inline = classify(text.slice(open.end, close.at), where, known)
  return inline && token('aside', open.at, close.end, inline)
}

const asideToken = (text: string, at: number, end: number): Token =>
  token('aside', at, end, { kind: 'aside', what: 'link', text: text.slice(at, end) })

/** Plain marks, and notes in curly braces whole. */
const bracketMarks = (text: string, from: number): Token[] => {
  const out: Token[] = []
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 91) out.push(token('open', at, at + 1))
    else if (code === 93) out.push(token('close', at, at + 1))
    else if (code === 92) at++
    else if (code === 123) {
      const end = noteEnd(text, at)
      if (end < 0) continue
      const inline: Aside = { kind: 'aside', what: 'editorNote', text: text.slice(at, end) }
      out.push(token('aside', at, end, inline))
      at = end - 1
    }
  }
  return out
}

const longestNote = 2_000

/** Where a note in braces ends; -1 when it does not, holds another, or its square brackets do not pair up. */
const noteEnd = (text: string, start: number): number => {
  let depth = 0
  const limit = Math.min(text.length, start + longestNote)
  for (let at = start + 1; at < limit; at++) {
    const code = text.charCodeAt(at)
    if (code === 123) return -1
    if (code === 125) return depth === 0 ? at + 1 : -1
    if (code === 92) at++
    else if (code === 91) depth++
    else if (code === 93 && --depth < 0) return -1
  }
  return -1
}
