import { Label, Radio, RadioGroup } from 'react-aria-components'
import { Choice, Line, Lines } from '../../decisions/fields.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useRoom } from '../../live/use-room.tsx'
import { dayWords } from '../../names/days.ts'
import { useWords } from '../../words/use-words.tsx'
import type { CommitmentAnswer } from '../answers.ts'
import { EvidenceFields } from '../evidence-fields.tsx'
import { lacksEvidence, owedBy, owesWords, periodFor, saidWords, type Telling } from './telling.ts'

interface FieldsProps {
  readonly answer: CommitmentAnswer
  readonly member: string
  readonly value: Telling
  readonly change: (part: Partial<Telling>) => void
}

/** The due day it answers, and the time it tells of. */
const When = ({ answer, member, value, change }: FieldsProps) => {
  const speech = useWords()
  const { t } = speech
  const owed = owedBy(answer, member).map(({ due }) => due)
  const days = value.due === '' || owed.includes(value.due) ? owed : [value.due, ...owed]
  const answerTo = (due: string): void =>
    change({ due, ...periodFor(answer.commitment, member, due, answer.day) })
  return (
    <details className="u-when">
      <summary>
        {value.due === ''
          ? t('report.when.own', { from: dayWords(speech, value.from), until: dayWords(speech, value.until) })
          : t('report.when.due', {
              due: dayWords(speech, value.due),
              from: dayWords(speech, value.from),
              until: dayWords(speech, value.until),
            })}
      </summary>
      <div className="stack" data-gap="small">
        {value.revises === '' && (
          <Choice
            label={t('report.due')}
            value={value.due}
            onChange={answerTo}
            options={[['', t('report.due.none')], ...days.map(day => [day, dayWords(speech, day)] as const)]}
          />
        )}
        <div className="d-pair">
          <Line label={t('report.from')} type="date" value={value.from} onChange={from => change({ from })} />
          <Line
            label={t('report.until')}
            type="date"
            value={value.until}
            onChange={until => change({ until })}
          />
        </div>
      </div>
    </details>
  )
}

const HowFar = ({ value, change }: Pick<FieldsProps, 'value' | 'change'>) => {
  const { t } = useWords()
  const words = value.says === 'nothingNew' ? (['nothingNew', ...saidWords] as const) : saidWords
  return (
    <RadioGroup
      className="d-radios"
      value={value.says}
      onChange={says => change({ says: says as Telling['says'] })}
    >
      <Label>{t('report.says')}</Label>
      {words.map(word => (
        <Radio key={word} value={word} className="d-radio">
          <span className="d-dot" aria-hidden="true" />
          <span>
            <b>{t(`commitment.status.${word}`)}</b>
            <span className="small soft">{t(`report.says.${word}`)}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  )
}

/** The secretariat records what was said elsewhere, or earlier, with its source (C-16). */
const Recorded = ({ value, change }: Pick<FieldsProps, 'value' | 'change'>) => {
  const { t } = useWords()
  return (
    <div className="d-pair">
      <Line
        label={t('commitment.field.source')}
        value={value.source}
        onChange={source => change({ source })}
      />
      <Line label={t('report.on')} type="date" value={value.on} onChange={on => change({ on })} />
    </div>
  )
}

/** The fields of a report: how far it is, in which words, shown by what. */
export const TellFields = (props: FieldsProps) => {
  const { answer, member, value, change } = props
  const { t } = useWords()
  const { as } = useRoom()
  const owed = owesWords(value, answer.commitment, member)
  return (
    <>
      <When {...props} />
      <HowFar {...props} />
      {owed !== null && value.words.trim() === '' && <Notice tone="warn">{t(`report.owes.${owed}`)}</Notice>}
      <Lines label={t('report.words')} value={value.words} onChange={words => change({ words })} />
      {lacksEvidence(value, answer.commitment, member) && (
        <Notice tone="warn">{t('report.lacksEvidence')}</Notice>
      )}
      <section className="stack" data-gap="small" aria-labelledby="evidence">
        <h3 id="evidence">{t('report.evidence')}</h3>
        <EvidenceFields
          value={value.evidence}
          onChange={evidence => change({ evidence })}
          today={answer.day}
        />
      </section>
      {as?.kind === 'secretariat' && <Recorded value={value} change={change} />}
    </>
  )
}
