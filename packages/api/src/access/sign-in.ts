import fastifyCookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { problemError } from '../http/problem.ts'

export const cookieName = '__Host-gavel'
/** Strict and unreadable for scripts; `__Host-` binds it to this very host, over https or localhost. */
export const cookieOptions = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' } as const

/** Keeps a sign-in in the browser for the thirty days it lasts. */
export const keepSignIn = (reply: FastifyReply, token: string): FastifyReply =>
  reply.setCookie(cookieName, token, { ...cookieOptions, maxAge: 30 * 24 * 3600 })

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * Whether a request that changes something comes from a page of this very host: its Origin names the host it was
 * sent to, or, where a browser sends none, it says itself that the page is of the same origin.
 */
export const isSameOrigin = (request: FastifyRequest): boolean => {
  const { origin, host } = request.headers
  if (origin !== undefined) return URL.canParse(origin) && new URL(origin).host === host
  const site = request.headers['sec-fetch-site']
  return site === 'same-origin' || site === 'none'
}

/**
 * Finds out who is signed in, before anything else looks at the request. Who is barred is turned away only after the
 * request was counted: otherwise tokens could be tried without limit.
 */
export const installCaller = async (app: FastifyInstance, { accounts }: Pick<Context, 'accounts'>) => {
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
    const cookie = request.cookies[cookieName]
    if (cookie === undefined) return
    request.caller = await accounts.authenticate(cookie, 'cookie')
    if (unsafe.has(request.method) && !isSameOrigin(request)) request.barred = problemError('cross-site')
  })
  app.addHook('preParsing', async request => {
    if (request.barred !== null) throw request.barred
  })
}
