import { dayMs, hourMs, type Instant, instant, later, minuteMs, msBetween } from '@gavel/kernel'

/**
 * Timeliness: when something is due, whether it came in time, and by how much it did not. Pure functions of stored
 * instants: whoever asks, whenever, gets the same answer, and no job has to run for it.
 */

/** When a thing is due; `from` is the stored instant the period is counted from. */
export type Term =
  /** M-61. Days of 24 hours before what is announced begins. */
  | { readonly kind: 'before'; readonly from: Instant; readonly days: number }
  /** M-62. Hours after what happened, or after it was received. */
  | { readonly kind: 'after'; readonly from: Instant; readonly hours: number }
  /** M-63. The end of a day of the year (`04-15`), as the day goes where the organisation counts its days (`+05:00`). */
  | { readonly kind: 'yearly'; readonly year: number; readonly day: string; readonly utcOffset: string }

const offsetMs = (utcOffset: string): number => {
  const [hours, minutes] = utcOffset.slice(1).split(':').map(Number) as [number, number]
  return (utcOffset[0] === '-' ? -1 : 1) * (hours * hourMs + minutes * minuteMs)
}

/** The first instant of a day where days are counted at an offset from UTC. Throws RangeError for a day there is not. */
export const dayBegins = (day: string, utcOffset: string): Instant =>
  later(instant(`${day}T00:00:00.000Z`), -offsetMs(utcOffset))

/**
 * The instant a thing is due: the last at which it is in time. A yearly day the year does not have (29 February) is the
 * one before it.
 */
export const dueAt = (term: Term): Instant => {
  switch (term.kind) {
    case 'before':
      return later(term.from, -term.days * dayMs)
    case 'after':
      return later(term.from, term.hours * hourMs)
    case 'yearly': {
      const year = String(term.year).padStart(4, '0')
      const day = term.day === '02-29' && !isLeap(term.year) ? '02-28' : term.day
      return later(dayBegins(`${year}-${day}`, term.utcOffset), dayMs - 1)
    }
  }
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** How something stands to the instant it was due at. Milliseconds throughout. */
export type Timeliness =
  /** Nothing was due: it could come when it came. */
  | { readonly kind: 'untimed'; readonly at: Instant | null }
  | { readonly kind: 'inTime'; readonly at: Instant; readonly due: Instant; readonly aheadMs: number }
  | { readonly kind: 'late'; readonly at: Instant; readonly due: Instant; readonly lateMs: number }
  | { readonly kind: 'awaited'; readonly due: Instant; readonly leftMs: number }
  | { readonly kind: 'silent'; readonly due: Instant; readonly since: Instant; readonly silentMs: number }

/**
 * M-64. What comes after the instant it was due at is late, and by how much is told; it is taken all the same.
 * M-65. What has not come is awaited until that instant, and silence from then on: told as silence, with its length, and
 * never as consent or refusal.
 */
export const timeliness = (due: Instant | null, at: Instant | null, now: Instant): Timeliness => {
  if (due === null) return { kind: 'untimed', at }
  if (at !== null)
    return at <= due
      ? { kind: 'inTime', at, due, aheadMs: msBetween(at, due) }
      : { kind: 'late', at, due, lateMs: msBetween(due, at) }
  return now <= due
    ? { kind: 'awaited', due, leftMs: msBetween(now, due) }
    : { kind: 'silent', due, since: due, silentMs: msBetween(due, now) }
}
