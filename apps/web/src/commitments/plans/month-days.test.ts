import { describe, expect, it } from 'vitest'
import { monthAfter, weeksOf } from './month-days.ts'

describe('the days of a month', () => {
  it('stand in weeks that begin on Monday', () => {
    const weeks = weeksOf('2027-02')
    expect(weeks.map(week => week.length)).toEqual([7, 7, 7, 7])
    expect(weeks[0]![0]).toBe('2027-02-01')
    expect(weeks[3]![6]).toBe('2027-02-28')
  })

  it('leave room before the first and after the last', () => {
    const weeks = weeksOf('2026-11')
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
    expect(weeks.at(-1)).toEqual(['2026-11-30', null, null, null, null, null, null])
  })

  it('follow one another over the end of a year', () => {
    expect(monthAfter('2026-12', 1)).toBe('2027-01')
    expect(monthAfter('2027-01', -1)).toBe('2026-12')
  })
})
