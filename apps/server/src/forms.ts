import { type Context, isSameOrigin, problemError } from '@gavel/api'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Lets the routes of this part read forms, as pages without a script send them. */
export const installForms = (app: FastifyInstance): void => {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, text, done) => done(null, new URLSearchParams(text as string)),
  )
}

/** The form a page of this very site has sent. Throws a 403 for one that comes from elsewhere, or does not say. */
export const ownForm = (request: FastifyRequest, context: Context): URLSearchParams => {
  if (!isSameOrigin(request, context.site())) throw problemError('cross-site')
  return request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
}

/** A form holds a few short fields. */
export const formBytes = 2_048
