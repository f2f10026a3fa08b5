import { calendar, displayOf, meetingAsSeen, meetingSummary, meetingView } from '@gavel/application'
import { meetings } from '@gavel/domain'
import { dayMs, later } from '@gavel/kernel'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { delegationsOf } from '../access/viewer.ts'
import type { Context } from '../context.ts'
import { notFound } from '../http/problem.ts'
import { readingOf, view } from './reading.ts'

/** A day, or an instant. */
const When = Type.String({
  pattern: '^\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z)?$',
  maxLength: 24,
})
const Period = Type.Object(
  { from: Type.Optional(When), to: Type.Optional(When) },
  { additionalProperties: false },
)
/** Without a period: what was in the last month, and what comes within a year. */
const usual = { before: 31 * dayMs, after: 366 * dayMs }

/** Views of the second chapter. */
export const installMeetings = (app: FastifyInstance, context: Context): void => {
  app.get('/api/meetings', view('meetings', 'meetings', 'Meetings'), request => {
    const reading = readingOf(context, request)
    return {
      meetings: reading.state.meetings.meetingOrder.map(id =>
        meetingSummary(meetingAsSeen(id, reading)!, reading),
      ),
    }
  })
  app.get<{ Params: { id: string } }>(
    '/api/meetings/:id',
    view('meetings', 'meeting', 'One meeting: agenda, presence and quorum, the floor, points and motions'),
    request => {
      const found = meetingView(request.params.id, readingOf(context, request))
      if (found === undefined) throw notFound()
      return found
    },
  )
  app.get(
    '/api/points-of-order',
    view('meetings', 'pointsOfOrder', 'Kinds of points of order and procedural motions, in their order'),
    () => ({ kinds: meetings.proceduralKinds }),
  )
  app.get<{ Params: { id: string } }>(
    '/api/meetings/:id/display',
    view('meetings', 'display', 'What the screen in the hall shows now, whole'),
    request => {
      const found = displayOf(request.params.id, readingOf(context, request))
      if (found === undefined) throw notFound()
      return found
    },
  )
  app.get<{ Querystring: { from?: string; to?: string } }>(
    '/api/calendar',
    {
      schema: {
        ...view('meetings', 'calendar', 'Meetings, silences that expire, terms that end, by day').schema,
        querystring: Period,
      },
    },
    request => {
      const reading = readingOf(context, request)
      const { now } = reading
      const { from = later(now, -usual.before), to = later(now, usual.after) } = request.query
      return { from, to, events: calendar(reading, from, to, delegationsOf(reading.viewer)), now }
    },
  )
}
