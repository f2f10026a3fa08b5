import { type Context, hidden, notFound, type Room, wantsPage } from '@gavel/api'
import { texts } from '@gavel/domain'
import { get } from '@gavel/kernel'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Address, addresses, addressesOf } from './addresses.ts'
import { formats } from './formats.ts'
import { installForms } from './forms.ts'
import type { PageAnswers } from './reading/answer.ts'
import { plainSheet } from './reading/assets.ts'
import { publicText } from './reading/pages/texts.ts'
import type { Shell } from './screens.ts'
import { installSignInPages } from './sign-in.ts'

const asks = (request: FastifyRequest, word: string): boolean => Object.hasOwn(request.query as object, word)

/** Whether the application answers: it is asked for, or its user is signed in, and has not asked for the page to read. */
const isForApplication = (request: FastifyRequest, first: boolean): boolean =>
  asks(request, 'live') || ((first || request.caller?.via === 'cookie') && !asks(request, 'read'))

const installAddress = (
  app: FastifyInstance,
  context: Context,
  answers: PageAnswers,
  shell: Shell | undefined,
  { path, find, query = [], scene, data }: Address,
): void => {
  const atScene = scene === undefined ? undefined : shell
  app.get(path, hidden, async (request, reply) => {
    if (atScene !== undefined && (find === undefined || isForApplication(request, scene === 'first')))
      return atScene(request, reply)
    if (data !== undefined && !wantsPage(request)) {
      reply.header('vary', 'Accept')
      return data(request.params as Readonly<Record<string, string>>)
    }
    if (find === undefined) throw notFound()
    return answers.answer(context, { find, query }, request, reply)
  })
}

const robots = 'User-agent: *\nDisallow: /api/\nDisallow: /sign-in\n'
const fictional = 'FICTIONAL, for an exercise. Every position in this text is invented.'

const printed = [
  ['txt', 'text', 'text/plain'],
  ['md', 'markdown', 'text/markdown'],
] as const

/** What lies beside the pages: the plain style sheet, a word to robots, texts as files. */
const installFiles = (app: FastifyInstance, answers: PageAnswers): void => {
  app.get('/style.css', hidden, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(plainSheet),
  )
  app.get('/robots.txt', hidden, (_request, reply) =>
    reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=3600').send(robots),
  )
  for (const [ending, format, type] of printed)
    app.get<{ Params: { id: string } }>(`/texts/:id/print.${ending}`, hidden, (request, reply) => {
      const reading = answers.reading()
      const text = publicText({ reading, params: request.params })
      const { parties } = reading.state.institution
      const draft = texts.compilationOf(text, member => get(parties, member)?.name.en ?? member)
      const words = formats.print(draft, format, text.title)
      return reply
        .type(`${type}; charset=utf-8`)
        .header('cache-control', 'no-cache')
        .send(text.fictional ? `${fictional}\n\n${words}` : words)
    })
}

/** Every page of the server: the public ones by the table of addresses, the way in, and what lies beside them. */
export const installPages = (
  app: FastifyInstance,
  context: Context,
  answers: PageAnswers,
  shell: Shell | undefined,
  rooms: readonly Room[],
): void => {
  installForms(app)
  for (const address of [...addresses, ...addressesOf(rooms)])
    installAddress(app, context, answers, shell, address)
  installFiles(app, answers)
  installSignInPages(app, context, answers)
}
