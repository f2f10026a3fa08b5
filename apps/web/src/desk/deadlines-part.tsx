import type { DomainState } from '@gavel/domain'
import { msBetween } from '@gavel/kernel'
import { Link } from 'wouter'
import { Badge } from '../kit/notice.tsx'
import { useNow } from '../live/use-room.tsx'
import { dayWords } from '../names/days.ts'
import { bodyName, partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { type Due, duesOf } from './deadlines.ts'
import { InstantTold } from './instants.tsx'

interface DeadlinesProps {
  readonly state: DomainState
  readonly only: string | null
}

const When = ({ due: { at, day, timeZone } }: { readonly due: Due }) => {
  const speech = useWords()
  if (day !== undefined) return <time dateTime={day}>{dayWords(speech, day)}</time>
  if (at === null) return <span className="soft">{speech.t('desk.noHour')}</span>
  return <InstantTold at={at} timeZone={timeZone} />
}

const Row = ({ state, due }: { readonly state: DomainState; readonly due: Due }) => {
  const speech = useWords()
  const { t, duration, list } = speech
  const now = useNow(1_000)
  const { kind, title, bodies, href, at, day, overdue, rule } = due
  const left = at === null || day !== undefined ? null : msBetween(now, at)
  const name = kind === 'termEnds' || kind === 'termEnded' ? partyName(state, speech, title) : title
  return (
    <tr data-overdue={overdue ? '' : undefined}>
      <th scope="row">
        <span className="row">
          {overdue && <Badge tone="bad">{t('due.overdue')}</Badge>}
          <span>{t(`desk.due.${kind}`)}</span>
        </span>
        <Link href={href}>
          <bdi>{name}</bdi>
        </Link>
        {bodies.length > 0 && (
          <span className="small soft k-below">
            <bdi>{list(bodies.map(body => bodyName(state, speech, body)))}</bdi>
          </span>
        )}
      </th>
      <td>
        <When due={due} />
      </td>
      <td className="numeric">
        {left !== null && (
          <b className="clock" data-near={left < 86_400_000 ? '' : undefined}>
            {left > 0 ? t('due.left', { time: duration(left) }) : t('due.passed', { time: duration(-left) })}
          </b>
        )}
      </td>
      <td>
        {rule !== undefined && (
          <a href={`/rules/${rule}`} className="mono small">
            {rule}
          </a>
        )}
      </td>
    </tr>
  )
}

/** What is due, sorted by instant: silences, notices, openings, corrections, terms, credentials. */
export const DeadlinesPart = ({ state, only }: DeadlinesProps) => {
  const { t } = useWords()
  const now = useNow(30_000)
  const dues = duesOf(state, only, now)
  return (
    <section className="stack" data-gap="small" aria-labelledby="k-deadlines">
      <h2 id="k-deadlines">{t('desk.tab.deadlines')}</h2>
      {dues.length === 0 ? (
        <p className="empty">{t('desk.due.none')}</p>
      ) : (
        <table className="table k-dues">
          <thead>
            <tr>
              {(['what', 'when', 'left', 'rule'] as const).map(column => (
                <th key={column} scope="col">
                  {t(`desk.col.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {dues.map(due => (
              <Row key={due.key} state={state} due={due} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
