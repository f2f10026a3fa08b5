import type { DomainState } from '@gavel/domain'
import type { NoticeAnswer } from '@gavel/notices/browser'
import { Declined } from '../../../live/request.ts'
import { useSlice } from '../../../live/use-room.tsx'
import { useView } from '../../../live/use-view.ts'
import type { Asking } from '../acting/notices-button.tsx'
import { withNotice } from '../asking/state.ts'

/** A notice as the viewer may see it, with what the rules are asked of. */
export interface OneProps {
  readonly notice: NoticeAnswer
  readonly asking: Asking
}

type Found =
  | { readonly kind: 'waiting' | 'missing' | 'failed' }
  | {
      readonly kind: 'found'
      readonly notice: NoticeAnswer
      readonly house: DomainState
      readonly asking: Asking
    }

export const useOne = (id: string): Found => {
  const house = useSlice()
  const { data, error } = useView<NoticeAnswer>(`/api/notices/${encodeURIComponent(id)}`)
  if (data !== undefined && house !== undefined)
    return { kind: 'found', notice: data, house, asking: { house, state: withNotice(data) } }
  if (error instanceof Declined && error.problem.status === 404) return { kind: 'missing' }
  return { kind: error === null ? 'waiting' : 'failed' }
}
