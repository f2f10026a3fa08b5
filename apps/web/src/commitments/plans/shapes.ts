import type { commitments as chapter, DomainState } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'

/** A plan as the views answer it: how far it has come, and how many of its activities stand where. */
export type PlanRow = Omit<chapter.Plan, 'activities'> & {
  readonly stage: 'proposals' | 'laid' | 'adopted'
  /** Activities that are in this plan, by `status`. */
  readonly byStatus: Readonly<Record<string, number>>
  /** How many of its activities were carried into another plan. */
  readonly carriedOn: number
}

export type ActivityRow = chapter.Activity & {
  readonly status: 'planned' | 'held' | 'postponed' | 'cancelled' | 'withdrawn'
}

/** `GET /api/plans` */
export interface PlansAnswer {
  readonly plans: readonly PlanRow[]
  readonly now: Instant
}

/** `GET /api/plans/:id` */
export interface PlanAnswer {
  readonly plan: PlanRow
  readonly activities: readonly ActivityRow[]
  readonly now: Instant
}

/** `GET /api/activities` */
export interface ActivitiesAnswer {
  readonly activities: readonly ActivityRow[]
  readonly now: Instant
}

/** One activity as it is shown, with what it is shown among. */
export interface CardProps {
  readonly state: DomainState
  readonly activity: ActivityRow
  readonly plan: PlanRow
  /** All plans the viewer reads: where it may be carried, and what the one it went to is called. */
  readonly plans: readonly PlanRow[]
  readonly today: string
  /** Whether the area is told, where the card does not stand under it. */
  readonly withArea?: boolean
}
