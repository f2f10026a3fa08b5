import type { commitments as chapter } from '@gavel/domain'
import { describe, expect, it } from 'vitest'
import type { CommitmentAnswer, DueRow } from '../answers.ts'
import { firstTelling, lacksEvidence, owesWords, periodFor } from './telling.ts'

const report = (id: string, more: object = {}) =>
  ({
    id,
    member: 'KAZ',
    period: { from: '2025-01-01', until: '2025-12-31' },
    on: '2026-04-01',
    at: '2026-04-01T10:00:00.000Z',
    says: 'substantial',
    words: 'Three visits.',
    evidence: [],
    movedBack: false,
    ...more,
  }) as unknown as chapter.Report

const commitment = (reports: readonly chapter.Report[], more: object = {}) =>
  ({
    id: 'c',
    terms: {
      from: '2024-06-01',
      until: null,
      evidence: [],
      reporting: { first: '2026-04-15', everyMonths: 12 },
    },
    owners: [{ member: 'KAZ', since: '2024-06-01T00:00:00.000Z' }],
    before: [],
    reports,
    evidence: [],
    ended: null,
    ...more,
  }) as unknown as chapter.Commitment

const answer = (reports: readonly chapter.Report[], dues: readonly DueRow[]): CommitmentAnswer =>
  ({
    commitment: commitment(reports),
    dues: [{ member: 'KAZ', dues }],
    inside: [],
    day: '2027-05-01',
  }) as unknown as CommitmentAnswer

const given = { member: 'KAZ', due: null, again: undefined, revised: undefined, report: 'r-new' }
const overdue: DueRow = { due: '2027-04-15', kind: 'overdue', days: 16 }
const told: DueRow = { due: '2026-04-15', kind: 'told', daysLate: 0 }

describe('a report, as it is laid before whoever tells it', () => {
  it('[C-22] answers the day most overdue, of the time since the last report, and says what was said last', () => {
    expect(firstTelling(answer([report('r1')], [told, overdue]), given)).toMatchObject({
      due: '2027-04-15',
      from: '2026-01-01',
      until: '2027-04-15',
      says: 'substantial',
      words: '',
      report: 'r-new',
    })
    const first = firstTelling(answer([], [overdue]), { ...given, due: '2026-04-15' })
    expect(first).toMatchObject({ due: '2027-04-15', from: '2024-06-01', says: '' })
  })

  it('[C-24] goes out again as it was when it was given back, under its own name', () => {
    const again = report('r2', { due: '2027-04-15', words: 'All of it.', says: 'complete' })
    expect(firstTelling(answer([report('r1')], [overdue]), { ...given, again })).toMatchObject({
      report: 'r2',
      due: '2027-04-15',
      says: 'complete',
      words: 'All of it.',
    })
  })

  it('[C-27] revises one that stands, of the same day', () => {
    const revised = report('r1', { due: '2026-04-15' })
    expect(firstTelling(answer([revised], [told]), { ...given, revised })).toMatchObject({
      report: 'r-new',
      revises: 'r1',
      due: '2026-04-15',
      words: 'Three visits.',
    })
  })

  it('[C-22] tells of no time to come', () => {
    expect(periodFor(commitment([]), 'KAZ', '2027-06-01', '2027-05-01').until).toBe('2027-05-01')
    expect(periodFor(commitment([report('r1')]), 'KAZ', '2025-12-31', '2027-05-01')).toEqual({
      from: '2025-01-01',
      until: '2025-12-31',
    })
  })
})

describe('what a report asks for', () => {
  const telling = { ...firstTelling(answer([report('r1')], [overdue]), given) }

  it('[C-25] is a piece of evidence where much is said to be done, unless there is one already', () => {
    expect(lacksEvidence(telling, commitment([]), 'KAZ')).toBe(true)
    expect(lacksEvidence({ ...telling, says: 'limited' }, commitment([]), 'KAZ')).toBe(false)
    expect(lacksEvidence(telling, commitment([], { evidence: [{ member: 'KAZ' }] }), 'KAZ')).toBe(false)
    expect(lacksEvidence(telling, commitment([], { evidence: [{ member: 'UZB' }] }), 'KAZ')).toBe(true)
  })

  it('[C-26] is words where it goes backward, or nothing can be told', () => {
    const one = commitment([report('r1')])
    expect(owesWords({ ...telling, says: 'limited' }, one, 'KAZ')).toBe('back')
    expect(owesWords({ ...telling, says: 'complete' }, one, 'KAZ')).toBeNull()
    expect(owesWords({ ...telling, says: 'unclear' }, one, 'KAZ')).toBe('untold')
    expect(owesWords({ ...telling, says: 'limited', revises: 'r1' }, one, 'KAZ')).toBeNull()
  })
})
