import type { AgreementShape, NoticeTypeShape, TypesAnswer } from '@gavel/notices/browser'
import { SourceMark } from '../../../kit/source-mark.tsx'
import { useRoom, useSlice } from '../../../live/use-room.tsx'
import { useView } from '../../../live/use-view.ts'
import { partyName } from '../../../names/names.ts'
import type { Asking } from '../acting/notices-button.tsx'
import { Opens } from '../acting/notices-dialog.tsx'
import { withTypes } from '../asking/state.ts'
import { Awaited, RoomPage } from '../sections.tsx'
import { useNoticesWords } from '../use-notices-words.ts'
import { timingWords } from './timing-words.ts'
import { DefineDialog, RetireDialog } from './type-dialogs.tsx'

type Type = TypesAnswer['types'][number]

interface TypeProps {
  readonly asking: Asking
  readonly type: Type
}

const Row = ({ word, children }: { readonly word: string; readonly children: string }) => (
  <div className="facts-row">
    <dt>{word}</dt>
    <dd>{children}</dd>
  </div>
)

/** Within how many hours something is owed, in words. */
const useHours = () => {
  const { t } = useNoticesWords()
  return (hours: number | undefined): string =>
    hours === undefined ? t('notices.hours.none') : t('notices.hours', { n: hours })
}

const Terms = ({ type }: { readonly type: Type }) => {
  const speech = useNoticesWords()
  const { t } = speech
  const hours = useHours()
  return (
    <dl className="facts small">
      <Row word={t('notices.define.to')}>{t(`notices.goesTo.${type.to}`)}</Row>
      <Row word={t('notices.preview.secretariat')}>
        {t(type.secretariat ? 'notices.preview.reads' : 'notices.preview.readsNot')}
      </Row>
      <Row word={t('notices.preview.receipts')}>{t(`notices.toldTo.${type.receipts}`)}</Row>
      <Row word={t('notices.preview.answers')}>{t(`notices.toldTo.${type.answers}`)}</Row>
      <Row word={t('notices.define.restricted')}>{t(`notices.define.restricted.${type.restricted}`)}</Row>
      <Row word={t('notices.define.timing')}>{timingWords(speech, type.timing, type.fields)}</Row>
      <Row word={t('notices.define.acknowledgeHours')}>{hours(type.acknowledgeHours)}</Row>
      <Row word={t('notices.define.answerHours')}>{hours(type.answerHours)}</Row>
    </dl>
  )
}

const AgreementShown = ({ agreement, type, asking }: TypeProps & { readonly agreement: AgreementShape }) => {
  const speech = useNoticesWords()
  const { t, name, list, number } = speech
  const hours = useHours()
  const { members, thresholds, timing, acknowledgeHours, answerHours, source } = agreement
  const called = (field: string): string => name(type.fields.find(each => each.field === field)?.name, field)
  return (
    <li className="stack" data-gap="small">
      <p>
        <b>
          <bdi>{name(agreement.name, agreement.agreement)}</bdi>
        </b>{' '}
        <SourceMark source={source} of={name(agreement.name, agreement.agreement)} />
      </p>
      <dl className="facts small">
        <Row word={t('notices.agreement.binds')}>
          {members.length === 0
            ? t('notices.agreement.everybody')
            : list(members.map(member => partyName(asking.house, speech, member)))}
        </Row>
        {thresholds.length > 0 && (
          <Row word={t('notices.agreement.from')}>
            {list(thresholds.map(({ field, atLeast }) => `${called(field)}: ${number(atLeast)}`))}
          </Row>
        )}
        <Row word={t('notices.define.timing')}>{timingWords(speech, timing, type.fields)}</Row>
        {acknowledgeHours !== undefined && (
          <Row word={t('notices.define.acknowledgeHours')}>{hours(acknowledgeHours)}</Row>
        )}
        {answerHours !== undefined && <Row word={t('notices.define.answerHours')}>{hours(answerHours)}</Row>}
      </dl>
    </li>
  )
}

