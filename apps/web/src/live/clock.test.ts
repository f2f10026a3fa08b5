import { fromEpochMs } from '@gavel/kernel'
import { describe, expect, it } from 'vitest'
import {
  aheadBy,
  betterReading,
  type ClockReading,
  noEarlierThanHeard,
  noteInstant,
  readingOf,
} from './clock.ts'

const instant = '2026-11-24T10:00:00.250Z'
const at = Date.parse(instant)

describe('the server’s clock', () => {
  it('is read to half the time the answer took', () => {
    const read = readingOf({ exact: instant, date: null }, at - 60_000, at - 60_000 + 80)
    expect(read).toEqual({ aheadMs: 60_000 - 40, withinMs: 40, takenAt: at - 59_920 })
    expect(aheadBy(read)).toBe(59_960)
  })

  it('is read from the Date header, to the second, where nothing more exact came', () => {
    const read = readingOf({ exact: null, date: 'Tue, 24 Nov 2026 10:00:00 GMT' }, at, at)
    expect(read).toMatchObject({ aheadMs: 250, withinMs: 500 })
    expect(aheadBy(read)).toBe(0)
    expect(readingOf({ exact: null, date: null }, at, at)).toBeUndefined()
    expect(aheadBy(undefined)).toBe(0)
  })

  it('keeps the more exact reading, until it is old or contradicted', () => {
    const exact: ClockReading = { aheadMs: 100, withinMs: 5, takenAt: at }
    const vague: ClockReading = { aheadMs: 160, withinMs: 80, takenAt: at + 1_000 }
    expect(betterReading(undefined, vague)).toBe(vague)
    expect(betterReading(vague, exact)).toBe(exact)
    expect(betterReading(exact, vague)).toBe(exact)
    const later = { ...vague, takenAt: at + 600_000 }
    expect(betterReading(exact, later)).toBe(later)
    const moved = { ...vague, aheadMs: 3_600_000 }
    expect(betterReading(exact, moved)).toBe(moved)
    const setBack = { ...vague, takenAt: at - 1 }
    expect(betterReading(exact, setBack)).toBe(setBack)
  })

  it('is never earlier than what was heard of: a screen that ticks now and then asks for nothing before it was', () => {
    const looked = fromEpochMs(at)
    expect(noEarlierThanHeard(looked)).toBe(looked)
    noteInstant(at + 5_000)
    noteInstant(at + 1_000)
    expect(noEarlierThanHeard(looked)).toBe(fromEpochMs(at + 5_000))
    expect(noEarlierThanHeard(fromEpochMs(at + 9_000))).toBe(fromEpochMs(at + 9_000))
  })
})
