import { meetings } from '@gavel/domain'
import { get } from '@gavel/kernel'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { notFound } from '../http/problem.ts'
import { type Reading, readingOf, view } from './reading.ts'

const withQuorum = (meeting: meetings.Meeting, { state, now }: Reading) => ({
  ...meeting,
  quorum: {
    opens: meetings.quorumOf('opens', meeting, state, now),
    decides: meetings.quorumOf('decides', meeting, state, now),
  },
})

/** Views of the second chapter. */
export const installMeetings = (app: FastifyInstance, context: Context): void => {
  app.get('/api/meetings', view('meetings', 'meetings', 'Meetings'), request => {
    const reading = readingOf(context, request)
    const { meetings: all, meetingOrder } = reading.state.meetings
    return { meetings: meetingOrder.map(id => withQuorum(get(all, id)!, reading)) }
  })
  app.get<{ Params: { id: string } }>(
    '/api/meetings/:id',
    view('meetings', 'meeting', 'One meeting, with presence and quorum'),
    request => {
      const reading = readingOf(context, request)
      const found = get(reading.state.meetings.meetings, request.params.id)
      if (found === undefined) throw notFound()
      return withQuorum(found, reading)
    },
  )
}
