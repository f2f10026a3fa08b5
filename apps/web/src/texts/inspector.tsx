import type { DomainState, texts } from '@gavel/domain'
import { get, type OptionId } from '@gavel/kernel'
import { type Bracket, bracketsIn } from '@gavel/text'
import { useState } from 'react'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { type Sending, useSend } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import { Badge } from '../kit/notice.tsx'
import type { Intent } from '../live/room.ts'
import { useRoom } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'
import { History } from './history.tsx'
import { Instructions } from './instructions.tsx'
import { Matters } from './matters.tsx'
import { OptionCard } from './option-card.tsx'
import type { ProposingWhat } from './proposing.ts'
import { Proposing } from './proposing-dialog.tsx'
import { Ladder } from './steering.tsx'

interface InspectorProps {
  readonly state: DomainState
  readonly text: texts.Text
  readonly paragraph: texts.NegotiatedParagraph
  readonly bracket: string | undefined
  readonly onClose: () => void
  /** Opens the paragraph, or one of its options, for editing in its place. */
  readonly onEdit: (within?: OptionId) => void
}

interface BracketCardProps extends Pick<InspectorProps, 'state' | 'text' | 'paragraph'> {
  readonly bracket: Bracket
  readonly sending: Sending
  readonly chosen: boolean
  readonly onEdit: (option: OptionId) => void
}

/** A bracket with its options, each with who stands where and what one can do. */
const BracketCard = ({ state, text, paragraph, bracket, sending, chosen, onEdit }: BracketCardProps) => {
  const { t } = useWords()
  const target = { text: text.id, paragraph: paragraph.id }
  const settled = (option: OptionId): Intent => ({
    type: 'texts.closeBracket',
    body: { ...target, bracket: bracket.id, option, base: paragraph.revision },
  })
  return (
    <section className="t-bracket" data-chosen={chosen ? '' : undefined}>
      <h3>{t('text.bracket', { n: bracket.options.length })}</h3>
      <ol>
        {bracket.options.map((option, at) => {
          const support = get(paragraph.options, option.id)
          return support === undefined ? null : (
            <OptionCard
              key={option.id}
              state={state}
              sending={sending}
              support={support}
              target={{ ...target, option: option.id }}
              label={option.label ?? t('text.option', { n: at + 1 })}
              content={option.content}
              onEdit={() => onEdit(option.id)}
              settle={settled(option.id)}
            />
          )
        })}
      </ol>
    </section>
  )
}

/** Everything about one paragraph: its brackets and who stands where, what one can do, how it came about. */
export const Inspector = ({ state, text, paragraph, bracket, onClose, onEdit }: InspectorProps) => {
  const { t } = useWords()
  const { as } = useRoom()
  const sending = useSend()
  const [doing, setDoing] = useState<ProposingWhat>()
  const found = bracketsIn(paragraph.content)
  const shown =
    bracket === undefined
      ? found
      : [...found].sort((a, b) => Number(b.bracket.id === bracket) - Number(a.bracket.id === bracket))
  return (
    <aside
      className="t-inspector no-print"
      aria-label={t('text.inspector', { number: paragraph.number || '¶' })}
    >
      <header className="row" data-spread="">
        <h2>
          <bdi>{t('text.paragraph', { number: paragraph.number || '¶' })}</bdi>
        </h2>
        <Button size="small" kind="quiet" onPress={onClose}>
          {t('app.close')}
        </Button>
      </header>
      <p className="row">
        <Badge tone={paragraph.rung === 'agreed' ? 'good' : 'plain'}>{t(`rung.${paragraph.rung}`)}</Badge>
        {as?.kind === 'delegate' && (
          <Button size="small" kind="primary" onPress={() => onEdit()}>
            {t('text.edit.paragraph')}
          </Button>
        )}
      </p>
      <Instructions key={paragraph.id} state={state} text={text} paragraph={paragraph} />
      <ProblemShown problem={sending.problem} />
      {shown.map(({ bracket: each }) => (
        <BracketCard
          key={each.id}
          state={state}
          text={text}
          paragraph={paragraph}
          bracket={each}
          sending={sending}
          chosen={each.id === bracket}
          onEdit={onEdit}
        />
      ))}
      <Matters state={state} text={text} paragraph={paragraph} sending={sending} onPropose={setDoing} />
      <Ladder state={state} text={text} paragraph={paragraph} sending={sending} />
      <History text={text.id} paragraph={paragraph.id} revision={paragraph.revision} />
      {doing !== undefined && (
        <Proposing
          state={state}
          text={text}
          paragraph={paragraph}
          what={doing}
          onClose={() => setDoing(undefined)}
        />
      )}
    </aside>
  )
}
