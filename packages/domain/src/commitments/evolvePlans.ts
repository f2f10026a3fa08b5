import { emptyTable, get, type Instant, put } from '@gavel/kernel'
import { unknownEvent } from '../event.ts'
import type { MeasureRef } from './acts.ts'
import type { CommitmentsEventOf } from './events.ts'
import type { Activity, Agreement, CommitmentsState, Plan } from './state.ts'

/** What happens to the catalogue, to plans and to activities. */
type PlanEvent = CommitmentsEventOf<
  | 'commitments.catalogueOpened'
  | 'commitments.measureRecorded'
  | 'commitments.measureAgreedTo'
  | 'commitments.measureLeft'
  | 'commitments.coordinatorAppointed'
  | 'commitments.paperRecorded'
  | 'commitments.planOpened'
  | 'commitments.activityProposed'
  | 'commitments.activityChanged'
  | 'commitments.activityWithdrawn'
  | 'commitments.planLaid'
  | 'commitments.planAdopted'
  | 'commitments.activityRecorded'
  | 'commitments.activityCarried'
>

const onMeasure = (
  own: CommitmentsState,
  { catalogue, measure }: MeasureRef,
  next: (agreed: readonly Agreement[]) => readonly Agreement[],
): CommitmentsState => {
  const edition = get(own.catalogues, catalogue)
  const found = edition && get(edition.measures, measure)
  if (edition === undefined || found === undefined) throw new TypeError(`no measure ${catalogue} ${measure}`)
  const measures = put(edition.measures, measure, { ...found, agreed: next(found.agreed) })
  return { ...own, catalogues: put(own.catalogues, catalogue, { ...edition, measures }) }
}

const recorded = (
  own: CommitmentsState,
  { catalogue, measure }: CommitmentsEventOf<'commitments.measureRecorded'>,
): CommitmentsState => {
  const edition = get(own.catalogues, catalogue)
  if (edition === undefined) throw new TypeError(`no catalogue ${catalogue}`)
  const next = {
    ...edition,
    measures: put(edition.measures, measure.measure, { ...measure, agreed: [] }),
    order: [...edition.order, measure.measure],
  }
  return { ...own, catalogues: put(own.catalogues, catalogue, next) }
}

const onPlan = (own: CommitmentsState, id: string, next: (plan: Plan) => Partial<Plan>): CommitmentsState => {
  const plan = get(own.plans, id)
  if (plan === undefined) throw new TypeError(`no plan ${id}`)
  return { ...own, plans: put(own.plans, id, { ...plan, ...next(plan) }) }
}

const onActivity = (
  own: CommitmentsState,
  id: string,
  next: (activity: Activity) => Partial<Activity>,
): CommitmentsState => {
  const activity = get(own.activities, id)
  if (activity === undefined) throw new TypeError(`no activity ${id}`)
  return { ...own, activities: put(own.activities, id, { ...activity, ...next(activity) }) }
}

const proposed = (
  own: CommitmentsState,
  event: CommitmentsEventOf<'commitments.activityProposed'>,
): CommitmentsState => {
  const { activity: id, plan, planned, proposedBy, at } = event
  const activity: Activity = {
    id,
    plan,
    planned,
    proposedBy,
    at,
    before: [],
    happened: null,
    withdrawn: null,
    carriedFrom: null,
  }
  return onPlan({ ...own, activities: put(own.activities, id, activity) }, plan, ({ activities }) => ({
    activities: [...activities, id],
  }))
}

/** What was put off is carried with its new days: it is not held before them (C-13). */
const onNewDays = (
  { planned, happened, before }: Activity,
  at: Instant,
  reason: string,
): Partial<Activity> => {
  if (happened?.status !== 'postponed' || happened.from === undefined) return {}
  const { from, until = from } = happened
  return { planned: { ...planned, from, until }, before: [...before, { planned, until: at, reason }] }
}

const carried = (
  own: CommitmentsState,
  { activity, from, plan, at, reason }: CommitmentsEventOf<'commitments.activityCarried'>,
): CommitmentsState =>
  onPlan(
    onActivity(own, activity, one => ({
      ...onNewDays(one, at, reason),
      plan,
      carriedFrom: from,
      happened: null,
    })),
    plan,
    ({ activities }) => ({ activities: [...activities, activity] }),
  )

/** Folds what happens to the catalogue, to plans and to activities. */
export const evolvePlan = (own: CommitmentsState, event: PlanEvent): CommitmentsState => {
  switch (event.type) {
    case 'commitments.catalogueOpened': {
      const { catalogue, edition } = event
      const opened = { id: catalogue, ...edition, measures: emptyTable<never>(), order: [] }
      return {
        ...own,
        catalogues: put(own.catalogues, catalogue, opened),
        catalogueOrder: [...own.catalogueOrder, catalogue],
      }
    }
    case 'commitments.measureRecorded':
      return recorded(own, event)
    case 'commitments.measureAgreedTo':
      return onMeasure(own, event, agreed => [...agreed, event.agreement])
    case 'commitments.measureLeft':
      return onMeasure(own, event, agreed =>
        agreed.map(one =>
          one.member === event.member && one.until === undefined ? { ...one, until: event.until } : one,
        ),
      )
    case 'commitments.coordinatorAppointed':
      // The term stands on the register of chapter 1: a reaction puts it there.
      return own
    case 'commitments.paperRecorded':
      return { ...own, papers: [...own.papers, { ...event.paper, at: event.at }] }
    case 'commitments.planOpened': {
      const { plan: id, body, year, title, at } = event
      const plan: Plan = { id, body, year, title, openedAt: at, text: null, decision: null, activities: [] }
      return { ...own, plans: put(own.plans, id, plan), planOrder: [...own.planOrder, id] }
    }
    case 'commitments.activityProposed':
      return proposed(own, event)
    case 'commitments.activityChanged':
      return onActivity(own, event.activity, ({ planned, before }) => ({
        planned: event.planned,
        before: [...before, { planned, until: event.at, reason: event.reason }],
      }))
    case 'commitments.activityWithdrawn':
      return onActivity(own, event.activity, () => ({ withdrawn: { at: event.at, reason: event.reason } }))
    case 'commitments.planLaid':
      return onPlan(own, event.plan, () => ({ text: event.text }))
    case 'commitments.planAdopted':
      return onPlan(own, event.plan, () => ({ decision: event.decision }))
    case 'commitments.activityRecorded':
      return onActivity(own, event.activity, () => ({ happened: { ...event.happened, at: event.at } }))
    case 'commitments.activityCarried':
      return carried(own, event)
    default:
      return unknownEvent(event)
  }
}
