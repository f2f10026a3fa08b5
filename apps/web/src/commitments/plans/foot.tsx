import type { DomainState } from '@gavel/domain'
import type { ReactNode } from 'react'
import { ActButton } from '../../acting/act-button.tsx'
import { ClosedLine } from '../../acting/closed-line.tsx'
import { ProblemShown } from '../../acting/problem-shown.tsx'
import type { Sending } from '../../acting/use-send.ts'
import { Button } from '../../kit/button.tsx'
import type { Intent } from '../../live/room.ts'
import { useWords } from '../../words/use-words.tsx'

interface FootProps {
  readonly state: DomainState
  readonly intent: Intent
  readonly sending: Sending
  readonly grave?: boolean
  readonly onClose: () => void
  readonly done: () => void
  readonly children: ReactNode
}

/** The foot of a dialog that does one act: why it was refused or is closed, the way back, and the act. */
export const Foot = ({ state, intent, sending, grave = false, onClose, done, children }: FootProps) => {
  const { t } = useWords()
  return (
    <>
      <ProblemShown problem={sending.problem} />
      <ClosedLine state={state} intent={intent} />
      <p className="row" data-spread="">
        <Button kind="quiet" onPress={onClose}>
          {t('app.cancel')}
        </Button>
        <ActButton
          state={state}
          intent={intent}
          sending={sending}
          kind={grave ? 'grave' : 'primary'}
          done={done}
        >
          {children}
        </ActButton>
      </p>
    </>
  )
}
