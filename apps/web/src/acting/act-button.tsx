import type { DomainState } from '@gavel/domain'
import type { ReactNode } from 'react'
import { Button } from '../kit/button.tsx'
import { useClosedWords } from '../kit/refusal.tsx'
import { type Intent, whyClosed } from '../live/room.ts'
import { useRoom } from '../live/use-room.tsx'
import type { Sending } from './use-send.ts'

interface ActButtonProps {
  /** The state the rules are asked of: the slice of the scene. */
  readonly state: DomainState
  readonly intent: Intent
  readonly sending: Sending
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'grave'
  readonly size?: 'small' | 'medium'
  readonly pressed?: boolean
  /** What is done instead of sending at once: to ask for a reason, or once more. */
  readonly instead?: () => void
  readonly done?: () => void
  readonly children: ReactNode
}

/** A button that does one act. Closed by a rule, it says by which one, worked out here before anything is sent. */
export const ActButton = ({
  state,
  intent,
  sending,
  kind,
  size,
  pressed,
  instead,
  done,
  children,
}: ActButtonProps) => {
  const room = useRoom()
  const closedWords = useClosedWords()
  const closed = closedWords(whyClosed(room, state, intent))
  const press = async (): Promise<void> => {
    if (instead !== undefined) return instead()
    if (await sending.send(intent)) done?.()
  }
  return (
    <Button
      {...(kind === undefined ? {} : { kind })}
      {...(size === undefined ? {} : { size })}
      {...(closed === undefined ? {} : { closed })}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onPress={() => void press()}
    >
      {children}
    </Button>
  )
}
