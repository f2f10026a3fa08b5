import type { PersonId } from '@gavel/kernel'
import { memoryStore } from '@gavel/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chair, delegate, newWorld, secretariat, type World } from '../testing/world.ts'
import { folded } from './register.ts'

const dayMs = 86_400_000
let world: World

const say = async (...act: Parameters<World['act']>) => {
  const answer = await world.act(...act)
  if (answer.statusCode !== 201) throw new Error(`${act[2]}: ${answer.body}`)
}

const adopted = async (decision: string, title: string, wording: string) => {
  const subject = { kind: 'wording', wording }
  await say('chair', chair, 'decisions.put', { decision, meeting: 'm', item: '1', title, subject })
  await say('chair', chair, 'decisions.declareAdopted', { decision })
}

beforeAll(async () => {
  world = await newWorld(memoryStore())
  const agenda = [{ number: '1', title: 'Item' }]
  const opensAt = new Date(Date.parse(world.keeper.now()) + 1_000).toISOString()
  const meeting = { body: 'soc', title: 'Meeting', opensAt, place: 'Here', timeZone: 'UTC', agenda }
  await say('sec', secretariat, 'meetings.convene', { meeting: 'm', ...meeting })
  for (const member of ['AAA', 'BBB', 'CCC'])
    await say('sec', secretariat, 'meetings.recordPresence', { meeting: 'm', member, present: true })
  world.wait(2_000)
  await say('chair', chair, 'meetings.open', { meeting: 'm' })
  await say('chair', chair, 'meetings.adoptAgenda', { meeting: 'm', agenda })
  await adopted('d1', 'Décision sur l’énergie', 'We share power lines.')
  await adopted('d2', 'Транспорт и связь', 'Corridors are opened.')
  world.wait(60 * dayMs)
  for (const person of ['chair', 'aaa'])
    world.tokens[person] = await world.context.accounts.signIn(person as PersonId, { way: 'invitation' })
  await adopted('d3', 'Energy storage', 'Dams count as well.')
})
afterAll(() => world.close())

const search = async (query: string) => {
  const answer = await world.get(null, `/api/register?${query}`)
  expect(answer.statusCode).toBe(200)
  const { register, total, years } = answer.json() as {
    register: readonly { decision: string }[]
    total: number
    years: readonly string[]
  }
  return { ids: register.map(({ decision }) => decision), total, years }
}

describe('the register is searched', () => {
  it('by words, whatever their capitals, accents and widths', async () => {
    const ids = async (q: string) => (await search(`q=${encodeURIComponent(q)}`)).ids
    expect(await ids('ENERGIE')).toEqual(['d1'])
    expect(await ids('énergie DÉCISION')).toEqual(['d1'])
    expect(await ids('транспорт')).toEqual(['d2'])
    expect(await ids('dec/2027')).toEqual(['d3'])
    expect(await ids('ｄａｍｓ')).toEqual(['d3'])
    expect(await ids('soc')).toEqual(['d1', 'd2', 'd3'])
    expect(await ids('energy nothing')).toEqual([])
    expect(folded('مُعَاهَدَة')).toBe(folded('معاهدة'))
  })

  it('by year and body, newest first when asked, page by page', async () => {
    expect(await search('year=2026')).toMatchObject({ ids: ['d1', 'd2'], total: 2, years: ['2026', '2027'] })
    expect(await search('body=wg')).toMatchObject({ ids: [], total: 0 })
    expect(await search('order=newest&limit=2')).toMatchObject({ ids: ['d3', 'd2'], total: 3 })
    expect(await search('order=newest&from=2&limit=2')).toMatchObject({ ids: ['d1'], total: 3 })
    expect((await world.get(null, '/api/register?limit=-1')).statusCode).toBe(400)
  })
})

describe('the history of a decision', () => {
  it('names the entries that made it, for those who may read them', async () => {
    await say('aaa', delegate('AAA'), 'decisions.attachStatement', {
      decision: 'd1',
      statement: 's1',
      member: 'AAA',
      kind: 'reservation',
      wording: 'Not for our islands.',
    })
    const { history } = (await world.get(null, '/api/decisions/d1/history')).json()
    expect(history.map(({ act }: { act: { type: string } }) => act.type)).toEqual([
      'decisions.put',
      'decisions.declareAdopted',
      'decisions.attachStatement',
    ])
    const proof = await world.get(null, `/api/proof/${history[1].index}`)
    expect(proof.body).toMatch(/^c2sp\.org\/tlog-proof@v1\n/)
    expect((await world.get(null, '/api/decisions/none/history')).statusCode).toBe(404)
  })
})

it('every answer tells the instant of the record’s clock', async () => {
  const before = (await world.get(null, '/api/register')).headers['gavel-now']
  expect(before).toBe(world.keeper.now())
  world.wait(1_234)
  expect((await world.get(null, '/nowhere')).headers['gavel-now']).toBe(world.keeper.now())
})
