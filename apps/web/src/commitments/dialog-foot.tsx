import type { DomainState } from '@gavel/domain'
import { ActButton } from '../acting/act-button.tsx'
import { ClosedLine } from '../acting/closed-line.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import type { Intent } from '../live/room.ts'
import { useWords } from '../words/use-words.tsx'

interface FootProps {
  readonly state: DomainState
  readonly intent: Intent
  readonly confirm: string
  readonly onClose: () => void
  /** What is let go of once it was sent. */
  readonly done?: () => void
}

/** What closes the act as it is written now, and the two ways out of the dialog. */
export const DialogFoot = ({ state, intent, confirm, onClose, done }: FootProps) => {
  const { t } = useWords()
  const sending = useSend()
  const sent = (): void => {
    done?.()
    onClose()
  }
  return (
    <>
      <ProblemShown problem={sending.problem} />
      <ClosedLine state={state} intent={intent} />
      <p className="row" data-spread="">
        <Button kind="quiet" onPress={onClose}>
          {t('app.cancel')}
        </Button>
        <ActButton state={state} intent={intent} sending={sending} kind="primary" done={sent}>
          {confirm}
        </ActButton>
      </p>
    </>
  )
}
