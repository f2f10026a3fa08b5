import type { MemberId } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import { after, type Fact } from '../testing/index.ts'
import type { Commitment } from './index.ts'
import { dueDays, dues, memberStanding, owedOn, partUntil, statusFor, statusOn } from './index.ts'
import {
  changes,
  commitmentIn,
  forwards,
  ground,
  joins,
  leaves,
  on,
  proof,
  recorded,
  tells,
  terms,
  undertakes,
  withdraws,
} from './testing/scene.ts'

const [AAA, BBB, ZZZ] = ['AAA', 'BBB', 'ZZZ'] as unknown as [MemberId, MemberId, MemberId]
const one = [...ground, undertakes()]
const of = (...facts: readonly Fact[]): Commitment => commitmentIn(after(one, ...facts))
const under = (more: Parameters<typeof terms>[0], ...facts: readonly Fact[]) =>
  commitmentIn(after(ground, undertakes('AAA', 'c1', { terms: terms(more) }), ...facts))
const statuses = (commitment: Commitment, now: string, member = AAA, ahead = 0) =>
  dues(commitment, member, now, 60, ahead).map(({ due, status }) => [due, status.kind])

describe('the days on which a report is due', () => {
  test('[C-39] the first and each year after it, to the first that is not before the end', () => {
    expect(dueDays(of(), AAA, '2040-01-01')).toEqual(['2027-04-15', '2028-04-15', '2029-04-15'])
    expect(dueDays(of(), AAA, '2028-04-14')).toEqual(['2027-04-15'])
    expect(dueDays(of(), AAA, '2028-04-15')).toEqual(['2027-04-15', '2028-04-15'])
    expect(dueDays(under({ until: '2028-04-15' }), AAA, '2040-01-01')).toEqual(['2027-04-15', '2028-04-15'])
    expect(dueDays(under({ until: null }), AAA, '2040-01-01')).toHaveLength(13)
  })
  test('[C-39] once, where reports do not repeat, be it after the end', () => {
    const once = under({ until: '2026-12-31', reporting: { first: '2027-02-01', everyMonths: 0 } })
    expect(dueDays(once, AAA, '2040-01-01')).toEqual(['2027-02-01'])
    expect(dueDays(once, AAA, '2027-01-31')).toEqual([])
  })
  test('[C-39] at the end of the month where a month has no such day, without drifting', () => {
    const monthly = under({ until: '2028-12-31', reporting: { first: '2027-01-31', everyMonths: 1 } })
    expect(dueDays(monthly, AAA, '2027-05-31')).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31',
    ])
    expect(dueDays(monthly, AAA, '2028-03-01').at(-1)).toBe('2028-02-29')
    const leap = under({ until: null, reporting: { first: '2028-02-29', everyMonths: 12 } })
    expect(dueDays(leap, AAA, '2032-12-31')).toEqual([
      '2028-02-29',
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
    ])
  })
  test('[C-39] not before a member joined, nor after it left; nothing for a stranger', () => {
    const late = of(joins('BBB', 'c1', on('2027-06-01')))
    expect(dueDays(late, BBB, '2040-01-01')).toEqual(['2028-04-15', '2029-04-15'])
    expect(dueDays(of(joins('BBB', 'c1', on('2027-04-15'))), BBB, '2027-12-31')).toEqual(['2027-04-15'])
    const gone = of(joins('BBB'), leaves('AAA', 'c1', on('2028-01-01')))
    expect(dueDays(gone, AAA, '2040-01-01')).toEqual(['2027-04-15'])
    expect(dueDays(of(), ZZZ, '2040-01-01')).toEqual([])
  })
  test('[C-39] to leave and join again washes nothing off', () => {
    const back = of(joins('BBB'), leaves('BBB', 'c1', on('2027-06-01')), joins('BBB', 'c1', on('2027-06-02')))
    expect(dueDays(back, BBB, '2028-12-31')).toEqual(['2027-04-15', '2028-04-15'])
    expect(statusFor(back, BBB, '2027-07-01')).toBe('silent')
    const away = of(joins('BBB'), leaves('BBB', 'c1', on('2027-03-01')), joins('BBB', 'c1', on('2027-06-02')))
    expect(dueDays(away, BBB, '2028-12-31')).toEqual(['2028-04-15'])
  })
  test('[C-20, C-39] nor does a change of terms: what fell due stays due', () => {
    const later = {
      terms: terms({ reporting: { first: '2030-06-30', everyMonths: 12 }, until: '2032-12-31' }),
    }
    const moved = of(changes('AAA', later, on('2027-05-01')))
    expect(dueDays(moved, AAA, '2031-12-31')).toEqual(['2027-04-15', '2030-06-30', '2031-06-30'])
    expect(statusFor(moved, AAA, '2027-06-01')).toBe('silent')
    const early = of(
      changes(
        'AAA',
        { terms: terms({ reporting: { first: '2026-02-01', everyMonths: 12 } }) },
        on('2027-05-01'),
      ),
    )
    expect(dueDays(early, AAA, '2028-12-31')).toEqual(['2027-04-15', '2028-02-01'])
  })
  test('[C-39] what was recorded from elsewhere was due before it was recorded, but for who joins it now', () => {
    const old = commitmentIn(after(ground, recorded(), joins('BBB', 'r1')), 'r1')
    expect(dueDays(old, AAA, '2027-12-31')).toEqual(['2024-04-15', '2025-04-15', '2026-04-15', '2027-04-15'])
    expect(dueDays(old, BBB, '2027-12-31')).toEqual(['2027-04-15'])
    const free = commitmentIn(
      after(ground, recorded('AAA', 'r1', { terms: terms({ reporting: null }) })),
      'r1',
    )
    expect(dueDays(free, AAA, '2040-01-01')).toEqual([])
  })
  test('[C-39] none once the commitment has ended', () => {
    for (const end of [withdraws('AAA', 'c1', on('2027-06-01')), forwards('AAA', {}, on('2027-06-01'))])
      expect(dueDays(of(end), AAA, '2040-01-01')).toEqual(['2027-04-15'])
  })
})

