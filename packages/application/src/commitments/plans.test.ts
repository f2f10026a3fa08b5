import { type commitments, initial } from '@gavel/domain'
import { type ActivityId, type Instant, type PlanId, put } from '@gavel/kernel'
import { describe, expect, it } from 'vitest'
import { activitiesList } from './plans.ts'

const at = '2026-01-01T00:00:00.000Z' as Instant
const plan = 'p' as PlanId

const putOff: commitments.Activity = {
  id: 'a' as ActivityId,
  plan,
  planned: {
    title: 'Field visit',
    area: 'ENV',
    measures: [],
    host: null,
    format: 'inPerson',
    from: '2026-11-10',
    until: '2026-11-12',
    aim: 'To see.',
  },
  proposedBy: 'secretariat',
  at,
  before: [],
  happened: { status: 'postponed', from: '2027-04-01', participants: [], outcome: '', documents: [], at },
  withdrawn: null,
  carriedFrom: null,
}

const own = initial.commitments
const state = {
  ...initial,
  commitments: { ...own, activities: put(own.activities, putOff.id, putOff) },
}

describe('activities of a time', () => {
  it('are those that fall in it by their new day, once they were put off', () => {
    const found = (from: string, until: string) =>
      activitiesList({ state, now: at, readable: () => true }, { from, until }).activities.length
    expect(found('2027-01-01', '2027-12-31')).toBe(1)
    expect(found('2026-01-01', '2026-12-31')).toBe(0)
  })
})
