import type { Instant, MemberId } from '@gavel/kernel'
import type { BodyOf, ContactId, ContactShown } from '@gavel/notices/browser'
import { useState } from 'react'
import { Choice, Line, Lines } from '../../../decisions/fields.tsx'
import { freshId } from '../../../live/room.ts'
import { useNow } from '../../../live/use-room.tsx'
import { languages } from '../../../words/language.ts'
import type { Asking } from '../acting/notices-button.tsx'
import { NoticesDialog } from '../acting/notices-dialog.tsx'
import { intends } from '../asking/use-asked.ts'
import { useNoticesWords } from '../use-notices-words.ts'

type Kind = ContactShown['kind']
type Body = BodyOf<'notices.nominateContact'>

interface Written {
  readonly kind: Kind
  readonly name: string
  readonly office: string
  readonly email: string
  readonly telephone: string
  readonly language: string
  readonly hours: string
  readonly from: string
  readonly until: string
}

const begun = (before: ContactShown | undefined, now: Instant): Written => ({
  kind: before?.kind ?? 'technical',
  name: '',
  office: before?.office ?? '',
  email: '',
  telephone: '',
  language: before?.language ?? 'en',
  hours: before?.hours ?? '',
  from: now.slice(0, 10),
  until: '',
})

/** Optional words of a form: those that were written. */
const given = (written: Written): Pick<Body, 'office' | 'email' | 'telephone' | 'hours' | 'until'> =>
  Object.fromEntries(
    (['office', 'email', 'telephone', 'hours', 'until'] as const).flatMap(name =>
      written[name].trim() === '' ? [] : [[name, written[name].trim()]],
    ),
  )

interface NominateProps {
  readonly asking: Asking
  readonly member: MemberId
  /** Whose place she takes. */
  readonly before?: ContactShown
  readonly onClose: () => void
}

const Fields = ({
  written,
  change,
  isNew,
}: {
  readonly written: Written
  readonly change: (part: Partial<Written>) => void
  readonly isNew: boolean
}) => {
  const { t } = useNoticesWords()
  const line = (
    name: 'name' | 'office' | 'email' | 'telephone' | 'hours' | 'from' | 'until',
    date = false,
  ) => (
    <Line
      label={t(`notices.contact.${name}`)}
      value={written[name]}
      onChange={value => change({ [name]: value })}
      {...(date ? { type: 'date' as const } : {})}
    />
  )
  return (
    <>
      {isNew && (
        <Choice
          label={t('notices.contact.kind')}
          value={written.kind}
          onChange={kind => change({ kind: kind as Kind })}
          options={[
            ['technical', t('notices.kind.technical')],
            ['diplomatic', t('notices.kind.diplomatic')],
          ]}
        />
      )}
      {line('name')}
      {line('office')}
      <div className="d-pair">
        {line('email')}
        {line('telephone')}
      </div>
      <div className="d-pair">
        <Choice
          label={t('notices.contact.language')}
          value={written.language}
          onChange={language => change({ language })}
          options={Object.entries(languages)}
        />
        {line('hours')}
      </div>
      <div className="d-pair">
        {line('from', true)}
        {line('until', true)}
      </div>
    </>
  )
}

/** To nominate somebody; where she takes another's place, of the same kind. */
export const NominateDialog = ({ asking, member, before, onClose }: NominateProps) => {
  const { t } = useNoticesWords()
  const now = useNow(600_000)
  const [id] = useState(() => freshId('contact'))
  const [written, setWritten] = useState(() => begun(before, now))
  const intent = intends('notices.nominateContact', {
    contact: id as ContactId,
    member,
    kind: written.kind,
    name: written.name.trim(),
    language: written.language as Body['language'],
    from: written.from,
    ...given(written),
    ...(before === undefined ? {} : { replaces: before.id as ContactId }),
  })
  return (
    <NoticesDialog
      {...asking}
      wide
      title={before === undefined ? t('notices.nominate') : t('notices.replace.title', { name: before.name })}
      lead={t('notices.nominate.lead')}
      intent={intent}
      confirm={t('notices.nominate')}
      wanting={written.name.trim() === '' || written.from === '' ? t('notices.nominate.wanting') : undefined}
      onClose={onClose}
    >
      <Fields
        written={written}
        change={part => setWritten({ ...written, ...part })}
        isNew={before === undefined}
      />
    </NoticesDialog>
  )
}

interface ContactProps {
  readonly asking: Asking
  readonly contact: ContactShown
  readonly onClose: () => void
}

/** N-21. The secretariat says that the person is who was named and is reached there. */
export const VerifyDialog = ({ asking, contact, onClose }: ContactProps) => {
  const { t } = useNoticesWords()
  const [note, setNote] = useState('')
  return (
    <NoticesDialog
      {...asking}
      title={t('notices.verify.of', { name: contact.name })}
      lead={t('notices.verify.lead')}
      intent={intends('notices.verifyContact', {
        contact: contact.id as ContactId,
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      })}
      confirm={t('notices.verify')}
      onClose={onClose}
    >
      <Lines label={t('notices.note')} value={note} onChange={setNote} />
    </NoticesDialog>
  )
}

/** N-28. To take a contact out of the directory. */
export const WithdrawContactDialog = ({ asking, contact, onClose }: ContactProps) => {
  const { t } = useNoticesWords()
  return (
    <NoticesDialog
      {...asking}
      title={t('notices.contact.withdraw.of', { name: contact.name })}
      lead={t('notices.contact.withdraw.lead')}
      kind="grave"
      intent={intends('notices.withdrawContact', {
        contact: contact.id as ContactId,
        member: contact.member as MemberId,
      })}
      confirm={t('notices.contact.withdraw')}
      onClose={onClose}
    />
  )
}

/** N-24. After how long without a sign of life a contact is stale. */
export const TermsDialog = ({
  asking,
  staleDays,
  onClose,
}: {
  readonly asking: Asking
  readonly staleDays: number
  readonly onClose: () => void
}) => {
  const { t } = useNoticesWords()
  const [days, setDays] = useState(String(staleDays))
  const [source, setSource] = useState('')
  const count = Number(days)
  const fits = Number.isInteger(count) && count >= 1 && count <= 3_660
  return (
    <NoticesDialog
      {...asking}
      title={t('notices.terms')}
      intent={intends('notices.setContactTerms', { staleDays: fits ? count : 1, source: source.trim() })}
      confirm={t('notices.terms.set')}
      wanting={!fits || source.trim() === '' ? t('notices.terms.wanting') : undefined}
      onClose={onClose}
    >
      <Line label={t('notices.terms.days')} type="number" value={days} onChange={setDays} />
      <Line label={t('notices.source')} value={source} onChange={setSource} />
    </NoticesDialog>
  )
}
