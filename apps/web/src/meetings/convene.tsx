import { type DomainState, meetings, parameter } from '@gavel/domain'
import { type BodyId, dayMs, get, hourMs, type Instant, later, type MeetingId } from '@gavel/kernel'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { ActButton } from '../acting/act-button.tsx'
import { ClosedLine } from '../acting/closed-line.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { type Sending, useSend } from '../acting/use-send.ts'
import { Choice } from '../decisions/fields.tsx'
import { ownZone } from '../decisions/zones.ts'
import { Button } from '../kit/button.tsx'
import { useKept } from '../kit/kept.ts'
import { Notice } from '../kit/notice.tsx'
import { freshId, type Intent } from '../live/room.ts'
import { useClock } from '../live/use-clock.ts'
import { useRoom } from '../live/use-room.tsx'
import { bodyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { type AgendaRow, numbered, withoutTexts } from './agenda-rows.ts'
import { namedBy, wallOf } from './instant-field.tsx'
import { NoticeFields, type NoticeWritten } from './notice-fields.tsx'

const kinds = ['regular', 'extraordinary', 'informal'] as const
const noticeOf = {
  regular: 'meeting.noticeDays',
  extraordinary: 'meeting.extraordinaryNoticeDays',
  informal: 'meeting.informalNoticeDays',
} as const

interface Written extends NoticeWritten {
  readonly body: string
  readonly kind: meetings.MeetingKind
}

const emptyRow = (): AgendaRow => ({ key: freshId('row'), title: '', depth: 0, documents: [] })

/** M-4, M-19. The days of notice a kind of meeting asks for. */
const daysFor = (state: DomainState, { kind, body }: Written, now: Instant): number =>
  parameter(state.institution, noticeOf[kind], now, body as BodyId).value

/** A form begins a day after the earliest opening, on the full hour. */
const firstOf = (body: string, now: Instant): Written => {
  const zone = ownZone()
  const hour = later(now, dayMs + hourMs)
  return {
    body,
    kind: 'regular',
    title: '',
    place: '',
    timeZone: zone,
    opens: { ...wallOf(zone, hour), time: `${wallOf(zone, hour).time.slice(0, 2)}:00` },
    format: 'inPerson',
    access: 'public',
    rows: [emptyRow()],
  }
}

const intentOf = (written: Written, meeting: MeetingId, now: Instant) =>
  ({
    type: 'meetings.convene',
    body: {
      meeting,
      body: written.body as BodyId,
      title: written.title.trim(),
      opensAt: namedBy(written.timeZone, written.opens) ?? now,
      place: written.place.trim(),
      timeZone: written.timeZone,
      agenda: numbered(written.rows),
      kind: written.kind,
      format: written.format,
      access: written.access,
    },
  }) as const

/**
 * The act as this screen asks the rules of it: without the texts among its documents, which the slice here does not hold.
 * Whether they may be named (M-21) is answered when it is sent.
 */
const asked = (intent: Extract<Intent, { type: 'meetings.convene' }>): Intent => ({
  ...intent,
  body: { ...intent.body, agenda: withoutTexts(intent.body.agenda) },
})

/** The notice the rules ask for, and the earliest opening that follows from it. */
const Earliest = ({
  state,
  written,
  now,
}: {
  readonly state: DomainState
  readonly written: Written
  readonly now: Instant
}) => {
  const { t, instant } = useWords()
  const days = daysFor(state, written, now)
  const earliest = later(now, days * dayMs)
  return (
    <p className="small soft">
      {t('notice.earliest', { days, at: instant(earliest, 'full', written.timeZone) })}
    </p>
  )
}

/** M-23. Titles the body has left unfinished and the agenda does not have yet. */
const Unfinished = ({
  state,
  written,
  onAdd,
}: {
  readonly state: DomainState
  readonly written: Written
  readonly onAdd: (titles: readonly string[]) => void
}) => {
  const { t } = useWords()
  const titles = new Set(written.rows.map(({ title }) => title.trim()))
  const missing = meetings.unfinishedOf(state, written.body as BodyId).filter(title => !titles.has(title))
  if (missing.length === 0 || written.kind !== 'regular') return null
  return (
    <Notice>
      <p>{t('notice.unfinished')}</p>
      <ul className="m-plain">
        {missing.map(title => (
          <li key={title} dir="auto">
            {title}
          </li>
        ))}
      </ul>
      <p>
        <Button size="small" onPress={() => onAdd(missing)}>
          {t('notice.unfinished.add')}
        </Button>
      </p>
    </Notice>
  )
}

const read = (kept: string): Partial<Written> => {
  try {
    return JSON.parse(kept) as Partial<Written>
  } catch {
    return {}
  }
}

/** What is being written, kept by this window until it is sent. */
const useWritten = (body: string, now: Instant) => {
  const [kept, keep, forget] = useKept('convene')
  const [written, setWritten] = useState<Written>(() => ({ ...firstOf(body, now), ...read(kept) }))
  const change = (part: Partial<Written>): void => {
    const next = { ...written, ...part }
    keep(JSON.stringify(next))
    setWritten(next)
  }
  return { written, change, forget }
}

interface FootProps {
  readonly state: DomainState
  readonly written: Written
  readonly intent: ReturnType<typeof intentOf>
  readonly sending: Sending
  readonly onClose: () => void
  readonly onSent: () => void
}

/** What is missing, or the rule that closes it; the way out, and the act. */
const Foot = ({ state, written, intent, sending, onClose, onSent }: FootProps) => {
  const { t } = useWords()
  const unfinished = written.title.trim() === '' || written.rows.some(({ title }) => title.trim() === '')
  const missing = t('notice.missing')
  return (
    <>
      {unfinished ? (
        <p className="closed-line small" role="status">
          {missing}
        </p>
      ) : (
        <ClosedLine state={state} intent={asked(intent)} />
      )}
      <p className="row" data-spread="">
        <Button kind="quiet" onPress={onClose}>
          {t('app.cancel')}
        </Button>
        {unfinished ? (
          <Button kind="primary" closed={missing}>
            {t('notice.send')}
          </Button>
        ) : (
          <ActButton
            state={state}
            sending={sending}
            kind="primary"
            intent={asked(intent)}
            instead={() => void sending.send(intent).then(sent => sent && onSent())}
          >
            {t('notice.send')}
          </ActButton>
        )}
      </p>
    </>
  )
}

/** A meeting is convened: the rule that closes it is told as it is written. */
export const Convene = ({
  state,
  onClose,
}: {
  readonly state: DomainState
  readonly onClose: () => void
}) => {
  const speech = useWords()
  const { t } = speech
  const { as } = useRoom()
  const [, go] = useLocation()
  const now = useClock()
  const sending = useSend()
  const [meeting] = useState(() => freshId('meeting') as MeetingId)
  const bodies = as?.kind === 'chair' ? [as.body] : state.institution.bodyOrder
  const last = state.meetings.meetingOrder.at(-1)
  const usual = last === undefined ? undefined : get(state.meetings.meetings, last)?.body
  const { written, change, forget } = useWritten(bodies.find(id => id === usual) ?? bodies[0] ?? '', now)
  const intent = intentOf(written, meeting, now)
  const done = (): void => {
    forget()
    go(`/meetings/${encodeURIComponent(meeting)}/notice`)
  }
  const titled = (titles: readonly string[]): readonly AgendaRow[] => [
    ...written.rows.filter(({ title }) => title.trim() !== ''),
    ...titles.map(title => ({ ...emptyRow(), title })),
  ]
  return (
    <section className="card stack m-form" aria-labelledby="convene-title">
      <h2 id="convene-title">{t('meetings.convene')}</h2>
      <div className="m-pair">
        <Choice
          label={t('notice.body')}
          value={written.body}
          onChange={body => change({ body })}
          options={bodies.map(id => [id, bodyName(state, speech, id)])}
        />
        <Choice
          label={t('notice.kind')}
          value={written.kind}
          onChange={kind => change({ kind: kind as Written['kind'] })}
          options={kinds.map(each => [each, t(`meeting.kind.${each}`)])}
        />
      </div>
      <NoticeFields written={written} onChange={change} />
      <Earliest state={state} written={written} now={now} />
      {get(state.institution.bodies, written.body) !== undefined && (
        <Unfinished state={state} written={written} onAdd={titles => change({ rows: titled(titles) })} />
      )}
      <ProblemShown problem={sending.problem} />
      <Foot {...{ state, written, intent, sending, onClose }} onSent={done} />
      <p className="small soft">{t('notice.kept')}</p>
    </section>
  )
}
