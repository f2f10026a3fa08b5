import { type Context, encodingFor, type ProblemPage } from '@gavel/api'
import { msBetween } from '@gavel/kernel'
import type { Page } from '@gavel/web/reading'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Assets } from './assets.ts'
import { type KeptPage, keptPages } from './kept.ts'
import { languageKept, languageOf } from './language.ts'
import { loadWriter } from './load.ts'
import { publicReading } from './public.ts'
import type { Finder, Found } from './visit.ts'

/** On a page that checks proofs our own script runs and fetches; every other page runs nothing at all. */
const verifying = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const daySeconds = 24 * 3_600

/** How a page is asked for. */
interface Asked {
  /** The path with the part of the query that is the page's own. */
  readonly address: string
  readonly found: Found
}

export interface PageOptions {
  readonly keeper: Context['keeper']
  readonly origin: () => string
  readonly assets: Assets
  readonly demonstration: boolean
}

/** The parts of a query that belong to a page, in the order the page names them. */
const ownQuery = (request: FastifyRequest, names: readonly string[]): Readonly<Record<string, string>> => {
  const given = request.query as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    names.flatMap(name => {
      const value = given[name]
      return typeof value === 'string' && value !== '' ? [[name, value.slice(0, 200)]] : []
    }),
  )
}

const addressOf = (request: FastifyRequest, query: Readonly<Record<string, string>>): string => {
  const [path = '/'] = request.url.split('?', 1)
  const words = new URLSearchParams(query).toString()
  return words === '' ? path : `${path}?${words}`
}

const isSignedIn = (request: FastifyRequest): boolean => request.caller?.via === 'cookie'

/** When the page changes by the clock alone, and that is near, the browser asks for it again then, and not in a hurry. */
const refreshAfter = ({ changesAt }: KeptPage['head'], now: PageOptions['keeper']): number | undefined => {
  if (changesAt === undefined) return undefined
  const seconds = Math.ceil(msBetween(now.now(), changesAt) / 1_000) + 1
  return seconds > daySeconds ? undefined : Math.max(30, seconds)
}

/** Writes pages, once for all who ask for the same. */
const pageWriting = (options: PageOptions) => {
  const { assets, demonstration, origin } = options
  const readingFor = publicReading(options, demonstration)
  const kept = keptPages()
  const place = (address: string) => ({ address, origin: origin(), ...assets })
  return {
    readingFor,

    kept: async (request: FastifyRequest, { address, found }: Asked) => {
      const writer = await loadWriter()
      const { language, named } = languageOf(request, writer)
      const signedIn = isSignedIn(request)
      const reading = readingFor(signedIn)
      const page = await kept(
        [language, signedIn, origin(), address].join('\n'),
        found.basis,
        async () => writer.writePage(await found.page(), reading, language, place(address)),
        Date.parse(reading.now),
      )
      return { page, language, named }
    },

    once: async (request: FastifyRequest, page: Page): Promise<string> => {
      const writer = await loadWriter()
      const { language } = languageOf(request, writer)
      return (await writer.writePage(page, readingFor(false), language, place(''))).html
    },
  }
}

type Writing = ReturnType<typeof pageWriting>

const sendPage = async (
  request: FastifyRequest,
  reply: FastifyReply,
  { page, language, named }: Awaited<ReturnType<Writing['kept']>>,
  { keeper, assets }: PageOptions,
): Promise<FastifyReply> => {
  if (named) reply.header('set-cookie', languageKept(language))
  const refresh = refreshAfter(page.head, keeper)
  if (refresh !== undefined) reply.header('refresh', refresh)
  if (page.head.verifies === true && assets.verifier !== undefined)
    reply.header('content-security-policy', verifying)
  reply
    .header('cache-control', 'no-cache')
    .header('vary', 'Accept, Accept-Encoding, Accept-Language, Cookie')
    .header('content-language', language)
    .header('etag', page.etag)
  if (request.headers['if-none-match'] === page.etag) return reply.code(304).send()
  const encoding = encodingFor(request.headers['accept-encoding'])
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.type('text/html; charset=utf-8').send(await page.bytes(encoding))
}

/** A problem as a page is: the same for everybody who meets it, wherever it is met. */
const problemFound = (
  { status, title, detail, type }: Parameters<ProblemPage>[0],
  keeper: Context['keeper'],
): Found => {
  const rule = /^\/rules\/([A-Z]-\d+)$/.exec(type)?.[1]
  const props = {
    status,
    title,
    ...(detail === undefined ? {} : { detail }),
    ...(rule === undefined ? {} : { rule }),
  }
  return {
    basis: [JSON.stringify(props), keeper.state().institution],
    page: () => ({ kind: 'problem', props }),
  }
}

/** Answers with public pages. */
export const pageAnswers = (options: PageOptions) => {
  const writing = pageWriting(options)
  const { readingFor } = writing
  const problemPage: ProblemPage = async (problem, request) => {
    const found = problemFound(problem, options.keeper)
    const { page } = await writing.kept(request, { address: '', found })
    return (await page.bytes('identity')).toString('utf8')
  }
  return {
    problemPage,

    /** What the public may read now. */
    reading: () => readingFor(false),

    /** Answers an address with what a finder finds for it; `query` are the names in the query that are the page's own. */
    answer: async (
      context: Context,
      { find, query }: { readonly find: Finder; readonly query: readonly string[] },
      request: FastifyRequest,
      reply: FastifyReply,
    ): Promise<FastifyReply> => {
      const own = ownQuery(request, query)
      const found = await find({
        context,
        reading: readingFor(isSignedIn(request)),
        params: request.params as Readonly<Record<string, string>>,
        query: own,
      })
      const page = await writing.kept(request, { address: addressOf(request, own), found })
      return sendPage(request, reply, page, options)
    },

    /** A page of one person's sign-in: kept nowhere. */
    sendOnce: async (request: FastifyRequest, reply: FastifyReply, page: Page): Promise<FastifyReply> =>
      reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(await writing.once(request, page)),
  }
}

export type PageAnswers = ReturnType<typeof pageAnswers>
