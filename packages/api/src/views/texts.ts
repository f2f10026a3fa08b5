import { stillIn } from '@gavel/application'
import { texts } from '@gavel/domain'
import { get, type MemberId, type ParagraphId } from '@gavel/kernel'
import type { Draft } from '@gavel/text'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { delegationsOf } from '../access/viewer.ts'
import type { Context } from '../context.ts'
import { chooseType } from '../http/accept.ts'
import { notFound, problemError } from '../http/problem.ts'
import { history } from './history.ts'
import { type Reading, readingOf, view } from './reading.ts'

interface OneText {
  readonly Params: { readonly id: string }
}
interface OneParagraph {
  readonly Params: { readonly id: string; readonly paragraph: string }
}

const summaryOf = (text: texts.Text) => ({
  id: text.id,
  title: text.title,
  symbol: text.symbol,
  body: text.body,
  kind: text.kind,
  language: text.language,
  audience: text.audience,
  fictional: text.fictional,
  stage: text.stage,
  frozen: text.frozen,
  decision: text.decision ?? null,
  document: text.document ?? null,
  revision: text.revision,
  disputed: text.disputed,
  rungs: text.rungs,
  versions: text.versions,
})

/** Names of delegations as the organisation writes them. */
export const namesIn =
  ({ state }: Reading): texts.NameOf =>
  member =>
    get(state.institution.parties, member)?.name.en ?? member

const printable = ['application/json', 'text/plain', 'text/markdown', 'text/html'] as const
const formatOf = { 'text/plain': 'text', 'text/markdown': 'markdown', 'text/html': 'html' } as const

/** What stands above the print of a text made for an exercise. */
const fictionalNote = 'FICTIONAL, for an exercise. Every position in this text is invented.'

/** Answers a draft in the form the request wants: as data, or printed. */
const answerDraft = (
  { formats }: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  text: texts.Text,
  drafts: { readonly data: () => object; readonly printed: () => Draft },
) => {
  reply.header('vary', 'Accept')
  const type = chooseType(request.headers.accept, printable)
  if (type === undefined) throw problemError('not-acceptable')
  if (type === 'application/json') return drafts.data()
  const title = text.fictional ? `${text.title} (fictional, for an exercise)` : text.title
  const printed = formats.print(drafts.printed(), formatOf[type], title)
  const warned = text.fictional && type !== 'text/html' ? `${fictionalNote}\n\n${printed}` : printed
  return reply.type(`${type}; charset=utf-8`).send(warned)
}

/**
 * A paragraph with everything an act on it has to name: revision, options, who stands where. `alternatives` are the
 * paragraphs proposed in its place; `choice` is the draft's own numbering of groups of paragraphs (`Option 1` …).
 */
const paragraphData = (paragraph: texts.NegotiatedParagraph) => {
  const { alternatives: choice, ...printed } = texts.compiledParagraph(paragraph, member => member)
  return { ...printed, ...(choice === undefined ? {} : { choice }), ...standingOf(paragraph) }
}

const standingOf = (paragraph: texts.NegotiatedParagraph) => ({
  revision: paragraph.revision,
  rung: paragraph.rung,
  brackets: paragraph.brackets,
  proposed: paragraph.proposed,
  alternativeOf: paragraph.alternativeOf,
  alternatives: paragraph.alternatives,
  deletion: paragraph.deletion !== null,
  move: paragraph.move?.place ?? null,
  reopening: paragraph.reopening,
  offer: paragraph.offer === null ? null : { wording: paragraph.offer.wording, at: paragraph.offer.at },
})

const compilation = (text: texts.Text) => ({
  ...summaryOf(text),
  paragraphs: [...texts.paragraphsOf(text)].map(paragraphData),
  footnotes: text.footnoteOrder.map(mark => get(text.footnotes, mark)!),
})

const paragraphIn = (text: texts.Text, id: string): texts.NegotiatedParagraph => {
  const found = texts.paragraphOf(text, id as ParagraphId)
  if (found === undefined) throw notFound()
  return found
}

/**
 * A version's words: read back from its issued document; of the text as it stands, from what would be issued now. The note
 * above an exercise is no words of the text.
 */
