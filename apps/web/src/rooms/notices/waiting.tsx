import './notices.css'
import type { LinesAnswer } from '@gavel/notices/browser'
import { Link } from 'wouter'
import { useRoom } from '../../live/use-room.tsx'
import { useView } from '../../live/use-view.ts'
import { hrefOf } from './address.ts'
import { ClockShown } from './clock.tsx'
import { waits } from './list/waits.ts'
import { useNoticesWords } from './use-notices-words.ts'

/** How many are named where the day begins; the others are in the inbox. */
const most = 3

/** The notices that wait for a delegation; nothing when none does. */
export const Waiting = () => {
  const { t } = useNoticesWords()
  const { as } = useRoom()
  const member = as?.kind === 'delegate' ? as.member : null
  const { data } = useView<LinesAnswer>(
    member === null ? null : `/api/notices/inbox?${new URLSearchParams({ member })}`,
  )
  const waiting = (data?.notices ?? []).filter(waits)
  if (waiting.length === 0) return null
  return (
    <section className="h-part" aria-labelledby="x-today">
      <header className="row" data-spread="">
        <h2 id="x-today">{t('notices.today', { n: waiting.length })}</h2>
        <Link href="/notices">{t('notices.title')}</Link>
      </header>
      <ul className="n-needs">
        {waiting.slice(0, most).map(({ id, title, mine }) => {
          const clock = mine?.acknowledged === null ? mine.acknowledgement : (mine?.answer ?? null)
          return (
            <li key={id} data-overdue={clock?.kind === 'silent' ? '' : undefined}>
              <Link href={hrefOf(id)}>
                <span className="n-what">
                  <bdi>{title}</bdi>
                  {clock !== null && (
                    <ClockShown what={mine?.acknowledged === null ? 'acknowledge' : 'answer'} clock={clock} />
                  )}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
