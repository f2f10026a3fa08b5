import { createHash } from 'node:crypto'
import { meetingAsSeen } from '@gavel/application'
import { limits } from '@gavel/contract'
import { decisions, type meetings, texts } from '@gavel/domain'
import { type TextId, values } from '@gavel/kernel'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { personBehind } from '../access/caller.ts'
import type { Context } from '../context.ts'
import { notFound, problemError } from '../http/problem.ts'
import { type Reading, readingOf, view } from '../views/reading.ts'

const Params = Type.Object({ hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) })

/** Media types a document may have; anything else is kept as plain bytes. None is ever shown in place as a page. */
const mediaTypeOf = (header: string | undefined): string => {
  const type = (header ?? '').split(';', 1)[0]!.trim().toLowerCase()
  return /^[a-z0-9][a-z0-9.+-]{0,60}\/[a-z0-9][a-z0-9.+-]{0,80}$/.test(type)
    ? type
    : 'application/octet-stream'
}

/** Whether a meeting names the document: under an item, as a statement, as its journal or what puts that right. */
const isOfMeeting = ({ documents, statements, journals }: meetings.Meeting, hash: string): boolean =>
  documents.some(({ document }) => document.kind === 'file' && document.document === hash) ||
  statements.some(({ document, withdrawnAt }) => document === hash && withdrawnAt === undefined) ||
  journals.some(
    journal => journal.document === hash || journal.corrigenda.some(({ document }) => document === hash),
  )

/** Whether a text, a decision or a meeting the viewer may read names the document. */
const readableThrough = ({ state, now, readable }: Reading, hash: string): boolean => {
  for (const id of state.texts.order) {
    const text = texts.textOf(state.texts, id as TextId)!
    const names = text.document === hash || text.versions.some(version => version.document === hash)
    if (names && readable(text.audience)) return true
  }
  for (const { id, subject } of values(state.decisions.decisions))
    if (subject.kind === 'text' && subject.document === hash)
      if (readable(decisions.audienceOfDecision(state, id))) return true
  for (const meeting of values(state.meetings.meetings))
    if (isOfMeeting(meeting, hash) && isOfMeeting(meetingAsSeen(meeting.id, { state, now, readable })!, hash))
      return true
  return false
}

/**
 * Documents by the SHA-256 of their bytes. Whoever uploads one may read it; others once a text, a decision or a meeting
 * they may read names it.
 */
export const installDocuments = async (app: FastifyInstance, context: Context): Promise<void> => {
  const { keeper, rows } = context
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes))

  app.put<{ Params: { hash: string }; Body: Buffer }>(
    '/api/documents/:hash',
    {
      bodyLimit: limits.importBytes,
      schema: {
        ...view('documents', 'putDocument', 'Keep a document under the SHA-256 of its bytes').schema,
        params: Params,
      },
    },
    async (request, reply) => {
      const person = personBehind(request)
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const { hash } = request.params
      if (createHash('sha256').update(bytes).digest('hex') !== hash)
        throw problemError('unprocessable', { detail: 'The bytes do not have this SHA-256.' })
      const kept = await keeper.putDocument(mediaTypeOf(request.headers['content-type']), bytes)
      if (kept.kind === 'tooLarge') throw problemError('too-large')
      await rows.swapRow('document', `${hash}/${person}`, null, keeper.now())
      return reply.code(201).send({ hash, bytes: bytes.length })
    },
  )

  app.get<{ Params: { hash: string } }>(
    '/api/documents/:hash',
    { schema: { ...view('documents', 'document', 'A document by its hash').schema, params: Params } },
    async (request, reply) => {
      const reading = readingOf(context, request)
      const { hash } = request.params
      const { person } = reading.viewer
      const uploaded = person !== null && (await rows.row('document', `${hash}/${person}`)) !== undefined
      const document = uploaded || readableThrough(reading, hash) ? await keeper.document(hash) : undefined
      if (document === undefined) throw notFound()
      return reply
        .header('content-disposition', 'attachment')
        .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
        .header('cache-control', 'private, no-cache')
        .header('etag', `"${hash}"`)
        .type(document.mediaType)
        .send(Buffer.from(document.bytes))
    },
  )
}
