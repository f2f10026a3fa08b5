import { figure, type Options, type Ratio, type Report, type Row, ratio, spread, within } from './measure.ts'
import { houseRoom, peerRoom, type Room, type Step } from './room/room.ts'

export const peers = true

const part = 'fanout.part'
/** An edit counts as delivered in time when 99 of 100 deliveries take less, in milliseconds. */
const inTime = 250

/** Steps of the climb, in edits a second. */
const peerRates = [10, 20, 30, 40, 60, 80, 100, 120, 160, 200, 260]
const ownRates = [100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000, 1_200, 1_400, 1_600, 2_000]

const holds = (step: Step): boolean => step.deliveries === step.due && step.p99 < inTime

const said = (room: Room, step: Step): string =>
  `  ${room.name} ${step.rate}/s: p50 ${step.p50.toFixed(0)} p99 ${step.p99.toFixed(0)} ms, ${step.deliveries} of ${step.due}, ` +
  `server ${(step.serverLoad * 100).toFixed(0)} %, readers ${(step.readersLoad * 100).toFixed(0)} %` +
  (step.ackP99 === undefined ? '' : `, acknowledged p99 ${step.ackP99.toFixed(0)} ms`)

interface Knee {
  readonly rate: number
  readonly p99: number
  readonly deliveries: number
}

/** One step; when it does not hold it is tried once more, for the machine may have been busy. */
const tried = async (room: Room, rate: number, seconds: number, say: Options['say']): Promise<Step> => {
  const first = await room.step(rate, seconds)
  say(said(room, first))
  if (holds(first)) return first
  const second = await room.step(rate, seconds)
  say(said(room, second))
  return second
}

/** The highest rate that holds, climbing from one of the rates; down from there when that one does not hold. */
const kneeOf = async (
  room: Room,
  rates: readonly number[],
  from: number,
  seconds: number,
  say: Options['say'],
): Promise<Knee> => {
  let best: Knee = { rate: 0, p99: 0, deliveries: 0 }
  const heldAt = async (rate: number): Promise<boolean> => {
    const step = await tried(room, rate, seconds, say)
    if (holds(step)) best = { rate, p99: step.p99, deliveries: step.deliveries / seconds }
    return holds(step)
  }
  for (const rate of rates.slice(from)) if (!(await heldAt(rate))) break
  if (best.rate > 0) return best
  for (const rate of rates.slice(0, from).reverse()) if (await heldAt(rate)) break
  return best
}

interface Contender {
  readonly name: string
  readonly rates: readonly number[]
  readonly open: () => Promise<Room>
}

/** A little below where it came to the last time, so that a run does not climb from the bottom each time. */
const fromBelow = (rates: readonly number[], last: number | undefined): number =>
  last === undefined ? 0 : Math.max(0, rates.indexOf(last) - 2)

const climbs = async (contenders: readonly Contender[], { runs, small, say }: Options) => {
  const knees = contenders.map((): Knee[] => [])
  for (let round = 0; round < runs; round++) {
    const order = [...contenders.keys()]
    if (round % 2 !== 0) order.reverse()
    for (const at of order) {
      const { name, rates, open } = contenders[at]!
      say(`${name}, run ${round + 1} of ${runs}`)
      const room = await open()
      await room.step(rates[0]!, 1)
      const found = await kneeOf(room, rates, fromBelow(rates, knees[at]!.at(-1)?.rate), small ? 1 : 3, say)
      knees[at]!.push(found)
      await room.end()
    }
  }
  return knees
}

const kneeRow = (name: string, knees: readonly Knee[]): Row =>
  figure(
    name,
    'edits/s',
    knees.map(({ rate }) => rate),
    {
      'p99 ms there': Math.round(spread(knees.map(({ p99 }) => p99)).median),
      'deliveries/s': Math.round(spread(knees.map(({ deliveries }) => deliveries)).median),
    },
  )

const names = ['y-websocket', 'hocuspocus', 'sharedb', 'ws'] as const

/** One writer, so many readers of several classes: the highest rate at which everybody has everything in time. */
const knees = async (options: Options) => {
  const connections = options.small ? 100 : Number(options.settings['connections'] ?? 1_000)
  const house = { delegations: 28, perDelegation: 1, paragraphs: 40, connections }
  const found = await climbs(
    [
      { name: 'Gavel', rates: ownRates, open: () => houseRoom(part, house) },
      ...names.map(name => ({ name, rates: peerRates, open: () => peerRoom(part, name, connections) })),
    ],
    options,
  )
  const rows = found.map((list, at) => kneeRow(at === 0 ? 'Gavel' : names[at - 1]!, list))
  const ratios = rows
    .slice(1)
    .map((row, at) =>
      ratio(
        `Gavel against ${row.name}`,
        rows[0]!.median / row.median,
        ...(names[at] === 'ws' ? [] : [8, 12]),
      ),
    )
  return { rows, ratios }
}

