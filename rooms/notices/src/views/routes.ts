import type { RoomTools } from '@gavel/api'
import { get } from '@gavel/kernel'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { receiptsOn } from '../delivery/rows.ts'
import { partiesOf } from '../law/checks.ts'
import { type Notice, noticeOf, pingOf, typeOf } from '../law/state.ts'
import { deadlines } from './calendar.ts'
import { callInFull, callSummary, directory, hooksOf } from './directory.ts'
import { boxOf, inFull, inLine, noticeFor, type Reading, readingOf, requireDirectory } from './shown.ts'

/** How many notices a list answers at once. */
const page = 200

const Box = Type.Object(
  {
    member: Type.Optional(Type.String({ maxLength: 80 })),
    before: Type.Optional(Type.String({ maxLength: 80 })),
  },
  { additionalProperties: false },
)
interface Boxed {
  readonly Querystring: { readonly member?: string; readonly before?: string }
}
interface Named {
  readonly Params: { readonly id: string }
}

/** Ids newest first, from after `before` on; where there are more, the last one is where to go on. */
const paged = (reading: Reading, ids: readonly string[], before: string | undefined) => {
  const newest = [...ids].reverse()
  const from = before === undefined ? 0 : newest.indexOf(before) + 1
  const shown = newest.slice(from, from + page)
  return {
    notices: shown.map(id => noticeOf(reading.state, id)!),
    next: from + page < newest.length ? shown.at(-1)! : null,
  }
}

const mountBoxes = (app: FastifyInstance, tools: RoomTools): void => {
  const box = (operation: string, summary: string) => ({
    schema: { ...tools.documented(operation, summary).schema, querystring: Box },
  })
  app.get<Boxed>(
    '/api/notices/inbox',
    box('noticesInbox', 'What a delegation was sent, newest first, with what it owes and its clocks'),
    request => {
      const reading = readingOf(tools, request)
      const member = boxOf(reading, request.query.member)
      const { notices, next } = paged(
        reading,
        get(reading.state.received, member) ?? [],
        request.query.before,
      )
      const shown = notices.map(notice => inLine(reading, notice, member))
      return { member, notices: shown, next, now: reading.now }
    },
  )
  app.get<Boxed>(
    '/api/notices/sent',
    box('noticesSent', 'What a delegation has sent, newest first, with how many are silent'),
    request => {
      const reading = readingOf(tools, request)
      const member = boxOf(reading, request.query.member)
      const { notices, next } = paged(reading, get(reading.state.sent, member) ?? [], request.query.before)
      return { member, notices: notices.map(notice => inLine(reading, notice)), next, now: reading.now }
    },
  )
  app.get<Boxed>(
    '/api/notices',
    box('notices', 'Every notice the viewer may read, newest first'),
    request => {
      const reading = readingOf(tools, request)
      const all = everyNotice(reading).map(({ id }) => id)
      const { notices, next } = paged(reading, all, request.query.before)
      return {
        notices: notices.map(notice => inLine(reading, notice, reading.own[0])),
        next,
        now: reading.now,
      }
    },
  )
}

/** What she may read, oldest first: of her own delegations by their boxes, of the rest what is open to the secretariat. */
const everyNotice = (reading: Reading): readonly Notice[] => {
  const { state, own, viewer } = reading
  const members = viewer.capacities.some(({ kind }) => kind === 'secretariat')
    ? reading.house.institution.partyOrder
    : own
  const ids = new Set(
    members.flatMap(member => [...(get(state.sent, member) ?? []), ...(get(state.received, member) ?? [])]),
  )
  return [...ids]
    .map(id => noticeOf(state, id)!)
    .filter(notice => reading.sees(partiesOf(notice)))
    .sort((a, b) => (a.sentAt === b.sentAt ? (a.id < b.id ? -1 : 1) : a.sentAt < b.sentAt ? -1 : 1))
}

/** Whose deliveries she is told of: all of a notice of her own, or the secretariat reads; else those to her delegations. */
const tellsOf = (reading: Reading, notice: Notice) => {
  const all =
    reading.own.includes(notice.from) || reading.viewer.capacities.some(({ kind }) => kind === 'secretariat')
  return (member: string): boolean => all || reading.own.some(own => own === member)
}

