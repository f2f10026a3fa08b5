import { OutcomeUnknown } from '@gavel/application'
import {
  actListOf,
  actMessage,
  type CapacityShape,
  contentTooDeep,
  limits,
  Problem,
  Receipt,
  Receipts,
  typedActMessage,
} from '@gavel/contract'
import type { PersonId } from '@gavel/kernel'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { personBehind } from '../access/caller.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Context } from '../context.ts'
import { malformed, ProblemError, problemError, sendProblem } from '../http/problem.ts'
import { checkOf } from '../http/validation.ts'
import type { ActToSend } from '../ports.ts'
import { problemFor, receiptFor } from './answer.ts'
import { requireReadable } from './known.ts'

interface Message {
  readonly id: string
  readonly as: CapacityShape
  readonly body: object
}

export const submitActs = async (context: Context, acts: readonly ActToSend[]) => {
  const pending = new Set(
    acts.filter(act => act.type === 'texts.introduce').map(act => (act.body as { text: string }).text),
  )
  // What a later act of a room names may be made by an earlier one of the list: there the room's own rules answer.
  for (const [at, act] of acts.entries())
    if (at === 0 || context.catalogue.roomOf(act.type) === undefined) requireReadable(context, act, pending)
  try {
    return await context.keeper.submit(acts)
  } catch (error) {
    if (error instanceof OutcomeUnknown)
      throw problemError(
        'unavailable',
        { detail: 'Whether it was recorded is not known. Send the same again, under the same id.' },
        { 'retry-after': '1' },
      )
    throw error
  }
}

const toAct = (type: string, by: PersonId, { id, as, body }: Message): ActToSend =>
  ({ type, id, by, as, body }) as unknown as ActToSend

const requireShallow = (body: unknown): void => {
  const pointer = contentTooDeep(body)
  if (pointer !== undefined)
    throw malformed([{ pointer, message: `nests more than ${limits.contentDepth} options` }])
}

const answers = {
  200: Receipt,
  201: Receipt,
  '4xx': Problem,
  '5xx': Problem,
}

const oneAct = (app: FastifyInstance, context: Context, type: string): void => {
  const { body: shape, summary } = context.catalogue.act(type)!
  const body = actMessage(shape)
  app.post<{ Body: Message }>(
    `/api/acts/${type}`,
    {
      schema: {
        tags: [type.split('.', 1)[0]!],
        operationId: type,
        summary,
        security: [{ cookie: [] }, { bearer: [] }],
        body,
        response: answers,
      },
    },
    async (request, reply) => {
      const by = personBehind(request)
      requireShallow(request.body.body)
      const answer = await submitActs(context, [toAct(type, by, request.body)])
      if (answer.kind !== 'recorded') return sendProblem(reply, problemFor(answer, false, context.catalogue))
      return reply
        .code(answer.repeated ? 200 : 201)
        .header('location', `/api/entries/${answer.receipt.index}`)
        .send(receiptFor(request.body.id, answer.receipt.index, answer))
    },
  )
}

interface TypedMessage extends Message {
  readonly type: string
}

/** Each act of a list is checked by its own shape; all faults are told at once, with their place in the list. */
const requireFit = ({ catalogue }: Context, acts: readonly TypedMessage[]): void => {
  const faults = acts.flatMap((act, at) => {
    const deep = contentTooDeep(act.body)
    const own = checkOf(shapeOf(act.type, catalogue))(act)
    return [
      ...own,
      ...(deep === undefined ? [] : [{ pointer: `/body${deep}`, message: 'nests too deep' }]),
    ].map(fault => ({ ...fault, pointer: `/acts/${at}${fault.pointer}` }))
  })
  if (faults.length > 0) throw malformed(faults.slice(0, 50))
}

const shapes = new WeakMap<object, ReturnType<typeof typedActMessage>>()
const shapeOf = (type: string, catalogue: Catalogue) => {
  const { body } = catalogue.act(type)!
  const known = shapes.get(body)
  if (known) return known
  const made = typedActMessage(type, body)
  shapes.set(body, made)
  return made
}

/** Submits a list, of which all acts are recorded or none, and answers with a receipt for each. */
export const answerList = async (
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  acts: readonly TypedMessage[],
): Promise<FastifyReply> => {
  const by = personBehind(request)
  requireFit(context, acts)
  const answer = await submitActs(
    context,
    acts.map(act => toAct(act.type, by, act)),
  )
  if (answer.kind !== 'recorded') throw new ProblemError(problemFor(answer, true, context.catalogue))
  const receipts = await Promise.all(
    acts.map(async ({ id }, place) => receiptFor(id, (await context.keeper.findAct(id)) ?? place, answer)),
  )
  return reply.code(answer.repeated ? 200 : 201).send({ receipts })
}

/** `POST /api/acts/<chapter>.<verb>` for every act, and `POST /api/acts` for a list. */
export const installActs = (app: FastifyInstance, context: Context): void => {
  for (const type of context.catalogue.types) oneAct(app, context, type)
  app.post<{ Body: { acts: readonly TypedMessage[] } }>(
    '/api/acts',
    {
      bodyLimit: limits.importBytes,
      schema: {
        tags: ['lists'],
        operationId: 'acts',
        summary: 'Record a list of acts, all or none',
        security: [{ cookie: [] }, { bearer: [] }],
        body: actListOf(context.catalogue.types),
        response: { 200: Receipts, 201: Receipts, '4xx': Problem, '5xx': Problem },
      },
    },
    (request, reply) => answerList(context, request, reply, request.body.acts),
  )
}
