import { actTypes, named, refusals } from '@gavel/contract'
import { memoryStore } from '@gavel/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { delegate, introduceTexts, newWorld, secretariat, type World } from './testing/world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld(memoryStore())
  await introduceTexts(world)
})
afterAll(() => world.close())

const stand = { text: 'open', paragraph: 'p1', stand: 'backs' }

describe('acts', () => {
  it('answers a repeat with the same receipt', async () => {
    const first = await world.act('aaa', delegate('AAA'), 'texts.takeStand', stand, 'once')
    const again = await world.act('aaa', delegate('AAA'), 'texts.takeStand', stand, 'once')
    expect([first.statusCode, again.statusCode]).toEqual([201, 200])
    expect(again.json()).toEqual(first.json())
    expect(first.headers['location']).toBe(`/api/entries/${first.json().index}`)
    const other = await world.act(
      'aaa',
      delegate('AAA'),
      'texts.takeStand',
      { ...stand, stand: 'reserves' },
      'once',
    )
    expect(other.json()).toMatchObject({ status: 409, type: '/problems/conflict' })
  })

  it('answers a refusal with its rule, its sentence and the facts', async () => {
    const answer = await world.act('aaa', delegate('AAA'), 'texts.propose', {
      text: 'open',
      paragraph: 'p1',
      base: 7,
      change: { at: 0, length: 4, wording: 'Loud' },
      bracket: 'b',
      option: 'o',
      retained: 'r',
    })
    expect(answer.headers['content-type']).toContain('application/problem+json')
    const problem = answer.json()
    expect(problem).toMatchObject({
      status: 409,
      rule: 'T-15',
      type: '/rules/T-15',
      instance: '/api/acts/texts.propose',
    })
    expect(problem.title).toBe(refusals['T-15'])
    expect(Object.keys(problem.facts).length).toBeGreaterThan(0)
  })

  it('[I-24] takes the paper somebody is named in for words, not for an instrument of a decision', async () => {
    const head = {
      credential: 'head',
      person: 'head',
      name: 'Head',
      capacity: delegate('AAA'),
      rights: ['read', 'accredit'],
      from: '2026-01-01T00:00:00.000Z',
    }
    const accredit = (body: object) => world.act('sec', secretariat, 'institution.accredit', body)
    expect((await accredit(head)).json()).toMatchObject({ status: 409, rule: 'I-24' })
    expect((await accredit({ ...head, instrument: 'Note 12/2026' })).statusCode).toBe(201)
    const party = { party: 'DDD', standing: 'member', name: { en: 'DDD' }, status: 'active', from: '2026' }
    const recorded = { ...party, instrument: 'Decision of 2026', source: 'invented for a test' }
    expect((await world.act('sec', secretariat, 'institution.recordParty', recorded)).statusCode).toBe(201)
  })

  it('records a list whole or not at all', async () => {
    const { size } = world.keeper.head()
    const one = (id: string, paragraph: string) => ({
      type: 'texts.takeStand',
      id,
      as: delegate('BBB'),
      body: { ...stand, paragraph },
    })
    const refused = await world.ask('bbb', 'POST', '/api/acts', {
      acts: [one('l1', 'p1'), one('l2', 'nowhere')],
    })
    expect(refused.json()).toMatchObject({ status: 409, rule: 'T-14', act: 1 })
    expect(world.keeper.head().size).toBe(size)
    const taken = await world.ask('bbb', 'POST', '/api/acts', { acts: [one('l1', 'p1')] })
    expect(taken.json().receipts).toMatchObject([{ id: 'l1', index: size }])
    const malformed = await world.ask('bbb', 'POST', '/api/acts', {
      acts: [{ ...one('l3', 'p1'), body: {} }],
    })
    expect(malformed.json().faults.map((fault: { pointer: string }) => fault.pointer)).toContain(
      '/acts/0/body',
    )
  })

  it('lists every fault of a malformed message with its place', async () => {
    const answer = await world.act('sec', secretariat, 'meetings.convene', {
      meeting: 'm',
      opensAt: 'soon',
      extra: 1,
    })
    expect(answer.statusCode).toBe(400)
    const pointers = answer.json().faults.map((fault: { pointer: string }) => fault.pointer)
    expect(pointers).toEqual(expect.arrayContaining(['/body', '/body/opensAt', '/body/extra']))
  })

  it.each([
    ['no object', 'delegate:AAA', [{ pointer: '/as', message: 'must be object' }]],
    [
      'an unknown kind',
      { kind: 'king' },
      [
        {
          pointer: '/as/kind',
          message:
            'must be one of "delegate", "chair", "coordinator", "facilitator", "secretariat", "observer"',
        },
      ],
    ],
    [
      'a kind without what belongs to it',
      { kind: 'observer' },
      [{ pointer: '/as', message: 'must have required properties observer' }],
    ],
    [
      'what does not belong to the kind',
      { kind: 'secretariat', member: 'AAA' },
      [{ pointer: '/as/member', message: 'is not known here' }],
    ],
  ])('tells a capacity that is none by one fault: %s', async (_, as, faults) => {
    const body = { text: 'open', paragraph: 'p1', stand: 'backs' }
    const answer = await world.ask('aaa', 'POST', '/api/acts/texts.takeStand', { id: 'odd', as, body })
    expect([answer.statusCode, answer.json().faults]).toEqual([400, faults])
  })

  it('tells the fault deep in a bracket of a paragraph, and nothing of the kinds it is not', async () => {
    const option = { id: 'o', attributions: [], content: [{ kind: 'words' }] }
    const content = [{ kind: 'bracket', id: 'b', options: [option] }]
    const paragraphs = [{ id: 'p', number: '', level: 0, kind: 'chapter', content }]
    const answer = await world.act('sec', secretariat, 'texts.lay', { text: 'open', paragraphs })
    expect(answer.json().faults).toEqual([
      {
        pointer: '/body/paragraphs/0/kind',
        message: 'must be one of "heading", "preambular", "operative", "item", "note"',
      },
      {
        pointer: '/body/paragraphs/0/content/0/options/0/content/0',
        message: 'must have required properties text',
      },
    ])
  })

  it('imports a draft: a report first, then the text in one list', async () => {
    const source = 'A title\n\n1. Members [shall][should] cooperate.\n\n2. It is [agreed.\n'
    const post = (query: string) =>
      world.app.inject({
        method: 'POST',
        url: `/api/import/text${query}`,
        headers: { authorization: `Bearer ${world.tokens['sec']}`, 'content-type': 'text/plain' },
        payload: source,
      })
    const report = await post('')
    expect(report.json()).toMatchObject({ options: 2, defects: [{ line: 5 }] })
    const introduced = await post('?introduce=imported&title=Imported&body=soc&as=secretariat')
    expect(introduced.statusCode).toBe(201)
    expect((await post('?introduce=imported&title=Imported&body=soc&as=secretariat')).statusCode).toBe(200)
    const printed = await world.app.inject({
      url: '/api/texts/imported',
      headers: { accept: 'text/markdown' },
    })
    expect(printed.body).toContain('Members [shall][should] cooperate.')
  })
})

