import ical, { ICalAlarmType, ICalEventClass, ICalEventStatus, ICalEventTransparency } from 'ical-generator'

/** A calendar as other programs subscribe to it (RFC 5545, 5546, 7986). */
export interface CalendarFile {
  readonly name: string
  readonly events: readonly CalendarEntry[]
}

export interface CalendarEntry {
  /** The same for the same thing for ever, with the authority it is unique under: `meeting-m1@gavel.example.org`. */
  readonly uid: string
  /** Rises with every change. */
  readonly sequence: number
  /** Instants as ISO 8601 in UTC; for a whole day the day, `2026-11-23`. */
  readonly revisedAt: string
  readonly at: string
  readonly until?: string
  readonly allDay: boolean
  readonly title: string
  readonly place?: string
  readonly about?: string
  readonly url?: string
  readonly cancelled: boolean
  /** Whether somebody is busy meanwhile, or only has to know. */
  readonly busy: boolean
  /** Time only is told: what it is, is for those who may read it. */
  readonly restricted: boolean
  /** Seconds before it at which to remind. */
  readonly remindBefore?: number
}

/** No control character ends a line of ours. */
const flat = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim()

const instantOf = (at: string, allDay: boolean): Date =>
  new Date(allDay ? `${at.slice(0, 10)}T00:00:00.000Z` : at)

/** A calendar as iCalendar text. All instants are in UTC, so that no time zone has to be described. */
export const writeCalendar = ({ name, events }: CalendarFile): string => {
  const calendar = ical({
    prodId: { company: 'Gavel', product: 'Gavel', language: 'EN' },
    name: flat(name).replace(/[;,\\]/g, ' '),
    ttl: 3_600,
  })
  for (const event of events) {
    const { allDay, until, place = '', about, url, remindBefore } = event
    const where = flat(place)
    const made = calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: new Date(event.revisedAt),
      start: instantOf(event.at, allDay),
      ...(until === undefined ? {} : { end: instantOf(until, allDay) }),
      allDay,
      summary: flat(event.title),
      ...(where === '' ? {} : { location: { title: where } }),
      ...(about === undefined ? {} : { description: about }),
      ...(url === undefined ? {} : { url }),
      status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: event.busy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
      ...(event.restricted ? { class: ICalEventClass.PRIVATE } : {}),
    })
    if (remindBefore !== undefined && !event.cancelled)
      made.createAlarm({ type: ICalAlarmType.display, trigger: remindBefore })
  }
  return calendar.toString()
}
