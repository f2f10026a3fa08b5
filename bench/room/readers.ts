/** The process that reads: opens many connections and notes when each of them came how far. */
import { clientFrame, clock, openReader, type Reader, type Speech } from './reader.ts'

export interface OpenReaders {
  readonly do: 'open'
  readonly speech: Speech
  readonly port: number
  readonly count: number
  /** Heads of HTTP requests, taken in turn. */
  readonly requests: readonly string[]
  /** What a peer's client says first, as payloads of frames. */
  readonly hello: readonly { readonly bytes: Uint8Array; readonly text: boolean }[]
  readonly base: number
  /** Heads of requests for the stream, sent on the same connection once an answer over HTTP is whole. */
  readonly afterwards?: readonly string[]
  /** So many connections are opened at once. */
  readonly atOnce: number
  /** Wait for each reader until it has come so far (Gavel), or has had a message of at least so many bytes (peers). */
  readonly until?: { readonly upTo?: number; readonly bytes?: number }
}

export type Asked =
  | OpenReaders
  | { readonly do: 'seen' }
  | { readonly do: 'mark' }
  | { readonly do: 'latencies'; readonly sent: Float64Array; readonly base: number }
  | { readonly do: 'close' }
  | { readonly do: 'usage' }

export interface Latencies {
  readonly deliveries: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly most: number
}

/** When which reader had come how far: three columns that grow. */
const logbook = () => {
  let times = new Float64Array(1 << 16)
  let readers = new Uint32Array(1 << 16)
  let places = new Uint32Array(1 << 16)
  let size = 0
  return {
    note(reader: Reader): void {
      if (size === times.length) {
        const grown = [
          new Float64Array(size * 2),
          new Uint32Array(size * 2),
          new Uint32Array(size * 2),
        ] as const
        grown[0].set(times)
        grown[1].set(readers)
        grown[2].set(places)
        ;[times, readers, places] = grown
      }
      times[size] = clock()
      readers[size] = reader.index
      places[size++] = reader.upTo
    },
    clear(): void {
      size = 0
    },
    /** Latency of every delivery since `clear`: what number `base + n` was sent at `sent[n]`. */
    latencies(sent: Float64Array, base: number, from: Uint32Array): Latencies {
      const steps = new Uint32Array(60_000)
      const level = from.slice()
      let deliveries = 0
      let most = 0
      for (let at = 0; at < size; at++) {
        const reader = readers[at]!
        for (let place = level[reader]!; place < places[at]!; place++) {
          const began = sent[place - base]
          if (began === undefined || began === 0) continue
          const ms = times[at]! - began
          deliveries++
          if (ms > most) most = ms
          steps[Math.min(steps.length - 1, Math.max(0, Math.floor(ms * 4)))]!++
        }
        level[reader] = places[at]!
      }
      const quantile = (share: number): number => {
        let left = Math.ceil(deliveries * share)
        for (let step = 0; step < steps.length; step++) {
          left -= steps[step]!
          if (left <= 0) return (step + 1) / 4
        }
        return most
      }
      return { deliveries, p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99), most }
    },
  }
}

/** Everything the process holds. */
const newState = () => ({
  readers: [] as Reader[],
  marks: new Uint32Array(0),
  log: logbook(),
  failures: [] as string[],
  closing: false,
})
type State = ReturnType<typeof newState>

const openOne = (state: State, asked: OpenReaders, hello: readonly Buffer[]): Promise<void> =>
  new Promise(resolve => {
    const { until } = asked
    const index = state.readers.length
    let whole = false
    const request = asked.requests[index % asked.requests.length]!
    const reader = openReader(
      index,
      asked.speech,
      asked.port,
      request,
      {
        opened: ({ socket }) => {
          for (const frame of hello) socket!.write(frame)
          if (until === undefined || whole) resolve()
        },
        moved: one => {
          state.log.note(one)
          if (until?.upTo !== undefined && one.upTo >= until.upTo) resolve()
        },
        other: (one, bytes) => {
          if (until?.bytes === undefined || bytes < until.bytes) return
          whole = true
          const next = asked.afterwards?.[index % asked.afterwards.length]
          if (next === undefined) {
            resolve()
            return
          }
          one.speech = 'gavel'
          one.mode = 'head'
          one.socket!.write(next)
        },
        failed: (_, why) => {
          // One answer over HTTP ends with its connection; any other end is a failure.
          if (!state.closing && !(asked.speech === 'http' && whole)) state.failures.push(why)
          resolve()
        },
      },
      asked.base,
    )
    state.readers.push(reader)
  })

const openAll = async (state: State, asked: OpenReaders) => {
  const hello = asked.hello.map(({ bytes, text }) => clientFrame(bytes, text))
  const began = clock()
  const opening = new Set<Promise<void>>()
  for (let n = 0; n < asked.count; n++) {
    const one = openOne(state, asked, hello).finally(() => opening.delete(one))
    opening.add(one)
    if (opening.size >= asked.atOnce) await Promise.race(opening)
  }
  await Promise.all(opening)
  return { ms: clock() - began, open: state.readers.length, failures: state.failures.slice(0, 5) }
}

const answer = async (state: State, asked: Asked): Promise<unknown> => {
  switch (asked.do) {
    case 'open':
      return openAll(state, asked)
    case 'mark':
      state.log.clear()
      state.marks = Uint32Array.from(state.readers, ({ upTo }) => Math.max(0, upTo))
      return undefined
    case 'seen': {
      let least = Number.POSITIVE_INFINITY
      for (const { upTo } of state.readers) least = Math.min(least, upTo)
      return {
        least,
        failures: state.failures.slice(0, 5),
        bytes: state.readers.reduce((sum, r) => sum + r.bytes, 0),
      }
    }
    case 'latencies':
      return state.log.latencies(asked.sent, asked.base, state.marks)
    case 'usage':
      return process.cpuUsage()
    case 'close':
      state.closing = true
      for (const { socket } of state.readers) socket!.destroy()
      state.readers = []
      state.failures = []
      await new Promise(resolve => setTimeout(resolve, 50))
      state.closing = false
      return undefined
  }
}

/** Answers its parent, one question at a time. */
export const runReaders = (): void => {
  const state = newState()
  process.on('message', (asked: Asked) => {
    answer(state, asked).then(
      value => process.send!({ value }),
      error => process.send!({ error: String(error) }),
    )
  })
}
