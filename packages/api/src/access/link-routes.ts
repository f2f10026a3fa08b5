import { LinkApproveMessage, LinkFinishMessage, LinkOpenMessage } from '@gavel/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Context } from '../context.ts'
import { notFound, problemError } from '../http/problem.ts'
import { selfBehind } from './caller.ts'
import { documented } from './documented.ts'
import { enter, note, requireFresh, whence } from './entering.ts'
import { slowly } from './limits.ts'
import { requireOwnSite } from './sign-in.ts'

const voidLink = () =>
  problemError('unauthenticated', { detail: 'The link is void, used already or expired.' })

/** Opens a link on the device that is to be let in: its claim and the code it shows. */
export const openLink = async ({ links }: Context, request: FastifyRequest, token: string) => {
  const { device, network } = whence(request)
  const opened = await links.open(token, device, network)
  if (opened === undefined) throw voidLink()
  return opened
}

/** Lets the device in once it was approved; `waiting` until then. */
export const enterByLink = async (
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  claim: string,
  how: 'cookie' | 'bearer',
) => {
  const { links, accounts } = context
  const come = await links.finish(claim, signIn => accounts.holds({ signIn }))
  if (come === undefined) throw voidLink()
  if (come.state === 'waiting') return { state: 'waiting' as const }
  return enter(context, request, reply, come.person, { way: 'link', lasts: come.lasts }, how)
}

/** Signing in on another device of one's own: a link, a check code both show, an approval. */
export const installLinks = (app: FastifyInstance, context: Context, perMinute: number): void => {
  installOwnLinks(app, context, perMinute)
  const { site } = context
  app.post<{ Body: Static<typeof LinkOpenMessage> }>(
    '/api/sign-in/link/open',
    {
      config: slowly(perMinute),
      ...documented('openLink', 'Open a link on the device that is to be let in', LinkOpenMessage),
    },
    request => {
      requireOwnSite(request, site())
      return openLink(context, request, request.body.token)
    },
  )
  app.post<{ Body: Static<typeof LinkFinishMessage> }>(
    '/api/sign-in/link/finish',
    {
      // Asked every few seconds until somebody has approved.
      config: slowly(perMinute * 6),
      ...documented('finishLink', 'Come in by an opened link, once it was approved', LinkFinishMessage),
    },
    (request, reply) => {
      requireOwnSite(request, site())
      const { claim, as = 'cookie' } = request.body
      return enterByLink(context, request, reply, claim, as)
    },
  )
}

const installOwnLinks = (app: FastifyInstance, context: Context, perMinute: number): void => {
  const { links, site, takeTurn } = context
  const config = slowly(perMinute)
  app.post(
    '/api/sign-in/link',
    { config, ...documented('makeLink', 'Make a link by which I sign in on another device') },
    async (request, reply) => {
      const caller = selfBehind(request)
      takeTurn(caller.person)
      await requireFresh(context, caller)
      const { id, token, until } = await links.make(caller.person, caller.signIn, caller.until)
      await note(context, request, caller.person, 'linkMade')
      const path = `/sign-in/${token}`
      return reply
        .header('cache-control', 'no-store')
        .code(201)
        .send({ id, token, path, url: `${site().origin}${path}`, until })
    },
  )

  app.get<{ Params: { id: string } }>(
    '/api/sign-in/links/:id',
    documented('link', 'How far my link is, and the code the other device shows'),
    async request => {
      const found = await links.look(selfBehind(request).person, request.params.id)
      if (found === undefined) throw notFound()
      return found
    },
  )

  app.post<{ Params: { id: string }; Body: Static<typeof LinkApproveMessage> }>(
    '/api/sign-in/links/:id/approve',
    { config, ...documented('approveLink', 'Let the device in that shows this code', LinkApproveMessage) },
    async (request, reply) => {
      const { person } = selfBehind(request)
      takeTurn(person)
      const outcome = await links.approve(person, request.params.id, request.body.code)
      if (outcome === undefined) throw notFound()
      if (outcome === 'other')
        throw problemError('unprocessable', {
          detail: 'The other device shows another code: the link is void, and nobody was let in.',
        })
      return reply.code(204).send()
    },
  )

  app.delete<{ Params: { id: string } }>(
    '/api/sign-in/links/:id',
    documented('withdrawLink', 'Take my link back'),
    async (request, reply) => {
      if (!(await links.withdraw(selfBehind(request).person, request.params.id))) throw notFound()
      return reply.code(204).send()
    },
  )
}
