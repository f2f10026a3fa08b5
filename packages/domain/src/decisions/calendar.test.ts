import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, daysBetween, firstOfMonthFrom, isDay } from './calendar.ts'

const day = fc.integer({ min: -30_000, max: 60_000 }).map(n => addDays('2000-01-01', n))

test('days that are and days that are not', () => {
  expect(['2024-02-29', '2000-02-29', '2025-12-31', '0400-01-01'].map(isDay)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(
    ['2025-02-29', '1900-02-29', '2025-13-01', '2025-00-10', '2025-1-1', '2025-01-01T', ''].some(isDay),
  ).toBe(false)
  expect(() => addDays('2025-02-30', 1)).toThrow(RangeError)
})
test('days are counted over months, years and leap days', () => {
  expect(addDays('2025-09-19', 120)).toBe('2026-01-17')
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  expect(daysBetween('2025-09-19', '2026-01-17')).toBe(120)
})
test('months end where the month ends', () => {
  expect(addMonths('2025-01-31', 1)).toBe('2025-02-28')
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
  expect(addMonths('2025-11-30', 3)).toBe('2026-02-28')
  expect(addMonths('2025-03-31', -1)).toBe('2025-02-28')
  expect(firstOfMonthFrom('2025-12-02')).toBe('2026-01-01')
  expect(firstOfMonthFrom('2025-12-01')).toBe('2025-12-01')
})
test('adding days and counting them are one', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -4_000, max: 4_000 }), (from, n) => {
      expect(daysBetween(from, addDays(from, n))).toBe(n)
      expect(isDay(addDays(from, n))).toBe(true)
    }),
  )
})
test('a month later lies 28 to 31 days on, in the next month', () => {
  fc.assert(
    fc.property(day, from => {
      const n = daysBetween(from, addMonths(from, 1))
      expect(n).toBeGreaterThanOrEqual(28)
      expect(n).toBeLessThanOrEqual(31)
    }),
  )
})

/** The platform's calendar, asked for every day: slower, and not ours. */
const platform = {
  isDay: (text: string): boolean => {
    const [year, month, date] = text.split('-').map(Number) as [number, number, number]
    return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10) === text
  },
  lastOf: (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate(),
}

test('days and months are those of the platform’s calendar', () => {
  const two = (n: number): string => String(n).padStart(2, '0')
  const any = fc.tuple(
    fc.integer({ min: 100, max: 9999 }),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
  )
  fc.assert(
    fc.property(any, fc.integer({ min: -900, max: 900 }), ([year, month, date], months) => {
      const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`
      expect(isDay(text)).toBe(platform.isDay(text))
      if (!isDay(text) || year < 200 || year > 9900) return
      const count = year * 12 + month - 1 + months
      const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1]
      const last = Math.min(date, platform.lastOf(toYear, toMonth))
      expect(addMonths(text, months)).toBe(`${String(toYear).padStart(4, '0')}-${two(toMonth)}-${two(last)}`)
    }),
    { numRuns: 5_000 },
  )
})
