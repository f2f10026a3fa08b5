import type { MemberId } from '@gavel/kernel'
import { addDays, daysBetween, monthsFrom } from '../decisions/index.ts'
import type { Day, Progress, Said, Terms } from './acts.ts'
import type { Commitment, Owner, Report } from './state.ts'

/** How many due days one commitment can have: reports every month for fifty years. */
const mostDueDays = 600

/**
 * C-22. The days on which a member owes reports of a commitment, up to `until` (included), oldest first: the first one
 * and, where reports repeat, the same date every so many months, to the end of the commitment. None before the member
 * undertook it, and none after it left or the commitment ended. Terms that were changed count up to the day of their
 * change, and the new ones from then on.
 */
export const dueDays = (commitment: Commitment, member: MemberId, until: Day): readonly Day[] => {
  const owned = commitment.owners.filter(one => one.member === member)
  if (owned.length === 0) return []
  const ended = commitment.ended?.at.slice(0, 10)
  const last = ended !== undefined && ended < until ? ended : until
  const days =
    commitment.before.length === 0
      ? daysUnder(commitment.terms, last)
      : spellsOf(commitment).flatMap(({ terms, from, before }) =>
          daysUnder(terms, last).filter(day => day >= from && (before === null || day < before)),
        )
  const times = owned.map(one => timeOf(commitment, one))
  return days.filter(day => times.some(([from, until]) => day >= from && (until === null || day <= until)))
}

/** The first and last day of an owner's time. What was recorded from elsewhere held before it was, for its first owner. */
const timeOf = ({ source, owners }: Commitment, owner: Owner): readonly [from: Day, until: Day | null] => [
  source !== undefined && owner === owners[0] ? '' : owner.since.slice(0, 10),
  owner.until?.slice(0, 10) ?? null,
]

/** A time during which the same terms held, from its first day to the day `before` which it ended; null: it has not. */
interface Spell {
  readonly terms: Terms
  readonly from: Day
  readonly before: Day | null
}

/** The terms of a commitment one after the other: to change them makes no day undue that has passed. */
const spellsOf = ({ terms, before }: Commitment): readonly Spell[] => {
  const changes = before.map(({ until }) => until.slice(0, 10))
  return [...before.map(one => one.terms), terms].map((one, n) => ({
    terms: one,
    from: changes[n - 1] ?? '',
    before: changes[n] ?? null,
  }))
}

/** The due days some terms name, up to `last` (included), oldest first. */
const daysUnder = ({ reporting, until: end }: Terms, last: Day): readonly Day[] => {
  if (reporting === null) return []
  const days: Day[] = []
  const later = monthsFrom(reporting.first)
  for (let step = 0; step < mostDueDays; step++) {
    const day = later(step * reporting.everyMonths)
    if (day > last) break
    days.push(day)
    // The report on the end of a commitment is due after it, once.
    if (reporting.everyMonths === 0 || (end !== null && day >= end)) break
  }
  return days
}

/**
 * C-27. The reports of a member that stand: none of them was revised by a later one. In the order in which they were
 * told; a revision stands in the place of what it revises.
 */
export const standingReports = (commitment: Commitment, member: MemberId): readonly Report[] => {
  const standing: Report[] = []
  for (const report of commitment.reports) {
    if (report.member !== member) continue
    const { revises } = report
    const place = revises === undefined ? -1 : standing.findIndex(({ id }) => id === revises)
    if (place < 0) standing.push(report)
    else standing[place] = report
  }
  return standing
}

/** C-39. How it stands with one report that is or was due. Days are counted from the due day. */
export type DueStatus =
  | { readonly kind: 'ahead'; readonly opens: Day }
  | { readonly kind: 'open'; readonly daysLeft: number }
  | { readonly kind: 'overdue'; readonly days: number }
  | { readonly kind: 'told'; readonly report: Report; readonly daysLate: number }

export interface Due {
  readonly due: Day
  readonly status: DueStatus
}

const statusOf = (due: Day, report: Report | undefined, now: Day, opensDays: number): DueStatus => {
  // A correction does not make late what was told in time.
  if (report !== undefined)
    return { kind: 'told', report, daysLate: Math.max(0, daysBetween(due, report.on)) }
  if (now > due) return { kind: 'overdue', days: daysBetween(due, now) }
  const opens = addDays(due, -opensDays)
  return now < opens ? { kind: 'ahead', opens } : { kind: 'open', daysLeft: daysBetween(now, due) }
}

/** The first report of a member on each due day: the one that was late or not. */
const firstReports = (commitment: Commitment, member: MemberId): ReadonlyMap<Day, Report> => {
  const first = new Map<Day, Report>()
  for (const report of commitment.reports)
    if (report.member === member && report.due !== undefined && !first.has(report.due))
      first.set(report.due, report)
  return first
}

/**
 * C-39. Every report a member has owed of a commitment, and the next ones up to `ahead` days from now. Worked out from
 * stored days: nothing has to run for a report to fall due.
 */
