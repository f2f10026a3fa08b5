import { createHmac } from 'node:crypto'
import { type CalendarEvent, calendar, trailOf } from '@gavel/application'
import { decisions } from '@gavel/domain'
import { dayMs, later } from '@gavel/kernel'
import { delegationsOf, thePublic } from '../access/viewer.ts'
import type { Context } from '../context.ts'
import { notFound } from '../http/problem.ts'
import { viewedBy } from '../live/shown.ts'
import type { CalendarFile } from '../ports.ts'
import { type Reading, readingBy } from '../views/reading.ts'
import type { FeedWords } from './words.ts'

/** Calendars as files: the public one, a person's own, and the one deadline of a silence. */

type Entry = CalendarFile['events'][number]

/** How far a calendar reaches. */
const reach = { before: 92 * dayMs, after: 731 * dayMs }

/** The name ids are unique under: the record's, which outlives addresses. */
export const authorityOf = ({ vkey, site }: Context): string =>
  (vkey?.split('+', 1)[0] ?? site().host).replace(/[^A-Za-z0-9.-]+/g, '.')

/** The trail of what an event is about; undefined for terms, which have none. */
const trailKey = ({ href }: CalendarEvent): string | undefined => {
  const found = /^\/api\/(meetings|decisions)\/(.+?)(?:\/journal)?$/.exec(href)
  return found === null ? undefined : `${found[1]}/${found[2]}`
}

/** The page about an event; terms are told of on the organisation's. */
const pageOf = (context: Context, { href }: CalendarEvent): string =>
  `${context.site().origin}${href === '/api/bodies' ? '/organisation' : href.replace(/^\/api/, '')}`

/** How often something was touched, and when last, by the record. */
const revision = async (context: Context, reading: Reading, key: string | undefined) => {
  const today = `${reading.now.slice(0, 10)}T00:00:00.000Z`
  const indexes = key === undefined ? [] : trailOf(context.keeper.views().trail, key)
  const last = indexes.at(-1)
  if (last === undefined) return { sequence: 0, revisedAt: today }
  const [entry] = await viewedBy(context.keeper, reading.viewer, last, last + 1)
  const at = (entry?.content?.act as { readonly at?: string } | undefined)?.at
  return { sequence: indexes.length - 1, revisedAt: at ?? today }
}

const prefixes: Readonly<Partial<Record<CalendarEvent['kind'], keyof FeedWords>>> = {
  silenceExpires: 'silenceExpires',
  correctionsEnd: 'correctionsEnd',
  sitting: 'sitting',
  reportDue: 'reportDue',
}

const titleOf = (event: CalendarEvent, words: FeedWords): string => {
  const prefix = prefixes[event.kind]
  const off = event.status === 'calledOff' ? `${words.calledOff}: ` : ''
  return `${off}${prefix === undefined ? '' : `${words[prefix]}: `}${event.title}`
}

const entryOf = async (
  context: Context,
  reading: Reading,
  event: CalendarEvent,
  words: FeedWords,
): Promise<Entry> => {
  const isMeeting = event.kind === 'meeting' || event.kind === 'sitting'
  const { sequence, revisedAt } = await revision(context, reading, trailKey(event))
  return {
    uid: `${event.uid}@${authorityOf(context)}`,
    sequence,
    revisedAt,
    at: event.at,
    // When a meeting will end nobody knows before: no end is made up.
    ...(event.until === null ? {} : { until: event.until }),
    allDay: event.allDay,
    title: titleOf(event, words),
    ...(event.place === null ? {} : { place: event.place }),
    ...(event.timeZone === null ? {} : { about: event.timeZone }),
    url: pageOf(context, event),
    cancelled: event.status === 'calledOff',
    busy: isMeeting,
    restricted: false,
    ...(event.kind === 'silenceExpires' ? { remindBefore: 86_400 } : {}),
    ...(event.kind === 'reportDue' ? { remindBefore: 7 * 86_400 } : {}),
  }
}

/**
 * What of an entry leaves the house for a calendar on somebody else's server: when, and that it is restricted. Its id,
 * which names a thing, becomes one that only this server can tell: the same at every look.
 */
const timeOnly = (
  { uid, place: _p, about: _a, url: _u, ...entry }: Entry,
  words: FeedWords,
  secret: string,
): Entry => {
  const [, authority] = uid.split('@')
  const opaque = createHmac('sha256', secret).update(uid).digest('hex').slice(0, 32)
  return { ...entry, uid: `restricted-${opaque}@${authority}`, title: words.restricted, restricted: true }
}

const within = (reading: Reading, delegations: readonly string[] = []): readonly CalendarEvent[] =>
  calendar(reading, later(reading.now, -reach.before), later(reading.now, reach.after), delegations)

const nameOf = ({ state }: Reading, words: FeedWords): string =>
  `${state.institution.organisation?.shortName ?? 'Gavel'}: ${words.calendar}`

/** What everybody may know. */
export const publicCalendar = async (context: Context, words: FeedWords): Promise<CalendarFile> => {
  const reading = readingBy(context, thePublic)
  const events = await Promise.all(within(reading).map(event => entryOf(context, reading, event, words)))
  return { name: nameOf(reading, words), events }
}

/** What a person may know now; of what is not public, the time only. */
export const personalCalendar = async (
  context: Context,
  reading: Reading,
  words: FeedWords,
  secret: string,
): Promise<CalendarFile> => {
  const own = delegationsOf(reading.viewer)
  const open = new Set(within(readingBy(context, thePublic), own).map(event => JSON.stringify(event)))
  const events = await Promise.all(
    within(reading, own).map(async event => {
      const entry = await entryOf(context, reading, event, words)
      return open.has(JSON.stringify(event)) ? entry : timeOnly(entry, words, secret)
    }),
  )
  return { name: nameOf(reading, words), events }
}

/** The deadline of one silence, for whoever may read the decision; cancelled once it was broken or withdrawn. */
export const silenceCalendar = async (
  context: Context,
  reading: Reading,
  decision: decisions.Decision,
  words: FeedWords,
): Promise<CalendarFile> => {
  if (decision.course.stage !== 'silence') throw notFound()
  const { entries, timeZone, announcedAs } = decision.course.silence
  const status = decisions.silenceStatus(entries, reading.now)
  const expiresAt = entries.findLast(entry => 'expiresAt' in entry)
  if (expiresAt === undefined || !('expiresAt' in expiresAt)) throw notFound()
  const running = status.kind === 'running' || status.kind === 'kept'
  const { sequence, revisedAt } = await revision(context, reading, `decisions/${decision.id}`)
  return {
    name: decision.title,
    events: [
      {
        uid: `silence-${decision.id}-${decision.round}@${authorityOf(context)}`,
        sequence,
        revisedAt,
        at: status.kind === 'running' ? status.expiresAt : expiresAt.expiresAt,
        allDay: false,
        title: `${words.silenceExpires}: ${decision.title}`,
        about: `${announcedAs} (${timeZone})`,
        url: `${context.site().origin}/decisions/${decision.id}`,
        cancelled: !running,
        busy: false,
        restricted: false,
        remindBefore: 86_400,
      },
    ],
  }
}
