import type { Capacity, commitments } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import { describe, expect, it } from 'vitest'
import { dividedBy, hasDeadline, isPressing, placeOf } from './reminders.ts'

const one = (kind: commitments.ReminderKind, about: commitments.Reminder['about']): commitments.Reminder => ({
  uid: kind,
  kind,
  on: '2026-12-01',
  days: 6,
  title: kind,
  about,
})
const kaz: Capacity = { kind: 'delegate', member: 'KAZ' as MemberId }

describe('[C-40] reminders on the screens', () => {
  it('are those of the capacity one acts in; of others it is said how many wait there', () => {
    const due = one('reportDue', { commitment: 'c/1' })
    const answer = {
      reminders: [
        { as: 'delegate:KAZ', reminders: [due] },
        { as: 'chair:soc', reminders: [one('termEnds', { body: 'soc' })] },
        { as: 'secretariat', reminders: [] },
      ],
    }
    expect(dividedBy(answer, kaz)).toEqual({ own: [due], elsewhere: [{ as: 'chair:soc', n: 1 }] })
    expect(dividedBy({ reminders: [] }, kaz)).toEqual({ own: [], elsewhere: [] })
  })

  it('lead to where they are seen to', () => {
    expect(placeOf(one('reportDue', { commitment: 'c/1' }))).toBe('/commitments/c%2F1/report?due=2026-12-01')
    expect(placeOf(one('reportReturned', { commitment: 'c', report: 'r' }))).toBe(
      '/commitments/c/report?again=r',
    )
    expect(placeOf(one('reportWaits', { commitment: 'c', report: 'r' }))).toBe('/commitments/c#inside')
    expect(placeOf(one('questionWaits', { review: 'v' }))).toBe('/reviews/v')
    expect(placeOf(one('termEnds', { area: 'MP-1' }))).toBe('/catalogue#area-MP-1')
    expect(placeOf(one('termEnds', { body: 'soc' }))).toBe('/organisation/bodies')
  })

  it('press where the day has passed or a report was given back; what waits has a day since, not a day by', () => {
    expect([one('reportOverdue', {}), one('reportWaits', {})].map(isPressing)).toEqual([true, false])
    expect([one('reportOverdue', {}), one('questionWaits', {})].map(hasDeadline)).toEqual([true, false])
  })
})
