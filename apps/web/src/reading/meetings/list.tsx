import type { meetings } from '@gavel/domain'
import { Badge } from '../../kit/notice.tsx'
import { useWords } from '../../words/use-words.tsx'
import type { PageOf } from '../frame/page-of.ts'
import { BodyName, PageHead, Section, When } from '../frame/parts.tsx'
import { useReading } from '../frame/reading.tsx'
import { isTimeZone } from '../frame/zone.ts'
import { byTime } from './agenda.ts'

export const meetingAddress = (id: string): string => `/meetings/${encodeURIComponent(id)}`

const tones = {
  convened: 'plain',
  open: 'good',
  suspended: 'wait',
  adjourned: 'wait',
  closed: 'plain',
} as const

export const MeetingStatus = ({ meeting }: { readonly meeting: meetings.Meeting }) => {
  const { t } = useWords()
  return meeting.calledOff === undefined ? (
    <Badge tone={tones[meeting.status]}>{t(`reading.meeting.${meeting.status}`)}</Badge>
  ) : (
    <Badge tone="bad">{t('reading.meeting.calledOff')}</Badge>
  )
}

/** When a meeting opens: on the clock of its place, and in UTC. */
export const OpensAt = ({ meeting }: { readonly meeting: meetings.Meeting }) => {
  const { opensAt, timeZone } = meeting
  if (timeZone === 'UTC' || !isTimeZone(timeZone)) return <When at={opensAt} />
  return (
    <span>
      <When at={opensAt} timeZone={timeZone} />{' '}
      <span className="soft small">
        (<When at={opensAt} style="short" /> UTC)
      </span>
    </span>
  )
}

export const MeetingRow = ({ meeting }: { readonly meeting: meetings.Meeting }) => (
  <li className="r-item">
    <p className="r-item-name">
      <a href={meetingAddress(meeting.id)}>
        <bdi>{meeting.title}</bdi>
      </a>
    </p>
    <p className="r-meta">
      <MeetingStatus meeting={meeting} />
      <BodyName id={meeting.body} />
      <OpensAt meeting={meeting} />
      <bdi>{meeting.place}</bdi>
    </p>
  </li>
)

const MeetingsBody = () => {
  const { t } = useWords()
  const { ahead, over } = byTime(useReading().state.meetings)
  return (
    <>
      <PageHead title={t('app.meetings')} lead={t('reading.meetings.lead')} />
      <Section id="ahead" title={t('reading.meetings.ahead')}>
        {ahead.length === 0 && <p className="soft">{t('reading.meetings.none')}</p>}
        <ul className="r-list">
          {ahead.map(meeting => (
            <MeetingRow key={meeting.id} meeting={meeting} />
          ))}
        </ul>
      </Section>
      {over.length > 0 && (
        <Section id="over" title={t('reading.meetings.over')}>
          <ul className="r-list">
            {over.map(meeting => (
              <MeetingRow key={meeting.id} meeting={meeting} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** Meetings: what goes on and lies ahead, and what is over. */
export const meetingsPage: PageOf<unknown> = {
  head: (_props, _reading, { t }) => ({
    title: t('app.meetings'),
    description: t('reading.meetings.lead'),
  }),
  Body: MeetingsBody,
}
