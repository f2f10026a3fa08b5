import type { Check } from '@gavel/kernel'

const shape = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/

/** Whether the text is a year, a month or a day that exists: `2004`, `2004-10`, `2004-10-22`. */
export const isPartialDate = (text: string): boolean => {
  const match = shape.exec(text)
  if (!match) return false
  const [, year, month = '01', day = '01'] = match
  const full = `${year}-${month}-${day}`
  const ms = Date.parse(`${full}T00:00:00.000Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(full)
}

/** Whether a period ends before it begins, compared as precisely as both dates allow. */
export const endsBeforeItBegins = (from: string | null, until: string | undefined): boolean => {
  if (from === null || until === undefined) return false
  const precision = Math.min(from.length, until.length)
  return until.slice(0, precision) < from.slice(0, precision)
}

/** I-13. Dates are as precise as their source, they exist, and no period ends before it begins. */
export const realDates = (from: string | null, until: string | undefined): Check => [
  'I-13',
  (from === null || isPartialDate(from)) &&
    (until === undefined || isPartialDate(until)) &&
    !endsBeforeItBegins(from, until),
  () => ({ from, until: until ?? null }),
]
