/**
 * Calendar days as treaties count them: ISO text (`2025-09-19`), the proleptic Gregorian calendar, no time zone and
 * no clock. Text sorts as days do.
 */
const shape = /^(\d{4})-(\d\d)-(\d\d)$/
const msInDay = 86_400_000

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const lastOfMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31

/** The numbers of a day there is; undefined for any other text. Years before 100 are none a record names. */
const numbersOf = (text: string): readonly [year: number, month: number, date: number] | undefined => {
  const match = shape.exec(text)
  if (!match) return undefined
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 100 && month >= 1 && month <= 12 && date >= 1 && date <= lastOfMonth(year, month)
    ? [year, month, date]
    : undefined
}

/** Whether a text names a day there is. */
export const isDay = (text: string): boolean => numbersOf(text) !== undefined

const parts = (day: string): readonly [number, number, number] => {
  const found = numbersOf(day)
  if (found === undefined) throw new RangeError(`no such day: ${day}`)
  return found
}

const toText = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
const two = (n: number): string => (n < 10 ? `0${n}` : String(n))

/** The day `days` after `day` (before it, when negative). Throws RangeError when `day` is no day. */
export const addDays = (day: string, days: number): string => {
  const [year, month, date] = parts(day)
  return toText(Date.UTC(year, month - 1, date) + days * msInDay)
}

/**
 * The same date so many months after a day, or the last of that month when it has no such date (31 January + 1: 28 or 29
 * February). The day is read once, for whoever counts on from it many times.
 */
export const monthsFrom = (day: string): ((months: number) => string) => {
  const [year, month, date] = parts(day)
  return months => {
    const count = year * 12 + (month - 1) + months
    const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1]
    const on = Math.min(date, lastOfMonth(toYear, toMonth))
    if (toYear < 1000 || toYear > 9999) return toText(Date.UTC(toYear, toMonth - 1, on))
    return `${toYear}-${two(toMonth)}-${two(on)}`
  }
}

/** The same date `months` later, as `monthsFrom` says. */
export const addMonths = (day: string, months: number): string => monthsFrom(day)(months)

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
