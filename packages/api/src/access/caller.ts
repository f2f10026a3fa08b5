import type { PersonId } from '@gavel/kernel'
import type { FastifyRequest } from 'fastify'
import { problemError } from '../http/problem.ts'
import type { Caller } from './accounts.ts'

/** Who is signed in. Throws a 401 when nobody is. */
export const callerBehind = (request: FastifyRequest): Caller => {
  if (request.caller === null) throw problemError('unauthenticated', {}, { 'www-authenticate': 'Bearer' })
  return request.caller
}

/** Who acts is who is signed in: the message cannot say otherwise. */
export const personBehind = (request: FastifyRequest): PersonId => callerBehind(request).person

/** Who is signed in, as herself: whoever sits in a seat of a demonstration has no ways in of her own. */
export const selfBehind = (request: FastifyRequest): Caller => {
  const caller = callerBehind(request)
  if (caller.way === 'demonstration')
    throw problemError('forbidden', { detail: 'A seat of the demonstration is anybody’s.' })
  return caller
}
