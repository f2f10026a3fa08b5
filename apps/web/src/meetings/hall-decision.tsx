import { type DomainState, decisions } from '@gavel/domain'
import { get, type Instant, msBetween } from '@gavel/kernel'
import { clockParts } from '../decisions/zones.ts'
import { useWords } from '../words/use-words.tsx'
import { memberNames } from './roles.ts'

interface DecisionProps {
  readonly state: DomainState
  readonly id: string
  readonly timeZone: string
  readonly now: Instant
}

type Status = decisions.DecisionStatus

/** How what is put stands: the question, who objects, or how it ended. */
const Standing = ({ state, status }: { readonly state: DomainState; readonly status: Status }) => {
  const speech = useWords()
  const { t } = speech
  switch (status.kind) {
    case 'put':
    case 'silenceProposed':
      return (
        <div className="m-hall-question">
          <p className="m-hall-ask">{t('hall.objections')}</p>
          {status.objectors.length === 0 ? (
            <p className="m-hall-course">{t('hall.objections.none')}</p>
          ) : (
            <p data-tone="bad">
              <span aria-hidden="true">✕</span> <b>{t('hall.objecting', { n: status.objectors.length })}</b>{' '}
              <bdi>{memberNames(state, speech, status.objectors)}</bdi>
            </p>
          )}
        </div>
      )
    case 'adopted':
      return (
        <p className="m-hall-ended" data-tone="good">
          <span aria-hidden="true">✓</span> {t('hall.adopted')}
          {status.number !== null && <span className="mono"> {status.number}</span>}
        </p>
      )
    case 'notAdopted':
      return (
        <p className="m-hall-ended" data-tone="wait">
          <span aria-hidden="true">○</span> {t('hall.notAdopted')}
        </p>
      )
    default:
      return null
  }
}

/** A silence that runs, to the second; what it says once it has ended is told by `Standing`. */
const Silence = ({
  status,
  timeZone,
  now,
}: Omit<DecisionProps, 'state' | 'id'> & { readonly status: Status }) => {
  const { t, instant } = useWords()
  if (status.kind === 'silenceSuspended') return <p className="m-hall-ended">{t('hall.silence.suspended')}</p>
  if (status.kind !== 'silenceRunning') return null
  const { days, time } = clockParts(msBetween(now, status.expiresAt))
  return (
    <>
      <p className="m-hall-clock" role="timer">
        {days > 0 && (
          <span>
            {days} <span className="m-hall-course">{t('hall.day')}</span>{' '}
          </span>
        )}
        {time}
      </p>
      <p className="m-hall-course">
        {t('hall.silence.ends', { at: instant(status.expiresAt, 'full', timeZone) })}
      </p>
    </>
  )
}

/** A decision before the hall: what it is, word for word where it has words of its own, and how it stands. */
export const HallDecision = ({ state, id, timeZone, now }: DecisionProps) => {
  const { t } = useWords()
  const decision = get(state.decisions.decisions, id)
  if (decision === undefined) return null
  const status = decisions.decisionStatus(decision, now)
  const { subject } = decision
  const under = decision.course.stage === 'silence' || decision.course.stage === 'proposed'
  return (
    <>
      {under && <p className="m-hall-item">{t('hall.silence')}</p>}
      <h1 dir="auto">{decision.title}</h1>
      {subject.kind === 'wording' ? (
        <blockquote className="m-hall-words" dir="auto">
          {subject.wording}
        </blockquote>
      ) : (
        <p className="mono">{subject.symbol}</p>
      )}
      <Silence status={status} timeZone={timeZone} now={now} />
      <Standing state={state} status={status} />
    </>
  )
}
