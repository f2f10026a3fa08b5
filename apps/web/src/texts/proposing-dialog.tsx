import { type DomainState, texts } from '@gavel/domain'
import type { ParagraphId } from '@gavel/kernel'
import { useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useClosedWords } from '../kit/refusal.tsx'
import { freshId, type Intent, whyClosed } from '../live/room.ts'
import { useRoom } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'
import { placeWords } from './place-words.ts'
import { firstReading, type ProposingWhat } from './proposing.ts'

interface ProposingProps {
  readonly state: DomainState
  readonly text: texts.Text
  readonly paragraph: texts.NegotiatedParagraph
  readonly what: ProposingWhat
  readonly onClose: () => void
}

interface WordsProps extends ProposingProps {
  readonly intentFor: (wording: string) => Intent
  readonly first: string
  readonly lead: string
}

/** Words of one's own for a whole paragraph: beside the one that stands, or behind it. */
const Words = ({ state, onClose, intentFor, first, lead }: WordsProps) => {
  const { t } = useWords()
  const room = useRoom()
  const sending = useSend()
  const closedWords = useClosedWords()
  const [wording, setWording] = useState(first)
  const intent = intentFor(wording)
  const closed =
    wording.trim() === '' ? t('text.preview.nothing') : closedWords(whyClosed(room, state, intent))
  const submit = async (): Promise<void> => {
    if (await sending.send(intent)) onClose()
  }
  return (
    <div className="stack">
      <p className="soft">{lead}</p>
      <TextField className="field" value={wording} onChange={setWording} maxLength={20_000}>
        <Label>{t('text.propose.words')}</Label>
        <TextArea dir="auto" rows={6} autoFocus />
      </TextField>
      <ProblemShown problem={sending.problem} />
      <div className="row" data-spread="">
        <Button kind="quiet" onPress={onClose}>
          {t('app.cancel')}
        </Button>
        <Button kind="primary" {...(closed === undefined ? {} : { closed })} onPress={() => void submit()}>
          {t('text.propose.send', { n: 1 })}
        </Button>
      </div>
    </div>
  )
}

/** Where a paragraph should stand instead. */
const Moving = ({ state, text, paragraph, onClose }: ProposingProps) => {
  const { t } = useWords()
  const room = useRoom()
  const sending = useSend()
  const closedWords = useClosedWords()
  const places: readonly texts.Place[] = [
    { at: 'start' },
    ...[...texts.paragraphsOf(text)]
      .filter(({ id }) => id !== paragraph.id)
      .map(({ id }): texts.Place => ({ after: id })),
  ]
  const [at, setAt] = useState(0)
  const intent: Intent = {
    type: 'texts.proposeMove',
    body: { text: text.id, paragraph: paragraph.id, base: paragraph.revision, place: places[at]! },
  }
  const closed = closedWords(whyClosed(room, state, intent))
  const submit = async (): Promise<void> => {
    if (await sending.send(intent)) onClose()
  }
  return (
    <div className="stack">
      <label className="field">
        <span slot="label">{t('text.move.where')}</span>
        <select value={at} onChange={event => setAt(Number(event.target.value))}>
          {places.map((place, n) => (
            <option key={JSON.stringify(place)} value={n}>
              {placeWords(text, place, t)}
            </option>
          ))}
        </select>
      </label>
      <ProblemShown problem={sending.problem} />
      <div className="row" data-spread="">
        <Button kind="quiet" onPress={onClose}>
          {t('app.cancel')}
        </Button>
        <Button kind="primary" {...(closed === undefined ? {} : { closed })} onPress={() => void submit()}>
          {t('text.propose.send', { n: 1 })}
        </Button>
      </div>
    </div>
  )
}

/** Proposing something of a paragraph, with what it will look like before it is sent. */
export const Proposing = (props: ProposingProps) => {
  const { t } = useWords()
  const { text, paragraph, what, onClose } = props
  const at = { text: text.id, paragraph: paragraph.id, base: paragraph.revision }
  const [fresh] = useState(() => freshId('p') as ParagraphId)
  return (
    <Dialog
      title={t(`text.propose.title.${what.kind}`, { number: paragraph.number || '¶' })}
      isOpen
      onClose={onClose}
      wide
      deliberate
    >
      {what.kind === 'alternative' && (
        <Words
          {...props}
          lead={t('text.propose.lead.alternative')}
          first={firstReading(paragraph.content)}
          intentFor={wording => ({
            type: 'texts.proposeAlternative',
            body: { ...at, alternative: fresh, wording: wording.trim() },
          })}
        />
      )}
      {what.kind === 'paragraph' && (
        <Words
          {...props}
          lead={t('text.propose.lead.paragraph', { number: paragraph.number || '¶' })}
          first=""
          intentFor={wording => ({
            type: 'texts.proposeParagraph',
            body: {
              text: text.id,
              paragraph: fresh,
              place: { after: paragraph.id },
              level: paragraph.level,
              kind: paragraph.kind === 'heading' ? 'operative' : paragraph.kind,
              wording: wording.trim(),
            },
          })}
        />
      )}
      {what.kind === 'move' && <Moving {...props} />}
    </Dialog>
  )
}
