import type { Check, Json } from '@gavel/kernel'
import type { Content } from '@gavel/text'
import { hasDisputeBrackets, nestingOf } from './reading.ts'

/** What words may stand in a text at all. */

/** The most characters (UTF-16 code units) one wording may have. */
export const longestWording = 20_000
/** How many brackets may lie one in another. */
export const deepestNesting = 16
/** How many options a bracket may have. */
export const mostOptions = 64
/** How many bytes of canonical JSON one portion of a draft may have. */
export const largestPortion = 60_000

/** Characters that reverse or override the order in which a line is read. */
const bidi = /[\u202a-\u202e\u2066-\u2069]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const anyControl = /[\u0000-\u001f\u007f-\u009f]/
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** What about a text cannot stand in a draft, with its place; undefined when nothing. */
export const forbiddenIn = (
  text: string,
  control_: RegExp,
): { readonly what: string; readonly at: number; readonly code: string } | undefined => {
  for (const [what, shape] of [
    ['bidiControl', bidi],
    ['controlCharacter', control_],
    ['loneSurrogate', loneSurrogate],
  ] as const) {
    const at = text.search(shape)
    if (at >= 0)
      return { what, at, code: `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}` }
  }
  return undefined
}

/** T-9. A wording has at most 20,000 characters. */
/** T-10. Words hold no direction overrides, no control characters but tab and line end, no halves of characters. */
/** T-11. A proposed wording brings no square brackets of its own, but for a citation, a note mark, a placeholder. */
export const wordingChecks = (wording: string): readonly Check[] => {
  const forbidden = forbiddenIn(wording, control)
  return [
    ['T-9', wording.length <= longestWording, () => ({ characters: wording.length, most: longestWording })],
    ['T-10', forbidden === undefined, () => ({ ...forbidden! })],
    ['T-11', !hasDisputeBrackets(wording), () => ({ wording })],
  ]
}

/** T-10 for a display number. */
export const numberChecks = (number: string): readonly Check[] => {
  const forbidden = forbiddenIn(number, anyControl)
  return [['T-10', forbidden === undefined, () => ({ number, ...forbidden! })]]
}

/** T-12. Brackets nest at most 16 deep. */
/** T-13. A bracket has at most 64 options. */
export const contentChecks = (content: Content): readonly Check[] => {
  const nesting = nestingOf(content)
  const most = mostOptionsIn(content)
  const forbidden = faultIn(content)
  let longest = 0
  for (const text of stringsIn(content)) longest = Math.max(longest, text.length)
  return [
    ['T-9', longest <= longestWording, () => ({ characters: longest, most: longestWording })],
    ['T-10', forbidden === undefined, () => ({ ...forbidden! })],
    ['T-12', nesting <= deepestNesting, () => ({ nesting, most: deepestNesting })],
    ['T-13', most <= mostOptions, () => ({ options: most, most: mostOptions })],
  ]
}

const mostOptionsIn = (content: Content): number => {
  let most = 0
  for (const inline of content)
    if (inline.kind === 'bracket') {
      most = Math.max(most, inline.options.length)
      for (const option of inline.options) most = Math.max(most, mostOptionsIn(option.content))
    }
  return most
}

/** Every string a value holds, wherever it stands: words, labels, attributions, marks. */
const stringsIn = function* (value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) yield* stringsIn(inner)
}

/** The first thing in a value's strings that can stand in no words (T-10); undefined when there is none. */
export const faultIn = (value: unknown): ReturnType<typeof forbiddenIn> => {
  for (const text of stringsIn(value)) {
    const found = forbiddenIn(text, control)
    if (found !== undefined) return found
  }
  return undefined
}

/** T-10 for what delegations and chairs say of a text: notes, reasons, instructions. */
export const noteChecks = (...notes: readonly (string | undefined)[]): readonly Check[] => {
  const forbidden = faultIn(notes)
  return [['T-10', forbidden === undefined, () => ({ ...forbidden! })]]
}

/** The bytes of a value's canonical JSON in UTF-8. */
export const bytesOf = (value: Json): number => {
  // Members in another order are as many bytes; halves of characters, which canonical JSON cannot carry, do not stop it.
  const json = JSON.stringify(value)
  let bytes = json.length
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at)
    if (code < 0x80) continue
    // A pair of surrogates is two code units and four bytes: one more byte for each half.
    bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2
  }
  return bytes
}
