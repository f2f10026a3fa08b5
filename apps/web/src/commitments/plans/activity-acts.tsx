import { type ReactNode, useState } from 'react'
import { ActButton } from '../../acting/act-button.tsx'
import { ProblemShown } from '../../acting/problem-shown.tsx'
import { type Sending, useSend } from '../../acting/use-send.ts'
import type { Intent } from '../../live/room.ts'
import { useRoom } from '../../live/use-room.tsx'
import { useWords } from '../../words/use-words.tsx'
import { CarryDialog, ChangeDialog, WithdrawDialog } from './activity-dialogs.tsx'
import { courseOf, isTheirs } from './course.ts'
import { RecordDialog } from './record-dialog.tsx'
import type { ActivityRow, CardProps } from './shapes.ts'

type Open = 'tell' | 'change' | 'withdraw' | 'carry' | null

/** What the rules are asked of a button that opens a form: the act with what would be in it at best. */
const asked = ({ id, planned }: ActivityRow, open: NonNullable<Open>): Intent => {
  const reason = '…'
  switch (open) {
    case 'tell':
      return {
        type: 'commitments.recordActivity',
        body: {
          activity: id,
          happened: { status: 'cancelled', participants: [], outcome: '', documents: [] },
        },
      }
    case 'change':
      return { type: 'commitments.changeActivity', body: { activity: id, planned, reason } }
    default:
      return { type: 'commitments.withdrawActivity', body: { activity: id, reason } }
  }
}

interface OwnProps extends CardProps {
  readonly sending: Sending
}

/** What its proposer, its host, the coordinator of its area and the secretariat do about it. */
const OwnActs = ({ state, activity, plan, plans, today, sending }: OwnProps) => {
  const { t } = useWords()
  const [open, setOpen] = useState<Open>(null)
  const close = (): void => setOpen(null)
  const button = (what: NonNullable<Open>, words: ReactNode, first = false) => (
    <ActButton
      state={state}
      sending={sending}
      intent={asked(activity, what)}
      size="small"
      kind={first ? 'plain' : 'quiet'}
      instead={() => setOpen(what)}
    >
      {words}
    </ActButton>
  )
  const takers = plans.filter(
    ({ id, stage, body }) => id !== plan.id && stage === 'proposals' && body === plan.body,
  )
  return (
    <>
      {plan.decision !== null &&
        button('tell', t('plans.tell'), courseOf(activity, plan, today) === 'untold')}
      {button('change', t('plans.change'), plan.decision === null)}
      {(plan.decision !== null || takers.length > 0) && button('carry', t('plans.carry'))}
      {button('withdraw', t('plans.withdraw'))}
      {open === 'tell' && <RecordDialog state={state} activity={activity} onClose={close} />}
      {open === 'change' && <ChangeDialog state={state} activity={activity} onClose={close} />}
      {open === 'withdraw' && <WithdrawDialog state={state} activity={activity} onClose={close} />}
      {open === 'carry' && <CarryDialog state={state} activity={activity} plans={takers} onClose={close} />}
    </>
  )
}

/** What may be done about an activity: offered to everybody who ever could, closed by its rule where it cannot be now. */
export const ActivityActs = (props: CardProps) => {
  const { state, activity } = props
  const { t } = useWords()
  const { as } = useRoom()
  const sending = useSend()
  const settled = activity.withdrawn !== null || activity.happened?.status === 'held'
  const mayHost = as?.kind === 'delegate' && activity.planned.host === null
  const theirs = isTheirs(as, activity)
  if (settled || !(mayHost || theirs)) return null
  return (
    <>
      <div className="row no-print">
        {mayHost && (
          <ActButton
            state={state}
            sending={sending}
            size="small"
            kind="primary"
            intent={{
              type: 'commitments.offerToHost',
              body: { activity: activity.id, member: as.member },
            }}
          >
            {t('plans.offer')}
          </ActButton>
        )}
        {theirs && <OwnActs {...props} sending={sending} />}
      </div>
      <ProblemShown problem={sending.problem} />
    </>
  )
}
