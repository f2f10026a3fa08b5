import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { figure, type Options, type Ratio, type Report, type Row, ratio, spread, within } from './measure.ts'
import { actWriter } from './room/acts.ts'
import { start, type Usage } from './room/child.ts'
import { memberOf } from './room/gavel.ts'
import { helloOf, upgradeOf, yDocument } from './room/hello.ts'
import { clock } from './room/reader.ts'
import type { Asked } from './room/readers.ts'
import { openReaders, startHouse, streamRequests } from './room/room.ts'
import { asLines, numbers, treaty } from './treaty.ts'

export const peers = true

const part = 'join.part'

/** One storm: how long until all have the text, and what it cost the server. */
interface Storm {
  readonly ms: number
  readonly cpuMs: number
  readonly bytes: number
}

/** Opens so many readers at once; each is there when it has what it waits for. */
const storm = async (
  usage: () => Promise<Usage>,
  wanted: Omit<Parameters<typeof openReaders>[1], 'atOnce'>,
): Promise<Storm> => {
  const readers = start<Asked>(part, 'readers')
  await readers.ask({ do: 'usage' })
  const before = await usage()
  const { ms } = await openReaders(readers, { ...wanted, atOnce: wanted.count })
  const after = await usage()
  const { bytes } = await readers.ask<{ bytes: number }>({ do: 'seen' })
  await readers.ask({ do: 'close' })
  await readers.end('SIGKILL')
  return { ms, cpuMs: (after.cpu - before.cpu) / 1_000, bytes: bytes / wanted.count }
}

interface Server {
  readonly name: string
  readonly storm: () => Promise<Storm>
  readonly end: () => Promise<void>
}

/** A house with the text; whoever comes fetches her slice, then opens the stream from where it ends. */
const houseWith = async (paragraphs: number, proposals: number, count: number): Promise<Server> => {
  const wanted = { delegations: 28, perDelegation: 1, paragraphs, proposals }
  const { server, house, end } = await startHouse(part, wanted)
  const { port } = house
  let storms = 0
  return {
    name: 'Gavel',
    storm: () => {
      // Each storm asks for one text more that does not exist: so nothing is at hand from the one before.
      const path = `/api/sync?texts=open,not-there-${storms++}`
      const request = (token: string) =>
        `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept-encoding: br\r\nauthorization: Bearer ${token}\r\n\r\n`
      return storm(() => server.ask<Usage>({ do: 'usage', rough: true }), {
        speech: 'http',
        port,
        count,
        requests: house.tokens.slice(0, -1).map(request),
        hello: [],
        base: house.size,
        until: { bytes: 1 },
        // As a browser does: on the connection that has just become free.
        afterwards: streamRequests(house, house.size),
      })
    },
    end,
  }
}

const yWebsocketWith = async (paragraphs: number, edits: number, count: number): Promise<Server> => {
  const { state, edit } = await yDocument(asLines(treaty(paragraphs)))
  const next = numbers(3)
  for (let n = 0; n < edits; n++) edit(next(), ' as amended')
  const document = state()
  const server = start<{ do: string; state: Uint8Array; length: number }>(part, 'y-websocket')
  const { port } = await server.ask<{ port: number }>({ do: 'ready', state: document, length: 0 })
  return {
    name: 'y-websocket',
    storm: () =>
      storm(() => server.ask<Usage>({ do: 'rough', state: new Uint8Array(), length: 0 }), {
        speech: 'y-websocket',
        port,
        count,
        requests: [upgradeOf('room')],
        hello: helloOf('y-websocket'),
        base: 0,
        until: { bytes: document.length / 2 },
      }),
    end: () => server.end('SIGKILL'),
  }
}

