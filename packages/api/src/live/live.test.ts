import type { AddressInfo } from 'node:net'
import { memoryStore } from '@gavel/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { delegate, introduceTexts, newWorld, type World } from '../testing/world.ts'
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

describe('a reader who does not keep up', () => {
  it('is sent nothing more until she has drained, then catches up; and is cut in the end', async () => {
    const hub = liveHub(world.keeper, { ...hubDefaults, tickMs: 1, heartbeatMs: 200, slowMs: 1_000 })
    const written: string[] = []
    let drained: () => void = () => undefined
    let closed = false
    const outlet: Outlet = {
      write: text => {
        written.push(text)
        return false
      },
      onDrain: told => {
        drained = told
      },
      close: () => {
        closed = true
      },
    }
    const from = world.keeper.head().size
    hub.join(outlet, from, async () => ({ person: null, capacities: [], group: '' }))
    const until = async (holds: () => boolean) => {
      for (let tries = 0; !holds() && tries < 1_000; tries++) await new Promise(wake => setTimeout(wake, 5))
      expect(holds()).toBe(true)
    }
    await stand('slow-1')
    await until(() => written.length === 1)
    for (let at = 2; at < 30; at++) await stand(`slow-${at}`)
    expect(written.length).toBe(1)
    drained()
    await until(() => written.length >= 2)
    const read = written.flatMap(text => JSON.parse(/^data: (.*)$/m.exec(text)![1]!).entries as Shown[])
    expect(read.map(entry => entry.index)).toEqual(Array.from({ length: 29 }, (_, at) => from + at))
    await until(() => closed)
    expect(hub.readers).toBe(0)
    hub.close()
  })
})
