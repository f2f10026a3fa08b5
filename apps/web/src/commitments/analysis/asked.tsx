import { type DomainState, institution } from '@gavel/domain'
import { Choice } from '../../decisions/fields.tsx'
import { useNow } from '../../live/use-room.tsx'
import { dimensionName, partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import { dimensionsOf } from '../reviews/order.ts'
import { type Along, type Question, type TableName, waysOf } from './sums.ts'

interface AskedProps {
  readonly state: DomainState
  readonly name: TableName
  readonly question: Question
  /** Which parts of a question the table heeds. */
  readonly heeds: readonly string[]
  /** The first year of what was counted. */
  readonly since: string | null
  readonly change: (part: Partial<Question>) => void
}

const years = (first: number, last: number): readonly string[] =>
  Array.from({ length: Math.max(0, last - first) + 1 }, (_, at) => String(first + at))

const Years = ({ question, since, change }: Pick<AskedProps, 'question' | 'since' | 'change'>) => {
  const { t } = useWords()
  const now = useNow(60_000)
  const last = Number(now.slice(0, 4)) + 1
  const all = years(Math.min(Number(since ?? last), Number(question.from || last)), last)
  const options = [['', t('analysis.any')] as const, ...all.map(year => [year, year] as const)]
  return (
    <>
      <Choice
        label={t('analysis.from')}
        value={question.from}
        onChange={from => change({ from })}
        options={options}
      />
      <Choice
        label={t('analysis.until')}
        value={question.until}
        onChange={until => change({ until })}
        options={options.filter(([year]) => year === '' || year >= question.from)}
      />
    </>
  )
}

/** What is asked: along what sums are kept apart, of whom, of which dimension, from which years. */
export const AskedFields = ({ state, name, question, heeds, since, change }: AskedProps) => {
  const speech = useWords()
  const { t } = speech
  const now = useNow(60_000)
  const ways = waysOf(name)
  const all = ['', t('analysis.all')] as const
  return (
    <search className="z-asked no-print">
      {ways.length > 1 && (
        <Choice
          label={t('analysis.by')}
          value={question.by}
          onChange={by => change({ by: by as Along })}
          options={ways.map(way => [way, t(`analysis.by.${way}`)])}
        />
      )}
      {heeds.includes('member') && (
        <Choice
          label={t('commitment.field.member')}
          value={question.member}
          onChange={member => change({ member })}
          options={[
            all,
            ...institution
              .activeMembers(state.institution, now)
              .map(id => [id, partyName(state, speech, id)] as const),
          ]}
        />
      )}
      {heeds.includes('dimension') && (
        <Choice
          label={t('commitments.filter.dimension')}
          value={question.dimension}
          onChange={dimension => change({ dimension })}
          options={[all, ...dimensionsOf(state).map(id => [id, dimensionName(state, speech, id)] as const)]}
        />
      )}
      {heeds.includes('from') && <Years question={question} since={since} change={change} />}
    </search>
  )
}
