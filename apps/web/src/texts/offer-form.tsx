import { type DomainState, texts } from '@gavel/domain'
import type { OptionId, ParagraphId } from '@gavel/kernel'
import { useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { ActButton } from '../acting/act-button.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import type { Intent } from '../live/room.ts'
import { useWords } from '../words/use-words.tsx'
import { firstReading } from './proposing.ts'

interface OfferFormProps {
  readonly state: DomainState
  readonly text: texts.Text
}

/** A chair's wording for one paragraph, and a reason for every option it has no place for. */
export const OfferForm = ({ state, text }: OfferFormProps) => {
  const { t } = useWords()
  const sending = useSend()
  const open = [...texts.paragraphsOf(text)].filter(texts.isDisputed)
  const [paragraph, setParagraph] = useState<ParagraphId | undefined>(open[0]?.id)
  const chosen = open.find(({ id }) => id === paragraph)
  if (chosen === undefined) return null
  return (
    <section className="stack card h-form" aria-labelledby="h-form">
      <h2 id="h-form">{t('chairs.offer')}</h2>
      <label className="field">
        <span>{t('convergence.paragraph')}</span>
        <select value={chosen.id} onChange={event => setParagraph(event.target.value as ParagraphId)}>
          {open.map(({ id, number, content }) => (
            <option key={id} value={id}>
              {`${number || '¶'} ${firstReading(content).slice(0, 60)}`}
            </option>
          ))}
        </select>
      </label>
      <OfferWords key={chosen.id} state={state} text={text} paragraph={chosen} sending={sending} />
      <ProblemShown problem={sending.problem} />
    </section>
  )
}

interface OfferWordsProps extends OfferFormProps {
  readonly paragraph: texts.NegotiatedParagraph
  readonly sending: ReturnType<typeof useSend>
}

const offerIntent = (
  text: texts.Text,
  paragraph: ParagraphId,
  wording: string,
  leftOut: readonly texts.LeftOut[],
  reasons: Readonly<Record<string, string>>,
): Intent => {
  const reasonFor = (id: string): string => reasons[id]?.trim() || '—'
  return {
    type: 'texts.offerChairsText',
    body: {
      text: text.id,
      base: text.revision,
      paragraphs: [{ paragraph, wording }],
      leavesOut: leftOut
        .filter(({ kind }) => kind === 'option')
        .map(({ id }) => ({ option: id as OptionId, reason: reasonFor(id) })),
      leavesOutParagraphs: leftOut
        .filter(({ kind }) => kind === 'alternative')
        .map(({ id }) => ({ paragraph: id as ParagraphId, reason: reasonFor(id) })),
    },
  }
}

const OfferWords = ({ state, text, paragraph, sending }: OfferWordsProps) => {
  const { t, list } = useWords()
  const [wording, setWording] = useState(() => firstReading(paragraph.content))
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const leftOut = texts.leftOutBy(text, { paragraphs: [{ paragraph: paragraph.id, wording }] })
  return (
    <>
      <TextField className="field" value={wording} onChange={setWording} maxLength={20_000}>
        <Label>{t('chairs.wording')}</Label>
        <TextArea dir="auto" rows={5} />
      </TextField>
      {leftOut.length > 0 && <h3>{t('chairs.account')}</h3>}
      {leftOut.map(({ id, wording: words, maintainedBy }) => (
        <TextField
          key={id}
          className="field"
          value={reasons[id] ?? ''}
          onChange={reason => setReasons(before => ({ ...before, [id]: reason }))}
          maxLength={4_000}
        >
          <Label>
            <del>{words === '' ? t('text.noWords') : words}</del>{' '}
            {maintainedBy.length > 0 && <span className="soft">{list(maintainedBy)}</span>}
          </Label>
          <TextArea dir="auto" rows={2} />
        </TextField>
      ))}
      <p>
        <ActButton
          state={state}
          sending={sending}
          kind="primary"
          intent={offerIntent(text, paragraph.id, wording.trim(), leftOut, reasons)}
        >
          {t('chairs.send')}
        </ActButton>
      </p>
    </>
  )
}
