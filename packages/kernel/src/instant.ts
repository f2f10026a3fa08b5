/**
 * An instant: UTC, to the millisecond, as ISO 8601 text (`2026-11-23T19:00:00.000Z`). Text rather than a number
 * because it is what the record keeps: it explains itself decades later, and it sorts as it reads.
 */
export type Instant = string & { readonly instant: unique symbol }

export const secondMs = 1_000
export const minuteMs = 60 * secondMs
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** Reads an instant. Throws RangeError unless the text is exactly `YYYY-MM-DDTHH:mm:ss.sssZ` and names a real day. */
export const instant = (text: string): Instant => {
  if (!shape.test(text))
    throw new RangeError(`not an instant (YYYY-MM-DDTHH:mm:ss.sssZ): ${text.slice(0, 40)}`)
  const ms = Date.parse(text)
  if (Number.isNaN(ms) || new Date(ms).toISOString() !== text)
    throw new RangeError(`no such instant: ${text}`)
  return text as Instant
}

/** The instant that lies `ms` milliseconds after 1970-01-01T00:00:00.000Z. */
export const fromEpochMs = (ms: number): Instant => new Date(ms).toISOString() as Instant

/** Milliseconds since 1970-01-01T00:00:00.000Z; the inverse of `fromEpochMs`. */
export const toEpochMs = (at: Instant): number => Date.parse(at)

/** The instant `ms` milliseconds after `at` (before it, when negative). */
export const later = (at: Instant, ms: number): Instant => fromEpochMs(toEpochMs(at) + ms)

/** Milliseconds from `from` to `to`; negative when `to` comes first. */
export const msBetween = (from: Instant, to: Instant): number => toEpochMs(to) - toEpochMs(from)
