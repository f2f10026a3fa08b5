import { idPattern, limits } from '@gavel/contract'
import { institution, ownOf, stateEdition } from '@gavel/domain'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { personBehind } from '../access/caller.ts'
import { delegationsOf } from '../access/viewer.ts'
import { type Context, viewerBehind } from '../context.ts'
import { encodingFor } from '../http/encoding.ts'
import { malformed } from '../http/problem.ts'
import { classOf } from './class.ts'
import { type SnapshotOptions, snapshotDefaults, snapshots } from './snapshots.ts'

/** How many texts one snapshot may hold. */
const mostTexts = 16
const textId = new RegExp(idPattern)

/** The ids of texts asked for, each once and in one order, so that those who want the same get the same bytes. */
const textsIn = (query: string | undefined): readonly string[] => {
  const ids = query === undefined || query === '' ? [] : [...new Set(query.split(','))].sort()
  if (ids.length > mostTexts)
    throw malformed([{ pointer: '#querystring/texts', message: `names more than ${mostTexts} texts` }])
  if (ids.some(id => id.length > limits.id || !textId.test(id)))
    throw malformed([
      { pointer: '#querystring/texts', message: 'is a list of ids, with commas between them' },
    ])
  return ids
}

const afterIn = (query: string | undefined, size: number): number => {
  if (query === undefined) return 0
  if (Number(query) <= size) return Number(query)
  throw malformed([
    { pointer: '#querystring/after', message: `is beyond the record, which has ${size} entries` },
  ])
}

const query = Type.Object(
  {
    texts: Type.Optional(Type.String({ maxLength: mostTexts * (limits.id + 1) })),
    after: Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })),
  },
  { additionalProperties: false },
)

interface Query {
  readonly texts?: string
  readonly after?: string
}

/** `GET /api/sync`: the slice of the state a viewer may read; `/api/live?from=index` goes on where it ends. */
export const installSync = (
  app: FastifyInstance,
  context: Context,
  options: SnapshotOptions = snapshotDefaults,
): void => {
  const { keeper } = context
  const snapshotFor = snapshots(keeper, options)
  app.get<{ Querystring: Query }>(
    '/api/sync',
    {
      schema: {
        tags: ['live'],
        operationId: 'sync',
        summary:
          'The state as far as the viewer may read it, for a client that folds the live stream into it',
        querystring: query,
      },
    },
    async (request, reply) => {
      const texts = textsIn(request.query.texts)
      const after = afterIn(request.query.after, keeper.head().size)
      const viewClass = classOf(viewerBehind(context, request), keeper.state(), keeper.now())
      const { etag, bytes } = await snapshotFor(viewClass, texts, after)
      reply
        .header('cache-control', 'private, no-cache')
        .header('vary', 'Accept-Encoding, Authorization, Cookie')
        .header('etag', etag)
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      const encoding = encodingFor(request.headers['accept-encoding'])
      if (encoding !== 'identity') reply.header('content-encoding', encoding)
      return reply.type('application/json; charset=utf-8').send(await bytes(encoding))
    },
  )
  app.get(
    '/api/sync/own',
    {
      schema: {
        tags: ['live'],
        operationId: 'syncOwn',
        summary: "What is the viewer's own: her credentials, and her delegations' instructions and comments",
      },
    },
    request => {
      const person = personBehind(request)
      const viewer = viewerBehind(context, request)
      const state = keeper.state()
      const { credentials, instructions, comments } = ownOf(state, person, delegationsOf(viewer))
      return {
        index: keeper.head().size,
        edition: stateEdition,
        person,
        capacities: viewer.capacities.map(as => {
          const held = institution.validCredential(state.institution, person, as, 'read', keeper.now())
          return {
            as,
            rights: held?.rights ?? [],
            from: held?.from ?? null,
            until: held?.until ?? null,
          }
        }),
        credentials,
        instructions,
        comments,
      }
    },
  )
}