describe('how it stands with a day', () => {
  test('[C-39] ahead, open, overdue, told: worked out from days, and late by so many', () => {
    const at = (now: string, ...facts: readonly Fact[]) => dues(of(...facts), AAA, now, 60)[0]
    expect(at('2027-02-13')).toEqual({ due: '2027-04-15', status: { kind: 'ahead', opens: '2027-02-14' } })
    expect(at('2027-02-14')).toEqual({ due: '2027-04-15', status: { kind: 'open', daysLeft: 60 } })
    expect(at('2027-04-15')?.status).toEqual({ kind: 'open', daysLeft: 0 })
    expect(at('2027-04-16')?.status).toEqual({ kind: 'overdue', days: 1 })
    expect(at('2027-06-01', tells('AAA', { due: '2027-04-15' }))?.status).toMatchObject({
      kind: 'told',
      daysLate: 0,
    })
    const late = tells('AAA', { due: '2027-04-15' }, on('2027-05-05'))
    expect(at('2027-06-01', late)?.status).toMatchObject({ kind: 'told', daysLate: 20 })
  })
  test('[C-39] a correction does not make late what was told in time', () => {
    const corrected = of(
      tells('AAA', { due: '2027-04-15' }),
      tells('AAA', { due: '2027-04-15', report: 'p2', revises: 'p1' }, on('2027-09-01')),
    )
    expect(dues(corrected, AAA, '2027-10-01', 60)[0]?.status).toMatchObject({ kind: 'told', daysLate: 0 })
  })
  test('[C-39] as far ahead as is asked', () => {
    expect(statuses(of(), '2027-04-20')).toEqual([['2027-04-15', 'overdue']])
    expect(statuses(of(), '2027-04-20', AAA, 800)).toEqual([
      ['2027-04-15', 'overdue'],
      ['2028-04-15', 'ahead'],
      ['2029-04-15', 'ahead'],
    ])
  })
})

