import {
  type Context,
  enterByInvitation,
  enterByLink,
  hidden,
  notFound,
  openLink,
  problemError,
  slowly,
} from '@gavel/api'
import type { Page } from '@gavel/web/reading'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { formBytes, ownForm } from './forms.ts'
import type { PageAnswers } from './reading/answer.ts'

const tokenForm = /^[A-Za-z0-9_-]{10,200}$/

const codePage = (claim: string, code?: string): Page => ({
  kind: 'code',
  props: { claim, ...(code === undefined ? {} : { code }) },
})

/** Comes in by whatever a form carries: an invitation, a link, or the claim a link has become. */
const comeIn = async (
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
): Promise<Page | undefined> => {
  if (!tokenForm.test(token))
    throw problemError('unauthenticated', { detail: 'The invitation is void, spent or expired.' })
  if (token.startsWith('gvl_')) {
    const { claim, code } = await openLink(context, request, token)
    return codePage(claim, code)
  }
  if (!token.startsWith('gvc_')) {
    await enterByInvitation(context, request, reply, token, 'cookie')
    return undefined
  }
  const come = await enterByLink(context, request, reply, token, 'cookie')
  return 'state' in come ? codePage(token) : undefined
}

/** The way in for whoever opens an invitation or a link, without a script. */
export const installSignInPages = (
  app: FastifyInstance,
  context: Context,
  { sendOnce }: Pick<PageAnswers, 'sendOnce'>,
): void => {
  app.get<{ Params: { token: string } }>('/sign-in/:token', hidden, (request, reply) => {
    const { token } = request.params
    if (!tokenForm.test(token)) throw notFound()
    return sendOnce(request, reply, { kind: 'token', props: { token } })
  })
  app.post<{ Body: URLSearchParams | undefined }>(
    '/sign-in',
    { bodyLimit: formBytes, ...hidden, config: slowly(20) },
    async (request, reply) => {
      const token = ownForm(request, context).get('token') ?? ''
      const shown = await comeIn(context, request, reply, token)
      return shown === undefined ? reply.redirect('/', 303) : sendOnce(request, reply, shown)
    },
  )
}
