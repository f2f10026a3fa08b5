import type { Language } from '@gavel/web/reading'
import type { FastifyRequest } from 'fastify'
import type { Writer } from './load.ts'

/** The languages a browser wishes for, the most wanted first. */
const wishes = (header: string | undefined): readonly string[] =>
  (header ?? '')
    .slice(0, 500)
    .split(',')
    .map(part => {
      const [tag = '', ...parameters] = part.split(';').map(piece => piece.trim())
      const weight = Number(parameters.find(piece => piece.startsWith('q='))?.slice(2) ?? 1)
      return { tag, weight: Number.isFinite(weight) ? weight : 0 }
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)

const yearSeconds = 365 * 24 * 3_600

/** The cookie the language is kept in, for a year. The application reads and writes the same. */
export const languageKept = (language: Language): string =>
  `gavel-language=${language}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax`

const keptIn = (cookies: string | undefined): string | undefined =>
  /(?:^|;\s*)gavel-language=([a-z]{2})(?:;|$)/.exec(cookies ?? '')?.[1]

/** The language of an answer: the one the address names, else the one kept, else what the browser wishes for. */
export const languageOf = (
  request: FastifyRequest,
  { isLanguage, languageFor }: Writer,
): { readonly language: Language; readonly named: boolean } => {
  const { lang } = request.query as { readonly lang?: unknown }
  if (typeof lang === 'string' && isLanguage(lang)) return { language: lang, named: true }
  const kept = keptIn(request.headers.cookie)
  if (kept !== undefined && isLanguage(kept)) return { language: kept, named: false }
  return { language: languageFor(wishes(request.headers['accept-language'])), named: false }
}