export const dues = (
  commitment: Commitment,
  member: MemberId,
  now: Day,
  opensDays: number,
  ahead = 366,
): readonly Due[] => {
  const told = firstReports(commitment, member)
  return dueDays(commitment, member, addDays(now, ahead)).map(due => ({
    due,
    status: statusOf(due, told.get(due), now, opensDays),
  }))
}

const ranks: { readonly [said in Said]?: number } = { notStarted: 0, limited: 1, substantial: 2, complete: 3 }

export const rankOf = (said: Said): number | undefined => ranks[said]

/** C-26. Whether a report says less than the one before it that said how far things were. */
export const isBackward = (says: Said, before: readonly Report[]): boolean => {
  const last = before.findLast(one => rankOf(one.says) !== undefined)
  const [to, from] = [rankOf(says), last && rankOf(last.says)]
  return to !== undefined && from !== undefined && to < from
}

/** What a member's reports come to. */
export interface MemberStanding {
  readonly member: MemberId
  /** The last thing said that was not `nothingNew`; null while nothing was. */
  readonly says: Exclude<Said, 'nothingNew'> | null
  readonly last: Report | null
  /** Since when reports only say that there is nothing new. */
  readonly nothingNewSince: Day | null
  /** The first due day that has passed without a word since the last report; null: none has. */
  readonly silentSince: Day | null
}

/**
 * What no passing of time changes in a member's part, until something is told: what it said, and the due days up to
 * `until` that nobody has told of. From it follows how it stands on any day up to that one.
 */
export interface Part extends Pick<MemberStanding, 'member' | 'says' | 'last' | 'nothingNewSince'> {
  readonly until: Day
  readonly untold: readonly Day[]
}

/** The due days no report of the member names; one pass, for reports mostly come in the order of their due days. */
const untoldOf = ({ reports }: Commitment, member: MemberId, days: readonly Day[]): readonly Day[] => {
  const isTold = days.map(() => false)
  let next = 0
  for (const { member: of, due } of reports) {
    if (due === undefined || of !== member) continue
    const place = days[next] === due ? next : days.indexOf(due)
    if (place < 0) continue
    isTold[place] = true
    next = place + 1
  }
  return days.filter((_, place) => !isTold[place])
}

/** C-39. A member's part in a commitment, with what it owes up to a day. */
export const partUntil = (commitment: Commitment, member: MemberId, until: Day): Part => {
  const reports = standingReports(commitment, member)
  const at = reports.findLastIndex(({ says }) => says !== 'nothingNew')
  return {
    member,
    says: at < 0 ? null : (reports[at]!.says as Exclude<Said, 'nothingNew'>),
    last: reports.at(-1) ?? null,
    nothingNewSince: reports[at + 1]?.on ?? null,
    until,
    untold: untoldOf(commitment, member, dueDays(commitment, member, until)),
  }
}

const silentSince = ({ last, untold }: Part, now: Day): Day | null => {
  const from = last === null ? '' : (last.due ?? last.on)
  return untold.find(due => due > from && due < now) ?? null
}

/** C-39. How it stands with a member's part in a commitment: what it said last, and since when it says nothing. */
export const memberStanding = (commitment: Commitment, member: MemberId, now: Day): MemberStanding => {
  const part = partUntil(commitment, member, now)
  const { until: _until, untold: _untold, ...said } = part
  return { ...said, silentSince: silentSince(part, now) }
}

/** C-39. The reports of a part that are open or overdue on a day, or fall due up to `ahead` days after it. */
export const owedOn = ({ untold }: Part, now: Day, opensDays: number, ahead: number): readonly Due[] => {
  const last = addDays(now, ahead)
  return untold
    .filter(due => due <= last)
    .map(due => ({ due, status: statusOf(due, undefined, now, opensDays) }))
}

/** C-39. A commitment in one word. Silence is a word of its own, and no report is not the same as no progress. */
export type CommitmentStatus =
  | Progress
  | 'noEvidence'
  | 'unclear'
  | 'nothingNew'
  | 'silent'
  | 'notYetReported'
  | 'withdrawn'
  | 'carriedForward'

/**
 * C-39. The word for one member's part: how it ended, or silence, or what its last report says. Between the owners of
 * one commitment nothing is added up: each has its own word.
 */
export const statusFor = (commitment: Commitment, member: MemberId, now: Day): CommitmentStatus =>
  commitment.ended === null
    ? statusOn(commitment, partUntil(commitment, member, now), now)
    : commitment.ended.kind

/** The same from a part that is known up to the day or further. */
export const statusOn = (commitment: Commitment, part: Part, now: Day): CommitmentStatus => {
  if (commitment.ended !== null) return commitment.ended.kind
  if (silentSince(part, now) !== null) return 'silent'
  return part.last === null ? 'notYetReported' : (part.says ?? 'nothingNew')
}
