import { commitments as chapter } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import type { CommitmentAnswer, DueRow } from '../answers.ts'

type Report = chapter.Report
type Evidence = chapter.Evidence

/** What is said of a commitment, as somebody fills it in. */
export interface Telling {
  /** The due day it answers; empty: told of one's own accord. */
  readonly due: string
  readonly from: string
  readonly until: string
  readonly says: chapter.Said | ''
  readonly words: string
  readonly evidence: readonly Evidence[]
  /** Named once: sent twice it is one report, and one that was given back goes out again under its name. */
  readonly report: string
  readonly revises: string
  /** Where the secretariat records it: the day it was told on, and from where that is known. */
  readonly on: string
  readonly source: string
}

export const saidWords: readonly chapter.Said[] = [
  'notStarted',
  'limited',
  'substantial',
  'complete',
  'noEvidence',
  'unclear',
]

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

const earlier = (a: string, b: string): string => (a < b ? a : b)

/** The days on which a member still owes a report, the one most overdue first. */
export const owedBy = ({ dues }: Pick<CommitmentAnswer, 'dues'>, member: string): readonly DueRow[] =>
  (dues.find(one => one.member === member)?.dues ?? []).filter(
    ({ kind }) => kind === 'overdue' || kind === 'open',
  )

/** C-22. The time a report tells of: since the last one, to the due day, or to today while that is ahead. */
export const periodFor = (
  { terms, reports }: chapter.Commitment,
  member: string,
  due: string,
  today: string,
): { readonly from: string; readonly until: string } => {
  const until = due === '' ? today : earlier(due, today)
  const last = reports.findLast(one => one.member === member)
  const from = last === undefined ? terms.from : dayAfter(last.period.until)
  // What was told before already reaches further: then of the same time as before.
  return { from: from <= until ? from : earlier(last?.period.from ?? terms.from, until), until }
}

interface Given {
  readonly member: string
  /** The due day the address names. */
  readonly due: string | null
  /** A report the validator gave back, to be told again. */
  readonly again: Report | undefined
  /** A report that stands, to be revised. */
  readonly revised: Report | undefined
  readonly report: string
}

const ofReport = (
  report: Report,
): Pick<Telling, 'due' | 'from' | 'until' | 'says' | 'words' | 'evidence'> => ({
  due: report.due ?? '',
  from: report.period.from,
  until: report.period.until,
  says: report.says,
  words: report.words,
  evidence: report.evidence,
})

/**
 * A report as it is laid before whoever tells it: one given back or to be revised as it was; else the due day that is most
 * overdue, the time since the last report, and what was said last.
 */
export const firstTelling = (answer: CommitmentAnswer, given: Given): Telling => {
  const { member, again, revised, report } = given
  const rest = { report, revises: '', on: '', source: '' }
  if (again !== undefined)
    return { ...rest, ...ofReport(again), report: again.id, revises: again.revises ?? '' }
  if (revised !== undefined) return { ...rest, ...ofReport(revised), revises: revised.id }
  const owed = owedBy(answer, member)
  const due = owed.find(one => one.due === given.due)?.due ?? owed[0]?.due ?? ''
  const standing = chapter.memberStanding(answer.commitment, member as MemberId, answer.day)
  return {
    ...rest,
    due,
    ...periodFor(answer.commitment, member, due, answer.day),
    says: standing.says ?? '',
    words: '',
    evidence: [],
  }
}

/** C-25. Whether what is said asks for a piece of evidence, and there is none. */
export const lacksEvidence = (
  { says, evidence, source }: Telling,
  { evidence: more }: chapter.Commitment,
  member: string,
): boolean =>
  (says === 'substantial' || says === 'complete') &&
  source.trim() === '' &&
  evidence.length === 0 &&
  !more.some(one => one.member === member)

/** C-26. Whether what is said asks for words: it goes backward, or nothing can be shown or told. */
export const owesWords = (
  { says, revises }: Telling,
  commitment: chapter.Commitment,
  member: string,
): 'back' | 'untold' | null => {
  if (says === 'noEvidence' || says === 'unclear') return 'untold'
  const rank = (word: string): number => ['notStarted', 'limited', 'substantial', 'complete'].indexOf(word)
  const last = chapter
    .standingReports(commitment, member as MemberId)
    .filter(({ id }) => id !== revises)
    .findLast(one => rank(one.says) >= 0)
  return last !== undefined && rank(says) >= 0 && rank(says) < rank(last.says) ? 'back' : null
}
