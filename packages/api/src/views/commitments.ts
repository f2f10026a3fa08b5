import {
  type ActivitiesQuery,
  activitiesList,
  type CommitmentsQuery,
  catalogueView,
  commitmentsList,
  commitmentView,
  memberDashboard,
  planDraft,
  plansList,
  planView,
  type RecommendationsQuery,
  recommendationsList,
  reviewsList,
  reviewView,
} from '@gavel/application'
import { type Capacity, capacityName, commitments } from '@gavel/domain'
import { has, type MemberId } from '@gavel/kernel'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { delegationsOf } from '../access/viewer.ts'
import type { Context } from '../context.ts'
import { notFound } from '../http/problem.ts'
import { readingOf, view } from './reading.ts'

const Id = Type.Optional(Type.String({ minLength: 1, maxLength: 80 }))
const Day = Type.Optional(Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$', maxLength: 10 }))
/** How many rows a page has: 1 to 500. */
const Limit = Type.Optional(Type.String({ pattern: '^([1-9]\\d?|[1-4]\\d\\d|500)$' }))
const closed = { additionalProperties: false } as const

const statuses = [
  'notStarted',
  'limited',
  'substantial',
  'complete',
  'noEvidence',
  'unclear',
  'nothingNew',
  'silent',
  'notYetReported',
  'withdrawn',
  'carriedForward',
]

const ofCommitments = Type.Object(
  {
    member: Id,
    dimension: Id,
    area: Id,
    catalogue: Id,
    measure: Id,
    decision: Id,
    status: Type.Optional(Type.Union(statuses.map(word => Type.Literal(word)))),
    q: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    after: Id,
    limit: Limit,
  },
  closed,
)
const ofActivities = Type.Object({ area: Id, member: Id, from: Day, until: Day }, closed)
const ofRecommendations = Type.Object(
  {
    to: Id,
    by: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
    area: Id,
    review: Id,
    response: Id,
    after: Id,
    limit: Limit,
  },
  closed,
)

/** A query as it came: its numbers are text. */
type Written<Query> = Omit<Query, 'limit'> & { readonly limit?: string }

const read = <Rest extends object>({ limit, ...rest }: Rest & { readonly limit?: string }) => ({
  ...rest,
  ...(limit === undefined ? {} : { limit: Number(limit) }),
})

/** A view with a query. */
const asked = (operationId: string, summary: string, querystring: object) => ({
  schema: { ...view('commitments', operationId, summary).schema, querystring },
})

const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw notFound()
  return value
}

const installOnes = (app: FastifyInstance, context: Context): void => {
  app.get(
    '/api/catalogue',
    view('commitments', 'catalogue', 'The editions of the catalogue of measures'),
    request => catalogueView(readingOf(context, request)),
  )
  app.get<{ Querystring: Written<CommitmentsQuery> }>(
    '/api/commitments',
    asked('commitments', 'Commitments, searched and by pages', ofCommitments),
    request => commitmentsList(readingOf(context, request), read(request.query)),
  )
  app.get<{ Params: { id: string } }>(
    '/api/commitments/:id',
    view('commitments', 'commitment', 'One commitment, with what is told of it and what is due'),
    request => {
      const reading = readingOf(context, request)
      return found(commitmentView(request.params.id, reading, delegationsOf(reading.viewer)))
    },
  )
  app.get<{ Params: { member: string } }>(
    '/api/members/:member/commitments',
    view('commitments', 'memberCommitments', 'How a member stands: its commitments by status, what is due'),
    request => {
      const reading = readingOf(context, request)
      const { member } = request.params
      if (!has(reading.state.institution.parties, member)) throw notFound()
      return memberDashboard(member as MemberId, reading, delegationsOf(reading.viewer).includes(member))
    },
  )
}

const installPlans = (app: FastifyInstance, context: Context): void => {
  app.get('/api/plans', view('commitments', 'plans', 'The plans of the years'), request =>
    plansList(readingOf(context, request)),
  )
  app.get<{ Params: { id: string } }>(
    '/api/plans/:id',
    view('commitments', 'plan', 'One plan with its activities'),
    request => found(planView(request.params.id, readingOf(context, request))),
  )
  app.get<{ Params: { id: string } }>(
    '/api/plans/:id/draft',
    view('commitments', 'planDraft', 'A plan as a draft text, to be laid before its body'),
    (request, reply) =>
      reply
        .type('text/plain; charset=utf-8')
        .send(found(planDraft(request.params.id, readingOf(context, request)))),
  )
  app.get<{ Querystring: ActivitiesQuery }>(
    '/api/activities',
    asked('activities', 'Activities planned and held, by their first day', ofActivities),
    request => activitiesList(readingOf(context, request), request.query),
  )
}

/** What the one who asks is reminded of, in each of her capacities. */
const remindersOf = (context: Context, request: Parameters<typeof readingOf>[1]) => {
  const { viewer, state, now } = readingOf(context, request)
  const own = (as: Capacity) => ({
    as: capacityName(as),
    reminders: commitments.remindersFor(state, as, now),
  })
  return { reminders: viewer.capacities.map(own), now }
}

/** Views of the fifth chapter. */
export const installCommitments = (app: FastifyInstance, context: Context): void => {
  installOnes(app, context)
  installPlans(app, context)
  app.get('/api/reviews', view('commitments', 'reviews', 'Reviews of dimensions'), request =>
    reviewsList(readingOf(context, request)),
  )
  app.get<{ Params: { id: string } }>(
    '/api/reviews/:id',
    view('commitments', 'review', 'One review with its questions and its dossier'),
    request => found(reviewView(request.params.id, readingOf(context, request))),
  )
  app.get<{ Querystring: Written<RecommendationsQuery> }>(
    '/api/recommendations',
    asked('recommendations', 'Recommendations and what was said to them', ofRecommendations),
    request => recommendationsList(readingOf(context, request), read(request.query)),
  )
  app.get('/api/reminders', view('commitments', 'reminders', 'What one is reminded of'), request =>
    remindersOf(context, request),
  )
}
