import type { DomainState } from '@gavel/domain'
import { useClosedWords } from '../kit/refusal.tsx'
import { type Intent, whyClosed } from '../live/room.ts'
import { useRoom } from '../live/use-room.tsx'

/** The rule that closes an act as it stands now, in words beside the form; nothing while the way is open. */
export const ClosedLine = ({ state, intent }: { readonly state: DomainState; readonly intent: Intent }) => {
  const room = useRoom()
  const closed = useClosedWords()(whyClosed(room, state, intent))
  return (
    <p className="closed-line small" role="status">
      {closed}
    </p>
  )
}
