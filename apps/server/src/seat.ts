import {
  type Context,
  enter,
  forgetSignIn,
  hidden,
  notFound,
  problemError,
  requireOwnSite,
  returnPath,
  slowly,
  view,
} from '@gavel/api'
import { Capacity, type CapacityShape, sentenceOf } from '@gavel/contract'
import { capacityName, type Capacity as DomainCapacity, standing } from '@gavel/domain'
import { hourMs, minuteMs, type PersonId } from '@gavel/kernel'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { banner, demonstrationText } from './demonstration.ts'
import { formBytes, installForms, ownForm } from './forms.ts'
import { NotAllowed, submitOwn } from './founding.ts'
import { offeredSeats, seatAct, seatName, seatOf } from './seats.ts'

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

/** A seat is for a visit: whoever comes back tomorrow takes it again. */
const seatMs = 24 * hourMs
/** Who has done something within this time sits there now. */
const nowMs = 15 * minuteMs
/** Counting everybody who sits reads many rows; whoever asks within this time is told the same. */
const countedMs = 2_000

/** The person of a seat, accredited on the record when nobody has taken it before. */
const seated = async ({ keeper }: Context, as: DomainCapacity): Promise<PersonId> => {
  const person = seatOf(as) as PersonId
  const state = keeper.state().institution
  if (standing(state, person, as, 'read', keeper.now()) === null) return person
  try {
    await submitOwn(keeper, [seatAct(state, as, keeper.now())])
    return person
  } catch (error) {
    if (!(error instanceof NotAllowed)) throw error
    throw problemError('unprocessable', { detail: whyNoSeat(as, error) })
  }
}

/** Signs in for a seat. */
const sit = async (
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  as: DomainCapacity,
  how: 'cookie' | 'bearer',
) => {
  const person = await seated(context, as)
  return enter(context, request, reply, person, { way: 'demonstration', lasts: seatMs }, how)
}

/** A seat by one press on a page without a script: the form names the seat, and where to begin. */
const installPress = (app: FastifyInstance, context: Context): void => {
  installForms(app)
  app.post<{ Body: URLSearchParams | undefined }>(
    '/seat',
    { bodyLimit: formBytes, ...hidden, config: slowly(240) },
    async (request, reply) => {
      const form = ownForm(request, context)
      const { keeper } = context
      const wanted = form.get('seat') ?? ''
      const seat = offeredSeats(keeper.state(), demonstrationText, keeper.now()).find(
        ({ as }) => capacityName(as) === wanted,
      )
      if (seat === undefined)
        throw problemError('unprocessable', {
          detail: `This organisation has no seat ${wanted.slice(0, 80)}.`,
        })
      await sit(context, request, reply, seat.as, 'cookie')
      return reply.redirect(returnPath(form.get('to') ?? undefined), 303)
    },
  )
}

/**
 * The seats of a demonstration: `GET /api/demo/seats` lists them, `POST /api/demo/seat` is a sign-in for any of them,
 * for whoever asks, `DELETE /api/demo/seat` leaves it. Installed over the record of a demonstration and nowhere else.
 */
export const installSeats = (app: FastifyInstance, context: Context): void => {
  app.post<{ Body: { as: CapacityShape; how?: 'cookie' | 'bearer' } }>(
    '/api/demo/seat',
    {
      // A new seat is an entry on the record; a class that begins comes from one address.
      config: slowly(240),
      schema: {
        ...view('demonstration', 'takeSeat', 'Demonstration only: a sign-in for any role').schema,
        body: Body,
      },
    },
    async (request, reply) => {
      requireOwnSite(request, context.site())
      const as = request.body.as as DomainCapacity
      const { how = 'bearer' } = request.body
      const came = await sit(context, request, reply, as, how)
      return { demonstration: banner, as, name: seatName(context.keeper.state().institution, as), ...came }
    },
  )

  app.delete(
    '/api/demo/seat',
    view('demonstration', 'leaveSeat', 'Demonstration only: leave the seat I sit in'),
    async (request, reply) => {
      const { caller } = request
      if (caller?.way !== 'demonstration') throw notFound()
      await context.accounts.revoke(caller.person, caller.signIn)
      return forgetSignIn(reply, context.site()).code(204).send()
    },
  )

  installList(app, context)
  installPress(app, context)
}

const installList = (app: FastifyInstance, { keeper, accounts }: Context): void => {
  let counted: { readonly at: number; readonly sitting: Promise<ReadonlyMap<PersonId, number>> } | undefined
  app.get(
    '/api/demo/seats',
    view('demonstration', 'seats', 'Demonstration only: the seats there are, and how many sit in each now'),
    async request => {
      const seats = offeredSeats(keeper.state(), demonstrationText, keeper.now())
      const persons = seats.map(({ as }) => seatOf(as) as PersonId)
      if (counted === undefined || Date.now() - counted.at > countedMs)
        counted = { at: Date.now(), sitting: accounts.sitting(persons, nowMs) }
      const sitting = await counted.sitting
      return {
        demonstration: banner,
        seats: seats.map((seat, at) => ({
          ...seat,
          person: persons[at]!,
          sitting: sitting.get(persons[at]!) ?? 0,
          mine: request.caller?.way === 'demonstration' && request.caller.person === persons[at],
        })),
      }
    },
  )
}
