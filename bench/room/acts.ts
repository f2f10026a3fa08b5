/** Writes acts to a house: HTTP with keep-alive over a few connections, one act under way on each. */
import { connect, type Socket } from 'node:net'
import { clock } from './reader.ts'

export interface Ack {
  readonly index: number
  /** When it was sent and answered, on the machine's clock. */
  readonly sent: number
  readonly answered: number
}

interface Line {
  readonly socket: Socket
  heard: string
  done: ((answer: string) => void) | undefined
}

const openLine = (port: number): Promise<Line> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const line: Line = { socket, heard: '', done: undefined }
    socket.on('data', bytes => {
      line.heard += bytes.toString('latin1')
      const end = line.heard.indexOf('\r\n\r\n')
      if (end < 0) return
      const length = Number(/content-length: (\d+)/i.exec(line.heard)?.[1] ?? 0)
      if (line.heard.length < end + 4 + length) return
      const answer = line.heard.slice(0, end + 4 + length)
      line.heard = line.heard.slice(answer.length)
      const { done } = line
      line.done = undefined
      done?.(answer)
    })
    socket.once('connect', () => resolve(line))
    socket.once('error', reject)
  })

/** What the acts of the benchmarks are, in turn: six stands on a public text, three on one for members, one instruction. */
export const actNumber = (
  n: number,
  id: string,
  member: string,
): { readonly type: string; readonly message: object } => {
  const as = { kind: 'delegate', member }
  const paragraph = `p${n % 40}`
  const note = `Statement ${n}: our delegation can go along with this wording if the others do, for now.`
  if (n % 10 === 9) {
    const body = { text: 'open', paragraph, member, note }
    return { type: 'texts.instruct', message: { id, as, body } }
  }
  const text = n % 10 < 6 ? 'open' : 'members'
  const stand = n % 2 === 0 ? 'backs' : 'canLiveWith'
  return { type: 'texts.takeStand', message: { id, as, body: { text, paragraph, stand, note } } }
}

export const actWriter = async (port: number, token: string, member: string, lines: number) => {
  const free = await Promise.all(Array.from({ length: lines }, () => openLine(port)))
  const all = [...free]
  const waiting: ((line: Line) => void)[] = []
  let n = 0
  const prefix = `${process.pid}-${Math.floor(clock())}`

  const post = async (line: Line): Promise<Ack> => {
    const { type, message } = actNumber(n++, `${prefix}-${n}`, member)
    const body = JSON.stringify(message)
    const answered = new Promise<string>(resolve => {
      line.done = resolve
    })
    const sent = clock()
    line.socket.write(
      `POST /api/acts/${type} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    )
    const answer = await answered
    if (!answer.startsWith('HTTP/1.1 201')) throw new Error(answer.slice(0, 2_000))
    return { index: Number(/"index":(\d+)/.exec(answer)![1]), sent, answered: clock() }
  }

  return {
    /** Sends the next act as soon as a line is free; its clock starts at once. The line that rested longest is taken, so that none is closed for idling. */
    send: async (): Promise<Ack> => {
      const due = clock()
      const line = free.shift() ?? (await new Promise<Line>(resolve => waiting.push(resolve)))
      try {
        return { ...(await post(line)), sent: due }
      } finally {
        const next = waiting.shift()
        if (next === undefined) free.push(line)
        else next(line)
      }
    },
    end: (): void => {
      for (const { socket } of all) socket.destroy()
    },
  }
}

export type ActWriter = Awaited<ReturnType<typeof actWriter>>
