import { createHash } from 'node:crypto'
import { actTypes, rulesOf, type ViewName, views } from '@gavel/contract'
import { memoryStore } from '@gavel/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkOf, loadCompiler } from './http/validation.ts'
import { chair, delegate, introduceTexts, newWorld, secretariat, type World } from './testing/world.ts'

let world: World
beforeAll(async () => {
  await loadCompiler()
  world = await newWorld(memoryStore())
  await introduceTexts(world)
  const text = 'open'
  const say = async (...act: Parameters<World['act']>) => {
    const answer = await world.act(...act)
    if (answer.statusCode !== 201) throw new Error(`${act[2]}: ${answer.body}`)
  }
  const change = { at: 0, length: 4, wording: 'Loud' }
  const ids = { bracket: 'b', option: 'o', retained: 'r' }
  await say('aaa', delegate('AAA'), 'texts.propose', { text, paragraph: 'p1', base: 1, change, ...ids })
  const onOption = { text, paragraph: 'p1', option: 'o' }
  await say('bbb', delegate('BBB'), 'texts.takeStand', { ...onOption, stand: 'objects', note: 'No.' })
  await say('bbb', delegate('BBB'), 'texts.takeStand', { ...onOption, option: 'r', stand: 'reserves' })
  const anew = { place: { at: 'end' }, level: 0, kind: 'operative', wording: 'A new one.' }
  await say('bbb', delegate('BBB'), 'texts.proposeParagraph', { text, paragraph: 'p2', ...anew })
  await say('sec', secretariat, 'texts.introduce', {
    text: 'chosen',
    title: 'A text with a choice',
    body: 'soc',
    audience: { kind: 'public' },
    language: 'en',
    kind: 'draft',
  })
  const group = (id: string, label: string) => ({
    id,
    number: '',
    level: 0,
    kind: 'operative',
    alternatives: [{ group: 'g', label, opens: true }],
    content: [{ kind: 'words', text: `${label} as it came.` }],
  })
  const groups = [group('one', 'Option 1'), group('two', 'Option 2')]
  await say('sec', secretariat, 'texts.lay', { text: 'chosen', paragraphs: groups })
  await say('sec', secretariat, 'texts.open', { text: 'chosen' })
  const opensAt = new Date(Date.parse(world.keeper.now()) + 1_000).toISOString()
  const agenda = [{ number: '1', title: 'Item' }]
  const meeting = {
    meeting: 'm',
    body: 'soc',
    title: 'Meeting',
    opensAt,
    place: 'Here',
    timeZone: 'UTC',
    agenda,
  }
  await say('sec', secretariat, 'meetings.convene', meeting)
  for (const member of ['AAA', 'BBB', 'CCC'])
    await say('sec', secretariat, 'meetings.recordPresence', { meeting: 'm', member, present: true })
  world.wait(2_000)
  await say('chair', chair, 'meetings.open', { meeting: 'm' })
  await say('chair', chair, 'meetings.adoptAgenda', { meeting: 'm', agenda })
  const subject = { kind: 'wording', wording: 'We meet again.' }
  const put = { decision: 'd1', meeting: 'm', item: '1', title: 'A decision', subject }
  await say('chair', chair, 'decisions.put', put)
  await say('aaa', delegate('AAA'), 'decisions.object', { decision: 'd1', member: 'AAA', reason: 'Not yet.' })
  const expiresAt = new Date(Date.parse(world.keeper.now()) + 20 * 86_400_000).toISOString()
  const silence = { decision: 'd2', body: 'soc', title: 'By silence', subject, expiresAt, timeZone: 'UTC' }
  await say('chair', chair, 'decisions.openSilence', { ...silence, announcedAs: 'in twenty days' })
  const ask = { decision: 'd2', member: 'AAA', reason: 'The capital sleeps.' }
  await say('aaa', delegate('AAA'), 'decisions.askExtension', ask)
})
afterAll(() => world.close())

/** Nothing is missing from the shape, nothing stands in it that did not come, and what came fits. */
const faultsOf = (view: ViewName, value: unknown) => checkOf(views[view])(value)

