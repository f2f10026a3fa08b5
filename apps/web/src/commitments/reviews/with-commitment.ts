import type { DomainState } from '@gavel/domain'
import { useView } from '../../live/use-view.ts'
import type { CommitmentAnswer } from '../answers.ts'
import { withCommitment } from '../asked-state.ts'

/** The state with a commitment in it that an act is to name; an empty id names none. */
export const useWithCommitment = (state: DomainState, id: string): DomainState => {
  const { data } = useView<CommitmentAnswer>(id === '' ? null : `/api/commitments/${encodeURIComponent(id)}`)
  return data === undefined ? state : withCommitment(state, data)
}
