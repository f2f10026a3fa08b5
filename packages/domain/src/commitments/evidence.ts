import { type Check, canonicalJson, following, type Json } from '@gavel/kernel'
import type { Audience } from '../act.ts'
import { isDay } from '../decisions/index.ts'
import { eventOf } from '../event.ts'
import { type Fault, readable } from '../institution/names.ts'
import type { CommitmentsActOf, Day, Evidence } from './acts.ts'
import {
  type Answer,
  byAnOwner,
  inItsOwnName,
  isBody,
  line,
  name,
  onCommitment,
  sourced,
  today,
} from './checks.ts'
import type { Commitment, UpToCommitments } from './state.ts'

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

/** The pieces of evidence of a commitment that go by a name. */
const called = ({ evidence, reports }: Commitment, wanted: string): readonly Evidence[] =>
  [...evidence.map(one => one.evidence), ...reports.flatMap(one => one.evidence)].filter(
    one => one.evidence === wanted,
  )

/** C-28. A name stands for one piece: a report may show again what was shown before, and as it was. */
export const isOnePiece = (evidence: readonly Evidence[], commitment: Commitment): Check => {
  const text = (one: Evidence): string => canonicalJson(one as unknown as Json)
  const other = evidence.find(one =>
    called(commitment, one.evidence).some(known => text(known) !== text(one)),
  )
  return ['C-28', other === undefined, () => ({ evidence: other!.evidence, taken: true })]
}

/**
 * Whether what is meant for one audience is read by nobody outside another. A delegation is asked about by its own acts,
 * on what it reads itself.
 */
export const isWithin = (inner: Audience, outer: Audience): boolean => {
  if (outer.kind === 'public') return true
  if (outer.kind === 'members') return inner.kind !== 'public'
  if (inner.kind === 'body') return outer.kind === 'body' && inner.body === outer.body
  if (inner.kind !== 'delegation') return false
  if (outer.kind === 'delegations' || outer.kind === 'mediators') return outer.members.includes(inner.member)
  return outer.kind === 'body' || inner.member === outer.member
}

/** C-28. Evidence of its own audience: no wider than its commitment's. */
export const addEvidence = (
  act: CommitmentsActOf<'commitments.addEvidence'>,
  state: UpToCommitments,
): Answer =>
  onCommitment(state, act.body.commitment, commitment => {
    const { member, evidence, audience, report } = act.body
    const taken = called(commitment, evidence.evidence).length > 0
    const there = audience.kind !== 'body' || isBody(state, audience.body)
    const known =
      report === undefined || commitment.reports.some(one => one.id === report && one.member === member)
    return following(
      [
        inItsOwnName(act),
        byAnOwner(commitment, member),
        readable(...evidenceFaults(evidence)),
        isFindable([evidence], today(state, act.at)),
        [
          'C-28',
          !taken && known && there && isWithin(audience, commitment.audience),
          () => ({ evidence: evidence.evidence, taken, report: report ?? null, audience: audience.kind }),
        ],
      ],
      () => [
        eventOf(act, 'commitments.evidenceAdded', {
          commitment: commitment.id,
          more: {
            member,
            evidence,
            audience,
            ...(report === undefined ? {} : { report }),
            ...sourced(act.body),
          },
        }),
      ],
    )
  })
