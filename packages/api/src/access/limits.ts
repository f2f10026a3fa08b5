import type { PersonId } from '@gavel/kernel'
import type { FastifyRequest } from 'fastify'
import { problemError } from '../http/problem.ts'
import { addressOf } from './device.ts'
import { limiter } from './limiter.ts'

/** Whom a request counts for: the person behind it, else the address it comes from. */
export const counted = (request: FastifyRequest): string =>
  request.caller === null ? addressOf(request.ip) : `person ${request.caller.person}`

/**
 * The files the screens are made of. They are many, the same for all and kept by the browser for good; counted, a hall whose
 * devices open Gavel at once behind one address would shut itself out.
 */
export const isScreenFile = ({ url }: Pick<FastifyRequest, 'url'>): boolean =>
  /^\/(assets\/[\w.-]+|worker\.js|kept\.json|icon\.svg|manifest\.webmanifest)(\?|$)/.test(url)

/** The limit of a route by which somebody comes in: by address, whoever she says she is. */
export const slowly = (perMinute: number) => ({
  rateLimit: {
    max: perMinute,
    timeWindow: 60_000,
    keyGenerator: (request: FastifyRequest) => addressOf(request.ip),
  },
})

/** Attempts in a person's name, from wherever they come: thrown out as a 429 beyond so many a minute. */
export const turns = (perMinute: number) => {
  const counts = limiter(perMinute, 60_000)
  return (person: PersonId): void => {
    const wait = counts.take(person)
    if (wait > 0)
      throw problemError('too-many-requests', {}, { 'retry-after': String(Math.ceil(wait / 1_000)) })
  }
}
