import type { BracketId } from '@gavel/kernel'
import { type Content, type Inline, tidyContent, words } from '@gavel/text'

/** What the rules read from content: its words as on the page, its depth, its edges. */

/** The words as they stand on the page, brackets and all: for facts, and to compare wordings. */
export const plain = (content: Content): string => content.map(printed).join('')

const printed = (inline: Inline): string => {
  if (inline.kind === 'bracket') return `[${inline.options.map(option => plain(option.content)).join(' / ')}]`
  if ('text' in inline) return inline.text
  return inline.kind === 'spanOpen' ? '[' : ']'
}

/** How many brackets lie one in another: 0 for words alone. */
export const nestingOf = (content: Content): number => {
  let deepest = 0
  for (const inline of content)
    if (inline.kind === 'bracket')
      for (const option of inline.options) deepest = Math.max(deepest, 1 + nestingOf(option.content))
  return deepest
}

/** How many edges of brackets that span paragraphs the content holds, and how many of them open one. */
export const edgesOf = (content: Content): { readonly edges: number; readonly opening: number } => {
  let edges = 0
  let opening = 0
  const walk = (list: Content): void => {
    for (const inline of list) {
      if (inline.kind === 'bracket') for (const option of inline.options) walk(option.content)
      else if (inline.kind === 'spanOpen' || inline.kind === 'spanClose') {
        edges++
        if (inline.kind === 'spanOpen') opening++
      }
    }
  }
  walk(content)
  return { edges, opening }
}

/** Content without the edges of one bracket that spans paragraphs. */
export const withoutEdges = (content: Content, bracket: BracketId): Content =>
  tidyContent(
    content.flatMap((inline): Content => {
      if (inline.kind === 'bracket')
        return [
          {
            ...inline,
            options: inline.options.map(option => ({
              ...option,
              content: withoutEdges(option.content, bracket),
            })),
          },
        ]
      const isEdge = inline.kind === 'spanOpen' || inline.kind === 'spanClose'
      return isEdge && inline.bracket === bracket ? [] : [inline]
    }),
  )

/** Brackets that are no dispute: a note mark, a document symbol, a link, a blank to be filled in. */
const harmless =
  /\[(?:(\^?\d{1,4})|([A-Z][A-Z0-9.]*(?:\/[A-Za-z0-9.]+)+)|(https?:\/\/[^\s[\]]+)|(?:\.{2,}|…|_+))\]/g

/** Whether square brackets are left in a wording once those that are no dispute are taken out. */
export const hasDisputeBrackets = (wording: string): boolean => /[[\]]/.test(wording.replace(harmless, ''))

/** A wording as content: its words, and what in square brackets is no dispute. */
export const asContent = (wording: string): Content => {
  if (wording === '') return []
  if (!wording.includes('[')) return [words(wording)]
  const out: Inline[] = []
  let from = 0
  for (const match of wording.matchAll(harmless)) {
    const [text, mark, citation, link] = match
    out.push(words(wording.slice(from, match.index)))
    if (mark !== undefined) out.push({ kind: 'noteMark', mark: mark.replace('^', ''), text })
    else
      out.push({
        kind: 'aside',
        what: citation !== undefined ? 'citation' : link !== undefined ? 'link' : 'placeholder',
        text,
      })
    from = match.index + text.length
  }
  return tidyContent([...out, words(wording.slice(from))])
}
