import { dayMs, fromEpochMs, hourMs, instant, later, toEpochMs } from '@gavel/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at } from '../testing/index.ts'
import { dayBegins, dueAt, timeliness } from './timeliness.ts'

const begins = at('2026-12-24 06:00')
const noon = at('12:00')

describe('when something is due', () => {
  test('[M-61] what is announced is due its days of 24 hours before it begins', () => {
    expect(dueAt({ kind: 'before', from: begins, days: 42 })).toBe(at('2026-11-12 06:00'))
    expect(dueAt({ kind: 'before', from: begins, days: 0 })).toBe(begins)
  })

  test('[M-62] what happened is due its hours after it happened', () => {
    expect(dueAt({ kind: 'after', from: begins, hours: 48 })).toBe(at('2026-12-26 06:00'))
  })

  test('[M-63] what is due yearly is due when the day ends, as the organisation counts its days', () => {
    const yearly = (day: string, utcOffset: string, year = 2026) =>
      dueAt({ kind: 'yearly', year, day, utcOffset })
    expect(yearly('12-15', '+00:00')).toBe(instant('2026-12-15T23:59:59.999Z'))
    expect(yearly('12-15', '+05:00')).toBe(instant('2026-12-15T18:59:59.999Z'))
    expect(yearly('12-15', '-03:30')).toBe(instant('2026-12-16T03:29:59.999Z'))
    expect(yearly('02-29', '+00:00')).toBe(instant('2026-02-28T23:59:59.999Z'))
    expect(yearly('02-29', '+00:00', 2028)).toBe(instant('2028-02-29T23:59:59.999Z'))
    expect(() => dayBegins('2026-02-30', '+00:00')).toThrow(RangeError)
  })
})

describe('how it stands to that instant', () => {
  test('[M-64] at the very instant it is in time; a millisecond later it is late by that, and never refused', () => {
    expect(timeliness(noon, noon, begins)).toEqual({ kind: 'inTime', at: noon, due: noon, aheadMs: 0 })
    const after = later(noon, 1)
    expect(timeliness(noon, after, begins)).toEqual({ kind: 'late', at: after, due: noon, lateMs: 1 })
    expect(timeliness(null, after, begins)).toEqual({ kind: 'untimed', at: after })
  })

  test('[M-65] what has not come is awaited, and then silence with its length', () => {
    expect(timeliness(noon, null, later(noon, -hourMs))).toEqual({
      kind: 'awaited',
      due: noon,
      leftMs: hourMs,
    })
    expect(timeliness(noon, null, noon)).toEqual({ kind: 'awaited', due: noon, leftMs: 0 })
    expect(timeliness(noon, null, later(noon, dayMs))).toEqual({
      kind: 'silent',
      due: noon,
      since: noon,
      silentMs: dayMs,
    })
  })

  test('[M-64, M-65] what was given does not change with time, and what was not only ever turns from awaited to silent', () => {
    const ms = fc.integer({ min: 0, max: 4_000_000_000_000 })
    fc.assert(
      fc.property(ms, ms, ms, ms, (due, given, one, two) => {
        const [d, g] = [fromEpochMs(due), fromEpochMs(given)]
        const [a, b] = [Math.min(one, two), Math.max(one, two)].map(fromEpochMs) as [typeof d, typeof d]
        expect(timeliness(d, g, a)).toEqual(timeliness(d, g, b))
        const [first, second] = [timeliness(d, null, a), timeliness(d, null, b)]
        if (first.kind === 'silent') expect(second.kind).toBe('silent')
        if (second.kind === 'silent') expect(second.silentMs).toBe(toEpochMs(b) - due)
      }),
    )
  })
})
