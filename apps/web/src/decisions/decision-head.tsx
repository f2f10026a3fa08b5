import type { DomainState } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import { Badge } from '../kit/notice.tsx'
import { bodyName, partyName } from '../names/names.ts'
import type { Speech } from '../words/speaking.ts'
import { useWords } from '../words/use-words.tsx'
import { type Decision, meetingTitle, type Status, statusWord } from './standing.ts'

interface HeadProps {
  readonly state: DomainState
  readonly decision: Decision
  readonly status: Status
}

/** How a decision stands, in sentences. */
const linesOf = ({ state, decision, status }: HeadProps, { t, instant }: Speech): readonly string[] => {
  const { course } = decision
  const at = (when: Instant): string => instant(when)
  switch (status.kind) {
    case 'put':
      return course.stage === 'put'
        ? [t('decision.line.put', { meeting: meetingTitle(state, course.meeting), at: at(course.at) })]
        : []
    case 'silenceProposed':
      return course.stage === 'proposed'
        ? [t('decision.line.proposed', { meeting: meetingTitle(state, course.meeting) })]
        : []
    case 'adopted': {
      if (status.through === 'silence')
        return [
          t('decision.line.silence', { at: instant(status.at, 'full') }),
          ...(status.interim ? [t('decision.line.interim')] : []),
        ]
      const meeting = course.stage === 'adopted' ? meetingTitle(state, course.meeting) : ''
      return [t('decision.line.consensus', { at: at(status.at), meeting })]
    }
    case 'notAdopted': {
      const reason = course.stage === 'takenBack' ? course.reason : withdrawnWhy(decision)
      return [
        t(`decision.line.${status.why}`, { at: at(status.at), reason }),
        ...(status.next === null ? [] : [t(`decision.next.${status.next}`)]),
      ]
    }
    default:
      return []
  }
}

const withdrawnWhy = ({ course }: Decision): string => {
  const last = course.stage === 'silence' ? course.silence.entries.at(-1) : undefined
  return last?.kind === 'withdrawn' ? last.reason : ''
}

/** What the decision is called, its number, and how it stands. */
export const DecisionHead = (props: HeadProps) => {
  const speech = useWords()
  const { t, instant } = speech
  const { state, decision, status } = props
  const { word, tone } = statusWord(status)
  const { course } = decision
  const minusOne = 'minusOne' in course ? course.minusOne : undefined
  return (
    <header className="stack d-head" data-gap="small">
      <p className="row soft small">
        {decision.number !== undefined && <b className="mono d-number">{decision.number.symbol}</b>}
        <bdi>{bodyName(state, speech, decision.body)}</bdi>
        <Badge tone={tone}>{t(word)}</Badge>
        {decision.publishedAt !== undefined && (
          <span>{t('decision.published', { at: instant(decision.publishedAt, 'date') })}</span>
        )}
        {decision.round > 1 && <span>{t('decision.round', { n: decision.round })}</span>}
      </p>
      <h1 dir="auto">{decision.title}</h1>
      {linesOf(props, speech).map(line => (
        <p key={line}>
          <bdi>{line}</bdi>
        </p>
      ))}
      {minusOne !== undefined && (
        <p>
          <bdi>
            {t('decision.line.minusOne', {
              member: partyName(state, speech, minusOne.member),
              case: minusOne.case,
            })}
          </bdi>
        </p>
      )}
    </header>
  )
}
