import { type DomainState, institution, meetings } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import type { Meeting } from './next-step.ts'
import { statusSign } from './signs.ts'

interface HallProps {
  readonly state: DomainState
  readonly meeting: Meeting
  readonly now: Instant
}

/** So many items stand on the screen at once: those round the one under consideration. */
const mostItems = 14

const around = (meeting: Meeting): readonly meetings.AgendaItem[] => {
  const { agenda } = meeting
  if (agenda.length <= mostItems) return agenda
  const current = agenda.findIndex(({ number }) => number === meetings.currentItem(meeting))
  const from = Math.min(Math.max(0, current - 3), agenda.length - mostItems)
  return agenda.slice(from, from + mostItems)
}

/** The agenda, with how far the meeting has come. */
export const HallAgenda = ({ meeting }: Pick<HallProps, 'meeting'>) => {
  const { t } = useWords()
  return (
    <>
      <h1>{t(meeting.agendaAdopted ? 'agenda.title' : 'agenda.provisional')}</h1>
      <ol className="m-hall-agenda">
        {around(meeting).map(({ number, title, under }) => {
          const course = meetings.courseOf(meeting, number)
          return (
            <li key={number} data-course={course} data-under={under === undefined ? undefined : ''}>
              <span className="m-hall-number">{number}</span>
              <span>
                <bdi>{title}</bdi>
                {course !== undefined && (
                  <span className="m-hall-course">
                    {' '}
                    <span aria-hidden="true">{statusSign(course)}</span> {t(`agenda.status.${course}`)}
                  </span>
                )}
              </span>
            </li>
          )
        })}
      </ol>
    </>
  )
}

/** One item, and what lies before the meeting under it. */
export const HallItem = ({ meeting, item }: Pick<HallProps, 'meeting'> & { readonly item: string }) => {
  const found = meeting.agenda.find(({ number }) => number === item)
  if (found === undefined) return null
  return (
    <>
      <p className="m-hall-item">{found.number}</p>
      <h1 dir="auto">{found.title}</h1>
      <ul className="m-hall-documents">
        {meeting.documents
          .filter(each => each.item === item)
          .map(({ document }) => (
            <li key={JSON.stringify(document)}>
              {document.kind === 'symbol' && <span className="mono">{document.symbol} </span>}
              <bdi>{document.title}</bdi>
            </li>
          ))}
      </ul>
    </>
  )
}

/** Who is in the room, by name, and what that makes of the two quorums. */
export const HallPresence = ({ state, meeting, now }: HallProps) => {
  const speech = useWords()
  const { t } = speech
  const opens = meetings.quorumOf('opens', meeting, state, now)
  const decides = meetings.quorumOf('decides', meeting, state, now)
  const both = [
    ['hall.quorum.opens', opens],
    ['hall.quorum', decides],
  ] as const
  const members = institution
    .membersOf(state.institution, meeting.body, now)
    .map(id => ({ id, name: partyName(state, speech, id), there: meeting.present.includes(id) }))
    .sort((a, b) => speech.compare(a.name, b.name))
  return (
    <>
      <h1 className="m-hall-count">
        {t('hall.quorum', { present: opens.present, outOf: opens.outOf })}
        {both.map(([which, { reached, needed, present }]) => (
          <span key={which} data-tone={reached ? 'good' : 'wait'}>
            <span aria-hidden="true">{reached ? '✓' : '○'}</span>{' '}
            {reached ? t(`${which}.reached`) : t(`${which}.missing`, { n: needed - present })}
          </span>
        ))}
      </h1>
      <ul className="m-hall-board">
        {members.map(({ id, name, there }) => (
          <li key={id} data-there={there ? '' : undefined}>
            <span aria-hidden="true">{there ? '●' : '○'}</span> <bdi>{name}</bdi>
            <span className="spoken"> {t(there ? 'hall.present' : 'hall.absent')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
