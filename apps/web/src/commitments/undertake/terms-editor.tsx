import type { ReactNode } from 'react'
import { ActButton } from '../../acting/act-button.tsx'
import { ClosedLine } from '../../acting/closed-line.tsx'
import { ProblemShown } from '../../acting/problem-shown.tsx'
import { useSend } from '../../acting/use-send.ts'
import { Button } from '../../kit/button.tsx'
import type { Intent } from '../../live/room.ts'
import { useNow } from '../../live/use-room.tsx'
import { dayWords } from '../../names/days.ts'
import { useWords } from '../../words/use-words.tsx'
import { EvidenceWanted } from './evidence-wanted.tsx'
import { Dates, Leaning, Reporting, What } from './terms-fields.tsx'
import { type FieldProps, firstDues, gate } from './terms-form.ts'

interface EditorProps extends FieldProps {
  readonly member: string
  readonly intent: Intent
  readonly confirm: string
  readonly done: () => void
  /** What stands before the fields: whose it is, or why it is changed. */
  readonly children?: ReactNode
}

/** C-17. The gate of verifiability, as one writes: what is there already, and what is wanting. */
const Gate = ({ form }: Pick<FieldProps, 'form'>) => {
  const { t } = useWords()
  const passed = gate(form)
  return (
    <section className="card stack u-gate" data-gap="small" aria-labelledby="gate">
      <h2 id="gate">{t('undertake.gate')}</h2>
      <ul aria-live="polite">
        {(['dates', 'reporting', 'evidence'] as const).map(each => (
          <li key={each} data-passed={passed[each] ? '' : undefined}>
            <span aria-hidden="true">{passed[each] ? '✓' : '○'}</span>{' '}
            <span className="spoken">
              {t(passed[each] ? 'undertake.gate.there' : 'undertake.gate.wanting')}:{' '}
            </span>
            {t(`undertake.gate.${each}`)}
          </li>
        ))}
      </ul>
      <p className="small">
        <a href="/rules/C-17" className="mono">
          C-17
        </a>
      </p>
    </section>
  )
}

/** The first days on which reports will be due, as they follow from what is written. */
const DuesAhead = ({ form, member }: Pick<EditorProps, 'form' | 'member'>) => {
  const speech = useWords()
  const { t } = speech
  const now = useNow(60_000)
  const days = firstDues(form, member, now)
  return (
    <section className="card stack" data-gap="small" aria-labelledby="ahead">
      <h2 id="ahead">{t('undertake.dues')}</h2>
      {days.length === 0 ? (
        <p className="soft">{t('undertake.dues.none')}</p>
      ) : (
        <ol className="u-days" aria-live="polite">
          {days.map(day => (
            <li key={day}>
              <time dateTime={day}>{dayWords(speech, day)}</time>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** The terms of a commitment, being written: the fields, the gate, the days to come, and the way out. */
export const TermsEditor = (props: EditorProps) => {
  const { state, form, change, member, intent, confirm, done, children } = props
  const { t } = useWords()
  const sending = useSend()
  const begun = form.title.trim() !== '' && form.pledge.trim() !== ''
  return (
    <div className="u-columns">
      <div className="stack u-fields">
        {children}
        <What {...props} />
        <Dates {...props} />
        <EvidenceWanted value={form.evidence} onChange={evidence => change({ evidence })} />
        <Reporting {...props} />
        <Leaning {...props} />
      </div>
      <aside className="u-aside" aria-label={t('undertake.aside')}>
        <Gate form={form} />
        <DuesAhead form={form} member={member} />
        <ProblemShown problem={sending.problem} />
        {begun && <ClosedLine state={state} intent={intent} />}
        {begun ? (
          <ActButton state={state} intent={intent} sending={sending} kind="primary" done={done}>
            {confirm}
          </ActButton>
        ) : (
          <Button kind="primary" closed={t('undertake.begin')}>
            {confirm}
          </Button>
        )}
      </aside>
    </div>
  )
}
