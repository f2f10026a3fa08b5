import type { NoticeAnswer, NoticeId, ValueShape } from '@gavel/notices/browser'
import { useState } from 'react'
import { Choice, Lines } from '../../../decisions/fields.tsx'
import { useRoom } from '../../../live/use-room.tsx'
import { NoticesDialog, Opens } from '../acting/notices-dialog.tsx'
import { intends } from '../asking/use-asked.ts'
import { FieldGiven } from '../fields/field-given.tsx'
import { type AllWritten, valuesIn, writtenOf } from '../fields/written.ts'
import { useNoticesWords } from '../use-notices-words.ts'
import type { OneProps } from './use-one.ts'

interface FormProps extends OneProps {
  readonly onClose: () => void
}

const same = (a: ValueShape | null | undefined, b: ValueShape | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** What differs from what the notice says now. */
const changed = ({ fields }: NoticeAnswer, values: Readonly<Record<string, ValueShape>>) =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => !same(value, fields.find(({ field }) => field === name)?.value ?? null),
    ),
  )

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

const CorrectDialog = ({ notice, asking, onClose }: FormProps) => {
  const { t } = useNoticesWords()
  const [kind, setKind] = useState<'correction' | 'supplement'>('correction')
  const [note, setNote] = useState('')
  const [written, setWritten] = useState<AllWritten>(() =>
    Object.fromEntries(notice.fields.map(field => [field.field, writtenOf(field, field.value, zone)])),
  )
  const touched = Object.entries(valuesIn(notice.fields, written, zone)).filter(
    // An instant is written by the minute: what was not touched is not changed by that.
    ([name]) => {
      const field = notice.fields.find(each => each.field === name)!
      return JSON.stringify(written[name]) !== JSON.stringify(writtenOf(field, field.value, zone))
    },
  )
  const values = changed(notice, Object.fromEntries(touched))
  return (
    <NoticesDialog
      {...asking}
      wide
      title={t('notices.correct')}
      lead={t('notices.correct.lead')}
      intent={intends('notices.correct', { notice: notice.id as NoticeId, kind, values, note: note.trim() })}
      confirm={t('notices.correct.send')}
      wanting={note.trim() === '' ? t('notices.correct.wanting') : undefined}
      onClose={onClose}
    >
      <Choice
        label={t('notices.correct.kind')}
        value={kind}
        onChange={next => setKind(next as typeof kind)}
        options={[
          ['correction', t('notices.change.correction')],
          ['supplement', t('notices.change.supplement')],
        ]}
      />
      {notice.fields.map(field => (
        <FieldGiven
          key={field.field}
          house={asking.house}
          field={field}
          value={written[field.field] ?? {}}
          zone={zone}
          onChange={value => setWritten({ ...written, [field.field]: value })}
        />
      ))}
      <Lines label={t('notices.correct.note')} value={note} onChange={setNote} />
    </NoticesDialog>
  )
}

const WithdrawDialog = ({ notice, asking, onClose }: FormProps) => {
  const { t } = useNoticesWords()
  const [reason, setReason] = useState('')
  return (
    <NoticesDialog
      {...asking}
      title={t('notices.withdraw')}
      lead={t('notices.withdraw.lead')}
      kind="grave"
      intent={intends('notices.withdraw', { notice: notice.id as NoticeId, reason: reason.trim() })}
      confirm={t('notices.withdraw')}
      wanting={reason.trim() === '' ? t('notices.reason.wanting') : undefined}
      onClose={onClose}
    >
      <Lines label={t('notices.reason')} value={reason} onChange={setReason} />
    </NoticesDialog>
  )
}

const CloseDialog = ({ notice, asking, onClose }: FormProps) => {
  const { t } = useNoticesWords()
  const [note, setNote] = useState('')
  const said = note.trim()
  return (
    <NoticesDialog
      {...asking}
      title={t('notices.close')}
      lead={t('notices.close.lead')}
      intent={intends('notices.close', {
        notice: notice.id as NoticeId,
        ...(said === '' ? {} : { note: said }),
      })}
      confirm={t('notices.close')}
      onClose={onClose}
    >
      <Lines label={t('notices.note')} value={note} onChange={setNote} />
    </NoticesDialog>
  )
}

/** What the sender does with what it sent, while it is open. */
export const SenderPart = (props: OneProps) => {
  const { t } = useNoticesWords()
  const { as } = useRoom()
  const { notice } = props
  if (as?.kind !== 'delegate' || as.member !== notice.from || notice.status !== 'open') return null
  return (
    <p className="row">
      <Opens words={t('notices.correct')}>{close => <CorrectDialog {...props} onClose={close} />}</Opens>
      <Opens words={t('notices.close')}>{close => <CloseDialog {...props} onClose={close} />}</Opens>
      <Opens words={t('notices.withdraw')} kind="grave">
        {close => <WithdrawDialog {...props} onClose={close} />}
      </Opens>
    </p>
  )
}
