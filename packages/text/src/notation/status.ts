import type { Rung, StatusMark } from '../model.ts'

/**
 * Words for the status of a paragraph, as printed beside it. Sources: the ladder of informal consultations (agreed in
 * informals, agreed ad referendum, agreed), the committee's "so decided", and the colours of the World Health
 * Organization's drafts (green: agreed in plenary, yellow: agreed in a working group, white: not agreed).
 */
const ladder: readonly (readonly [pattern: RegExp, rung: Rung])[] = [
  [
    /^(?:text |para(?:graph)? )?(?:not (?:yet )?(?:agreed|discussed)|under (?:consideration|discussion|negotiation|review)|re-?opened|pending|open|white)\b/,
    'open',
  ],
  [/^(?:text |para(?:graph)? )?agreed,? (?:ad(?:\.|-)? ?ref(?:erendum)?|a\.?r\.?)\b/, 'agreedAdRef'],
  [
    /^(?:text |para(?:graph)? )?(?:agreed,? (?:in|at) (?:the )?(?:informals?|informal[ -]informals?|informal consultations|(?:the )?(?:working|contact|drafting|spin-off) group)|yellow)\b/,
    'agreedInInformals',
  ],
  [
    /^(?:text |para(?:graph)? )?(?:agreed(?:,? (?:in|at) (?:the )?(?:plenary|committee(?: of the whole)?))?|so decided|adopted|green|согласовано|متفق عليه|acordado|convenu)(?=$|[\s.,;:–—-])/,
    'agreed',
  ],
]

/** What may follow the status words: a condition or a date, set off by a sign. */
const rest = /^(?:[.,;:–—-]|\s+[–—-]|\s+\(|\s+(?:pending|subject to|on|by|at|in)\b)/
const colour = /^(?:white|green|yellow)$/
const single = /^(?:white|green|yellow|open|agreed|pending|adopted)[.]?$/

/** A first look, so that few texts are looked at closely. */
export const mayBeStatus =
  /^[*_]*(?:text|para|not|under|re-?opened|pending|open|white|agreed|yellow|so|adopted|green|согл|متفق|acord|conv)/i

/** The rung a status text names; undefined when its words are no status. */
export const rungOf = (text: string): Rung | undefined => {
  const plain = text.toLowerCase().replace(/[*_]/g, '').trim()
  for (const [pattern, rung] of ladder) {
    const found = pattern.exec(plain)
    if (found === null) continue
    const tail = plain.slice(found[0].length)
    if (tail === '' || (tail.length < 120 && rest.test(tail))) return rung
  }
  return undefined
}

/**
 * Whether a bracket's words are a status. One word that touches another bracket (`[agreed][noted]`) is wording; one
 * in small letters is a status only where it names a colour at the end of a paragraph.
 */
export const isStatus = (text: string, touches: boolean, endsBlock: boolean): boolean => {
  const rung = rungOf(text)
  if (rung === undefined) return false
  const plain = text.toLowerCase().trim()
  if (single.test(plain))
    return !touches && (/^\p{Lu}/u.test(text.trim()) || (endsBlock && colour.test(plain)))
  return !touches || /\s/.test(plain)
}

const inParentheses = /^(.*?)( ?\()([^()[\]]{4,120})(\))$/su

/** A status in round brackets at the end of words: `… (agreed ad ref)`. Only with words that leave no doubt. */
export const statusInParentheses = (
  text: string,
): { readonly words: string; readonly status: StatusMark } | undefined => {
  if (!text.endsWith(')')) return undefined
  const at = text.lastIndexOf('(')
  if (at < 0 || text.length - at > 124) return undefined
  const found = inParentheses.exec(text.slice(Math.max(0, at - 1)))
  if (found === null) return undefined
  const [, , before = '', status = '', after = ''] = found
  const rung = /^(?:text )?agreed (?:ad|in)\b/i.test(status) ? rungOf(status) : undefined
  if (rung === undefined) return undefined
  const words = text.slice(0, at - (before.startsWith(' ') ? 1 : 0))
  return { words, status: { text: status, rung, marks: { before, after } } }
}
