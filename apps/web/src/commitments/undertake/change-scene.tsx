import type { CommitmentId, MemberId } from '@gavel/kernel'
import { useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Lines } from '../../decisions/fields.tsx'
import { Notice } from '../../kit/notice.tsx'
import { freshId, type Intent } from '../../live/room.ts'
import { useRoom } from '../../live/use-room.tsx'
import { useWords } from '../../words/use-words.tsx'
import type { CommitmentAnswer } from '../answers.ts'
import { Found } from '../found.tsx'
import { useKeptForm } from '../kept-form.ts'
import { useWithCommitment } from '../use-commitment.ts'
import { TermsEditor } from './terms-editor.tsx'
import { formOf, type TermsForm, termsOf } from './terms-form.ts'

type Way = 'change' | 'carry'

const intentOf = (way: Way, answer: CommitmentAnswer, member: string, form: TermsForm): Intent => {
  const { id, terms } = answer.commitment
  const body = {
    commitment: id,
    member: member as MemberId,
    terms: termsOf(form, terms),
    reason: form.reason.trim(),
    ...(form.source.trim() === '' ? {} : { source: form.source.trim() }),
  }
  return way === 'change'
    ? { type: 'commitments.change', body }
    : { type: 'commitments.carryForward', body: { ...body, into: form.id as CommitmentId } }
}

interface EditProps {
  readonly way: Way
  readonly answer: CommitmentAnswer
  readonly member: string
}

const Edit = ({ way, answer, member }: EditProps) => {
  const { t } = useWords()
  const [, navigate] = useLocation()
  const [fresh] = useState(() => freshId('commitment'))
  const { id } = answer.commitment
  const { value, change, forget } = useKeptForm<TermsForm>(
    `${way}.${id}.${member}`,
    formOf(answer.commitment, fresh),
  )
  const state = useWithCommitment(answer, value.decision)
  if (state === undefined) return null
  const done = (): void => {
    forget()
    navigate(`/commitments/${encodeURIComponent(id)}`)
  }
  return (
    <TermsEditor
      state={state}
      form={value}
      change={change}
      member={member}
      intent={intentOf(way, answer, member, value)}
      confirm={t(`commitment.${way}`)}
      done={done}
    >
      <Lines
        label={t('commitment.field.reason')}
        value={value.reason}
        onChange={reason => change({ reason })}
      />
    </TermsEditor>
  )
}

const Page = ({ way, answer }: Omit<EditProps, 'member'>) => {
  const { t } = useWords()
  const { as } = useRoom()
  const { id, terms } = answer.commitment
  useEffect(() => {
    document.title = t(`commitment.${way}`)
  }, [t, way])
  return (
    <div className="page u-form">
      <header className="stack" data-gap="small">
        <p className="small">
          <Link href={`/commitments/${encodeURIComponent(id)}`}>
            <bdi>{terms.title}</bdi>
          </Link>
        </p>
        <h1>{t(`commitment.${way}`)}</h1>
        <p className="soft u-lead">{t(`commitment.${way}.lead`)}</p>
      </header>
      {as?.kind === 'delegate' ? (
        <Edit way={way} answer={answer} member={as.member} />
      ) : (
        <Notice>{t('undertake.notYours')}</Notice>
      )}
    </div>
  )
}

/** New terms for a commitment that stands, with the reason; what it said before stays to be seen. */
export const ChangeScene = ({ id = '' }: { readonly id?: string }) => (
  <Found id={id}>{({ answer }) => <Page way="change" answer={answer} />}</Found>
)

/** A commitment carried forward into a new one, which says where it comes from. */
export const CarryScene = ({ id = '' }: { readonly id?: string }) => (
  <Found id={id}>{({ answer }) => <Page way="carry" answer={answer} />}</Found>
)
