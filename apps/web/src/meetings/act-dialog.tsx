import type { DomainState } from '@gavel/domain'
import type { ReactNode } from 'react'
import { ActButton } from '../acting/act-button.tsx'
import { ClosedLine } from '../acting/closed-line.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import type { Intent } from '../live/room.ts'
import { useWords } from '../words/use-words.tsx'

interface ActDialogProps {
  readonly state: DomainState
  readonly title: string
  readonly lead?: string
  /** The act the form stands for, as far as it is filled in. */
  readonly intent: Intent
  readonly confirm: string
  readonly kind?: 'primary' | 'grave'
  readonly wide?: boolean
  readonly onClose: () => void
  readonly onDone?: () => void
  readonly children?: ReactNode
}

/** A form for one act: the rule that closes it is told while it is filled in. */
export const ActDialog = (props: ActDialogProps) => {
  const { state, title, lead, intent, confirm, kind = 'primary', wide = false, onClose, onDone } = props
  const { t } = useWords()
  const sending = useSend()
  const done = (): void => {
    onDone?.()
    onClose()
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} wide={wide} deliberate>
      <div className="stack">
        {lead !== undefined && <p className="soft">{lead}</p>}
        {props.children}
        <ProblemShown problem={sending.problem} />
        <ClosedLine state={state} intent={intent} />
        <p className="row" data-spread="">
          <Button kind="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          <ActButton state={state} intent={intent} sending={sending} kind={kind} done={done}>
            {confirm}
          </ActButton>
        </p>
      </div>
    </Dialog>
  )
}
