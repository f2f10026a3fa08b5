import type { DomainState } from '@gavel/domain'
import { useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { ActButton } from '../acting/act-button.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import type { Intent } from '../live/room.ts'
import { useWords } from '../words/use-words.tsx'

interface NextProps {
  readonly state: DomainState
  readonly title: string
  readonly lead?: string
  readonly choices: readonly { readonly label: string; readonly intent: Intent }[]
  readonly onClose: () => void
}

/** What follows, one out of a few, said once. */
export const NextChoice = ({ state, title, lead, choices, onClose }: NextProps) => {
  const { t } = useWords()
  const sending = useSend()
  const [chosen, setChosen] = useState(0)
  const { intent } = choices[chosen]!
  return (
    <Dialog title={title} isOpen onClose={onClose} deliberate>
      <div className="stack">
        {lead !== undefined && <p className="soft">{lead}</p>}
        <RadioGroup className="d-radios" value={String(chosen)} onChange={value => setChosen(Number(value))}>
          <Label>{t('decision.noConsensus.next')}</Label>
          {choices.map(({ label }, at) => (
            <Radio key={label} value={String(at)} className="d-radio">
              <span className="d-dot" aria-hidden="true" />
              <span>{label}</span>
            </Radio>
          ))}
        </RadioGroup>
        <ProblemShown problem={sending.problem} />
        <p className="row" data-spread="">
          <Button kind="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          <ActButton state={state} intent={intent} sending={sending} kind="grave" done={onClose}>
            {title}
          </ActButton>
        </p>
      </div>
    </Dialog>
  )
}
