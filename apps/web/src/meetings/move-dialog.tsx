import { type DomainState, meetings } from '@gavel/domain'
import { type Instant, later, type MotionId } from '@gavel/kernel'
import { useState } from 'react'
import { Choice, Line, Lines } from '../decisions/fields.tsx'
import { freshId } from '../live/room.ts'
import { useWords } from '../words/use-words.tsx'
import { ActDialog } from './act-dialog.tsx'
import { numbered, rowsOf } from './agenda-rows.ts'
import { InstantField, namedBy, type Wall, wallOf } from './instant-field.tsx'
import { listInView } from './list-in-view.ts'
import type { Meeting } from './next-step.ts'

const kinds = meetings.proceduralKinds.flatMap(({ kind, form }) =>
  form === 'motion' ? [kind as meetings.MotionAim['kind']] : [],
)

interface Written {
  readonly kind: meetings.MotionAim['kind']
  readonly wall: Wall
  readonly parts: string
  readonly added: string
}

/** The number an item has that is put at the end. */
const lastNumber = (meeting: Meeting, title: string): string =>
  numbered([...rowsOf(meeting.agenda), { key: 'new', title, depth: 0, documents: [] }]).at(-1)!.number

const aimOf = (meeting: Meeting, written: Written, now: Instant): meetings.MotionAim => {
  const { kind, wall, parts, added } = written
  const item = listInView(meeting) ?? meeting.agenda[0]!.number
  const until = namedBy(meeting.timeZone, wall) ?? now
  switch (kind) {
    case 'suspension':
    case 'adjournment':
      return { kind, until }
    case 'divisionOfText':
      return { kind, item, parts: parts.trim() }
    case 'agendaChange': {
      const title = added.trim()
      return { kind, change: { kind: 'add', item: { number: lastNumber(meeting, title), title } } }
    }
    default:
      return { kind, item }
  }
}

interface MoveProps {
  readonly state: DomainState
  readonly meeting: Meeting
  readonly now: Instant
  readonly onClose: () => void
}

/** A procedural motion is made: which, and what belongs to it. */
export const MoveDialog = ({ state, meeting, now, onClose }: MoveProps) => {
  const { t } = useWords()
  const [motion] = useState(() => freshId('m') as MotionId)
  const [note, setNote] = useState('')
  const [written, setWritten] = useState<Written>(() => ({
    kind: 'suspension',
    wall: wallOf(meeting.timeZone, later(now, 30 * 60_000)),
    parts: '',
    added: '',
  }))
  const change = (part: Partial<Written>): void => setWritten(before => ({ ...before, ...part }))
  const { kind } = written
  return (
    <ActDialog
      state={state}
      title={t('motion.move')}
      lead={t('motion.move.lead')}
      intent={{
        type: 'meetings.move',
        body: {
          meeting: meeting.id,
          motion,
          aim: aimOf(meeting, written, now),
          ...(note.trim() === '' ? {} : { note: note.trim() }),
        },
      }}
      confirm={t('motion.move.do')}
      onClose={onClose}
    >
      <Choice
        label={t('motion.aim')}
        value={kind}
        onChange={value => change({ kind: value as Written['kind'] })}
        options={kinds.map(each => [each, t(`motion.${each}`)])}
      />
      {(kind === 'suspension' || kind === 'adjournment') && (
        <InstantField
          zone={meeting.timeZone}
          label={t('motion.until')}
          value={written.wall}
          onChange={wall => change({ wall })}
        />
      )}
      {kind === 'divisionOfText' && (
        <Lines label={t('motion.parts')} value={written.parts} onChange={parts => change({ parts })} />
      )}
      {kind === 'agendaChange' && (
        <Line label={t('motion.addItem')} value={written.added} onChange={added => change({ added })} />
      )}
      <Line label={t('motion.note')} value={note} onChange={setNote} />
    </ActDialog>
  )
}