describe('documents', () => {
  it('keeps what has the hash it says, and opens it with the text that names it', async () => {
    const { createHash } = await import('node:crypto')
    const bytes = Buffer.from('issued words')
    const hash = createHash('sha256').update(bytes).digest('hex')
    const put = (name: string) =>
      world.app.inject({
        method: 'PUT',
        url: `/api/documents/${name}`,
        headers: { authorization: `Bearer ${world.tokens['sec']}`, 'content-type': 'text/plain' },
        payload: bytes,
      })
    expect((await put('0'.repeat(64))).statusCode).toBe(422)
    expect((await put(hash)).statusCode).toBe(201)
    expect((await world.get('aaa', `/api/documents/${hash}`)).statusCode).toBe(404)
    expect((await world.get('sec', `/api/documents/${hash}`)).body).toBe('issued words')
    expect(
      (await world.act('sec', secretariat, 'texts.issueVersion', { text: 'secret', document: hash }))
        .statusCode,
    ).toBe(201)
    expect((await world.get('aaa', `/api/documents/${hash}`)).statusCode).toBe(200)
    expect((await world.get('ccc', `/api/documents/${hash}`)).statusCode).toBe(404)
  })
})

describe('the API document', () => {
  it('is OpenAPI 3.1, names every act, and every reference in it resolves', async () => {
    const document = (await world.get(null, '/api/openapi.json')).json()
    expect(document.openapi).toMatch(/^3\.1\./)
    for (const type of actTypes) {
      const operation = document.paths[`/api/acts/${type}`]?.post
      expect(operation?.operationId, type).toBe(type)
      expect(operation.requestBody.content['application/json'].schema.required).toEqual(['id', 'as', 'body'])
    }
    const ids = Object.values(document.paths).flatMap(path =>
      Object.values(path as object).map(each => each.operationId),
    )
    expect(ids.every(id => typeof id === 'string')).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
    expect(Object.keys(document.components.schemas)).toEqual(Object.keys(named))
    for (const [, reference] of JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g))
      expect(
        reference!
          .split('/')
          .slice(1)
          .reduce((at, step) => at?.[step], document),
        reference,
      ).toBeDefined()
  })
})
