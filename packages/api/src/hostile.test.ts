import { actTypes } from '@gavel/contract'
import { memoryStore } from '@gavel/store'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseType } from './http/accept.ts'
import { delegate, introduceTexts, newWorld, type World } from './testing/world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld(memoryStore())
  await introduceTexts(world)
})
afterAll(() => world.close())

const post = (payload: string | Buffer, type = 'application/json', url = '/api/acts/texts.takeStand') =>
  world.app.inject({
    method: 'POST',
    url,
    headers: { authorization: `Bearer ${world.tokens['aaa']}`, 'content-type': type },
    payload,
  })

const message = (note: string) =>
  JSON.stringify({
    id: 'x',
    as: delegate('AAA'),
    body: { text: 'open', paragraph: 'p1', stand: 'backs', note },
  })

describe('hostile input is refused in words', () => {
  it.each([
    ['no JSON', '{', 400],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400],
    ['a NUL', message('a\u0000b'), 400],
    ['a right-to-left override', message('a\u202Eb'), 400],
    ['an isolate', message('a\u2066b'), 400],
    ['half a surrogate pair', '{"id":"\\ud800"}', 400],
    ['a prototype', '{"id":"x","__proto__":{"polluted":1}}', 400],
    ['a constructor', '{"id":"x","as":{"constructor":{"prototype":{"polluted":1}}}}', 400],
    ['deep arrays', '['.repeat(200_000) + ']'.repeat(200_000), 400],
    ['nothing', '', 400],
    ['too much', JSON.stringify('x'.repeat(2 << 20)), 413],
  ])('%s', async (_name, payload, status) => {
    const answer = await post(payload)
    expect(answer.statusCode).toBe(status)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json().type).toMatch(/^\/problems\//)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  it('another media type is 415, and spelling marks of Arabic pass', async () => {
    expect((await post('a=1', 'application/x-www-form-urlencoded')).statusCode).toBe(415)
    expect((await post(message('می\u200cخواهد \u200f'))).statusCode).toBe(201)
  })

  it('a draft that is not UTF-8 is refused, and one full of odd signs is only reported', async () => {
    expect((await post(Buffer.from([0xc3, 0x28]), 'text/plain', '/api/import/text')).statusCode).toBe(400)
    const odd = await post('1. [a \u202E [ ] \u0000 b', 'text/plain', '/api/import/text')
    expect(odd.statusCode).toBe(200)
    expect(odd.json().defects.length).toBeGreaterThan(0)
    const introduced = await post(
      '1. a \u202E b',
      'text/plain',
      '/api/import/text?introduce=odd&body=soc&as=delegate:AAA',
    )
    expect(introduced.statusCode).toBeGreaterThanOrEqual(400)
    expect(introduced.statusCode).toBeLessThan(500)
  })

  it('content that nests too deep is refused before any rule sees it', async () => {
    let content: unknown = []
    for (let at = 0; at < 60; at++)
      content = [{ kind: 'bracket', id: `b${at}`, options: [{ id: `o${at}`, content, attributions: [] }] }]
    const answer = await post(
      JSON.stringify({
        id: 'd',
        as: delegate('AAA'),
        body: { text: 'open', paragraph: 'p1', base: 0, content },
      }),
      'application/json',
      '/api/acts/texts.edit',
    )
    expect(answer.statusCode).toBe(400)
  })

  it('malformed addresses and methods end as problems', async () => {
    for (const url of [
      '/api/%ff',
      '/log/tile/0/..%2f',
      '/log/tile/0/000.p/999',
      '/log/tile/99/x',
      '/api/entries/1e9',
      '/api/entries?from=-1',
      '/nowhere',
    ])
      expect([400, 404]).toContain((await world.get(null, url)).statusCode)
  })
})

describe('whatever is sent, no route fails', () => {
  const urls = (): string[] => [
    ...actTypes.map(type => `/api/acts/${type}`),
    '/api/acts',
    '/api/sign-in',
    '/api/invitations',
    '/api/import/text',
    '/api/documents/x',
  ]
  const shaped = fc.record({
    id: fc.oneof(fc.string(), fc.constant('fuzz')),
    as: fc.oneof(fc.constant(delegate('AAA')), fc.jsonValue()),
    body: fc.oneof(
      fc.jsonValue(),
      fc.record({
        text: fc.constant('open'),
        paragraph: fc.constant('p1'),
        base: fc.nat(2),
        wording: fc.string({ unit: 'binary' }),
      }),
    ),
  })

  it('fuzzed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...urls()),
        fc.oneof(
          fc.json(),
          shaped.map(value => JSON.stringify(value)),
          fc.string({ unit: 'binary' }),
        ),
        fc.constantFrom('application/json', 'text/plain', 'x/y'),
        async (url, payload, type) => {
          const answer = await post(payload, type, url)
          expect(answer.statusCode).toBeLessThan(500)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('reads Accept headers of any kind', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), header => {
        expect(['a/b', 'c/d', undefined]).toContain(chooseType(header, ['a/b', 'c/d']))
      }),
    )
    expect(chooseType('text/*;q=0.5, text/plain;q=0.9', ['text/html', 'text/plain'])).toBe('text/plain')
    expect(chooseType('image/png', ['text/html'])).toBeUndefined()
  })
})
