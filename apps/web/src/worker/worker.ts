/// <reference lib="webworker" />
/**
 * The service worker: what was read once can be read without a line. Files of the application are kept for good (their
 * names change with what is in them); pages and answers are asked of the server first and taken from here only when it
 * is not reached. What is kept of answers belongs to whoever is signed in, and goes when she leaves.
 */
const worker = self as unknown as ServiceWorkerGlobalScope

const files = 'gavel-files-1'
const answers = 'gavel-answers-1'

/** How long a poor line is waited for before what is kept is shown instead. */
const patienceMs = 6_000

/** Answers worth keeping: what the screens are worked out of. Streams, proofs being checked and forms are not. */
const kept =
  /^\/api\/(me|sync|organisation|members|bodies|areas|parameters|texts|meetings|decisions|register|silences|deadlines|calendar|demo\/seats|sign-in\/methods)\b/

const shell = '/?shell'

/** One place for all askings of the same thing: how far the asker had read does not matter offline. */
const keyOf = (url: URL): string => {
  const params = new URLSearchParams(url.search)
  params.delete('after')
  const query = params.toString()
  return url.pathname + (query === '' ? '' : `?${query}`)
}

/** What is asked, unless the line takes too long over it. */
const inTime = (asked: Promise<Response>): Promise<Response> => {
  const late = new Promise<never>((_, fail) =>
    setTimeout(() => fail(new Error('the line is too slow')), patienceMs),
  )
  return Promise.race([asked, late])
}

/** From here if it is here; else from the server, and kept. */
const fromHere = async (request: Request): Promise<Response> => {
  const cache = await caches.open(files)
  const found = await cache.match(request)
  if (found !== undefined) return found
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

/** What was said once, without the time it was said at: who reads it now must not take that for the present. */
const timeless = (answer: Response): Response => {
  const headers = new Headers(answer.headers)
  for (const name of ['gavel-now', 'date']) headers.delete(name)
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers })
}

/** What the server says; when the line is slow or gone what is kept, and where nothing is kept, however long it takes. */
const orKept = async (
  request: Request,
  kept: () => Promise<Response | undefined>,
  keep: (answer: Response) => Promise<unknown>,
): Promise<Response> => {
  const asked = fetch(request).then(async answer => {
    await keep(answer.clone())
    return answer
  })
  try {
    return await inTime(asked)
  } catch {
    return (await kept()) ?? asked
  }
}

/** From the server; when it is not reached, what it said last. A refused sign-in clears what was kept under it. */
const fromServer = async (request: Request, key: string): Promise<Response> => {
  const cache = await caches.open(answers)
  return orKept(
    request,
    () => cache.match(key),
    async answer => {
      if (answer.ok) await cache.put(key, timeless(answer))
      if (answer.status === 401) await caches.delete(answers)
    },
  )
}

/** A page: from the server; else the application, else the page itself as it was kept. */
const page = async (request: Request): Promise<Response> => {
  const cache = await caches.open(answers)
  const key = keyOf(new URL(request.url))
  return orKept(
    request,
    async () => (await cache.match(shell)) ?? (await cache.match(key)),
    async answer => {
      // What the application answers under is the same everywhere, and kept once.
      if (answer.ok) await cache.put(answer.headers.has('x-gavel-shell') ? shell : key, answer)
    },
  )
}

worker.addEventListener('install', () => void worker.skipWaiting())

/** Only what this edition knows how to read stays. */
const tidy = async (): Promise<void> => {
  const known = new Set([files, answers])
  await Promise.all((await caches.keys()).filter(name => !known.has(name)).map(name => caches.delete(name)))
  await worker.clients.claim()
}

worker.addEventListener('activate', event => event.waitUntil(tidy()))

worker.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  if (url.pathname.startsWith('/assets/')) return event.respondWith(fromHere(request))
  if (request.mode === 'navigate') return event.respondWith(page(request))
  if (kept.test(url.pathname)) event.respondWith(fromServer(request, keyOf(url)))
})

/** `forget`: she who was signed in here has left. `keep`: fetch these files now, while there is a line. */
type Message = { readonly kind: 'forget' } | { readonly kind: 'keep'; readonly paths: readonly string[] }

const keepAll = async (paths: readonly string[]): Promise<void> => {
  const cache = await caches.open(files)
  for (const path of paths)
    if ((await cache.match(path)) === undefined) await cache.add(path).catch(() => undefined)
  // Files of an earlier edition: whoever still has it open fetches the new one when she goes on.
  const own = new Set(paths)
  for (const request of await cache.keys())
    if (!own.has(new URL(request.url).pathname)) await cache.delete(request)
}

worker.addEventListener('message', event => {
  const message = event.data as Message
  event.waitUntil(message.kind === 'forget' ? caches.delete(answers) : keepAll(message.paths))
})
