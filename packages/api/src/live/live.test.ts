import type { AddressInfo } from 'node:net'
import type { Instant, PersonId } from '@gavel/kernel'
import { memoryStore } from '@gavel/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { delegate, introduceTexts, newWorld, secretariat, type World } from '../testing/world.ts'
import { hubDefaults, liveHub, type Outlet } from './hub.ts'

let world: World
let url: string
beforeAll(async () => {
  world = await newWorld(memoryStore(), { live: { perPerson: 3 }, hub: { tickMs: 5 } })
  await introduceTexts(world)
  await world.app.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(world.app.server.address() as AddressInfo).port}/api/live`
})
afterAll(() => world.close())

interface Shown {
  readonly index: number
  readonly act?: { readonly id: string }
}

const stand = (id: string, text = 'open') =>
  world.act(
    'aaa',
    delegate('AAA'),
    'texts.takeStand',
    { text, paragraph: 'p1', stand: 'backs', note: id },
    id,
  )

/** Reads a stream until it holds so many entries; answers them and the last id. */
const readEntries = async (
  person: string | null,
  count: number,
  headers: Record<string, string> = {},
  query = '',
) => {
  const stop = new AbortController()
  const answer = await fetch(`${url}${query}`, {
    headers: { ...headers, ...(person === null ? {} : { authorization: `Bearer ${world.tokens[person]}` }) },
    signal: stop.signal,
  })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  let text = ''
  const entries: Shown[] = []
  let lastId = ''
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk
    const events = text.split('\n\n')
    text = events.pop()!
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1]
      if (data === undefined) continue
      lastId = /^id: (\d+)$/m.exec(event)![1]!
      entries.push(...JSON.parse(data).entries)
    }
    if (entries.length >= count) break
  }
  stop.abort()
  return { entries, lastId }
}

describe('the live stream', () => {
  it('resumes from an index with no gap and no duplicate', async () => {
    const { size } = world.keeper.head()
    const all = await readEntries('aaa', size, {}, '?from=0')
    expect(all.entries.map(entry => entry.index)).toEqual([...Array(size).keys()])
    for (let at = 0; at < 20; at++) await stand(`resume-${at}`)
    const rest = await readEntries('aaa', 20, { 'last-event-id': all.lastId })
    expect(rest.entries.map(entry => entry.index)).toEqual(Array.from({ length: 20 }, (_, at) => size + at))
  })

  it('shows each reader what she may read', async () => {
    const { size } = world.keeper.head()
    await stand('hidden', 'secret')
    const [own, rival] = await Promise.all(
      ['aaa', 'ccc'].map(person => readEntries(person, 1, {}, `?from=${size}`)),
    )
    expect(own!.entries[0]!.act?.id).toBe('hidden')
    expect(Object.keys(rival!.entries[0]!)).toEqual(['index', 'leaf'])
  })

  it('has a bounded number of streams for each person', async () => {
    const stop = new AbortController()
    const open = () =>
      fetch(url, { headers: { authorization: `Bearer ${world.tokens['bbb']}` }, signal: stop.signal })
    const answers = [await open(), await open(), await open(), await open()]
    expect(answers.map(answer => answer.status)).toEqual([200, 200, 200, 429])
    stop.abort()
  })

  it('refuses a place beyond the record', async () => {
    expect((await fetch(`${url}?from=99999999`)).status).toBe(400)
    expect((await fetch(url, { headers: { 'last-event-id': 'zzz' } })).status).toBe(400)
  })
})

const until = async (holds: () => boolean) => {
  for (let tries = 0; !holds() && tries < 2_000; tries++) await new Promise(wake => setTimeout(wake, 5))
  expect(holds()).toBe(true)
}
const entriesIn = (written: readonly Buffer[]): readonly (Shown & { readonly leaf?: string })[] =>
  written.flatMap(bytes =>
    [...bytes.toString().matchAll(/^data: (.*)$/gm)].flatMap(([, data]) => JSON.parse(data!).entries ?? []),
  )
const callerOf = (person: string, signIn = `s-${person}`) => ({
  person: person as PersonId,
  signIn,
  until: '2999-01-01T00:00:00.000Z' as Instant,
})

/** An outlet that remembers, and is full after each write while `slow` says so. */
const outlet = (slow: () => boolean = () => false) => {
  const written: Buffer[] = []
  const state = { closed: false }
  const made: Outlet = {
    write: bytes => {
      written.push(bytes)
      return !slow()
    },
    close: () => {
      state.closed = true
    },
  }
  return { made, written, state }
}
/** Sign-ins that are always there, until one is said to be revoked. */
const signIns = () => {
  const listeners = new Set<(signIn: string) => void>()
  const gone = new Set<string>()
  return {
    gone: async () => gone,
    onRevoked: (told: (signIn: string) => void) => {
      listeners.add(told)
      return () => listeners.delete(told)
    },
    lose: (signIn: string) => gone.add(signIn),
    revoke: (signIn: string) => {
      for (const told of listeners) told(signIn)
    },
  }
}

describe('a reader who does not keep up', () => {
  it('is sent nothing more until she has drained, then catches up; and is cut in the end', async () => {
    const options = { ...hubDefaults, tickMs: 1, heartbeatMs: 60_000, slowMs: 1_000 }
    const hub = liveHub(world.keeper, signIns(), options)
    const { made, written, state } = outlet(() => true)
    const from = world.keeper.head().size
    const reader = hub.join(made, from, null)
    await stand('slow-1')
    await until(() => written.length === 1)
    for (let at = 2; at < 30; at++) await stand(`slow-${at}`)
    expect(written.length).toBe(1)
    await until(() => {
      if (entriesIn(written).length >= 29) return true
      hub.drained(reader)
      return false
    })
    const read = entriesIn(written)
    expect(read.map(entry => entry.index)).toEqual(Array.from({ length: 29 }, (_, at) => from + at))
    await until(() => state.closed)
    expect(hub.readers).toBe(0)
    hub.close()
  })
})

describe('a hub with many readers', () => {
  it('gives the same bytes to all who see the same', async () => {
    const hub = liveHub(world.keeper, signIns(), { ...hubDefaults, tickMs: 1 })
    const all = ['aaa', 'bbb', 'ccc', 'sec'].map(person => ({ ...outlet(), person }))
    const nobody = outlet()
    for (const { made, person } of all) hub.join(made, world.keeper.head().size, callerOf(person))
    hub.join(nobody.made, world.keeper.head().size, null)
    await stand('shared-open')
    await stand('shared-secret', 'secret')
    await until(() => entriesIn(nobody.written).length === 2)
    const [aaa, bbb, ccc] = all
    expect(aaa!.written[0]).toBe(nobody.written[0])
    expect(aaa!.written.at(-1)).toBe(bbb!.written.at(-1))
    expect(ccc!.written.at(-1)).toBe(nobody.written.at(-1))
    expect(entriesIn(aaa!.written).map(entry => entry.act?.id)).toEqual(['shared-open', 'shared-secret'])
    expect(entriesIn(ccc!.written).map(entry => entry.act?.id)).toEqual(['shared-open', undefined])
    hub.close()
  })

  it('closes what a suspended credential had opened before the next frame, and says so to her alone', async () => {
    const hub = liveHub(world.keeper, signIns(), { ...hubDefaults, tickMs: 1 })
    const [bbb, aaa] = [outlet(), outlet()]
    hub.join(bbb.made, world.keeper.head().size, callerOf('bbb'))
    hub.join(aaa.made, world.keeper.head().size, callerOf('aaa'))
    const how = { credential: 'c-bbb', reason: 'test' }
    await world.act('sec', secretariat, 'institution.suspendCredential', how)
    await stand('not-for-bbb', 'secret')
    await until(() => entriesIn(bbb.written).length === 2)
    expect(entriesIn(bbb.written).map(({ leaf }) => leaf !== undefined)).toEqual([true, true])
    const rights = (written: readonly Buffer[]) =>
      written.filter(bytes => bytes.toString().includes('event: rights')).length
    expect([rights(bbb.written), rights(aaa.written)]).toEqual([1, 0])
    await world.act('sec', secretariat, 'institution.restoreCredential', how)
    await until(() => rights(bbb.written) === 2)
    hub.close()
  })

  it('ends the streams of a sign-in at once when it is revoked here, at the next beat when elsewhere', async () => {
    const known = signIns()
    const hub = liveHub(world.keeper, known, { ...hubDefaults, heartbeatMs: 50 })
    const [one, two, three] = [outlet(), outlet(), outlet()]
    hub.join(one.made, 0, callerOf('aaa', 'here'))
    hub.join(two.made, 0, callerOf('aaa', 'elsewhere'))
    hub.join(three.made, 0, { ...callerOf('aaa', 'old'), until: world.keeper.now() })
    known.revoke('here')
    expect([one.state.closed, two.state.closed]).toEqual([true, false])
    known.lose('elsewhere')
    await until(() => two.state.closed && three.state.closed)
    expect(hub.readers).toBe(0)
    hub.close()
  })

  it('gives each every entry once, in order, as far as she may read it, however slowly and whenever she reads', async () => {
    const hub = liveHub(world.keeper, signIns(), { ...hubDefaults, tickMs: 1 })
    const people = ['aaa', 'bbb', 'ccc', 'sec', null]
    const begun = world.keeper.head().size
    let seed = 7
    const chance = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
      return seed / 2 ** 31
    }
    const readers = Array.from({ length: 60 }, (_, at) => {
      const person = people[at % people.length]!
      const slow = at % 3 === 0
      const one = outlet(() => slow && chance() < 0.5)
      const from = Math.floor(chance() * (begun + 1))
      return {
        ...one,
        person,
        from,
        reader: hub.join(one.made, from, person === null ? null : callerOf(person)),
      }
    })
    const drains = setInterval(() => {
      for (const { reader } of readers) if (chance() < 0.5) hub.drained(reader)
    }, 1)
    for (let at = 0; at < 40; at++)
      await Promise.all(
        Array.from({ length: 8 }, (_, n) => stand(`many-${at}-${n}`, n % 2 === 0 ? 'open' : 'secret')),
      )
    const { size } = world.keeper.head()
    await until(() => readers.every(({ written, from }) => entriesIn(written).length >= size - from))
    clearInterval(drains)
    const ids = new Map(entriesIn(readers[0]!.written).map(({ index, act }) => [index, act!.id]))
    for (const { written, from, person } of readers) {
      const read = entriesIn(written)
      expect(read.map(({ index }) => index)).toEqual(
        Array.from({ length: size - from }, (_, at) => from + at),
      )
      const sees = person !== null && person !== 'ccc'
      for (const { act, index } of read)
        if (index >= begun) expect(act !== undefined).toBe(sees || !/-[1357]$/.test(ids.get(index)!))
    }
    hub.close()
  })
})
