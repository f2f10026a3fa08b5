import type { DeliveriesAnswer, Delivery } from '@gavel/notices/browser'
import { useState } from 'react'
import { useView } from '../../../live/use-view.ts'
import { partyName } from '../../../names/names.ts'
import { Awaited } from '../sections.tsx'
import { useNoticesWords } from '../use-notices-words.ts'
import type { OneProps } from './use-one.ts'

/** Rows of deliveries: by which way, to whom, and what came of it. */
export const DeliveryRows = ({
  house,
  deliveries,
}: {
  readonly house: OneProps['asking']['house']
  readonly deliveries: readonly Delivery[]
}) => {
  const speech = useNoticesWords()
  const { t, instant } = speech
  if (deliveries.length === 0) return <p className="soft">{t('notices.deliveries.none')}</p>
  return (
    <ul className="list">
      {deliveries.map(({ key, member, what, channel, state, attempts, next, to }) => (
        <li key={key} className="row">
          <b>{t(`notices.delivery.${state}`)}</b>
          <span>{t(`notices.delivery.what.${what}`)}</span>
          <bdi>{partyName(house, speech, member)}</bdi>
          <span className="soft">{t(`notices.delivery.${channel}`)}</span>
          <bdi dir="ltr" className="small soft mono x-address">
            {to}
          </bdi>
          <span className="small soft">
            {t('notices.delivery.attempts', { n: attempts.length })}
            {next !== null && ` · ${t('notices.delivery.next', { at: instant(next, 'short') })}`}
          </span>
          {state !== 'delivered' && attempts.length > 0 && (
            <bdi className="small soft">{attempts.at(-1)!.detail}</bdi>
          )}
        </li>
      ))}
    </ul>
  )
}

const Fetched = ({ notice, asking }: OneProps) => {
  const { data, isError } = useView<DeliveriesAnswer>(
    `/api/notices/${encodeURIComponent(notice.id)}/deliveries`,
  )
  if (data === undefined) return <Awaited failed={isError} />
  return <DeliveryRows house={asking.house} deliveries={data.deliveries} />
}

/** How mails and messages to members' servers fared: asked for when somebody looks. */
export const Deliveries = (props: OneProps) => {
  const { t } = useNoticesWords()
  const [open, setOpen] = useState(false)
  return (
    <details className="x-more" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('notices.deliveries')}</summary>
      <div className="stack" data-gap="small">
        <p className="small soft">{t('notices.deliveries.lead')}</p>
        {open && <Fetched {...props} />}
      </div>
    </details>
  )
}
