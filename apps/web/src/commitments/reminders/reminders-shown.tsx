import { type Capacity, capacityName, type commitments as chapter, type DomainState } from '@gavel/domain'
import { get } from '@gavel/kernel'
import { Link } from 'wouter'
import { Badge } from '../../kit/notice.tsx'
import { useRoom } from '../../live/use-room.tsx'
import { useView } from '../../live/use-view.ts'
import { dayWords } from '../../names/days.ts'
import { bodyName, capacityWords } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import { DaysClock } from '../days-clock.tsx'
import { dividedBy, hasDeadline, isPressing, placeOf, type RemindersAnswer } from './reminders.ts'

type Reminder = chapter.Reminder
const none: RemindersAnswer = { reminders: [] }

/** What one is reminded of in the capacity one acts in, and how many wait in one's others. */
export const useReminders = (as: Capacity | null) => {
  const { data = none } = useView<RemindersAnswer>(as === null ? null : '/api/reminders')
  return as === null ? { own: [], elsewhere: [] } : dividedBy(data, as)
}

interface RowProps {
  readonly state: DomainState
  readonly reminder: Reminder
}

/** What it is about: its title, or, of a term, the area or body whose office it is. */
const Title = ({ state, reminder }: RowProps) => {
  const speech = useWords()
  const { area, body } = reminder.about
  if (reminder.kind !== 'termEnds') return <bdi>{reminder.title}</bdi>
  if (body !== undefined) return <bdi>{bodyName(state, speech, body)}</bdi>
  return <bdi>{speech.name(get(state.institution.areas, area ?? '')?.name, area)}</bdi>
}

const Row = ({ state, reminder }: RowProps) => {
  const speech = useWords()
  const { t } = speech
  const { kind, on, days } = reminder
  const pressing = isPressing(reminder)
  return (
    <li data-overdue={pressing ? '' : undefined}>
      <Link href={placeOf(reminder)}>
        <span className="n-what">
          <span className="row">
            {kind === 'reportOverdue' && <Badge tone="bad">{t('due.overdue')}</Badge>}
            <b>{t(`reminder.${kind}`)}</b>
          </span>
          <Title state={state} reminder={reminder} />
          <span className="small soft">
            {t(hasDeadline(reminder) ? 'reminder.by' : 'reminder.since', { day: dayWords(speech, on) })}
          </span>
        </span>
        {hasDeadline(reminder) && (
          <span className="n-until">
            <DaysClock days={days} />
          </span>
        )}
      </Link>
    </li>
  )
}

interface ShownProps {
  readonly state: DomainState
  readonly reminders: readonly Reminder[]
}

/** What one is reminded of, each with the day and the way to it. */
export const RemindersShown = ({ state, reminders }: ShownProps) =>
  reminders.length === 0 ? null : (
    <ul className="n-needs">
      {reminders.map(reminder => (
        // Two questions of one day are told apart by their words alone.
        <Row key={`${reminder.uid} ${reminder.title}`} state={state} reminder={reminder} />
      ))}
    </ul>
  )

/** That something waits in another of one's capacities, with the way into it. */
export const WaitsElsewhere = ({
  state,
  elsewhere,
}: {
  readonly state: DomainState
  readonly elsewhere: readonly { readonly as: string; readonly n: number }[]
}) => {
  const speech = useWords()
  const { viewer, chooseCapacity } = useRoom()
  const all = elsewhere.flatMap(({ as: name, n }) => {
    const held = viewer.capacities.find(one => capacityName(one.as) === name)
    return held === undefined ? [] : [{ as: held.as, n }]
  })
  return all.map(({ as, n }) => (
    <p key={capacityName(as)} className="small">
      <button type="button" className="button" data-size="small" onClick={() => chooseCapacity(as)}>
        {speech.t('reminder.elsewhere', { n, as: capacityWords(state, speech, as) })}
      </button>
    </p>
  ))
}