const openFiles = (): number => {
  const { userLimits } = process.report.getReport() as unknown as {
    readonly userLimits: { readonly open_files: { readonly soft: number | string } }
  }
  return Number(userLimits.open_files.soft)
}

/** A hall: so many connections at 20 acts a second. */
const hall = async (
  { runs, small, say }: Options,
  named: string,
  wanted: Parameters<typeof houseRoom>[1],
  by: 'p95' | 'p99',
): Promise<{ readonly row: Row; readonly perConnection: number } | undefined> => {
  if (openFiles() < wanted.connections + 200) {
    say(`${named}: left out, for this shell allows ${openFiles()} open files (ulimit -n)`)
    return undefined
  }
  const room = await houseRoom(part, wanted)
  const steps: Step[] = []
  for (let run = -1; run < runs; run++) {
    const step = await room.step(20, small ? 1 : 5)
    say(said(room, step))
    if (step.deliveries !== step.due) throw new Error(`${step.due - step.deliveries} deliveries are missing`)
    if (run >= 0) steps.push(step)
  }
  await room.end()
  const row = figure(
    named,
    'ms',
    steps.map(step => step[by]),
    {
      'p50 ms': Math.round(spread(steps.map(({ p50 }) => p50)).median),
      'kB a connection': Number((room.perConnection / 1_024).toFixed(1)),
    },
  )
  return { row, perConnection: room.perConnection }
}

const halls = async (options: Options): Promise<{ readonly rows: Row[]; readonly ratios: Ratio[] }> => {
  const { small } = options
  const meeting = await hall(
    options,
    '280 delegates and 2,000 readers, 20 acts/s, p95',
    {
      delegations: 28,
      perDelegation: 10,
      paragraphs: 40,
      connections: small ? 228 : 2_280,
      requests: house => [
        ...house.tokens.slice(0, -1).map(token => requestOf(token)),
        ...Array.from({ length: 2_000 }, () => requestOf(undefined)),
      ],
    },
    'p95',
  )
  const large = await hall(
    options,
    `9,000 connections, 20 acts/s, p99`,
    { delegations: 193, perDelegation: 1, paragraphs: 40, connections: small ? 900 : 9_000 },
    'p99',
  )
  const rows = [meeting, large].flatMap(one => (one === undefined ? [] : [one.row]))
  const ratios = [
    ...(meeting === undefined ? [] : [within(meeting.row, 100)]),
    ...(large === undefined
      ? []
      : [
          within(large.row, 500),
          ratio('20 kB over the memory of a connection', (20 * 1_024) / large.perConnection, 1),
        ]),
  ]
  return { rows, ratios }
}

const requestOf = (token: string | undefined): string =>
  `GET /api/live HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/event-stream\r\n${
    token === undefined ? '' : `authorization: Bearer ${token}\r\n`
  }\r\n`

/** The live room: acts through HTTP to everybody's screen. `only=knee` or `only=halls` runs a part. */
export const run = async (options: Options): Promise<Report> => {
  const { only } = options.settings
  const parts = [
    ...(only === 'halls' ? [] : [await knees(options)]),
    ...(only === 'knee' ? [] : [await halls(options)]),
  ]
  return {
    title: 'Live room',
    work: 'one writer, readers on sockets of their own; latency from the sending of an act to its last byte at a reader, on one clock',
    rows: parts.flatMap(({ rows }) => rows),
    ratios: parts.flatMap(({ ratios }) => ratios),
    notes: [
      `Edits a second: the highest rate at which every edit reached every reader and 99 of 100 deliveries took less than ${inTime} ms.`,
      'Gavel answers an act when it is decided, on disk, and in the signed tree; each reader gets what her rights open (half the public, the others 28 delegations and the secretariat). The peers keep a document in memory, for everybody alike.',
      'Gavel sends acts with their events, some 600 bytes each; a peer sends an edit of some 130 bytes.',
      'Server, readers and writer share two cores; the readers are one Node process, the same for all.',
    ],
  }
}
