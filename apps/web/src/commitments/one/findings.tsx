import { SourceMark } from '../../kit/source-mark.tsx'
import { dayWords } from '../../names/days.ts'
import { capacityWords } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import { StatusShown } from '../status.tsx'
import type { FoundOne } from '../use-commitment.ts'
import { byAssessor } from './course.ts'

/** C-29. What assessors found, side by side; none replaces another's, and nothing is added up. */
export const Findings = ({ answer, state }: FoundOne) => {
  const speech = useWords()
  const { t } = speech
  const columns = byAssessor(answer.commitment.findings)
  if (columns.length === 0) return null
  return (
    <section className="stack" aria-labelledby="findings">
      <h2 id="findings">{t('commitment.findings')}</h2>
      <p className="soft small">{t('commitment.findings.lead')}</p>
      <ul className="u-findings">
        {columns.map(([assessor, findings]) => {
          const first = findings[0]!
          const called = first.assessor ?? capacityWords(state, speech, first.as)
          return (
            <li key={assessor} className="card stack" data-gap="small">
              <h3>
                <bdi>{called}</bdi>
              </h3>
              {findings.map(finding => (
                <div key={finding.at} className="stack" data-gap="small">
                  <p className="row">
                    <StatusShown word={finding.finds} />
                    <time className="small soft" dateTime={finding.on}>
                      {dayWords(speech, finding.on)}
                    </time>
                    {finding.source !== undefined && <SourceMark source={finding.source} of={called} />}
                  </p>
                  <p className="u-words" dir="auto">
                    {finding.words}
                  </p>
                </div>
              ))}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
