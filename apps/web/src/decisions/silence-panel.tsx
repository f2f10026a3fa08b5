import { type DomainState, decisions } from '@gavel/domain'
import { type Instant, msBetween } from '@gavel/kernel'
import { useEffect, useRef } from 'react'
import { useAnnounce } from '../kit/announcer.tsx'
import { Badge, Notice } from '../kit/notice.tsx'
import { useOutbox } from '../live/use-room.tsx'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { Countdown, Elapsed, Instants } from './silence-clock.tsx'
import { type Decision, meetingTitle } from './standing.ts'

interface PanelProps {
  readonly state: DomainState
  readonly decision: Decision
  readonly silence: decisions.Silence
  readonly now: Instant
}

/** Tells once, when the very instant passes while somebody looks on. */
const useKeptAnnounced = (kind: string, title: string): void => {
  const { t } = useWords()
  const announce = useAnnounce()
  const before = useRef(kind)
  useEffect(() => {
    if (before.current === 'running' && kind === 'kept') announce(t('silence.kept.announce', { title }))
    before.current = kind
  }, [kind, title, announce, t])
}

/** A break that is written here and that the record has not taken: until it has, it does not count. */
const Waiting = ({ decision }: { readonly decision: Decision }) => {
  const { t } = useWords()
  const waiting = useOutbox().some(
    ({ state, acts }) =>
      state !== 'refused' &&
      acts.some(
        ({ type, body }) =>
          type === 'decisions.breakSilence' && (body as { decision?: unknown }).decision === decision.id,
      ),
  )
  return waiting ? (
    <Notice tone="bad" urgent>
      <p>{t('silence.break.waiting')}</p>
    </Notice>
  ) : null
}

/** The deadline as a file for one's own calendar. */
const calendarOf = ({ id }: Decision, language: string): string =>
  `/api/decisions/${encodeURIComponent(id)}/silence.ics?language=${language}`

/** Where a silence stands: its clock while it runs, and how it ended. */
export const SilencePanel = ({ state, decision, silence, now }: PanelProps) => {
  const speech = useWords()
  const { t } = speech
  const status = decisions.silenceStatus(silence.entries, now)
  useKeptAnnounced(status.kind, decision.title)
  return (
    <section className="card d-silence" data-status={status.kind} aria-labelledby="silence-title">
      <h2 id="silence-title">{t('silence.title')}</h2>
      <Waiting decision={decision} />
      {status.kind === 'running' && (
        <>
          <Countdown until={status.expiresAt} now={now} />
          <Elapsed silence={silence} now={now} />
          <p className="small">
            {t('silence.runs')} <span className="soft">{t('silence.late')}</span>
          </p>
          <Instants at={status.expiresAt} timeZone={silence.timeZone} announcedAs={silence.announcedAs} />
          <p className="small no-print">
            <a href={calendarOf(decision, speech.language)} download>
              {t('silence.calendar')}
            </a>
          </p>
        </>
      )}
      {status.kind === 'suspended' && <Suspended silence={silence} status={status} />}
      {status.kind === 'kept' && (
        <>
          <p>
            <Badge tone="good">
              <span aria-hidden="true">✓</span> {t('silence.kept')}
            </Badge>
          </p>
          <p className="small">{t('silence.kept.line')}</p>
          <Instants at={status.at} timeZone={silence.timeZone} announcedAs={silence.announcedAs} />
        </>
      )}
      {status.kind === 'broken' && <Broken state={state} decision={decision} now={now} />}
      {status.kind === 'withdrawn' && (
        <p>
          <Badge tone="bad">{t('silence.withdrawn')}</Badge> <bdi>{status.reason}</bdi>
        </p>
      )}
      <Course state={state} silence={silence} now={now} />
    </section>
  )
}

interface SuspendedProps {
  readonly silence: decisions.Silence
  readonly status: Extract<decisions.SilenceStatus, { readonly kind: 'suspended' }>
}

