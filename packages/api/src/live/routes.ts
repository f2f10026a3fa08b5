import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { counted } from '../access/limits.ts'
import type { Context } from '../context.ts'
import { malformed, problemError } from '../http/problem.ts'
import type { Outlet } from './hub.ts'

export interface LiveLimits {
  readonly perPerson: number
  readonly perAddress: number
  readonly inAll: number
}

export const liveLimits: LiveLimits = { perPerson: 8, perAddress: 64, inAll: 10_000 }

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

/** Sockets that carry a stream: nothing else is answered on them. */
const streaming = new WeakSet<Socket>()

const streamHead = (reply: FastifyReply): string => {
  const headers = {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    connection: 'close',
    date: new Date().toUTCString(),
  }
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map(one => `${name}: ${one}`),
  )
  return `HTTP/1.1 200 OK\r\n${lines.join('\r\n')}\r\n\r\nretry: 2000\n\n`
}

/**
 * Where the frames of a stream go: straight into the socket, which costs two thirds of what the framework's response
 * costs, in time as in memory. The answer has no length and ends with the connection (RFC 9112 §6.3, case 8).
 */
const outletOf = (socket: Socket): Outlet => ({
  // What the system takes at once counts for nothing; only what is left makes the reader full.
  write: bytes => socket.write(bytes) || socket.writableLength === 0,
  close: () => socket.destroy(),
})

/** Turns a request into a stream from `next` on; `release` is called once, when it is over. */
const openStream = (
  { hub }: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  next: number,
  release: () => void,
): void => {
  const { caller } = request
  const { socket } = request.raw
  const head = streamHead(reply)
  reply.hijack()
  // Whoever hung up while we looked who she is would keep her place for ever.
  if (socket.destroyed) {
    release()
    return
  }
  reply.raw.detachSocket(socket)
  streaming.add(socket)
  socket.write(head)
  const reader = hub.join(outletOf(socket), next, caller)
  socket.on('drain', () => hub.drained(reader))
  socket.once('close', () => {
    hub.leave(reader)
    release()
  })
}

/** `GET /api/live`: the record as server-sent events, from an index on. */
export const installLive = (
  app: FastifyInstance,
  context: Context,
  limits: LiveLimits = liveLimits,
): void => {
  const places = counter(limits)
  app.server.on('request', ({ socket }) => {
    if (streaming.has(socket)) socket.destroy()
  })
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
      const key = counted(request)
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
