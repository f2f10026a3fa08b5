import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayMs,
  fromEpochMs,
  hourMs,
  instant,
  later,
  minuteMs,
  msBetween,
  secondMs,
  toEpochMs,
} from './index.ts'

/** Milliseconds from the year 0 to the year 9999: what four digits of a year can say. */
const ms = fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 })

describe('an instant', () => {
  test('is exactly one form of text', () => {
    expect(instant('2026-11-23T19:00:00.000Z')).toBe('2026-11-23T19:00:00.000Z')
    expect(instant('2024-02-29T23:59:59.999Z')).toBe('2024-02-29T23:59:59.999Z')
  })

  test.each([
    '',
    'yesterday',
    '2026-11-23',
    '2026-11-23T19:00:00Z',
    '2026-11-23T19:00:00.000',
    '2026-11-23T19:00:00.000+04:00',
    '2026-11-23 19:00:00.000Z',
    '2026-11-23T19:00:00.0000Z',
    '+002026-11-23T19:00:00.000Z',
    ' 2026-11-23T19:00:00.000Z',
    '2026-11-23T19:00:00.000Z\n',
    '２026-11-23T19:00:00.000Z',
  ])('is refused in any other form: %j', text => {
    expect(() => instant(text)).toThrow(RangeError)
  })

  test.each([
    '2026-02-29T00:00:00.000Z',
    '2026-13-01T00:00:00.000Z',
    '2026-04-31T00:00:00.000Z',
    '2026-11-23T24:00:00.000Z',
    '2026-11-23T23:60:00.000Z',
    '2026-11-23T23:59:60.000Z',
    '2026-00-10T00:00:00.000Z',
  ])('names a moment that exists: %s', text => {
    expect(() => instant(text)).toThrow(RangeError)
  })

  test('does not repeat a long text in its complaint', () => {
    expect(() => instant('x'.repeat(10_000))).toThrow(/^.{0,120}$/)
  })

  test('goes to milliseconds and back', () =>
    fc.assert(
      fc.property(ms, at => {
        expect(toEpochMs(fromEpochMs(at))).toBe(at)
        expect(instant(fromEpochMs(at))).toBe(fromEpochMs(at))
      }),
    ))

  test('sorts as text as it does in time', () =>
    fc.assert(
      fc.property(ms, ms, (a, b) => {
        expect(fromEpochMs(a) < fromEpochMs(b)).toBe(a < b)
      }),
    ))

  test('later and between undo each other', () => {
    const noon = instant('2026-11-23T12:00:00.000Z')
    expect(later(noon, dayMs)).toBe('2026-11-24T12:00:00.000Z')
    expect(later(noon, -12 * hourMs - secondMs)).toBe('2026-11-22T23:59:59.000Z')
    expect(msBetween(noon, later(noon, 90 * minuteMs))).toBe(90 * minuteMs)
    expect(msBetween(later(noon, 1), noon)).toBe(-1)
  })
})
