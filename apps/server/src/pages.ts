import {
  type Context,
  enterByInvitation,
  enterByLink,
  hidden,
  isSameOrigin,
  notFound,
  openLink,
  problemError,
  slowly,
} from '@gavel/api'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { escapeHtml } from './formats.ts'
import { homeHtml } from './home.ts'
import type { Shell } from './screens.ts'
import { style } from './style.ts'

const page = (title: string, body: string): string =>
  `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><link rel="stylesheet" href="/style.css"></head>
<body><a class="skip" href="#main">To the text</a>
${body}
</body></html>
`

const signInPage = (token: string): string =>
  page(
    'Sign in to Gavel',
    `<main id="main" class="wrap"><h1>Sign in</h1><p>This link works once, for the person it was made for.</p>
<form method="post" action="/sign-in"><input type="hidden" name="token" value="${escapeHtml(token)}">
<button type="submit">Sign in</button></form></main>`,
  )

/** What the device that opened a link shows until the other one has approved it; sent as often as it takes. */
const codePage = (claim: string, code: string | undefined): string =>
  page(
    'Sign in to Gavel',
    `<main id="main" class="wrap"><h1>Sign in</h1>
${
  code === undefined
    ? '<p role="status">Your other device has not approved this one yet.</p>'
    : `<p>Compare this code with the one your other device shows, and approve it there:</p>
<p><strong class="code">${escapeHtml(code)}</strong></p>`
}
<form method="post" action="/sign-in"><input type="hidden" name="token" value="${escapeHtml(claim)}">
<button type="submit">It is approved</button></form></main>`,
  )

const tokenForm = /^[A-Za-z0-9_-]{10,200}$/

/** Comes in by whatever a form carries: an invitation, a link, or the claim a link has become. */
const comeIn = async (
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  form: URLSearchParams,
): Promise<string | undefined> => {
  const token = form.get('token') ?? ''
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
  return 'state' in come ? codePage(token, undefined) : undefined
}

/** Pages that need no script: what this is, and the way in for whoever opens an invitation. */
export const installPages = async (
  app: FastifyInstance,
  context: Context,
  demonstration: boolean,
  shell: Shell | undefined,
): Promise<void> => {
  const html = 'text/html; charset=utf-8'
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, text, done) => done(null, new URLSearchParams(text as string)),
  )
  app.get('/', hidden, async (request, reply) => {
    if (shell !== undefined && request.caller !== null) return shell(request, reply)
    return reply
      .type(html)
      .header('cache-control', 'no-cache')
      .send(page('Gavel', await homeHtml(context, demonstration)))
  })
  app.get('/style.css', hidden, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(style),
  )
  app.get<{ Params: { token: string } }>('/sign-in/:token', hidden, (request, reply) => {
    if (!tokenForm.test(request.params.token)) throw notFound()
    return reply.type(html).header('cache-control', 'no-store').send(signInPage(request.params.token))
  })
  app.post<{ Body: URLSearchParams | undefined }>(
    '/sign-in',
    { bodyLimit: 2_048, ...hidden, config: slowly(20) },
    async (request, reply) => {
      if (!isSameOrigin(request, context.site())) throw problemError('cross-site')
      const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
      const shown = await comeIn(context, request, reply, form)
      if (shown === undefined) return reply.redirect('/', 303)
      return reply.type(html).header('cache-control', 'no-store').send(shown)
    },
  )
}
