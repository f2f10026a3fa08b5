import { type Capacity, capacityName, type commitments as chapter } from '@gavel/domain'

type Reminder = chapter.Reminder

/** What each of one's capacities is reminded of, as `GET /api/reminders` answers it. */
export interface RemindersAnswer {
  readonly reminders: readonly { readonly as: string; readonly reminders: readonly Reminder[] }[]
}

/** Where a reminder is seen to. */
export const placeOf = ({ kind, on, about }: Reminder): string => {
  const { commitment, report, activity, review, plan, area } = about
  const one = commitment === undefined ? '/commitments' : `/commitments/${encodeURIComponent(commitment)}`
  switch (kind) {
    case 'reportDue':
    case 'reportOverdue':
      return `${one}/report?due=${on}`
    case 'reportWaits':
      return `${one}#inside`
    case 'reportReturned':
      return `${one}/report?again=${encodeURIComponent(report ?? '')}`
    case 'questionWaits':
      return `/reviews/${encodeURIComponent(review ?? '')}`
    case 'recommendationWaits':
      return '/recommendations'
    case 'activityUntold':
      return `/activities#a-${activity ?? ''}`
    case 'planUnadopted':
      return `/plans/${encodeURIComponent(plan ?? '')}`
    case 'termEnds':
      return area === undefined ? '/organisation/bodies' : `/catalogue#area-${area}`
  }
}

/** Whether the day of a reminder is a day by which something is to be done; else it is the day it has waited since. */
export const hasDeadline = ({ kind }: Reminder): boolean =>
  kind === 'reportDue' || kind === 'reportOverdue' || kind === 'termEnds'

/** What is past its day, or was given back: it stands out. */
export const isPressing = ({ kind }: Reminder): boolean =>
  kind === 'reportOverdue' || kind === 'reportReturned'

/** The reminders of the capacity one acts in, and how many wait in one's others. */
export const dividedBy = (
  { reminders }: RemindersAnswer,
  as: Capacity,
): {
  readonly own: readonly Reminder[]
  readonly elsewhere: readonly { readonly as: string; readonly n: number }[]
} => {
  const name = capacityName(as)
  return {
    own: reminders.find(one => one.as === name)?.reminders ?? [],
    elsewhere: reminders
      .filter(one => one.as !== name && one.reminders.length > 0)
      .map(one => ({ as: one.as, n: one.reminders.length })),
  }
}
