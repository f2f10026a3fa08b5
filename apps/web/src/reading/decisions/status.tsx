import type { decisions } from '@gavel/domain'
import { type Instant, msBetween } from '@gavel/kernel'
import { Badge } from '../../kit/notice.tsx'
import type { Speech } from '../../words/speaking.ts'
import { useWords } from '../../words/use-words.tsx'
import { Party, When } from '../frame/parts.tsx'
import { useReading } from '../frame/reading.tsx'
import { isTimeZone } from '../frame/zone.ts'

export const decisionAddress = (id: string): string => `/decisions/${encodeURIComponent(id)}`

type Status = decisions.DecisionStatus

const tones = {
  put: 'accent',
  silenceProposed: 'accent',
  silenceRunning: 'accent',
  silenceSuspended: 'wait',
  adopted: 'good',
  notAdopted: 'bad',
} as const

/** How a decision stands, in a few words. */
export const statusWords = (status: Status, t: Speech['t']): string => {
  switch (status.kind) {
    case 'adopted':
      return t(status.interim ? 'reading.status.interim' : 'reading.status.adopted')
    case 'notAdopted':
      return t(`reading.status.${status.why}`)
    default:
      return t(`reading.status.${status.kind}`)
  }
}

export const StatusBadge = ({ status }: { readonly status: Status }) => {
  const { t } = useWords()
  return (
    <Badge tone={status.kind === 'notAdopted' && status.why !== 'noConsensus' ? 'plain' : tones[status.kind]}>
      {statusWords(status, t)}
    </Badge>
  )
}

/** The clock of a running silence, standing still: the instant in UTC and as it was announced, and what was left when the page was written. */
export const SilenceClock = ({
  expiresAt,
  timeZone,
}: {
  readonly expiresAt: Instant
  readonly timeZone: string
}) => {
  const { t, duration } = useWords()
  const { now } = useReading()
  const isZone = timeZone !== 'UTC' && isTimeZone(timeZone)
  return (
    <div className="r-clock">
      <p className="r-clock-words">{t('reading.silence.until')}</p>
      <p className="clock">
        <When at={expiresAt} style="full" />
      </p>
      {isZone && (
        <p className="soft">
          <When at={expiresAt} style="long" timeZone={timeZone} /> <bdi>({timeZone})</bdi>
        </p>
      )}
      <p className="soft small">{t('reading.silence.left', { left: duration(msBetween(now, expiresAt)) })}</p>
    </div>
  )
}

const Adopted = ({ status }: { readonly status: Extract<Status, { kind: 'adopted' }> }) => {
  const { t, instant } = useWords()
  const at = instant(status.at, 'long', 'UTC')
  return (
    <p>
      {t(status.through === 'silence' ? 'reading.adopted.silence' : 'reading.adopted.consensus', { at })}{' '}
      {status.interim && t('reading.adopted.interim')}
    </p>
  )
}

/** How a decision stands, in sentences. */
export const StatusTold = ({
  decision,
  status,
}: {
  readonly decision: decisions.Decision
  readonly status: Status
}) => {
  const { t, instant } = useWords()
  switch (status.kind) {
    case 'silenceRunning':
      return decision.course.stage !== 'silence' ? null : (
        <SilenceClock expiresAt={status.expiresAt} timeZone={decision.course.silence.timeZone} />
      )
    case 'adopted':
      return <Adopted status={status} />
    case 'notAdopted':
      return (
        <p>
          {t(`reading.ended.${status.why}`, { at: instant(status.at, 'long', 'UTC') })}{' '}
          {status.next !== null && t(`reading.next.${status.next}`)}
        </p>
      )
    case 'silenceSuspended':
      return <p>{t('reading.suspended', { since: instant(status.since, 'long', 'UTC') })}</p>
    case 'put':
    case 'silenceProposed':
      return (
        <p>
          {t(status.kind === 'put' ? 'reading.before' : 'reading.proposed')}{' '}
          {status.objectors.length > 0 && t('reading.objecting')}{' '}
          {status.objectors.map(member => (
            <span key={member}>
              <Party id={member} />{' '}
            </span>
          ))}
        </p>
      )
  }
}
