import type { DomainState } from '@gavel/domain'
import { dayMs, later, minuteMs } from '@gavel/kernel'
import { useState } from 'react'
import { Choice, Line } from '../decisions/fields.tsx'
import { TwoSteps } from '../decisions/two-steps.tsx'
import { Button } from '../kit/button.tsx'
import { useWords } from '../words/use-words.tsx'
import { ActDialog } from './act-dialog.tsx'
import type { AtHand } from './at-hand.ts'
import { InstantField, namedBy, wallOf } from './instant-field.tsx'

interface DialogProps extends Pick<AtHand, 'meeting' | 'now'> {
  readonly state: DomainState
  readonly onClose: () => void
}

const lengths = [15, 30, 60, 90] as const

/** A suspension: for so long, until a time, or without a named end. */
const Suspending = ({ state, meeting, now, onClose }: DialogProps) => {
  const { t, duration } = useWords()
  const [how, setHow] = useState('15')
  const [wall, setWall] = useState(() => wallOf(meeting.timeZone, later(now, 60 * minuteMs)))
  const until =
    how === 'open'
      ? undefined
      : how === 'at'
        ? (namedBy(meeting.timeZone, wall) ?? now)
        : later(now, Number(how) * minuteMs)
  return (
    <ActDialog
      state={state}
      title={t('sitting.suspend')}
      lead={t('sitting.suspend.lead')}
      intent={{
        type: 'meetings.suspend',
        body: { meeting: meeting.id, ...(until === undefined ? {} : { until }) },
      }}
      confirm={t('sitting.suspend')}
      onClose={onClose}
    >
      <Choice
        label={t('sitting.suspend')}
        value={how}
        onChange={setHow}
        options={[
          ...lengths.map(
            each => [String(each), t('sitting.suspend.in', { duration: duration(each * minuteMs) })] as const,
          ),
          ['at', t('sitting.suspend.at')],
          ['open', t('sitting.suspend.open')],
        ]}
      />
      {how === 'at' && (
        <InstantField zone={meeting.timeZone} label={t('motion.until')} value={wall} onChange={setWall} />
      )}
    </ActDialog>
  )
}

const Adjourning = ({ state, meeting, now, onClose }: DialogProps) => {
  const { t } = useWords()
  const [wall, setWall] = useState(() => ({
    ...wallOf(meeting.timeZone, later(now, dayMs)),
    time: wallOf(meeting.timeZone, meeting.opensAt).time,
  }))
  return (
    <ActDialog
      state={state}
      title={t('sitting.adjourn')}
      lead={t('sitting.adjourn.lead')}
      intent={{
        type: 'meetings.adjourn',
        body: { meeting: meeting.id, until: namedBy(meeting.timeZone, wall) ?? now },
      }}
      confirm={t('sitting.adjourn')}
      onClose={onClose}
    >
      <InstantField zone={meeting.timeZone} label={t('motion.until')} value={wall} onChange={setWall} />
    </ActDialog>
  )
}

const MovingDoors = ({ state, meeting, onClose }: DialogProps) => {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const closes = meeting.access === 'public'
  const title = t(closes ? 'sitting.doors.close' : 'sitting.doors.open')
  return (
    <ActDialog
      state={state}
      title={title}
      lead={t(closes ? 'sitting.doors.close.lead' : 'sitting.doors.open.lead')}
      intent={{
        type: 'meetings.setAccess',
        body: {
          meeting: meeting.id,
          access: closes ? 'closed' : 'public',
          ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
        },
      }}
      confirm={title}
      onClose={onClose}
    >
      <Line label={t('sitting.doors.reason')} value={reason} onChange={setReason} />
    </ActDialog>
  )
}

const Closing = ({ state, meeting, onClose }: DialogProps) => {
  const { t } = useWords()
  return (
    <TwoSteps
      state={state}
      title={t('sitting.close')}
      intent={{ type: 'meetings.close', body: { meeting: meeting.id } }}
      confirm={t('sitting.close')}
      first={<p>{t('sitting.close.lead')}</p>}
      second={
        <p>
          <b>
            <bdi>{meeting.title}</bdi>
          </b>
        </p>
      }
      onClose={onClose}
    />
  )
}

type Open = 'suspend' | 'adjourn' | 'doors' | 'close'

/** What the chair does with the sitting as a whole: pauses, doors, the end. */
export const CourseActs = ({ state, meeting, now }: AtHand) => {
  const { t } = useWords()
  const [open, setOpen] = useState<Open>()
  const { status, access } = meeting
  if (status === 'convened' || status === 'closed') return null
  const props: DialogProps = { state, meeting, now, onClose: () => setOpen(undefined) }
  const button = (which: Open, words: string) => (
    <Button size="small" onPress={() => setOpen(which)}>
      {words}
    </Button>
  )
  return (
    <>
      <fieldset className="m-course-acts">
        <legend className="spoken">{t('sitting.more')}</legend>
        {status === 'open' && button('suspend', t('sitting.suspend'))}
        {status !== 'adjourned' && button('adjourn', t('sitting.adjourn'))}
        {button('doors', t(access === 'public' ? 'sitting.doors.close' : 'sitting.doors.open'))}
        {button('close', t('sitting.close'))}
      </fieldset>
      {open === 'suspend' && <Suspending {...props} />}
      {open === 'adjourn' && <Adjourning {...props} />}
      {open === 'doors' && <MovingDoors {...props} />}
      {open === 'close' && <Closing {...props} />}
    </>
  )
}
