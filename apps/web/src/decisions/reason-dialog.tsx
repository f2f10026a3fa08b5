import type { DomainState } from '@gavel/domain'
import type { ReactNode } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { ActButton } from '../acting/act-button.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useKept } from '../kit/kept.ts'
import type { Intent } from '../live/room.ts'
import { useWords } from '../words/use-words.tsx'

interface ReasonProps {
  readonly state: DomainState
  readonly title: string
  readonly lead: string
  readonly label: string
  /** Under which name the words are kept until they are sent. */
  readonly name: string
  readonly grave?: boolean
  readonly intentWith: (reason: string) => Intent
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** Something that is done with words of one's own: a reason, a request. */
export const ReasonDialog = (props: ReasonProps) => {
  const { state, title, lead, label, name, grave = false, intentWith, onClose, children } = props
  const { t } = useWords()
  const sending = useSend()
  const [words, keep, forget] = useKept(name)
  const reason = words.trim()
  const done = (): void => {
    forget()
    onClose()
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <div className="stack">
        <p className="soft">{lead}</p>
        {children}
        <TextField className="field" value={words} onChange={keep} maxLength={4_000} isRequired>
          <Label>{label}</Label>
          <TextArea dir="auto" rows={3} />
        </TextField>
        <ProblemShown problem={sending.problem} />
        <p className="row" data-spread="">
          <Button kind="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          {reason === '' ? (
            <Button kind="primary" closed={t('decision.giveReason')}>
              {title}
            </Button>
          ) : (
            <ActButton
              state={state}
              intent={intentWith(reason)}
              sending={sending}
              kind={grave ? 'grave' : 'primary'}
              done={done}
            >
              {title}
            </ActButton>
          )}
        </p>
      </div>
    </Dialog>
  )
}