const versionDraft = async (
  { keeper, formats }: Context,
  reading: Reading,
  text: texts.Text,
  symbol: string,
): Promise<Draft> => {
  const read = (source: string): Draft =>
    formats.read(source.startsWith(fictionalNote) ? source.slice(fictionalNote.length) : source).draft
  if (symbol === 'current')
    return read(formats.print(texts.compilationOf(text, namesIn(reading)), 'text', text.title))
  const version = text.versions.find(each => each.symbol === symbol)
  const document = version && (await keeper.document(version.document))
  if (document === undefined) throw notFound()
  return read(Buffer.from(document.bytes).toString('utf8'))
}

/** What keeps a text from being clean: how many places are disputed, or where a bracket stands that has no other end. */
export const whyNotClean = (text: texts.Text): string => {
  if (text.disputed === 1) return '1 place is still disputed.'
  if (text.disputed > 1) return `${text.disputed} places are still disputed.`
  const stray = texts.strayBrackets(text).join(', ')
  return `Nothing is disputed, but a bracket was never opened or never closed in ${stray}; the pen takes it out.`
}

const installWhole = (app: FastifyInstance, context: Context): void => {
  app.get('/api/texts', view('texts', 'texts', 'Texts I may read'), request => {
    const { state, readable } = readingOf(context, request)
    const all = state.texts.order.map(id => texts.textOf(state.texts, id)!)
    return { texts: all.filter(text => readable(text.audience)).map(summaryOf) }
  })
  const whole = view(
    'texts',
    'text',
    'The compilation: every bracket, who stands where. JSON, text, Markdown or HTML',
  )
  app.get<OneText>('/api/texts/:id', whole, (request, reply) => {
    const reading = readingOf(context, request)
    const text = reading.text(request.params.id)
    return answerDraft(context, request, reply, text, {
      data: () => compilation(text),
      printed: () => texts.compilationOf(text, namesIn(reading)),
    })
  })
  const clean = view('texts', 'cleanText', 'The text without brackets, once nothing in it is disputed')
  app.get<OneText>('/api/texts/:id/clean', clean, (request, reply) => {
    const text = readingOf(context, request).text(request.params.id)
    const draft = texts.cleanText(text)
    if (draft === null) throw problemError('not-clean', { detail: whyNotClean(text) })
    return answerDraft(context, request, reply, text, { data: () => draft, printed: () => draft })
  })
  const chairs = view('texts', 'chairsText', "The chair's text beside the compilation")
  app.get<OneText>('/api/texts/:id/chairs-text', chairs, (request, reply) => {
    const text = readingOf(context, request).text(request.params.id)
    if (text.offered.length === 0) throw notFound()
    const offers = text.offered.map(id => ({
      paragraph: id,
      offer: texts.paragraphOf(text, id)?.offer ?? null,
    }))
    return answerDraft(context, request, reply, text, {
      data: () => ({
        draft: texts.chairsTextOf(text),
        offers: offers.map(({ paragraph, offer }) => ({
          paragraph,
          wording: offer?.wording ?? null,
          accounted: offer?.accounted ?? [],
        })),
      }),
      printed: () => texts.chairsTextOf(text),
    })
  })
}

