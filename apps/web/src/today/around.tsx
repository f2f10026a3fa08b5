import { type DomainState, decisions, type meetings } from '@gavel/domain'
import { get, type Instant, values } from '@gavel/kernel'
import { Link } from 'wouter'
import { RunningSilences } from '../decisions/running-silences.tsx'
import { Badge } from '../kit/notice.tsx'
import { useNow } from '../live/use-room.tsx'
import { useView } from '../live/use-view.ts'
import { bodyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { Part } from './part.tsx'

/** A text in a list, as `GET /api/texts` answers it. */
export interface Summary {
  readonly id: string
  readonly title: string
  readonly symbol: string | null
  readonly body: string
  readonly stage: 'laying' | 'open' | 'adopted'
  readonly disputed: number
  readonly rungs: { readonly [rung: string]: number }
}

/** Meetings that are on, then those to come, the soonest first. */
export const currentMeetings = (state: DomainState, now: Instant): readonly meetings.Meeting[] => {
  const all = state.meetings.meetingOrder.map(id => get(state.meetings.meetings, id)!)
  const on = all.filter(({ status }) => status === 'open' || status === 'suspended' || status === 'adjourned')
  const next = all
    .filter(
      ({ status, opensAt, calledOff }) => status === 'convened' && calledOff === undefined && opensAt > now,
    )
    .toSorted((a, b) => (a.opensAt < b.opensAt ? -1 : 1))
  return [...on, ...next]
}

const MeetingsNow = ({ state, now }: { readonly state: DomainState; readonly now: Instant }) => {
  const speech = useWords()
  const { t, instant } = speech
  const all = currentMeetings(state, now).slice(0, 5)
  return (
    <Part title={t('today.meetings')}>
      {all.length === 0 && <p className="soft">{t('today.meetings.none')}</p>}
      <ul className="h-list">
        {all.map(({ id, title, body, opensAt, status, timeZone }) => (
          <li key={id}>
            <Link href={`/meetings/${encodeURIComponent(id)}`}>
              <bdi>{title}</bdi>
            </Link>
            <p className="row small soft">
              <Badge tone={status === 'open' ? 'good' : 'plain'}>
                {t(`today.meeting.${status === 'closed' ? 'convened' : status}`)}
              </Badge>
              <bdi>{bodyName(state, speech, body)}</bdi>
              <time dateTime={opensAt}>{instant(opensAt, 'long', timeZone)}</time>
            </p>
          </li>
        ))}
      </ul>
    </Part>
  )
}

const TextsNow = () => {
  const { t } = useWords()
  const { data } = useView<{ texts: readonly Summary[] }>('/api/texts')
  const all = (data?.texts ?? []).filter(({ stage }) => stage !== 'adopted')
  return (
    <Part title={t('today.texts')} more={<Link href="/texts">{t('today.texts.all')}</Link>}>
      {data !== undefined && all.length === 0 && <p className="soft">{t('today.texts.none')}</p>}
      <ul className="h-list">
        {all.slice(0, 6).map(({ id, title, symbol, disputed, rungs }) => {
          const total = Object.values(rungs).reduce((sum, n) => sum + n, 0)
          return (
            <li key={id}>
              <Link href={`/texts/${encodeURIComponent(id)}`}>
                <bdi>{title}</bdi>
              </Link>
              <p className="row small soft">
                {symbol !== null && <span className="mono">{symbol}</span>}
                <span>{t('texts.inDispute', { n: disputed })}</span>
                <span>{t('today.texts.agreed', { n: rungs['agreed'] ?? 0, all: total })}</span>
              </p>
            </li>
          )
        })}
      </ul>
    </Part>
  )
}

const DecidedLately = ({ state, now }: { readonly state: DomainState; readonly now: Instant }) => {
  const { t, instant } = useWords()
  const all = [...values(state.decisions.decisions)]
    .flatMap(decision => {
      const status = decisions.decisionStatus(decision, now)
      return status.kind === 'adopted' ? [{ decision, status }] : []
    })
    .toSorted((a, b) => (a.status.at < b.status.at ? 1 : -1))
    .slice(0, 5)
  return (
    <Part title={t('today.decisions')} more={<Link href="/decisions">{t('today.decisions.all')}</Link>}>
      {all.length === 0 && <p className="soft">{t('today.decisions.none')}</p>}
      <ul className="h-list">
        {all.map(({ decision: { id, title }, status }) => (
          <li key={id}>
            <Link href={`/decisions/${encodeURIComponent(id)}`}>
              <bdi>{title}</bdi>
            </Link>
            <p className="row small soft">
              {status.number !== null && <span className="mono">{status.number}</span>}
              <time dateTime={status.at}>{instant(status.at, 'date')}</time>
              {status.interim && <span>{t('today.decisions.interim')}</span>}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** What is on: meetings, silences with their clocks, texts, what was decided last. */
export const Around = ({ state }: { readonly state: DomainState }) => {
  const { t } = useWords()
  const now = useNow(60_000)
  return (
    <>
      <MeetingsNow state={state} now={now} />
      <Part title={t('silence.running')}>
        <RunningSilences empty />
      </Part>
      <TextsNow />
      <DecidedLately state={state} now={now} />
    </>
  )
}
