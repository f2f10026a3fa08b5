import { type DomainState, texts } from '@gavel/domain'
import type { OptionId } from '@gavel/kernel'
import { useMemo, useState } from 'react'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { RefusalShown } from '../kit/refusal.tsx'
import { useRoom } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'
import { Editor, wordingOf } from './editor.tsx'
import { dropDraft, keepDraft, keptDraft, type Piece } from './kept-draft.ts'
import { contentOf, type Edited, type Proposal, proposalFor } from './proposing.ts'
import { ContentShown } from './written/content.tsx'

interface EditingProps {
  readonly state: DomainState
  readonly text: texts.Text
  readonly paragraph: texts.NegotiatedParagraph
  /** The option whose words are amended; the paragraph as a whole when absent. */
  readonly within?: OptionId | undefined
  readonly onClose: () => void
}

/** How the paragraph would stand once the proposal is in it, or why it cannot be. */
const Preview = ({
  proposal,
  paragraph,
  text,
}: { readonly proposal: Proposal } & Pick<EditingProps, 'paragraph' | 'text'>) => {
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

/** What was opened and what has been made of it since: kept on the device until it is sent or given up. */
const useDraft = ({ state, text, paragraph, within }: EditingProps) => {
  const room = useRoom()
  const edited = useMemo(
    (): Edited => ({ text: text.id, paragraph: paragraph.id, ...(within === undefined ? {} : { within }) }),
    [text.id, paragraph.id, within],
  )
  const place = `${room.viewer.person}/${text.id}/${paragraph.id}/${within ?? ''}`
  // What stood there when the editor opened: words that change meanwhile must not move under the hand.
  const [opened] = useState(() => {
    const content = contentOf(state, edited) ?? []
    const first = keptDraft(place, JSON.stringify(content))
    return { content, first, revision: paragraph.revision }
  })
  const [wording, setWording] = useState(() =>
    opened.first === null ? texts.editable(opened.content) : wordingOf(opened.first),
  )
  const change = (next: string, pieces: readonly Piece[]): void => {
    setWording(next)
    keepDraft(place, JSON.stringify(opened.content), pieces)
  }
  const proposal = useMemo(() => proposalFor(room, state, edited, wording), [room, state, edited, wording])
  return { opened, wording, change, proposal, drop: () => dropDraft(place) }
}

/** Propose by editing, in the place of the paragraph: its words, and below them the bracket the difference becomes. */
export const Editing = (props: EditingProps) => {
  const { text, paragraph, onClose } = props
  const { t } = useWords()
  const sending = useSend()
  const { opened, change, proposal, drop } = useDraft(props)
  const close = (): void => {
    drop()
    onClose()
  }
  const submit = async (): Promise<void> => {
    if (proposal.kind === 'proposal' && (await sending.send(...proposal.intents))) close()
  }
  const closed =
    proposal.kind === 'nothing'
      ? t('text.preview.nothing')
      : proposal.kind === 'refused'
        ? t('app.rule', { rule: proposal.refusal.rule })
        : undefined
  return (
    <section className="t-editing no-print" id={`p-${paragraph.id}`}>
      <h3>{t('text.edit.label', { number: paragraph.number || '¶' })}</h3>
      <Editor
        content={opened.content}
        first={opened.first}
        label={t('text.edit.label', { number: paragraph.number || '¶' })}
        onChange={change}
      />
      {opened.first !== null && <p className="small soft">{t('text.edit.kept')}</p>}
      {paragraph.revision !== opened.revision && <Notice tone="warn">{t('text.edit.moved')}</Notice>}
      <h4>{t('text.preview')}</h4>
      <div aria-live="polite">
        <Preview proposal={proposal} paragraph={paragraph} text={text} />
      </div>
      <ProblemShown problem={sending.problem} />
      <div className="row" data-spread="">
        <Button kind="quiet" onPress={close}>
          {t('app.cancel')}
        </Button>
        <Button kind="primary" {...(closed === undefined ? {} : { closed })} onPress={() => void submit()}>
          {t('text.propose.send', { n: proposal.kind === 'proposal' ? proposal.intents.length : 1 })}
        </Button>
      </div>
    </section>
  )
}