const Fields = ({ type }: { readonly type: Type }) => {
  const { t, name } = useNoticesWords()
  return (
    <ul className="x-fieldlist">
      {type.fields.map(field => (
        <li key={field.field}>
          <bdi>{name(field.name, field.field)}</bdi>{' '}
          <span className="small soft">
            {t(`notices.fieldKind.${field.kind}`)}
            {field.unit !== undefined && `, ${field.unit}`}
            {!field.required && ` · ${t('notices.optional')}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

const Acts = ({ asking, type }: TypeProps) => {
  const { t, name } = useNoticesWords()
  const shape = type as NoticeTypeShape
  const called = name(type.name, type.noticeType)
  return (
    <p className="row">
      <Opens size="small" words={t('notices.define.again')} of={called}>
        {close => <DefineDialog asking={asking} type={shape} onClose={close} />}
      </Opens>
      <Opens size="small" kind="quiet" words={t('notices.retire')} of={called}>
        {close => <RetireDialog asking={asking} type={shape} onClose={close} />}
      </Opens>
    </p>
  )
}

const TypeShown = ({ asking, type }: TypeProps) => {
  const { t, name, instant } = useNoticesWords()
  const { as } = useRoom()
  const called = name(type.name, type.noticeType)
  return (
    <li className="card stack" data-gap="small">
      <h2>
        <bdi>{called}</bdi> <SourceMark source={type.source} of={called} />
      </h2>
      {type.about !== undefined && (
        <p className="soft" dir="auto">
          {name(type.about)}
        </p>
      )}
      {type.retired !== undefined && (
        <p>
          {t('notices.retiredAt', { at: instant(type.retired.at, 'date') })} <bdi>{type.retired.reason}</bdi>
        </p>
      )}
      <details className="x-more">
        <summary>{t('notices.type.details', { n: type.fields.length })}</summary>
        <div className="stack">
          <Terms type={type} />
          <div>
            <h3>{t('notices.define.fields')}</h3>
            <Fields type={type} />
          </div>
          {type.agreements.length > 0 && (
            <div>
              <h3>{t('notices.agreements')}</h3>
              <ul className="list">
                {type.agreements.map(agreement => (
                  <AgreementShown
                    key={agreement.agreement}
                    agreement={agreement}
                    type={type}
                    asking={asking}
                  />
                ))}
              </ul>
            </div>
          )}
        </div>
      </details>
      {as?.kind === 'secretariat' && type.retired === undefined && <Acts asking={asking} type={type} />}
    </li>
  )
}

const Fetched = () => {
  const house = useSlice()
  const { data, isError } = useView<TypesAnswer>('/api/notices/types')
  if (house === undefined || data === undefined) return <Awaited failed={isError} />
  const asking = { house, state: withTypes(data) }
  const inUseFirst = data.types.toSorted(
    (a, b) => Number(a.retired !== undefined) - Number(b.retired !== undefined),
  )
  return (
    <ul className="x-typelist">
      {inUseFirst.map(type => (
        <TypeShown key={type.noticeType} asking={asking} type={type} />
      ))}
    </ul>
  )
}

const Define = () => {
  const { t } = useNoticesWords()
  const { as } = useRoom()
  const house = useSlice()
  const { data } = useView<TypesAnswer>(as?.kind === 'secretariat' ? '/api/notices/types' : null)
  if (house === undefined || data === undefined) return null
  return (
    <Opens kind="primary" words={t('notices.define')}>
      {close => <DefineDialog asking={{ house, state: withTypes(data) }} onClose={close} />}
    </Opens>
  )
}

/** The types of notice: what each asks, to whom it goes, and by when things are due. */
export const TypesScene = () => (
  <RoomPage here="types" act={<Define />}>
    <Fetched />
  </RoomPage>
)
