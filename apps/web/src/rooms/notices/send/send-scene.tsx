import type { DomainState } from '@gavel/domain'
import type { NoticeAnswer, NoticeType, TypesAnswer } from '@gavel/notices/browser'
import { useEffect, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { Choice, Line, Tick } from '../../../decisions/fields.tsx'
import { Button } from '../../../kit/button.tsx'
import { useDraft } from '../../../kit/draft.ts'
import { Notice } from '../../../kit/notice.tsx'
import { freshId } from '../../../live/room.ts'
import { useNow, useRoom, useSlice } from '../../../live/use-room.tsx'
import { useView } from '../../../live/use-view.ts'
import { FormFoot } from '../acting/notices-dialog.tsx'
import { hrefOf } from '../address.ts'
import { withNotice, withTypes } from '../asking/state.ts'
import { intends, useAsked } from '../asking/use-asked.ts'
import { FieldGiven } from '../fields/field-given.tsx'
import { Awaited } from '../sections.tsx'
import { useNoticesWords } from '../use-notices-words.ts'
import { Addressees } from './addressees.tsx'
import { bindingOn, bodyOf, emptyForm, type Form } from './form.ts'
import { Preview, type Terms } from './preview.tsx'

interface PartProps {
  readonly house: DomainState
  readonly form: Form
  readonly change: (part: Partial<Form>) => void
  readonly member: string
}

/** Which type: each with what it is about, so that nobody has to know them by heart. */
const Types = ({
  types,
  form,
  change,
}: Pick<PartProps, 'form' | 'change'> & { readonly types: readonly NoticeType[] }) => {
  const { t, name } = useNoticesWords()
  return (
    <fieldset className="x-types">
      <legend>{t('notices.type')}</legend>
      {types.map(type => (
        <label key={type.noticeType} className="x-type">
          <input
            type="radio"
            name="notice-type"
            value={type.noticeType}
            checked={form.noticeType === type.noticeType}
            onChange={() => change({ noticeType: type.noticeType, agreement: '' })}
          />
          <span>
            <b>
              <bdi>{name(type.name, type.noticeType)}</bdi>
            </b>
            {type.about !== undefined && (
              <span className="small soft" dir="auto">
                {name(type.about)}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

const AgreementGiven = ({ type, form, change, member }: PartProps & { readonly type: NoticeType }) => {
  const { t, name } = useNoticesWords()
  const binding = bindingOn(type, member)
  if (binding.length === 0) return null
  return (
    <Choice
      label={t('notices.agreement')}
      value={form.agreement}
      onChange={agreement => change({ agreement })}
      options={[
        ['', t('notices.agreement.none')],
        ...binding.map(each => [each.agreement, name(each.name, each.agreement)] as const),
      ]}
    />
  )
}

const Fields = ({
  type,
  zone,
  ...part
}: PartProps & { readonly type: NoticeType; readonly zone: string }) => {
  const { t } = useNoticesWords()
  const { house, form, change, member } = part
  const written = form.written[type.noticeType] ?? {}
  return (
    <>
      <Line label={t('notices.subject')} value={form.title} onChange={title => change({ title })} />
      <Addressees house={house} type={type} member={member} value={form.to} onChange={to => change({ to })} />
      <AgreementGiven type={type} {...part} />
      {type.fields.map(field => (
        <FieldGiven
          key={field.field}
          house={house}
          field={field}
          zone={zone}
          value={written[field.field] ?? {}}
          onChange={value =>
            change({ written: { ...form.written, [type.noticeType]: { ...written, [field.field]: value } } })
          }
        />
      ))}
      {type.restricted === 'may' ? (
        <div className="stack" data-gap="small">
          <Tick
            label={t('notices.restricted.tick')}
            value={form.restricted}
            onChange={restricted => change({ restricted })}
          />
          <p className="small soft">{t('notices.restricted.help')}</p>
        </div>
      ) : (
        <p className="small soft">
          {t(type.restricted === 'always' ? 'notices.restricted.always' : 'notices.restricted.never')}
        </p>
      )}
    </>
  )
}

/** The notice this one follows, as far as the address names one. */
const useAbout = () => {
  const id = new URLSearchParams(useSearch()).get('about')
  const { data } = useView<NoticeAnswer>(id === null ? null : `/api/notices/${encodeURIComponent(id)}`)
  return { id, notice: data }
}

const useForm = (member: string, about: string | null) => {
  const { viewer } = useRoom()
  const [fresh] = useState(() => freshId('notice'))
  const draft = useDraft<Form>(`${viewer.person}.notices.${member}.${about ?? ''}`, emptyForm)
  return { ...draft, form: draft.value.id === '' ? { ...draft.value, id: fresh } : draft.value, fresh }
}

const Writing = ({
  house,
  types,
  member,
}: Pick<PartProps, 'house' | 'member'> & { readonly types: TypesAnswer }) => {
  const { t } = useNoticesWords()
  const [, navigate] = useLocation()
  const about = useAbout()
  const asked = useAsked()
  useNow(30_000)
  const { form, change, forget, isKept, fresh } = useForm(member, about.id)
  const [zone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
  const inUse = (types.types as readonly unknown[] as readonly NoticeType[]).filter(({ retired }) => !retired)
  const type = inUse.find(({ noticeType }) => noticeType === form.noticeType)
  const write = (part: Partial<Form>): void => change({ id: form.id || fresh, ...part })
  const part = { house, form, change: write, member }
  const state = withTypes(types, about.notice === undefined ? undefined : withNotice(about.notice))
  const intent =
    type === undefined
      ? undefined
      : intends('notices.send', bodyOf(form, type, { member, about: about.id, zone }))
  const outcome = intent === undefined ? undefined : asked(state, house, intent)
  const terms = outcome?.kind === 'accepted' ? (outcome.events[0] as unknown as Terms) : undefined
  const sent = (): void => {
    forget()
    navigate('/notices/sent')
  }
  return (
    <div className="x-writing">
      <div className="stack">
        {about.id !== null && (
          <p>
            {t('notices.follows')}{' '}
            <Link href={hrefOf(about.id)}>
              <bdi>{about.notice?.title ?? about.id}</bdi>
            </Link>
          </p>
        )}
        <Types types={inUse} form={form} change={write} />
        {type !== undefined && <Fields {...part} type={type} zone={zone} />}
      </div>
      <div className="x-aside stack">
        {terms !== undefined && <Preview house={house} terms={terms} />}
        {intent !== undefined && (
          <FormFoot
            state={state}
            house={house}
            intent={intent}
            confirm={t('notices.send')}
            done={sent}
            wanting={form.title.trim() === '' ? t('notices.send.wanting') : undefined}
          />
        )}
        {isKept && (
          <p className="row small soft">
            {t('notices.draft')}
            <Button size="small" kind="quiet" onPress={forget}>
              {t('notices.draft.forget')}
            </Button>
          </p>
        )}
      </div>
    </div>
  )
}

const Fetched = ({ member }: { readonly member: string }) => {
  const house = useSlice()
  const { data, isError } = useView<TypesAnswer>('/api/notices/types')
  if (house === undefined || data === undefined) return <Awaited failed={isError} />
  return <Writing house={house} types={data} member={member} />
}

/** To write a notice: its type first, then what that type asks, with who will read it and by when said beside. */
export const SendScene = () => {
  const { t } = useNoticesWords()
  const { as } = useRoom()
  useEffect(() => {
    document.title = t('notices.write')
  }, [t])
  return (
    <div className="page x-page">
      <header className="stack" data-gap="small">
        <p className="small">
          <Link href="/notices">{t('notices.title')}</Link>
        </p>
        <h1>{t('notices.write')}</h1>
      </header>
      {as?.kind === 'delegate' ? <Fetched member={as.member} /> : <Notice>{t('notices.notYours')}</Notice>}
    </div>
  )
}
