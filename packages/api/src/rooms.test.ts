import { domainFolds, domainLaw, foldsOfRooms, lawWithRooms, openRecord } from '@gavel/application'
import { memoryDisk, memoryStore } from '@gavel/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toys, toysLaw } from './testing/toys.ts'
import { delegate, newWorld, secretariat, type World } from './testing/world.ts'

const AAA = delegate('AAA')
const CCC = delegate('CCC')
const ball = { toy: 'ball', to: 'BBB', words: 'a red ball' }

let world: World
const disk = memoryDisk()
beforeAll(async () => {
  world = await newWorld(memoryStore(disk), { rooms: [toys] })
  expect((await world.act('aaa', AAA, 'toys.lend', ball)).statusCode).toBe(201)
})
afterAll(() => world.close())

describe('an act of a room', () => {
  it('passes the gate of the institution, and then the rules of its room', async () => {
    const refused = async (...act: Parameters<World['act']>) => {
      const { statusCode, body } = await world.act(...act)
      return [statusCode, JSON.parse(body).rule, JSON.parse(body).title]
    }
    expect((await refused('sec', secretariat, 'toys.lend', ball)).slice(0, 2)).toEqual([403, 'I-2'])
    expect((await refused('bbb', AAA, 'toys.lend', ball)).slice(0, 2)).toEqual([403, 'I-3'])
    expect(await refused('ccc', CCC, 'toys.lend', ball)).toEqual([409, 'Z-2', 'A toy is lent once.'])
    expect((await world.act('aaa', AAA, 'toys.lend', { toy: 'x' })).statusCode).toBe(400)
    expect((await world.act('aaa', AAA, 'toys.hide', {})).statusCode).toBe(404)
  })

  it('is answered, on what one may not read, as on what is not there', async () => {
    const hidden = await world.act('ccc', CCC, 'toys.break', { toy: 'ball' })
    const absent = await world.act('ccc', CCC, 'toys.break', { toy: 'none' })
    expect([hidden.statusCode, hidden.body]).toEqual([404, absent.body])
    const named = await world.keeper.submit({
      id: 'direct',
      type: 'toys.break',
      by: 'ccc',
      as: CCC,
      body: { toy: 'ball' },
    } as never)
    expect(named).toMatchObject({ kind: 'refused', refusal: { rule: 'Z-1', facts: { toy: 'ball' } } })
  })

  it('goes into one list with acts of the chapters, all or none', async () => {
    const list = (id: string, toy: string) => ({
      acts: [
        { type: 'toys.lend', id, as: AAA, body: { ...ball, toy } },
        { type: 'toys.lend', id: `${id}-2`, as: AAA, body: ball },
      ],
    })
    const before = world.keeper.head().size
    expect((await world.ask('aaa', 'POST', '/api/acts', list('l', 'bear'))).json()).toMatchObject({ act: 1 })
    expect(world.keeper.head().size).toBe(before)
    expect((await world.get('aaa', '/api/toys')).json()).toEqual({ lent: ['ball'] })
  })

  it('leads to events of its own room only', async () => {
    const before = world.keeper.head()
    const trespass = world.keeper.submit({
      id: 'trespass',
      type: 'toys.lend',
      by: 'aaa',
      as: AAA,
      body: { ...ball, toy: 'kite', words: 'trespass' },
    } as never)
    await expect(trespass).rejects.toThrow('the room toys led to texts.opened')
    expect(world.keeper.head()).toEqual(before)
  })
})

describe('what happens in a room', () => {
  it('is read by the delegations it is for; for all others there is a leaf like any', async () => {
    const last = world.keeper.head().size - 1
    const asked = await Promise.all(
      ['aaa', 'bbb', 'ccc', 'chair', 'sec', null].map(async person =>
        (await world.get(person, `/api/entries/${last}`)).body.includes('a red ball'),
      ),
    )
    expect(asked).toEqual([true, true, false, false, false, false])
    expect((await world.get('bbb', '/api/toys')).json()).toEqual({ lent: ['ball'] })
    expect((await world.get('ccc', '/api/toys')).json()).toEqual({ lent: [] })
  })

  it('stands in the document of the API with its rules', async () => {
    const document = (await world.get(null, '/api/openapi.json')).json()
    const { post } = document.paths['/api/acts/toys.lend']
    expect(post.tags).toEqual(['toys'])
    expect(post.description).toContain('[Z-2](/rules/Z-2) A toy is lent once.')
    expect(document.paths['/api/toys'].get.responses['2XX']).toBeDefined()
  })

  it('reaches no browser with the state of the chapters', async () => {
    for (const person of ['aaa', 'ccc'])
      expect((await world.get(person, '/api/sync')).body).not.toContain('red ball')
  })
})

describe('a house without the room', () => {
  const open = (rooms: boolean) => {
    const list = rooms ? [toysLaw as never] : []
    return openRecord({
      store: memoryStore(disk),
      law: lawWithRooms(list),
      folds: { ...domainFolds, ...foldsOfRooms(rooms ? [toys] : []) },
      clock: { now: () => Date.parse('2026-11-23T13:00:00.000Z') },
      snapshotEvery: 1,
    })
  }

  it('reads the record all the same, and changes nothing in the chapters', async () => {
    const without = await open(false)
    const { rooms: _, ...chapters } = world.keeper.state() as never as { rooms: unknown }
    expect(without.head()).toEqual(world.keeper.head())
    expect(without.state()).toEqual(chapters)
    await without.close()
  })

  it('does not take its snapshot for that of a house with the room, nor the other way round', async () => {
    const first = await open(true)
    expect(first.state()).toEqual(world.keeper.state())
    await first.saveSnapshot()
    await first.close()
    const second = await open(false)
    expect(Object.keys(second.state())).not.toContain('rooms')
    await second.close()
    const third = await open(true)
    expect(third.state()).toEqual(world.keeper.state())
    expect((third.views() as Record<string, unknown>)['toys.count']).toBe(
      (await third.readWhole(0, third.head().size)).flatMap(({ content }) => content?.events ?? []).length,
    )
    await third.close()
  })

  it('is the chapters and nothing else', () => expect(lawWithRooms([])).toBe(domainLaw))
})

describe('a room', () => {
  it('cannot be called like a chapter, or like another room', () => {
    const named = (name: string) => ({ ...toysLaw, name }) as never
    expect(() => lawWithRooms([named('texts')])).toThrow('cannot be called texts')
    expect(() => lawWithRooms([named('toys'), named('toys')])).toThrow('cannot be called toys')
  })

  it('stops no act of the chapters, even when a fold of its own fails on it', async () => {
    const broken = foldsOfRooms([toys])['toys.broken']!
    const entry = { index: 0, act: {}, audience: { kind: 'public' } }
    const after = (value: string, type: string) =>
      broken.apply(value, { ...entry, events: [{ type }] } as never, {} as never)
    expect([after('whole', 'toys.lent'), after('whole', 'texts.opened')]).toEqual(['seen', 'whole'])
  })
})
