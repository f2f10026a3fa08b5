import type { Id, Instant } from '@gavel/kernel'
import { type TProperties, Type } from 'typebox'

/**
 * The small shapes every chapter uses, with the limits of the wire. A limit here is about what a message may
 * carry; whether an act is allowed is for the rules to say.
 */

/** Longest strings, in UTF-16 code units. A wording has to fit into one entry of the record (65,535 bytes). */
export const limits = {
  id: 80,
  line: 300,
  note: 4_000,
  wording: 20_000,
  /** Inlines and options inside one another: how deep the content of a paragraph may nest. */
  contentDepth: 40,
  /** Objects and arrays inside one another, in any message. */
  jsonDepth: 160,
  bodyBytes: 1 << 20,
  importBytes: 16 << 20,
  actsAtOnce: 5_000,
} as const

const closed = { additionalProperties: false } as const

/** An object that refuses members it does not know. */
export const record = <const P extends TProperties>(properties: P) => Type.Object(properties, closed)

/** An identifier chosen by the client: letters, digits and `. _ ~ : / -`, beginning with a letter or digit. */
export const idPattern = '^[A-Za-z0-9][A-Za-z0-9._~:/-]*$'

export const idOf = <T extends Id<string>>() =>
  Type.Unsafe<T>(Type.String({ minLength: 1, maxLength: limits.id, pattern: idPattern }))

export const Name = Type.String({ minLength: 1, maxLength: limits.id, pattern: idPattern })

/** One line of words. */
export const Line = Type.String({ minLength: 1, maxLength: limits.line, pattern: '^[^\\n\\r]*$' })

/** Several sentences. */
export const Note = Type.String({ minLength: 1, maxLength: limits.note })

/** Words of a text; may be empty where that means deletion. */
export const Wording = Type.String({ maxLength: limits.wording })

export const instantPattern = '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$'
export const At = Type.Unsafe<Instant>(Type.String({ pattern: instantPattern, maxLength: 24 }))

/** A calendar day, `2026-11-23`. */
export const Day = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$', maxLength: 10 })

/** A date as precise as its source: `2004`, `2004-10`, `2004-10-22`. */
export const PartialDate = Type.String({ pattern: '^\\d{4}(-\\d\\d(-\\d\\d)?)?$', maxLength: 10 })

export const Source = Type.String({ minLength: 1, maxLength: 1_000 })

/** A lower-case hexadecimal SHA-256. */
export const Hash = Type.String({ pattern: '^[0-9a-f]{64}$', maxLength: 64 })

/** A language tag of the kind organisations use: `en`, `ru`, `zh-Hans`. */
export const Language = Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 35 })

/** A name in the organisation's languages; English is always there. */
export const LocalName = record({
  en: Line,
  ru: Type.Optional(Line),
  ar: Type.Optional(Line),
})

/** A position or length inside a content: whole, not negative, bounded by the longest wording. */
export const Offset = Type.Integer({ minimum: 0, maximum: 1_000_000 })

/** A revision of a paragraph: how often it has changed. */
export const Revision = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
