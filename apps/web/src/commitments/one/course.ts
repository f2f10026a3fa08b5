import type { commitments as chapter } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'

/** Something that happened to a commitment, and when. */
export type Happened =
  | { readonly kind: 'undertaken' | 'joined' | 'left'; readonly at: Instant; readonly member: string }
  | { readonly kind: 'changed'; readonly at: Instant; readonly reason: string }
  | { readonly kind: 'reported'; readonly at: Instant; readonly report: chapter.Report }
  | { readonly kind: 'evidence'; readonly at: Instant; readonly more: chapter.MoreEvidence }
  | { readonly kind: 'assessed'; readonly at: Instant; readonly finding: chapter.Finding }
  | { readonly kind: 'withdrawn'; readonly at: Instant; readonly reason: string }
  | { readonly kind: 'carriedForward'; readonly at: Instant; readonly reason: string; readonly into: string }

const ofOwners = ({ owners, at }: chapter.Commitment): readonly Happened[] =>
  owners.flatMap((owner, place): readonly Happened[] => [
    {
      kind: place === 0 && owner.since === at ? 'undertaken' : 'joined',
      at: owner.since,
      member: owner.member,
    },
    ...(owner.until === undefined ? [] : [{ kind: 'left', at: owner.until, member: owner.member } as const]),
  ])

/** All that happened to a commitment, the latest first; of what came at one instant, in the order of the record. */
export const courseOf = (one: chapter.Commitment): readonly Happened[] => {
  const all: readonly Happened[] = [
    ...ofOwners(one),
    ...one.before.map(({ until, reason }) => ({ kind: 'changed', at: until, reason }) as const),
    ...one.reports.map(report => ({ kind: 'reported', at: report.at, report }) as const),
    ...one.evidence.map(more => ({ kind: 'evidence', at: more.at, more }) as const),
    ...one.findings.map(finding => ({ kind: 'assessed', at: finding.at, finding }) as const),
    ...(one.ended === null ? [] : [one.ended]),
  ]
  return all.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).reverse()
}

/** Who found something: an assessor named by a source, or the capacity in which it was found. */
export const assessorOf = ({ assessor, as }: chapter.Finding): string =>
  assessor ??
  (as.kind === 'coordinator' ? `coordinator:${as.area}` : as.kind === 'observer' ? as.observer : as.kind)

/** C-29. Findings side by side: one column for each who found something, each with her latest first. */
export const byAssessor = (
  findings: readonly chapter.Finding[],
): readonly (readonly [assessor: string, findings: readonly chapter.Finding[]])[] => {
  const columns = new Map<string, chapter.Finding[]>()
  for (const finding of findings) {
    const key = assessorOf(finding)
    columns.set(key, [finding, ...(columns.get(key) ?? [])])
  }
  return [...columns]
}