describe('real answers have the shape the API document gives them', () => {
  it.each<[ViewName, string, string | null]>([
    ['organisation', '/api/organisation', null],
    ['members', '/api/members', null],
    ['texts', '/api/texts', 'aaa'],
    ['text', '/api/texts/open', 'aaa'],
    ['text', '/api/texts/secret', 'aaa'],
    ['paragraph', '/api/texts/open/paragraphs/p1', null],
    ['convergence', '/api/texts/open/convergence', null],
    ['course', '/api/texts/open/course', null],
    ['openPoints', '/api/texts/open/open', null],
    ['text', '/api/texts/chosen', null],
    ['decisions', '/api/decisions', null],
    ['decision', '/api/decisions/d1', null],
    ['decision', '/api/decisions/d2', 'aaa'],
    ['silences', '/api/silences', null],
    ['register', '/api/register', null],
    ['meetings', '/api/meetings', null],
    ['meeting', '/api/meetings/m', null],
    ['entries', '/api/entries?from=0', 'aaa'],
    ['entries', '/api/entries?from=0', null],
    ['entry', '/api/entries/3', null],
    ['sync', '/api/sync?texts=open', null],
    ['sync', '/api/sync?texts=open,secret', 'aaa'],
    ['syncOwn', '/api/sync/own', 'aaa'],
    ['rules', '/api/rules', null],
    ['rule', '/api/rules/D-5', null],
    ['me', '/api/me', 'sec'],
    ['me', '/api/me', 'aaa'],
    ['me', '/api/me', null],
    ['methods', '/api/sign-in/methods', null],
    ['passkeys', '/api/passkeys', 'aaa'],
    ['accounts', '/api/accounts', 'aaa'],
    ['signInTrail', '/api/sign-ins/trail', 'aaa'],
    ['signIns', '/api/sign-ins', 'aaa'],
  ])('%s, %s', async (view, url, person) => {
    const answer = await world.get(person, url)
    expect(answer.statusCode).toBe(200)
    expect(faultsOf(view, answer.json())).toEqual([])
  })

  it('what is open names what an act that closes it has to name', async () => {
    const { open } = (await world.get(null, '/api/texts/open/open')).json()
    expect(open[0]).toMatchObject({
      paragraph: 'p1',
      what: 'bracket',
      bracket: 'b',
      options: [
        { id: 'r', wording: 'Calm' },
        { id: 'o', wording: 'Loud', maintainedBy: ['AAA'], objectedBy: ['BBB'] },
      ],
    })
  })

  it('a text that is not clean yet says so, and how much is missing', async () => {
    const answer = await world.get(null, '/api/texts/open/clean')
    expect([answer.statusCode, answer.json()]).toMatchObject([
      409,
      {
        type: '/problems/not-clean',
        title: expect.stringContaining('not clean yet'),
        detail: '2 places are still disputed.',
      },
    ])
  })

  it("the draft's own options over paragraphs are not mistaken for what was proposed in a place", async () => {
    const base = 1
    const alternative = { text: 'chosen', paragraph: 'one', base, alternative: 'other', wording: 'Better.' }
    const answer = await world.act('aaa', delegate('AAA'), 'texts.proposeAlternative', alternative)
    expect(answer.statusCode).toBe(201)
    const { paragraphs } = (await world.get(null, '/api/texts/chosen')).json()
    expect(paragraphs[0]).toMatchObject({
      id: 'one',
      alternatives: ['other'],
      choice: [{ group: 'g', label: 'Option 1', opens: true }],
    })
  })

  it('decisions when they are over: broken, kept, adopted, refused', async () => {
    const broken = { decision: 'd2', member: 'BBB', by: { kind: 'amendment', wording: 'We meet sooner.' } }
    expect((await world.act('bbb', delegate('BBB'), 'decisions.breakSilence', broken)).statusCode).toBe(201)
    const none = { decision: 'd1', next: 'carriedOver' }
    expect((await world.act('chair', chair, 'decisions.declareNoConsensus', none)).statusCode).toBe(201)
    for (const person of ['aaa', 'chair', null])
      expect(faultsOf('decisions', (await world.get(person, '/api/decisions')).json())).toEqual([])
  })

  it('receipts, invitations, documents and sign-ins', async () => {
    const taken = { type: 'texts.takeStand', id: 'r1', as: delegate('AAA') }
    const acts = [{ ...taken, body: { text: 'open', paragraph: 'p1', option: 'r', stand: 'canLiveWith' } }]
    const receipts = await world.ask('aaa', 'POST', '/api/acts', { acts })
    expect(faultsOf('acts', receipts.json())).toEqual([])
    const invited = await world.ask('aaa', 'POST', '/api/invitations', { person: 'aaa', as: delegate('AAA') })
    expect(faultsOf('invite', invited.json())).toEqual([])
    const signedIn = await world.ask(null, 'POST', '/api/sign-in', {
      token: invited.json().token,
      as: 'bearer',
    })
    expect(faultsOf('signIn', signedIn.json())).toEqual([])
    const bytes = Buffer.from('bytes')
    const put = await world.app.inject({
      method: 'PUT',
      url: `/api/documents/${createHash('sha256').update(bytes).digest('hex')}`,
      headers: { authorization: `Bearer ${world.tokens['aaa']}`, 'content-type': 'text/plain' },
      payload: bytes,
    })
    expect(faultsOf('putDocument', put.json())).toEqual([])
  })

  it('the check would notice a member too many and one too few', () => {
    expect(faultsOf('rule', { id: 'D-5', sentence: 'x', more: 1 })).not.toEqual([])
    expect(faultsOf('rule', { id: 'D-5' })).not.toEqual([])
  })
})

