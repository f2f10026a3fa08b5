import { fromEpochMs, type Instant, instant, toEpochMs } from '@gavel/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allZones, clockParts, closeOfBusiness, instantOf, wallTime } from './zones.ts'

const at = (text: string): Instant => instant(text)

describe('a time on the clock of a zone', () => {
  it('names the instant it is read at there', () => {
    expect(instantOf('Asia/Almaty', '2026-12-10T18:00')).toEqual({
      kind: 'instant',
      at: at('2026-12-10T13:00:00.000Z'),
      twice: false,
    })
    expect(instantOf('Asia/Kolkata', '2026-12-10T18:00')).toMatchObject({ at: '2026-12-10T12:30:00.000Z' })
    expect(wallTime('Asia/Tehran', at('2026-12-10T13:00:00.000Z'))).toBe('2026-12-10T16:30')
  })

  it('says when it comes twice, and when it does not come at all', () => {
    expect(instantOf('Europe/Berlin', '2026-10-25T02:30')).toEqual({
      kind: 'instant',
      at: at('2026-10-25T00:30:00.000Z'),
      twice: true,
    })
    expect(instantOf('Europe/Berlin', '2026-03-29T02:30')).toEqual({ kind: 'gap' })
    expect(instantOf('Europe/Berlin', '2026-02-30T10:00')).toEqual({ kind: 'unreadable' })
    expect(instantOf('Europe/Berlin', '')).toEqual({ kind: 'unreadable' })
  })

  it('goes there and back for every instant and zone', () => {
    const minute = fc
      .integer({ min: Date.UTC(2024, 0), max: Date.UTC(2035, 0) })
      .map(ms => fromEpochMs(Math.floor(ms / 60_000) * 60_000))
    fc.assert(
      fc.property(minute, fc.constantFrom(...allZones()), (when, zone) => {
        const named = instantOf(zone, wallTime(zone, when))
        if (named.kind !== 'instant') throw new Error(`${zone} ${when} has no time`)
        // Of a time that comes twice it is the earlier.
        expect(named.at <= when).toBe(true)
        expect(named.at === when || named.twice).toBe(true)
        expect(toEpochMs(when) - toEpochMs(named.at)).toBeLessThanOrEqual(2 * 3_600_000)
      }),
      { numRuns: 200 },
    )
  })
})

describe('close of business', () => {
  it('is at 18:00 on the first working day on which the shortest time is over', () => {
    // A Tuesday afternoon; five days later it is a Sunday.
    const now = at('2026-11-24T10:00:00.000Z')
    expect(closeOfBusiness('Asia/Almaty', now, 120)).toBe('2026-11-30T18:00')
    expect(closeOfBusiness('Asia/Almaty', now, 72)).toBe('2026-11-27T18:00')
    expect(closeOfBusiness('Asia/Almaty', now, 0)).toBe('2026-11-24T18:00')
    // 18:00 in Almaty has passed.
    expect(closeOfBusiness('Asia/Almaty', at('2026-11-24T13:00:00.001Z'), 0)).toBe('2026-11-25T18:00')
  })
})

describe('a clock that runs out', () => {
  it('counts a second that has begun in full, and stands at zero only at the instant', () => {
    expect(clockParts(1)).toEqual({ days: 0, time: '00:00:01' })
    expect(clockParts(0)).toEqual({ days: 0, time: '00:00:00' })
    expect(clockParts(-5)).toEqual({ days: 0, time: '00:00:00' })
    expect(clockParts(2 * 86_400_000 + 3_723_000)).toEqual({ days: 2, time: '01:02:03' })
    expect(clockParts(86_400_000 - 1)).toEqual({ days: 1, time: '00:00:00' })
  })
})
