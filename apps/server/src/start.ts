import { hkdfSync } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { buildApi, type Context, type Keeper, publicUrlFault, type Room } from '@gavel/api'
import {
  type Clock,
  domainFolds,
  foldsOfRooms,
  keySigner,
  lawWithRooms,
  openRecord,
  type RecordStore,
} from '@gavel/application'
import type { Organisation } from '@gavel/domain'
import type { SignerKey } from '@gavel/record'
import { ContentKeyFault, confidentialStore, fileGuard, postgresStore, sqliteStore } from '@gavel/store'
import Fastify, { type FastifyBaseLogger } from 'fastify'
import { CannotStart, sayingWhy, startingWith, withoutSecrets } from './cannot-start.ts'
import { contentKey } from './content-key.ts'
import { demonstrate } from './demonstration.ts'
import { makeDataFolder } from './folder.ts'
import { feeds, formats, openFiles } from './formats.ts'
import { found, owner } from './founding.ts'
import { keyFrom } from './keys.ts'
import { providersIn } from './oidc-file.ts'
import { filesOf, profileOf } from './organisation.ts'
import { hookKeyFrom } from './outgoing/hook-key.ts'
import { type MailOptions, smtpMailer } from './outgoing/mailer.ts'
import { hookPoster } from './outgoing/poster.ts'
import { installPages } from './pages.ts'
import { pageAnswers } from './reading/answer.ts'
import { readAssets } from './reading/assets.ts'
import { rooms as ourRooms } from './rooms.ts'
import { moveIn, setToWork } from './rooms-at-work.ts'
import { installScreens } from './screens.ts'
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
  /** How many live streams one address may hold open: raise it for a hall behind one address. 64 unless told. */
  readonly streamsPerAddress?: number
  /** Addresses and networks of proxies whose `X-Forwarded-For` is believed, with commas: `loopback, 10.0.0.0/8`. */
  readonly trustProxy?: string
  /** The address people reach this server under: `https://gavel.example.org`. */
  readonly publicUrl?: string
  /** The file that names ministries' providers of sign-ins (docs/operating.md). */
  readonly oidcFile?: string
  /** Milliseconds after which a sign-in nobody uses ends. */
  readonly idleMs?: number
  /** The file with the key confidential content is encrypted with; `content.key` in the data folder unless told. */
  readonly contentKeyFile?: string
  /** The mail server letters go through; none are sent without. */
  readonly mail?: MailOptions
  /** Whether members' servers may be at addresses that are not public. */
  readonly privateHooks?: boolean
  /** The rooms of this server; all there are unless told. */
  readonly rooms?: readonly Room[]
}

export interface RunningServer {
  readonly url: string
  readonly keeper: Keeper
  /** The owner's single-use sign-in link; only when the record is new (`gavel invite` makes another). */
  readonly ownerLink?: string
  readonly demonstration: boolean
  stop(): Promise<void>
}

const storeFor = async (options: ServerOptions): Promise<RecordStore> => {
  const key = await contentKey(options.dataDir, options.contentKeyFile)
  return confidentialStore(await plainStoreFor(options), key)
}

