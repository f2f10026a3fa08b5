import { type DomainState, meetings } from '@gavel/domain'
import type { PointId } from '@gavel/kernel'
import { useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { Line } from '../decisions/fields.tsx'
import { freshId } from '../live/room.ts'
import { useRoom } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'
import { ActDialog } from './act-dialog.tsx'
import type { Meeting } from './next-step.ts'
import { ownMember } from './roles.ts'

const kinds = meetings.proceduralKinds.flatMap(({ kind, form }) =>
  form === 'point' ? [kind as meetings.PointKind] : [],
)

interface RaiseProps {
  readonly state: DomainState
  readonly meeting: Meeting
  readonly onClose: () => void
}

/** A point of order: of which kind, and in a few words what about. */
export const RaiseDialog = ({ state, meeting, onClose }: RaiseProps) => {
  const { t } = useWords()
  const { as } = useRoom()
  const [point] = useState(() => freshId('p') as PointId)
  const [kind, setKind] = useState<meetings.PointKind>('order')
  const [note, setNote] = useState('')
  const member = ownMember(as)
  if (member === undefined) return null
  return (
    <ActDialog
      state={state}
      title={t('point.raise')}
      lead={t('point.raise.lead')}
      intent={{
        type: 'meetings.raisePoint',
        body: {
          meeting: meeting.id,
          point,
          member,
          kind,
          ...(note.trim() === '' ? {} : { note: note.trim() }),
        },
      }}
      confirm={t('point.raise.do')}
      onClose={onClose}
    >
      <RadioGroup className="d-radios" value={kind} onChange={value => setKind(value as meetings.PointKind)}>
        <Label>{t('point.kind')}</Label>
        {kinds.map(each => (
          <Radio key={each} value={each} className="d-radio">
            <span className="d-dot" aria-hidden="true" />
            <span>{t(`point.${each}`)}</span>
          </Radio>
        ))}
      </RadioGroup>
      <Line label={t('point.note')} value={note} onChange={setNote} />
    </ActDialog>
  )
}
