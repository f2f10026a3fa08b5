/** What a client of each peer says when it comes, and how a writer of it writes. */

import { connect } from 'node:net'
import { peer } from '../measure.ts'
import type { Peer, Yjs } from './peers.ts'
import { clientFrame } from './reader.ts'

const text = new TextEncoder()
const json = (value: object) => ({ bytes: text.encode(JSON.stringify(value)), text: true })
const binary = (...bytes: readonly number[]) => ({ bytes: Uint8Array.from(bytes), text: false })
const room = [4, ...text.encode('room')]

/** Asks for the whole document: synchronisation with an empty state vector, or a subscription. */
export const helloOf = (name: Peer) => {
  switch (name) {
    case 'y-websocket':
      return [binary(0, 0, 1, 0)]
    case 'hocuspocus':
      return [binary(...room, 2, 0, 0), binary(...room, 0, 0, 1, 0)]
    case 'sharedb':
      return [json({ a: 'hs', id: null }), json({ a: 's', c: 'docs', d: 'room' })]
    case 'ws':
      return []
  }
}

export const upgradeOf = (path: string): string =>
  `GET /${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`

const varUint = (value: number): number[] =>
  value < 128 ? [value] : [128 | (value & 127), ...varUint(value >> 7)]

/** A document of so many characters as a Yjs update, and a pen that writes into it: about 100 bytes at a random place. */
export const yDocument = async (words: string) => {
  const { Doc, encodeStateAsUpdate } = await peer<Yjs>('yjs')
  const doc = new Doc()
  const content = doc.getText('content')
  content.insert(0, words)
  let update = new Uint8Array()
  doc.on('update', made => {
    update = made as Uint8Array<ArrayBuffer>
  })
  let length = words.length
  return {
    state: (): Uint8Array => encodeStateAsUpdate(doc),
    edit: (at: number, wording: string): Uint8Array => {
      content.insert(Math.floor(at * length), wording)
      length += wording.length
      return update
    },
  }
}

/** Writes edits to a peer, in order, over one connection. */
export interface Pen {
  write(at: number, wording: string): void
  end(): void
}

export const penOf = async (
  name: Peer,
  port: number,
  edit: (at: number, wording: string) => Uint8Array,
  length: number,
): Promise<Pen> => {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let version = 1
  let heard = ''
  socket.on('data', bytes => {
    if (bytes[0] === 0x89) socket.write(Buffer.from([0x8a, 0x80, 0, 0, 0, 0]))
    if (name !== 'sharedb') return
    heard = (heard + bytes.toString('latin1')).slice(-20_000)
    for (const [, v] of heard.matchAll(/"a":"op"[^}]*?"v":(\d+)/g)) version = Math.max(version, Number(v) + 1)
  })
  socket.write(upgradeOf('room'))
  await new Promise(resolve => socket.once('data', resolve))
  for (const { bytes, text: isText } of helloOf(name)) socket.write(clientFrame(bytes, isText))
  await new Promise(resolve => setTimeout(resolve, 300))
  let sequence = 1
  const messageOf = (at: number, wording: string): Buffer => {
    if (name === 'sharedb') {
      const op = { ops: [{ retain: Math.floor(at * length) + 1 }, { insert: wording }] }
      return clientFrame(
        json({ a: 'op', c: 'docs', d: 'room', v: version, seq: sequence++, x: {}, op }).bytes,
        true,
      )
    }
    if (name === 'ws') return clientFrame(text.encode(wording.padEnd(120)), false)
    const update = edit(at, wording)
    const body = [0, 2, ...varUint(update.length), ...update]
    return clientFrame(Uint8Array.from(name === 'hocuspocus' ? [...room, ...body] : body))
  }
  return {
    write: (at, wording) => void socket.write(messageOf(at, wording)),
    end: () => socket.destroy(),
  }
}
