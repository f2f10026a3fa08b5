import { meetingAsSeen, trailOf } from '@gavel/application'
import type { DomainEvent } from '@gavel/domain'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { notFound } from '../http/problem.ts'
import { viewedBy } from '../live/shown.ts'
import { type Reading, readingOf, view } from './reading.ts'

/** What is a notice: the first, those that change it, the one that calls the meeting off, and documents sent round with it. */
const kinds = new Set<string>([
  'meetings.convened',
  'meetings.noticeAmended',
  'meetings.calledOff',
  'meetings.documentAttached',
])

/** Notices end where the meeting begins; so many entries of its trail are read at once on the way there. */
const stride = 32

interface Notice {
  readonly index: number
  readonly event: DomainEvent
}

/** The notices of a meeting up to its opening, oldest first, as far as the reader may see them. */
const noticesOf = async (
  { keeper }: Context,
  { viewer }: Reading,
  meeting: string,
): Promise<readonly Notice[]> => {
  const indexes = trailOf(keeper.views().trail, `meetings/${meeting}`)
  const found: Notice[] = []
  for (let from = 0; from < indexes.length; from += stride) {
    const entries = await Promise.all(
      indexes
        .slice(from, from + stride)
        .map(async index => (await viewedBy(keeper, viewer, index, index + 1))[0]),
    )
    const events = entries.flatMap(entry =>
      ((entry?.content?.events ?? []) as readonly DomainEvent[]).map(event => ({
        index: entry!.index,
        event,
      })),
    )
    const opened = events.findIndex(({ event }) => event.type === 'meetings.opened')
    found.push(
      ...(opened < 0 ? events : events.slice(0, opened)).filter(({ event }) => kinds.has(event.type)),
    )
    if (opened >= 0) break
  }
  return found
}

/** `GET /api/meetings/:id/notices`: how notice of a meeting was given, and how it was changed. */
export const installNotices = (app: FastifyInstance, context: Context): void => {
  app.get<{ Params: { id: string } }>(
    '/api/meetings/:id/notices',
    view('meetings', 'meetingNotices', 'The notice of a meeting and every change of it, up to the opening'),
    async request => {
      const reading = readingOf(context, request)
      const meeting = meetingAsSeen(request.params.id, reading)
      if (meeting === undefined) throw notFound()
      return {
        meeting: meeting.id,
        notices: await noticesOf(context, reading, meeting.id),
        now: reading.now,
      }
    },
  )
}
