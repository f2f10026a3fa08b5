import type { meetings } from '@gavel/domain'
import { Link } from 'wouter'
import { useView } from '../live/use-view.ts'
import type { Speech } from '../words/speaking.ts'
import { useWords } from '../words/use-words.tsx'
import type { Meeting } from './next-step.ts'

type Amended = meetings.MeetingsEventOf<'meetings.noticeAmended'>

interface Answer {
  readonly notices: readonly {
    readonly index: number
    readonly event: meetings.MeetingsEvent
  }[]
}

/** What a change of a notice changes, one line each. */
const changed = (event: Amended, meeting: Meeting, { t, instant }: Speech): readonly string[] => [
  ...(event.title === undefined ? [] : [t('notice.changed.title', { value: event.title })]),
  ...(event.opensAt === undefined
    ? []
    : [t('notice.changed.opensAt', { value: instant(event.opensAt, 'full', meeting.timeZone) })]),
  ...(event.place === undefined ? [] : [t('notice.changed.place', { value: event.place })]),
  ...(event.timeZone === undefined ? [] : [t('notice.changed.timeZone', { value: event.timeZone })]),
  ...(event.format === undefined
    ? []
    : [t('notice.changed.format', { value: t(`meeting.format.${event.format}`) })]),
  ...(event.access === undefined
    ? []
    : [t('notice.changed.access', { value: t(`meeting.access.${event.access}`) })]),
  ...(event.agenda === undefined ? [] : [t('notice.changed.agenda', { n: event.agenda.length })]),
]

/** How the notice was changed after it was given: when, what, why, and by which entry of the record. */
export const Notices = ({ meeting }: { readonly meeting: Meeting }) => {
  const speech = useWords()
  const { t, instant } = speech
  const { data } = useView<Answer>(`/api/meetings/${encodeURIComponent(meeting.id)}/notices`)
  const amended = (data?.notices ?? []).flatMap(({ index, event }) =>
    event.type === 'meetings.noticeAmended' ? [{ index, event }] : [],
  )
  return (
    <section className="m-panel" aria-labelledby="notices-title">
      <h2 id="notices-title">{t('notice.changed')}</h2>
      {data !== undefined && amended.length === 0 && <p className="soft">{t('notice.changed.none')}</p>}
      <ol className="list">
        {amended.map(({ index, event }) => (
          <li key={index} className="stack" data-gap="small">
            <p className="soft small">
              {instant(event.at, 'long', meeting.timeZone)} ·{' '}
              <Link href={`/record/${index}`}>{t('journal.entry', { index })}</Link>
            </p>
            {changed(event, meeting, speech).map(line => (
              <p key={line}>
                <bdi>{line}</bdi>
              </p>
            ))}
            {event.reason !== undefined && (
              <blockquote className="m-quote" dir="auto">
                {event.reason}
              </blockquote>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
