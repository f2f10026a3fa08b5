import { type Context, hidden, isSameOrigin, keepSignIn, notFound, problemError } from '@gavel/api'
import { texts } from '@gavel/domain'
import { get } from '@gavel/kernel'
import { printHtml } from '@gavel/text'
import type { FastifyInstance } from 'fastify'
import { banner, demonstrationText } from './demonstration.ts'
import { escapeHtml } from './formats.ts'

const style = `:root{color-scheme:light dark}body{font:1.05rem/1.6 system-ui,sans-serif;margin:0}
main{max-width:46rem;margin:0 auto;padding:1.5rem}h1{line-height:1.2}.banner{border:2px solid;padding:.75rem 1rem;font-weight:600}
pre{overflow:auto;padding:.75rem;border:1px solid}.draft p{margin:.8rem 0}a:focus-visible,button:focus-visible{outline:3px solid;outline-offset:2px}
button{font:inherit;padding:.5rem 1rem}`

const page = (title: string, body: string): string =>
  `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><link rel="stylesheet" href="/style.css"></head>
<body><main>
${body}
</main></body></html>
`

const demonstration = ({ keeper }: Context): string => {
  const state = keeper.state()
  const text = texts.textOf(state.texts, demonstrationText)
  if (text === undefined || text.audience.kind !== 'public') return ''
  const names: texts.NameOf = member => get(state.institution.parties, member)?.name.en ?? member
  return `<section aria-labelledby="demo"><h2 id="demo">${escapeHtml(text.title)}</h2>
<p class="banner" role="note">${escapeHtml(banner)}</p>
<p>${text.disputed} places are in dispute. The same as <a href="/api/texts/${demonstrationText}">data</a>.</p>
${printHtml(texts.compilationOf(text, names))}</section>`
}

const home = async (context: Context): Promise<string> => {
  const { keeper } = context
  const { organisation } = keeper.state().institution
  const checkpoint = await keeper.latestCheckpoint()
  const name = escapeHtml(organisation?.name.en ?? 'An organisation')
  return page(
    'Gavel',
    `<h1>Gavel</h1>
<p>Gavel runs an organisation that decides by consensus: from a disputed draft, through agreement, to a commitment
somebody can be seen to have kept. This server keeps the record of <strong>${name}</strong>: ${keeper.head().size} entries.</p>
<nav aria-label="Ways in"><ul>
<li><a href="/api/openapi.json">The API, as an OpenAPI 3.1 document</a></li>
<li><a href="/api/texts">Texts</a>, <a href="/api/decisions">decisions</a>, <a href="/api/silences">silence procedures</a>,
<a href="/api/members">members</a>, <a href="/api/rules">rules</a></li>
<li>The log, for anybody to verify: <a href="/log/checkpoint">checkpoint</a>, <a href="/log/vkey">public key</a></li>
</ul></nav>
${demonstration(context)}
<section aria-labelledby="checkpoint"><h2 id="checkpoint">The latest checkpoint</h2>
<pre>${escapeHtml(checkpoint?.note ?? 'none is signed yet')}</pre></section>`,
  )
}

const signInPage = (token: string): string =>
  page(
    'Sign in to Gavel',
    `<h1>Sign in</h1><p>This link works once.</p>
<form method="post" action="/sign-in"><input type="hidden" name="token" value="${escapeHtml(token)}">
<button type="submit">Sign in</button></form>`,
  )

const tokenForm = /^[A-Za-z0-9_-]{10,200}$/

/** Pages that need no script: what this is, and the way in for whoever opens an invitation. */
export const installPages = async (app: FastifyInstance, context: Context): Promise<void> => {
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
      .send(await home(context)),
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
