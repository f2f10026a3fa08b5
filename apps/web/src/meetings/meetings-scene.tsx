import '../styles/meetings.css'
import type { DomainState } from '@gavel/domain'
import { get, msBetween, values } from '@gavel/kernel'
import { useState } from 'react'
import { Link } from 'wouter'
import { Choice } from '../decisions/fields.tsx'
import { Button } from '../kit/button.tsx'
import { useClock } from '../live/use-clock.ts'
import { useRoom, useSlice } from '../live/use-room.tsx'
import { bodyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { Calendar } from './calendar.tsx'
import { Convene } from './convene.tsx'
import { StatusBadge } from './meeting-head.tsx'
import type { Meeting } from './next-step.ts'
import { PauseWords } from './pause-words.tsx'

interface Sorted {
  readonly now: readonly Meeting[]
  readonly next: readonly Meeting[]
  readonly past: readonly Meeting[]
}

const byOpening = (a: Meeting, b: Meeting): number => (a.opensAt < b.opensAt ? -1 : 1)

/** Meetings that are under way, those to come (soonest first), those that are over (latest first). */
export const sorted = (all: readonly Meeting[]): Sorted => ({
  now: all.filter(({ status }) => status === 'open' || status === 'suspended' || status === 'adjourned'),
  next: all.filter(({ status }) => status === 'convened').toSorted(byOpening),
  past: all.filter(({ status }) => status === 'closed').toSorted((a, b) => byOpening(b, a)),
})

const Row = ({
  state,
  meeting,
  entering,
}: {
  readonly state: DomainState
  readonly meeting: Meeting
  readonly entering: boolean
}) => {
  const speech = useWords()
  const { t, instant, duration } = speech
  const now = useClock(meeting.opensAt)
  const { id, title, body, opensAt, openedAt, timeZone, place, status } = meeting
  const at = openedAt ?? opensAt
  return (
    <li className="m-meeting">
      <h3>
        <Link
          href={`/meetings/${encodeURIComponent(id)}${status === 'convened' ? '/notice' : status === 'closed' ? '/journal' : ''}`}
        >
          <bdi>{title}</bdi>
        </Link>
      </h3>
      <p className="row soft small">
        <StatusBadge meeting={meeting} />
        <bdi>{bodyName(state, speech, body)}</bdi>
        <time dateTime={at}>{instant(at, 'full', timeZone)}</time>
        <bdi>{place}</bdi>
        {status === 'convened' && opensAt > now && (
          <span>{t('meeting.opensIn', { duration: duration(msBetween(now, opensAt)) })}</span>
        )}
      </p>
      {status !== 'convened' && status !== 'closed' && <PauseWords meeting={meeting} />}
      {entering && (
        <p>
          <Link href={`/meetings/${encodeURIComponent(id)}`} className="button" data-kind="primary">
            {t('meetings.enter')}
          </Link>
        </p>
      )}
    </li>
  )
}

interface ListProps {
  readonly state: DomainState
  readonly part: 'now' | 'next' | 'past'
  readonly list: readonly Meeting[]
}

/** So many past meetings are on the page at once. */
const portion = 20

const Part = ({ state, part, list }: ListProps) => {
  const { t } = useWords()
  const [most, setMost] = useState(portion)
  return (
    <section aria-labelledby={`meetings-${part}`}>
      <h2 id={`meetings-${part}`}>{t(`meetings.${part}`)}</h2>
      {list.length === 0 && <p className="soft">{t(`meetings.${part}.none`)}</p>}
      <ul className="list">
        {list.slice(0, most).map(meeting => (
          <Row key={meeting.id} state={state} meeting={meeting} entering={part === 'now'} />
        ))}
      </ul>
      {list.length > most && (
        <p>
          <Button size="small" onPress={() => setMost(most + portion)}>
            {t('meetings.past.more')}
          </Button>
        </p>
      )}
    </section>
  )
}

/** Which body is looked at; all, where none is chosen. */
const BodyFilter = ({
  state,
  value,
  onChange,
}: {
  readonly state: DomainState
  readonly value: string
  readonly onChange: (body: string) => void
}) => {
  const speech = useWords()
  const { t } = speech
  const held = new Set([...values(state.meetings.meetings)].map(({ body }) => body as string))
  const bodies = state.institution.bodyOrder.filter(id => held.has(id))
  if (bodies.length < 2) return null
  return (
    <Choice
      label={t('meetings.body')}
      value={value}
      onChange={onChange}
      options={[
        ['', t('meetings.body.all')],
        ...bodies.map(id => [id, bodyName(state, speech, id)] as const),
      ]}
    />
  )
}

/** Meetings now, to come and past; the calendar; the way to convene one. */
export const MeetingsScene = () => {
  const { t } = useWords()
  const { as } = useRoom()
  const state = useSlice()
  const [body, setBody] = useState('')
  const [convening, setConvening] = useState(false)
  if (state === undefined)
    return (
      <p className="busy" role="status">
        {t('app.loading')}
      </p>
    )
  const all = state.meetings.meetingOrder
    .map(id => get(state.meetings.meetings, id)!)
    .filter(meeting => body === '' || meeting.body === body)
  const parts = sorted(all)
  const convenes = as?.kind === 'chair' || as?.kind === 'secretariat'
  return (
    <div className="page">
      <div className="row" data-spread="">
        <h1>{t('meetings.title')}</h1>
        {convenes && !convening && (
          <Button kind="primary" onPress={() => setConvening(true)}>
            {t('meetings.convene')}
          </Button>
        )}
      </div>
      {convening && <Convene state={state} onClose={() => setConvening(false)} />}
      <BodyFilter state={state} value={body} onChange={setBody} />
      <div className="m-lists">
        <div className="stack">
          {(['now', 'next', 'past'] as const).map(part => (
            <Part key={part} state={state} part={part} list={parts[part]} />
          ))}
        </div>
        <Calendar state={state} body={body} />
      </div>
    </div>
  )
}
