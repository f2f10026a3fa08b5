import { createHash } from 'node:crypto'
import { Problem } from '@gavel/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { selfBehind } from '../access/caller.ts'
import { viewerOf } from '../access/viewer.ts'
import type { Context } from '../context.ts'
import { dear } from '../documents/answer.ts'
import { notFound } from '../http/problem.ts'
import { readingBy, readingOf, view } from '../views/reading.ts'
import { personalCalendar, publicCalendar, silenceCalendar } from './calendar.ts'
import { publicFeed } from './happened.ts'
import { type FeedLanguage, feedWords, languages } from './words.ts'

const Words = Type.Object(
  {
    /** The language of the fixed words; titles are as they were written. English unless told. */
    language: Type.Optional(
      Type.Unsafe<FeedLanguage>(Type.Union(languages.map(language => Type.Literal(language)))),
    ),
  },
  { additionalProperties: false },
)
interface InWords {
  readonly Querystring: { readonly language?: FeedLanguage }
}

const calendarType = 'text/calendar; charset=utf-8'

const documented = (operation: string, summary: string) => ({
  schema: { ...view('feeds', operation, summary).schema, querystring: Words },
})

/** Sends what programs ask for again and again: unchanged, it is not sent twice. */
const sendFeed = (
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  text: string,
  keep: 'public' | 'private',
): FastifyReply => {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  reply.header('etag', etag).header('cache-control', `${keep}, max-age=300`)
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  return reply.type(type).send(text)
}

const installPublic = (app: FastifyInstance, context: Context, perMinute: number): void => {
  app.get<InWords>(
    '/feeds/calendar.ics',
    { config: dear(perMinute), ...documented('publicCalendar', 'The public calendar, to be subscribed to') },
    async (request, reply) => {
      const file = await publicCalendar(context, feedWords(request.query.language ?? 'en'))
      return sendFeed(request, reply, calendarType, await context.feeds.calendar(file), 'public')
    },
  )
  app.get<InWords>(
    '/feeds/public.atom',
    {
      config: dear(perMinute),
      ...documented('publicFeed', 'What happened in public, newest first, as Atom'),
    },
    async (request, reply) => {
      const file = await publicFeed(context, request.query.language ?? 'en')
      return sendFeed(
        request,
        reply,
        'application/atom+xml; charset=utf-8',
        await context.feeds.atom(file),
        'public',
      )
    },
  )
  app.get<InWords & { Params: { id: string } }>(
    '/api/decisions/:id/silence.ics',
    documented('silenceCalendar', 'The deadline of a silence procedure as a calendar file'),
    async (request, reply) => {
      const reading = readingOf(context, request)
      const decision = reading.decision(request.params.id)
      const file = await silenceCalendar(
        context,
        reading,
        decision,
        feedWords(request.query.language ?? 'en'),
      )
      return sendFeed(request, reply, calendarType, await context.feeds.calendar(file), 'private')
    },
  )
}

/** A secret address opens what its person may read now; a token that opens nothing is answered like no page. */
const installPersonal = (app: FastifyInstance, context: Context, perMinute: number): void => {
  app.get<InWords & { Params: { file: string } }>(
    '/feeds/calendar/:file',
    { config: dear(perMinute), ...documented('personalCalendar', 'My calendar at its secret address') },
    async (request, reply) => {
      const token = /^(gvf_[0-9a-f]{16}_[A-Za-z0-9_-]{43})\.ics$/.exec(request.params.file)?.[1]
      const key = token === undefined ? undefined : await context.calendars.behind(token)
      if (key === undefined) throw notFound()
      const { keeper } = context
      const viewer = viewerOf(keeper.state(), key.person, keeper.now())
      if (viewer.capacities.length === 0) throw notFound()
      const words = feedWords(request.query.language ?? 'en')
      const file = await personalCalendar(context, readingBy(context, viewer), words, key.secret)
      return sendFeed(request, reply, calendarType, await context.feeds.calendar(file), 'private')
    },
  )
}

const installKeys = (app: FastifyInstance, { calendars, site }: Context): void => {
  const shown = (operation: string, summary: string) => ({
    schema: { ...view('feeds', operation, summary).schema, response: { '4xx': Problem } },
  })
  app.post(
    '/api/calendars',
    shown('makeCalendar', 'A secret address for my calendar; it is shown once'),
    async (request, reply) => {
      const { token, ...row } = await calendars.issue(selfBehind(request).person)
      return reply.code(201).send({ ...row, url: `${site().origin}/feeds/calendar/${token}.ics` })
    },
  )
  app.get('/api/calendars', shown('calendars', 'My calendars: since when, until when'), async request => ({
    calendars: await calendars.list(selfBehind(request).person),
  }))
  app.delete<{ Params: { id: string } }>(
    '/api/calendars/:id',
    shown('revokeCalendar', 'Revoke one of my calendars: its address opens nothing more'),
    async (request, reply) => {
      if (!(await calendars.revoke(selfBehind(request).person, request.params.id))) throw notFound()
      return reply.code(204).send()
    },
  )
}

/** Calendars to subscribe to and the public feed. */
export const installFeeds = (app: FastifyInstance, context: Context, perMinute: number): void => {
  installPublic(app, context, perMinute)
  installPersonal(app, context, perMinute)
  installKeys(app, context)
}
