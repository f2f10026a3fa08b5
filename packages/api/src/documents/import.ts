import { createHash } from 'node:crypto'
import { type CapacityShape, idPattern, limits } from '@gavel/contract'
import type { Draft, Paragraph } from '@gavel/text'
import { checkText, printNotation } from '@gavel/text'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { personBehind } from '../access/caller.ts'
import { answerList } from '../acts/routes.ts'
import type { Context } from '../context.ts'
import { strictUtf8 } from '../http/json.ts'
import { malformed } from '../http/problem.ts'
import { readingOf, view } from '../views/reading.ts'
import { dear, docxType, doneBy } from './answer.ts'
import { partyAliases } from './printed.ts'

const Name = Type.String({ minLength: 1, maxLength: limits.id, pattern: idPattern })

const Query = Type.Object(
  {
    /** The id of the text to introduce; without it nothing is recorded. */
    introduce: Type.Optional(Name),
    title: Type.Optional(Type.String({ minLength: 1, maxLength: limits.line })),
    body: Type.Optional(Name),
    /** `public`, `members`, `body:<id>`, `delegation:<id>`. */
    audience: Type.Optional(
      Type.String({ pattern: '^(public|members|body:.+|delegation:.+)$', maxLength: 100 }),
    ),
    language: Type.Optional(Type.String({ maxLength: 35 })),
    /** `secretariat`, `chair:<body>`, `delegate:<member>`, `facilitator:<text>`. */
    as: Type.Optional(Type.String({ maxLength: 100 })),
    fictional: Type.Optional(Type.Union([Type.Literal('true'), Type.Literal('false')])),
  },
  { additionalProperties: false },
)
type Asked = Static<typeof Query>

const asFields = { delegate: 'member', chair: 'body', facilitator: 'text' } as const

const capacityFrom = (name: string): CapacityShape => {
  const [kind = '', ...rest] = name.split(':')
  const field = (asFields as Record<string, string>)[kind]
  return (field === undefined ? { kind } : { kind, [field]: rest.join(':') }) as unknown as CapacityShape
}

const audienceFrom = (name: string): object => {
  const [kind = '', ...rest] = name.split(':')
  return kind === 'body'
    ? { kind, body: rest.join(':') }
    : kind === 'delegation'
      ? { kind, member: rest.join(':') }
      : { kind }
}

/** Portions small enough for one entry each; a paragraph that is larger alone stays alone, and the record refuses it. */
export const portions = (
  paragraphs: readonly Paragraph[],
  most = 45_000,
): readonly (readonly Paragraph[])[] => {
  const list: Paragraph[][] = []
  let filled = most
  for (const paragraph of paragraphs) {
    const bytes = Buffer.byteLength(JSON.stringify(paragraph)) + 1
    if (filled + bytes > most) {
      list.push([])
      filled = 0
    }
    list.at(-1)!.push(paragraph)
    filled += bytes
  }
  return list
}

/** The acts that bring a draft in: introduced, laid in portions, and opened where the capacity may open texts. */
export const importActs = (text: string, draft: Draft, asked: Asked, document: string) => {
  const as = capacityFrom(asked.as ?? 'secretariat')
  const act = (verb: string, part: string, body: object) =>
    ({ type: `texts.${verb}`, id: `import:${text}:${document.slice(0, 12)}:${part}`, as, body }) as never
  const laid = portions(draft.paragraphs)
  const notes = draft.footnotes
  return [
    act('introduce', 'introduce', {
      text,
      title: asked.title ?? text,
      body: asked.body ?? '',
      audience: audienceFrom(asked.audience ?? 'public'),
      language: asked.language ?? 'en',
      kind: 'draft',
      document,
      ...(asked.fictional === 'true' ? { fictional: true } : {}),
    }),
    ...laid.map((paragraphs, at) =>
      act('lay', `lay-${at}`, {
        text,
        paragraphs,
        ...(at === laid.length - 1 && notes.length > 0 ? { footnotes: notes } : {}),
      }),
    ),
    ...(as.kind === 'chair' || as.kind === 'secretariat' ? [act('open', 'open', { text })] : []),
  ]
}

const introduce = async (
  context: Context,
  request: FastifyRequest<{ Querystring: Asked }>,
  reply: FastifyReply,
  draft: Draft,
  bytes: Buffer,
) => {
  const person = personBehind(request)
  const document = createHash('sha256').update(bytes).digest('hex')
  const type = isDocx(request) ? docxType : 'text/plain'
  await context.keeper.putDocument(type, bytes)
  await context.rows.swapRow('document', `${document}/${person}`, null, context.keeper.now())
  return answerList(
    context,
    request,
    reply,
    importActs(request.query.introduce!, draft, request.query, document),
  )
}

const isDocx = (request: FastifyRequest): boolean =>
  (request.headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase() === docxType

/**
 * A Word file as a draft: tracked changes become brackets with who made them, where the author's name is a delegation's
 * name or id; comments, changes of looks and what else a reader should know are told beside it.
 */
const readDocx = async (context: Context, request: FastifyRequest, bytes: Buffer) => {
  const file = doneBy(await context.files.readDocx(bytes, partyAliases(readingOf(context, request))))
  return { draft: file.draft, report: { ...checkText(printNotation(file.draft)), ...file } }
}

const readText = (context: Context, bytes: Buffer) => {
  const source = strictUtf8(bytes)
  if (source === undefined) throw malformed([{ pointer: '', message: 'is not UTF-8' }])
  const { draft } = context.formats.read(source)
  return { draft, report: { ...checkText(source), draft } }
}

/** `POST /api/import/text`: reads a draft and reports what it found; with `?introduce=` it also brings it in. */
export const installImport = async (
  app: FastifyInstance,
  context: Context,
  perMinute: number,
): Promise<void> => {
  app.removeAllContentTypeParsers()
  const types = ['text/plain', 'text/markdown', docxType]
  app.addContentTypeParser(types, { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes))
  app.post<{ Querystring: Asked; Body: Buffer }>(
    '/api/import/text',
    {
      bodyLimit: limits.importBytes,
      config: dear(perMinute),
      schema: {
        ...view(
          'texts',
          'importText',
          'Read a draft (text/plain, text/markdown or DOCX); with ?introduce=<text> bring it in',
        ).schema,
        querystring: Query,
      },
    },
    async (request, reply) => {
      if (!Buffer.isBuffer(request.body)) throw malformed([{ pointer: '', message: 'is empty' }])
      personBehind(request)
      const { draft, report } = isDocx(request)
        ? await readDocx(context, request, request.body)
        : readText(context, request.body)
      if (request.query.introduce !== undefined)
        return introduce(context, request, reply, draft, request.body)
      return report
    },
  )
}
