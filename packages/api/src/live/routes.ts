import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { type Viewer, viewerOf } from '../access/viewer.ts'
import type { Context } from '../context.ts'
import { malformed, problemError } from '../http/problem.ts'

export interface LiveLimits {
  readonly perPerson: number
  readonly perAddress: number
  readonly inAll: number
}

export const liveLimits: LiveLimits = { perPerson: 8, perAddress: 64, inAll: 4_000 }

/** Counts open streams by who holds them. */
const counter = (limits: LiveLimits) => {
  const open = new Map<string, number>()
  let inAll = 0
  return {
    /** Takes a place for the key, or says there is none. */
    take(key: string, most: number): boolean {
      const held = open.get(key) ?? 0
      if (held >= most || inAll >= limits.inAll) return false
      open.set(key, held + 1)
      inAll++
      return true
    },
    release(key: string): void {
      const held = (open.get(key) ?? 1) - 1
      if (held <= 0) open.delete(key)
      else open.set(key, held)
      inAll--
    },
  }
}

/** Where a stream starts: after what the client has (`Last-Event-ID`), at `?from=`, or now. */
const startOf = (lastId: string | undefined, from: number | undefined, size: number): number => {
  if (lastId !== undefined && lastId !== '') {
    if (!/^\d{1,15}$/.test(lastId) || Number(lastId) > size)
      throw malformed([{ pointer: '#headers/last-event-id', message: 'is not an id of this stream' }])
    return Number(lastId)
  }
  if (from !== undefined && from > size)
    throw malformed([
      { pointer: '#querystring/from', message: `is beyond the record, which has ${size} entries` },
    ])
  return from ?? size
}

/** Turns a request into a stream from `next` on; `release` is called once, when it is over. */
const openStream = (
  { keeper, accounts, hub }: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  next: number,
  release: () => void,
): void => {
  const { caller } = request
  reply.hijack()
  const { raw } = reply
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) raw.setHeader(name, value)
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  raw.write('retry: 2000\n\n')
  const viewer = async (): Promise<Viewer | null> =>
    caller !== null && !(await accounts.holds(caller))
      ? null
      : viewerOf(keeper.state(), caller?.person ?? null, keeper.now())
  const leave = hub.join(
    {
      write: text => raw.write(text),
      onDrain: drained => raw.on('drain', drained),
      close: () => raw.destroy(),
    },
    next,
    viewer,
  )
  let left = false
  const gone = (): void => {
    if (left) return
    left = true
    leave()
    release()
  }
  raw.on('close', gone)
  // Whoever hung up while we looked who she is has been closed already and would keep her place for ever.
  if (raw.destroyed || request.raw.destroyed || raw.socket?.destroyed === true) gone()
}

/** `GET /api/live`: the record as server-sent events, from an index on. */
export const installLive = (
  app: FastifyInstance,
  context: Context,
  limits: LiveLimits = liveLimits,
): void => {
  const places = counter(limits)
  app.get<{ Querystring: { from?: string } }>(
    '/api/live',
    {
      // A HEAD would hold a stream that shows nothing.
      exposeHeadRoute: false,
      schema: {
        tags: ['live'],
        operationId: 'live',
        summary: 'The record as server-sent events; resumes after Last-Event-ID or at ?from=',
        querystring: Type.Object(
          { from: Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })) },
          { additionalProperties: false },
        ),
      },
    },
    (request, reply) => {
      const { keeper } = context
      const { caller } = request
      const { from } = request.query
      const next = startOf(
        request.headers['last-event-id'] as string | undefined,
        from === undefined ? undefined : Number(from),
        keeper.head().size,
      )
      const key = caller === null ? `address ${request.ip}` : `person ${caller.person}`
      if (!places.take(key, caller === null ? limits.perAddress : limits.perPerson))
        throw problemError(
          'too-many-requests',
          { detail: 'Too many live streams are open.' },
          { 'retry-after': '5' },
        )

      openStream(context, request, reply, next, () => places.release(key))
    },
  )
}
