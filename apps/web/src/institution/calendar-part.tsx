import type { DomainState } from '@gavel/domain'
import { Link } from 'wouter'
import { Badge } from '../kit/notice.tsx'
import { useNow } from '../live/use-room.tsx'
import { useView } from '../live/use-view.ts'
import { dayWords } from '../names/days.ts'
import { bodyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { byMonth, type Calendar, type CalendarEvent, sceneOf } from './happening.ts'

interface EventProps {
  readonly state: DomainState
  readonly event: CalendarEvent
}

/** When something is: where it takes place if that is known, where the reader is, and by UTC. A day is a day anywhere. */
export const WhenShown = ({ at, allDay, timeZone }: Pick<CalendarEvent, 'at' | 'allDay' | 'timeZone'>) => {
  const speech = useWords()
  const { t, instant } = speech
  if (allDay) return <time dateTime={at}>{dayWords(speech, at)}</time>
  const there = timeZone === null ? undefined : instant(at, 'long', timeZone)
  const here = instant(at, 'long')
  return (
    <time dateTime={at} className="o-when">
      <b>{there ?? here}</b>
      {there !== undefined && there !== here && <span className="small soft">{here}</span>}
      {here !== instant(at, 'long', 'UTC') && (
        <span className="small soft">
          {instant(at, 'time', 'UTC')} {t('app.utc')}
        </span>
      )}
    </time>
  )
}

const EventRow = ({ state, event }: EventProps) => {
  const speech = useWords()
  const { t } = speech
  const { kind, title, body, place, status, href } = event
  return (
    <li className="o-event" data-kind={kind}>
      <WhenShown {...event} />
      <div>
        <p className="row">
          <Badge tone={kind === 'silenceExpires' ? 'wait' : 'plain'}>
            {t(`organisation.calendar.${kind}`)}
          </Badge>
          {status === 'calledOff' && <Badge tone="bad">{t('organisation.calendar.calledOff')}</Badge>}
        </p>
        <p>
          <Link href={sceneOf(href)}>
            <bdi>{title}</bdi>
          </Link>
        </p>
        <p className="small soft">
          {body !== null && <bdi>{bodyName(state, speech, body)}</bdi>}
          {place !== null && (
            <>
              {' · '}
              <bdi>{place}</bdi>
            </>
          )}
        </p>
      </div>
    </li>
  )
}

interface MonthsProps {
  readonly state: DomainState
  readonly events: readonly CalendarEvent[]
}

const Months = ({ state, events }: MonthsProps) => {
  const { tag } = useWords()
  const words = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return (
    <>
      {byMonth(events).map(({ month, events: all }) => (
        <section key={month} className="o-month">
          <h3>{words.format(new Date(`${month}-01T12:00:00Z`))}</h3>
          <ul>
            {all.map(event => (
              <EventRow key={event.uid} state={state} event={event} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** What has a day in the organisation, from the last month to a year ahead, as far as the reader may know of it. */
export const CalendarPart = ({ state }: { readonly state: DomainState }) => {
  const { t } = useWords()
  const now = useNow(60_000)
  const { data } = useView<Calendar>('/api/calendar')
  const today = now.slice(0, 10)
  const events = data?.events ?? []
  const ahead = events.filter(({ at, until }) => (until ?? at) >= today)
  const past = events.filter(event => !ahead.includes(event)).reverse()
  return (
    <section className="stack" aria-labelledby="o-calendar">
      <header className="row" data-spread="">
        <h2 id="o-calendar">{t('organisation.calendar.ahead')}</h2>
        <a href="/feeds/calendar.ics" className="small no-print">
          {t('organisation.calendar.subscribe')}
        </a>
      </header>
      <p className="soft">{t('organisation.calendar.lead')}</p>
      {data !== undefined && ahead.length === 0 && <p className="empty">{t('organisation.calendar.none')}</p>}
      <Months state={state} events={ahead} />
      {past.length > 0 && (
        <details>
          <summary>
            {t('organisation.calendar.past')} ({past.length})
          </summary>
          <Months state={state} events={past} />
        </details>
      )}
    </section>
  )
}
