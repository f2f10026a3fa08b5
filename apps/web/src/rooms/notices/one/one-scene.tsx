import type { NoticeAnswer } from '@gavel/notices/browser'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { Missing } from '../../../kit/missing.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { useRoom } from '../../../live/use-room.tsx'
import { partyName } from '../../../names/names.ts'
import { hrefOf, idIn } from '../address.ts'
import { SendingShown } from '../clock.tsx'
import { FieldsShown, InstantShown, ValueShown } from '../fields/fields-shown.tsx'
import { Marks } from '../list/line-shown.tsx'
import { Awaited } from '../sections.tsx'
import { useNoticesWords } from '../use-notices-words.ts'
import { Deliveries } from './deliveries.tsx'
import { Receipts } from './receipts.tsx'
import { OwnPart } from './receiving.tsx'
import { SenderPart } from './sender-part.tsx'
import { type OneProps, useOne } from './use-one.ts'

/** Who reads it: those it goes between, and the secretariat where its type says so. */
const Readers = ({ notice }: { readonly notice: NoticeAnswer }) => {
  const { t } = useNoticesWords()
  return (
    <>
      {t(notice.secretariat ? 'notices.readers.secretariat' : 'notices.readers.parties')}{' '}
      {t(notice.receiptsFor === 'all' ? 'notices.readers.receiptsAll' : 'notices.readers.receiptsSender')}
    </>
  )
}

const Facts = ({ notice, asking }: OneProps) => {
  const speech = useNoticesWords()
  const { t, list } = speech
  const named = (member: string): string => partyName(asking.house, speech, member)
  const rows = [
    ['notices.fact.from', <bdi key="from">{named(notice.from)}</bdi>],
    ['notices.fact.to', <bdi key="to">{list(notice.to.map(named))}</bdi>],
    [
      'notices.fact.sent',
      <span key="sent" className="row">
        <InstantShown at={notice.sentAt} /> <SendingShown clock={notice.sending} />
      </span>,
    ],
    ['notices.fact.readers', <Readers key="readers" notice={notice} />],
  ] as const
  return (
    <dl className="facts">
      {rows.map(([word, shown]) => (
        <div key={word} className="facts-row">
          <dt>{t(word)}</dt>
          <dd>{shown}</dd>
        </div>
      ))}
      {notice.about !== null && (
        <div className="facts-row">
          <dt>{t('notices.fact.about')}</dt>
          <dd>
            <Link href={hrefOf(notice.about)}>
              <bdi dir="ltr" className="mono">
                {notice.about}
              </bdi>
            </Link>
          </dd>
        </div>
      )}
    </dl>
  )
}

/** What became of it: withdrawn or closed, with the reason given. */
const Ended = ({ notice }: { readonly notice: NoticeAnswer }) => {
  const { t, instant } = useNoticesWords()
  if (notice.withdrawn !== null)
    return (
      <Notice tone="warn">
        <p>{t('notices.withdrawnAt', { at: instant(notice.withdrawn.at) })}</p>
        <p dir="auto">{notice.withdrawn.reason}</p>
      </Notice>
    )
  if (notice.closed === null) return null
  return (
    <Notice>
      <p>{t('notices.closedAt', { at: instant(notice.closed.at) })}</p>
      {notice.closed.note !== undefined && <p dir="auto">{notice.closed.note}</p>}
    </Notice>
  )
}

const Changes = ({ notice, asking }: OneProps) => {
  const { t, instant, name } = useNoticesWords()
  if (notice.changes.length === 0) return null
  return (
    <section className="stack" data-gap="small" aria-labelledby="x-changes">
      <h2 id="x-changes">{t('notices.changes')}</h2>
      <ol className="list">
        {notice.changes.map(change => (
          <li key={change.at} className="stack" data-gap="small">
            <p className="row">
              <b>{t(`notices.change.${change.kind}`)}</b>
              <time className="small soft" dateTime={change.at}>
                {instant(change.at, 'short')}
              </time>
            </p>
            <p className="x-words" dir="auto">
              {change.note}
            </p>
            <dl className="facts small">
              {notice.fields
                .filter(({ field }) => Object.hasOwn(change.values, field))
                .map(field => (
                  <div key={field.field} className="facts-row">
                    <dt>
                      <bdi>{name(field.name, field.field)}</bdi>
                    </dt>
                    <dd>
                      <ValueShown house={asking.house} field={field} value={change.values[field.field]!} />
                    </dd>
                  </div>
                ))}
            </dl>
          </li>
        ))}
      </ol>
    </section>
  )
}

const Head = ({ notice }: { readonly notice: NoticeAnswer }) => {
  const { t, name } = useNoticesWords()
  const { as } = useRoom()
  const back = as?.kind === 'delegate' && as.member === notice.from ? '/notices/sent' : '/notices'
  return (
    <header className="stack" data-gap="small">
      <p className="row small">
        <Link href={back}>{t('notices.title')}</Link>
        <bdi className="soft">{name(notice.typeName, notice.noticeType)}</bdi>
        <Marks line={notice} />
      </p>
      <h1>
        <bdi>{notice.title}</bdi>
      </h1>
    </header>
  )
}

const One = ({ notice, asking }: OneProps) => {
  const { t } = useNoticesWords()
  const { as } = useRoom()
  const props = { notice, asking }
  return (
    <div className="page x-page x-one">
      <Head notice={notice} />
      <Ended notice={notice} />
      <OwnPart {...props} />
      <section className="x-official" aria-label={t('notices.content')}>
        <FieldsShown house={asking.house} fields={notice.fields} />
      </section>
      <Facts {...props} />
      <SenderPart {...props} />
      <Changes {...props} />
      <Receipts {...props} />
      {as?.kind === 'delegate' && (
        <p>
          <Link href={`/notices/new?about=${encodeURIComponent(notice.id)}`}>{t('notices.follow')}</Link>
        </p>
      )}
      <Deliveries {...props} />
    </div>
  )
}

/** One notice: what it says, what is owed to it, and who has given what, as far as the viewer is told. */
export const OneScene = ({ id = '' }: { readonly id?: string }) => {
  const found = useOne(idIn(id))
  const title = found.kind === 'found' ? found.notice.title : ''
  useEffect(() => {
    if (title !== '') document.title = title
  }, [title])
  if (found.kind === 'found') return <One notice={found.notice} asking={found.asking} />
  if (found.kind === 'missing') return <Missing />
  return <Awaited failed={found.kind === 'failed'} />
}
