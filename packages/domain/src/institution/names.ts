import type { Check, Json } from '@gavel/kernel'
import type { LocalName } from './acts.ts'

/**
 * Characters that make a name read otherwise than it is stored: controls, line and paragraph separators, and the
 * marks, embeddings, overrides and isolates of the bidirectional algorithm (Unicode Standard Annex 9). Joiners stay:
 * Persian, Urdu and Hindi names need them.
 */
const hidden = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/u

const idShape = /^[A-Za-z0-9][A-Za-z0-9._:-]*$/

export const longestName = 300
export const longestId = 64
export const longestNote = 2_000

/** What is wrong with a line of text a person will read; null when nothing is. Lengths in UTF-16 code units. */
export const nameFault = (text: string, longest: number = longestName): string | null => {
  if (text.trim() === '') return 'blank'
  if (text.length > longest) return `longer than ${longest}`
  return hidden.test(text) ? 'hidden character' : null
}

/** What is wrong with words in several lines; null when nothing is. Line ends and tabs are allowed. */
export const wordsFault = (text: string, longest: number): string | null =>
  nameFault(text.replace(/[\n\r\t]/g, ' '), longest)

/** What is wrong with an identifier; null when nothing is. */
export const idFault = (text: string): string | null => {
  if (text.length > longestId) return `longer than ${longestId}`
  return idShape.test(text) ? null : 'not an identifier'
}

/**
 * Whether a text can name a time zone: `UTC`, an area and place, or an offset. What `Intl` would know of a zone is not
 * asked: that data changes with the machine, and with it an outcome would.
 */
export const isTimeZone = (text: string): boolean =>
  /^(UTC|[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+|[+-]\d\d:\d\d)$/.test(text)

/** A field with the fault found in it: the facts of a refusal under I-12. */
export type Fault = readonly [field: string, fault: string | null]

export const namesFaults = (field: string, name: LocalName): readonly Fault[] =>
  (['en', 'ru', 'ar'] as const).flatMap(language => {
    const text = name[language]
    return text === undefined ? [] : [[`${field}.${language}`, nameFault(text)] as const]
  })

export const noteFault = (field: string, note: string | undefined): Fault => [
  field,
  note === undefined ? null : nameFault(note, longestNote),
]

/**
 * I-12. Names and identifiers are what they seem: not blank, of bounded length, and without characters that hide
 * or turn the others.
 */
export const readable = (...faults: readonly Fault[]): Check => {
  const found = faults.find(([, fault]) => fault !== null)
  return ['I-12', found === undefined, () => ({ field: found![0], fault: found![1] as Json })]
}
