import type { PersonId } from '@gavel/kernel'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { notFound, problemError } from '../http/problem.ts'
import { selfBehind } from './caller.ts'
import { documented } from './documented.ts'
import { canComeBack, enter, note, requireFresh } from './entering.ts'
import { slowly } from './limits.ts'
import { flowMs, mayVouch, type OidcFault, type OidcProvider, type Vouched } from './oidc.ts'
import { cookieOf } from './sign-in.ts'
import { returnPath, type Site } from './site.ts'
import { type Account, accountId } from './ways.ts'

/** The cookie in which a browser carries its flow. Lax: it has to come back with the browser from the provider. */
const flowCookie = (site: Site) => {
  const { name, options } = cookieOf(site, 'gavel-flow')
  return { name, options: { ...options, sameSite: 'lax' } as const }
}

const sentences: { readonly [fault in OidcFault]: string } = {
  unreachable: 'The provider does not answer. Try again later, or use another way in.',
  elsewhere: 'This sign-in was begun in another browser, was used already, or took too long. Begin again.',
  declined: 'The provider was told not to sign you in.',
  invalid: 'The provider’s answer is not in order, so nobody was signed in. Begin again.',
  nobody:
    'The provider knows you, but here the account is nobody’s yet. Sign in by your invitation first, then link the account.',
  'not-theirs': 'This provider may not vouch for that person: she does not act for its member alone.',
  taken: 'This account is linked to another person.',
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)

/**
 * A page of our own on the way back. A redirect would still count as coming from the provider, and browsers would
 * keep the strict cookie back from the page it leads to.
 */
const onward = (reply: FastifyReply, path: string): FastifyReply =>
  reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Signed in</title><meta http-equiv="refresh" content="0; url=${escapeHtml(path)}"></head>` +
        `<body><p><a href="${escapeHtml(path)}">Go on</a></p></body></html>\n`,
    )

const wentWrong = (reply: FastifyReply, fault: OidcFault): FastifyReply =>
  reply
    .code(fault === 'unreachable' ? 502 : 401)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Not signed in</title><link rel="stylesheet" href="/style.css"></head>` +
        `<body><main id="main" class="wrap" data-fault="${fault}"><h1>Not signed in</h1><p>${escapeHtml(sentences[fault])}</p><p><a href="/">Back</a></p></main></body></html>\n`,
    )

/** Signing in at a ministry, linking an account there, and one's linked accounts. */
export const installOidc = (app: FastifyInstance, context: Context, perMinute: number): void => {
  installFlow(app, context, perMinute)
  installLinking(app, context, perMinute)
}

const providerNamed = ({ oidc }: Context, id: string): OidcProvider => {
  const provider = oidc.find(id)
  if (provider === undefined) throw notFound()
  return provider
}

const Begin = Type.Object(
  { returnTo: Type.Optional(Type.String({ maxLength: 500 })) },
  { additionalProperties: false },
)

const installFlow = (app: FastifyInstance, context: Context, perMinute: number): void => {
  const { oidc, site } = context
  app.get<{ Params: { provider: string }; Querystring: { returnTo?: string } }>(
    '/api/sign-in/oidc/:provider',
    {
      exposeHeadRoute: false,
      config: slowly(perMinute * 3),
      schema: {
        ...documented(
          'beginOidc',
          'Go to a provider to sign in; comes back to ?returnTo=, a path of this site',
        ).schema,
        querystring: Begin,
      },
    },
    async (request, reply) => {
      const provider = providerNamed(context, request.params.provider)
      const begun = await oidc.begin(provider, returnPath(request.query.returnTo))
      if (begun === 'unreachable') return wentWrong(reply, 'unreachable')
      const { name, options } = flowCookie(site())
      return reply
        .header('cache-control', 'no-store')
        .setCookie(name, begun.sealed, { ...options, maxAge: flowMs / 1_000 })
        .redirect(begun.url, 303)
    },
  )

  app.get<{ Params: { provider: string } }>(
    '/api/sign-in/oidc/:provider/callback',
    {
      exposeHeadRoute: false,
      config: slowly(perMinute),
      schema: {
        ...documented('finishOidc', 'Where a provider sends the browser back to').schema,
        hide: true,
      },
    },
    async (request, reply) => {
      const provider = providerNamed(context, request.params.provider)
      const { name, options } = flowCookie(site())
      const sealed = request.cookies[name]
      reply.clearCookie(name, options)
      return comeBack(context, request, reply, provider, sealed)
    },
  )
}

