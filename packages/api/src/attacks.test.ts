import { createHash } from 'node:crypto'
import { type AddressInfo, createConnection } from 'node:net'
import { verifyCarriedProof } from '@gavel/record'
import { memoryStore } from '@gavel/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nameGivenTwice } from './http/json.ts'
import { chair, delegate, introduceTexts, newWorld, secretariat, type World } from './testing/world.ts'

let world: World
let port: number
beforeAll(async () => {
  world = await newWorld(memoryStore(), {
    timeouts: { headersMs: 300, requestMs: 600 },
    live: { perAddress: 5, inAll: 8 },
    hub: { tickMs: 1, heartbeatMs: 100 },
  })
  await introduceTexts(world)
  await world.app.listen({ port: 0, host: '127.0.0.1' })
  port = (world.app.server.address() as AddressInfo).port
})
afterAll(() => world.close())

/** What may never be in an answer: paths of this machine, traces, names of source files. */
const leaks = /node_modules|\.ts:\d|\.js:\d|\n\s+at |packages\/|file:\/\//
const bearer = (person: string) => ({ authorization: `Bearer ${world.tokens[person]}` })

const ids = [
  '..',
  '../../etc/passwd',
  '%2e%2e%2f%2e%2e',
  '%00',
  'a%00b',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '%F0%9F%92%A9',
  '%E2%80%AE',
  '9'.repeat(400),
  'x'.repeat(10_000),
  '1e999',
  '-1',
  '0x10',
  "'; DROP TABLE record; --".replaceAll(' ', '%20'),
]
const places = (id: string): readonly string[] => [
  `/api/texts/${id}`,
  `/api/texts/${id}/clean`,
  `/api/texts/${id}/paragraphs/${id}/history`,
  `/api/texts/open/paragraphs/${id}`,
  `/api/texts/open/paragraphs/${id}/history`,
  `/api/texts/open/stands?member=${id}`,
  `/api/texts/open/compare?from=${id}`,
  `/api/decisions/${id}`,
  `/api/instruments/${id}`,
  `/api/meetings/${id}`,
  `/api/rules/${id}`,
  `/rules/${id}`,
  `/api/entries/${id}`,
  `/api/entries?from=${id}`,
  `/api/proof/${id}`,
  `/api/documents/${id}`,
  `/api/sign-ins/${id}`,
  `/api/live?from=${id}`,
  `/log/tile/${id}`,
  `/log/tile/0/${id}`,
  `/log/tile/entries/${id}`,
  `/log/${id}`,
]

describe('addresses', () => {
  it.each(ids.map(id => [id.slice(0, 30), id]))(
    'with %s end in words, with every method',
    async (_name, id) => {
      for (const url of places(id))
        for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
          const answer = await world.app.inject({ method, url, headers: bearer('ccc') })
          expect(answer.statusCode, `${method} ${url.slice(0, 80)}`).toBeLessThan(500)
          if (answer.statusCode === 200) expect(url).toMatch(/stands\?member=|tile\/0|entries\?from=/)
          expect(answer.body).not.toMatch(leaks)
          expect(answer.headers['x-content-type-options']).toBe('nosniff')
        }
    },
  )

  it('may be kept by nobody unless they say so', async () => {
    for (const url of ['/api/texts', '/api/me', '/api/entries', '/nowhere'])
      expect((await world.get('aaa', url)).headers['cache-control']).toBe('no-store')
  })
})

