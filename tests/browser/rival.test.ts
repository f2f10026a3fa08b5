import type { Capacity } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openArchive } from '../../packages/documents/src/zip/read.ts'
import { type Hall, openHall, type Seated } from './hall.ts'

/**
 * What a rival delegation learns of another's private matter when it tries every address and every act there is: nothing,
 * and what is closed is answered exactly like what is not there.
 */

const delegate = (member: string) => ({ kind: 'delegate', member: member as MemberId }) as const

/** Stands in everything Kazakhstan keeps to itself. */
const hush = 'zqxhush'
const paper = 'kaz-paper'
const nothing = 'not-paper'

let hall: Hall
let own: string
let rival: string
let contract: Contract

interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly minItems?: number
  readonly minimum?: number
  readonly pattern?: string
  readonly $ref?: string
}
interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}
interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

const bearer = async (as: Capacity): Promise<string> => {
  const answer = await fetch(`${hall.url}/api/demo/seat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as, how: 'bearer' }),
  })
  return ((await answer.json()) as { token: string }).token
}

const ask = (token: string, path: string, more: RequestInit = {}) =>
  fetch(`${hall.url}${path}`, { ...more, headers: { authorization: `Bearer ${token}`, ...more.headers } })

let count = 0
const act = (token: string, as: object, type: string, body: unknown) => {
  count += 1
  return ask(token, `/api/acts/${type}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: `rival-${count}`, as, body }),
  })
}

