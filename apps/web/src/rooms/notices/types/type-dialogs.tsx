import type { NoticeTypeShape } from '@gavel/notices/browser'
import { useState } from 'react'
import { Line, Lines } from '../../../decisions/fields.tsx'
import type { Asking } from '../acting/notices-button.tsx'
import { NoticesDialog } from '../acting/notices-dialog.tsx'
import { intends } from '../asking/use-asked.ts'
import { useNoticesWords } from '../use-notices-words.ts'
import { FieldsGiven, NameGiven, TermsGiven } from './type-fields.tsx'
import { emptyType, formOf, typeBody, wantingIn } from './type-form.ts'

interface DefineProps {
  readonly asking: Asking
  /** The type that is defined anew; a new one without. */
  readonly type?: NoticeTypeShape
  readonly onClose: () => void
}

/** N-3. To define a type, or to define it anew: notices already sent stay as they were. */
export const DefineDialog = ({ asking, type, onClose }: DefineProps) => {
  const { t } = useNoticesWords()
  const [form, setForm] = useState(() => (type === undefined ? emptyType : formOf(type)))
  const change = (part: Partial<typeof form>): void => setForm({ ...form, ...part })
  const wanting = wantingIn(form)
  return (
    <NoticesDialog
      {...asking}
      wide
      title={t(type === undefined ? 'notices.define' : 'notices.define.again')}
      lead={t('notices.define.lead')}
      intent={intends('notices.defineType', typeBody(form, type?.agreements ?? []))}
      confirm={t('notices.define.confirm')}
      wanting={wanting === null ? undefined : t(`notices.define.wanting.${wanting}`)}
      onClose={onClose}
    >
      {type === undefined && (
        <Line
          label={t('notices.define.typeId')}
          value={form.noticeType}
          onChange={noticeType => change({ noticeType })}
        />
      )}
      <NameGiven label={t('notices.define.name')} value={form.name} onChange={name => change({ name })} />
      <NameGiven label={t('notices.define.about')} value={form.about} onChange={about => change({ about })} />
      <TermsGiven form={form} change={change} />
      <h3>{t('notices.define.fields')}</h3>
      <FieldsGiven form={form} change={change} />
      <Line label={t('notices.source')} value={form.source} onChange={source => change({ source })} />
    </NoticesDialog>
  )
}

/** N-4. To take a type out of use. */
export const RetireDialog = ({ asking, type, onClose }: Required<DefineProps>) => {
  const { t, name } = useNoticesWords()
  const [reason, setReason] = useState('')
  return (
    <NoticesDialog
      {...asking}
      title={t('notices.retire.of', { name: name(type.name, type.noticeType) })}
      lead={t('notices.retire.lead')}
      kind="grave"
      intent={intends('notices.retireType', { noticeType: type.noticeType, reason: reason.trim() })}
      confirm={t('notices.retire')}
      wanting={reason.trim() === '' ? t('notices.reason.wanting') : undefined}
      onClose={onClose}
    >
      <Lines label={t('notices.reason')} value={reason} onChange={setReason} />
    </NoticesDialog>
  )
}
