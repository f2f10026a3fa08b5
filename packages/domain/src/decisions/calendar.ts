/**
 * Calendar days as treaties count them: ISO text (`2025-09-19`), the proleptic Gregorian calendar, no time zone and
 * no clock. Text sorts as days do.
 */
const shape = /^(\d{4})-(\d\d)-(\d\d)$/
const msInDay = 86_400_000

/** Whether a text names a day there is. */
export const isDay = (text: string): boolean => {
  const match = shape.exec(text)
  if (!match) return false
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  return new Date(ms).toISOString().slice(0, 10) === text
}

const parts = (day: string): readonly [number, number, number] => {
  if (!isDay(day)) throw new RangeError(`no such day: ${day}`)
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))]
}

const toText = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** The day `days` after `day` (before it, when negative). Throws RangeError when `day` is no day. */
export const addDays = (day: string, days: number): string => {
  const [year, month, date] = parts(day)
  return toText(Date.UTC(year, month - 1, date) + days * msInDay)
}

const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The same date `months` later, or the last of that month when it has no such date (31 January + 1: 28 or 29 February). */
export const addMonths = (day: string, months: number): string => {
  const [year, month, date] = parts(day)
  const count = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1]
  return toText(Date.UTC(toYear, toMonth - 1, Math.min(date, lastOfMonth(toYear, toMonth))))
}

/** The first day of a month that is not before `day`. */
export const firstOfMonthFrom = (day: string): string =>
  day.endsWith('-01') ? day : `${addMonths(`${day.slice(0, 8)}01`, 1)}`

/** Days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: string, to: string): number => {
  const [y1, m1, d1] = parts(from)
  const [y2, m2, d2] = parts(to)
  return (Date.UTC(y2, m2 - 1, d2) - Date.UTC(y1, m1 - 1, d1)) / msInDay
}

export const laterOf = (a: string, b: string): string => (a < b ? b : a)