const mountOne = (app: FastifyInstance, tools: RoomTools): void => {
  app.get<Named>(
    '/api/notices/:id',
    tools.documented('notice', 'A notice, with receipts as far as the viewer may know them'),
    request => {
      const reading = readingOf(tools, request)
      return inFull(reading, noticeFor(reading, request.params.id))
    },
  )
  app.get<Named>(
    '/api/notices/:id/deliveries',
    tools.documented(
      'noticeDeliveries',
      'How a notice was delivered: to whom, by which way, when, with what outcome',
    ),
    async request => {
      const reading = readingOf(tools, request)
      const notice = noticeFor(reading, request.params.id)
      const tells = tellsOf(reading, notice)
      const all = await receiptsOn(tools.rows, `notices/${notice.id}`)
      return { notice: notice.id, deliveries: all.filter(({ member }) => tells(member)), now: reading.now }
    },
  )
  app.get<Named>(
    '/api/notices/:id/deadlines.ics',
    tools.documented(
      'noticeDeadlines',
      "A notice's deadlines for the viewer's delegation, as a calendar file",
    ),
    async (request, reply) => {
      const reading = readingOf(tools, request)
      const file = deadlines(reading, noticeFor(reading, request.params.id))
      return reply.type('text/calendar; charset=utf-8').send(await tools.feeds.calendar(file))
    },
  )
}

const mountDirectory = (app: FastifyInstance, tools: RoomTools): void => {
  const within = (request: FastifyRequest): Reading => {
    const reading = readingOf(tools, request)
    requireDirectory(reading)
    return reading
  }
  app.get(
    '/api/notices/types',
    tools.documented('noticeTypes', 'The types of notice, with their agreements'),
    request => {
      const { state, now } = within(request)
      return { types: state.typeOrder.map(id => typeOf(state, id)!), now }
    },
  )
  app.get(
    '/api/notices/contacts',
    tools.documented('noticeContacts', 'The points of contact, with where each stands'),
    request => directory(within(request)),
  )
  app.get(
    '/api/notices/pings',
    tools.documented('noticePings', 'Test calls, newest first, with response times'),
    request => {
      const reading = within(request)
      const { pingOrder } = reading.state
      const newest = [...pingOrder].reverse().slice(0, page)
      return { pings: newest.map(id => callSummary(reading, pingOf(reading.state, id)!)), now: reading.now }
    },
  )
  app.get<Named>(
    '/api/notices/pings/:id',
    tools.documented('noticePing', 'A test call: each contact, and after how long it answered'),
    async request => {
      const reading = within(request)
      const ping = pingOf(reading.state, request.params.id)
      if (ping === undefined) throw tools.notFound()
      const deliveries = await receiptsOn(tools.rows, `pings/${ping.id}`)
      const all = reading.viewer.capacities.some(({ kind }) => kind === 'secretariat')
      const told = deliveries.filter(({ member }) => all || reading.own.some(own => own === member))
      return { ...callInFull(reading, ping), deliveries: told }
    },
  )
  app.get<Boxed>(
    '/api/notices/hooks',
    {
      schema: {
        ...tools.documented('noticeHooks', 'The servers a delegation has its notices told to').schema,
        querystring: Box,
      },
    },
    request => {
      const reading = within(request)
      const member = boxOf(reading, request.query.member)
      return { member, hooks: hooksOf(reading, member), key: tools.hookKey, now: reading.now }
    },
  )
  app.get(
    '/api/notices/hook-key',
    tools.documented(
      'noticeHookKey',
      'The public key messages to servers are signed with (Standard Webhooks, v1a)',
    ),
    () => ({ key: tools.hookKey }),
  )
}

/** Everything that is read in the room. */
export const mount = (app: FastifyInstance, tools: RoomTools): void => {
  mountDirectory(app, tools)
  mountBoxes(app, tools)
  mountOne(app, tools)
}
