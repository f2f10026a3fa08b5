import { commitments, type DomainState, decisions } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import { type Circle, circleOf } from './circle.ts'
import { dayNumber, keyOf, never } from './tally.ts'
import { type Posting, saidColumns, toldColumns } from './value.ts'

type Commitment = commitments.Commitment
type Report = commitments.Report
type Said = commitments.Said

const scale: readonly Said[] = ['notStarted', 'limited', 'substantial', 'complete']

/** Which way a report moves a commitment, against what stood before it. */
export type Move = 'forward' | 'backward' | 'none'

export interface Moved {
  readonly report: Report
  readonly move: Move
  /** How far things were before; null while nobody had said. */
  readonly from: Said | null
}

/** The standing reports of a member with the way each moves. Not to have been told anything counts as not started. */
export const movesOf = (reports: readonly Report[]): readonly Moved[] => {
  let from: Said | null = null
  return reports.map(report => {
    const rank = scale.indexOf(report.says)
    const move: Move = report.movedBack
      ? 'backward'
      : rank > Math.max(0, from === null ? 0 : scale.indexOf(from))
        ? 'forward'
        : 'none'
    const moved = { report, move, from }
    if (rank >= 0) from = report.says
    return moved
  })
}

/** What a member's part in a commitment is counted under, and what is known of it. */
export interface Part {
  readonly commitment: Commitment
  readonly member: MemberId
  readonly circle: Circle
  /** Empty where neither a measure nor the terms name one. */
  readonly area: string
  /** The reports it owes, up to a day that a rule of the count names. */
  readonly due: readonly string[]
}

/** The area a commitment stands under, by its measure or its terms; empty where neither says. */
export const areaOf = (state: DomainState, { terms }: Commitment): string =>
  terms.area ?? (terms.measure === undefined ? '' : (commitments.areaOf(state, terms.measure) ?? ''))

export const partOf = (
  state: DomainState,
  commitment: Commitment,
  member: MemberId,
  until: string,
): Part => ({
  commitment,
  member,
  circle: circleOf(commitment.audience),
  area: areaOf(state, commitment),
  due: commitments.dueDays(commitment, member, until),
})

/** How late a report was, in four steps: within a week, a month, a quarter of a year, or later. */
const lateness = (days: number): string =>
  days <= 0 ? 'onTime' : days <= 7 ? 'late7' : days <= 30 ? 'late30' : days <= 90 ? 'late90' : 'lateMore'

const dueKey = ({ circle, member, area }: Part, due: string): string =>
  keyOf(circle, member, area, due.slice(0, 4))

const duePosting = (part: Part, due: string): Posting => ({
  table: 'due',
  key: dueKey(part, due),
  day: dayNumber(due),
  sums: [1, 0],
})

/** A due day that was answered: that it was, how late, and by how many days. */
export const answerPostings = (part: Part, due: string, { on }: Report): readonly Posting[] => {
  const key = dueKey(part, due)
  const late = Math.max(0, decisions.daysBetween(due, on))
  return [
    { table: 'due', key, day: dayNumber(due), sums: [0, 1] },
    { table: 'told', key, day: toldColumns.indexOf(lateness(late)), sums: [1] },
    ...(late === 0
      ? []
      : [{ table: 'told' as const, key, day: toldColumns.indexOf('daysLate'), sums: [late] }]),
  ]
}

/** What was heard of a part: its standing reports with the way each moves, and the first report on each due day. */
export interface Heard {
  readonly moves: readonly Moved[]
  readonly answers: ReadonlyMap<string, Report>
}

export const heardOf = ({ commitment, member }: Part): Heard => {
  const answers = new Map<string, Report>()
  for (const report of commitment.reports)
    if (report.member === member && report.due !== undefined && !answers.has(report.due))
      answers.set(report.due, report)
  return { moves: movesOf(commitments.standingReports(commitment, member)), answers }
}

export const duePostings = (part: Part, { answers }: Heard): readonly Posting[] =>
  part.due.flatMap(due => {
    const answer = answers.get(due)
    return [duePosting(part, due), ...(answer === undefined ? [] : answerPostings(part, due, answer))]
  })

export const saidPosting = ({ circle, member, area }: Part, { report, move }: Moved): readonly Posting[] => {
  const key = keyOf(circle, member, area, report.on.slice(0, 4))
  const words = move === 'none' ? [report.says] : [report.says, move]
  return words.map(word => ({ table: 'said', key, day: saidColumns.indexOf(word), sums: [1] }))
}

export const saidPostings = (part: Part, { moves }: Heard): readonly Posting[] =>
  moves.flatMap(moved => saidPosting(part, moved))

/** The day a member's part began: what was recorded from elsewhere began when it says so. */
const begun = ({ commitment, member }: Part): string =>
  commitment.source === undefined
    ? commitment.owners.findLast(one => one.member === member)!.since.slice(0, 10)
    : commitment.terms.from

/**
 * C-39. How it stands with a member's part: the word for it while it is not silent, the year in which it last moved, and
 * the due day after which it is silent unless something is told. The same three say how it stands on any later day.
 */
export const standingPosting = (part: Part, { moves, answers }: Heard): readonly Posting[] => {
  const { commitment, member, circle, area, due } = part
  if (!commitments.ownersOf(commitment).includes(member)) return []
  const last = moves.at(-1)?.report
  const told = moves.findLast(({ report }) => report.says !== 'nothingNew')?.report
  const word =
    commitment.ended?.kind ?? (last === undefined ? 'notYetReported' : (told?.says ?? 'nothingNew'))
  const moved = moves.findLast(({ move }) => move !== 'none')?.report
  const since = (moved?.on ?? begun(part)).slice(0, 4)
  const from = last === undefined ? '' : (last.due ?? last.on)
  const silent = commitment.ended === null ? due.find(day => day > from && !answers.has(day)) : undefined
  const key = keyOf(circle, member, area, word, since)
  return [{ table: 'standing', key, day: silent === undefined ? never : dayNumber(silent), sums: [1] }]
}

/** Everything one part is counted as. */
export const partPostings = (part: Part): readonly Posting[] => {
  const heard = heardOf(part)
  return [...duePostings(part, heard), ...saidPostings(part, heard), ...standingPosting(part, heard)]
}

/**
 * What a commitment itself is counted as: once as a whole (no member named) and once for each owner, under the decision
 * it follows from and the measure it carries out; and for each owner in the year in which it was undertaken.
 */
export const commitmentPostings = (state: DomainState, commitment: Commitment): readonly Posting[] => {
  const { terms, ended, audience, source } = commitment
  const [circle, area, how] = [circleOf(audience), areaOf(state, commitment), ended?.kind ?? 'standing']
  const owners = commitments.ownersOf(commitment)
  const postings: Posting[] = []
  const { decision, measure } = terms
  for (const owner of ['', ...owners]) {
    if (decision !== undefined)
      postings.push({ table: 'byDecision', key: keyOf(circle, decision, area, owner, how), n: 1 })
    if (measure !== undefined)
      postings.push({
        table: 'byMeasure',
        key: keyOf(circle, measure.catalogue, measure.measure, owner, how),
        n: 1,
      })
  }
  // What was carried forward was undertaken before.
  if (commitment.carriedFrom === null)
    for (const [at, { member, since }] of commitment.owners.entries()) {
      const year = (at === 0 && source !== undefined ? terms.from : since).slice(0, 4)
      postings.push({ table: 'undertaken', key: keyOf(circle, member, area, year), n: 1 })
    }
  return postings
}
