/** What people use instead, each as its own documentation serves it, in a process of its own. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { peer } from '../measure.ts'
import { usage } from './child.ts'
import type { Speech } from './reader.ts'

export type Peer = Exclude<Speech, 'gavel' | 'http'>

/** As far as the benchmarks use the peers. */
interface Socket {
  send(data: unknown): void
  on(event: string, told: (data: unknown) => void): void
}
interface WsModule {
  readonly WebSocketServer: new (
    options: object,
  ) => {
    on(event: 'connection', told: (socket: Socket, request: object) => void): void
    handleUpgrade(request: object, socket: object, head: object, told: (ws: Socket) => void): void
    readonly clients: Set<Socket>
  }
}
interface YText {
  insert(at: number, text: string): void
}
export interface YDoc {
  getText(name: string): YText
  on(event: 'update', told: (update: Uint8Array) => void): void
}
export interface Yjs {
  readonly Doc: new () => YDoc
  readonly applyUpdate: (doc: YDoc, update: Uint8Array) => void
  readonly encodeStateAsUpdate: (doc: YDoc) => Uint8Array
}

/** The document at the start: the same words for everybody. */
export const wordsOf = (length: number): string =>
  'Members shall share information in good time. '.repeat(Math.ceil(length / 46)).slice(0, length)

const listening = (server: ReturnType<typeof createServer>): Promise<number> =>
  new Promise(resolve => {
    server.listen({ port: 0, host: '127.0.0.1', backlog: 8_192 }, () =>
      resolve((server.address() as AddressInfo).port),
    )
  })

/** The module for `require`, whose default is what the module for `import` names one by one. */
const ws = async (): Promise<WsModule> => {
  const { default: found } = await peer<{ default: WsModule }>('ws')
  return found
}

const yWebsocket = async (state: Uint8Array): Promise<number> => {
  const { WebSocketServer } = await ws()
  const { setupWSConnection, getYDoc } = await peer<{
    setupWSConnection(socket: Socket, request: object): void
    getYDoc(name: string): YDoc
  }>('@y/websocket-server/utils')
  // One copy of yjs: the one the server has. A second would refuse its documents.
  const { applyUpdate } = await peer<Yjs>('yjs')
  applyUpdate(getYDoc('room'), state)
  const wss = new WebSocketServer({ noServer: true })
  wss.on('connection', (socket, request) => setupWSConnection(socket, request))
  const server = createServer()
  server.on('upgrade', (request, socket, head) => {
    wss.handleUpgrade(request, socket, head, ws => setupWSConnection(ws, request))
  })
  return listening(server)
}

const hocuspocus = async (state: Uint8Array): Promise<number> => {
  const { Server } = await peer<{
    Server: new (
      options: object,
    ) => {
      listen(): Promise<unknown>
      readonly httpServer: ReturnType<typeof createServer>
    }
  }>('@hocuspocus/server')
  const { applyUpdate } = await peer<Yjs>('yjs')
  const server = new Server({
    port: 0,
    address: '127.0.0.1',
    quiet: true,
    onLoadDocument: async ({ document }: { document: YDoc }) => applyUpdate(document, state),
  })
  await server.listen()
  return (server.httpServer.address() as AddressInfo).port
}

const shareDb = async (_state: Uint8Array, length: number): Promise<number> => {
  const { WebSocketServer } = await ws()
  const { default: ShareDB } = await peer<{
    default: (new () => {
      listen(stream: object): void
      connect(): {
        get(c: string, d: string): { create(data: object, type: string, done: (error?: Error) => void): void }
      }
    }) & { readonly types: { register(type: object): void } }
  }>('sharedb')
  const { default: richText } = await peer<{ default: { type: object } }>('rich-text')
  const { default: Stream } = await peer<{ default: new (socket: Socket) => object }>(
    '@teamwork/websocket-json-stream',
  )
  ShareDB.types.register(richText.type)
  const backend = new ShareDB()
  await new Promise<void>((resolve, reject) => {
    const doc = backend.connect().get('docs', 'room')
    doc.create([{ insert: wordsOf(length) }], 'http://sharejs.org/types/rich-text/v1', error =>
      error ? reject(error) : resolve(),
    )
  })
  const server = createServer()
  const wss = new WebSocketServer({ server })
  wss.on('connection', socket => backend.listen(new Stream(socket)))
  return listening(server)
}

/** No document at all: whatever comes is sent to all. The ceiling of everybody who writes each message to each socket. */
const bare = async (): Promise<number> => {
  const { WebSocketServer } = await ws()
  const server = createServer()
  const wss = new WebSocketServer({ server })
  wss.on('connection', socket => {
    socket.on('message', data => {
      for (const one of wss.clients) one.send(data)
    })
  })
  return listening(server)
}

const servers: { readonly [name in Peer]: (state: Uint8Array, length: number) => Promise<number> } = {
  'y-websocket': yWebsocket,
  hocuspocus,
  sharedb: shareDb,
  ws: bare,
}

/** Serves a document of so many characters, or the state of one, until it is killed. */
export const runPeer = async (name: Peer): Promise<void> => {
  let port = 0
  process.on(
    'message',
    async (asked: { readonly do: string; readonly state: Uint8Array; readonly length: number }) => {
      try {
        if (asked.do === 'ready') port = await servers[name](asked.state, asked.length)
        process.send!({ value: asked.do === 'ready' ? { port } : usage(asked.do === 'rough') })
      } catch (error) {
        process.send!({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
      }
    },
  )
}
