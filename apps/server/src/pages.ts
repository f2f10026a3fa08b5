import { type Context, hidden, isSameOrigin, keepSignIn, notFound, problemError } from '@gavel/api'
import type { FastifyInstance } from 'fastify'
import { escapeHtml } from './formats.ts'
import { homeHtml } from './home.ts'
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

const tokenForm = /^[A-Za-z0-9_-]{10,200}$/

/** Pages that need no script: what this is, and the way in for whoever opens an invitation. */
export const installPages = async (
  app: FastifyInstance,
  context: Context,
  demonstration: boolean,
): Promise<void> => {
  const html = 'text/html; charset=utf-8'
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, text, done) => done(null, new URLSearchParams(text as string)),
  )
  app.get('/', hidden, async (_request, reply) =>
    reply
      .type(html)
      .header('cache-control', 'no-cache')
      .send(page('Gavel', await homeHtml(context, demonstration))),
  )
  app.get('/style.css', hidden, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(style),
  )
  app.get<{ Params: { token: string } }>('/sign-in/:token', hidden, (request, reply) => {
    if (!tokenForm.test(request.params.token)) throw notFound()
    return reply.type(html).header('cache-control', 'no-store').send(signInPage(request.params.token))
  })
  app.post<{ Body: URLSearchParams | undefined }>(
    '/sign-in',
    { bodyLimit: 2_048, ...hidden, config: { rateLimit: { max: 10, timeWindow: 60_000 } } },
    async (request, reply) => {
      if (!isSameOrigin(request)) throw problemError('cross-site')
      const token = request.body instanceof URLSearchParams ? request.body.get('token') : null
      const signedIn =
        token !== null && tokenForm.test(token) ? await context.accounts.redeem(token) : undefined
      if (signedIn === undefined)
        throw problemError('unauthenticated', { detail: 'The invitation is void, spent or expired.' })
      return keepSignIn(reply, signedIn.token).redirect('/', 303)
    },
  )
}
