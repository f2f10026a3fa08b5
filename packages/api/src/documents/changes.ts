import { createHash } from 'node:crypto'
import { limits } from '@gavel/contract'
import type { MemberId } from '@gavel/kernel'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { personBehind } from '../access/caller.ts'
import { delegationsOf } from '../access/viewer.ts'
import type { Context } from '../context.ts'
import { malformed, problemError } from '../http/problem.ts'
import { type Reading, readingOf, view } from '../views/reading.ts'
import { dear, docxType, doneBy } from './answer.ts'
import { printedText } from './printed.ts'
import { proposalsFor } from './proposals.ts'

const Query = Type.Object(
  {
    /** The delegation that proposes; needed of whoever is a delegate of several. */
    member: Type.Optional(Type.String({ minLength: 1, maxLength: limits.id })),
  },
  { additionalProperties: false },
)

/** The delegation a request speaks for. Throws the problem of who is in none, or does not say in which. */
const delegationOf = ({ viewer }: Reading, named: string | undefined): MemberId => {
  const own = delegationsOf(viewer)
  if (named !== undefined && own.includes(named)) return named as MemberId
  if (named !== undefined || own.length === 0)
    throw problemError('forbidden', { detail: 'Changes are proposed by a delegate of the delegation.' })
  if (own.length > 1)
    throw malformed([{ pointer: '/member', message: `is needed: you are a delegate of ${own.join(', ')}` }])
  return own[0] as MemberId
}

/**
 * `POST /api/texts/:id/changes-from-docx`: a delegation sends its edits of a text as a Word file and is answered the
 * acts that would propose them, and every change that cannot be proposed, with its words and the reason. Nothing is
 * recorded: whoever sent the file looks at the acts and sends them.
 */
export const installChanges = async (
  app: FastifyInstance,
  context: Context,
  perMinute: number,
): Promise<void> => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(docxType, { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes))
  app.post<{ Params: { id: string }; Querystring: { member?: string }; Body: Buffer }>(
    '/api/texts/:id/changes-from-docx',
    {
      bodyLimit: limits.importBytes,
      config: dear(perMinute),
      schema: {
        ...view(
          'documents',
          'changesFromDocx',
          'A delegation’s tracked changes as acts to be sent: a preview, nothing is recorded',
        ).schema,
        querystring: Query,
      },
    },
    async request => {
      const by = personBehind(request)
      const reading = readingOf(context, request)
      const text = reading.text(request.params.id)
      const member = delegationOf(reading, request.query.member)
      if (!Buffer.isBuffer(request.body)) throw malformed([{ pointer: '', message: 'is empty' }])
      const printed = await printedText(context, reading, text, 'compilation')
      const placed = doneBy(await context.files.placeDocx(request.body, printed))
      if (placed.edits.length > limits.actsAtOnce)
        throw problemError('too-large', { detail: `The file has more than ${limits.actsAtOnce} changes.` })
      const hash = createHash('sha256').update(member).update('\n').update(request.body).digest('hex')
      const proposing = {
        text: text.id,
        by,
        as: { kind: 'delegate', member } as const,
        at: reading.now,
        mark: `docx.${hash.slice(0, 16)}`,
      }
      const { acts, left } = proposalsFor(proposing, context.keeper.state(), placed.edits)
      const { unplaced, comments, formatting, notices, madeOf } = placed
      return {
        text: text.id,
        member,
        revision: text.revision,
        ofThisText: madeOf === undefined ? null : madeOf === text.id,
        acts,
        unplaced: [...unplaced, ...left],
        comments,
        formatting,
        notices,
      }
    },
  )
}
