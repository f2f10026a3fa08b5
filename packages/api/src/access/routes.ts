import { InvitationMessage, SignInMessage } from '@gavel/contract'
import type { Capacity as DomainCapacity } from '@gavel/domain'
import { dayMs, later, msBetween, type PersonId } from '@gavel/kernel'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Context } from '../context.ts'
import { problemError } from '../http/problem.ts'
import { personBehind, selfBehind } from './caller.ts'
import { documented } from './documented.ts'
import { enter, freshMs, note } from './entering.ts'
import { mayInvite } from './invite.ts'
import { slowly } from './limits.ts'
import { installLinks } from './link-routes.ts'
import { installOidc } from './oidc-routes.ts'
import { installPasskeys } from './passkey-routes.ts'
import { forgetSignIn, requireOwnSite } from './sign-in.ts'
import { installSignIns } from './sign-in-routes.ts'
import { whoIs } from './who.ts'

/** Every way in and out, one's own sign-ins and passkeys, and invitations for persons one may accredit. */
export const installAccess = (app: FastifyInstance, context: Context, signInsPerMinute: number): void => {
  installMe(app, context)
  installSignIn(app, context, signInsPerMinute)
  installPasskeys(app, context, signInsPerMinute)
  installLinks(app, context, signInsPerMinute)
  installOidc(app, context, signInsPerMinute)
  installSignIns(app, context)
  installInvitations(app, context)
}

const installMe = (app: FastifyInstance, context: Context): void => {
  const { keeper, site, oidc, demonstration } = context
  app.get(
    '/api/me',
    documented('me', 'Who I am and in which capacities I may act; null when signed out'),
    (request, reply) => {
      const { caller } = request
      // Sent as text: the framework takes null for nothing at all.
      if (caller === null) return reply.type('application/json; charset=utf-8').send('null')
      const { signIn: id, way, since, until } = caller
      return {
        ...whoIs(keeper.state(), caller.person, keeper.now()),
        signIn: { id, way, since, until, fresh: msBetween(since, keeper.now()) < freshMs },
        demonstration: way === 'demonstration',
      }
    },
  )

  app.get(
    '/api/sign-in/methods',
    documented('methods', 'The ways of signing in that this server offers'),
    () => {
      const { rpId, origin } = site()
      return {
        passkey: { available: rpId !== null, rpId, origin },
        link: true,
        oidc: oidc.providers.map(({ id, label, member = null }) => ({ id, label, member })),
        demonstration,
      }
    },
  )
}

/** Redeems an invitation for the browser or program that sent it. Throws a problem when it is void. */
export const enterByInvitation = async (
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
  how: 'cookie' | 'bearer',
) => {
  const redeemed = await context.accounts.redeem(token)
  if (redeemed === undefined)
    throw problemError('unauthenticated', { detail: 'The invitation is void, spent or expired.' })
  const { person, by } = redeemed
  return enter(context, request, reply, person, { way: 'invitation', by }, how)
}

const installSignIn = (app: FastifyInstance, context: Context, signInsPerMinute: number): void => {
  app.post<{ Body: Static<typeof SignInMessage> }>(
    '/api/sign-in',
    {
      config: slowly(signInsPerMinute),
      ...documented('signIn', 'Sign in with an invitation', SignInMessage),
    },
    (request, reply) => {
      requireOwnSite(request, context.site())
      const { token, as = 'cookie' } = request.body
      return enterByInvitation(context, request, reply, token, as)
    },
  )

  app.post(
    '/api/sign-out',
    documented('signOut', 'End this sign-in; says where to end it at the provider too, if one vouched'),
    async (request, reply) => {
      const person = personBehind(request)
      const { signIn, way, with: provider } = request.caller!
      await context.accounts.revoke(person, signIn)
      await note(context, request, person, 'signedOut')
      forgetSignIn(reply, context.site())
      return { endAt: way === 'oidc' && provider !== null ? await context.oidc.endAt(provider) : null }
    },
  )
}

const nowhere = { device: { browser: null, system: null }, network: null }

const installInvitations = (app: FastifyInstance, context: Context): void => {
  const { accounts, keeper, site, trails } = context
  app.post<{ Body: Static<typeof InvitationMessage> }>(
    '/api/invitations',
    documented('invite', 'Issue an invitation for a person I may accredit', InvitationMessage),
    async (request, reply) => {
      const { person: caller } = selfBehind(request)
      const { person, as } = request.body
      const may = mayInvite(keeper.state(), caller, as as DomainCapacity, person as PersonId, keeper.now())
      if (!may) throw problemError('forbidden')
      const token = await accounts.invite(person as PersonId, caller)
      // She reads that somebody could have come in as her, and who; not from where it was issued.
      await trails.add(person as PersonId, { what: 'invited', ...nowhere, name: caller })
      const path = `/sign-in/${token}`
      return reply
        .header('cache-control', 'no-store')
        .code(201)
        .send({ person, token, path, url: `${site().origin}${path}`, until: later(keeper.now(), 7 * dayMs) })
    },
  )
}
