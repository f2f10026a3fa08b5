import type { DomainState, institution } from '@gavel/domain'
import { useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useClosedWords } from '../kit/refusal.tsx'
import { type Intent, whyClosed } from '../live/room.ts'
import { useRoom } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'

export const changes = ['suspend', 'restore', 'revoke'] as const
export type Change = (typeof changes)[number]

export const changeIntent = (change: Change, credential: string, reason: string): Intent => ({
  type: `institution.${change}Credential`,
  body: { credential, reason },
})

interface ChangingProps {
  readonly state: DomainState
  readonly change: Change
  readonly credential: institution.Credential
  readonly onClose: () => void
}

/** What a change of a credential means, and the reason that goes on the record with it: two deliberate steps. */
export const Changing = ({ state, change, credential, onClose }: ChangingProps) => {
  const { t } = useWords()
  const room = useRoom()
  const sending = useSend()
  const closedWords = useClosedWords()
  const [reason, setReason] = useState('')
  const said = reason.trim()
  const intent = changeIntent(change, credential.id, said)
  const closed = closedWords(whyClosed(room, state, intent))
  const send = async (): Promise<void> => {
    if (await sending.send(intent)) onClose()
  }
  return (
    <Dialog
      title={t(`credential.${change}.title`, { name: credential.name })}
      isOpen
      onClose={onClose}
      deliberate
    >
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault()
          if (closed === undefined) void send()
        }}
      >
        <p className="soft">{t(`credential.${change}.lead`)}</p>
        <TextField
          className="field"
          value={reason}
          onChange={setReason}
          maxLength={2_000}
          isRequired
          autoFocus
        >
          <Label>{t('credential.reason')}</Label>
          <TextArea dir="auto" rows={2} />
        </TextField>
        <ProblemShown problem={sending.problem} />
        <div className="row" data-spread="">
          <Button kind="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          <Button
            type="submit"
            kind={change === 'restore' ? 'primary' : 'grave'}
            busy={sending.busy}
            {...(closed === undefined ? {} : { closed })}
          >
            {t(`credential.${change}`)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
