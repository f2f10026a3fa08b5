import { meetings } from '@gavel/domain'
import type { RequestId } from '@gavel/kernel'
import { useRef, useState } from 'react'
import { ActButton } from '../acting/act-button.tsx'
import { Button } from '../kit/button.tsx'
import { freshId } from '../live/room.ts'
import { useRoom } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'
import type { AtHand } from './at-hand.ts'
import { listInView } from './list-in-view.ts'
import { MoveDialog } from './move-dialog.tsx'
import { RaiseDialog } from './raise-dialog.tsx'
import { ownMember, ownSpeaker } from './roles.ts'

type Request = ReturnType<typeof meetings.listOf>['requests'][number]

const sameSpeaker = (a: meetings.Speaker, b: meetings.Speaker): boolean =>
  meetings.speakerName(a) === meetings.speakerName(b)

interface AskProps extends AtHand {
  readonly speaker: meetings.Speaker
  readonly item: string
  readonly kind: meetings.FloorKind
}

/** Asks for the floor, or to reply; once on the list, says which place it is and lets one withdraw. */
const Ask = ({ state, meeting, sending, speaker, item, kind }: AskProps) => {
  const { t } = useWords()
  const request = useRef(freshId('r') as RequestId)
  const { requests } = meetings.listOf(meeting, item)
  const at = requests.findIndex(each => each.kind === kind && sameSpeaker(each.speaker, speaker))
  const own: Request | undefined = requests[at]
  const isReply = kind === 'reply'
  if (own !== undefined)
    return (
      <ActButton
        state={state}
        sending={sending}
        intent={{ type: 'meetings.leaveList', body: { meeting: meeting.id, item, request: own.request } }}
        done={() => {
          request.current = freshId('r') as RequestId
        }}
      >
        <span className="m-thumb">
          {t(isReply ? 'floor.withdraw.reply' : 'floor.withdraw')}
          <span className="small">{t('floor.list.mine', { n: at + 1 })}</span>
        </span>
      </ActButton>
    )
  return (
    <ActButton
      state={state}
      sending={sending}
      kind={isReply ? 'plain' : 'primary'}
      intent={{
        type: 'meetings.askFloor',
        body: { meeting: meeting.id, item, request: request.current, speaker, kind },
      }}
      done={() => {
        request.current = freshId('r') as RequestId
      }}
    >
      <span className="m-thumb">{t(isReply ? 'floor.ask.reply' : 'floor.ask')}</span>
    </ActButton>
  )
}

const Seat = ({ state, meeting, sending }: AtHand) => {
  const { t } = useWords()
  const { as } = useRoom()
  const member = ownMember(as)
  if (member === undefined) return null
  const there = meeting.present.includes(member)
  return (
    <ActButton
      state={state}
      sending={sending}
      kind={there ? 'quiet' : 'primary'}
      intent={{
        type: 'meetings.recordPresence',
        body: { meeting: meeting.id, member, present: !there },
      }}
    >
      <span className="m-thumb">{t(there ? 'presence.leave' : 'presence.takeSeat')}</span>
    </ActButton>
  )
}

/** Points of order and motions, which a delegation makes in the room. */
const Procedure = ({ state, meeting, now }: AtHand) => {
  const { t } = useWords()
  const [open, setOpen] = useState<'point' | 'motion'>()
  const close = (): void => setOpen(undefined)
  return (
    <>
      <Button onPress={() => setOpen('point')}>
        <span className="m-thumb">{t('point.raise')}</span>
      </Button>
      <Button kind="quiet" onPress={() => setOpen('motion')}>
        <span className="m-thumb">{t('motion.move')}</span>
      </Button>
      {open === 'point' && <RaiseDialog {...{ state, meeting }} onClose={close} />}
      {open === 'motion' && <MoveDialog {...{ state, meeting, now }} onClose={close} />}
    </>
  )
}

const Yield = ({ state, meeting, sending }: AtHand) => {
  const { t } = useWords()
  return (
    <ActButton
      state={state}
      sending={sending}
      kind="primary"
      intent={{ type: 'meetings.endFloor', body: { meeting: meeting.id } }}
    >
      <span className="m-thumb">{t('floor.yield')}</span>
    </ActButton>
  )
}

/**
 * What somebody who takes part does for herself, as large buttons: at the foot of a phone's screen, where a thumb reaches
 * them.
 */
export const OwnPanel = (at: AtHand) => {
  const { t } = useWords()
  const { as } = useRoom()
  const { meeting, role } = at
  const speaker = ownSpeaker(as)
  const item = listInView(meeting)
  if ((role !== 'delegate' && role !== 'observer') || speaker === undefined) return null
  if (meeting.status === 'closed') return null
  const member = ownMember(as)
  const there = member === undefined || meeting.present.includes(member)
  const speaks = meeting.speaking !== null && sameSpeaker(meeting.speaking.speaker, speaker)
  return (
    <section className="m-own no-print" aria-label={t('decision.acts.own')}>
      {speaks && <Yield {...at} />}
      {role === 'delegate' && !there && <Seat {...at} />}
      {there && !speaks && item !== undefined && (
        <Ask {...at} speaker={speaker} item={item} kind="statement" />
      )}
      {role === 'delegate' && there && item !== undefined && meeting.status === 'open' && (
        <Ask {...at} speaker={speaker} item={item} kind="reply" />
      )}
      {role === 'delegate' && there && meeting.status === 'open' && <Procedure {...at} />}
      {role === 'delegate' && there && <Seat {...at} />}
    </section>
  )
}
