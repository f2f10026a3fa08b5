import { decisions, meetings } from '@gavel/domain'
import { values } from '@gavel/kernel'
import { Badge } from '../../kit/notice.tsx'
import { useWords } from '../../words/use-words.tsx'
import { StandingRow } from '../decisions/list.tsx'
import type { PageOf } from '../frame/page-of.ts'
import { BodyName, Facts, PageHead, Party, Section, When } from '../frame/parts.tsx'
import { useReading } from '../frame/reading.tsx'
import { type EntryRow, EntryRows } from '../record/happened.tsx'
import { textAddress } from '../texts/list.tsx'
import { MeetingStatus, meetingAddress, OpensAt } from './list.tsx'

export interface OfMeeting {
  readonly meeting: meetings.Meeting
}
export interface MeetingProps extends OfMeeting {
  /** What happened in it, oldest first, as far as the public may read it. */
  readonly entries: readonly EntryRow[]
}

const Documents = ({ meeting, item }: OfMeeting & { readonly item: string }) => {
  const found = meeting.documents.filter(each => each.item === item)
  if (found.length === 0) return null
  return (
    <ul className="r-inline small">
      {found.map(({ document }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: documents of an item keep their order
        <li key={at}>
          {document.kind === 'text' ? (
            <a href={textAddress(document.text)}>
              <bdi>{document.title}</bdi>
            </a>
          ) : (
            <bdi>{document.kind === 'symbol' ? `${document.symbol} ${document.title}` : document.title}</bdi>
          )}
        </li>
      ))}
    </ul>
  )
}

