import { commitments as chapter, type DomainState } from '@gavel/domain'
import type { DecisionId, Instant, MemberId } from '@gavel/kernel'

type Terms = chapter.Terms
export type EvidenceKind = chapter.EvidenceWanted['kind']

export const evidenceKinds: readonly EvidenceKind[] = [
  'document',
  'law',
  'statistic',
  'event',
  'visit',
  'statement',
]

/** The steps between reports that are offered, in months; 0: once. */
export const steps = [12, 6, 3, 24, 0] as const

/** The terms of a commitment as somebody fills them in: every field is words, and may be empty still. */
export interface TermsForm {
  readonly title: string
  readonly pledge: string
  /** `catalogue measure`, or empty. */
  readonly measure: string
  readonly area: string
  readonly from: string
  readonly until: string
  readonly openEnd: boolean
  readonly evidence: readonly chapter.EvidenceWanted[]
  readonly first: string
  readonly everyMonths: string
  readonly audience: 'public' | 'members'
  readonly decision: string
  /** Where the terms are changed or carried forward. */
  readonly reason: string
  /** Where the secretariat records them. */
  readonly member: string
  readonly source: string
  /** Named once, so that what is sent twice is one commitment. */
  readonly id: string
}

/** What the fields of a form are given: the state, what is written, and the way to change it. */
export interface FieldProps {
  readonly state: DomainState
  readonly form: TermsForm
  readonly change: (part: Partial<TermsForm>) => void
  /** A new commitment says who may read it; a changed one keeps its readers. */
  readonly isNew?: boolean
}

/** The 15 April that comes next after a day: the usual day for what was done in the calendar year before. */
export const nextApril = (day: string): string => {
  const own = `${day.slice(0, 4)}-04-15`
  return own > day ? own : `${Number(day.slice(0, 4)) + 1}-04-15`
}

export const emptyForm = (today: string, id: string, ref?: chapter.MeasureRef): TermsForm => ({
  title: '',
  pledge: '',
  measure: ref === undefined ? '' : `${ref.catalogue} ${ref.measure}`,
  area: '',
  from: today,
  until: '',
  openEnd: false,
  evidence: [],
  first: nextApril(today),
  everyMonths: '12',
  audience: 'public',
  decision: '',
  reason: '',
  member: '',
  source: '',
  id,
})

/** What a commitment says now, to be changed. */
export const formOf = ({ terms, audience }: chapter.Commitment, id: string): TermsForm => ({
  title: terms.title,
  pledge: terms.pledge,
  measure: terms.measure === undefined ? '' : `${terms.measure.catalogue} ${terms.measure.measure}`,
  area: terms.area ?? '',
  from: terms.from,
  until: terms.until ?? '',
  openEnd: terms.until === null,
  evidence: terms.evidence,
  first: terms.reporting?.first ?? '',
  everyMonths: String(terms.reporting?.everyMonths ?? 12),
  audience: audience.kind === 'public' ? 'public' : 'members',
  decision: terms.decision ?? '',
  reason: '',
  member: '',
  source: '',
  id,
})

/** `2021 2.1.1.a` taken apart. */
export const measureOf = (value: string): chapter.MeasureRef | undefined => {
  const at = value.indexOf(' ')
  return at < 0 ? undefined : { catalogue: value.slice(0, at), measure: value.slice(at + 1) }
}

/** The terms a form comes to; what was left empty is left to the rules to miss. */
export const termsOf = (form: TermsForm, before?: Terms): Terms => {
  const measure = measureOf(form.measure)
  return {
    title: form.title.trim(),
    pledge: form.pledge.trim(),
    ...(measure === undefined ? {} : { measure }),
    ...(measure !== undefined || form.area === '' ? {} : { area: form.area }),
    from: form.from,
    until: form.openEnd ? null : form.until,
    evidence: form.evidence
      .map(({ kind, what }) => ({ kind, what: what.trim() }))
      .filter(({ what }) => what !== ''),
    reporting: form.first === '' ? null : { first: form.first, everyMonths: Number(form.everyMonths) },
    ...(form.decision === '' ? {} : { decision: form.decision as DecisionId }),
    ...(before?.activity === undefined ? {} : { activity: before.activity }),
  }
}

/** What the gate of C-17 asks, each with whether it is there. */
export const gate = (form: TermsForm) => {
  const { from, until, reporting, evidence } = termsOf(form)
  return {
    dates: from !== '' && (form.openEnd || (until !== '' && until !== null && from <= until)),
    reporting: reporting !== null && reporting.first >= from && (!form.openEnd || reporting.everyMonths > 0),
    evidence: evidence.length > 0,
  } as const
}

/** C-22. The first days on which reports would be due. Nothing while the days are not filled in. */
export const firstDues = (form: TermsForm, member: string, now: Instant, most = 4): readonly string[] => {
  const terms = termsOf(form)
  const { reporting } = terms
  if (reporting === null || terms.from === '' || terms.until === '') return []
  const commitment = {
    terms,
    owners: [{ member: member as MemberId, since: now }],
    before: [],
    ended: null,
    ...(form.source.trim() === '' ? {} : { source: form.source }),
  } as unknown as chapter.Commitment
  return chapter.dueDays(commitment, member as MemberId, '2999-12-31').slice(0, most)
}