const Suspended = ({ silence, status }: SuspendedProps) => {
  const { t, instant, duration } = useWords()
  const entry = silence.entries.findLast(each => each.kind === 'suspended')
  return (
    <>
      <p>
        <Badge tone="wait">{t('silence.suspended')}</Badge>
      </p>
      <p className="small">
        {t('silence.suspended.since', {
          at: instant(status.since),
          reason: entry?.kind === 'suspended' ? entry.reason : '',
          left: duration(status.leftMs),
        })}
      </p>
    </>
  )
}

const Broken = ({ state, decision, now }: Omit<PanelProps, 'silence'>) => {
  const speech = useWords()
  const { t, instant } = speech
  if (decision.course.stage !== 'silence') return null
  const status = decisions.silenceStatus(decision.course.silence.entries, now)
  if (status.kind !== 'broken') return null
  const { member, how, at } = status
  // Where the rules keep the name from this reader, neither it nor the words come to this device (D-36).
  const named = member !== undefined && (member as string) !== ''
  return (
    <>
      <p>
        <Badge tone="bad">
          <span aria-hidden="true">✕</span> {t('silence.broken')}
        </Badge>
      </p>
      <p>
        {named ? (
          <>
            <bdi>{t('silence.broken.by', { member: partyName(state, speech, member) })}</bdi>
            {how === undefined ? '' : `, ${t(`silence.broken.${how.kind}`)}`}
          </>
        ) : (
          t('silence.broken.byUnnamed')
        )}
        {' · '}
        <time dateTime={at}>{instant(at, 'precise')}</time>
      </p>
      {how !== undefined && <BreakWords how={how} />}
    </>
  )
}

const BreakWords = ({ how }: { readonly how: decisions.Break }) => {
  const words = how.kind === 'amendment' ? how.wording : (how.reason ?? '')
  return words === '' ? null : (
    <blockquote className="d-quote" dir="auto">
      {words}
    </blockquote>
  )
}

interface Happened {
  readonly at: Instant
  readonly words: string
}

/** Everything that happened to a silence, in the order of time, the clock's own part included. */
const happened = (
  { state, silence, now }: Omit<PanelProps, 'decision'>,
  speech: ReturnType<typeof useWords>,
): readonly Happened[] => {
  const { t, instant } = speech
  const until = (at: Instant): string => instant(at, 'long', silence.timeZone)
  const name = (id: string): string => partyName(state, speech, id)
  const acts = silence.entries.map((entry): Happened => {
    switch (entry.kind) {
      case 'opened':
      case 'extended':
      case 'resumed':
        return { at: entry.at, words: t(`silence.entry.${entry.kind}`, { until: until(entry.expiresAt) }) }
      case 'broken':
        return { at: entry.at, words: t('silence.broken') }
      default:
        return { at: entry.at, words: t(`silence.entry.${entry.kind}`, { reason: entry.reason }) }
    }
  })
  const asked = silence.requests.map(({ at, member, reason }) => ({
    at,
    words: t('silence.entry.request', { member: name(member), reason }),
  }))
  const said = silence.comments.map(({ at, member, wording }) => ({
    at,
    words: t('silence.entry.comment', { member: name(member), wording }),
  }))
  const status = decisions.silenceStatus(silence.entries, now)
  const kept = status.kind === 'kept' ? [{ at: status.at, words: t('silence.entry.kept') }] : []
  const notice =
    silence.noticeAt === undefined ? [] : [{ at: silence.noticeAt, words: t('silence.entry.notice') }]
  const { confirmed } = silence
  const announced =
    confirmed === undefined
      ? []
      : [
          {
            at: confirmed.at,
            words: t('silence.entry.confirmed', { meeting: meetingTitle(state, confirmed.meeting) }),
          },
        ]
  return [...acts, ...asked, ...said, ...kept, ...notice, ...announced].sort((a, b) => msBetween(b.at, a.at))
}

const Course = (props: Omit<PanelProps, 'decision'>) => {
  const speech = useWords()
  const steps = happened(props, speech)
  return (
    <details className="d-course">
      <summary>{speech.t('silence.course')}</summary>
      <ol className="list small">
        {steps.map(({ at, words }) => (
          <li key={`${at} ${words}`}>
            <time dateTime={at} className="soft">
              {speech.instant(at, 'short')}
            </time>{' '}
            <bdi>{words}</bdi>
          </li>
        ))}
      </ol>
    </details>
  )
}