describe('messages', () => {
  const send = (payload: string) =>
    world.app.inject({
      method: 'POST',
      url: '/api/acts/texts.takeStand',
      headers: { ...bearer('aaa'), 'content-type': 'application/json' },
      payload,
    })

  it('that give a name twice are refused: readers would disagree which one counts', async () => {
    const answer = await send('{"id":"a","\\u0069d":"b","as":{"kind":"secretariat"},"body":{}}')
    expect(answer.json()).toMatchObject({ status: 400, faults: [{ message: 'gives the name "id" twice' }] })
    expect(nameGivenTwice('{"a":{"b":1},"c":[{"b":1},{"b":2}],"b":"{\\"a\\":1,\\"a\\":2}"}')).toBeUndefined()
    expect(nameGivenTwice('{"a":[{"x":1,"y":{"x":1},"x":2}]}')).toBe('"x"')
  })

  it('with numbers beyond all bounds, and with names of object machinery, are refused', async () => {
    const body = (base: string) =>
      `{"id":"n","as":{"kind":"delegate","member":"AAA"},"body":{"text":"open","paragraph":"p1","base":${base},"wording":"x","alternative":"q"}}`
    for (const base of ['1e400', '-1', '9007199254740993', '1.5', '"1"', 'null']) {
      const answer = await world.app.inject({
        method: 'POST',
        url: '/api/acts/texts.proposeAlternative',
        headers: { ...bearer('aaa'), 'content-type': 'application/json' },
        payload: body(base),
      })
      expect(answer.statusCode, base).toBe(400)
    }
    expect((await send('{"__proto__":{"caller":{"person":"sec"}}}')).statusCode).toBe(400)
  })
})

describe('connections', () => {
  const talk = (bytes: string) =>
    new Promise<string>((resolve, reject) => {
      let answer = ''
      const socket = createConnection(port, '127.0.0.1', () => socket.write(bytes))
      socket.on('data', data => {
        answer += data
      })
      socket.on('close', () => resolve(answer))
      socket.on('error', reject)
    })
  const head = 'POST /api/acts HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n'

  it('whose head never ends are cut', async () =>
    expect(await talk('GET / HTTP/1.1\r\nhost: x\r\nx-a: ')).toContain('408'))
  it('whose body never ends are cut', async () => {
    const token = `authorization: Bearer ${world.tokens['aaa']}\r\n`
    expect(await talk(`${head}${token}transfer-encoding: chunked\r\n\r\n5\r\n{"a":`)).toContain('408')
    expect(await talk(`${head}${token}content-length: 500\r\n\r\n{"a":`)).toContain('408')
  })
  it('with two lengths, or a length and chunks, are refused', async () => {
    expect(await talk(`${head}content-length: 3\r\ncontent-length: 4\r\n\r\n{}`)).toContain('400 ')
    expect(await talk(`${head}content-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`)).toContain(
      '400 ',
    )
  })

  it('of live streams are bounded for each address, give their place back, and no HEAD takes one', async () => {
    const url = `http://127.0.0.1:${port}/api/live`
    for (let at = 0; at < 6; at++) expect((await fetch(url, { method: 'HEAD' })).status).toBe(404)
    for (let round = 0; round < 3; round++) {
      const stop = new AbortController()
      const answers = await Promise.all(Array.from({ length: 7 }, () => fetch(url, { signal: stop.signal })))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429, 429])
      stop.abort()
      for (let tries = 0; world.context.hub.readers > 0 && tries < 200; tries++)
        await new Promise(wake => setTimeout(wake, 5))
      expect(world.context.hub.readers).toBe(0)
    }
  })
})

