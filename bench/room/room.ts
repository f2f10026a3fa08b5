/** A room of readers with one writer: the same work for the house and for its peers. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { numbers } from '../treaty.ts'
import { type Ack, actWriter } from './acts.ts'
import { type Child, start, type Usage } from './child.ts'
import { type AskedHouse, type House, type HouseWanted, memberOf } from './gavel.ts'
import { helloOf, penOf, upgradeOf, yDocument } from './hello.ts'
import { type Peer, wordsOf } from './peers.ts'
import { clock } from './reader.ts'
import type { Asked, Latencies, OpenReaders } from './readers.ts'

type Readers = Child<Asked>

/** What a step of so many edits a second came to. */
export interface Step extends Latencies {
  readonly rate: number
  readonly sent: number
  /** Deliveries that should have been. */
  readonly due: number
  /** Milliseconds between an act and its answer, for 99 of 100 (Gavel). */
  readonly ackP99?: number
  /** Processor time of server and readers in the step, as shares of one core. */
  readonly serverLoad: number
  readonly readersLoad: number
}

export interface Room {
  readonly name: string
  /** Sends `rate` edits a second for so long, and waits until everybody has them all, at most five seconds more. */
  step(rate: number, seconds: number): Promise<Step>
  usage(): Promise<Usage>
  readonly readers: Readers
  /** Ends all its processes; gently: the server closes by itself first. */
  end(gently?: boolean): Promise<void>
}

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/** Calls `send` at a steady rate; as late as it is, none is left out. */
const paced = async (rate: number, seconds: number, send: (n: number) => void): Promise<number> => {
  const total = Math.round(rate * seconds)
  const began = clock()
  for (let n = 0; n < total; ) {
    const due = Math.min(total, Math.floor(((clock() - began) / 1_000) * rate) + 1)
    while (n < due) send(n++)
    await pause(Math.max(0, Math.min(5, (n / rate) * 1_000 - (clock() - began))))
  }
  return total
}

const settled = async (readers: Readers, place: number): Promise<boolean> => {
  for (const until = clock() + 5_000; ; await pause(20)) {
    const { least, failures } = await readers.ask<{ least: number; failures: string[] }>({ do: 'seen' })
    if (failures.length > 0) throw new Error(`a reader failed: ${failures.join('; ')}`)
    if (least >= place) return true
    if (clock() > until) return false
  }
}

const load = async (readers: Readers, server: (rough: boolean) => Promise<Usage>) => {
  const before = [await server(true), await readers.ask<NodeJS.CpuUsage>({ do: 'usage' }), clock()] as const
  return async () => {
    const [usage, cpu, now] = [
      await server(true),
      await readers.ask<NodeJS.CpuUsage>({ do: 'usage' }),
      clock(),
    ]
    const ms = now - before[2]
    return {
      serverLoad: (usage.cpu - before[0].cpu) / 1_000 / ms,
      readersLoad: (cpu.user + cpu.system - before[1].user - before[1].system) / 1_000 / ms,
    }
  }
}

export const openReaders = async (readers: Readers, asked: Omit<OpenReaders, 'do'>) => {
  const opened = await readers.ask<{ ms: number; open: number; failures: string[] }>({ do: 'open', ...asked })
  if (opened.failures.length > 0) throw new Error(`a reader failed: ${opened.failures.join('; ')}`)
  return opened
}

/** Heads of requests for the stream: of ten readers five are the public, four delegates, one the secretariat. */
export const streamRequests = (house: House, from: number | undefined, mixed = true): readonly string[] => {
  const query = from === undefined ? '' : `?from=${from}`
  const request = (token: string | undefined) =>
    `GET /api/live${query} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/event-stream\r\n${
      token === undefined ? '' : `authorization: Bearer ${token}\r\n`
    }\r\n`
  const delegates = house.tokens.slice(0, -1)
  if (!mixed) return [request(undefined)]
  return Array.from({ length: delegates.length * 10 }, (_, n) =>
    n % 10 < 5
      ? request(undefined)
      : n % 10 < 9
        ? request(delegates[(n * 7) % delegates.length])
        : request(house.tokens.at(-1)),
  )
}

