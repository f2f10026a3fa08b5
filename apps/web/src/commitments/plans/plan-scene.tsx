import '../../styles/plans.css'
import { commitments as chapter, type DomainState } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { Tick } from '../../decisions/fields.tsx'
import { Button } from '../../kit/button.tsx'
import { Missing } from '../../kit/missing.tsx'
import { useClosedWords } from '../../kit/refusal.tsx'
import { Declined } from '../../live/request.ts'
import { type Intent, whyClosed } from '../../live/room.ts'
import { useNow, useRoom, useSlice } from '../../live/use-room.tsx'
import { useView } from '../../live/use-view.ts'
import { bodyName, dimensionName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import { withPlan, withPlans } from '../asked-state.ts'
import { ActivityCard } from './activity-card.tsx'
import { ProposeDialog } from './activity-dialogs.tsx'
import { emptyPlanned, plannedOf } from './activity-form.tsx'
import { byDimension, standsIn } from './course.ts'
import { PlanSteps } from './plan-steps.tsx'
import { areaName } from './plan-words.ts'
import { StageBadge } from './plans-scene.tsx'
import type { ActivityRow, PlanAnswer, PlanRow, PlansAnswer } from './shapes.ts'
import { YearStrip } from './year-strip.tsx'

interface WholeProps {
  readonly state: DomainState
  readonly plan: PlanRow
  readonly activities: readonly ActivityRow[]
  readonly plans: readonly PlanRow[]
  readonly today: string
  readonly now: Instant
}

/** Who may ever propose an activity (C-7). */
const proposers = new Set(['delegate', 'coordinator', 'secretariat'])

/** The rule that closes a proposal as such: asked with one that has everything a proposal needs. */
const anyProposal = (
  state: DomainState,
  plan: PlanRow,
  today: string,
  as: ReturnType<typeof useRoom>['as'],
): Intent => ({
  type: 'commitments.proposeActivity',
  body: {
    activity: 'activity-to-be' as ActivityRow['id'],
    plan: plan.id,
    planned: plannedOf({
      ...emptyPlanned,
      title: '…',
      aim: '…',
      area: as?.kind === 'coordinator' ? as.area : (state.institution.areaOrder[0] ?? ''),
      from: today,
      until: today,
    }),
  },
})

const Propose = ({ state, plan, today }: WholeProps) => {
  const { t } = useWords()
  const room = useRoom()
  const closedWords = useClosedWords()
  const [open, setOpen] = useState(false)
  if (room.as === null || !proposers.has(room.as.kind)) return null
  const closed = closedWords(whyClosed(room, state, anyProposal(state, plan, today, room.as)))
  return (
    <>
      <Button
        kind={plan.stage === 'proposals' ? 'primary' : 'plain'}
        {...(closed === undefined ? {} : { closed })}
        onPress={() => setOpen(true)}
      >
        {t('plans.propose')}
      </Button>
      {open && <ProposeDialog state={state} plan={plan} onClose={() => setOpen(false)} />}
    </>
  )
}

/** What stands in the plan, under its dimensions and areas, those that begin first coming first. */
const Activities = (props: WholeProps) => {
  const { state, plan, activities } = props
  const speech = useWords()
  const { t } = speech
  const [sought, setSought] = useState(false)
  const own = activities.filter(one => standsIn(one, plan.id))
  const seeking = own.filter(({ planned }) => planned.host === null).length
  const shown = sought ? own.filter(({ planned }) => planned.host === null) : own
  return (
    <section className="stack" aria-labelledby="activities">
      <header className="row" data-spread="">
        <h2 id="activities">{t('plans.inPlan')}</h2>
        <div className="row no-print">
          {seeking > 0 && (
            <Tick label={t('plans.onlySought', { n: seeking })} value={sought} onChange={setSought} />
          )}
          <Propose {...props} />
        </div>
      </header>
      {own.length === 0 && <p className="empty">{t('plans.inPlan.none')}</p>}
      {byDimension(state.institution, shown).map(({ dimension, areas }) => (
        <section key={dimension} className="p-dimension">
          {areas.map(({ area, activities: all }) => (
            <section key={area.id} className="p-area" aria-label={areaName(state, speech, area.id)}>
              <h3>
                <bdi>{areaName(state, speech, area.id)}</bdi>{' '}
                {dimensionName(state, speech, dimension) === dimension && (
                  <span className="soft small">{dimension}</span>
                )}
              </h3>
              {all.map(activity => (
                <ActivityCard key={activity.id} {...props} activity={activity} />
              ))}
            </section>
          ))}
        </section>
      ))}
    </section>
  )
}

/** What stood in the plan once: withdrawn, or carried into another. */
const Gone = (props: WholeProps) => {
  const { plan, activities } = props
  const { t } = useWords()
  const gone = activities.filter(one => !standsIn(one, plan.id))
  if (gone.length === 0) return null
  return (
    <details className="card">
      <summary>{t('plans.gone', { n: gone.length })}</summary>
      <h2 className="spoken">{t('plans.gone', { n: gone.length })}</h2>
      <h3 className="spoken">{t('plans.inPlan')}</h3>
      {gone.map(activity => (
        <ActivityCard key={activity.id} {...props} activity={activity} withArea />
      ))}
    </details>
  )
}

const Whole = (props: WholeProps) => {
  const { state, plan, activities, today } = props
  const speech = useWords()
  const { t } = speech
  useEffect(() => {
    document.title = plan.title
    const { hash } = location
    // An address may name an activity: the page had to come first.
    if (hash.startsWith('#a-')) document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView()
  }, [plan.title])
  return (
    <div className="page">
      <header className="stack" data-gap="small">
        <p className="small no-print">
          <Link href="/plans">{t('plans.heading')}</Link>
        </p>
        <h1>
          <bdi>{plan.title}</bdi>
        </h1>
        <p className="row small soft">
          <StageBadge stage={plan.stage} />
          <bdi>{bodyName(state, speech, plan.body)}</bdi>
        </p>
      </header>
      <PlanSteps {...props} />
      {activities.some(one => standsIn(one, plan.id)) && (
        <YearStrip plan={plan} activities={activities} today={today} />
      )}
      <Activities {...props} />
      <Gone {...props} />
    </div>
  )
}

/** The plan of a year: from proposals to what became of each activity. */
export const PlanScene = ({ id }: { readonly id: string }) => {
  const { t } = useWords()
  const slice = useSlice()
  const now = useNow(30_000)
  const { data, error } = useView<PlanAnswer>(`/api/plans/${encodeURIComponent(id)}`)
  const { data: all } = useView<PlansAnswer>('/api/plans')
  if (error instanceof Declined && error.problem.status === 404) return <Missing />
  if (slice === undefined || data === undefined)
    return (
      <p className="busy" role="status">
        {error === null ? t('app.loading') : t('app.failed')}
      </p>
    )
  const plans = all?.plans ?? []
  const state = withPlan(withPlans(slice, plans), data)
  return (
    <Whole
      state={state}
      plan={data.plan}
      activities={data.activities}
      plans={plans}
      today={chapter.today(slice, now)}
      now={now}
    />
  )
}
