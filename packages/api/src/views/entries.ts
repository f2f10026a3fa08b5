import { type Evidence, printEvidence, printProof } from '@gavel/record'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type Context, viewerBehind } from '../context.ts'
import { notFound } from '../http/problem.ts'
import { shownTo, viewedBy } from '../live/shown.ts'
import { view } from './reading.ts'

const Index = Type.Object({ index: Type.String({ pattern: '^\\d{1,15}$' }) })

/** Entries by range, one entry, and the proof of one as a file that is checked without this server. */
export const installEntries = (app: FastifyInstance, context: Context): void => {
  const { keeper } = context
  app.get<{ Querystring: { from?: string; to?: string } }>(
    '/api/entries',
    {
      schema: {
        ...view(
          'record',
          'entries',
          'Entries from `from` to before `to`, at most 256; closed ones as their public leaf',
        ).schema,
        querystring: Type.Object(
          {
            from: Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })),
            to: Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })),
          },
          { additionalProperties: false },
        ),
      },
    },
    async request => {
      const { size } = keeper.head()
      const from = Number(request.query.from ?? Math.max(0, size - 100))
      const to = Math.min(size, Number(request.query.to ?? from + 256), from + 256)
      const entries = from < to ? await shownTo(keeper, viewerBehind(context, request), from, to) : []
      return { from, to: Math.max(from, to), size, entries }
    },
  )
  app.get<{ Params: { index: string } }>(
    '/api/entries/:index',
    { schema: { ...view('record', 'entry', 'One entry').schema, params: Index } },
    async request => {
      const index = Number(request.params.index)
      const [entry] = await shownTo(keeper, viewerBehind(context, request), index, index + 1)
      if (entry === undefined) throw notFound()
      return entry
    },
  )
  app.get<{ Params: { index: string } }>(
    '/api/proof/:index',
    {
      schema: {
        ...view('record', 'proof', 'A .tlog-proof file: the entry, its proof, the signed checkpoint').schema,
        params: Index,
      },
    },
    async (request, reply) => {
      const index = Number(request.params.index)
      const [entry] = await viewedBy(keeper, viewerBehind(context, request), index, index + 1)
      const checkpoint = await checkpointOver(context, index)
      const path = entry && checkpoint && (await keeper.inclusion(index, checkpoint.size))
      if (path === undefined) throw notFound()
      const evidence: Evidence = entry!.opening ? { sealed: entry!.opening } : { leaf: entry!.leaf }
      const file = printProof({ index, path, checkpoint: checkpoint!.note, extra: printEvidence(evidence) })
      return reply
        .header('cache-control', 'private, no-cache')
        .header('content-disposition', `attachment; filename="entry-${index}.tlog-proof"`)
        .type('text/plain; charset=utf-8')
        .send(file)
    },
  )
}

/** A checkpoint that covers the entry: the latest, or a new one when the latest is older than the entry. */
const checkpointOver = async ({ keeper }: Context, index: number) => {
  if (index >= keeper.head().size) return undefined
  const latest = await keeper.latestCheckpoint()
  if (latest !== undefined && latest.size > index) return latest
  if (keeper.verifierKey === undefined) return undefined
  const signed = await keeper.checkpoint()
  return 'note' in signed && signed.size > index ? signed : undefined
}
