import type { DomainState } from '@gavel/domain'
import { Link } from 'wouter'
import { useView } from '../live/use-view.ts'
import { bodyName, partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'

interface CalendarEvent {
  readonly uid: string
  readonly kind:
    | 'meeting'
    | 'sitting'
    | 'silenceExpires'
    | 'termEnds'
    | 'correctionsEnd'
    | 'activity'
    | 'reportDue'
  readonly title: string
  readonly body: string | null
  readonly holder: string | null
  readonly at: string
  readonly allDay: boolean
  readonly timeZone: string | null
  readonly status: string
  readonly href: string
}

interface Answer {
  readonly events: readonly CalendarEvent[]
  readonly now: string
}

const signs = {
  meeting: '▦',
  sitting: '▦',
  silenceExpires: '◷',
  termEnds: '⇥',
  correctionsEnd: '✎',
  activity: '◆',
  reportDue: '✉',
} as const

/** The scene an address of the API belongs to; null where none does. */
export const sceneOf = (href: string): string | null => {
  if (href === '/api/bodies') return '/organisation'
  if (href === '/api/activities') return '/activities'
  const [, kind, id, more] = /^\/api\/(meetings|decisions|commitments)\/([^/]+)(\/journal)?$/.exec(href) ?? []
  return kind === undefined ? null : `/${kind}/${id}${more ?? ''}`
}

/** Events by the month they fall in, each month once, in their order. */
export const byMonth = (
  events: readonly CalendarEvent[],
): readonly (readonly [month: string, events: readonly CalendarEvent[]])[] => {
  const months = new Map<string, CalendarEvent[]>()
  for (const event of events) {
    const month = event.at.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), event])
  }
  return [...months]
}

interface LineProps {
  readonly state: DomainState
  readonly event: CalendarEvent
  readonly now: string
}

const EventLine = ({ state, event, now }: LineProps) => {
  const speech = useWords()
  const { t, tag, instant } = speech
  const { holder, body } = event
  const term = holder !== null && body !== null
  const title = term ? (
    <>
      <bdi>{partyName(state, speech, holder)}</bdi> · <bdi>{bodyName(state, speech, body)}</bdi>
    </>
  ) : (
    <bdi>{event.title}</bdi>
  )
  const zone = event.allDay ? 'UTC' : (event.timeZone ?? undefined)
  const day = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    weekday: 'short',
    ...(zone === undefined ? {} : { timeZone: zone }),
  })
  const scene = sceneOf(event.href)
  return (
    <li data-past={event.at < now ? '' : undefined} data-status={event.status}>
      <time dateTime={event.at} className="numeric">
        {day.format(new Date(event.at))}
        {!event.allDay && <span className="soft"> {instant(event.at, 'time', zone)}</span>}
      </time>
      <span>
        <span className="soft small">
          <span aria-hidden="true">{signs[event.kind]}</span>{' '}
          {t(term ? 'meetings.calendar.chairEnds' : `meetings.calendar.${event.kind}`)}
          {event.status === 'calledOff' && ` · ${t('meetings.calledOff')}`}
        </span>
        <br />
        {scene === null ? title : <Link href={scene}>{title}</Link>}
      </span>
    </li>
  )
}

interface CalendarProps {
  readonly state: DomainState
  /** Of one body; of all where empty. */
  readonly body: string
}

/** What has a day: meetings, sittings, silences that expire, terms that end, times for corrections; of one body or of all. */
export const Calendar = ({ state, body }: CalendarProps) => {
  const { t, tag, language } = useWords()
  const { data } = useView<Answer>('/api/calendar')
  const month = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const events = data?.events.filter(event => body === '' || event.body === body) ?? []
  return (
    <section className="m-calendar" aria-labelledby="calendar-title">
      <h2 id="calendar-title">{t('meetings.calendar')}</h2>
      {data !== undefined && events.length === 0 && <p className="soft">{t('meetings.calendar.none')}</p>}
      {byMonth(events).map(([name, list]) => (
        <section key={name} aria-label={month.format(new Date(`${name}-01T00:00:00Z`))}>
          <h3>{month.format(new Date(`${name}-01T00:00:00Z`))}</h3>
          <ul>
            {list.map(event => (
              <EventLine key={event.uid} state={state} event={event} now={data?.now ?? ''} />
            ))}
          </ul>
        </section>
      ))}
      <p className="small">
        <a href={`/feeds/calendar.ics?language=${language}`}>{t('meetings.calendar.subscribe')}</a>
      </p>
    </section>
  )
}
