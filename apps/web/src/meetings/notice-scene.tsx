import '../styles/meetings.css'
import { type DomainState, meetings, parameter } from '@gavel/domain'
import { dayMs, type Instant, later } from '@gavel/kernel'
import { useState } from 'react'
import { ActButton } from '../acting/act-button.tsx'
import { ClosedLine } from '../acting/closed-line.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Line } from '../decisions/fields.tsx'
import { ReasonDialog } from '../decisions/reason-dialog.tsx'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Notice } from '../kit/notice.tsx'
import type { Intent } from '../live/room.ts'
import { bodyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { numbered, rowsOf, withoutTexts } from './agenda-rows.ts'
import { type AtHand, steers } from './at-hand.ts'
import { AttachedAgenda } from './attached-agenda.tsx'
import { namedBy, wallOf } from './instant-field.tsx'
import { MeetingFrame } from './meeting-scene.tsx'
import type { Meeting } from './next-step.ts'
import { NoticeFields, type NoticeWritten } from './notice-fields.tsx'
import { Notices } from './notices.tsx'
import { PauseWords } from './pause-words.tsx'
import { PresencePanel } from './presence-panel.tsx'

/** What the meeting is, where and when. */
const Facts = ({ state, meeting }: { readonly state: DomainState; readonly meeting: Meeting }) => {
  const speech = useWords()
  const { t, instant } = speech
  const { body, kind, format, access, place, timeZone, opensAt, convenedAt } = meeting
  const rows = [
    [t('notice.body'), bodyName(state, speech, body)],
    [t('notice.kind'), t(`meeting.kind.${kind}`)],
    [
      t('notice.opensAt'),
      timeZone === 'UTC'
        ? instant(opensAt, 'full', timeZone)
        : `${instant(opensAt, 'full', timeZone)} · ${t('notice.inUtc', { at: instant(opensAt, 'short', 'UTC') })}`,
    ],
    [t('notice.zone'), timeZone],
    [t('notice.place'), place],
    [t('notice.format'), t(`meeting.format.${format}`)],
    [t('notice.access'), t(`meeting.access.${access}`)],
  ] as const
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name} className="facts-row">
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
      <div className="facts-row">
        <dt>{t('notice.title')}</dt>
        <dd>{t('notice.convened', { at: instant(convenedAt, 'long', timeZone) })}</dd>
      </div>
    </dl>
  )
}

const writtenOf = (meeting: Meeting): NoticeWritten => ({
  title: meeting.title,
  place: meeting.place,
  timeZone: meeting.timeZone,
  opens: wallOf(meeting.timeZone, meeting.opensAt),
  format: meeting.format,
  access: meeting.access,
  rows: rowsOf(meeting.agenda),
})

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The notice that is given: what differs from the one that stands, and nothing else. */
const changesIn = (meeting: Meeting, written: NoticeWritten, now: Instant) => {
  const { title, place, timeZone, opens, format, access, rows } = written
  const opensAt = namedBy(timeZone, opens) ?? now
  const agenda = numbered(rows)
  return {
    ...(title.trim() === meeting.title ? {} : { title: title.trim() }),
    ...(place.trim() === meeting.place ? {} : { place: place.trim() }),
    ...(timeZone === meeting.timeZone ? {} : { timeZone }),
    ...(opensAt.slice(0, 16) === meeting.opensAt.slice(0, 16) ? {} : { opensAt }),
    ...(format === meeting.format ? {} : { format }),
    ...(access === meeting.access ? {} : { access }),
    ...(same(agenda, meeting.agenda) ? {} : { agenda }),
  }
}