const comeBack = async (
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  provider: OidcProvider,
  sealed: string | undefined,
): Promise<FastifyReply> => {
  const { oidc } = context
  const flow = await oidc.resume(provider, sealed)
  if (flow === undefined) return wentWrong(reply, 'elsewhere')
  const at = request.url.indexOf('?')
  const vouched = await oidc.vouched(provider, flow, at < 0 ? '' : request.url.slice(at))
  const fault =
    typeof vouched === 'string'
      ? vouched
      : flow.link === undefined
        ? await comeIn(context, request, reply, provider, vouched)
        : await linkTo(context, request, provider, vouched, flow.link)
  if (fault === undefined) return onward(reply, flow.returnTo)
  request.log.info({ provider: provider.id, fault }, 'a provider let nobody in')
  return wentWrong(reply, fault)
}

const comeIn = async (
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  provider: OidcProvider,
  vouched: Vouched,
): Promise<OidcFault | undefined> => {
  const person = await context.oidc.personBehind(provider, vouched)
  if (person === undefined) return 'nobody'
  context.takeTurn(person)
  // Somebody who is accredited nowhere is nobody here: who she was is not for the provider to learn.
  if (!mayVouch(provider, context.keeper.state(), person))
    return provider.member === undefined ? 'nobody' : 'not-theirs'
  await enter(
    context,
    request,
    reply,
    person,
    { way: 'oidc', with: provider.id, by: provider.label.en },
    'cookie',
  )
  return undefined
}

const linkTo = async (
  context: Context,
  request: FastifyRequest,
  provider: OidcProvider,
  { issuer, sub, shown }: Vouched,
  { person, signIn }: { readonly person: PersonId; readonly signIn: string },
): Promise<OidcFault | undefined> => {
  const { accounts, ways, keeper } = context
  if (!(await accounts.holds({ signIn }))) return 'elsewhere'
  if (!mayVouch(provider, keeper.state(), person)) return 'not-theirs'
  const account: Account = {
    id: accountId(issuer, sub),
    provider: provider.id,
    issuer,
    sub,
    shown,
    since: keeper.now(),
  }
  if ((await ways.bind(person, account)) === 'taken') return 'taken'
  await note(context, request, person, 'accountLinked', provider.label.en)
  return undefined
}

const installLinking = (app: FastifyInstance, context: Context, perMinute: number): void => {
  const { ways, oidc, site, accounts } = context
  app.get('/api/accounts', documented('accounts', 'List the accounts I linked'), async request => {
    const own = await ways.read(selfBehind(request).person)
    return {
      accounts: (own?.accounts ?? []).map(({ id, provider, shown, since }) => ({
        id,
        provider,
        label: oidc.find(provider)?.label ?? null,
        shown,
        since,
      })),
    }
  })

  app.post<{ Params: { provider: string }; Body: { returnTo?: string } | null }>(
    '/api/accounts/:provider',
    {
      config: slowly(perMinute),
      ...documented('linkAccount', 'Begin to link an account at a provider; says where to go'),
    },
    async (request, reply) => {
      const caller = selfBehind(request)
      context.takeTurn(caller.person)
      const provider = providerNamed(context, request.params.provider)
      await requireFresh(context, caller)
      if (!mayVouch(provider, context.keeper.state(), caller.person))
        throw problemError('forbidden', { detail: sentences['not-theirs'] })
      const begun = await oidc.begin(provider, '/', { person: caller.person, signIn: caller.signIn })
      if (begun === 'unreachable') throw problemError('provider-unreachable')
      const { name, options } = flowCookie(site())
      reply.setCookie(name, begun.sealed, { ...options, maxAge: flowMs / 1_000 })
      return { url: begun.url }
    },
  )

  app.delete<{ Params: { id: string }; Querystring: { anyway?: 'true' } }>(
    '/api/accounts/:id',
    {
      schema: {
        ...documented('removeAccount', 'Remove an account I linked, and end the sign-ins it opened').schema,
        querystring: Type.Object(
          { anyway: Type.Optional(Type.Literal('true')) },
          { additionalProperties: false },
        ),
      },
    },
    async (request, reply) => {
      const caller = selfBehind(request)
      let gone: Account | undefined
      const left = await ways.change<'none' | 'last'>(caller.person, before => {
        gone = before.accounts.find(({ id }) => id === request.params.id)
        if (gone === undefined) return 'none'
        const after = { ...before, accounts: before.accounts.filter(each => each !== gone) }
        const may =
          canComeBack(context, after) || request.query.anyway === 'true' || !canComeBack(context, before)
        return may ? after : 'last'
      })
      if (left === 'none') throw notFound()
      if (left === 'last') throw problemError('last-way-in')
      await accounts.revokeAll(
        caller.person,
        row => row.way === 'oidc' && row.with === gone!.provider && row.id !== caller.signIn,
      )
      await note(context, request, caller.person, 'accountRemoved', oidc.find(gone!.provider)?.label.en)
      return reply.code(204).send()
    },
  )
}
