import type { DomainState } from '@gavel/domain'
import type { ActivityId, PlanId } from '@gavel/kernel'
import { useState } from 'react'
import { Choice, Lines } from '../../decisions/fields.tsx'
import { ReasonDialog } from '../../decisions/reason-dialog.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { useKept } from '../../kit/kept.ts'
import { freshId } from '../../live/room.ts'
import { useRoom } from '../../live/use-room.tsx'
import { useWords } from '../../words/use-words.tsx'
import { DialogFoot } from '../dialog-foot.tsx'
import { useKeptForm } from '../kept-form.ts'
import { emptyPlanned, formOf, PlannedFields, plannedOf } from './activity-form.tsx'
import type { ActivityRow, PlanRow } from './shapes.ts'

interface ProposeProps {
  readonly state: DomainState
  readonly plan: PlanRow
  readonly onClose: () => void
}

/** C-7. An activity is proposed for a plan. A delegation begins with itself as the host. */
export const ProposeDialog = ({ state, plan, onClose }: ProposeProps) => {
  const { t } = useWords()
  const { as } = useRoom()
  const [activity] = useState(() => freshId('act') as ActivityId)
  const {
    value: form,
    change,
    forget,
  } = useKeptForm(`propose.${plan.id}`, {
    ...emptyPlanned,
    host: as?.kind === 'delegate' ? as.member : '',
  })
  return (
    <Dialog title={t('plans.propose')} isOpen onClose={onClose} wide deliberate>
      <div className="stack">
        <PlannedFields state={state} form={form} change={change} />
        <DialogFoot
          state={state}
          onClose={onClose}
          intent={{
            type: 'commitments.proposeActivity',
            body: { activity, plan: plan.id, planned: plannedOf(form) },
          }}
          done={forget}
          confirm={t('plans.propose')}
        />
      </div>
    </Dialog>
  )
}

interface ActivityProps {
  readonly state: DomainState
  readonly activity: ActivityRow
  readonly onClose: () => void
}

/** C-9. A change says why; what was planned before stays to be seen. */
export const ChangeDialog = ({ state, activity, onClose }: ActivityProps) => {
  const { t } = useWords()
  const {
    value: form,
    change,
    forget,
  } = useKeptForm(`change.${activity.id}`, {
    ...formOf(activity.planned),
    reason: '',
  })
  const { reason, ...written } = form
  return (
    <Dialog title={t('plans.change')} isOpen onClose={onClose} wide deliberate>
      <div className="stack">
        <PlannedFields state={state} form={written} change={change} />
        <Lines label={t('plans.reason')} value={reason} onChange={value => change({ reason: value })} />
        <DialogFoot
          state={state}
          onClose={onClose}
          intent={{
            type: 'commitments.changeActivity',
            body: { activity: activity.id, planned: plannedOf(written), reason: reason.trim() },
          }}
          done={forget}
          confirm={t('plans.change')}
        />
      </div>
    </Dialog>
  )
}

/** C-9. It is withdrawn with a reason, and stays to be seen as what it was. */
export const WithdrawDialog = ({ state, activity, onClose }: ActivityProps) => {
  const { t } = useWords()
  return (
    <ReasonDialog
      state={state}
      title={t('plans.withdraw')}
      lead={t('plans.withdraw.lead')}
      label={t('plans.reason')}
      name={`withdraw.${activity.id}`}
      grave
      intentWith={reason => ({
        type: 'commitments.withdrawActivity',
        body: { activity: activity.id, reason },
      })}
      onClose={onClose}
    />
  )
}

interface CarryProps extends ActivityProps {
  /** Plans that take proposals still. */
  readonly plans: readonly PlanRow[]
}

/** C-14. What was not held is carried into another plan. */
export const CarryDialog = ({ state, activity, plans, onClose }: CarryProps) => {
  const { t } = useWords()
  const [plan, setPlan] = useState<string>(plans[0]?.id ?? '')
  const [reason, keep, forget] = useKept(`carry.${activity.id}`)
  return (
    <Dialog title={t('plans.carry')} isOpen onClose={onClose}>
      <div className="stack">
        <p className="soft">{t(plans.length === 0 ? 'plans.carry.nowhere' : 'plans.carry.lead')}</p>
        {plans.length > 0 && (
          <>
            <Choice
              label={t('plans.carry.into')}
              value={plan}
              onChange={setPlan}
              options={plans.map(({ id, title }) => [id, title])}
            />
            <Lines label={t('plans.reason')} value={reason} onChange={keep} />
          </>
        )}
        <DialogFoot
          state={state}
          onClose={onClose}
          intent={{
            type: 'commitments.carryActivity',
            body: { activity: activity.id, plan: plan as PlanId, reason: reason.trim() },
          }}
          done={forget}
          confirm={t('plans.carry')}
        />
      </div>
    </Dialog>
  )
}
