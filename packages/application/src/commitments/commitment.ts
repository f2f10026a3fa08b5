import { commitments, decisions, parameter } from '@gavel/domain'
import { emptyTable, get, type MemberId, values } from '@gavel/kernel'
import type { Onlooker } from '../meetings/view.ts'
import { commitmentRow } from './list.ts'
import { partFor } from './parts.ts'
import { type Asking, asking, commitmentsOf } from './reading.ts'

const opensDays = ({ state, now }: Onlooker): number =>
  parameter(state.institution, 'report.opensDays', now).value

const duesOf = (one: commitments.Commitment, member: MemberId, asked: Asking) =>
  commitments
    .dues(one, member, asked.day, opensDays(asked))
    .map(({ due, status }) =>
      status.kind === 'told'
        ? { due, kind: status.kind, report: status.report.id, daysLate: status.daysLate }
        : { due, ...status },
    )

/** Evidence that was added on its own, as far as a reader may read it. */
const moreEvidence = (one: commitments.Commitment, { readable }: Onlooker) =>
  one.evidence.filter(({ audience }) => readable(audience))

/** What a delegation knows of a commitment that nobody else does: what waits inside it, and who does what. */
const insideOf = (one: commitments.Commitment, member: MemberId, { state, now }: Onlooker) => ({
  member,
  waiting: [...values(get(state.commitments.waiting, member) ?? none)]
    .filter(({ commitment }) => commitment === one.id)
    .map(({ report, by, returned }) => ({ report, by, returned })),
  contacts: commitments.contactsFor(state, member, one, ['focalPoint', 'alternate', 'validator'], now),
})

const none = emptyTable<commitments.Waiting>()

/**
 * A commitment, whole: its terms and what they said before, each owner's standing and the reports it owes, reports,
 * findings, evidence; for a delegate what waits inside her delegation besides. Undefined for one that is not there or
 * not hers to read.
 */
export const commitmentView = (id: string, onlooker: Onlooker, delegations: readonly string[]) => {
  const one = get(onlooker.state.commitments.commitments, id)
  if (one === undefined || !onlooker.readable(one.audience)) return undefined
  const asked = asking(onlooker)
  const owners = commitments.ownersOf(one)
  return {
    commitment: { ...one, evidence: moreEvidence(one, onlooker) },
    row: commitmentRow(one, asked),
    dues: owners.map(member => ({ member, dues: duesOf(one, member, asked) })),
    inside: owners
      .filter(member => delegations.includes(member))
      .map(member => insideOf(one, member, onlooker)),
    day: asked.day,
    now: onlooker.now,
  }
}

const countOf = (words: readonly string[]): { readonly [word: string]: number } => {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

/**
 * How a member stands: its commitments by status, and the reports that are open or overdue, the most urgent first. What
 * waits inside the delegation, and recommendations without a response, are for those who may see them.
 */
export const memberDashboard = (member: MemberId, onlooker: Onlooker, isOwn: boolean) => {
  const asked = asking(onlooker)
  const opens = opensDays(onlooker)
  const until = decisions.addDays(asked.day, opens)
  const all = commitmentsOf(asked, member)
  const parts = all.map(one => ({ one, part: partFor(one, member, until) }))
  const owed = parts
    .filter(({ one }) => one.ended === null)
    .flatMap(({ one, part }) =>
      commitments
        .owedOn(part, asked.day, opens, opens)
        .filter(({ status }) => status.kind === 'open' || status.kind === 'overdue')
        .map(({ due, status }) => ({ commitment: one.id, title: one.terms.title, due, ...status })),
    )
    .sort((a, b) => (a.due === b.due ? (a.commitment < b.commitment ? -1 : 1) : a.due < b.due ? -1 : 1))
  const waiting = isOwn ? [...values(get(onlooker.state.commitments.waiting, member) ?? none)] : []
  return {
    member,
    total: all.length,
    byStatus: countOf(parts.map(({ one, part }) => commitments.statusOn(one, part, asked.day))),
    owed,
    waiting: waiting.map(({ commitment, report, by, returned }) => ({
      commitment,
      report: report.id,
      by,
      returned,
    })),
    day: asked.day,
    now: onlooker.now,
  }
}
