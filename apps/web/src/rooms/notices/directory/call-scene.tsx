import type { MemberId } from '@gavel/kernel'
import type { CallAnswer, ContactId, DirectoryAnswer, PingId } from '@gavel/notices/browser'
import { ProblemShown } from '../../../acting/problem-shown.tsx'
import { useSend } from '../../../acting/use-send.ts'
import { Missing } from '../../../kit/missing.tsx'
import { Declined } from '../../../live/request.ts'
import { useRoom, useSlice } from '../../../live/use-room.tsx'
import { useView } from '../../../live/use-view.ts'
import { partyName } from '../../../names/names.ts'
import { type Asking, NoticesButton } from '../acting/notices-button.tsx'
import { NoticesDialog, Opens } from '../acting/notices-dialog.tsx'
import { idIn } from '../address.ts'
import { withCall } from '../asking/state.ts'
import { intends } from '../asking/use-asked.ts'
import { DeliveryRows } from '../one/deliveries.tsx'
import { ReceivedFields, useReceived } from '../one/received-fields.tsx'
import { Awaited, RoomPage } from '../sections.tsx'
import { useNoticesWords } from '../use-notices-words.ts'
import { CallFigures } from './calls-scene.tsx'
import { ReplyShown } from './contact-shown.tsx'

type Called = CallAnswer['replies'][number]

interface RowProps {
  readonly asking: Asking
  readonly call: CallAnswer
  readonly called: Called
}

const named = ({ call, called }: Omit<RowProps, 'asking'>) => ({
  ping: call.id as PingId,
  contact: called.contact as ContactId,
  member: called.member as MemberId,
})

const RecordReply = ({ onClose, ...row }: RowProps & { readonly onClose: () => void }) => {
  const { t } = useNoticesWords()
  const received = useReceived()
  return (
    <NoticesDialog
      {...row.asking}
      title={t('notices.call.record.of', { name: row.called.name })}
      lead={t('notices.record.lead')}
      intent={intends('notices.answerPing', { ...named(row), received: received.received })}
      confirm={t('notices.record.confirm')}
      onClose={onClose}
    >
      <ReceivedFields {...received} />
    </NoticesDialog>
  )
}

/** The delegation answers for its contact; the secretariat records what it was told. */
const Answering = (row: RowProps) => {
  const { t } = useNoticesWords()
  const { as } = useRoom()
  const sending = useSend()
  const { kind } = row.called.reply
  if (kind === 'acknowledged' || kind === 'late') return null
  if (as?.kind === 'secretariat')
    return (
      <Opens size="small" words={t('notices.record')} of={row.called.name}>
        {close => <RecordReply {...row} onClose={close} />}
      </Opens>
    )
  if (as?.kind !== 'delegate' || as.member !== row.called.member) return null
  return (
    <>
      <NoticesButton
        {...row.asking}
        kind="primary"
        intent={intends('notices.answerPing', named(row))}
        sending={sending}
        of={row.called.name}
      >
        {t('notices.call.answer')}
      </NoticesButton>
      <ProblemShown problem={sending.problem} />
    </>
  )
}

const Call = ({ call, asking }: Omit<RowProps, 'called'>) => {
  const speech = useNoticesWords()
  const { t, instant } = speech
  return (
    <>
      <header className="stack" data-gap="small">
        <h2>{t('notices.call.of', { at: instant(call.at) })}</h2>
        <p className="soft">{t('notices.call.replyBy', { at: instant(call.replyBy) })}</p>
        <CallFigures call={call} />
      </header>
      <ul className="x-receipts">
        {call.replies.map(called => (
          <li key={called.contact}>
            <h3>
              <bdi>{partyName(asking.house, speech, called.member)}</bdi>
            </h3>
            <p className="row small soft">
              <bdi>{called.name}</bdi>
              <span>{t(`notices.kind.${called.kind}`)}</span>
            </p>
            <ReplyShown reply={called.reply} />
            {called.how !== null && called.how !== 'here' && (
              <span className="small soft">{t(`notices.how.${called.how as 'telephone'}`)}</span>
            )}
            <div className="row">
              <Answering asking={asking} call={call} called={called} />
            </div>
          </li>
        ))}
      </ul>
      <details className="x-more">
        <summary>{t('notices.deliveries')}</summary>
        <DeliveryRows house={asking.house} deliveries={call.deliveries} />
      </details>
    </>
  )
}

/** One test call: whoever was called, and after how long she answered. */
export const CallScene = ({ id = '' }: { readonly id?: string }) => {
  const house = useSlice()
  const { data: directory } = useView<DirectoryAnswer>('/api/notices/contacts')
  const { data, error } = useView<CallAnswer>(`/api/notices/pings/${encodeURIComponent(idIn(id))}`)
  if (error instanceof Declined && error.problem.status === 404) return <Missing />
  return (
    <RoomPage here="calls">
      {house === undefined || data === undefined || directory === undefined ? (
        <Awaited failed={error !== null} />
      ) : (
        <Call call={data} asking={{ house, state: withCall(data, directory.contacts) }} />
      )}
    </RoomPage>
  )
}
