import type { TextAudience } from '@gavel/domain'
import { useId, useState } from 'react'
import { ActButton } from '../acting/act-button.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { useWords } from '../words/use-words.tsx'
import type { OfText } from './of-text.ts'

const kinds = ['public', 'members', 'body'] as const

/** T-49. Who may read a text, and the act that changes it. */
export const AudiencePanel = ({ state, text }: OfText) => {
  const { t } = useWords()
  const label = useId()
  const sending = useSend()
  const [chosen, setChosen] = useState<string>(text.audience.kind)
  const audience = (chosen === 'body' ? { kind: 'body', body: text.body } : { kind: chosen }) as TextAudience
  return (
    <section className="card stack" data-gap="small" aria-labelledby="k-readers">
      <h3 id="k-readers">{t('desk.readers')}</h3>
      <p>{t(`texts.audience.${text.audience.kind}`)}</p>
      <div className="field">
        <label htmlFor={label}>{t('desk.readers.change')}</label>
        <select id={label} value={chosen} onChange={event => setChosen(event.target.value)}>
          {text.audience.kind === 'delegation' && (
            <option value="delegation">{t('texts.audience.delegation')}</option>
          )}
          {kinds.map(kind => (
            <option key={kind} value={kind}>
              {t(`texts.audience.${kind}`)}
            </option>
          ))}
        </select>
      </div>
      <ProblemShown problem={sending.problem} />
      {chosen !== text.audience.kind && (
        <p>
          <ActButton
            state={state}
            sending={sending}
            kind="primary"
            intent={{ type: 'texts.changeAudience', body: { text: text.id, audience } }}
          >
            {t('desk.readers.do')}
          </ActButton>
        </p>
      )}
    </section>
  )
}