interface Shape {
  readonly properties: { readonly rule: { readonly enum: readonly string[] } }
}
interface Operation {
  readonly operationId: string
  readonly description?: string
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: object }[]
  readonly responses: Readonly<
    Record<string, { description: string; content?: Record<string, { schema: Shape }> }>
  >
}

const document = async () => (await world.get(null, '/api/openapi.json')).json()
const operationsOf = (paths: object): readonly (readonly [string, string, Operation])[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as object).map(([method, each]) => [path, method, each as Operation] as const),
  )

describe('the API document', () => {
  it('has the structure OpenAPI 3.1 asks for', async () => {
    const { openapi, info, paths, components } = await document()
    expect(openapi).toBe('3.1.0')
    expect(info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
    for (const [path, method, operation] of operationsOf(paths)) {
      expect(path).toMatch(/^\/[A-Za-z0-9./_{}-]+$/)
      expect(['get', 'put', 'post', 'delete']).toContain(method)
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1])
      const given = (operation.parameters ?? []).filter(each => each.in === 'path')
      expect(given.map(each => each.name).sort(), path).toEqual(inPath.sort())
      for (const each of given) expect(each.required).toBe(true)
      expect(Object.keys(operation.responses).length).toBeGreaterThan(0)
      for (const [status, answer] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^(default|[1-5](XX|\d\d))$/)
        expect(typeof answer.description).toBe('string')
      }
    }
    for (const name of Object.keys(components.schemas)) expect(name).toMatch(/^[A-Za-z0-9._-]+$/)
  })

  it('says of every act which rules it may be refused by, in words and in the shape of the problem', async () => {
    const { paths } = await document()
    for (const type of actTypes) {
      const operation: Operation = paths[`/api/acts/${type}`].post
      const { properties } = operation.responses['4XX']!.content!['application/problem+json']!.schema
      expect(properties.rule.enum).toEqual(rulesOf(type))
      for (const rule of rulesOf(type)) expect(operation.description).toContain(`[${rule}]`)
    }
  })

  it('gives every view that has a shape its shape', async () => {
    const told = new Map(operationsOf((await document()).paths).map(each => [each[2].operationId, each[2]]))
    // The seats of a demonstration are the server's own.
    for (const name of Object.keys(views).filter(each => each !== 'seats' && each !== 'takeSeat')) {
      const answers = told.get(name)?.responses ?? {}
      expect(
        Object.keys(answers).some(status => status.startsWith('2')),
        name,
      ).toBe(true)
    }
  })
})
