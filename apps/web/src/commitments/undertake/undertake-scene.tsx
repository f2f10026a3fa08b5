import { type commitments as chapter, type DomainState, institution } from '@gavel/domain'
import type { CommitmentId, MemberId } from '@gavel/kernel'
import { useEffect, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { Choice, Line } from '../../decisions/fields.tsx'
import { Notice } from '../../kit/notice.tsx'
import { freshId, type Intent } from '../../live/room.ts'
import { useNow, useRoom } from '../../live/use-room.tsx'
import { partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import { useLeaning } from '../decision-choice.tsx'
import { useKeptForm } from '../kept-form.ts'
import { addressOf } from '../list/asked.ts'
import { TermsEditor } from './terms-editor.tsx'
import { emptyForm, type TermsForm, termsOf } from './terms-form.ts'

/** The measure an address names: the catalogue leads here with one. */
const refIn = (search: string): chapter.MeasureRef | undefined => {
  const given = new URLSearchParams(search)
  const [catalogue, measure] = [given.get('catalogue'), given.get('measure')]
  return catalogue === null || measure === null ? undefined : { catalogue, measure }
}

const undertakes = (form: TermsForm, member: string): Intent => ({
  type: 'commitments.undertake',
  body: {
    commitment: form.id as CommitmentId,
    member: member as MemberId,
    terms: termsOf(form),
    audience: { kind: form.audience },
    ...(form.source.trim() === '' ? {} : { source: form.source.trim() }),
  },
})

/** C-16. For the secretariat: whose word it records, and where that was said. */
const Recorded = ({
  state,
  form,
  change,
}: {
  readonly state: DomainState
  readonly form: TermsForm
  readonly change: (part: Partial<TermsForm>) => void
}) => {
  const speech = useWords()
  const { t } = speech
  const now = useNow(60_000)
  return (
    <>
      <Notice>{t('undertake.recorded')}</Notice>
      <Choice
        label={t('commitment.field.member')}
        value={form.member}
        onChange={member => change({ member })}
        options={[
          ['', '—'],
          ...institution
            .activeMembers(state.institution, now)
            .map(id => [id, partyName(state, speech, id)] as const),
        ]}
      />
      <Line
        label={t('commitment.field.source')}
        value={form.source}
        onChange={source => change({ source })}
      />
    </>
  )
}

const Undertaking = () => {
  const { t } = useWords()
  const { as } = useRoom()
  const now = useNow(60_000)
  const [, navigate] = useLocation()
  const ref = refIn(useSearch())
  const [id] = useState(() => freshId('commitment'))
  const name = `undertake.${as?.kind}.${ref?.catalogue ?? ''}.${ref?.measure ?? ''}`
  const { value, change, forget } = useKeptForm<TermsForm>(name, emptyForm(now.slice(0, 10), id, ref))
  const state = useLeaning(value.decision)
  if (state === undefined)
    return (
      <p className="busy" role="status">
        {t('app.loading')}
      </p>
    )
  const member = as?.kind === 'delegate' ? as.member : value.member
  const done = (): void => {
    forget()
    navigate(addressOf({ member }))
  }
  return (
    <TermsEditor
      state={state}
      form={value}
      change={change}
      member={member}
      intent={undertakes(value, member)}
      confirm={t(as?.kind === 'delegate' ? 'undertake.send' : 'commitments.record')}
      done={done}
      isNew
    >
      {as?.kind === 'secretariat' && <Recorded state={state} form={value} change={change} />}
    </TermsEditor>
  )
}

/** To undertake something, for one's own member; the secretariat records what a member has said elsewhere. */
export const UndertakeScene = () => {
  const { t } = useWords()
  const { as } = useRoom()
  const recorded = as?.kind === 'secretariat'
  useEffect(() => {
    document.title = t('undertake.title')
  }, [t])
  return (
    <div className="page u-form">
      <header className="stack" data-gap="small">
        <p className="small">
          <Link href="/commitments">{t('app.commitments')}</Link>
        </p>
        <h1>{t(recorded ? 'undertake.title.record' : 'undertake.title')}</h1>
        <p className="soft u-lead">{t('undertake.lead')}</p>
      </header>
      {as?.kind === 'delegate' || recorded ? <Undertaking /> : <Notice>{t('undertake.notYours')}</Notice>}
    </div>
  )
}
