import '../../styles/plans.css'
import type { DomainState } from '@gavel/domain'
import type { BodyId, PlanId } from '@gavel/kernel'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { Choice, Line } from '../../decisions/fields.tsx'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Badge, Notice } from '../../kit/notice.tsx'
import { freshId } from '../../live/room.ts'
import { useNow, useRoom, useSlice } from '../../live/use-room.tsx'
import { useView } from '../../live/use-view.ts'
import { bodyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import { withPlans } from '../asked-state.ts'
import { DialogFoot } from '../dialog-foot.tsx'
import { Sections } from '../sections.tsx'
import type { PlanRow, PlansAnswer } from './shapes.ts'

interface PlanProps {
  readonly state: DomainState
  readonly plan: PlanRow
}

const stageTones = { proposals: 'accent', laid: 'wait', adopted: 'good' } as const

/** How far a plan has come, in a word. */
export const StageBadge = ({ stage }: Pick<PlanRow, 'stage'>) => {
  const { t } = useWords()
  return <Badge tone={stageTones[stage]}>{t(`plans.stage.${stage}`)}</Badge>
}

const PlanCard = ({ state, plan }: PlanProps) => {
  const speech = useWords()
  const { t } = speech
  const of = (status: string): number => plan.byStatus[status] ?? 0
  const all = of('planned') + of('held') + of('postponed') + of('cancelled')
  return (
    <li className="card p-plan">
      <p className="p-year numeric">{plan.year}</p>
      <div className="stack" data-gap="small">
        <h2>
          <Link href={`/plans/${encodeURIComponent(plan.id)}`}>
            <bdi>{plan.title}</bdi>
          </Link>
        </h2>
        <p className="row small soft">
          <StageBadge stage={plan.stage} />
          <bdi>{bodyName(state, speech, plan.body)}</bdi>
          <span>{t('plans.activities', { n: all })}</span>
          {plan.stage === 'adopted' && <span>{t('plans.heldOf', { held: of('held'), all })}</span>}
        </p>
      </div>
    </li>
  )
}

/** C-6. A chair opens a plan of her own body, the secretariat one of any. */
const OpenPlan = ({ state, onClose }: { readonly state: DomainState; readonly onClose: () => void }) => {
  const speech = useWords()
  const { t } = speech
  const { as } = useRoom()
  const now = useNow(60_000)
  const [plan] = useState(() => freshId('plan') as PlanId)
  const [body, setBody] = useState<string>(() =>
    as?.kind === 'chair' ? as.body : (state.institution.bodyOrder[0] ?? ''),
  )
  const [year, setYear] = useState(() => String(Number(now.slice(0, 4)) + 1))
  const [title, setTitle] = useState<string>()
  const titled = title ?? t('plans.title.of', { year })
  const bodies = as?.kind === 'chair' ? [as.body] : state.institution.bodyOrder
  return (
    <Dialog title={t('plans.open')} isOpen onClose={onClose}>
      <div className="stack">
        <p className="soft">{t('plans.open.lead')}</p>
        <div className="d-pair">
          <Choice
            label={t('plans.body')}
            value={body}
            onChange={setBody}
            options={bodies.map(id => [id, bodyName(state, speech, id)])}
          />
          <Line label={t('plans.year')} value={year} onChange={setYear} />
        </div>
        <Line label={t('plans.name')} value={titled} onChange={setTitle} />
        <DialogFoot
          state={state}
          onClose={onClose}
          intent={{
            type: 'commitments.openPlan',
            body: { plan, body: body as BodyId, year: year.trim(), title: titled.trim() },
          }}
          confirm={t('plans.open')}
        />
      </div>
    </Dialog>
  )
}

/** The plans of the years: the latest first. */
export const PlansScene = () => {
  const { t } = useWords()
  const { as } = useRoom()
  const slice = useSlice()
  const { data } = useView<PlansAnswer>('/api/plans')
  const [opening, setOpening] = useState(false)
  useEffect(() => {
    document.title = t('plans.heading')
  }, [t])
  if (slice === undefined || data === undefined)
    return (
      <p className="busy" role="status">
        {t('app.loading')}
      </p>
    )
  const state = withPlans(slice, data.plans)
  const leads = as?.kind === 'chair' || as?.kind === 'secretariat'
  const plans = data.plans.toSorted((a, b) => (a.year < b.year ? 1 : a.year > b.year ? -1 : 0))
  return (
    <div className="page">
      <header className="stack" data-gap="small">
        <div className="row" data-spread="">
          <h1>{t('plans.heading')}</h1>
          {leads && (
            <Button kind="primary" onPress={() => setOpening(true)}>
              {t('plans.open')}
            </Button>
          )}
        </div>
        <p className="soft p-lead">{t('plans.lead')}</p>
        <Sections here="plans" />
      </header>
      {as === null && <Notice>{t('plans.public')}</Notice>}
      {plans.length === 0 ? (
        <p className="empty">{t(as === null ? 'plans.none.public' : 'plans.none')}</p>
      ) : (
        <ul className="stack">
          {plans.map(plan => (
            <PlanCard key={plan.id} state={state} plan={plan} />
          ))}
        </ul>
      )}
      {opening && <OpenPlan state={state} onClose={() => setOpening(false)} />}
    </div>
  )
}
