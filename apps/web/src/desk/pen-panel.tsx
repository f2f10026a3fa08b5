import { type DomainState, texts } from '@gavel/domain'
import { get, type PersonId } from '@gavel/kernel'
import { useId, useState } from 'react'
import { ActButton } from '../acting/act-button.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import type { Intent } from '../live/room.ts'
import { useNow } from '../live/use-room.tsx'
import { capacityWords } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import type { OfText } from './of-text.ts'
import { handsFor, penRuns } from './pens.ts'

/** What a person is called by her credentials; her id where none is known here. */
const personName = (state: DomainState, person: PersonId): string => {
  const id = get(state.institution.credentialsOf, person)?.at(-1)
  return (id === undefined ? undefined : get(state.institution.credentials, id)?.name) ?? person
}

const useHolder = (state: DomainState): ((holder: PersonId | null) => string) => {
  const { t } = useWords()
  return holder => (holder === null ? t('desk.pen.secretariat') : personName(state, holder))
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly onChange: (value: string) => void
}

const Choice = ({ label, value, options, onChange }: ChoiceProps) => {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={event => onChange(event.target.value)}>
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

const HandOver = ({ state, text, onClose }: OfText & { readonly onClose: () => void }) => {
  const speech = useWords()
  const { t } = speech
  const now = useNow(60_000)
  const sending = useSend()
  const [to, setTo] = useState(text.pen.holder ?? '')
  const all = [...texts.paragraphsOf(text)]
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const first = all.findIndex(({ id }) => id === from)
  const last = all.findIndex(({ id }) => id === (until || from))
  const paragraphs =
    from === '' ? ('all' as const) : all.slice(first, Math.max(first, last) + 1).map(({ id }) => id)
  const intent: Intent = {
    type: 'texts.givePen',
    body: { text: text.id, paragraphs, to: to === '' ? null : (to as PersonId) },
  }
  const numbered = all.map(({ id, number }, at) => [id, number || `¶ ${at + 1}`] as const)
  return (
    <Dialog title={t('desk.pen.give')} isOpen onClose={onClose} deliberate>
      <div className="stack">
        <Choice
          label={t('desk.pen.to')}
          value={to}
          onChange={setTo}
          options={[
            ['', t('desk.pen.secretariat')],
            ...handsFor(state, text, now).map(
              ({ person, name, as }) => [person, `${name} · ${capacityWords(state, speech, as)}`] as const,
            ),
          ]}
        />
        <Choice
          label={t('desk.pen.from')}
          value={from}
          onChange={setFrom}
          options={[['', t('desk.pen.whole')], ...numbered]}
        />
        {from !== '' && (
          <Choice
            label={t('desk.pen.until')}
            value={until || from}
            onChange={setUntil}
            options={numbered.slice(first)}
          />
        )}
        <ProblemShown problem={sending.problem} />
        <div className="row" data-spread="">
          <Button kind="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          <ActButton state={state} sending={sending} kind="primary" intent={intent} done={onClose}>
            {t('desk.pen.do')}
          </ActButton>
        </div>
      </div>
    </Dialog>
  )
}

/** T-41, T-42. Who holds the pen of a text and of parts of it, and the way to hand it over. */
export const PenPanel = ({ state, text }: OfText) => {
  const { t } = useWords()
  const [giving, setGiving] = useState(false)
  const sending = useSend()
  const holder = useHolder(state)
  const runs = penRuns(text)
  return (
    <section className="card stack" data-gap="small" aria-labelledby="k-pen">
      <h3 id="k-pen">{t('desk.pen')}</h3>
      <p>
        <bdi>{holder(text.pen.holder)}</bdi>
      </p>
      {runs.length > 0 && (
        <ul className="small">
          {runs.map(run => (
            <li key={run.from}>
              {run.from === run.to
                ? t('desk.pen.one', { number: run.from })
                : t('desk.pen.run', { from: run.from, to: run.to })}{' '}
              <bdi>{holder(run.holder)}</bdi>
            </li>
          ))}
        </ul>
      )}
      <p>
        <ActButton
          state={state}
          sending={sending}
          intent={{ type: 'texts.givePen', body: { text: text.id, paragraphs: 'all', to: text.pen.holder } }}
          instead={() => setGiving(true)}
        >
          {t('desk.pen.give')}
        </ActButton>
      </p>
      {giving && <HandOver state={state} text={text} onClose={() => setGiving(false)} />}
    </section>
  )
}
