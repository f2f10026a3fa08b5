import { entryBundle, parseTilePath, RecordFault, type TilePlace } from '@gavel/record'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../context.ts'
import { notFound } from '../http/problem.ts'
import type { Keeper } from '../ports.ts'

/**
 * The log as static files (C2SP tlog-tiles 0.1): a checkpoint that changes, and tiles that never do. Everything
 * here is public; a restricted act stands in it as a salted commitment. Any web server can mirror the three paths.
 */
export const installLog = (app: FastifyInstance, { keeper, vkey }: Context): void => {
  app.get('/log/checkpoint', { schema: { hide: true } }, async (_request, reply) => {
    const checkpoint = await keeper.latestCheckpoint()
    if (checkpoint === undefined) throw notFound()
    return reply.header('cache-control', 'no-cache').type('text/plain; charset=utf-8').send(checkpoint.note)
  })

  app.get('/log/vkey', { schema: { hide: true } }, (_request, reply) => {
    if (vkey === undefined) throw notFound()
    return reply.header('cache-control', 'no-cache').type('text/plain; charset=utf-8').send(`${vkey}\n`)
  })

  app.get<{ Params: { '*': string } }>('/log/tile/*', { schema: { hide: true } }, async (request, reply) => {
    const place = placeOf(`tile/${request.params['*']}`)
    const { level, index, width } = place
    const bytes =
      level === 'entries' ? await bundle(keeper, index, width) : await keeper.tile(level, index, width)
    if (bytes === undefined) throw notFound()
    return immutable(reply).send(Buffer.from(bytes))
  })
}

const placeOf = (path: string): TilePlace => {
  try {
    return parseTilePath(path)
  } catch (error) {
    if (error instanceof RecordFault) throw notFound()
    throw error
  }
}

/** A tile of a given width never changes: the entries behind it come into a wider one, at another path. */
const immutable = (reply: FastifyReply): FastifyReply =>
  reply.header('cache-control', 'public, max-age=31536000, immutable').type('application/octet-stream')

const bundle = async (keeper: Keeper, index: number, width: number): Promise<Uint8Array | undefined> => {
  const leaves = await keeper.leaves(index, width)
  return leaves && entryBundle(leaves)
}
