import { Button } from '../../kit/button.tsx'
import { useWords } from '../../words/use-words.tsx'
import { type Course, signs } from './course.ts'
import { isOn, monthAfter, monthWords, weeksOf } from './month-days.ts'
import type { ActivityRow } from './shapes.ts'

interface GridProps {
  readonly month: string
  readonly today: string
  readonly activities: readonly ActivityRow[]
  readonly courseOf: (activity: ActivityRow) => Course
  readonly onMonth: (month: string) => void
}

const Day = ({
  day,
  today,
  activities,
  courseOf,
}: Omit<GridProps, 'month' | 'onMonth'> & { readonly day: string | null }) => {
  const { t } = useWords()
  if (day === null) return <td className="p-day" />
  return (
    <td className="p-day" data-today={day === today ? '' : undefined}>
      <time dateTime={day} className="numeric p-day-number">
        {Number(day.slice(8))}
      </time>
      {activities
        .filter(one => isOn(one, day))
        .map(one => {
          const course = courseOf(one)
          return (
            <a
              key={one.id}
              href={`#a-${one.id}`}
              className="p-event"
              data-course={course}
              title={one.planned.title}
            >
              <span aria-hidden="true" className="p-sign">
                {signs[course]}
              </span>
              <bdi className="p-event-title">{one.planned.title}</bdi>
              <span className="spoken">: {t(`plans.course.${course}`)}</span>
            </a>
          )
        })}
    </td>
  )
}

/** A month as a calendar: each day with what takes place on it, and the way to it. */
export const MonthGrid = (props: GridProps) => {
  const { month, onMonth } = props
  const speech = useWords()
  const { t, tag } = speech
  const weekdays = Array.from({ length: 7 }, (_, at) => Date.UTC(2026, 5, 1 + at))
  const weekday = (style: 'short' | 'long') =>
    new Intl.DateTimeFormat(tag, { weekday: style, timeZone: 'UTC' })
  return (
    <section className="p-calendar" aria-labelledby="month">
      <header className="row" data-spread="">
        <h2 id="month" aria-live="polite">
          {monthWords(speech, month)}
        </h2>
        <p className="row no-print">
          <Button size="small" onPress={() => onMonth(monthAfter(month, -1))}>
            {t('activities.month.before')}
          </Button>
          <Button size="small" onPress={() => onMonth(monthAfter(month, 1))}>
            {t('activities.month.after')}
          </Button>
        </p>
      </header>
      <table className="p-grid">
        <caption className="spoken">{monthWords(speech, month)}</caption>
        <thead>
          <tr>
            {weekdays.map(at => (
              <th key={at} scope="col" abbr={weekday('long').format(at)}>
                {weekday('short').format(at)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week, at) => (
            <tr key={week.find(day => day !== null) ?? at}>
              {week.map((day, place) => (
                <Day key={day ?? `${at}-${place}`} {...props} day={day} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
