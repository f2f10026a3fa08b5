import type { commitments as chapter, DomainState } from '@gavel/domain'
import { initial } from '@gavel/domain'
import { type Instant, type MemberId, put } from '@gavel/kernel'
import { describe, expect, it } from 'vitest'
import { byAddressee, inRegisterOrder, isAsked, mayLead } from './order.ts'

const state = {
  ...initial,
  institution: {
    ...initial.institution,
    partyOrder: ['CCC', 'AAA', 'BBB'] as MemberId[],
    areas: put(initial.institution.areas, 'ENV-1', {
      id: 'ENV-1',
      dimension: 'ENV',
      name: { en: 'Environment' },
      source: 'test',
    }),
  },
} as DomainState

const question = (id: string, to: string | null, answered = false): chapter.Question => ({
  id,
  member: 'AAA' as MemberId,
  to: to as MemberId | null,
  wording: '?',
  at: '2027-01-01T00:00:00.000Z' as Instant,
  answer: answered ? { wording: '!', at: '2027-01-02T00:00:00.000Z' as Instant, by: 'delegate:BBB' } : null,
})
const review = { body: 'soc', dimension: 'ENV' } as never

describe('a review', () => {
  it('names members in the order of the register, whoever was asked more', () => {
    expect(inRegisterOrder(state, ['BBB', 'CCC', 'BBB', 'ZZZ'])).toEqual(['CCC', 'BBB', 'ZZZ'])
    const groups = byAddressee(state, [
      question('1', 'BBB'),
      question('2', null),
      question('3', 'BBB'),
      question('4', 'CCC'),
    ])
    expect(groups.map(({ to, questions }) => [to, questions.map(({ id }) => id)])).toEqual([
      ['CCC', ['4']],
      ['BBB', ['1', '3']],
      [null, ['2']],
    ])
  })

  it('[C-36] asks whom a question was put to, or those who lead', () => {
    const of = (member: string) => ({ kind: 'delegate', member: member as MemberId }) as const
    expect(isAsked(state, of('BBB'), review, question('1', 'BBB'))).toBe(true)
    expect(isAsked(state, of('CCC'), review, question('1', 'BBB'))).toBe(false)
    expect(isAsked(state, of('BBB'), review, question('1', 'BBB', true))).toBe(false)
    expect(isAsked(state, of('BBB'), review, question('1', null))).toBe(false)
    expect(isAsked(state, { kind: 'secretariat' }, review, question('1', null))).toBe(true)
  })

  it('[C-34] is led by the secretariat, the chair of its body, a coordinator of its dimension', () => {
    expect(mayLead(state, { kind: 'chair', body: 'soc' as never }, review)).toBe(true)
    expect(mayLead(state, { kind: 'chair', body: 'mc' as never }, review)).toBe(false)
    expect(mayLead(state, { kind: 'coordinator', area: 'ENV-1' }, review)).toBe(true)
    expect(mayLead(state, { kind: 'coordinator', area: 'MP-1' }, review)).toBe(false)
    expect(mayLead(state, null, review)).toBe(false)
  })
})
