import type { Aside, Attribution, NoteMark } from '../model.ts'
import { paragraphAttributions, reserveAttributions } from './attributions.ts'
import { isStatus, mayBeStatus } from './status.ts'

/** What is known of the whole draft before its brackets are read. */
export interface Known {
  /** Marks that have a footnote, without their signs. */
  readonly notes: ReadonlySet<string>
  /** Those of them that are written plainly (`[1]`), without a caret. A number in brackets is a dispute otherwise. */
  readonly plainNotes: ReadonlySet<string>
  /** Names of Markdown link definitions (`[source]: https://…`), in lower case. */
  readonly links: ReadonlySet<string>
  /** Names of parties, where the caller knows them. */
  readonly parties: ReadonlySet<string>
}

/** Where a flat bracket stands: what is right before and after it, and whether the paragraph ends with it. */
export interface Surroundings {
  readonly before: string
  readonly after: string
  readonly startsBlock: boolean
  readonly endsBlock: boolean
}

const symbol =
  /^[A-Z][A-Za-z0-9.]*(?:\/[A-Za-z0-9.*()\-_]+)+(?:,? (?:annex|para\.?|paras\.?|art\.?|sect\.?)[^[\]]{0,40})?$/
/** The formula under a resolution's title, which says how it reached the plenary and ends with a symbol. */
const formula =
  /^(?:without reference to|on the (?:report|recommendation) of) .{0,120}\([A-Z][^()]*\/[^()]*\)$/
const address = /^(?:URL\b|url\b|https?:\/\/|www\.|ftp:\/\/|mailto:)/
const blankToFill = /^(?:[xXyYzZnN]{1,4}|\.{2,}|…|_{1,}|[-–—]{1,3}|•|●)$/
const placeholder =
  /^[*_]*(?:placeholder\b|to be (?:added|inserted|determined|completed|confirmed|developed|decided|elaborated|updated)\b|tb[acd]\b|insert\b|местозаполнитель|à compléter|por completar)|\bto be (?:added|inserted|determined|completed|confirmed|updated|filled in)[.;,]?[*_]*$/i

/** Words that begin in the middle of a sentence and are none of the things below: most brackets, and quickly told. */
const prose =
  /^(?:[,;:.)"“(]|(?!placeholder|to be|tb[acd]\b|insert|url\b|www|https?:|ftp:|mailto:|à compléter|por completar|without ref|on the re|text |para|not |under |re-?opened|pending|open|white|agreed|yellow|so dec|adopted|green|acordado|convenu|reserv|scrutiny|study|general)\p{Ll}{2})(?!.{0,200}(?:to be (?:added|inserted|determined|completed|confirmed|updated|filled in)|reserv))/u

/**
 * What a bracket without brackets inside it is, when it is no dispute: a footnote mark, a link, a document symbol, a
 * placeholder, a status, a reserve, an attribution. `undefined` is a dispute. A bracket that touches another
 * (`][`) is one of several alternatives, whatever stands in it, unless its words leave no doubt.
 */
export const classify = (inner: string, where: Surroundings, known: Known): Aside | NoteMark | undefined => {
  const text = inner.trim()
  if (text === '' || text.length > 400) return undefined
  const printed = `[${inner}]`
  if (known.links.size > 0 && known.links.has(text.toLowerCase())) return aside('link', printed)
  if (prose.test(text)) return undefined
  if (/^\^[^\s]+$/.test(text)) return { kind: 'noteMark', mark: text.slice(1), text: printed }
  if (/^(?:\d{1,3}|\*{1,3})$/.test(text) && known.plainNotes.has(text))
    return { kind: 'noteMark', mark: text, text: printed }
  if (address.test(text)) return aside('link', printed)
  const touches = where.before === ']' || where.after === '['
  if (symbol.test(text) && /\d/.test(text) && !touches) return aside('citation', printed)
  if (formula.test(text)) return aside('citation', printed)
  if (placeholder.test(text)) return aside('placeholder', printed)
  if (blankToFill.test(text)) return touches ? undefined : aside('placeholder', printed)
  if (mayBeStatus.test(text) && isStatus(text, touches, where.endsBlock)) return aside('status', printed)
  const reserves = /reserv/i.test(text) ? reserveAttributions(text, known.parties) : undefined
  if (reserves !== undefined) return aside('reserve', printed, reserves)
  if (touches || !where.endsBlock || where.startsBlock) return undefined
  const parties = paragraphAttributions(text, known.parties)
  return parties && aside('attribution', printed, parties)
}

const aside = (what: Aside['what'], text: string, attributions?: readonly Attribution[]): Aside => ({
  kind: 'aside',
  what,
  text,
  ...(attributions && attributions.length > 0 && { attributions }),
})

const target = /\((?:https?:\/\/|www\.|mailto:|ftp:\/\/|\.{0,2}\/|#)[^\s()]*(?:\([^\s()]*\))?[^\s()]*\)/y

/** The end of a Markdown link whose bracket closes right before `at` (`](https://…)`), or -1. */
export const linkTargetEnd = (text: string, at: number): number => {
  if (text.charCodeAt(at) !== 40) return -1
  target.lastIndex = at
  return target.test(text) ? target.lastIndex : -1
}

export const linkDefinition = /^\[([^\][^]+)\]:\s*<?(?:https?:\/\/|www\.|mailto:|ftp:\/\/|\.{0,2}\/|#)\S*/
export const noteDefinition = /^\[\^([^\]\s]+)\]:? ?/
export const plainNoteDefinition = /^\[(\d{1,3}|\*{1,3})\](?:: ?| )(?=\S)/
