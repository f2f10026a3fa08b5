import { SeenMessage } from '@gavel/contract'
import { texts } from '@gavel/domain'
import type { Instant, PersonId, TextId } from '@gavel/kernel'
import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { selfBehind } from '../access/caller.ts'
import { documented } from '../access/documented.ts'
import type { Context } from '../context.ts'
import { malformed } from '../http/problem.ts'
import { readingOf } from './reading.ts'

/**
 * How far somebody has read: the entries of the record she had before her, and of a text its revision. It is hers alone,
 * no act, and nothing on the record; it travels with her from one device to the next.
 */
interface Mark {
  readonly index: number
  readonly revision?: number
  readonly at: Instant
}

/** The name of the mark on the record as a whole; no text can bear it. */
const whole = '*'

const kindOf = (person: PersonId): string => `seen/${person}`

/** The later of two marks in each part: whoever reads on two devices at once has read the more of both. */
const later = (before: Mark, { index, revision, at }: Mark): Mark => {
  const revisions = [before.revision, revision].filter(one => one !== undefined)
  return {
    at,
    index: Math.max(before.index, index),
    ...(revisions.length === 0 ? {} : { revision: Math.max(...revisions) }),
  }
}

/** Remembering how far one has read: `GET` and `PUT /api/me/seen`. In a seat of a demonstration nothing is remembered. */
export const installSeen = (app: FastifyInstance, context: Context): void => {
  const { rows, keeper } = context
  app.get(
    '/api/me/seen',
    documented('seen', 'How far I have read, of the record and of texts'),
    async request => {
      const { person } = selfBehind(request)
      const marks = (await rows.rows(kindOf(person))).map(
        ([name, row]) => [name, JSON.parse(row) as Mark] as const,
      )
      const { readable, state } = readingOf(context, request)
      const own = marks.find(([name]) => name === whole)?.[1]
      return {
        whole: own === undefined ? null : { index: own.index, at: own.at },
        texts: marks.flatMap(([text, { index, revision = 0, at }]) =>
          text !== whole && readable(texts.audienceOfText(state, text as TextId))
            ? [{ text, revision, index, at }]
            : [],
        ),
      }
    },
  )

  app.put<{ Body: Static<typeof SeenMessage> }>(
    '/api/me/seen',
    documented('keepSeen', 'Remember how far I have read; never goes back', SeenMessage),
    async (request, reply) => {
      const { person } = selfBehind(request)
      const { text, index } = request.body
      const revision = text === null ? undefined : request.body.revision
      const mostRevision = text === null ? 0 : readingOf(context, request).text(text).revision
      if (index > keeper.head().size)
        throw malformed([{ pointer: '/index', message: 'is beyond the record' }])
      if ((revision ?? 0) > mostRevision)
        throw malformed([{ pointer: '/revision', message: 'is beyond the text' }])
      const mark: Mark = { index, at: keeper.now(), ...(revision === undefined ? {} : { revision }) }
      await keep(rows, kindOf(person), text ?? whole, mark)
      return reply.code(204).send()
    },
  )
}

const keep = async (rows: Context['rows'], kind: string, name: string, mark: Mark): Promise<void> => {
  for (;;) {
    const before = (await rows.row(kind, name)) ?? null
    const next = before === null ? mark : later(JSON.parse(before) as Mark, mark)
    if (await rows.swapRow(kind, name, before, JSON.stringify(next))) return
  }
}
