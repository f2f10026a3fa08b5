import { memoryStore } from '@gavel/store'
import { Value } from 'typebox/value'
import { describe, expect, test } from 'vitest'
import { chair, delegate, newWorld, secretariat } from '../../../../packages/api/src/testing/world.ts'
import { foresight } from '../index.ts'
import { views } from './shapes.ts'

const text = { text: 't1' }

const world = async () => {
  const api = await newWorld(memoryStore(), { rooms: [foresight], hookKey: 'whpk_test' })
  const say = async (person: string, as: object, type: string, body: object): Promise<void> => {
    const answer = await api.act(person, as as never, type, body)
    if (answer.statusCode !== 201) throw new Error(`${type}: ${answer.body}`)
  }
  await say('sec', secretariat, 'texts.introduce', {
    ...text,
    title: 'Draft on water',
    body: 'soc',
    audience: { kind: 'members' },
    language: 'en',
    kind: 'draft',
  })
  await say('sec', secretariat, 'texts.lay', {
    ...text,
    paragraphs: [
      {
        id: 'p1',
        number: '1',
        level: 0,
        kind: 'operative',
        content: [{ kind: 'words', text: 'The members shall meet.' }],
      },
    ],
  })
  await say('sec', secretariat, 'texts.open', text)
  await say('aaa', delegate('AAA'), 'texts.propose', {
    ...text,
    paragraph: 'p1',
    base: 1,
    change: { at: 12, length: 5, wording: 'should' },
    bracket: 'b1',
    option: 'o1',
    retained: 'r1',
    onStale: 'alternative',
  })
  return { ...api, say }
}

const tells = (member: string, can: readonly [string, string]) =>
  [
    member.toLowerCase(),
    delegate(member),
    'foresight.tell',
    {
      ...text,
      member,
      points: [
        {
          point: 'b1',
          matters: 7,
          options: [
            { option: 'o1', can: can[0] },
            { option: 'r1', can: can[1] },
          ],
        },
      ],
    },
  ] as const

const routes = ['outlook', 'map', 'texts/t1/table', 'texts/t1/packages'] as const

describe('what is read in the room', () => {
  test('[F-8] the chair alone, and answers as they are documented', async () => {
    const { get, say } = await world()
    await say('chair', chair, 'foresight.sound', { ...text, sounded: 'BBB', says: 'objects' })
    await say(...tells('BBB', ['cannot', 'canAccept']))
    for (const route of routes) {
      for (const who of [null, 'aaa', 'bbb', 'sec'])
        expect((await get(who, `/api/foresight/${route}`)).statusCode, `${route} for ${who}`).toBe(404)
      const answer = await get('chair', `/api/foresight/${route}`)
      expect(answer.statusCode, answer.body).toBe(200)
    }
    const [outlook, map, table, packages] = await Promise.all(
      routes.map(async route => (await get('chair', `/api/foresight/${route}`)).json()),
    )
    for (const [name, answer] of Object.entries({
      foresightOutlook: outlook,
      foresightMap: map,
      foresightTable: table,
      foresightPackages: packages,
    }))
      expect([...Value.Errors(views[name]!, answer)], name).toEqual([])
    expect(outlook.items).toHaveLength(1)
    expect(outlook.items[0].heard).toBeGreaterThan(0)
    expect(table.soundings).toHaveLength(1)
    const withVotes = await get('chair', '/api/foresight/outlook?votes=true')
    expect(withVotes.json().precedents.votes).toBeGreaterThan(500)
    expect([...Value.Errors(views['foresightOutlook']!, withVotes.json())]).toEqual([])
  })

  test('[F-8] opened to members it is made without what was said in confidence', async () => {
    const { get, say } = await world()
    const asked = async () => (await get('ccc', '/api/foresight/readers')).json()
    expect(await asked()).toMatchObject({ readers: 'mediators', set: null })
    await say('sec', secretariat, 'foresight.setReaders', { readers: 'members', source: 'decision 7' })
    expect(await asked()).toMatchObject({ readers: 'members', set: { source: 'decision 7' } })
    expect([...Value.Errors(views['foresightReaders']!, await asked())]).toEqual([])
    expect((await get(null, '/api/foresight/readers')).statusCode).toBe(404)
    const before = (await get('ccc', '/api/foresight/outlook')).json()
    await say('chair', chair, 'foresight.sound', { ...text, sounded: 'BBB', says: 'objects' })
    await say(...tells('BBB', ['cannot', 'canAccept']))
    const after = (await get('ccc', '/api/foresight/outlook')).json()
    expect({ ...after, now: before.now }).toEqual(before)
    expect((await get('chair', '/api/foresight/outlook')).json().items).not.toEqual(before.items)
    expect((await get('ccc', '/api/foresight/texts/t1/table')).statusCode).toBe(404)
    expect((await get(null, '/api/foresight/outlook')).statusCode).toBe(404)
  })

  test('[F-4] what a delegation told is told to itself and to those who mediate', async () => {
    const { get, say } = await world()
    await say(...tells('BBB', ['cannot', 'canAccept']))
    const own = (await get('bbb', '/api/foresight/texts/t1/told')).json()
    expect([...Value.Errors(views['foresightTold']!, own)]).toEqual([])
    expect(own).toMatchObject({ member: 'BBB', told: { points: [{ point: 'b1', matters: 7 }] } })
    expect((await get('aaa', '/api/foresight/texts/t1/told?member=BBB')).statusCode).toBe(404)
    expect((await get('aaa', '/api/foresight/texts/t1/told')).json().told).toBeNull()
    expect((await get('sec', '/api/foresight/texts/t1/told')).statusCode).toBe(404)
    const table = (await get('chair', '/api/foresight/texts/t1/table')).json()
    const row = table.rows.find(({ member }: { member: string }) => member === 'BBB')
    const options = table.points[0].options.map(({ option }: { option: string }) => option)
    expect(row.points[0].cells[options.indexOf('o1')]).toEqual({ can: 'cannot', from: 'told' })
  })

  test('a package is found that nobody refuses, and released to whoever reads the text', async () => {
    const { get, say } = await world()
    await say(...tells('BBB', ['canLiveWith', 'cannot']))
    const found = (await get('chair', '/api/foresight/texts/t1/packages')).json()
    expect(found.packages.map(({ choices }: { choices: object }) => choices)).toEqual(
      Array(3).fill([{ point: 'b1', option: 'o1' }]),
    )
    await say('chair', chair, 'foresight.release', {
      release: 'k1',
      ...text,
      title: 'A way out',
      choices: found.packages[0].choices,
    })
    const seen = await get('ccc', '/api/foresight/texts/t1/releases')
    expect([...Value.Errors(views['foresightReleases']!, seen.json())]).toEqual([])
    expect(seen.json().releases).toMatchObject([{ id: 'k1', choices: [{ point: 'b1', option: 'o1' }] }])
    expect(seen.body).not.toContain('BBB')
    expect((await get(null, '/api/foresight/texts/t1/releases')).statusCode).toBe(404)
  })

  test('where all options of a point are refused it says by whom, and what one change would unlock', async () => {
    const { get, say } = await world()
    await say(...tells('BBB', ['cannot', 'canAccept']))
    await say(...tells('CCC', ['canAccept', 'cannot']))
    const found = (await get('chair', '/api/foresight/texts/t1/packages')).json()
    expect(found.packages).toEqual([])
    expect(found.blocked).toMatchObject([{ point: 'b1' }])
    expect(found.unlocks.map(({ member }: { member: string }) => member).sort()).toEqual(['BBB', 'CCC'])
  })
})
