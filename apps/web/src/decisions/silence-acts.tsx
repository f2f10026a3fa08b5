import { type DomainState, decisions } from '@gavel/domain'
import { hourMs, type Instant, later, type MeetingId, values } from '@gavel/kernel'
import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { ActButton } from '../acting/act-button.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useRoom } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'
import { BreakDialog } from './break-dialog.tsx'
import { atCloseOfBusiness, type Expiry, ExpiryField, meantBy } from './expiry.tsx'
import { Choice } from './fields.tsx'
import { NextChoice } from './next-choice.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { type Decision, isChairOf, ownMember } from './standing.ts'
import { wallTime } from './zones.ts'

interface SilenceProps {
  readonly state: DomainState
  readonly decision: Decision
  readonly silence: decisions.Silence
  readonly now: Instant
}

type Open =
  | 'break'
  | 'ask'
  | 'extend'
  | 'suspend'
  | 'resume'
  | 'withdraw'
  | 'confirm'
  | 'afterBroken'
  | undefined

/** What a delegation can do about a silence: break it, in two steps, or ask for more time. */
export const SilenceOwnActs = ({ state, decision, silence, now }: SilenceProps) => {
  const { t } = useWords()
  const room = useRoom()
  const sending = useSend()
  const [open, setOpen] = useState<Open>()
  const member = ownMember(room)
  const close = (): void => setOpen(undefined)
  if (member === undefined) return null
  const status = decisions.silenceStatus(silence.entries, now)
  return (
    <>
      <ActButton
        state={state}
        sending={sending}
        kind="grave"
        intent={{
          type: 'decisions.breakSilence',
          body: { decision: decision.id, member, by: { kind: 'objection' } },
        }}
        instead={() => setOpen('break')}
      >
        {t('silence.break')}
      </ActButton>
      <ActButton
        state={state}
        sending={sending}
        intent={{ type: 'decisions.askExtension', body: { decision: decision.id, member, reason: '…' } }}
        instead={() => setOpen('ask')}
      >
        {t('silence.ask')}
      </ActButton>
      {open === 'break' && (
        <BreakDialog
          state={state}
          decision={decision}
          silence={silence}
          member={member}
          now={now}
          expiresAt={status.kind === 'running' ? status.expiresAt : undefined}
          onClose={close}
        />
      )}
      {open === 'ask' && (
        <ReasonDialog
          state={state}
          title={t('silence.ask')}
          lead={t('silence.ask.lead')}
          label={t('silence.ask.reason')}
          name={`ask.${decision.id}`}
          intentWith={reason => ({
            type: 'decisions.askExtension',
            body: { decision: decision.id, member, reason },
          })}
          onClose={close}
        />
      )}
    </>
  )
}

/** A new expiry: of a silence that runs, or of one that resumes. */
const NewExpiryDialog = ({
  state,
  decision,
  silence,
  now,
  way,
  onClose,
}: SilenceProps & { readonly way: 'extend' | 'resume'; readonly onClose: () => void }) => {
  const speech = useWords()
  const { t, duration } = speech
  const sending = useSend()
  const status = decisions.silenceStatus(silence.entries, now)
  const leftMs = status.kind === 'suspended' ? status.leftMs : 0
  const [expiry, setExpiry] = useState<Expiry>(() => {
    if (status.kind !== 'running') return atCloseOfBusiness(silence.timeZone, now, Math.ceil(leftMs / hourMs))
    const [day, time] = wallTime(silence.timeZone, later(status.expiresAt, 24 * hourMs)).split('T')
    return { zone: silence.timeZone, day: day!, time: time!, words: null }
  })
  const { at, announcedAs } = meantBy(expiry, speech)
  return (
    <Dialog title={t(`silence.${way}`)} isOpen onClose={onClose}>
      <div className="stack">
        <p className="soft">{t(`silence.${way}.lead`, { left: duration(leftMs) })}</p>
        <ExpiryField value={expiry} onChange={setExpiry} now={now} hours={null} zones={[silence.timeZone]} />
        <ProblemShown problem={sending.problem} />
        <p className="row" data-spread="">
          <Button kind="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          <ActButton
            state={state}
            sending={sending}
            kind="primary"
            intent={{
              type: way === 'extend' ? 'decisions.extendSilence' : 'decisions.resumeSilence',
              body: { decision: decision.id, expiresAt: at ?? now, announcedAs },
            }}
            done={onClose}
          >
            {t(`silence.${way}`)}
          </ActButton>
        </p>
      </div>
    </Dialog>
  )
}

/** The chair's announcement of what silence has adopted, at the next meeting of the body. */
const ConfirmDialog = ({ state, decision, onClose }: SilenceProps & { readonly onClose: () => void }) => {
  const { t } = useWords()
  const sending = useSend()
  const meetings = [...values(state.meetings.meetings)].filter(
    ({ body, status }) => body === decision.body && status === 'open',
  )
  const [chosen, setChosen] = useState<MeetingId | undefined>(meetings.at(-1)?.id)
  const [title, setTitle] = useState(decision.title)
  return (
    <Dialog title={t('decision.confirm')} isOpen onClose={onClose}>
      <div className="stack">
        <p className="soft">{t('decision.confirm.lead')}</p>
        {meetings.length === 0 ? (
          <p>{t('decision.confirm.noMeeting')}</p>
        ) : (
          <Choice
            label={t('decision.confirm.meeting')}
            value={chosen ?? ''}
            onChange={meeting => setChosen(meeting as MeetingId)}
            options={meetings.map(({ id, title: name }) => [id, name])}
          />
        )}
        <TextField className="field" value={title} onChange={setTitle} maxLength={300}>
          <Label>{t('decision.confirm.titleField')}</Label>
          <Input dir="auto" />
        </TextField>
        <ProblemShown problem={sending.problem} />
        <p className="row" data-spread="">
          <Button kind="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          <ActButton
            state={state}
            sending={sending}
            kind="primary"
            intent={{
              type: 'decisions.confirmSilence',
              body: {
                decision: decision.id,
                meeting: chosen ?? ('' as MeetingId),
                ...(title.trim() === '' ? {} : { title: title.trim() }),
              },
            }}
            done={onClose}
          >
            {t('decision.confirm')}
          </ActButton>
        </p>
      </div>
    </Dialog>
  )
}

