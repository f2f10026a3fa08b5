import { dayMs } from '@gavel/kernel'
import { memoryStore } from '@gavel/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { delegate, introduceTexts, newWorld, secretariat, type World } from '../testing/world.ts'
import { nextBoundary, readersRights } from './rights.ts'

let world: World
beforeAll(async () => {
  world = await newWorld(memoryStore())
  await introduceTexts(world)
})
afterAll(() => world.close())

const wg = { kind: 'body', body: 'wg' } as never
const instant = (ms: number) => new Date(Date.parse(world.keeper.now()) + ms).toISOString()

describe('what readers may read', () => {
  it('changes where the calendar says so, though nobody does anything', async () => {
    const given = await world.act('aaa', delegate('AAA'), 'institution.accredit', {
      credential: 'c-brief',
      person: 'brief',
      name: 'Brief',
      capacity: delegate('AAA'),
      rights: ['read'],
      from: instant(60_000),
      until: instant(120_000),
    })
    expect(given.statusCode).toBe(201)
    const rights = readersRights(world.keeper)
    const person = 'brief' as never
    const before = rights.of(person)
    expect([rights.changed(), rights.waitMs(), rights.sees(before.group)(wg)]).toEqual([
      undefined,
      60_000,
      false,
    ])
    world.wait(60_000)
    const concerns = rights.changed()
    expect(concerns?.(person, before.credentials)).toBe(true)
    const during = rights.of(person)
    expect([rights.sees(during.group)(wg), rights.waitMs()]).toEqual([true, 60_000])
    world.wait(60_000)
    expect(rights.changed()).toBeDefined()
    expect(rights.sees(rights.of(person).group)(wg)).toBe(false)
  })

  it('is looked at again with each new day, for offices are held by days', () => {
    const { institution } = world.keeper.state()
    const next = nextBoundary(institution, world.keeper.now())
    expect(next.slice(10)).toBe('T00:00:00.000Z')
    expect(Date.parse(next) - Date.parse(world.keeper.now())).toBeLessThanOrEqual(dayMs)
  })

  it('is worked out anew only for those whom a change concerns', async () => {
    const rights = readersRights(world.keeper)
    const standing = (name: string) => rights.of(name as never).credentials
    const [aaa, bbb] = [standing('aaa'), standing('bbb')]
    const how = { credential: 'c-bbb', reason: 'test' }
    await world.act('sec', secretariat, 'institution.suspendCredential', how)
    const concerns = rights.changed()!
    expect([concerns('aaa' as never, aaa), concerns('bbb' as never, bbb), concerns(null, [])]).toEqual([
      false,
      true,
      false,
    ])
    const { epoch } = rights
    await world.act('aaa', delegate('AAA'), 'texts.takeStand', {
      text: 'open',
      paragraph: 'p1',
      stand: 'backs',
    })
    expect([rights.changed(), rights.epoch]).toEqual([undefined, epoch])
    const composition = {
      name: 'body.composition',
      value: ['AAA'],
      since: instant(0),
      body: 'wg',
      source: 'test',
    }
    const set = await world.act('sec', secretariat, 'institution.setParameter', composition)
    expect(set.statusCode).toBe(201)
    expect(rights.changed()!('aaa' as never, aaa)).toBe(true)
    await world.act('sec', secretariat, 'institution.restoreCredential', how)
    expect(rights.sees(rights.of('bbb' as never).group)(wg)).toBe(false)
  })
})
