import type { commitments as chapter, DomainState } from '@gavel/domain'
import { useMemo } from 'react'
import { Declined } from '../live/request.ts'
import { useView } from '../live/use-view.ts'
import type { CommitmentAnswer } from './answers.ts'
import { withActivities, withCommitment } from './asked-state.ts'
import { useLeaning } from './decision-choice.tsx'

export type Finding =
  | { readonly kind: 'looking' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed' }
  | {
      readonly kind: 'found'
      readonly answer: CommitmentAnswer
      /** The state the rules are asked of: with the commitment in it, and what it leans on. */
      readonly state: DomainState
    }

/** A commitment that is here, with the state the rules are asked of. */
export type FoundOne = Extract<Finding, { kind: 'found' }>

/** The state with a commitment in it; `decision` is the one its new terms lean on, where they are being changed. */
export const useWithCommitment = (
  answer: CommitmentAnswer | undefined,
  decision = answer?.commitment.terms.decision ?? '',
): DomainState | undefined => {
  const base = useLeaning(decision)
  const leansOnActivity = answer?.commitment.terms.activity !== undefined
  const { data: plans } = useView<{ activities: readonly chapter.Activity[] }>(
    leansOnActivity ? '/api/activities' : null,
  )
  return useMemo(
    () =>
      base === undefined || answer === undefined
        ? undefined
        : withCommitment(withActivities(base, plans?.activities ?? []), answer),
    [base, answer, plans],
  )
}

/** A commitment by its id, as far as the viewer may read it. */
export const useCommitment = (id: string): Finding => {
  const { data, error } = useView<CommitmentAnswer>(`/api/commitments/${encodeURIComponent(id)}`)
  const state = useWithCommitment(data)
  if (error instanceof Declined && error.problem.status === 404) return { kind: 'missing' }
  if (data === undefined && error !== null) return { kind: 'failed' }
  if (data === undefined || state === undefined) return { kind: 'looking' }
  return { kind: 'found', answer: data, state }
}
