import type { decisions } from '@gavel/domain'
import { type Instant, msBetween } from '@gavel/kernel'
import { useWords } from '../words/use-words.tsx'
import { clockParts, ownZone } from './zones.ts'

/** How much is left, as a clock that runs out; for the ear, in its two largest units. */
export const Countdown = ({ until, now }: { readonly until: Instant; readonly now: Instant }) => {
  const { t, duration, tag } = useWords()
  const left = Math.max(0, msBetween(now, until))
  const { days, time } = clockParts(left)
  const inDays = new Intl.NumberFormat(tag, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days)
  return (
    <p className="d-countdown" role="timer" data-last={left < 3_600_000 ? '' : undefined}>
      <span aria-hidden="true">
        {days > 0 && <span className="d-days">{inDays}</span>} <span className="d-time">{time}</span>
      </span>
      <span className="spoken">{t('silence.left.spoken', { duration: duration(left) })}</span>
    </p>
  )
}

interface InstantsProps {
  readonly at: Instant
  readonly timeZone: string
  readonly announcedAs: string
}

/** One instant as it was announced, in the zone of the announcement, in UTC, and where the reader is. */
export const Instants = ({ at, timeZone, announcedAs }: InstantsProps) => {
  const { t, instant } = useWords()
  const own = ownZone()
  const rows: readonly (readonly [label: string, zone: string])[] = [
    [t('silence.inZone', { zone: timeZone }), timeZone],
    ...(own === timeZone || own === 'UTC' ? [] : [[t('silence.here', { zone: own }), own] as const]),
  ]
  return (
    <dl className="facts d-instants">
      <div className="facts-row">
        <dt>{t('silence.announced')}</dt>
        <dd>
          <bdi>{announcedAs}</bdi>
        </dd>
      </div>
      {rows.map(([label, zone]) => (
        <div key={zone} className="facts-row">
          <dt>
            <bdi>{label}</bdi>
          </dt>
          <dd>
            <time dateTime={at}>{instant(at, 'full', zone)}</time>
          </dd>
        </div>
      ))}
      <div className="facts-row">
        <dt>{t('app.utc')}</dt>
        <dd>
          <time dateTime={at} className="mono" dir="ltr">
            {at.replace('T', ' ').replace('.000Z', 'Z')}
          </time>
        </dd>
      </div>
    </dl>
  )
}

/** How much of its time a silence has used, as a line that fills. */
export const Elapsed = ({ silence, now }: { readonly silence: decisions.Silence; readonly now: Instant }) => {
  const opened = silence.entries[0]!.at
  const until = silence.entries.reduce<Instant>(
    (last, entry) => ('expiresAt' in entry ? entry.expiresAt : last),
    opened,
  )
  const whole = msBetween(opened, until)
  const used = whole <= 0 ? 100 : Math.min(100, (100 * msBetween(opened, now)) / whole)
  return (
    <svg className="d-elapsed" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width={used} height="1" />
    </svg>
  )
}
