import type { commitments } from '@gavel/domain'
import { get, values } from '@gavel/kernel'
import type { Onlooker } from '../meetings/view.ts'
import { audienceOfPlan } from './catalogue.ts'

/** What became of an activity, in one word. */
const statusOf = ({ happened, withdrawn }: commitments.Activity): string =>
  withdrawn !== null ? 'withdrawn' : (happened?.status ?? 'planned')

export const activityView = (activity: commitments.Activity) => ({ ...activity, status: statusOf(activity) })

/** A plan in a list; undefined for one a reader may not read yet. */
const planRow = (plan: commitments.Plan, { state, readable }: Onlooker) => {
  if (!readable(audienceOfPlan(plan))) return undefined
  const own = plan.activities.map(id => get(state.commitments.activities, id)!)
  const here = own.filter(one => one.plan === plan.id)
  const byStatus: Record<string, number> = {}
  for (const one of here) byStatus[statusOf(one)] = (byStatus[statusOf(one)] ?? 0) + 1
  const { activities: _, ...row } = plan
  return {
    ...row,
    stage: plan.decision !== null ? 'adopted' : plan.text !== null ? 'laid' : 'proposals',
    byStatus,
    carriedOn: own.length - here.length,
  }
}

export const plansList = (onlooker: Onlooker) => ({
  plans: onlooker.state.commitments.planOrder.flatMap(
    id => planRow(get(onlooker.state.commitments.plans, id)!, onlooker) ?? [],
  ),
  now: onlooker.now,
})

/** A plan with its activities, in the order of their first day; those carried into another plan say where they went. */
export const planView = (id: string, onlooker: Onlooker) => {
  const plan = get(onlooker.state.commitments.plans, id)
  const row = plan && planRow(plan, onlooker)
  if (plan === undefined || row === undefined) return undefined
  const activities = plan.activities
    .map(one => activityView(get(onlooker.state.commitments.activities, one)!))
    .sort((a, b) => (a.planned.from < b.planned.from ? -1 : a.planned.from > b.planned.from ? 1 : 0))
  return { plan: row, activities, now: onlooker.now }
}

/** The days an activity took, or is to take: what was told of it goes before what was planned. */
const daysOf = ({ planned, happened }: Pick<commitments.Activity, 'planned' | 'happened'>) =>
  happened?.from === undefined
    ? { from: planned.from, until: planned.until }
    : { from: happened.from, until: happened.until ?? happened.from }

/** Which activities are asked for. `from` and `until`: some day of theirs falls between, as they took place or are to. */
export interface ActivitiesQuery {
  readonly area?: string
  readonly member?: string
  readonly from?: string
  readonly until?: string
}

/** Activities of the plans a reader may read, by their first day. */
export const activitiesList = (onlooker: Onlooker, { area, member, from, until }: ActivitiesQuery) => {
  const { plans, activities } = onlooker.state.commitments
  const found = [...values(activities)].filter(({ plan, planned, happened }) => {
    if (!onlooker.readable(audienceOfPlan(get(plans, plan)))) return false
    if (area !== undefined && planned.area !== area) return false
    if (
      member !== undefined &&
      planned.host !== member &&
      !(happened?.participants ?? []).some(one => one === member)
    )
      return false
    const days = daysOf({ planned, happened })
    return (from === undefined || days.until >= from) && (until === undefined || days.from <= until)
  })
  const rows = found
    .map(activityView)
    .sort((a, b) =>
      a.planned.from === b.planned.from ? (a.id < b.id ? -1 : 1) : a.planned.from < b.planned.from ? -1 : 1,
    )
  return { activities: rows, now: onlooker.now }
}

/**
 * The text of a plan as it would be laid before its body: a heading for each dimension and area, and a numbered
 * paragraph for each activity. Plain text in the notation of drafts, to be brought in like any other.
 */
export const planDraft = (id: string, onlooker: Onlooker): string | undefined => {
  const found = planView(id, onlooker)
  if (found === undefined) return undefined
  const { institution } = onlooker.state
  const lines = [found.plan.title, '']
  let number = 0
  for (const area of institution.areaOrder) {
    const own = found.activities.filter(
      one => one.planned.area === area && one.status !== 'withdrawn' && one.plan === id,
    )
    if (own.length === 0) continue
    lines.push(get(institution.areas, area)!.name.en, '')
    for (const { planned } of own) lines.push(`${++number}. ${activitySentence(planned, onlooker)}`, '')
  }
  return `${lines.join('\n').trimEnd()}\n`
}

const activitySentence = (planned: commitments.Planned, { state }: Onlooker): string => {
  const host = planned.host === null ? 'host sought' : nameOf(planned.host, state)
  const when = planned.from === planned.until ? planned.from : `${planned.from} to ${planned.until}`
  const where = planned.place === undefined ? '' : `, ${planned.place}`
  return `${planned.title} (${host}; ${when}${where}). ${planned.aim.replace(/\s+/g, ' ')}`
}

const nameOf = (member: string, state: Onlooker['state']): string =>
  get(state.institution.parties, member)?.name.en ?? member
