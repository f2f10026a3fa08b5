import { commitments as chapter, type DomainState } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { Choice, Line, Lines } from '../../decisions/fields.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import type { Intent } from '../../live/room.ts'
import { useNow } from '../../live/use-room.tsx'
import { useWords } from '../../words/use-words.tsx'
import { DialogFoot } from '../dialog-foot.tsx'
import { useKeptForm } from '../kept-form.ts'
import { daysOf, signs } from './course.ts'
import { PaperFields } from './paper-fields.tsx'
import { Participants } from './participants.tsx'
import type { ActivityRow } from './shapes.ts'

type Happened = chapter.Happened

interface Told {
  readonly status: Happened['status']
  readonly from: string
  readonly until: string
  readonly format: NonNullable<Happened['format']>
  readonly participants: readonly string[]
  readonly outcome: string
  readonly documents: Happened['documents']
}

const firstOf = (activity: ActivityRow): Told => ({
  status: 'held',
  ...daysOf(activity),
  format: activity.happened?.format ?? activity.planned.format,
  participants: activity.planned.host === null ? [] : [activity.planned.host],
  outcome: '',
  documents: [],
})

/** C-13. What became of an activity: only what was held has days, a format and people who took part. */
const happenedOf = ({ status, from, until, format, participants, outcome, documents }: Told): Happened => {
  const told = { status, outcome: outcome.trim(), documents }
  if (status === 'cancelled') return { ...told, participants: [] }
  const days = { from, until: until < from ? from : until }
  return status === 'postponed'
    ? { ...told, ...days, participants: [] }
    : { ...told, ...days, format, participants: participants as readonly MemberId[] }
}

const statuses = ['held', 'postponed', 'cancelled'] as const
const formats = ['inPerson', 'hybrid', 'virtual'] as const

interface TellProps {
  readonly told: Told
  readonly change: (part: Partial<Told>) => void
}

const StatusField = ({ told, change }: TellProps) => {
  const { t } = useWords()
  return (
    <RadioGroup
      className="p-three"
      value={told.status}
      onChange={status =>
        // A day that was planned is no new day: one that is put off says its own.
        change({
          status: status as Told['status'],
          ...(status === 'postponed' ? { from: '', until: '' } : {}),
        })
      }
    >
      <Label>{t('plans.became')}</Label>
      {statuses.map(status => (
        <Radio key={status} value={status} className="p-choice">
          <span aria-hidden="true" className="p-sign">
            {signs[status]}
          </span>{' '}
          {t(`plans.course.${status}`)}
        </Radio>
      ))}
    </RadioGroup>
  )
}

const DayFields = ({ told, change }: TellProps) => {
  const { t } = useWords()
  if (told.status === 'cancelled') return null
  return (
    <div className="d-pair">
      <Line
        type="date"
        label={t(told.status === 'held' ? 'plans.field.from' : 'plans.field.newFrom')}
        value={told.from}
        onChange={from => change({ from, until: told.until < from ? from : told.until })}
      />
      <Line
        type="date"
        label={t(told.status === 'held' ? 'plans.field.until' : 'plans.field.newUntil')}
        value={told.until}
        onChange={until => change({ until })}
      />
      {told.status === 'held' && (
        <Choice
          label={t('plans.field.format')}
          value={told.format}
          onChange={format => change({ format: format as Told['format'] })}
          options={formats.map(format => [format, t(`plans.format.${format}`)])}
        />
      )}
    </div>
  )
}

interface RecordProps {
  readonly state: DomainState
  readonly activity: ActivityRow
  readonly onClose: () => void
}

/** C-13. What became of an activity is told in a minute, on a phone in the corridor if need be. */
export const RecordDialog = ({ state, activity, onClose }: RecordProps) => {
  const { t } = useWords()
  const now = useNow(60_000)
  const { value: told, change, forget } = useKeptForm(`tell.${activity.id}`, firstOf(activity))
  const intent: Intent = {
    type: 'commitments.recordActivity',
    body: { activity: activity.id, happened: happenedOf(told) },
  }
  return (
    <Dialog title={t('plans.tell')} isOpen onClose={onClose} wide deliberate>
      <div className="stack">
        <p className="soft">
          <bdi>{activity.planned.title}</bdi>
        </p>
        <StatusField told={told} change={change} />
        <DayFields told={told} change={change} />
        {told.status === 'held' && (
          <Participants
            state={state}
            now={now}
            chosen={told.participants}
            onChange={participants => change({ participants })}
          />
        )}
        <Lines
          label={t(told.status === 'held' ? 'plans.outcome' : 'plans.why')}
          value={told.outcome}
          onChange={outcome => change({ outcome })}
        />
        {told.status === 'held' && (
          <PaperFields
            papers={told.documents}
            today={chapter.today(state, now)}
            onChange={documents => change({ documents })}
          />
        )}
        <DialogFoot
          state={state}
          onClose={onClose}
          intent={intent}
          done={forget}
          confirm={t('plans.tell.do')}
        />
      </div>
    </Dialog>
  )
}
