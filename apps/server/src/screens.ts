import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Where the built screens lie. */
export const screensFolder = fileURLToPath(new URL('../../web/dist/app/', import.meta.url))

const year = 'public, max-age=31536000, immutable'

/** Files whose names change with what is in them are kept for ever; the others are asked for again each time. */
const keepFor = (path: string): string => (path.includes('/assets/') ? year : 'no-cache')

/**
 * What may run and be fetched on a page of ours: our own files. A widget library writes one constant style element, which
 * is let in by its hash.
 */
export const screensSecurity = [
  "default-src 'none'",
  "script-src 'self'",
  // The one style element a widget library writes (touch-action of what can be pressed).
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The page of the application, in the language its reader chose. */
export type Shell = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/**
 * The files of the built screens, and the page that starts them. Undefined when the screens were not built: then the API
 * is served alone.
 */
export const installScreens = async (
  app: FastifyInstance,
  folder = screensFolder,
): Promise<Shell | undefined> => {
  if (!existsSync(join(folder, 'index.html'))) return undefined
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/',
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    globIgnore: ['**/*.br', '**/*.gz', '**/index.html', '**/manifest.json'],
    setHeaders: (response, path) => {
      response.setHeader('cache-control', keepFor(path))
      if (path.endsWith('/worker.js')) response.setHeader('service-worker-allowed', '/')
    },
  })
  return async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('content-security-policy', screensSecurity)
      // The service worker keeps one copy of it for every address.
      .header('x-gavel-shell', '1')
      .send(page)
}