/** Starts a house in a folder; the folder goes with it unless it is kept. */
export const startHouse = async (
  part: string,
  wanted: Omit<HouseWanted, 'folder' | 'port'>,
  kept?: { folder: string; port: number },
) => {
  const folder = kept?.folder ?? (await mkdtemp(join(tmpdir(), 'gavel-bench-')))
  const server = start<AskedHouse | { do: 'ready' }>(
    part,
    'gavel',
    JSON.stringify({ ...wanted, folder, port: kept?.port ?? 0 }),
  )
  // A process is told once it listens to its parent.
  const house = await server.ask<House>({ do: 'ready' })
  const end = async (): Promise<void> => {
    await server.end('SIGKILL')
    if (kept === undefined) await rm(folder, { recursive: true, force: true })
  }
  return { server, house, end, folder }
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

export interface HouseRoomWanted extends Omit<HouseWanted, 'folder' | 'port'> {
  readonly connections: number
  /** Heads of requests, when they are not the usual mix. */
  readonly requests?: (house: House) => readonly string[]
}

/** A house with its readers. */
export const houseRoom = async (
  part: string,
  wanted: HouseRoomWanted,
): Promise<Room & { readonly perConnection: number }> => {
  const { server, house, end } = await startHouse(part, wanted)
  const usage = (rough = false) => server.ask<Usage>({ do: 'usage', rough })
  const readers = start<Asked>(part, 'readers')
  const writer = await actWriter(house.port, house.tokens[0]!, memberOf(0), 64)
  for (let n = 0; n < 300; n++) await writer.send()
  const size = await server.ask<number>({ do: 'size' })
  const before = await usage()
  const requests = wanted.requests?.(house) ?? streamRequests(house, undefined)
  await openReaders(readers, {
    speech: 'gavel',
    port: house.port,
    count: wanted.connections,
    requests,
    hello: [],
    base: size,
    atOnce: 200,
  })
  const after = await usage()
  let place = size
  return {
    name: 'Gavel',
    readers,
    usage,
    perConnection: (after.rss - before.rss) / wanted.connections,
    step: async (rate, seconds) => {
      await readers.ask({ do: 'mark' })
      const loaded = await load(readers, usage)
      const acks: Promise<Ack>[] = []
      const sent = await paced(rate, seconds, () => acks.push(writer.send()))
      const all = await Promise.all(acks)
      const base = place
      place += sent
      await settled(readers, place)
      const loads = await loaded()
      const times = new Float64Array(sent)
      for (const { index, sent: at } of all) times[index - base] = at
      const latencies = await readers.ask<Latencies>({ do: 'latencies', sent: times, base })
      const ackP99 = quantile(
        all.map(({ answered, sent: at }) => answered - at),
        0.99,
      )
      return { rate, sent, due: sent * wanted.connections, ackP99, ...loads, ...latencies }
    },
    end: async (gently = false) => {
      writer.end()
      if (gently) await server.ask({ do: 'stop' })
      await readers.end('SIGKILL')
      await end()
    },
  }
}

const length = 21_000

/** A peer's document with its readers. */
export const peerRoom = async (part: string, name: Peer, connections: number): Promise<Room> => {
  const { state, edit } = await yDocument(wordsOf(length))
  const server = start<{ do: string; state: Uint8Array; length: number }>(part, name)
  const { port } = await server.ask<{ port: number }>({ do: 'ready', state: state(), length })
  const usage = (rough = false) =>
    server.ask<Usage>({ do: rough ? 'rough' : 'usage', state: new Uint8Array(), length })
  const readers = start<Asked>(part, 'readers')
  const pen = await penOf(name, port, edit, length)
  const requests = [upgradeOf('room')]
  await openReaders(readers, {
    speech: name,
    port,
    count: connections,
    requests,
    hello: helloOf(name),
    base: 0,
    atOnce: 200,
  })
  await pause(1_000)
  const next = numbers(7)
  let place = 0
  return {
    name,
    readers,
    usage,
    step: async (rate, seconds) => {
      await readers.ask({ do: 'mark' })
      const loaded = await load(readers, usage)
      const times = new Float64Array(Math.round(rate * seconds))
      const sent = await paced(rate, seconds, n => {
        times[n] = clock()
        pen.write(
          next(),
          `Members also note ${n}, and that it is to be read with what was said before on it, in part. `,
        )
      })
      const base = place
      place += sent
      await settled(readers, place)
      const loads = await loaded()
      const latencies = await readers.ask<Latencies>({ do: 'latencies', sent: times, base })
      return { rate, sent, due: sent * connections, ...loads, ...latencies }
    },
    end: async () => {
      pen.end()
      await readers.end('SIGKILL')
      await server.end('SIGKILL')
    },
  }
}
