import { meetingAsSeen, meetingSummary, meetingView } from '@gavel/application'
import { meetings } from '@gavel/domain'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { notFound } from '../http/problem.ts'
import { readingOf, view } from './reading.ts'

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
}
