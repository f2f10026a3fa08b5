import type { DomainState } from '@gavel/domain'
import { get, type Instant } from '@gavel/kernel'
import { useEffect } from 'react'
import { useSend } from '../acting/use-send.ts'
import { useClock } from '../live/use-clock.ts'
import { useRoom, useSlice } from '../live/use-room.tsx'
import type { AtHand } from './at-hand.ts'
import type { Meeting } from './next-step.ts'
import { roleIn } from './roles.ts'

/** The instant at which the clock alone opens or closes something in a meeting; null when none will. */
const nextTurn = ({ status, opensAt, suspendedUntil, journals }: Meeting, now: Instant): Instant | null => {
  const turns = [
    ...(status === 'convened' ? [opensAt] : []),
    ...(suspendedUntil === undefined ? [] : [suspendedUntil]),
    ...journals.map(({ correctionsUntil }) => correctionsUntil),
  ].filter(at => at > now)
  return turns.sort()[0] ?? null
}

type Finding =
  | { readonly kind: 'looking' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'found'; readonly at: AtHand }

/** A meeting by its id, with what the viewer is in it and the time, kept level with the record and the clock. */
export const useMeeting = (id: string): Finding => {
  const room = useRoom()
  const state: DomainState | undefined = useSlice()
  const sending = useSend()
  const meeting = state && get(state.meetings.meetings, id)
  const coarse = useClock()
  const now = useClock(meeting === undefined ? null : nextTurn(meeting, coarse))
  useEffect(() => {
    if (meeting !== undefined) document.title = meeting.title
  }, [meeting])
  if (state === undefined) return { kind: 'looking' }
  if (meeting === undefined) return { kind: 'missing' }
  return { kind: 'found', at: { state, meeting, role: roleIn(room.as, meeting, state, now), now, sending } }
}