/** Many open a long text at once. */
const openings = async ({
  runs,
  small,
  say,
}: Options): Promise<{ readonly rows: Row[]; readonly ratios: Ratio[] }> => {
  const paragraphs = small ? 300 : 3_000
  const clients = small ? 50 : 500
  const proposals = small ? 200 : 2_000
  say(`a text with ${proposals * 10} acts on it …`)
  const servers = [
    await houseWith(paragraphs, proposals, clients),
    await yWebsocketWith(paragraphs, proposals * 10, clients),
  ]
  const storms = servers.map((): Storm[] => [])
  for (let round = -1; round < runs; round++)
    for (const at of round % 2 === 0 ? [0, 1] : [1, 0]) {
      const { name, storm: open } = servers[at]!
      const one = await open()
      say(
        `  ${name}: ${one.ms.toFixed(0)} ms, processor ${one.cpuMs.toFixed(0)} ms, ${one.bytes.toFixed(0)} bytes each`,
      )
      if (round >= 0) storms[at]!.push(one)
    }
  for (const { end } of servers) await end()
  const median = (at: number, of: (one: Storm) => number): number => spread(storms[at]!.map(of)).median
  const rows = servers.map(({ name }, at) =>
    figure(
      `${name}, ${clients} open the text`,
      'ms',
      storms[at]!.map(({ ms }) => ms),
      {
        'processor ms': Math.round(median(at, one => one.cpuMs)),
        'kB each': Math.round(median(at, one => one.bytes) / 1_024),
      },
    ),
  )
  const times = (of: (one: Storm) => number): number => median(1, of) / median(0, of)
  return {
    rows,
    ratios: [
      ratio(
        'joining against y-websocket, time',
        times(one => one.ms),
        20,
        40,
      ),
      ratio(
        'joining against y-websocket, processor time',
        times(one => one.cpuMs),
        20,
        40,
      ),
    ],
  }
}

/** The house falls and stands up again; everybody comes back at once with her last id, while acts go on. */
const comeback = async (connections: number, say: Options['say']): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-bench-'))
  const wanted = { delegations: 28, perDelegation: 10, paragraphs: 40 }
  const first = await startHouse(part, wanted, { folder, port: 0 })
  const { port, size, tokens } = first.house
  const writer = await actWriter(port, tokens[0]!, memberOf(0), 8)
  const before = start<Asked>(part, 'readers')
  const stream = { speech: 'gavel', port, count: connections, hello: [], atOnce: 200 } as const
  const requests = (from: number) => streamRequests({ ...first.house }, from)
  await openReaders(before, { ...stream, requests: requests(size), base: size })
  for (let n = 0; n < 100; n++) await writer.send()
  await first.server.end('SIGKILL')
  writer.end()
  await before.end('SIGKILL')
  const fallen = clock()
  const second = await startHouse(part, wanted, { folder, port })
  const standing = clock()
  const readers = start<Asked>(part, 'readers')
  const again = await actWriter(port, tokens[0]!, memberOf(0), 8)
  const acts = Promise.all(Array.from({ length: 20 }, () => again.send()))
  const end = size + 120
  const opened = openReaders(readers, {
    ...stream,
    requests: requests(size + 100),
    base: size + 100,
    atOnce: connections,
    until: { upTo: end },
  })
  await acts
  const { ms } = await opened
  say(`  up again after ${(standing - fallen).toFixed(0)} ms, everybody current ${ms.toFixed(0)} ms later`)
  again.end()
  await readers.end('SIGKILL')
  await second.end()
  await rm(folder, { recursive: true, force: true })
  return ms
}

const comebacks = async ({
  runs,
  small,
  say,
}: Options): Promise<{ readonly rows: Row[]; readonly ratios: Ratio[] }> => {
  const connections = small ? 228 : 2_280
  const times: number[] = []
  for (let run = 0; run < runs; run++) times.push(await comeback(connections, say))
  const row = figure(`${connections} come back after a restart`, 'ms', times)
  return { rows: [row], ratios: [within(row, 5_000)] }
}

/** Coming in: many open a long text at once; everybody comes back after a restart. `only=open` or `only=back` runs a part. */
export const run = async (options: Options): Promise<Report> => {
  const { only } = options.settings
  const parts = [
    ...(only === 'back' ? [] : [await openings(options)]),
    ...(only === 'open' ? [] : [await comebacks(options)]),
  ]
  return {
    title: 'Coming in',
    work: 'a text of 3,000 paragraphs (300 pages) on which 20,000 acts were done; from the first connection until the last client has all of it and its stream',
    rows: parts.flatMap(({ rows }) => rows),
    ratios: parts.flatMap(({ ratios }) => ratios),
    notes: [
      'Gavel: 2,000 proposals and 18,000 stands; one snapshot, built and compressed within the storm, then the stream from where it ends, on the same connection. The snapshot is the state itself: every bracket with who stands where.',
      'y-websocket: 20,000 insertions of eleven characters; the document is encoded for each client and sent as it is.',
      'Coming back: the server was killed, readers connect all at once the moment it listens, and twenty acts are done meanwhile; the time to start it is not in the figure.',
      'Server and clients share two cores.',
    ],
  }
}