const installParts = (app: FastifyInstance, context: Context): void => {
  const convergence = view('texts', 'convergence', 'How far the text has come, by paragraph and delegation')
  app.get<OneText>('/api/texts/:id/convergence', convergence, request =>
    texts.convergenceOf(readingOf(context, request).text(request.params.id)),
  )
  const over = view(
    'texts',
    'course',
    'How disputed the text was over time, and what has not moved for longest',
  )
  app.get<OneText>('/api/texts/:id/course', over, request => {
    const text = readingOf(context, request).text(request.params.id)
    const course = get(context.keeper.views().course, text.id)
    return course === undefined
      ? { steps: [], words: 0, still: [] }
      : { steps: course.steps, words: course.words, still: stillIn(text, course) }
  })
  const open = view('texts', 'openPoints', 'Everything still in dispute, with who maintains and who objects')
  app.get<OneText>('/api/texts/:id/open', open, request => ({
    open: texts.openPoints(readingOf(context, request).text(request.params.id)),
  }))
  const stands = view('texts', 'stands', 'Where a delegation stands, and what separates it from consensus')
  app.get<OneText & { Querystring: { member: string } }>(
    '/api/texts/:id/stands',
    {
      schema: {
        ...stands.schema,
        querystring: Type.Object(
          { member: Type.String({ minLength: 1, maxLength: 80 }) },
          { additionalProperties: false },
        ),
      },
    },
    request => {
      const text = readingOf(context, request).text(request.params.id)
      const member = request.query.member as MemberId
      return { stands: texts.whereStands(text, member), separates: texts.whatSeparates(text, member) }
    },
  )
  const paragraph = view('texts', 'paragraph', 'One paragraph, with its revision')
  app.get<OneParagraph>('/api/texts/:id/paragraphs/:paragraph', paragraph, request =>
    paragraphData(paragraphIn(readingOf(context, request).text(request.params.id), request.params.paragraph)),
  )
  const trail = view('texts', 'paragraphHistory', 'What happened to a paragraph, oldest first')
  app.get<OneParagraph>('/api/texts/:id/paragraphs/:paragraph/history', trail, async request => {
    const reading = readingOf(context, request)
    const text = reading.text(request.params.id)
    const steps = await history(context, reading, `texts/${text.id}/${request.params.paragraph}`)
    if (steps.length === 0) throw notFound()
    return { history: steps }
  })
}

/** What is a delegation's own about a text: whoever is no delegate is answered as if there were nothing. */
const installOwn = (app: FastifyInstance, context: Context): void => {
  const ownOf = (request: FastifyRequest<OneText>) => {
    const reading = readingOf(context, request)
    const text = reading.text(request.params.id)
    const own = delegationsOf(reading.viewer) as readonly MemberId[]
    if (own.length === 0) throw notFound()
    const each = <V>(of: (member: MemberId, paragraph: ParagraphId) => readonly V[]): readonly V[] =>
      [...texts.paragraphsOf(text)].flatMap(({ id }) => own.flatMap(member => of(member, id)))
    return { text, state: reading.state.texts, each }
  }
  const mine = view('texts', 'myInstructions', "My delegation's own instructions for a text")
  app.get<OneText>('/api/texts/:id/instructions', mine, request => {
    const { text, state, each } = ownOf(request)
    const instructions = each((member, paragraph) => {
      const found = texts.instructionsOf(state, member, text.id, paragraph)
      return found === undefined ? [] : [{ member, paragraph, ...found }]
    })
    return { instructions }
  })
  const said = view('texts', 'myComments', 'What delegates of my delegation said to each other about a text')
  app.get<OneText>('/api/texts/:id/comments', said, request => {
    const { text, state, each } = ownOf(request)
    const comments = each((member, paragraph) =>
      texts.commentsOf(state, member, text.id, paragraph).map(one => ({ member, paragraph, ...one })),
    )
    return { comments }
  })
}

/** Views of the third chapter. */
export const installTexts = (app: FastifyInstance, context: Context): void => {
  installWhole(app, context)
  installParts(app, context)
  installOwn(app, context)
  app.get<OneText & { Querystring: { from: string; to: string } }>(
    '/api/texts/:id/compare',
    {
      schema: {
        ...view('texts', 'compareVersions', 'Two versions compared, by symbol; `current` is the compilation')
          .schema,
        querystring: Type.Object(
          {
            from: Type.String({ minLength: 1, maxLength: 80 }),
            to: Type.String({ minLength: 1, maxLength: 80, default: 'current' }),
          },
          { additionalProperties: false },
        ),
      },
    },
    async request => {
      const reading = readingOf(context, request)
      const text = reading.text(request.params.id)
      const [before, after] = await Promise.all([
        versionDraft(context, reading, text, request.query.from),
        versionDraft(context, reading, text, request.query.to),
      ])
      return {
        from: request.query.from,
        to: request.query.to,
        comparison: context.formats.compare(before, after),
      }
    },
  )
}
