import { type DomainState, texts } from '@gavel/domain'
import { useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { ActButton } from '../acting/act-button.tsx'
import type { Sending } from '../acting/use-send.ts'
import { useRoom } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'

interface LadderProps {
  readonly state: DomainState
  readonly text: texts.Text
  readonly paragraph: texts.NegotiatedParagraph
  readonly sending: Sending
}

/** The rungs a paragraph has climbed and those before it; who steers lifts it, a delegation asks to bring it down. */
export const Ladder = ({ state, text, paragraph, sending }: LadderProps) => {
  const { t } = useWords()
  const { as } = useRoom()
  const at = { text: text.id, paragraph: paragraph.id }
  const here = texts.rungs.indexOf(paragraph.rung)
  const steers = as !== null && as.kind !== 'delegate' && as.kind !== 'observer'
  return (
    <section className="t-bracket">
      <h3>{t('text.ladder')}</h3>
      <ol className="t-ladder">
        {texts.rungs.map((rung, n) => (
          <li
            key={rung}
            data-reached={n <= here ? '' : undefined}
            aria-current={n === here ? 'step' : undefined}
          >
            {t(`rung.${rung}`)}
          </li>
        ))}
      </ol>
      {steers && (
        <p className="row">
          {texts.rungs.slice(here + 1).map(to => (
            <ActButton
              key={to}
              state={state}
              sending={sending}
              size="small"
              intent={{ type: 'texts.advance', body: { ...at, to, base: paragraph.revision } }}
            >
              {t(`text.advance.${to as 'agreed'}`)}
            </ActButton>
          ))}
        </p>
      )}
      {here > 0 && <Reopening state={state} text={text} paragraph={paragraph} sending={sending} />}
    </section>
  )
}

const Reopening = ({ state, text, paragraph, sending }: LadderProps) => {
  const { t } = useWords()
  const { as } = useRoom()
  const [reason, setReason] = useState('')
  const at = { text: text.id, paragraph: paragraph.id }
  const { reopening } = paragraph
  if (reopening === null)
    return as?.kind === 'delegate' ? (
      <div className="stack" data-gap="small">
        <TextField className="field" value={reason} onChange={setReason} maxLength={4_000}>
          <Label>{t('text.reopen.reason')}</Label>
          <TextArea dir="auto" rows={2} />
        </TextField>
        <ActButton
          state={state}
          sending={sending}
          size="small"
          intent={{ type: 'texts.askToReopen', body: { ...at, reason: reason.trim() || '—' } }}
          done={() => setReason('')}
        >
          {t('text.reopen.ask')}
        </ActButton>
      </div>
    ) : null
  return (
    <div className="stack" data-gap="small">
      <p>
        {t('text.reopen.asked')} <bdi>{reopening.reason}</bdi>
      </p>
      <p className="row">
        {as?.kind === 'delegate' && (
          <ActButton
            state={state}
            sending={sending}
            size="small"
            kind="grave"
            intent={{ type: 'texts.opposeReopening', body: at }}
          >
            {t('text.reopen.oppose')}
          </ActButton>
        )}
        {as !== null && as.kind !== 'delegate' && (
          <ActButton state={state} sending={sending} size="small" intent={{ type: 'texts.reopen', body: at }}>
            {t('text.reopen.do')}
          </ActButton>
        )}
      </p>
    </div>
  )
}
