import { entryBundle, parseTilePath, RecordFault, type TilePlace, tileWidth } from '@gavel/record'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { notFound } from '../http/problem.ts'
import type { RecordPort } from '../ports.ts'

/**
 * The log as static files (C2SP tlog-tiles 0.1): a checkpoint that changes, and tiles that never do. Everything
 * here is public; a restricted act stands in it as a salted commitment. Any web server can mirror the three paths.
 */
export const installLog = (app: FastifyInstance, record: RecordPort): void => {
  app.get('/log/checkpoint', { schema: { hide: true } }, async (_request, reply) => {
    const note = await record.checkpoint()
    if (note === undefined) throw notFound()
    return reply.header('cache-control', 'no-cache').type('text/plain; charset=utf-8').send(note)
  })

  app.get('/log/vkey', { schema: { hide: true } }, (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('text/plain; charset=utf-8').send(`${record.vkey}\n`),
  )

  app.get<{ Params: { '*': string } }>('/log/tile/*', { schema: { hide: true } }, async (request, reply) => {
    const place = placeOf(`tile/${request.params['*']}`)
    const bytes = place.level === 'entries' ? await bundle(record, place) : await hashes(record, place)
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

const hashes = async (record: RecordPort, { level, index, width }: TilePlace): Promise<Uint8Array> => {
  const bytes = await record.tile(level as number, index)
  if (bytes === undefined || bytes.length < width * 32) throw notFound()
  return bytes.subarray(0, width * 32)
}

const bundle = async (record: RecordPort, { index, width }: TilePlace): Promise<Uint8Array> => {
  const from = index * tileWidth
  if (!Number.isSafeInteger(from) || from + width > record.size()) throw notFound()
  return entryBundle(await record.leaves(from, from + width))
}
