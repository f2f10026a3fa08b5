import type { ActivityId, Instant, MemberId, PlanId } from '@gavel/kernel'
import { describe, expect, it } from 'vitest'
import { byMonthOf, courseOf, isTheirs } from './course.ts'
import type { ActivityRow } from './shapes.ts'

const at = '2026-01-01T00:00:00.000Z' as Instant
const activity = (more: Partial<ActivityRow> = {}): ActivityRow => ({
  id: 'a' as ActivityId,
  plan: 'p' as PlanId,
  planned: {
    title: 'Workshop',
    area: 'MP-1',
    measures: [],
    host: 'AAA' as MemberId,
    format: 'virtual',
    from: '2027-05-10',
    until: '2027-05-12',
    aim: 'To meet.',
  },
  proposedBy: 'delegate:AAA',
  at,
  before: [],
  happened: null,
  withdrawn: null,
  carriedFrom: null,
  status: 'planned',
  ...more,
})
const told = (status: 'held' | 'postponed' | 'cancelled', from?: string): Partial<ActivityRow> => ({
  status,
  happened: {
    status,
    ...(from === undefined ? {} : { from }),
    participants: [],
    outcome: '',
    documents: [],
    at,
  },
})
const draft = { id: 'p' as PlanId, decision: null }
const adopted = { id: 'p' as PlanId, decision: 'd' as never }

describe('where an activity stands', () => {
  it('has a host or seeks one until its plan is adopted', () => {
    const { planned } = activity()
    expect(courseOf(activity(), draft, '2027-06-01')).toBe('hosted')
    expect(courseOf(activity({ planned: { ...planned, host: null } }), draft, '2027-06-01')).toBe('sought')
  })

  it('is to come until its last day is over, and untold from then on', () => {
    expect(courseOf(activity(), adopted, '2027-05-12')).toBe('toCome')
    expect(courseOf(activity(), adopted, '2027-05-13')).toBe('untold')
  })

  it('is what was told of it; put off, it is untold once its new day has passed', () => {
    expect(courseOf(activity(told('held')), adopted, '2028-01-01')).toBe('held')
    expect(courseOf(activity(told('cancelled')), adopted, '2028-01-01')).toBe('cancelled')
    expect(courseOf(activity(told('postponed', '2027-09-01')), adopted, '2027-09-01')).toBe('postponed')
    expect(courseOf(activity(told('postponed', '2027-09-01')), adopted, '2027-09-02')).toBe('untold')
  })

  it('stands no more where it was withdrawn or carried elsewhere', () => {
    expect(courseOf(activity({ withdrawn: { at, reason: 'no' } }), adopted, '2027-01-01')).toBe('withdrawn')
    expect(courseOf(activity({ plan: 'q' as PlanId }), adopted, '2027-01-01')).toBe('carried')
  })

  it('falls in the month it is held in, not the one it was planned for', () => {
    const { months, others } = byMonthOf('2027', [
      activity(),
      activity(told('postponed', '2027-09-01')),
      activity(told('postponed', '2028-01-01')),
    ])
    expect(months.map(all => all.length)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0])
    expect(others).toHaveLength(1)
  })

  it('is its proposer’s, its host’s, its coordinator’s and the secretariat’s to change', () => {
    const delegate = (member: string) => ({ kind: 'delegate', member: member as MemberId }) as const
    const proposed = activity({ proposedBy: 'delegate:BBB' })
    expect(isTheirs(delegate('AAA'), proposed)).toBe(true)
    expect(isTheirs(delegate('BBB'), proposed)).toBe(true)
    expect(isTheirs(delegate('CCC'), proposed)).toBe(false)
    expect(isTheirs({ kind: 'coordinator', area: 'MP-1' }, proposed)).toBe(true)
    expect(isTheirs({ kind: 'coordinator', area: 'EC-1' }, proposed)).toBe(false)
    expect(isTheirs({ kind: 'secretariat' }, proposed)).toBe(true)
    expect(isTheirs(null, proposed)).toBe(false)
  })
})