/** The chair's words that end or stop a silence. */
const ChairsReason = ({
  state,
  decision,
  way,
  onClose,
}: SilenceProps & { readonly way: 'suspend' | 'withdraw'; readonly onClose: () => void }) => {
  const { t } = useWords()
  return (
    <ReasonDialog
      state={state}
      title={t(`silence.${way}`)}
      lead={t(`silence.${way}.lead`)}
      label={t('decision.reason')}
      name={`${way}.${decision.id}`}
      grave={way === 'withdraw'}
      intentWith={reason => ({
        type: way === 'suspend' ? 'decisions.suspendSilence' : 'decisions.withdrawSilence',
        body: { decision: decision.id, reason },
      })}
      onClose={onClose}
    />
  )
}

/** What the chair of the body can do about a silence, while it runs and once it has ended. */
export const SilenceChairActs = (props: SilenceProps) => {
  const { state, decision, silence, now } = props
  const { t } = useWords()
  const sending = useSend()
  const [open, setOpen] = useState<Open>()
  const close = (): void => setOpen(undefined)
  const { kind } = decisions.silenceStatus(silence.entries, now)
  const at = { decision: decision.id }
  return (
    <>
      {kind === 'running' && <RunningActs {...props} onOpen={setOpen} />}
      {kind === 'suspended' && (
        <>
          <Button onPress={() => setOpen('resume')}>{t('silence.resume')}</Button>
          <Button onPress={() => setOpen('withdraw')}>{t('silence.withdraw')}</Button>
        </>
      )}
      <NoticeAct {...props} />
      {kind === 'kept' && silence.confirmed === undefined && (
        <ActButton
          state={state}
          sending={sending}
          intent={{
            type: 'decisions.confirmSilence',
            body: { ...at, meeting: openMeeting(state, decision) },
          }}
          instead={() => setOpen('confirm')}
        >
          {t('decision.confirm')}
        </ActButton>
      )}
      {kind === 'broken' && silence.settled === undefined && (
        <Button onPress={() => setOpen('afterBroken')}>{t('decision.afterBroken')}</Button>
      )}
      {(open === 'extend' || open === 'resume') && <NewExpiryDialog {...props} way={open} onClose={close} />}
      {(open === 'suspend' || open === 'withdraw') && <ChairsReason {...props} way={open} onClose={close} />}
      {open === 'confirm' && <ConfirmDialog {...props} onClose={close} />}
      {open === 'afterBroken' && (
        <NextChoice
          state={state}
          title={t('decision.afterBroken')}
          choices={(['reopenedWithAmendment', 'returnedToBody', 'dropped'] as const).map(next => ({
            label: t(`decision.afterBroken.${next}`),
            intent: { type: 'decisions.afterBroken', body: { ...at, next } },
          }))}
          onClose={close}
        />
      )}
    </>
  )
}

const openMeeting = (state: DomainState, { body }: Decision): MeetingId =>
  [...values(state.meetings.meetings)].findLast(meeting => meeting.body === body && meeting.status === 'open')
    ?.id ?? ('' as MeetingId)

const RunningActs = ({
  state,
  decision,
  silence,
  now,
  onOpen,
}: SilenceProps & { readonly onOpen: (open: Open) => void }) => {
  const { t } = useWords()
  const sending = useSend()
  const status = decisions.silenceStatus(silence.entries, now)
  const expiresAt = status.kind === 'running' ? later(status.expiresAt, hourMs) : now
  const at = { decision: decision.id }
  return (
    <>
      <ActButton
        state={state}
        sending={sending}
        intent={{ type: 'decisions.extendSilence', body: { ...at, expiresAt, announcedAs: '…' } }}
        instead={() => onOpen('extend')}
      >
        {t('silence.extend')}
      </ActButton>
      <ActButton
        state={state}
        sending={sending}
        intent={{ type: 'decisions.suspendSilence', body: { ...at, reason: '…' } }}
        instead={() => onOpen('suspend')}
      >
        {t('silence.suspend')}
      </ActButton>
      <ActButton
        state={state}
        sending={sending}
        intent={{ type: 'decisions.withdrawSilence', body: { ...at, reason: '…' } }}
        instead={() => onOpen('withdraw')}
      >
        {t('silence.withdraw')}
      </ActButton>
    </>
  )
}

/** The notice of the outcome, due at once: by the chair or the secretariat. */
export const NoticeAct = ({ state, decision, silence, now }: SilenceProps) => {
  const { t } = useWords()
  const room = useRoom()
  const sending = useSend()
  const ended = decisions.endOf(decisions.silenceStatus(silence.entries, now))
  const may = isChairOf(room, decision) || room.as?.kind === 'secretariat'
  if (!may || ended === undefined || silence.noticeAt !== undefined) return null
  return (
    <>
      <ActButton
        state={state}
        sending={sending}
        kind="primary"
        intent={{ type: 'decisions.giveNotice', body: { decision: decision.id } }}
      >
        {t('decision.notice')}
      </ActButton>
      <ProblemShown problem={sending.problem} />
    </>
  )
}