describe('a live stream', () => {
  const open = async (person: string) => {
    const stop = new AbortController()
    const answer = await fetch(`http://127.0.0.1:${port}/api/live`, {
      headers: bearer(person),
      signal: stop.signal,
    })
    let text = ''
    const ended = (async () => {
      for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) text += chunk
    })().catch(() => undefined)
    const holds = async (what: RegExp) => {
      for (let tries = 0; !what.test(text) && tries < 400; tries++)
        await new Promise(wake => setTimeout(wake, 5))
      expect(text).toMatch(what)
    }
    return { holds, ended, text: () => text, stop: () => stop.abort() }
  }
  const say = (note: string) =>
    world.act('aaa', delegate('AAA'), 'texts.takeStand', {
      text: 'secret',
      paragraph: 'p1',
      stand: 'backs',
      note,
    })
  const change = (verb: string) =>
    world.act('sec', secretariat, `institution.${verb}Credential`, { credential: 'c-bbb', reason: 'test' })

  it('shows nothing more from the instant a credential is taken away', async () => {
    const stream = await open('bbb')
    await say('first-note')
    await stream.holds(/first-note/)
    expect((await change('suspend')).statusCode).toBe(201)
    await say('second-note')
    const { size } = world.keeper.head()
    await stream.holds(new RegExp(`id: ${size}`))
    expect(stream.text()).not.toContain('second-note')
    await change('restore')
    await say('third-note')
    await stream.holds(/third-note/)
    stream.stop()
  })

  it('ends when its sign-in is revoked', async () => {
    const token = await world.context.accounts.signIn('bbb' as never, { way: 'invitation' })
    world.tokens['brief'] = token
    const stream = await open('brief')
    await say('seen-note')
    await stream.holds(/seen-note/)
    await world.context.accounts.revoke('bbb' as never, token.split('_')[1]!)
    await say('unseen-note')
    await stream.ended
    expect(stream.text()).not.toContain('unseen-note')
  })
})

describe('what others must not have', () => {
  it('the proof of a sealed entry shows a stranger that it is there, and not what it says', async () => {
    const { entries } = (await world.get('aaa', '/api/entries?from=0')).json()
    const secret = entries.find((each: object) => JSON.stringify(each).includes('Hush'))
    const [own, theirs] = [
      (await world.get('aaa', `/api/proof/${secret.index}`)).body,
      (await world.get('ccc', `/api/proof/${secret.index}`)).body,
    ]
    const vkey = world.context.vkey!
    expect(Buffer.from(verifyCarriedProof(own, vkey).content).toString()).toMatch(/hush/i)
    const shown = verifyCarriedProof(theirs, vkey)
    expect(shown.index).toBe(secret.index)
    for (const text of [theirs, Buffer.from(shown.content).toString()]) expect(text).not.toMatch(/hush/i)
  })

  it('the document of a restricted text, by its hash', async () => {
    const bytes = Buffer.from('<script>alert(1)</script> hush')
    const hash = createHash('sha256').update(bytes).digest('hex')
    const put = await world.app.inject({
      method: 'PUT',
      url: `/api/documents/${hash}`,
      headers: { ...bearer('sec'), 'content-type': 'text/html' },
      payload: bytes,
    })
    expect(put.statusCode).toBe(201)
    await world.act('sec', secretariat, 'texts.issueVersion', { text: 'secret', document: hash })
    const missing = await world.get('ccc', `/api/documents/${'0'.repeat(64)}`)
    for (const person of ['ccc', null]) {
      const closed = await world.get(person, `/api/documents/${hash}`)
      expect([closed.statusCode, closed.body]).toEqual([404, missing.body])
    }
    const open = await world.get('aaa', `/api/documents/${hash}`)
    expect(open.headers['content-disposition']).toBe('attachment')
    expect(open.headers['content-security-policy']).toContain('sandbox')
    expect(open.headers['x-content-type-options']).toBe('nosniff')
  })

  it('an id that is taken by a restricted text is refused without a word about the text', async () => {
    const body = {
      text: 'secret',
      title: 'Mine',
      body: 'soc',
      audience: { kind: 'public' },
      language: 'en',
      kind: 'draft',
    }
    const answer = await world.act('ccc', delegate('CCC'), 'texts.introduce', body)
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.body).not.toMatch(/hush|wg/i)
  })

  it('the seat of the chair: a delegate who names the chair, the secretariat or the system as her capacity', async () => {
    for (const as of [
      chair,
      secretariat,
      { kind: 'system' } as never,
      { kind: 'facilitator', text: 'open' } as never,
    ]) {
      const answer = await world.act('aaa', as, 'texts.changeAudience', {
        text: 'open',
        audience: { kind: 'members' },
      })
      expect([400, 403]).toContain(answer.statusCode)
    }
  })
})
