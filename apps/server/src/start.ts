import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { buildApi, type Keeper } from '@gavel/api'
import {
  type Clock,
  domainFolds,
  domainLaw,
  keySigner,
  openRecord,
  type RecordStore,
} from '@gavel/application'
import { fileGuard, postgresStore, sqliteStore } from '@gavel/store'
import type { FastifyBaseLogger } from 'fastify'
import { demonstrate } from './demonstration.ts'
import { formats } from './formats.ts'
import { found, owner } from './founding.ts'
import { keyFrom } from './keys.ts'
import { profileOf } from './organisation.ts'
import { installPages } from './pages.ts'
import { installSeats } from './seat.ts'

export interface ServerOptions {
  /** Where the record (unless in PostgreSQL), the key and the key's memory are kept. */
  readonly dataDir: string
  readonly postgresUrl?: string
  readonly host?: string
  /** 0: any free one. */
  readonly port?: number
  /** The folder under `organisations/` with the organisation's files; used when the record is new. */
  readonly organisation?: string
  readonly organisationsDir?: string
  /** The name of the log, and of its key; a host name and a path by custom. Used when the key is new. */
  readonly origin?: string
  readonly clock?: Clock
  /** Set the demonstration up on a new record, and offer its seats on that record. */
  readonly demo?: boolean
  readonly logger?: FastifyBaseLogger
  readonly requestsPerMinute?: number
  readonly trustProxy?: boolean
}

export interface RunningServer {
  readonly url: string
  readonly keeper: Keeper
  /** The owner's single-use sign-in link; only when the record is new. */
  readonly ownerLink?: string
  readonly demonstration: boolean
  stop(): Promise<void>
}

const storeFor = ({ postgresUrl, dataDir }: ServerOptions): Promise<RecordStore> =>
  postgresUrl === undefined ? sqliteStore(join(dataDir, 'record.sqlite')) : postgresStore(postgresUrl)

const openKeeper = async (options: ServerOptions, store: RecordStore) => {
  const { dataDir, logger, clock = Date } = options
  const key = await keyFrom(
    join(dataDir, 'signing.key'),
    options.origin ?? `gavel.local/${options.organisation ?? 'cica'}`,
  )
  return openRecord({
    store,
    law: domainLaw,
    folds: domainFolds,
    clock,
    signing: { signer: keySigner(key), guard: fileGuard(join(dataDir, 'signing.memory')) },
    onTrouble: (what, error) => logger?.error({ err: error }, what),
  })
}

const markOf = (store: RecordStore) => ({
  isDemonstration: async (): Promise<boolean> => (await store.row('server', 'demonstration')) === 'yes',
  set: () => store.swapRow('server', 'demonstration', null, 'yes'),
})

/** Founds a new record; with a demonstration, the mark is set before its first act, so that it never goes missing. */
const prepare = async (options: ServerOptions, store: RecordStore, keeper: Keeper): Promise<void> => {
  if (keeper.head().size > 0) return
  await found(keeper, await profileOf(options.organisation ?? 'cica', options.organisationsDir))
  if (options.demo === true) {
    await markOf(store).set()
    await demonstrate(keeper)
  }
}

/** Starts a server over a record: opens or founds it, serves the API, the log and the pages, until it is stopped. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  await mkdir(options.dataDir, { recursive: true, mode: 0o700 })
  const store = await storeFor(options)
  const keeper = await openKeeper(options, store).catch(async error => {
    await store.close()
    throw error
  })
  try {
    await prepare(options, store, keeper)
    const demonstration = options.demo !== false && (await markOf(store).isDemonstration())
    const { logger, requestsPerMinute, trustProxy } = options
    const { app, context } = await buildApi({
      keeper,
      rows: store,
      formats,
      ...(logger === undefined ? {} : { logger }),
      ...(requestsPerMinute === undefined ? {} : { requestsPerMinute }),
      ...(trustProxy === undefined ? {} : { trustProxy }),
    })
    await app.register(part => installPages(part, context))
    if (demonstration) await app.register(async part => installSeats(part, context))
    const url = await app.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 8080 })
    // Issued once in the life of a record, however often its first start was interrupted before.
    const first = await store.swapRow('server', 'ownerInvited', null, keeper.now())
    const ownerLink = first
      ? `${url}/sign-in/${await context.accounts.invite(owner, 'first start')}`
      : undefined
    const stop = async (): Promise<void> => {
      await app.close()
      await keeper.close()
    }
    return { url, keeper, demonstration, stop, ...(ownerLink === undefined ? {} : { ownerLink }) }
  } catch (error) {
    await keeper.close()
    throw error
  }
}
