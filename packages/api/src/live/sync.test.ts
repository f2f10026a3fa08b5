import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type Capacity, domain, foldShown, type Own, type Shown, type Slice, withOwn } from '@gavel/domain'
import { canonicalJson, get, type Json } from '@gavel/kernel'
import { memoryStore } from '@gavel/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodingFor } from '../http/encoding.ts'
import { chair, delegate, introduceTexts, newWorld, secretariat, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld(memoryStore(), { sync: { restMs: 0 } })
  await introduceTexts(world)
})
afterAll(() => world.close())

interface Answer extends Slice {
  readonly index: number
  readonly edition: string
}
const sync = async (person: string | null, query = 'texts=open,secret', from = world): Promise<Answer> => {
  const answer = await from.get(person, `/api/sync?${query}`)
  expect(answer.statusCode).toBe(200)
  return answer.json()
}
const stand = (person: string, text: string, more: object = {}) =>
  world.act(person, delegate(person.toUpperCase()), 'texts.takeStand', {
    text,
    paragraph: 'p1',
    stand: 'backs',
    ...more,
  })
const json = (value: unknown): string => canonicalJson(value as Json)

describe('GET /api/sync', () => {
  it('is folded forward with the entries since, and is then what a later one says', async () => {
    const newest = () => `texts=open,secret&after=${world.keeper.head().size}`
    const people = ['aaa', 'ccc', 'sec', null]
    const before = await Promise.all(people.map(person => sync(person, newest())))
    await stand('aaa', 'secret')
    await stand('bbb', 'open', { stand: 'objects', note: 'No.' })
    await world.act('aaa', delegate('AAA'), 'texts.instruct', {
      text: 'open',
      paragraph: 'p1',
      member: 'AAA',
      note: 'x',
    })
    for (const [at, person] of people.entries()) {
      let { index, edition, ...slice } = before[at]!
      const { entries } = (await world.get(person, `/api/entries?from=${index}`)).json()
      for (const entry of entries as Shown[]) {
        const next = foldShown(slice, entry)
        if (next.kind !== 'folded') throw new Error(next.why)
        slice = next.slice as typeof slice
      }
      index += entries.length
      expect(json({ ...slice, index, edition })).toBe(json(await sync(person, newest())))
    }
  })

  it('lets the rules run where the viewer is', async () => {
    const own = (await world.get('aaa', '/api/sync/own')).json() as Own
    const { state } = withOwn(await sync('aaa', `texts=open&after=${world.keeper.head().size}`), own)
    const made = { id: 'x', type: 'texts.takeStand', by: 'aaa', as: delegate('AAA'), at: world.keeper.now() }
    const body = { text: 'open', paragraph: 'p1', stand: 'backs' }
    const mine = { ...made, body } as never
    expect(domain.decide(mine, state)).toEqual(domain.decide(mine, world.keeper.state()))
  })

  it('gives all viewers of a class the same bytes, made once, and says when nothing is new', async () => {
    const [one, other, closed] = await Promise.all(
      ['aaa', 'bbb', 'ccc'].map(person => world.get(person, '/api/sync?texts=secret,open')),
    )
    expect(one!.headers['etag']).toBe(other!.headers['etag'])
    expect(one!.rawPayload.equals(other!.rawPayload)).toBe(true)
    expect(closed!.headers['etag']).not.toBe(one!.headers['etag'])
    expect(one!.headers['cache-control']).toBe('private, no-cache')
    const again = await world.app.inject({
      method: 'GET',
      url: '/api/sync?texts=open,secret,open',
      headers: {
        authorization: `Bearer ${world.tokens['bbb']}`,
        'if-none-match': String(one!.headers['etag']),
      },
    })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  it.each([
    ['br', 'gzip, deflate, br;q=0.9', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    [undefined, 'br;q=0, deflate', (bytes: Buffer) => bytes],
  ] as const)('comes as %s to who takes %s', async (name, taken, open) => {
    const plain = await world.get(null, '/api/sync?texts=open')
    const answer = await world.app.inject({
      method: 'GET',
      url: '/api/sync?texts=open',
      headers: { 'accept-encoding': taken },
    })
    expect(answer.headers['content-encoding']).toBe(name)
    expect(open(answer.rawPayload).equals(plain.rawPayload)).toBe(true)
    expect(encodingFor(undefined)).toBe('identity')
  })

  it('is never older than the client says it has to be', async () => {
    const early = await sync(null)
    await stand('bbb', 'open', { stand: 'reserves' })
    expect((await sync(null)).index).toBe(early.index)
    const { size } = world.keeper.head()
    expect((await sync(null, `texts=open,secret&after=${size}`)).index).toBe(size)
    expect((await world.get(null, `/api/sync?after=${size + 1}`)).statusCode).toBe(400)
  })

  it('refuses lists of texts that are none', async () => {
    for (const texts of ['a,,b', '../x', 'a b', Array.from({ length: 17 }, (_, n) => `t${n}`).join(',')])
      expect((await world.get(null, `/api/sync?texts=${encodeURIComponent(texts)}`)).statusCode).toBe(400)
  })
})

describe('what a rival learns from a snapshot', () => {
  it('not a byte: with and without the secret it is the same', async () => {
    const bare = await newWorld(memoryStore())
    const full = await newWorld(memoryStore())
    const say = async (type: string, body: object, person = 'sec', as: Capacity = secretariat) => {
      const answer = await full.act(person, as, type, body)
      if (answer.statusCode !== 201) throw new Error(answer.body)
    }
    for (const [text, audience] of [
      ['secret', { kind: 'body', body: 'wg' }],
      ['own', { kind: 'delegation', member: 'AAA' }],
    ] as const) {
      const by: [string, Capacity] = text === 'own' ? ['aaa', delegate('AAA')] : ['sec', secretariat]
      const content = [{ kind: 'words', text: 'Hush.' }]
      const paragraphs = [{ id: 'p1', number: '1', level: 0, kind: 'operative', content }]
      await say(
        'texts.introduce',
        { text, title: 'Hush', body: 'wg', audience, language: 'en', kind: 'draft' },
        ...by,
      )
      await say('texts.lay', { text, paragraphs }, ...by)
    }
    await say('texts.open', { text: 'secret' })
    await say(
      'texts.instruct',
      { text: 'secret', paragraph: 'p1', member: 'AAA', redLine: 'Hush' },
      'aaa',
      delegate('AAA'),
    )
    for (const person of ['ccc', null]) {
      const withIt = await sync(person, 'texts=secret,own', full)
      const without = await sync(person, 'texts=secret,own', bare)
      expect(json({ ...withIt, index: 0 })).toBe(json({ ...without, index: 0 }))
    }
    expect(json(await sync('aaa', 'texts=secret,own', full))).toContain('Hush.')
    expect(json(await sync('bbb', 'texts=secret,own', full))).not.toContain('"own":')
    await Promise.all([bare.close(), full.close()])
  })

  it('her own instructions and comments go to her delegation alone, and to nobody who is not signed in', async () => {
    const red = { text: 'open', paragraph: 'p1', member: 'AAA', redLine: 'Ours alone' }
    await world.act('aaa', delegate('AAA'), 'texts.instruct', red)
    const said = { text: 'open', paragraph: 'p1', member: 'AAA', comment: 'c', wording: 'Ours to discuss' }
    await world.act('aaa', delegate('AAA'), 'texts.comment', said)
    const own = await world.get('aaa', '/api/sync/own')
    expect(own.json()).toMatchObject({
      person: 'aaa',
      capacities: [{ as: delegate('AAA'), from: '2026-01-01T00:00:00.000Z', until: null }],
      credentials: [{ id: 'c-aaa', status: 'valid' }],
    })
    const instructions = get(own.json().instructions, 'AAA') as never
    expect(get(instructions, 'open p1')).toMatchObject({ redLine: 'Ours alone' })
    const comments = get(own.json().comments, 'AAA') as never
    expect(get(comments, 'open p1')).toMatchObject([{ comment: 'c', by: 'aaa', wording: 'Ours to discuss' }])
    for (const person of ['bbb', 'ccc', 'sec', 'chair'])
      expect((await world.get(person, '/api/sync/own')).body).not.toContain('Ours')
    expect((await world.get(null, '/api/sync/own')).statusCode).toBe(401)
    for (const person of ['aaa', 'bbb', 'ccc', 'sec', null])
      expect(json(await sync(person, `texts=open&after=${world.keeper.head().size}`))).not.toContain('Ours')
  })
})

describe('rights that change', () => {
  it('close a text at once, for those who had it in a snapshot a moment ago, and tell their clients', async () => {
    const introduced = { title: 'Soon closed', body: 'wg', language: 'en', kind: 'draft' }
    const text = 'moving'
    await world.act('sec', secretariat, 'texts.introduce', {
      text,
      audience: { kind: 'members' },
      ...introduced,
    })
    const { size } = world.keeper.head()
    expect(json(await sync('ccc', `texts=moving&after=${size}`))).toContain('Soon closed')
    const audience = { kind: 'body', body: 'wg' }
    const answer = await world.act('sec', secretariat, 'texts.changeAudience', { text, audience })
    expect(answer.statusCode).toBe(201)
    expect(json(await sync('ccc', 'texts=moving'))).not.toContain('Soon closed')
    const told = async (person: string | null) =>
      (await world.get(person, `/api/entries/${answer.json().index}`)).json()
    expect(await told('ccc')).toMatchObject({ again: true })
    expect(await told('bbb')).not.toHaveProperty('again')
    expect(await told(null)).not.toHaveProperty('again')
  })

  it('a closed meeting is whole for its body alone, from the moment the doors close', async () => {
    const opensAt = new Date(Date.parse(world.keeper.now()) + 60_000).toISOString()
    const notice = { body: 'soc', title: 'Behind doors', opensAt, place: 'Hall', timeZone: 'UTC' }
    const agenda = [{ number: '1', title: 'Item' }]
    const meeting = 'shut'
    const says = async (person: string, as: Capacity, type: string, body: object) => {
      const answer = await world.act(person, as, `meetings.${type}`, { meeting, ...body })
      expect(answer.statusCode).toBe(201)
    }
    await says('sec', secretariat, 'convene', { ...notice, agenda })
    await says('sec', secretariat, 'recordPresence', { member: 'AAA', present: true })
    const room = async (person: string | null, query: string) =>
      get((await sync(person, query)).state.meetings.meetings, meeting)?.present
    expect(await room(null, `after=${world.keeper.head().size}`)).toEqual(['AAA'])
    world.wait(60_000)
    await says('chair', chair, 'open', {})
    await says('chair', chair, 'setAccess', { access: 'closed' })
    expect([await room(null, ''), await room('bbb', '')]).toEqual([[], ['AAA']])
  })

  it('a suspended delegate is of the public from then on', async () => {
    const before = await sync('bbb')
    const how = { credential: 'c-bbb', reason: 'test' }
    await world.act('sec', secretariat, 'institution.suspendCredential', how)
    const after = await sync('bbb')
    expect([before.members, after.members]).toEqual([true, false])
    expect(json(after)).not.toContain('Hush')
    await world.act('sec', secretariat, 'institution.restoreCredential', how)
  })
})

describe('a sitting behind closed doors', () => {
  const closed = async () => {
    const hall = await newWorld(memoryStore(), { sync: { restMs: 0 } })
    const say = async (person: string, as: Capacity, type: string, body: object) => {
      const answer = await hall.act(person, as, type, body)
      if (answer.statusCode !== 201) throw new Error(answer.body)
    }
    const since = new Date(Date.parse(hall.keeper.now()) + 1_000).toISOString()
    const composition = { name: 'body.composition', value: ['AAA', 'BBB'], body: 'soc', source: 'test' }
    await say('sec', secretariat, 'institution.setParameter', { ...composition, since })
    hall.wait(2_000)
    const agenda = [{ number: '1', title: 'Hushed matters' }]
    await say('sec', secretariat, 'meetings.convene', {
      meeting: 'm',
      body: 'soc',
      title: 'Meeting',
      opensAt: hall.keeper.now(),
      place: 'Hall',
      timeZone: 'Asia/Baku',
      agenda,
      access: 'closed',
    })
    for (const member of ['AAA', 'BBB'])
      await say('sec', secretariat, 'meetings.recordPresence', { meeting: 'm', member, present: true })
    await say('chair', chair, 'meetings.open', { meeting: 'm' })
    await say('chair', chair, 'meetings.adoptAgenda', { meeting: 'm', agenda })
    await say('chair', chair, 'meetings.takeUpItem', { meeting: 'm', item: '1' })
    return { hall, say }
  }
  const seenBy = async (hall: World, person: string | null) => {
    const { state } = await sync(person, `after=${hall.keeper.head().size}`, hall)
    const { present, items, speaking, points, journals } = get(state.meetings.meetings, 'm')!
    return {
      present,
      items: items.length,
      speaks: speaking !== null,
      points: points.length,
      journals: journals.length,
    }
  }
  const nothing = { present: [], items: 0, speaks: false, points: 0, journals: 0 }

  it('[M-52] is in the slices of those who sit in the body, and in no other', async () => {
    const { hall, say } = await closed()
    const { index, edition: _, ...slice } = await sync('aaa', `after=${hall.keeper.head().size}`, hall)
    const speaker = { kind: 'member', member: 'AAA' }
    await say('aaa', delegate('AAA'), 'meetings.askFloor', { meeting: 'm', item: '1', request: 'r', speaker })
    await say('chair', chair, 'meetings.giveFloor', { meeting: 'm', request: 'r' })
    await say('bbb', delegate('BBB'), 'meetings.raisePoint', {
      meeting: 'm',
      point: 'p',
      member: 'BBB',
      kind: 'order',
    })
    const whole = { present: ['AAA', 'BBB'], items: 1, speaks: true, points: 1, journals: 0 }
    for (const person of ['aaa', 'bbb', 'chair', 'sec'])
      expect(await seenBy(hall, person), person).toEqual(whole)
    for (const person of ['ccc', null]) expect(await seenBy(hall, person)).toEqual(nothing)
    let folded: Slice = slice
    for (const entry of (await hall.get('aaa', `/api/entries?from=${index}`)).json().entries as Shown[]) {
      const next = foldShown(folded, entry)
      if (next.kind !== 'folded') throw new Error(next.why)
      folded = next.slice
    }
    const after = await sync('aaa', `after=${hall.keeper.head().size}`, hall)
    expect(json(folded.state.meetings)).toBe(json(after.state.meetings))
    await hall.close()
  })

  it('[M-52] keeps the draft of its journal to the body', async () => {
    const { hall, say } = await closed()
    await say('chair', chair, 'meetings.close', { meeting: 'm' })
    await say('sec', secretariat, 'meetings.circulateJournal', { meeting: 'm', document: 'a'.repeat(64) })
    for (const person of ['aaa', 'bbb', 'chair', 'sec'])
      expect((await seenBy(hall, person)).journals, person).toBe(1)
    for (const person of ['ccc', null]) expect(await seenBy(hall, person)).toEqual(nothing)
    await hall.close()
  })
})