const plainStoreFor = ({ postgresUrl, dataDir }: ServerOptions): Promise<RecordStore> => {
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

const keyOf = ({ dataDir, origin, organisation = 'cica' }: ServerOptions): Promise<SignerKey> =>
  keyFrom(join(dataDir, 'signing.key'), origin ?? `gavel.local/${organisation}`)

/** What seals challenges: derived from the key all servers on one record share, and of no use for signing. */
const sealingKeyFrom = ({ seed }: SignerKey, { storeId }: RecordStore): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', seed, storeId, 'gavel sealing v1', 32))

const openKeeper = async (options: ServerOptions, store: RecordStore, key: SignerKey) => {
  const { dataDir, logger, clock = Date, rooms = ourRooms } = options
  const opened = startingWith(`the data folder ${dataDir}`, () =>
    openRecord({
      store,
      law: lawWithRooms(rooms.map(({ law }) => law)),
      folds: { ...domainFolds, ...foldsOfRooms(rooms) },
      clock,
      signing: { signer: keySigner(key), guard: fileGuard(join(dataDir, 'signing.memory')) },
      onTrouble: (what, error) => logger?.error({ err: error }, what),
    }),
  )
  return opened.catch(error => {
    if (!(error instanceof ContentKeyFault)) throw error
    throw new CannotStart(
      `${error.message}; put back the content.key you saved, or name its file with --content-key`,
    )
  })
}

const profileFor = ({ organisation = 'cica', organisationsDir }: ServerOptions): Promise<Organisation> =>
  profileOf(organisation, organisationsDir)

/**
 * What a start on a folder without a record can fail for, before anything is made there: the organisation's files
 * and the address it is to listen on. Answers the files that were read.
 */
const tryFirst = async (options: ServerOptions): Promise<Organisation | undefined> => {
  if (existsSync(join(options.dataDir, 'record.sqlite'))) return undefined
  if (options.port !== 0) await tryPort(options)
  return options.postgresUrl === undefined ? profileFor(options) : undefined
}

const mark = ['server', 'demonstration'] as const

/**
 * Founds a new record. That it is to be a demonstration is marked before its first act, so that the mark never goes
 * missing; a demonstration that was interrupted while it was set up is finished, whatever this start asks for.
 */
const prepare = async (
  options: ServerOptions,
  store: RecordStore,
  keeper: Keeper,
  read: Organisation | undefined,
): Promise<void> => {
  const { demo = false, rooms = ourRooms, organisation = 'cica', organisationsDir } = options
  const marked = await store.row(...mark)
  if (keeper.head().size === 0) {
    const profile = read ?? (await profileFor(options))
    if (demo && marked === undefined) await store.swapRow(...mark, null, 'begun')
    if (!demo && marked !== undefined) await store.swapRow(...mark, marked, null)
    await found(keeper, profile)
  }
  if (keeper.closure() === null) await moveIn(rooms, keeper, () => filesOf(organisation, organisationsDir))
  if ((await store.row(...mark)) !== 'begun') return
  await demonstrate(keeper, rooms)
  await store.swapRow(...mark, 'begun', 'yes')
}

/** A server stopped right after an act may have left it unsigned. What a start itself records is signed soon after. */
const signWhatIsNot = async (keeper: Keeper): Promise<void> => {
  const latest = await keeper.latestCheckpoint()
  if ((latest?.size ?? 0) < keeper.head().size) await keeper.checkpoint()
}

/** Runs what listens, and says in one line why it could not. */
const listening = <T>({ host = '127.0.0.1', port = 8080 }: ServerOptions, run: (at: Address) => Promise<T>) =>
  startingWith(`port ${port} on ${host}`, () => run({ host, port }), 'choose another with --port or --host')

interface Address {
  readonly host: string
  readonly port: number
}

/** Listens and lets go at once: a port that is taken is known before anything is made. */
const tryPort = (options: ServerOptions): Promise<void> =>
  listening(
    options,
    address =>
      new Promise<void>((free, taken) => {
        const probe = createServer()
        probe.once('error', taken)
        probe.listen(address, () => probe.close(() => free()))
      }),
  )

/** Asked of the very code that reads the list later. Names nobody, and fails, for what is no address. */
const trustFault = (list: string): boolean => {
  try {
    Fastify({ trustProxy: list })
    return false
  } catch {
    return true
  }
}

/** What the operator said about sign-in, checked before anything is opened. */
const accessOf = async ({ publicUrl, oidcFile, idleMs, trustProxy }: ServerOptions) => {
  const fault = publicUrl === undefined ? undefined : publicUrlFault(publicUrl)
  if (fault !== undefined) throw new CannotStart(`--public-url ${withoutSecrets(publicUrl!)} ${fault}`)
  if (trustProxy !== undefined && trustFault(trustProxy))
    throw new CannotStart(`--trust-proxy ${trustProxy.slice(0, 80)}: not a list of addresses`)
  return {
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(trustProxy === undefined ? {} : { trustProxy }),
    ...(idleMs === undefined ? {} : { idleMs }),
    oidc: oidcFile === undefined ? [] : await providersIn(oidcFile),
  }
}

/** Listening there, this very machine is reached as localhost, the one name passkeys take without TLS. */
const isHere = new Set(['127.0.0.1', 'localhost', '0.0.0.0', '::', '::1'])

/** Under which address the first link is given. */
const addressFor = (
  { host = '127.0.0.1', publicUrl }: ServerOptions,
  url: string,
  context: Context,
): string => (publicUrl !== undefined || isHere.has(host) ? context.site().origin : url)

type Access = Awaited<ReturnType<typeof accessOf>>

const serve = async (
  options: ServerOptions,
  store: RecordStore,
  keeper: Keeper,
  access: Access,
  key: SignerKey,
  mailer: ReturnType<typeof smtpMailer> | undefined,
) => {
  const demonstration = options.demo !== false && (await store.row(...mark)) === 'yes'
  const { logger, requestsPerMinute, streamsPerAddress, rooms = ourRooms } = options
  const hookKey = hookKeyFrom(key.seed, store.storeId)
  const files = openFiles()
  let origin = (): string => ''
  const answers = pageAnswers({ keeper, assets: await readAssets(), demonstration, origin: () => origin() })
  const { app, context } = await buildApi({
    problemPage: answers.problemPage,
    keeper,
    rows: store,
    rooms,
    hookKey: hookKey.publicKey,
    ...(mailer === undefined ? {} : { mailer }),
    formats,
    files,
    feeds,
    demonstration,
    sealingKey: sealingKeyFrom(key, store),
    ...access,
    ...(logger === undefined ? {} : { logger }),
    ...(requestsPerMinute === undefined ? {} : { requestsPerMinute }),
    ...(streamsPerAddress === undefined ? {} : { live: { perAddress: streamsPerAddress } }),
  })
  app.addHook('onClose', files.stop)
  origin = () => context.site().origin
  await app.register(async part => {
    installPages(part, context, answers, await installScreens(part), rooms)
  })
  if (demonstration) await app.register(async part => installSeats(part, context))
  const url = await listening(options, address => app.listen(address))
  const poster = hookPoster({ key: hookKey, privateToo: options.privateHooks ?? false })
  const leave = setToWork(rooms, context, { mailer, poster }, logger)
  return { app, context, demonstration, url, leave }
}

/** Starts a server over a record: opens or founds it, serves the API, the log and the pages, until it is stopped. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const access = await accessOf(options)
  const mailer = options.mail === undefined ? undefined : smtpMailer(options.mail)
  const profile = await tryFirst(options)
  await makeDataFolder(options.dataDir)
  const store = await storeFor(options)
  const opened = async () => {
    const key = await keyOf(options)
    return { key, keeper: await openKeeper(options, store, key) }
  }
  const { key, keeper } = await opened().catch(async error => {
    await store.close()
    throw error
  })
  try {
    const isNew = keeper.head().size === 0
    await prepare(options, store, keeper, profile)
    const served = await serve(options, store, keeper, access, key, mailer)
    const { app, context, demonstration, url, leave } = served
    if (!isNew) await signWhatIsNot(keeper)
    // Issued once in the life of a record, however often its first start was interrupted before.
    const first = await store.swapRow('server', 'ownerInvited', null, keeper.now())
    const ownerLink = first
      ? `${addressFor(options, url, context)}/sign-in/${await context.accounts.invite(owner, 'first start')}`
      : undefined
    const stop = async (): Promise<void> => {
      await leave()
      await app.close()
      await keeper.close()
    }
    return { url, keeper, demonstration, stop, ...(ownerLink === undefined ? {} : { ownerLink }) }
  } catch (error) {
    await keeper.close()
    throw error
  }
}
