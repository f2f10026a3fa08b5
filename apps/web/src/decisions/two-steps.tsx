import type { DomainState } from '@gavel/domain'
import { type ReactNode, useState } from 'react'
import { ActButton } from '../acting/act-button.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { type Sending, useSend } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import type { Intent } from '../live/room.ts'
import { useWords } from '../words/use-words.tsx'

interface TwoStepsProps {
  readonly state: DomainState
  readonly title: string
  /** What is written, and what it means. */
  readonly first: ReactNode
  /** What is about to be done, in full, once more. */
  readonly second: ReactNode
  readonly intent: Intent
  /** What the first step still wants, in words; undefined when it is complete. */
  readonly missing?: string | undefined
  readonly confirm: string
  readonly kind?: 'grave' | 'primary'
  readonly onClose: () => void
  readonly onDone?: () => void
}

/** Something grave, in two deliberate steps: first what and why, then the confirmation of exactly that. */
export const TwoSteps = ({
  state,
  title,
  first,
  second,
  intent,
  missing,
  confirm,
  kind = 'grave',
  onClose,
  onDone,
}: TwoStepsProps) => {
  const { t } = useWords()
  const sending = useSend()
  const [step, setStep] = useState<1 | 2>(1)
  const back = (): void => {
    sending.forget()
    setStep(1)
  }
  const done = (): void => {
    onDone?.()
    onClose()
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} deliberate>
      <div className="stack d-steps">
        <p className="d-step">{t('decision.step', { n: step })}</p>
        {step === 1 ? first : second}
        <ProblemShown problem={sending.problem} />
        <p className="row" data-spread="">
          <Button kind="quiet" onPress={step === 1 ? onClose : back}>
            {t(step === 1 ? 'app.cancel' : 'app.back')}
          </Button>
          {step === 1 ? (
            <Button kind="primary" closed={missing} onPress={() => setStep(2)}>
              {t('decision.continue')}
            </Button>
          ) : (
            <Confirm {...{ state, intent, sending, confirm, kind, done }} />
          )}
        </p>
      </div>
    </Dialog>
  )
}

interface ConfirmProps {
  readonly state: DomainState
  readonly intent: Intent
  readonly sending: Sending
  readonly confirm: string
  readonly kind: 'grave' | 'primary'
  readonly done: () => void
}

const Confirm = ({ state, intent, sending, confirm, kind, done }: ConfirmProps) => (
  <ActButton state={state} intent={intent} sending={sending} kind={kind} done={done}>
    {confirm}
  </ActButton>
)
