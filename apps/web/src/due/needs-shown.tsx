import { msBetween } from '@gavel/kernel'
import { Link } from 'wouter'
import { Badge } from '../kit/notice.tsx'
import { useNow, useSlice } from '../live/use-room.tsx'
import { bodyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import type { Need } from './needs.ts'

/** How long is left until an instant, and when it is: here, and by UTC. */
export const Until = ({ at }: { readonly at: Need['at'] }) => {
  const { t, instant, duration } = useWords()
  const now = useNow(1_000)
  if (at === null) return null
  const left = msBetween(now, at)
  return (
    <span className="n-until">
      <b className="clock" data-near={left < 86_400_000 ? '' : undefined}>
        {left > 0 ? t('due.left', { time: duration(left) }) : t('due.passed', { time: duration(-left) })}
      </b>
      <time className="small soft" dateTime={at}>
        {instant(at, 'long')}
        {instant(at, 'time') !== instant(at, 'time', 'UTC') && (
          <>
            {' · '}
            {instant(at, 'time', 'UTC')} {t('app.utc')}
          </>
        )}
      </time>
    </span>
  )
}

/** What waits, each with why, by when, and one press to its place. */
export const NeedsShown = ({ needs }: { readonly needs: readonly Need[] }) => {
  const speech = useWords()
  const { t } = speech
  const state = useSlice()
  return (
    <ul className="n-needs">
      {needs.map(({ kind, href, title, body, at, overdue, n }) => (
        <li key={`${kind} ${href}`} data-overdue={overdue ? '' : undefined}>
          <Link href={href}>
            <span className="n-what">
              <span className="row">
                {overdue && <Badge tone="bad">{t('due.overdue')}</Badge>}
                <b>{t(`due.${kind}`, { n: n ?? 1 })}</b>
              </span>
              {title !== '' && <bdi>{title}</bdi>}
              {body !== undefined && (
                <span className="small soft">
                  <bdi>{bodyName(state, speech, body)}</bdi>
                </span>
              )}
            </span>
            <Until at={at} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
