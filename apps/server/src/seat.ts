import { type Context, isSameOrigin, keepSignIn, problemError, view } from '@gavel/api'
import { Capacity, type CapacityShape, sentenceOf } from '@gavel/contract'
import { capacityName, type Capacity as DomainCapacity, standing } from '@gavel/domain'
import type { PersonId } from '@gavel/kernel'
import type { FastifyInstance } from 'fastify'
import { banner, seatAct, seatOf } from './demonstration.ts'
import { NotAllowed, submitOwn } from './founding.ts'

const Body = {
  type: 'object',
  required: ['as'],
  additionalProperties: false,
  properties: { as: Capacity, how: { enum: ['cookie', 'bearer'] } },
} as const

/** A sentence for whoever asked for a seat there is not. */
const whyNoSeat = (as: DomainCapacity, { rule, message }: NotAllowed): string => {
  if (rule === 'I-23') return `This organisation has no seat ${capacityName(as)}.`
  return rule === undefined
    ? message
    : `The seat ${capacityName(as)} is not given: ${sentenceOf(rule)} (${rule})`
}

/**
 * `POST /api/demo/seat`: a sign-in for any role, for whoever asks. Installed over the record of a demonstration and
 * nowhere else.
 */
export const installSeats = (app: FastifyInstance, { keeper, accounts }: Context): void => {
  app.post<{ Body: { as: CapacityShape; how?: 'cookie' | 'bearer' } }>(
    '/api/demo/seat',
    {
      // Each new seat is an entry on the record.
      config: { rateLimit: { max: 60, timeWindow: 60_000 } },
      schema: {
        ...view('demonstration', 'takeSeat', 'Demonstration only: a sign-in for any role').schema,
        body: Body,
      },
    },
    async (request, reply) => {
      if (request.headers.origin !== undefined && !isSameOrigin(request)) throw problemError('cross-site')
      const as = request.body.as as DomainCapacity
      try {
        const person = seatOf(as) as PersonId
        if (standing(keeper.state().institution, person, as, 'read', keeper.now()) !== null)
          await submitOwn(keeper, [seatAct(as, keeper.now())])
      } catch (error) {
        if (!(error instanceof NotAllowed)) throw error
        throw problemError('unprocessable', { detail: whyNoSeat(as, error) })
      }
      const person = seatOf(as) as PersonId
      const token = await accounts.signIn(person, 'demonstration')
      reply.header('cache-control', 'no-store')
      if (request.body.how === 'cookie') {
        keepSignIn(reply, token)
        return { demonstration: banner, person, as }
      }
      return { demonstration: banner, person, as, token }
    },
  )
}