describe('a commitment in one word, for each of its owners', () => {
  const word = (now: string, ...facts: readonly Fact[]) => statusFor(of(...facts), AAA, now)
  const first = tells('AAA', { due: '2027-04-15', says: 'limited' })
  const nothing = tells('AAA', { due: '2028-04-15', report: 'p2', says: 'nothingNew' }, on('2028-04-14'))

  test('[C-39] not yet reported, what was said last, silence: three words', () => {
    expect(word('2027-04-15')).toBe('notYetReported')
    expect(word('2027-04-16')).toBe('silent')
    expect(word('2027-04-16', first)).toBe('limited')
    expect(word('2028-04-16', first)).toBe('silent')
  })
  test('[C-39] "nothing new" is a report: it keeps the word before it, and says since when', () => {
    expect(word('2028-04-16', first, nothing)).toBe('limited')
    expect(memberStanding(of(first, nothing), AAA, '2028-04-16')).toMatchObject({
      says: 'limited',
      nothingNewSince: '2028-04-14',
      silentSince: null,
    })
    expect(word('2027-04-16', tells('AAA', { due: '2027-04-15', says: 'nothingNew' }))).toBe('nothingNew')
  })
  test('[C-39] silence is counted from the first day that passed since the last word', () => {
    expect(memberStanding(of(), AAA, '2028-05-01').silentSince).toBe('2027-04-15')
    expect(memberStanding(of(first), AAA, '2029-05-01').silentSince).toBe('2028-04-15')
    const unasked = tells('AAA', { says: 'limited' }, on('2027-05-01'))
    expect(memberStanding(of(unasked), AAA, '2027-05-02').silentSince).toBeNull()
    expect(memberStanding(of(unasked), AAA, '2028-04-16').silentSince).toBe('2028-04-15')
  })
  test('[C-39] unclear, no evidence, withdrawn, carried forward are words of their own', () => {
    for (const says of ['unclear', 'noEvidence'] as const)
      expect(word('2027-04-16', tells('AAA', { due: '2027-04-15', says, words: 'w' }))).toBe(says)
    expect(word('2030-01-01', withdraws('AAA', 'c1', on('2027-06-01')))).toBe('withdrawn')
    expect(word('2030-01-01', forwards('AAA', {}, on('2027-06-01')))).toBe('carriedForward')
  })
  test('[C-39, C-29] nothing is added up between owners', () => {
    const two = of(joins('BBB'), tells('AAA', { due: '2027-04-15', says: 'complete', evidence: [proof()] }))
    expect(statusFor(two, AAA, '2027-04-16')).toBe('complete')
    expect(statusFor(two, BBB, '2027-04-16')).toBe('silent')
  })
  test('[C-27, C-39] a correction of an old report does not take the place of the newest word', () => {
    const facts = [
      first,
      tells(
        'AAA',
        { due: '2028-04-15', report: 'p2', says: 'complete', evidence: [proof()] },
        on('2028-04-14'),
      ),
      tells('AAA', { due: '2027-04-15', report: 'p3', revises: 'p1', says: 'notStarted' }, on('2028-05-01')),
    ]
    expect(word('2028-06-01', ...facts)).toBe('complete')
  })
})

describe('a part that is known up to a day', () => {
  const first = tells('AAA', { due: '2027-04-15', says: 'limited' })
  const second = tells('AAA', { due: '2028-04-15', report: 'p2', says: 'nothingNew' }, on('2028-04-14'))
  const courses: readonly (readonly Fact[])[] = [
    [],
    [first],
    [second],
    [first, second],
    [
      first,
      tells('AAA', { due: '2027-04-15', report: 'p3', revises: 'p1', says: 'complete', evidence: [proof()] }),
    ],
    [joins('BBB'), leaves('AAA', 'c1', on('2027-06-01'))],
    [changes('AAA', { terms: terms({ until: null }) }, on('2027-02-01')), second],
    [first, withdraws('AAA', 'c1', on('2027-06-01'))],
  ]
  const days = [
    '2027-01-01',
    '2027-04-14',
    '2027-04-15',
    '2027-04-16',
    '2028-04-14',
    '2028-04-16',
    '2029-05-01',
  ]

  test.each(courses.map((facts, at) => [at, facts] as const))(
    '[C-39] tells of every day before it what is told of that day alone (course %i)',
    (_, facts) => {
      const commitment = of(...facts)
      const part = partUntil(commitment, AAA, '2040-01-01')
      for (const now of days) {
        expect([now, statusOn(commitment, part, now)]).toEqual([now, statusFor(commitment, AAA, now)])
        const isOwed = ({ status }: { readonly status: { readonly kind: string } }) =>
          status.kind === 'open' || status.kind === 'overdue'
        expect(owedOn(part, now, 60, 60).filter(isOwed)).toEqual(
          dues(commitment, AAA, now, 60, 60).filter(isOwed),
        )
      }
    },
  )
})
