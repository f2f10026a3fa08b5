import type { Speech } from '../../words/speaking.ts'
import { daysOf } from './course.ts'
import type { ActivityRow } from './shapes.ts'

/** The days of a month by weeks that begin on Monday; null where a day belongs to another month. */
export const weeksOf = (month: string): readonly (readonly (string | null)[])[] => {
  const [year, at] = month.split('-').map(Number) as [number, number]
  const first = (new Date(Date.UTC(year, at - 1, 1)).getUTCDay() + 6) % 7
  const count = new Date(Date.UTC(year, at, 0)).getUTCDate()
  const places = Math.ceil((first + count) / 7) * 7
  const days = Array.from({ length: places }, (_, place) => {
    const day = place - first + 1
    return day < 1 || day > count ? null : `${month}-${String(day).padStart(2, '0')}`
  })
  return Array.from({ length: places / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

/** The month before or after another: `2026-12` and one more is `2027-01`. */
export const monthAfter = (month: string, by: 1 | -1): string => {
  const [year, at] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, at - 1 + by, 1)).toISOString().slice(0, 7)
}

/** Whether an activity takes place, or is to take place, on a day. */
export const isOn = (activity: ActivityRow, day: string): boolean => {
  const { from, until } = daysOf(activity)
  return from <= day && day <= until
}

/** Whether any of its days falls in a month. */
export const isIn = (activity: ActivityRow, month: string): boolean => {
  const { from, until } = daysOf(activity)
  return from.slice(0, 7) <= month && month <= until.slice(0, 7)
}

export const monthWords = ({ tag }: Pick<Speech, 'tag'>, month: string): string =>
  new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T12:00:00Z`),
  )

/** Activities by the month they begin in, each month once, in their order. */
export const byMonth = (
  activities: readonly ActivityRow[],
): readonly (readonly [month: string, activities: readonly ActivityRow[]])[] => {
  const months = new Map<string, ActivityRow[]>()
  for (const one of activities.toSorted((a, b) => (daysOf(a).from < daysOf(b).from ? -1 : 1))) {
    const month = daysOf(one).from.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), one])
  }
  return [...months]
}
