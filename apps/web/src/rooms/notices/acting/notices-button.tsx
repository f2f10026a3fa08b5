import type { DomainState } from '@gavel/domain'
import type { NoticesState } from '@gavel/notices/browser'
import type { Sending } from '../../../acting/use-send.ts'
import { Button } from '../../../kit/button.tsx'
import { useClosedWords } from '../../../kit/refusal.tsx'
import type { RoomIntent } from '../../../live/room.ts'
import { closedBy, useAsked } from '../asking/use-asked.ts'

/** Against what the rules of the room are asked: its state as the views tell it, and the chapters'. */
export interface Asking {
  readonly state: NoticesState
  readonly house: DomainState
}

interface ButtonProps extends Asking {
  readonly intent: RoomIntent
  readonly sending: Sending
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'grave'
  readonly size?: 'small' | 'medium'
  /** What it is done to, for whoever hears the button alone. */
  readonly of?: string
  readonly instead?: () => void
  readonly done?: () => void
  readonly children: string
}

/** A button that does one act of the room, or opens the form of it. Closed by a rule, it says by which one. */
export const NoticesButton = (props: ButtonProps) => {
  const { state, house, intent, sending, kind, size, of, instead, done, children } = props
  const asked = useAsked()
  const closed = useClosedWords()(closedBy(asked(state, house, intent)))
  const press = async (): Promise<void> => {
    if (instead !== undefined) return instead()
    if (await sending.send(intent)) done?.()
  }
  return (
    <Button
      {...(kind === undefined ? {} : { kind })}
      {...(size === undefined ? {} : { size })}
      {...(closed === undefined ? {} : { closed })}
      {...(of === undefined ? {} : { 'aria-label': `${children}: ${of}` })}
      busy={sending.busy}
      onPress={() => void press()}
    >
      {children}
    </Button>
  )
}