beforeAll(async () => {
  hall = await openHall()
  own = await bearer(delegate('KAZ'))
  rival = await bearer(delegate('KGZ'))
  contract = (await (await fetch(`${hall.url}/api/openapi.json`)).json()) as Contract
  const query = new URLSearchParams({
    introduce: paper,
    title: `${hush} title`,
    body: 'soc',
    audience: 'delegation:KAZ',
    as: 'delegate:KAZ',
  })
  const brought = await ask(own, `/api/import/text?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: `1. The ${hush} words are [${hush} one][${hush} two].\n`,
  })
  expect(brought.status).toBe(201)
  const { paragraphs } = (await (await ask(own, '/api/texts/demo-charter')).json()) as {
    paragraphs: { id: string }[]
  }
  const on = { text: 'demo-charter', paragraph: paragraphs[3]!.id, member: 'KAZ' }
  for (const [type, body] of [
    ['texts.instruct', { ...on, redLine: `${hush} red line`, preferred: `${hush} preferred` }],
    ['texts.comment', { ...on, comment: 'c1', wording: `${hush} comment` }],
  ] as const)
    expect((await act(own, delegate('KAZ'), type, body)).status).toBe(201)
})
afterAll(() => hall.close())

/** Everything that can stand for a name in an address. */
const named: Readonly<Record<string, readonly string[]>> = {
  paragraph: ['p1', 'p2', 'p3', 'p4'],
  index: Array.from({ length: 400 }, (_, at) => String(at)),
  hash: ['0'.repeat(64)],
  file: [`${'a'.repeat(43)}.ics`],
  provider: ['ministry'],
}

const pathsOf = (pattern: string, ids: readonly string[]): readonly string[] => {
  const [, name] = /\{(\w+)\}/.exec(pattern) ?? []
  if (name === undefined) return [pattern]
  const values = pattern.startsWith('/api/texts/') && name === 'id' ? ids : (named[name] ?? ids)
  return values.flatMap(value => pathsOf(pattern.replace(`{${name}}`, encodeURIComponent(value)), ids))
}

/** The words of an answer: those of a Word file out of its parts. */
const wordsOf = async (answer: Response): Promise<string> => {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const plain = new TextDecoder()
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return plain.decode(bytes)
  const archive = openArchive(bytes, { entries: 100, partBytes: 1 << 26, totalBytes: 1 << 27 })
  return archive.names.map(name => plain.decode(archive.read(name))).join('\n')
}

/** A body of an act that its schema takes, with nothing in it that need not be. */
const sample = (schema: Schema, names: Readonly<Record<string, string>>, name = ''): unknown => {
  if (names[name] !== undefined && schema.type === 'string') return names[name]
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  if (schema.anyOf !== undefined) return sample(schema.anyOf[0]!, names, name)
  if (schema.$ref !== undefined) return [{ kind: 'words', text: 'words' }]
  if (schema.type === 'object')
    return Object.fromEntries(
      (schema.required ?? []).map(key => [key, sample(schema.properties![key]!, names, key)]),
    )
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items!, names))
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 0
  if (schema.type === 'boolean') return true
  if (schema.pattern?.includes('T\\d\\d') === true) return '2031-01-01T00:00:00.000Z'
  if (schema.pattern?.includes('[0-9a-f]{64}') === true) return '0'.repeat(64)
  if (schema.pattern?.startsWith('^\\d{4}') === true) return '2031-01-01'
  return 'x1'
}

describe('a rival delegation', () => {
  test('finds what is kept there, looked at by those it belongs to', async () => {
    expect(await wordsOf(await ask(own, `/api/texts/${paper}`))).toContain(hush)
    expect(await wordsOf(await ask(own, '/api/texts/demo-charter/instructions'))).toContain(hush)
    expect(await wordsOf(await ask(own, '/api/texts/demo-charter/comments'))).toContain(hush)
  })

  test('reads nothing of it under any address of the interface', async () => {
    const reading = Object.entries(contract.paths).filter(
      ([path, methods]) => 'get' in methods && path !== '/api/live',
    )
    expect(reading.length).toBeGreaterThan(50)
    let read = 0
    for (const [pattern] of reading)
      for (const path of pathsOf(pattern, [paper, 'demo-charter', 'demo-next-meeting', 'demo-meeting'])) {
        const answer = await ask(rival, path)
        read += 1
        expect([path, answer.status < 500]).toEqual([path, true])
        expect([path, (await wordsOf(answer)).includes(hush)]).toEqual([path, false])
        // What is closed is answered like what is not there.
        if (!path.includes(paper)) continue
        const other = await ask(rival, path.replace(paper, nothing))
        expect([path, answer.status]).toEqual([path, other.status])
      }
    expect(read).toBeGreaterThan(400)
  })

  test('does nothing to it by any act, and the refusal is that of what is not there', async () => {
    let tried = 0
    for (const [path, { post }] of Object.entries(contract.paths)) {
      const type = /^\/api\/acts\/(.+)$/.exec(path)?.[1]
      const schema = post?.requestBody?.content['application/json']?.schema.properties?.['body']
      if (type === undefined || schema?.properties?.['text'] === undefined) continue
      const answers = await Promise.all(
        [paper, nothing].map(async text => {
          const body = {
            ...(sample(schema, { text, member: 'KGZ', paragraph: 'p1', body: 'soc' }) as object),
            text,
          }
          const answer = await act(rival, delegate('KGZ'), type, body)
          return [type, answer.status, (await answer.text()).replaceAll(text, 'TEXT')] as const
        }),
      )
      tried += 1
      if (type === 'texts.introduce') continue // an id that is taken is refused: nobody's words are told
      expect(answers[0]).toEqual(answers[1])
      expect(answers[0]![1]).toBeGreaterThanOrEqual(400)
    }
    expect(tried).toBeGreaterThan(25)
  })

  test('speaks for nobody else', async () => {
    const on = { text: 'demo-charter', paragraph: 'p1', member: 'KAZ' }
    for (const as of [
      delegate('KAZ'),
      delegate('KGZ'),
      { kind: 'secretariat' },
      { kind: 'chair', body: 'soc' },
    ])
      for (const type of ['texts.instruct', 'texts.comment']) {
        const body =
          type === 'texts.comment' ? { ...on, comment: 'c9', wording: 'in' } : { ...on, note: 'in' }
        expect((await act(rival, as, type, body)).status).toBe(403)
      }
  })

  test('hears nothing of it while it happens', async () => {
    const stop = new AbortController()
    const stream = await ask(rival, '/api/live?from=0', { signal: stop.signal })
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
    let heard = ''
    const listening = (async () => {
      for (;;) {
        const { value, done } = await reader.read()
        if (done) return
        heard += value
      }
    })().catch(() => undefined)
    const told = {
      text: 'demo-charter',
      paragraph: 'p2',
      member: 'KAZ',
      comment: 'c2',
      wording: `${hush} again`,
    }
    const [{ id }] = (
      (await (await ask(own, '/api/texts/demo-charter')).json()) as { paragraphs: { id: string }[] }
    ).paragraphs as [{ id: string }]
    expect((await act(own, delegate('KAZ'), 'texts.comment', { ...told, paragraph: id })).status).toBe(201)
    const seen = { text: 'demo-charter', paragraph: id, stand: 'reserves' }
    await act(own, delegate('KAZ'), 'texts.takeStand', seen)
    for (let tries = 0; !heard.includes('demo-charter') && tries < 100; tries++)
      await new Promise(wake => setTimeout(wake, 50))
    await new Promise(wake => setTimeout(wake, 300))
    stop.abort()
    await listening
    expect(heard).toContain('demo-charter')
    expect(heard).not.toContain(hush)
  })
})

describe('on the screens', () => {
  const scenes = [
    '/',
    '/texts',
    `/texts/${paper}`,
    `/texts/${paper}/convergence`,
    `/texts/${paper}/chairs-text`,
    `/texts/${paper}/versions`,
    `/texts/${paper}/papers`,
    `/texts/${paper}?read`,
    '/texts/demo-charter',
    '/texts/demo-charter/papers',
    '/texts/demo-charter/convergence',
    '/delegation',
    '/delegation/instructions',
    '/delegation/people',
    '/decisions',
    '/record',
    '/organisation',
    '/desk',
    '/account',
  ]

  /** All that a browser was sent and kept: answers, the page, what lies in its stores. */
  const gathered = async (seat: Seated): Promise<string> => {
    const { page } = seat
    let all = ''
    page.on('response', async answer => {
      const kind = answer.headers()['content-type'] ?? ''
      if (!/json|html|text\/plain/.test(kind)) return
      all += await answer.text().catch(() => '')
    })
    for (const path of scenes) {
      await page.goto(hall.url + path)
      await page.locator('h1').first().waitFor()
      all += await page.content()
    }
    all += await page.evaluate(async () => {
      const kept: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)]
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        for (const request of await cache.keys())
          if (!request.url.includes('/assets/')) kept.push(await (await cache.match(request))!.text())
      }
      return kept.join('\n')
    })
    return all
  }

  test('the rival sees and keeps nothing of it under any address; those it belongs to do', async () => {
    const seat = await hall.enter(delegate('KGZ'))
    const all = await gathered(seat)
    expect(all.length).toBeGreaterThan(100_000)
    expect(all).not.toContain(hush)
    const owner = await hall.enter(delegate('KAZ'))
    expect(await gathered(owner)).toContain(hush)
    await Promise.all([seat.context.close(), owner.context.close()])
  })
})
