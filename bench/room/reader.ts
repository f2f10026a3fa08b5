import { connect, type Socket } from 'node:net'

/** Milliseconds of the machine's monotonic clock: the same clock in every process. */
export const clock = (): number => {
  const [seconds, nanoseconds] = process.hrtime()
  return seconds * 1_000 + nanoseconds / 1e6
}

/** What a reader speaks: Gavel's server-sent events, one answer over HTTP, or a peer's messages in WebSocket frames. */
export type Speech = 'gavel' | 'http' | 'y-websocket' | 'hocuspocus' | 'sharedb' | 'ws'

/** One connection that reads and throws away, and knows how far it has come. */
export interface Reader {
  readonly index: number
  speech: Speech
  socket: Socket | undefined
  /** Before the first byte, in the answer's head, at the start of an event or frame, inside one. */
  mode: 'head' | 'start' | 'inside'
  stash: Buffer | undefined
  /** Gavel: the index of the next entry. Peers: how many edits came. */
  upTo: number
  /** Gavel: where the event under way ends; -1 when it carries no entries. Others: how long the message under way is, if no edit. */
  to: number
  /** Bytes left of a WebSocket frame; for an event: 1 when the last chunk ended with a line feed. */
  left: number
  /** Bytes read, heads included. */
  bytes: number
}

/** Told of whatever a reader has come to. */
export interface Told {
  opened(reader: Reader): void
  /** `upTo` has risen. */
  moved(reader: Reader): void
  /** A whole message of so many bytes that is no edit (peers), or an event without entries. */
  other(reader: Reader, bytes: number): void
  failed(reader: Reader, why: string): void
}

const lineFeed = 10

const digits = (bytes: Buffer, from: number): number => {
  let value = 0
  for (let at = from; bytes[at]! >= 48 && bytes[at]! <= 57; at++) value = value * 10 + bytes[at]! - 48
  return value
}

/** The shortest `id: 1\nevent: entries\ndata: {"from":1,` and the longest: after so many bytes both numbers are there. */
const eventHead = 80
const toFrom = '\nevent: entries\ndata: {"from":'.length

/** Reads the head of an event; undefined when not enough of it has come. */
const eventStart = (reader: Reader, bytes: Buffer, at: number, told: Told): number | undefined => {
  if (bytes[at] !== 105) {
    reader.to = -1
    return at
  }
  const line = bytes.indexOf(lineFeed, at)
  if (line < 0 || (bytes.length - at < eventHead && bytes.indexOf(',', line) < 0)) return undefined
  const from = digits(bytes, line + toFrom)
  if (reader.upTo !== from && reader.upTo >= 0) told.failed(reader, `a gap: ${from} after ${reader.upTo}`)
  reader.to = digits(bytes, at + 4)
  return line
}

const keepRest = (reader: Reader, bytes: Buffer, at: number): void => {
  reader.stash = Buffer.from(bytes.subarray(at))
}

/** Server-sent events: an event ends with an empty line, and the data has no line feed inside. */
const readEvents = (reader: Reader, bytes: Buffer, from: number, told: Told): boolean => {
  let at = from
  let moved = false
  while (at < bytes.length) {
    if (reader.mode === 'start') {
      const inside = eventStart(reader, bytes, at, told)
      if (inside === undefined) {
        keepRest(reader, bytes, at)
        return moved
      }
      at = inside
      reader.mode = 'inside'
      reader.left = 0
    }
    const joined = reader.left === 1 && bytes[at] === lineFeed
    const end = joined ? at - 1 : bytes.indexOf('\n\n', at)
    if (end < 0 && !joined) {
      reader.left = bytes[bytes.length - 1] === lineFeed ? 1 : 0
      return moved
    }
    at = end + 2
    reader.mode = 'start'
    if (reader.to >= 0) {
      reader.upTo = reader.to
      moved = true
    } else told.other(reader, 0)
  }
  return moved
}

/** Which messages are edits, by their first bytes. Awareness, replies and the document itself are not. */
const isEdit = (speech: Speech, bytes: Buffer, at: number): boolean => {
  switch (speech) {
    case 'y-websocket':
      return bytes[at] === 0 && bytes[at + 1] === 2
    case 'hocuspocus': {
      const after = at + 1 + bytes[at]!
      return bytes[after] === 0 && bytes[after + 1] === 2
    }
    case 'sharedb':
      return bytes.toString('latin1', at, at + 30).includes('"a":"op"')
    default:
      return true
  }
}