const Amending = ({ state, meeting, now, onClose }: AtHand & { readonly onClose: () => void }) => {
  const { t, instant } = useWords()
  const sending = useSend()
  const [written, setWritten] = useState(() => writtenOf(meeting))
  const [reason, setReason] = useState('')
  const changes = changesIn(meeting, written, now)
  const closes = parameter(state.institution, 'agenda.closesDays', now, meeting.body).value
  const said = reason.trim() === '' ? {} : { reason: reason.trim() }
  const intent = (part: typeof changes): Intent => ({
    type: 'meetings.amendNotice',
    body: { meeting: meeting.id, ...part, ...said },
  })
  // The slice here holds no text: whether those among the documents may be named is answered when it is sent.
  const asked = intent(
    changes.agenda === undefined ? changes : { ...changes, agenda: withoutTexts(changes.agenda) },
  )
  const unchanged = Object.keys(changes).length === 0
  return (
    <Dialog title={t('notice.amend')} isOpen onClose={onClose} wide deliberate>
      <div className="stack">
        <NoticeFields written={written} onChange={part => setWritten(before => ({ ...before, ...part }))} />
        <p className="small soft">
          {t('notice.agendaCloses', {
            at: instant(later(meeting.opensAt, -closes * dayMs), 'full', meeting.timeZone),
          })}
        </p>
        <Line label={t('notice.reason')} value={reason} onChange={setReason} />
        <ProblemShown problem={sending.problem} />
        <ClosedLine state={state} intent={asked} />
        <p className="row" data-spread="">
          <Button kind="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          {unchanged ? (
            <Button kind="primary" closed={t('notice.amend.same')}>
              {t('notice.amend.send')}
            </Button>
          ) : (
            <ActButton
              state={state}
              sending={sending}
              kind="primary"
              intent={asked}
              instead={() => void sending.send(intent(changes)).then(sent => sent && onClose())}
            >
              {t('notice.amend.send')}
            </ActButton>
          )}
        </p>
      </div>
    </Dialog>
  )
}

/** What who steers does with a notice: change it, or call the meeting off. */
const NoticeActs = (at: AtHand) => {
  const { t } = useWords()
  const { state, meeting } = at
  const [open, setOpen] = useState<'amend' | 'callOff'>()
  const close = (): void => setOpen(undefined)
  if (!steers(at) || meeting.status !== 'convened') return null
  return (
    <>
      <p className="row">
        <Button onPress={() => setOpen('amend')}>{t('notice.amend')}</Button>
        <Button kind="grave" onPress={() => setOpen('callOff')}>
          {t('notice.callOff')}
        </Button>
      </p>
      {open === 'amend' && <Amending {...at} onClose={close} />}
      {open === 'callOff' && (
        <ReasonDialog
          state={state}
          title={t('notice.callOff')}
          lead={t('notice.callOff.lead')}
          label={t('notice.callOff.reason')}
          name={`callOff.${meeting.id}`}
          grave
          intentWith={reason => ({ type: 'meetings.callOff', body: { meeting: meeting.id, reason } })}
          onClose={close}
        />
      )}
    </>
  )
}

const Prepared = (at: AtHand) => {
  const { t } = useWords()
  const { state, meeting, now } = at
  const follows = meeting.access === 'public' || at.role !== 'onlooker'
  return (
    <div className="m-notice">
      <div className="stack">
        <section className="m-panel" aria-labelledby="notice-title">
          <h2 id="notice-title">{t('notice.title')}</h2>
          <PauseWords meeting={meeting} />
          {!meetings.mayDecide(meeting, state, now) && <Notice>{t('meeting.noDecisions')}</Notice>}
          <Facts state={state} meeting={meeting} />
          <NoticeActs {...at} />
        </section>
        <AttachedAgenda {...at} />
        <Notices meeting={meeting} />
      </div>
      {follows && meeting.status === 'convened' && (
        <div className="stack">
          <PresencePanel {...at} />
        </div>
      )}
    </div>
  )
}

/** A meeting as it was convened: the notice and its changes, the agenda with what lies under it, who is expected. */
export const NoticeScene = ({ id }: { readonly id: string }) => (
  <MeetingFrame id={id} tab="notice">
    {at => <Prepared {...at} />}
  </MeetingFrame>
)
