import { createConnection, createServer, type Server, type Socket } from 'node:net'

/**
 * A poor line between a browser and a server: so many bits a second in all, so long on the way, and of every hundred
 * segments some are lost. A lost segment is what it is to an application under TCP: the bytes behind it wait until it
 * was sent again. (The kernel's own queue for this, netem, needs rights a test does not have.)
 */
export interface LineQuality {
  readonly bitsPerSecond: number
  /** There and back. */
  readonly roundTripMs: number
  /** The share of segments that are lost, of 0 to 1. */
  readonly loss: number
}

export interface PoorLine {
  readonly url: string
  /** Segments that went over it, and those of them that were lost once or more. */
  readonly segments: () => { readonly sent: number; readonly lost: number }
  /** The next answer to a request that begins so is not carried: the line breaks when it is due. Settles when it did. */
  breakAnswerTo(request: string): Promise<void>
  close(): Promise<void>
}

const segmentBytes = 1_400

/** Chance that comes out alike in every run. */
const chanceFrom = (seed: number) => {
  let state = seed
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** One direction of the whole line, shared by all connections: segments leave one after another. */
const direction = (quality: LineQuality, chance: () => number) => {
  let free = 0
  const counted = { sent: 0, lost: 0 }
  /** When a segment of so many bytes arrives; it was lost as often as chance has it, each time for twice as long. */
  const arrival = (bytes: number): number => {
    const now = performance.now()
    free = Math.max(free, now) + (bytes * 8_000) / quality.bitsPerSecond
    let wait = quality.roundTripMs / 2
    counted.sent += 1
    for (let again = quality.roundTripMs * 1.5; chance() < quality.loss; again *= 2) {
      counted.lost += 1
      wait += again
    }
    return free + wait
  }
  return { arrival, counted }
}

type Direction = ReturnType<typeof direction>

/** Carries what one end says to the other, in order. */
const carry = (from: Socket, to: Socket, way: Direction): void => {
  const queue: { readonly at: number; readonly act: () => void }[] = []
  const drain = (): void => {
    for (let next = queue[0]; next !== undefined && next.at <= performance.now(); next = queue[0]) {
      queue.shift()
      next.act()
    }
    if (queue.length < 32) from.resume()
    const [next] = queue
    if (next !== undefined) setTimeout(drain, Math.max(1, next.at - performance.now()))
  }
  const put = (at: number, act: () => void): void => {
    queue.push({ at: Math.max(at, queue.at(-1)?.at ?? 0), act })
    if (queue.length === 1) setTimeout(drain, Math.max(0, at - performance.now()))
    if (queue.length > 64) from.pause()
  }
  from.on('data', bytes => {
    for (let at = 0; at < bytes.length; at += segmentBytes) {
      const segment = bytes.subarray(at, at + segmentBytes)
      put(way.arrival(segment.length), () => {
        if (!to.destroyed) to.write(segment)
      })
    }
  })
  from.on('end', () => put(0, () => to.end()))
  from.on('error', () => to.destroy())
  from.on('close', () => put(0, () => to.destroy()))
}

/** A line to a server on this machine, under an address of its own. */
export const openPoorLine = async (server: string, quality: LineQuality): Promise<PoorLine> => {
  const { hostname, port } = new URL(server)
  const chance = chanceFrom(20_261_124)
  const up = direction(quality, chance)
  const down = direction(quality, chance)
  let broken: { readonly request: string; readonly done: () => void } | undefined
  const open = new Set<Socket>()
  const line: Server = createServer({ noDelay: true }, near => {
    const far = createConnection({ host: hostname, port: Number(port), noDelay: true })
    for (const end of [near, far]) {
      open.add(end)
      end.on('close', () => open.delete(end))
    }
    carry(near, far, up)
    carry(far, near, down)
    near.on('data', bytes => {
      if (broken === undefined || !bytes.toString('latin1').startsWith(broken.request)) return
      const { done } = broken
      broken = undefined
      // The server hears it and answers; the answer goes nowhere.
      far.removeAllListeners('data')
      far.on('data', () => {
        near.destroy()
        far.destroy()
        done()
      })
    })
  })
  await new Promise<void>(ready => line.listen(0, '127.0.0.1', ready))
  const address = line.address() as { readonly port: number }
  return {
    url: `http://localhost:${address.port}`,
    segments: () => ({
      sent: up.counted.sent + down.counted.sent,
      lost: up.counted.lost + down.counted.lost,
    }),
    breakAnswerTo: request =>
      new Promise<void>(done => {
        broken = { request, done }
      }),
    close: async () => {
      for (const end of open) end.destroy()
      await new Promise(closed => line.close(closed))
    },
  }
}
