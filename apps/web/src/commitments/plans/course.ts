import { type Capacity, capacityName, type institution } from '@gavel/domain'
import { get } from '@gavel/kernel'
import type { ActivityRow, PlanRow } from './shapes.ts'

/**
 * Where an activity stands, as a screen tells it. In a plan that is not adopted a host is found or `sought`; in an adopted
 * one it is to come, or has been told of, or its days have passed and nobody has said a word (`untold`).
 */
export type Course =
  | 'sought'
  | 'hosted'
  | 'toCome'
  | 'held'
  | 'postponed'
  | 'cancelled'
  | 'untold'
  | 'withdrawn'
  | 'carried'

/** The order in which figures and legends name them. */
export const courses = [
  'held',
  'postponed',
  'cancelled',
  'toCome',
  'untold',
  'hosted',
  'sought',
] as const satisfies readonly Course[]

/** A sign of its own for each, so that nothing depends on colour. */
export const signs: { readonly [course in Course]: string } = {
  held: '●',
  postponed: '◐',
  cancelled: '✕',
  toCome: '○',
  untold: '?',
  hosted: '◆',
  sought: '◇',
  withdrawn: '–',
  carried: '→',
}

/** The days an activity took, or is to take: what was told of it goes before what was planned. */
export const daysOf = ({
  planned,
  happened,
}: Pick<ActivityRow, 'planned' | 'happened'>): { readonly from: string; readonly until: string } =>
  happened?.from === undefined
    ? { from: planned.from, until: planned.until }
    : { from: happened.from, until: happened.until ?? happened.from }

/** Where an activity of a plan stands on a day; C-13 says what is told, C-40 when its silence counts. */
export const courseOf = (
  activity: ActivityRow,
  plan: Pick<PlanRow, 'id' | 'decision'>,
  today: string,
): Course => {
  const { withdrawn, happened, planned } = activity
  if (activity.plan !== plan.id) return 'carried'
  if (withdrawn !== null) return 'withdrawn'
  if (plan.decision === null) return planned.host === null ? 'sought' : 'hosted'
  if (happened?.status === 'held' || happened?.status === 'cancelled') return happened.status
  if (daysOf(activity).until < today) return 'untold'
  return happened?.status ?? 'toCome'
}

/** Whether an activity stands in its plan: it was neither withdrawn nor carried elsewhere. */
export const standsIn = (activity: ActivityRow, plan: string): boolean =>
  activity.plan === plan && activity.withdrawn === null

/** Activities by the month of a year they begin in; those that begin in another year come last. */
export const byMonthOf = (
  year: string,
  activities: readonly ActivityRow[],
): { readonly months: readonly (readonly ActivityRow[])[]; readonly others: readonly ActivityRow[] } => ({
  months: Array.from({ length: 12 }, (_, at) => {
    const month = `${year}-${String(at + 1).padStart(2, '0')}`
    return activities.filter(one => daysOf(one).from.startsWith(month))
  }),
  others: activities.filter(one => !daysOf(one).from.startsWith(`${year}-`)),
})

interface AreaOf {
  readonly area: institution.Area
  readonly activities: readonly ActivityRow[]
}

/** Activities under their areas and dimensions, in the order of the register; areas without any are left out. */
export const byDimension = (
  own: institution.InstitutionState,
  activities: readonly ActivityRow[],
): readonly { readonly dimension: string; readonly areas: readonly AreaOf[] }[] => {
  const areas = own.areaOrder
    .map(id => get(own.areas, id)!)
    .map(area => ({ area, activities: activities.filter(({ planned }) => planned.area === area.id) }))
    .filter(({ activities: all }) => all.length > 0)
  const dimensions = [...new Set(areas.map(({ area }) => area.dimension))]
  return dimensions.map(dimension => ({
    dimension,
    areas: areas.filter(({ area }) => area.dimension === dimension),
  }))
}

/** C-9. Whether somebody could ever change an activity and say what became of it, whatever closes it now. */
export const isTheirs = (as: Capacity | null, { planned, proposedBy }: ActivityRow): boolean => {
  if (as === null) return false
  if (as.kind === 'secretariat' || capacityName(as) === proposedBy) return true
  if (as.kind === 'coordinator') return as.area === planned.area
  return as.kind === 'delegate' && as.member === planned.host
}
