import type { DomainState } from '@gavel/domain'
import { useEffect, useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { ClosedLine } from '../acting/closed-line.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Lines } from '../decisions/fields.tsx'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useClosedWords } from '../kit/refusal.tsx'
import { type Intent, whyClosed } from '../live/room.ts'
import { useRoom } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'
import { keepWords } from './keep-file.ts'

/** A document that no bytes have: the rules are asked with it before the file is made. */
const noHash = '0'.repeat(64)

interface FileDialogProps {
  readonly state: DomainState
  readonly title: string
  readonly lead: string
  readonly confirm: string
  /** Fetches the words the file begins with. */
  readonly words: () => Promise<string | undefined>
  /** Whether they may be changed. */
  readonly edits: boolean
  /** The act that names the file: by its hash, and with words about it where `about` asks for them. */
  readonly intent: (hash: string, about: string) => Intent
  readonly about?: string
  readonly onClose: () => void
}

const useFetched = (fetchWords: () => Promise<string | undefined>) => {
  const [words, setWords] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a file begins with is fetched once, when the form opens
  useEffect(() => {
    let current = true
    void fetchWords().then(found => current && setWords(found ?? ''))
    return () => {
      current = false
    }
  }, [])
  return [words, setWords] as const
}

/** An act about a file: its words are shown (and changed), kept under their SHA-256, and named in the act. */
export const JournalFileDialog = (props: FileDialogProps) => {
  const { state, title, lead, confirm, edits, intent, about, onClose } = props
  const { t } = useWords()
  const room = useRoom()
  const closedWords = useClosedWords()
  const sending = useSend()
  const [words, setWords] = useFetched(props.words)
  const [said, setSaid] = useState('')
  const [why, setWhy] = useState<string>()
  const asked = intent(noHash, said.trim())
  const closed = closedWords(whyClosed(room, state, asked))
  const go = async (): Promise<void> => {
    const kept = await keepWords(words ?? '')
    setWhy(kept.kind === 'failed' ? kept.why : undefined)
    if (kept.kind === 'kept' && (await sending.send(intent(kept.hash, said.trim())))) onClose()
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} wide deliberate>
      <div className="stack">
        <p className="soft">{lead}</p>
        {words === undefined ? (
          <p className="soft">{t('journal.fetching')}</p>
        ) : (
          <TextField className="field m-file" value={words} onChange={setWords} isReadOnly={!edits}>
            <Label>{t('journal.circulate.edit')}</Label>
            <TextArea dir="auto" rows={14} />
          </TextField>
        )}
        {about !== undefined && <Lines label={about} value={said} onChange={setSaid} />}
        <ProblemShown problem={sending.problem} />
        {why !== undefined && <p className="closed-line">{t('journal.notKept', { why })}</p>}
        <ClosedLine state={state} intent={asked} />
        <p className="row" data-spread="">
          <Button kind="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          <Button kind="primary" {...(closed === undefined ? {} : { closed })} onPress={() => void go()}>
            {confirm}
          </Button>
        </p>
      </div>
    </Dialog>
  )
}
