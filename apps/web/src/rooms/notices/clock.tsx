import { meetings } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import type { Timeliness } from '@gavel/notices/browser'
import { useNow } from '../../live/use-room.tsx'
import { useNoticesWords } from './use-notices-words.ts'

/** The same clock at another instant: what is told of it goes on without asking the server. */
const renewed = (clock: Timeliness, now: Instant): Timeliness =>
  meetings.timeliness('due' in clock ? clock.due : null, 'at' in clock ? clock.at : null, now) as Timeliness

/** The sign of each word: beside it, never in its place. */
const signs = { untimed: '○', inTime: '✓', late: '!', awaited: '◷', silent: '…' } as const

const dayMs = 86_400_000

/** How an acknowledgement or an answer stands, in words: given when, due when, late by how much, silent for how long. */
export const ClockShown = ({
  what,
  clock,
  exact = false,
}: {
  readonly what: 'acknowledge' | 'answer'
  readonly clock: Timeliness
  /** Whether the deadline is told with its zone, and by UTC where that is another clock. */
  readonly exact?: boolean
}) => {
  const { t, instant, duration } = useNoticesWords()
  const due = (at: string): string => {
    if (!exact) return instant(at, 'short')
    const here = instant(at)
    return here === instant(at, 'long', 'UTC') ? here : `${here} (${instant(at, 'short', 'UTC')} UTC)`
  }
  const now = useNow(30_000)
  const told = renewed(clock, now)
  const { kind } = told
  const given = 'at' in told && told.at !== null
  return (
    <span
      className="x-clock"
      data-kind={kind}
      data-near={kind === 'awaited' && told.leftMs < dayMs ? '' : undefined}
    >
      <span className="x-sign" aria-hidden="true">
        {given && kind === 'untimed' ? '✓' : signs[kind]}
      </span>
      <span>
        {kind === 'untimed' &&
          (told.at === null
            ? t(`notices.clock.${what}.open`)
            : t(`notices.clock.${what}.given`, { at: instant(told.at, 'short') }))}
        {kind === 'inTime' && t(`notices.clock.${what}.inTime`, { at: instant(told.at, 'short') })}
        {kind === 'late' &&
          t(`notices.clock.${what}.late`, { at: instant(told.at, 'short'), time: duration(told.lateMs) })}
        {kind === 'awaited' && (
          <>
            {t(`notices.clock.${what}.awaited`, { at: due(told.due) })}{' '}
            <b className="clock">{t('notices.clock.left', { time: duration(told.leftMs) })}</b>
          </>
        )}
        {kind === 'silent' &&
          t(`notices.clock.${what}.silent`, {
            at: due(told.due),
            time: duration(told.silentMs),
          })}
      </span>
    </span>
  )
}

/** How the sending of a notice stood to when it was due: told late, by how much; nothing where it was in time. */
export const SendingShown = ({ clock }: { readonly clock: Timeliness }) => {
  const { t, instant, duration } = useNoticesWords()
  if (clock.kind === 'late')
    return (
      <span className="x-clock" data-kind="late">
        <span className="x-sign" aria-hidden="true">
          !
        </span>
        <span>
          {t('notices.sending.late', { time: duration(clock.lateMs), due: instant(clock.due, 'short') })}
        </span>
      </span>
    )
  if (clock.kind === 'inTime')
    return (
      <span className="x-clock">{t('notices.sending.inTime', { due: instant(clock.due, 'short') })}</span>
    )
  return null
}
