import { Capacity, idPattern, Problem } from '@gavel/contract'
import { type Capacity as DomainCapacity, institution } from '@gavel/domain'
import type { PersonId } from '@gavel/kernel'
import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { personBehind } from '../acts/routes.ts'
import { type Context, viewerBehind } from '../context.ts'
import { notFound, problemError } from '../http/problem.ts'
import { mayInvite } from './invite.ts'
import { cookieName, cookieOptions, isSameOrigin, keepSignIn } from './sign-in.ts'

const Token = Type.Object(
  {
    token: Type.String({ minLength: 10, maxLength: 200, pattern: '^[A-Za-z0-9_-]+$' }),
    /** `cookie` for browsers, `bearer` for programs. */
    as: Type.Optional(Type.Union([Type.Literal('cookie'), Type.Literal('bearer')])),
  },
  { additionalProperties: false },
)
const Invitation = Type.Object(
  { person: Type.String({ pattern: idPattern, maxLength: 80 }), as: Capacity },
  { additionalProperties: false },
)
const tags = ['access']
const refused = { '4xx': Problem }

/** Sign-in by invitation, sign-out, one's own sign-ins, and invitations for persons one may accredit. */
export const installAccess = (app: FastifyInstance, context: Context, signInsPerMinute: number): void => {
  installSignIn(app, context, signInsPerMinute)
  installOwn(app, context)
  installInvitations(app, context)
}

const installSignIn = (app: FastifyInstance, { accounts }: Context, signInsPerMinute: number): void => {
  const slow = { rateLimit: { max: signInsPerMinute, timeWindow: 60_000 } }

  app.post<{ Body: Static<typeof Token> }>(
    '/api/sign-in',
    {
      config: slow,
      schema: {
        tags,
        operationId: 'signIn',
        summary: 'Sign in with an invitation',
        body: Token,
        response: refused,
      },
    },
    async (request, reply) => {
      const { token, as = 'cookie' } = request.body
      if (request.headers.origin !== undefined && !isSameOrigin(request)) throw problemError('cross-site')
      const signedIn = await accounts.redeem(token)
      if (signedIn === undefined)
        throw problemError('unauthenticated', { detail: 'The invitation is void, spent or expired.' })
      reply.header('cache-control', 'no-store')
      const { person } = signedIn
      if (as === 'bearer') return { person, token: signedIn.token }
      keepSignIn(reply, signedIn.token)
      return { person }
    },
  )

  app.post(
    '/api/sign-out',
    { schema: { tags, operationId: 'signOut', summary: 'End this sign-in', response: refused } },
    async (request, reply) => {
      const person = personBehind(request)
      await accounts.revoke(person, request.caller!.signIn)
      return reply.clearCookie(cookieName, cookieOptions).code(204).send()
    },
  )
}

const installOwn = (app: FastifyInstance, context: Context): void => {
  const { accounts, keeper } = context
  app.get(
    '/api/sign-ins',
    { schema: { tags, operationId: 'signIns', summary: 'List my sign-ins', response: refused } },
    async request => ({
      signIns: (await accounts.list(personBehind(request))).map(row => ({
        ...row,
        current: row.id === request.caller?.signIn,
      })),
    }),
  )

  app.delete<{ Params: { id: string } }>(
    '/api/sign-ins/:id',
    {
      schema: { tags, operationId: 'revokeSignIn', summary: 'Revoke one of my sign-ins', response: refused },
    },
    async (request, reply) => {
      if (!(await accounts.revoke(personBehind(request), request.params.id))) throw notFound()
      return reply.code(204).send()
    },
  )

  app.get(
    '/api/me',
    {
      schema: {
        tags,
        operationId: 'me',
        summary: 'Who I am and in which capacities I may act',
        response: refused,
      },
    },
    request => {
      const person = personBehind(request)
      const { capacities } = viewerBehind(context, request)
      const state = keeper.state().institution
      return {
        person,
        capacities: capacities.map(as => ({
          as,
          rights: institution.validCredential(state, person, as, 'read', keeper.now())?.rights ?? [],
        })),
      }
    },
  )
}

const installInvitations = (app: FastifyInstance, { accounts, keeper }: Context): void => {
  app.post<{ Body: Static<typeof Invitation> }>(
    '/api/invitations',
    {
      schema: {
        tags,
        operationId: 'invite',
        summary: 'Issue an invitation for a person I may accredit',
        body: Invitation,
        response: refused,
      },
    },
    async (request, reply) => {
      const caller = personBehind(request)
      const { person, as } = request.body
      const may = mayInvite(keeper.state(), caller, as as DomainCapacity, person as PersonId, keeper.now())
      if (!may) throw problemError('forbidden')
      const token = await accounts.invite(person as PersonId, caller)
      return reply
        .header('cache-control', 'no-store')
        .code(201)
        .send({ person, token, path: `/sign-in/${token}` })
    },
  )
}
