import { partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import type { FoundOne } from '../use-commitment.ts'
import { courseOf, type Happened } from './course.ts'

const Line = ({ state, one }: Pick<FoundOne, 'state'> & { readonly one: Happened }) => {
  const speech = useWords()
  const { t } = speech
  switch (one.kind) {
    case 'undertaken':
    case 'joined':
    case 'left':
      return t(`history.${one.kind}`, { member: partyName(state, speech, one.member) })
    case 'reported':
      return t('history.reported', {
        member: partyName(state, speech, one.report.member),
        says: t(`commitment.status.${one.report.says}`),
      })
    case 'evidence':
      return t('history.evidence', { member: partyName(state, speech, one.more.member) })
    case 'assessed':
      return t('history.assessed', { finds: t(`commitment.status.${one.finding.finds}`) })
    default:
      return (
        <>
          {t(`history.${one.kind}`)} <bdi className="u-quote">{one.reason}</bdi>
        </>
      )
  }
}

/** All that happened to the commitment, as the record has it. */
export const History = ({ answer, state }: FoundOne) => {
  const { t, instant } = useWords()
  const course = courseOf(answer.commitment)
  return (
    <details className="u-history">
      <summary>{t('commitment.history', { n: course.length })}</summary>
      <ol className="list">
        {course.map(one => (
          <li key={`${one.kind} ${one.at} ${'member' in one ? one.member : ''}`}>
            <time className="small soft" dateTime={one.at}>
              {instant(one.at, 'long')}
            </time>
            <p>
              <Line state={state} one={one} />
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}