const Agenda = ({ meeting }: OfMeeting) => {
  const { t } = useWords()
  return (
    <Section
      id="agenda"
      title={t(meeting.agendaAdopted ? 'reading.agenda.adopted' : 'reading.agenda.provisional')}
    >
      <ol className="r-agenda">
        {meeting.agenda.map(({ number, title, under }) => {
          const course = meetings.courseOf(meeting, number)
          return (
            <li key={number} data-under={under === undefined ? undefined : ''}>
              <bdi className="r-agenda-n">{number}</bdi>
              <div>
                <p>
                  <bdi>{title}</bdi>{' '}
                  {course !== undefined && (
                    <Badge tone={course === 'underConsideration' ? 'accent' : 'plain'}>
                      {t(`reading.item.${course}`)}
                    </Badge>
                  )}
                </p>
                <Documents meeting={meeting} item={number} />
              </div>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

/** Who is in the room, and whether they are enough: where everybody may follow what is done there. */
const Presence = ({ meeting }: OfMeeting) => {
  const { t } = useWords()
  const { state, now } = useReading()
  if (meetings.audienceOfMeeting(state, meeting.id)?.kind !== 'public')
    return <p className="soft">{t('reading.meeting.doors')}</p>
  const isClosed = meeting.status === 'closed'
  const shown = isClosed ? meeting.attended : meeting.present
  if (shown.length === 0) return null
  const quorum = meetings.quorumOf('decides', meeting, state, now)
  return (
    <Section id="present" title={t(isClosed ? 'reading.attended' : 'reading.present')}>
      {!isClosed && (
        <p>
          {t('reading.quorum', { present: quorum.present, outOf: quorum.outOf, needed: quorum.needed })}{' '}
          <a href="/rules/M-14" className="mono small">
            M-14
          </a>
        </p>
      )}
      <ul className="r-names">
        {shown.map(member => (
          <li key={member}>
            <Party id={member} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Decisions put, proposed or adopted in the meeting. */
const Decided = ({ meeting: { id } }: OfMeeting) => {
  const { t } = useWords()
  const { state, now } = useReading()
  const found = [...values(state.decisions.decisions)].filter(({ course }) =>
    course.stage === 'silence'
      ? course.silence.meeting === id || course.silence.confirmed?.meeting === id
      : 'meeting' in course && course.meeting === id,
  )
  if (found.length === 0) return null
  return (
    <Section id="decided" title={t('reading.decisions.in')}>
      <ul className="r-list">
        {found.map(decision => (
          <StandingRow
            key={decision.id}
            decision={decision}
            status={decisions.decisionStatus(decision, now)}
          />
        ))}
      </ul>
    </Section>
  )
}

/** The journal as it is drawn up, and those that were approved: drafts are for the body. */
const Journals = ({ meeting }: OfMeeting) => {
  const { t } = useWords()
  if (meeting.openedAt === undefined) return null
  const approved = meeting.journals.filter(({ approvedAt }) => approvedAt !== undefined)
  return (
    <Section id="journal" title={t('reading.journal')}>
      <p>
        <a href={`${meetingAddress(meeting.id)}/journal`}>{t('reading.journal.read')}</a>
      </p>
      {approved.map(({ sitting, document, approvedAt }) => (
        <div key={document}>
          <p>
            {sitting === null ? t('reading.journal.whole') : t('reading.journal.sitting', { n: sitting })}
            {' · '}
            {t('reading.journal.approved')} <When at={approvedAt!} style="date" />
          </p>
          <p className="mono small r-hash">{document}</p>
        </div>
      ))}
    </Section>
  )
}

const MeetingFacts = ({ meeting }: OfMeeting) => {
  const { t } = useWords()
  const { openedAt, suspendedUntil, closedAt, calledOff } = meeting
  return (
    <Facts
      facts={[
        { name: t('reading.meeting.opens'), value: <OpensAt meeting={meeting} /> },
        { name: t('reading.meeting.place'), value: <bdi>{meeting.place}</bdi> },
        { name: t('reading.meeting.access'), value: t(`reading.access.${meeting.access}`) },
        { name: t('reading.meeting.opened'), value: openedAt && <When at={openedAt} /> },
        { name: t('reading.meeting.until'), value: suspendedUntil && <When at={suspendedUntil} /> },
        { name: t('reading.meeting.closedAt'), value: closedAt && <When at={closedAt} /> },
        { name: t('reading.meeting.calledOff'), value: calledOff && <bdi>{calledOff.reason}</bdi> },
      ]}
    />
  )
}

const MeetingBody = ({ meeting, entries }: MeetingProps) => {
  const { t } = useWords()
  return (
    <>
      <PageHead
        above={
          <>
            <a href="/meetings">{t('app.meetings')}</a> · <BodyName id={meeting.body} />
          </>
        }
        title={meeting.title}
      />
      <p className="r-meta">
        <MeetingStatus meeting={meeting} />
      </p>
      <MeetingFacts meeting={meeting} />
      <Agenda meeting={meeting} />
      <Decided meeting={meeting} />
      <Presence meeting={meeting} />
      <Journals meeting={meeting} />
      {entries.length > 0 && (
        <Section id="happened" title={t('reading.meeting.happened')}>
          <EntryRows entries={entries} here={meetingAddress(meeting.id)} />
        </Section>
      )}
    </>
  )
}

const structured = (
  { title, opensAt, closedAt, place, calledOff }: meetings.Meeting,
  by: string,
): Readonly<Record<string, unknown>> => ({
  '@context': 'https://schema.org',
  '@type': 'Event',
  name: title,
  startDate: opensAt,
  ...(closedAt === undefined ? {} : { endDate: closedAt }),
  location: { '@type': 'Place', name: place },
  organizer: { '@type': 'Organization', name: by },
  eventStatus: `https://schema.org/${calledOff === undefined ? 'EventScheduled' : 'EventCancelled'}`,
})

/** One meeting: when and where, its agenda and how far it is, who is present, what was decided in it. */
export const meetingPage: PageOf<MeetingProps> = {
  head: ({ meeting }, { state }, { name }) => ({
    title: meeting.title,
    structured: structured(meeting, name(state.institution.organisation?.name, 'Gavel')),
  }),
  Body: MeetingBody,
}