const pong = Buffer.from([0x8a, 0x80, 0, 0, 0, 0])
/** A frame's head and the first bytes of what it says. */
const frameHead = 42

/** Takes so many of the bytes that are left of a message; tells of it when it is whole. */
const took = (reader: Reader, there: number, told: Told): number => {
  const taken = Math.min(reader.left, there)
  reader.left -= taken
  if (reader.left === 0 && reader.to >= 0) told.other(reader, reader.to)
  return taken
}

/** WebSocket frames as servers send them: not masked, not divided. */
const readFrames = (reader: Reader, bytes: Buffer, from: number, told: Told): boolean => {
  let at = from
  let moved = false
  while (at < bytes.length) {
    if (reader.left > 0) {
      at += took(reader, bytes.length - at, told)
      continue
    }
    const short = bytes[at + 1]! & 127
    const head = short === 126 ? 4 : short === 127 ? 10 : 2
    if (bytes.length - at < head) break
    const length =
      short === 126
        ? bytes.readUInt16BE(at + 2)
        : short === 127
          ? Number(bytes.readBigUInt64BE(at + 2))
          : short
    if (bytes.length - at < Math.min(head + length, frameHead)) break
    const opcode = bytes[at]! & 15
    if (opcode === 9) reader.socket!.write(pong)
    if (opcode === 1 || opcode === 2) {
      const edit = isEdit(reader.speech, bytes, at + head)
      if (edit) {
        reader.upTo++
        moved = true
      }
      reader.to = edit ? -1 : length
    } else reader.to = -1
    at += head
    reader.left = length
  }
  if (at < bytes.length) keepRest(reader, bytes, at)
  return moved
}

const read = (reader: Reader, chunk: Buffer, told: Told): void => {
  reader.bytes += chunk.length
  const bytes = reader.stash === undefined ? chunk : Buffer.concat([reader.stash, chunk])
  reader.stash = undefined
  let at = 0
  if (reader.mode === 'head') {
    const end = bytes.indexOf('\r\n\r\n')
    if (end < 0) {
      keepRest(reader, bytes, 0)
      return
    }
    const status = bytes.toString('latin1', 9, 12)
    if (status !== '200' && status !== '101') {
      told.failed(reader, bytes.toString('latin1', 0, 200))
      return
    }
    reader.mode = 'start'
    at = end + 4
    told.opened(reader)
    if (reader.speech === 'http') {
      const head = bytes.toString('latin1', 0, end)
      reader.to = reader.left = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    }
  }
  if (reader.speech === 'http') {
    took(reader, bytes.length - at, told)
    return
  }
  const moved =
    reader.speech === 'gavel' ? readEvents(reader, bytes, at, told) : readFrames(reader, bytes, at, told)
  if (moved) told.moved(reader)
}

/** All readers of a process read into one buffer: what is kept is copied. */
const shared = Buffer.allocUnsafeSlow(256 * 1024)

/** Opens a reader: sends `request` and reads. `base`: the count before its first edit, or -1 to take it as it comes. */
export const openReader = (
  index: number,
  speech: Speech,
  port: number,
  request: string,
  told: Told,
  base = 0,
): Reader => {
  const reader: Reader = {
    index,
    speech,
    socket: undefined,
    mode: 'head',
    stash: undefined,
    upTo: base,
    to: -1,
    left: 0,
    bytes: 0,
  }
  const socket = connect({
    port,
    host: '127.0.0.1',
    noDelay: true,
    onread: {
      buffer: shared,
      callback: (length: number) => {
        read(reader, shared.subarray(0, length), told)
        return true
      },
    },
  } as never)
  reader.socket = socket
  socket.on('connect', () => socket.write(request))
  socket.on('error', error => told.failed(reader, error.message))
  socket.on('close', () => told.failed(reader, 'closed'))
  return reader
}

/** A WebSocket frame as clients send them: binary or text, masked with zeros. */
export const clientFrame = (payload: Uint8Array, text = false): Buffer => {
  const long = payload.length > 125
  const head = Buffer.from(
    long ? [0, 0xfe, payload.length >> 8, payload.length & 255] : [0, 0x80 | payload.length],
  )
  head[0] = text ? 0x81 : 0x82
  return Buffer.concat([head, Buffer.alloc(4), payload])
}
