import { useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { ProblemShown } from '../acting/problem-shown.tsx'
import type { Sending } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import type { Intent } from '../live/room.ts'
import { useWords } from '../words/use-words.tsx'

interface StandDialogProps {
  readonly stand: 'reserves' | 'objects'
  readonly sending: Sending
  readonly intentWith: (note?: string) => Intent
  readonly onClose: () => void
}

/** Before a delegation stands in the way: what that means, and room for its reason. */
export const StandDialog = ({ stand, sending, intentWith, onClose }: StandDialogProps) => {
  const { t } = useWords()
  const [note, setNote] = useState('')
  const take = async (): Promise<void> => {
    const reason = note.trim()
    if (await sending.send(intentWith(reason === '' ? undefined : reason))) onClose()
  }
  return (
    <Dialog title={t(`stand.do.${stand}`)} isOpen onClose={onClose}>
      <div className="stack">
        <p className="soft">{t(`text.stand.${stand}`)}</p>
        <TextField className="field" value={note} onChange={setNote} maxLength={4_000}>
          <Label>{t('text.stand.reason')}</Label>
          <TextArea dir="auto" autoFocus />
        </TextField>
        <ProblemShown problem={sending.problem} />
        <div className="row" data-spread="">
          <Button kind="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          <Button kind={stand === 'objects' ? 'grave' : 'primary'} onPress={() => void take()}>
            {t(`stand.do.${stand}`)}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
