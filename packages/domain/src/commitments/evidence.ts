import { type Check, following } from '@gavel/kernel'
import type { Audience } from '../act.ts'
import { isDay } from '../decisions/index.ts'
import { eventOf } from '../event.ts'
import { type Fault, readable } from '../institution/names.ts'
import type { CommitmentsActOf, Day, Evidence, Open } from './acts.ts'
import { type Answer, byAnOwner, line, name, onCommitment, today } from './checks.ts'
import type { UpToCommitments } from './state.ts'

export const evidenceFaults = ({ evidence, title, address }: Evidence): readonly Fault[] => [
  name('evidence', evidence),
  line('title', title),
  line('address', address),
]

/** C-28. A piece of evidence is dated, not ahead of the day it is given, and can be found: at an address, or by its document. */
export const isFindable = (evidence: readonly Evidence[], now: Day): Check => {
  const lost = evidence.find(
    ({ on, address, document }) =>
      !isDay(on) || on > now || (address === undefined && document === undefined),
  )
  const names = new Set(evidence.map(one => one.evidence))
  return [
    'C-28',
    lost === undefined && names.size === evidence.length,
    () => ({ evidence: lost?.evidence ?? null, on: lost?.on ?? null, today: now }),
  ]
}

/** Whether what is meant for one audience is read by nobody outside another. */
export const isWithin = (inner: Audience, outer: Open): boolean => {
  if (outer.kind === 'public') return true
  if (outer.kind === 'members') return inner.kind !== 'public'
  return inner.kind === 'body' && inner.body === outer.body
}

/** C-28. Evidence of its own audience: no wider than its commitment's. */
export const addEvidence = (
  act: CommitmentsActOf<'commitments.addEvidence'>,
  state: UpToCommitments,
): Answer =>
  onCommitment(state, act.body.commitment, commitment => {
    const { member, evidence, audience, report } = act.body
    const taken =
      commitment.evidence.some(one => one.evidence.evidence === evidence.evidence) ||
      commitment.reports.some(one => one.evidence.some(each => each.evidence === evidence.evidence))
    const known = report === undefined || commitment.reports.some(one => one.id === report)
    return following(
      [
        byAnOwner(commitment, member),
        readable(...evidenceFaults(evidence)),
        isFindable([evidence], today(state, act.at)),
        [
          'C-28',
          !taken && known && isWithin(audience, commitment.audience),
          () => ({ evidence: evidence.evidence, taken, report: report ?? null, audience: audience.kind }),
        ],
      ],
      () => [
        eventOf(act, 'commitments.evidenceAdded', {
          commitment: commitment.id,
          more: { member, evidence, audience, ...(report === undefined ? {} : { report }) },
        }),
      ],
    )
  })
