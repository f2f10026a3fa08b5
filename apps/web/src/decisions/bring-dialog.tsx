import { type DomainState, parameter } from '@gavel/domain'
import type { BodyId, DecisionId, Instant, MeetingId, MemberId, TextId } from '@gavel/kernel'
import { useState } from 'react'
import { ActButton } from '../acting/act-button.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { freshId, type Intent } from '../live/room.ts'
import { useClock } from '../live/use-clock.ts'
import { useRoom, useSlice } from '../live/use-room.tsx'
import type { Speech } from '../words/speaking.ts'
import { useWords } from '../words/use-words.tsx'
import { BringFields } from './bring-fields.tsx'
import { type Bringing, cleanTexts, meetingsOf, type TextRow, useTexts } from './bringing.ts'
import { atCloseOfBusiness, meantBy } from './expiry.tsx'
import type { Decision } from './standing.ts'

interface BringProps {
  readonly state: DomainState
  readonly body: BodyId
  /** A decision that comes up again under its name. */
  readonly again?: Decision
  /** The meeting and the item a form begins with; otherwise the last meeting that sits, and its last item. */
  readonly under?: { readonly meeting: string; readonly item: string }
  readonly onClose: () => void
}

const subjectOf = ({ kind, wording, text }: Bringing, rows: readonly TextRow[]): Decision['subject'] => {
  if (kind === 'wording') return { kind, wording: wording.trim() }
  const row = rows.find(({ id }) => id === text)
  const issued = row?.versions.at(-1)
  return {
    kind,
    text: text as TextId,
    symbol: issued?.symbol ?? '',
    document: issued?.document ?? '',
  }
}

/** The act a form stands for, as far as it has been filled in. */
const intentOf = (
  written: Bringing,
  {
    decision,
    body,
    subject,
    now,
    speech,
  }: {
    readonly decision: DecisionId
    readonly body: BodyId
    readonly subject: Decision['subject']
    readonly now: Instant
    readonly speech: Speech
  },
): Intent => {
  const { way, meeting, item, title, minusOne, expiry } = written
  const said = { decision, title: title.trim(), subject }
  const inMeeting = { meeting: meeting as MeetingId, item }
  if (way === 'put') {
    const without =
      minusOne.case === '' ? {} : { minusOne: { case: minusOne.case, member: minusOne.member as MemberId } }
    return { type: 'decisions.put', body: { ...said, ...inMeeting, ...without } }
  }
  const { at, announcedAs } = meantBy(expiry, speech)
  const offer = { expiresAt: at ?? now, timeZone: expiry.zone, announcedAs }
  return way === 'propose'
    ? { type: 'decisions.proposeSilence', body: { ...said, ...inMeeting, ...offer } }
    : { type: 'decisions.openSilence', body: { ...said, body, ...offer } }
}

/** Where a form begins: in the open meeting of the body, if there is one, and with what came up before. */
const firstOf = ({ state, body, again, under }: BringProps, now: Instant): Bringing => {
  const meetings = meetingsOf(state, body)
  const meeting = meetings.find(({ id }) => id === under?.meeting) ?? meetings.at(-1)
  const zone = meeting?.timeZone ?? 'UTC'
  const hours = parameter(state.institution, 'silence.minimumHours', now, body).value
  const { subject } = again ?? {}
  return {
    way: meeting === undefined ? 'open' : 'put',
    meeting: meeting?.id ?? '',
    item: under?.item ?? meeting?.agenda.at(-1)?.number ?? '',
    title: again?.title ?? '',
    kind: subject?.kind ?? 'wording',
    wording: subject?.kind === 'wording' ? subject.wording : '',
    text: subject?.kind === 'text' ? subject.text : '',
    minusOne: { case: '', member: '' },
    expiry: atCloseOfBusiness(zone, now, hours),
  }
}

/** The chair brings something to decision: puts it, proposes to settle it by silence, or opens a silence. */
export const BringDialog = (props: BringProps) => {
  const { state, body, again, onClose } = props
  const speech = useWords()
  const { t } = speech
  const now = useClock()
  const sending = useSend()
  const rows = useTexts()
  const [decision] = useState(() => again?.id ?? (freshId('d') as DecisionId))
  const [written, setWritten] = useState<Bringing>(() => firstOf(props, now))
  const withText = useSlice(written.kind === 'text' && written.text !== '' ? written.text : null)
  const change = (part: Partial<Bringing>): void => setWritten(before => ({ ...before, ...part }))
  const subject = subjectOf(written, rows)
  return (
    <Dialog title={t('bring.title')} isOpen onClose={onClose} wide deliberate>
      <div className="stack">
        <BringFields {...{ state, body, now, written, change }} rows={cleanTexts(rows)} />
        <ProblemShown problem={sending.problem} />
        <p className="row" data-spread="">
          <Button kind="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          <ActButton
            state={withText ?? state}
            sending={sending}
            kind="primary"
            intent={intentOf(written, { decision, body, subject, now, speech })}
            done={onClose}
          >
            {t(`bring.do.${written.way}`)}
          </ActButton>
        </p>
      </div>
    </Dialog>
  )
}

/** The button that opens it for the chair of a body. */
export const BringNew = ({ state }: { readonly state: DomainState }) => {
  const { t } = useWords()
  const { as } = useRoom()
  const [open, setOpen] = useState(false)
  if (as?.kind !== 'chair') return null
  return (
    <>
      <Button kind="primary" onPress={() => setOpen(true)}>
        {t('decisions.new')}
      </Button>
      {open && <BringDialog state={state} body={as.body} onClose={() => setOpen(false)} />}
    </>
  )
}

/** What was carried over or reopened comes up again under its name. */
export const BringAgain = ({
  state,
  decision,
}: {
  readonly state: DomainState
  readonly decision: Decision
}) => {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="primary" onPress={() => setOpen(true)}>
        {t('decision.again')}
      </Button>
      {open && (
        <BringDialog state={state} body={decision.body} again={decision} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
