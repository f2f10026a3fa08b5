import type { DomainState } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import { useState } from 'react'
import { Link } from 'wouter'
import { ActButton } from '../../acting/act-button.tsx'
import { ProblemShown } from '../../acting/problem-shown.tsx'
import { useSend } from '../../acting/use-send.ts'
import { Button } from '../../kit/button.tsx'
import { useRoom } from '../../live/use-room.tsx'
import { useWords } from '../../words/use-words.tsx'
import { courseOf, standsIn } from './course.ts'
import { useDecisionOn } from './decision-on.ts'
import { LayingDialog } from './laying.tsx'
import type { ActivityRow, PlanRow } from './shapes.ts'
import { DecisionLine, Step, Steps } from './steps.tsx'

interface StepsProps {
  readonly state: DomainState
  readonly plan: PlanRow
  readonly activities: readonly ActivityRow[]
  readonly today: string
  readonly now: Instant
}

const leads = (as: ReturnType<typeof useRoom>['as'], { body }: PlanRow): boolean =>
  as?.kind === 'secretariat' || (as?.kind === 'chair' && as.body === body)

const Proposals = ({ plan, activities, today }: StepsProps) => {
  const { t } = useWords()
  const own = activities.filter(one => standsIn(one, plan.id))
  const sought = own.filter(one => courseOf(one, { ...plan, decision: null }, today) === 'sought').length
  return (
    <Step title={t('plans.step.proposals')} stand={plan.stage === 'proposals' ? 'now' : 'done'}>
      <p>{t('plans.activities', { n: own.length })}</p>
      {sought > 0 && <p>{t('plans.sought', { n: sought })}</p>}
    </Step>
  )
}

const Laid = ({ state, plan }: StepsProps) => {
  const { t } = useWords()
  const { as } = useRoom()
  const [open, setOpen] = useState(false)
  return (
    <Step
      title={t('plans.step.laid')}
      stand={plan.stage === 'proposals' ? 'later' : plan.stage === 'laid' ? 'now' : 'done'}
    >
      {plan.text === null ? (
        <p className="soft">{t('plans.step.laid.not')}</p>
      ) : (
        <p>
          <Link href={`/texts/${encodeURIComponent(plan.text)}`}>{t('plans.theText')}</Link>
        </p>
      )}
      {plan.decision === null && leads(as, plan) && (
        <p className="no-print">
          <Button size="small" kind={plan.text === null ? 'primary' : 'quiet'} onPress={() => setOpen(true)}>
            {t(plan.text === null ? 'plans.lay' : 'plans.layAgain')}
          </Button>
        </p>
      )}
      {open && <LayingDialog state={state} plan={plan} onClose={() => setOpen(false)} />}
    </Step>
  )
}

const Adopted = ({ state: base, plan, now }: StepsProps) => {
  const { t } = useWords()
  const { as } = useRoom()
  const sending = useSend()
  const { state, decision, adopted } = useDecisionOn(base, plan.text, plan.decision, now)
  const stand = plan.stage === 'adopted' ? 'done' : adopted || decision !== undefined ? 'now' : 'later'
  return (
    <Step title={t('plans.step.adopted')} stand={stand}>
      {decision === undefined ? (
        <p className="soft">{t('plans.step.adopted.not')}</p>
      ) : (
        <DecisionLine decision={decision} now={now} />
      )}
      {plan.stage === 'laid' && decision === undefined && as?.kind === 'chair' && (
        <p>
          <Link href="/decisions">{t('plans.toDecision')}</Link>
        </p>
      )}
      {plan.stage === 'laid' && decision !== undefined && leads(as, plan) && (
        <p className="no-print">
          <ActButton
            state={state}
            sending={sending}
            size="small"
            kind="primary"
            intent={{ type: 'commitments.adoptPlan', body: { plan: plan.id, decision: decision.id } }}
          >
            {t('plans.adopt')}
          </ActButton>
        </p>
      )}
      <ProblemShown problem={sending.problem} />
    </Step>
  )
}

/** From proposals to a plan that is carried out: where it stands, and what comes next. */
export const PlanSteps = (props: StepsProps) => {
  const { t } = useWords()
  const { plan, activities, today } = props
  const own = activities.filter(one => standsIn(one, plan.id))
  const untold = own.filter(one => courseOf(one, plan, today) === 'untold').length
  const open = own.some(one => ['toCome', 'untold', 'postponed'].includes(courseOf(one, plan, today)))
  return (
    <Steps>
      <Proposals {...props} />
      <Laid {...props} />
      <Adopted {...props} />
      <Step
        title={t('plans.step.tracked')}
        stand={plan.stage !== 'adopted' ? 'later' : open ? 'now' : 'done'}
      >
        {plan.stage !== 'adopted' ? (
          <p className="soft">{t('plans.step.tracked.not')}</p>
        ) : (
          <p>{untold > 0 ? t('plans.untold', { n: untold }) : t('plans.untold.none')}</p>
        )}
      </Step>
    </Steps>
  )
}
