/** What the calendar of the organisation tells of: as `/api/calendar` answers it. */
export interface CalendarEvent {
  readonly uid: string
  readonly kind:
    | 'meeting'
    | 'sitting'
    | 'silenceExpires'
    | 'termEnds'
    | 'correctionsEnd'
    | 'activity'
    | 'reportDue'
  readonly title: string
  readonly body: string | null
  /** An instant; a day where `allDay`. */
  readonly at: string
  readonly until: string | null
  readonly allDay: boolean
  readonly place: string | null
  readonly timeZone: string | null
  readonly status: string
  readonly href: string
}

export interface Calendar {
  readonly from: string
  readonly to: string
  readonly events: readonly CalendarEvent[]
  readonly now: string
}

/** Where the application shows what the API tells of at an address. */
export const sceneOf = (href: string): string =>
  href === '/api/bodies' ? '/organisation/bodies' : href.replace(/^\/api/, '')

/** Events by the month in which they fall, in their order. */
export const byMonth = (
  events: readonly CalendarEvent[],
): readonly { readonly month: string; readonly events: readonly CalendarEvent[] }[] => {
  const months = new Map<string, CalendarEvent[]>()
  for (const event of events) {
    const month = event.at.slice(0, 7)
    const before = months.get(month)
    if (before === undefined) months.set(month, [event])
    else before.push(event)
  }
  return [...months].map(([month, found]) => ({ month, events: found }))
}
