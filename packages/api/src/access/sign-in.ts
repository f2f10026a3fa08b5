import fastifyCookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { problemError } from '../http/problem.ts'
import type { Site } from './site.ts'

/**
 * The cookie of a sign-in. `__Host-` binds it to this very host over https or on localhost; where the operator serves
 * plain http on another name, no browser would keep such a cookie, and it goes without.
 */
export const cookieOf = (site: Site, name = 'gavel') => ({
  name: site.secure ? `__Host-${name}` : name,
  options: { path: '/', httpOnly: true, secure: site.secure, sameSite: 'strict' } as const,
})

/** Keeps a sign-in in the browser for the thirty days it lasts, strict and unreadable for scripts. */
export const keepSignIn = (reply: FastifyReply, token: string, site: Site): FastifyReply => {
  const { name, options } = cookieOf(site)
  return reply.setCookie(name, token, { ...options, maxAge: 30 * 24 * 3600 })
}

/** Takes the sign-in out of the browser. */
export const forgetSignIn = (reply: FastifyReply, site: Site): FastifyReply => {
  const { name, options } = cookieOf(site)
  return reply.clearCookie(name, options)
}

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * Whether a request that changes something comes from a page of this very host: its Origin is the public address or
 * names the host it was sent to, or, where a browser sends none, it says itself that the page is of the same origin.
 */
export const isSameOrigin = (request: FastifyRequest, site: Site): boolean => {
  const { origin, host } = request.headers
  if (origin === undefined) {
    const from = request.headers['sec-fetch-site']
    return from === 'same-origin' || from === 'none'
  }
  if (!URL.canParse(origin)) return false
  const from = new URL(origin)
  if (from.origin === site.origin) return true
  // A page of the public name that did not come over TLS may be anybody's on the way.
  return from.host === host && !(from.host === site.host && site.origin.startsWith('https:'))
}

/** Turns away a request for a sign-in that says it comes from a page of another site. Programs say nothing. */
export const requireOwnSite = (request: FastifyRequest, site: Site): void => {
  const from = request.headers['sec-fetch-site']
  if (request.headers.origin === undefined && (from === undefined || from === 'none')) return
  if (!isSameOrigin(request, site)) throw problemError('cross-site')
}

/**
 * Finds out who is signed in, before anything else looks at the request. Who is barred is turned away only after the
 * request was counted: otherwise tokens could be tried without limit.
 */
export const installCaller = async (
  app: FastifyInstance,
  { accounts, site }: Pick<Context, 'accounts' | 'site'>,
) => {
  await app.register(fastifyCookie)
  app.decorateRequest('caller', null)
  app.decorateRequest('barred', null)
  app.addHook('onRequest', async request => {
    const { authorization } = request.headers
    if (authorization !== undefined) {
      const token = /^Bearer ([A-Za-z0-9_-]{1,200})$/i.exec(authorization)?.[1]
      request.caller = token === undefined ? null : await accounts.authenticate(token, 'bearer')
      if (request.caller === null)
        request.barred = problemError(
          'unauthenticated',
          {},
          { 'www-authenticate': 'Bearer error="invalid_token"' },
        )
      return
    }
    const cookie = request.cookies[cookieOf(site()).name]
    if (cookie === undefined) return
    request.caller = await accounts.authenticate(cookie, 'cookie')
    if (unsafe.has(request.method) && !isSameOrigin(request, site()))
      request.barred = problemError('cross-site')
  })
  app.addHook('preParsing', async request => {
    if (request.barred !== null) throw request.barred
  })
}
