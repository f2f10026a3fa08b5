import { type DomainState, texts } from '@gavel/domain'
import type { OptionId, ParagraphId } from '@gavel/kernel'
import { useMemo, useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Notice } from '../kit/notice.tsx'
import { RefusalShown, useClosedWords } from '../kit/refusal.tsx'
import { freshId, type Intent, whyClosed } from '../live/room.ts'
import { useRoom } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'
import { Editor } from './editor.tsx'
import { placeWords } from './place-words.ts'
import {
  contentOf,
  type Edited,
  firstReading,
  type Proposal,
  type ProposingWhat,
  proposalFor,
} from './proposing.ts'
import { ContentShown } from './written/content.tsx'

interface ProposingProps {
  readonly state: DomainState
  readonly text: texts.Text
  readonly paragraph: texts.NegotiatedParagraph
  readonly what: ProposingWhat
  readonly onClose: () => void
}

/** How the paragraph would stand once the proposal is in it, or why it cannot be. */
const Preview = ({
  proposal,
  paragraph,
  text,
}: { readonly proposal: Proposal } & Pick<ProposingProps, 'paragraph' | 'text'>) => {
  const { t } = useWords()
  if (proposal.kind === 'nothing') return <p className="soft">{t('text.preview.nothing')}</p>
  if (proposal.kind === 'refused')
    return (
      <Notice tone="warn">
        <RefusalShown rule={proposal.refusal.rule} facts={proposal.refusal.facts} />
      </Notice>
    )
  const after = texts.textOf(proposal.after.texts, text.id)
  const content = after === undefined ? undefined : texts.paragraphOf(after, paragraph.id)?.content
  return (
    <p className="e-preview" dir="auto">
      {content !== undefined && <ContentShown content={content} />}
    </p>
  )
}

/** Propose by editing: the words as they stand, and below them the bracket the difference will become. */
const Wording = ({
  state,
  text,
  paragraph,
  what,
  onClose,
}: ProposingProps & { readonly what: { readonly within?: OptionId } }) => {
  const { t } = useWords()
  const room = useRoom()
  const sending = useSend()
  const { within } = what
  const edited = useMemo(
    (): Edited => ({ text: text.id, paragraph: paragraph.id, ...(within === undefined ? {} : { within }) }),
    [text.id, paragraph.id, within],
  )
  // What stood there when the editor opened: words that change meanwhile must not move under the hand.
  const [opened] = useState(() => ({ content: contentOf(state, edited) ?? [], revision: paragraph.revision }))
  const [wording, setWording] = useState(() => texts.editable(opened.content))
  const proposal = useMemo(() => proposalFor(room, state, edited, wording), [room, state, edited, wording])
  const moved = paragraph.revision !== opened.revision
  const submit = async (): Promise<void> => {
    if (proposal.kind === 'proposal' && (await sending.send(...proposal.intents))) onClose()
  }
  return (
    <div className="stack">
      <Editor
        content={opened.content}
        label={t('text.edit.label', { number: paragraph.number || '¶' })}
        onChange={setWording}
      />
      {moved && <Notice tone="warn">{t('text.edit.moved')}</Notice>}
      <h3>{t('text.preview')}</h3>
      <div aria-live="polite">
        <Preview proposal={proposal} paragraph={paragraph} text={text} />
      </div>
      <ProblemShown problem={sending.problem} />
      <div className="row" data-spread="">
        <Button kind="quiet" onPress={onClose}>
          {t('app.cancel')}
        </Button>
        <Button
          kind="primary"
          {...(proposal.kind === 'nothing' ? { closed: t('text.preview.nothing') } : {})}
          {...(proposal.kind === 'refused' ? { closed: proposal.refusal.rule } : {})}
          onPress={() => void submit()}
        >
          {t('text.propose.send', { n: proposal.kind === 'proposal' ? proposal.intents.length : 1 })}
        </Button>
      </div>
    </div>
  )
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
      {what.kind === 'wording' && <Wording {...props} what={what} />}
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
