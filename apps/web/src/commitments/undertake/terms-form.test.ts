import type { Instant } from '@gavel/kernel'
import { describe, expect, it } from 'vitest'
import { emptyForm, firstDues, gate, measureOf, nextApril, type TermsForm, termsOf } from './terms-form.ts'

const now = '2026-11-24T12:00:00.000Z' as Instant
const empty = emptyForm('2026-11-24', 'c-1')
const filled: TermsForm = {
  ...empty,
  title: ' Visits ',
  pledge: 'We invite observers.',
  measure: '2021 m 1',
  until: '2029-12-31',
  evidence: [
    { kind: 'visit', what: ' a visit ' },
    { kind: 'law', what: '  ' },
  ],
}

describe('the terms of a commitment, filled in', () => {
  it('[C-17] lack what would show them kept until it is said', () => {
    expect(gate(empty)).toEqual({ dates: false, reporting: true, evidence: false })
    expect(gate({ ...empty, openEnd: true, everyMonths: '0' }).reporting).toBe(false)
    expect(gate(filled)).toEqual({ dates: true, reporting: true, evidence: true })
    expect(gate({ ...filled, until: '2026-01-01' }).dates).toBe(false)
    expect(gate({ ...filled, first: '2026-11-01' }).reporting).toBe(false)
  })

  it('come to what was meant: no blanks round words, no empty evidence, a measure or an area', () => {
    expect(termsOf({ ...filled, area: 'MP-1' })).toEqual({
      title: 'Visits',
      pledge: 'We invite observers.',
      measure: { catalogue: '2021', measure: 'm 1' },
      from: '2026-11-24',
      until: '2029-12-31',
      evidence: [{ kind: 'visit', what: 'a visit' }],
      reporting: { first: '2027-04-15', everyMonths: 12 },
    })
    expect(termsOf({ ...filled, measure: '', area: 'MP-1', openEnd: true })).toMatchObject({
      area: 'MP-1',
      until: null,
    })
    expect(measureOf('')).toBeUndefined()
  })

  it('[C-22] foretell the first due days, to the end and no further', () => {
    expect(firstDues(filled, 'KAZ', now)).toEqual(['2027-04-15', '2028-04-15', '2029-04-15', '2030-04-15'])
    expect(firstDues({ ...filled, everyMonths: '0' }, 'KAZ', now)).toEqual(['2027-04-15'])
    expect(firstDues({ ...filled, first: '' }, 'KAZ', now)).toEqual([])
    expect(firstDues({ ...filled, until: '' }, 'KAZ', now)).toEqual([])
  })

  it('are first reported on on the 15 April that comes next', () => {
    expect(['2026-04-14', '2026-04-15', '2026-11-24'].map(nextApril)).toEqual([
      '2026-04-15',
      '2027-04-15',
      '2027-04-15',
    ])
  })
})
