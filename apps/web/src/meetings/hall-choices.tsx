import { type DomainState, decisions, texts } from '@gavel/domain'
import { type DecisionId, type ParagraphId, type TextId, values } from '@gavel/kernel'
import { useState } from 'react'
import type { Sending } from '../acting/use-send.ts'
import { Choice, Lines, Tick } from '../decisions/fields.tsx'
import { Button } from '../kit/button.tsx'
import { useNow, useSlice } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'
import { useTextRows } from './documents.tsx'
import { listInView } from './list-in-view.ts'
import type { Meeting } from './next-step.ts'

interface PickProps {
  readonly meeting: Meeting
  readonly sending: Sending
  readonly onDone: () => void
}

/** A display has room for so many paragraphs; the rules allow no more (M-55). */
const mostShown = 50

/** Whether anything in a paragraph is in dispute. */
export const isDisputed = (paragraph: texts.NegotiatedParagraph): boolean =>
  paragraph.brackets > 0 || paragraph.alternatives.length > 0 || paragraph.proposed

interface ParagraphsProps extends PickProps {
  readonly text: texts.Text
}

/** Which paragraphs: by their numbers, or all that are in dispute. */
const PickParagraphs = ({ meeting, sending, onDone, text }: ParagraphsProps) => {
  const { t } = useWords()
  const [chosen, setChosen] = useState<readonly ParagraphId[]>([])
  const all = [...texts.paragraphsOf(text)].filter(({ kind }) => kind !== 'heading')
  const disputed = all.filter(isDisputed).map(({ id }) => id)
  const show = async (paragraphs: readonly ParagraphId[]): Promise<void> => {
    const what = { kind: 'text', text: text.id, paragraphs } as const
    if (await sending.send({ type: 'meetings.show', body: { meeting: meeting.id, what } })) onDone()
  }
  return (
    <>
      <fieldset className="m-ticks">
        <legend>{t('hall.text.paragraphs')}</legend>
        {all.map(({ id, number, content }) => (
          <Tick
            key={id}
            label={`${number || '¶'} ${texts.editable(content).slice(0, 60)}`}
            value={chosen.includes(id)}
            onChange={on => setChosen(on ? [...chosen, id] : chosen.filter(each => each !== id))}
          />
        ))}
      </fieldset>
      <p className="row">
        {chosen.length > 0 && (
          <Button kind="primary" onPress={() => void show(chosen.slice(0, mostShown))}>
            {t('hall.text.show', { n: chosen.length })}
          </Button>
        )}
        {disputed.length > 0 && (
          <Button size="small" onPress={() => void show(disputed.slice(0, mostShown))}>
            {t('hall.text.disputed')} ({disputed.length})
          </Button>
        )}
      </p>
    </>
  )
}

/** Which text, and which paragraphs of it; what lies under the item is offered first. */
export const PickText = (props: PickProps) => {
  const { t } = useWords()
  const { meeting } = props
  const rows = useTextRows()
  const attached = meeting.documents.flatMap(({ item, document }) =>
    document.kind === 'text' && item === listInView(meeting) ? [document.text as string] : [],
  )
  const [id, setId] = useState(attached[0] ?? '')
  const state = useSlice(id === '' ? null : id)
  const text = state === undefined || id === '' ? undefined : texts.textOf(state.texts, id as TextId)
  const first = rows.toSorted((a, b) => Number(attached.includes(b.id)) - Number(attached.includes(a.id)))
  return (
    <div className="m-pick">
      <Choice
        label={t('hall.text')}
        value={id}
        onChange={setId}
        options={[['', t('hall.text.choose')], ...first.map(row => [row.id, row.title] as const)]}
      />
      {text !== undefined && <PickParagraphs {...props} text={text} key={id} />}
    </div>
  )
}

/** Which silence of those that run. */
export const PickDecision = ({
  state,
  meeting,
  sending,
  onDone,
}: PickProps & { readonly state: DomainState }) => {
  const { t } = useWords()
  const now = useNow(15_000)
  const running = [...values(state.decisions.decisions)].filter(decision => {
    const { kind } = decisions.decisionStatus(decision, now)
    return kind === 'silenceRunning' || kind === 'silenceSuspended'
  })
  const show = async (decision: DecisionId): Promise<void> => {
    const what = { kind: 'silence', decision } as const
    if (await sending.send({ type: 'meetings.show', body: { meeting: meeting.id, what } })) onDone()
  }
  return (
    <ul className="m-pick">
      {running.length === 0 && <li className="soft">{t('silence.running.none')}</li>}
      {running.map(({ id, title }) => (
        <li key={id}>
          <Button size="small" onPress={() => void show(id)}>
            <bdi>{title}</bdi>
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** Words of the chair's own for the hall. */
export const MessageForm = ({ meeting, sending, onDone }: PickProps) => {
  const { t } = useWords()
  const [words, setWords] = useState('')
  const said = words.trim()
  const show = async (): Promise<void> => {
    const what = { kind: 'message', words: said } as const
    if (await sending.send({ type: 'meetings.show', body: { meeting: meeting.id, what } })) onDone()
  }
  return (
    <div className="m-pick">
      <Lines label={t('hall.message')} value={words} onChange={setWords} />
      <p>
        <Button
          kind="primary"
          {...(said === '' ? { closed: t('decision.giveReason') } : {})}
          onPress={() => void show()}
        >
          {t('hall.message.show')}
        </Button>
      </p>
    </div>
  )
}
