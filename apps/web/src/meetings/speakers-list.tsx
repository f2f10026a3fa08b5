import type { meetings } from '@gavel/domain'
import { useState } from 'react'
import { ActButton } from '../acting/act-button.tsx'
import { Button } from '../kit/button.tsx'
import type { Intent } from '../live/room.ts'
import { useWords } from '../words/use-words.tsx'
import { type AtHand, steers } from './at-hand.ts'
import { LimitsDialog } from './limits-dialog.tsx'
import { ListDialog } from './list-dialog.tsx'
import { inOtherOrder } from './next-step.ts'
import { speakerWords } from './roles.ts'

type List = ReturnType<typeof meetings.listOf>
interface ListProps extends AtHand {
  readonly list: List
}

const orders = (meeting: string, { item, requests }: List, request: string, step: -1 | 1): Intent => ({
  type: 'meetings.orderList',
  body: {
    meeting: meeting as AtHand['meeting']['id'],
    item,
    order: inOtherOrder(
      requests.map(each => each.request),
      request as List['requests'][number]['request'],
      step,
    ),
  },
})

/** What the chair and the secretariat can do with somebody on the list. */
const RowActs = ({
  state,
  meeting,
  role,
  sending,
  list,
  at,
  name,
}: ListProps & { readonly at: number; readonly name: string }) => {
  const { t } = useWords()
  const { request } = list.requests[at]!
  const move = (step: -1 | 1) => (
    <Button
      size="small"
      kind="quiet"
      aria-label={t(step === -1 ? 'floor.list.up' : 'floor.list.down', { speaker: name })}
      onPress={() => void sending.send(orders(meeting.id, list, request, step))}
    >
      {step === -1 ? '↑' : '↓'}
    </Button>
  )
  return (
    <span className="m-row-acts">
      {role === 'chair' && at > 0 && move(-1)}
      {role === 'chair' && at < list.requests.length - 1 && move(1)}
      <Button
        size="small"
        kind="quiet"
        aria-label={t('floor.list.strike', { speaker: name })}
        onPress={() =>
          void sending.send({
            type: 'meetings.leaveList',
            body: { meeting: meeting.id, item: list.item, request },
          })
        }
      >
        ✕
      </Button>
      {role === 'chair' && at === 0 && meeting.speaking === null && (
        <ActButton
          state={state}
          sending={sending}
          size="small"
          intent={{ type: 'meetings.giveFloor', body: { meeting: meeting.id, request } }}
        >
          {t('floor.give', { speaker: name })}
        </ActButton>
      )}
    </span>
  )
}

const Rows = (props: ListProps) => {
  const speech = useWords()
  const { t } = speech
  const { state, meeting, list } = props
  return (
    <ol className="m-list">
      {list.requests.map(({ request, speaker, kind, rank }, at) => {
        const name = speakerWords(state, speech, speaker)
        const away = speaker.kind === 'member' && !meeting.present.includes(speaker.member)
        return (
          <li key={request}>
            <span className="m-number">{at + 1}</span>
            <span className="m-listed">
              <bdi>{name}</bdi>
              {kind === 'reply' && <span className="badge">{t('floor.reply')}</span>}
              {rank !== undefined && (
                <span className="soft small">{t(`floor.rank.${rank as 'minister'}`)}</span>
              )}
              {away && <span className="soft small">{t('floor.list.absent')}</span>}
            </span>
            {steers(props) && <RowActs {...props} at={at} name={name} />}
          </li>
        )
      })}
    </ol>
  )
}

/** What the chair does with the list as a whole. */
const ListActs = (props: ListProps) => {
  const { t } = useWords()
  const { state, meeting, role, sending, list } = props
  const [open, setOpen] = useState<'add' | 'limits'>()
  const at = { meeting: meeting.id, item: list.item }
  const close = (): void => setOpen(undefined)
  return (
    <p className="row">
      <Button size="small" onPress={() => setOpen('add')}>
        {t('floor.list.add')}
      </Button>
      {role === 'chair' && (
        <>
          <ActButton
            state={state}
            sending={sending}
            size="small"
            intent={{ type: list.closed ? 'meetings.reopenList' : 'meetings.closeList', body: at }}
          >
            {t(list.closed ? 'floor.list.reopen' : 'floor.list.close')}
          </ActButton>
          <Button size="small" onPress={() => setOpen('limits')}>
            {t('floor.limits')}
          </Button>
        </>
      )}
      {open === 'add' && <ListDialog {...props} item={list.item} onClose={close} />}
      {open === 'limits' && <LimitsDialog {...props} item={list.item} onClose={close} />}
    </p>
  )
}

/** Who waits for the floor, in order. */
export const SpeakersList = (props: ListProps) => {
  const { t } = useWords()
  const { list, meeting } = props
  const stand = list.debateClosed
    ? 'floor.list.debateClosed'
    : list.closed
      ? 'floor.list.closed'
      : 'floor.list.open'
  return (
    <div className="stack" data-gap="small">
      <h3 className="m-list-title">{t('floor.list', { number: list.item })}</h3>
      <p className="small soft" aria-live="polite">
        {t('floor.list.waiting', { n: list.requests.length })} · {t(stand)}
      </p>
      {list.requests.length > 0 && <Rows {...props} />}
      {steers(props) && meeting.status !== 'closed' && <ListActs {...props} />}
    </div>
  )
}
