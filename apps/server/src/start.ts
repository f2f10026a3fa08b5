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
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { CannotStart, sayingWhy, startingWith, withoutSecrets } from './cannot-start.ts'
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

const storeFor = ({ postgresUrl, dataDir }: ServerOptions): Promise<RecordStore> => {
  if (postgresUrl === undefined) {
    const file = join(dataDir, 'record.sqlite')
    return sayingWhy(`the record ${file}`, () => sqliteStore(file))
  }
  if (!/^postgres(ql)?:\/\//.test(postgresUrl) || !URL.canParse(postgresUrl))
    throw new CannotStart(
      'the address of PostgreSQL has the form postgres://user:password@host:5432/database',
    )
  return sayingWhy(`PostgreSQL at ${withoutSecrets(postgresUrl)}`, () => postgresStore(postgresUrl))
}

const openKeeper = async (options: ServerOptions, store: RecordStore) => {
  const { dataDir, logger, clock = Date } = options
  const key = await keyFrom(
    join(dataDir, 'signing.key'),
    options.origin ?? `gavel.local/${options.organisation ?? 'cica'}`,
  )
  return startingWith(`the data folder ${dataDir}`, () =>
    openRecord({
      store,
      law: domainLaw,
      folds: domainFolds,
      clock,
      signing: { signer: keySigner(key), guard: fileGuard(join(dataDir, 'signing.memory')) },
      onTrouble: (what, error) => logger?.error({ err: error }, what),
    }),
  )
}

const mark = ['server', 'demonstration'] as const

/**
 * Founds a new record. That it is to be a demonstration is marked before its first act, so that the mark never goes
 * missing; a demonstration that was interrupted while it was set up is finished, whatever this start asks for.
 */
const prepare = async (options: ServerOptions, store: RecordStore, keeper: Keeper): Promise<void> => {
  const { organisation = 'cica', organisationsDir, demo = false } = options
  const marked = await store.row(...mark)
  if (keeper.head().size === 0) {
    const profile = await profileOf(organisation, organisationsDir)
    if (demo && marked === undefined) await store.swapRow(...mark, null, 'begun')
    if (!demo && marked !== undefined) await store.swapRow(...mark, marked, null)
    await found(keeper, profile)
  }
  if ((await store.row(...mark)) !== 'begun') return
  await demonstrate(keeper)
  await store.swapRow(...mark, 'begun', 'yes')
}

/** A server stopped right after an act may have left it unsigned. What a start itself records is signed soon after. */
const signWhatIsNot = async (keeper: Keeper): Promise<void> => {
  const latest = await keeper.latestCheckpoint()
  if ((latest?.size ?? 0) < keeper.head().size) await keeper.checkpoint()
}

const listen = async (app: FastifyInstance, { host = '127.0.0.1', port = 8080 }: ServerOptions) =>
  startingWith(
    `port ${port} on ${host}`,
    () => app.listen({ host, port }),
    'choose another with --port or --host',
  )

/** Starts a server over a record: opens or founds it, serves the API, the log and the pages, until it is stopped. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const { dataDir } = options
  await startingWith(`the data folder ${dataDir}`, () => mkdir(dataDir, { recursive: true, mode: 0o700 }))
  const store = await storeFor(options)
  const keeper = await openKeeper(options, store).catch(async error => {
    await store.close()
    throw error
  })
  try {
    const isNew = keeper.head().size === 0
    await prepare(options, store, keeper)
    const demonstration = options.demo !== false && (await store.row(...mark)) === 'yes'
    const { logger, requestsPerMinute, trustProxy } = options
    const { app, context } = await buildApi({
      keeper,
      rows: store,
      formats,
      ...(logger === undefined ? {} : { logger }),
      ...(requestsPerMinute === undefined ? {} : { requestsPerMinute }),
      ...(trustProxy === undefined ? {} : { trustProxy }),
    })
    await app.register(part => installPages(part, context, demonstration))
    if (demonstration) await app.register(async part => installSeats(part, context))
    const url = await listen(app, options)
    if (!isNew) await signWhatIsNot(keeper)
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
