import { randomBytes } from 'node:crypto'
import fastifyRateLimit from '@fastify/rate-limit'
import { limits } from '@gavel/contract'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { accounts } from './access/accounts.ts'
import { counted, isScreenFile, turns } from './access/limits.ts'
import { links } from './access/links.ts'
import { type OidcProvider, oidcSignIn } from './access/oidc.ts'
import { passkeys } from './access/passkeys.ts'
import { installAccess } from './access/routes.ts'
import { sealing } from './access/seal.ts'
import { installCaller } from './access/sign-in.ts'
import { type Site, siteAt } from './access/site.ts'
import { trails } from './access/trail.ts'
import { ownWays } from './access/ways.ts'
import { installActs } from './acts/routes.ts'
import { catalogueOf } from './catalogue.ts'
import { installTableImports } from './commitments/import-routes.ts'
import type { Context } from './context.ts'
import { installDigests } from './digests/routes.ts'
import { subscriptions } from './digests/subscription.ts'
import { installChanges } from './documents/changes.ts'
import { installTextFiles } from './documents/files.ts'
import { installImport } from './documents/import.ts'
import { installPapers } from './documents/paper-routes.ts'
import { installDocuments } from './documents/routes.ts'
import { calendarKeys } from './feeds/keys.ts'
import { installFeeds } from './feeds/routes.ts'
import { installDocument } from './http/document.ts'
import { answerError, installErrors, unparsedAnswer } from './http/errors.ts'
import { installHeaders } from './http/headers.ts'
import { readJson } from './http/json.ts'
import { malformed } from './http/problem.ts'
import { installProblemPages, type ProblemPage } from './http/problem-pages.ts'
import { compilers, installValidation } from './http/validation.ts'
import { type HubOptions, hubDefaults, liveHub } from './live/hub.ts'
import { installLive, type LiveLimits, liveLimits } from './live/routes.ts'
import { type SnapshotOptions, snapshotDefaults } from './live/snapshots.ts'
import { installSync } from './live/sync.ts'
import { installLog } from './log/routes.ts'
import type { FeedFormats, FileFormats, Keeper, Mailer, Rows, TextFormats } from './ports.ts'
import type { Room } from './room.ts'
import { toolsFor } from './room-tools.ts'
import { installAnalysis } from './views/analysis.ts'
import { installCommitments } from './views/commitments.ts'
import { installDecisions } from './views/decisions.ts'
import { installEntries } from './views/entries.ts'
import { installInstitution } from './views/institution.ts'
import { installJournals } from './views/journal.ts'
import { installMeetings } from './views/meetings.ts'
import { installNotices } from './views/notices.ts'
import { installOpenData } from './views/open-data.ts'
import { installSeen } from './views/seen.ts'
import { installTexts } from './views/texts.ts'

export interface ApiOptions {
  readonly keeper: Keeper
  readonly rows: Rows
  readonly formats: TextFormats
  readonly files: FileFormats
  readonly feeds: FeedFormats
  /** The rooms of this house, and what members' servers check the rooms' messages with. */
  readonly rooms?: readonly Room[]
  readonly hookKey?: string
  /** Carries letters; none are sent without one. */
  readonly mailer?: Mailer
  /** A pino logger; nothing is logged without one. */
  readonly logger?: FastifyBaseLogger
  readonly requestsPerMinute?: number
  readonly signInsPerMinute?: number
  /** How many files a person may have made or read in a minute, of each kind. */
  readonly filesPerMinute?: number
  /** `https://gavel.example.org`. Without it: localhost, at whatever port the server listens on. */
  readonly publicUrl?: string
  readonly oidc?: readonly OidcProvider[]
  /** Whether the record is a demonstration, whose seats anybody may take. */
  readonly demonstration?: boolean
  /** Milliseconds after which a sign-in nobody uses ends; without it, only its thirty days end it. */
  readonly idleMs?: number
  /** 32 bytes that seal challenges; servers on one record share them. Chosen at random unless told. */
  readonly sealingKey?: Uint8Array
  readonly hub?: Partial<HubOptions>
  readonly live?: Partial<LiveLimits>
  readonly sync?: Partial<SnapshotOptions>
  /** The proxies whose `X-Forwarded-For` is believed: addresses and networks, with commas. Nobody's unless told. */
  readonly trustProxy?: string
  /** Problems as pages, for browsers; without it they are data for everybody. */
  readonly problemPage?: ProblemPage
  /** How long a client may take over the head of a request, and over all of it. */
  readonly timeouts?: { readonly headersMs: number; readonly requestMs: number }
}

const patience = { headersMs: 15_000, requestMs: 120_000 }

const newApp = ({ logger, trustProxy, timeouts = patience }: ApiOptions): FastifyInstance =>
  Fastify({
    ...(logger === undefined ? {} : { loggerInstance: logger }),
    bodyLimit: limits.bodyBytes,
    trustProxy: trustProxy ?? false,
    requestTimeout: timeouts.requestMs,
    connectionTimeout: 0,
    keepAliveTimeout: 30_000,
    forceCloseConnections: true,
    logController: new LogController({ disableRequestLogging: true }),
    schemaController: { compilersFactory: compilers as never },
    routerOptions: { maxParamLength: 200 },
    http: {
      maxHeaderSize: 16 * 1024,
      headersTimeout: timeouts.headersMs,
      connectionsCheckingInterval: Math.min(5_000, timeouts.headersMs),
    },
    frameworkErrors: answerError as never,
    clientErrorHandler: (error, socket) => {
      if (socket.writable) socket.end(unparsedAnswer((error as { code?: string }).code))
      else socket.destroy()
    },
  }) as unknown as FastifyInstance

/** Requests are logged by the pattern of their route: addresses may name private things, and tokens. */
const installRequestLog = (app: FastifyInstance): void => {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
}

/** What does not say that it may be kept is kept nowhere: answers depend on who asks. */
const installPrivacy = (app: FastifyInstance): void => {
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    done(null, payload)
  })
}

/**
 * Every answer tells the instant it was given at by the record's clock, to the millisecond (`Date` tells whole seconds):
 * deadlines are this clock's, and that of a phone may be wrong.
 */
const installClock = (app: FastifyInstance, keeper: Keeper): void => {
  app.addHook('onSend', (_request, reply, payload, done) => {
    reply.header('gavel-now', keeper.now())
    done(null, payload)
  })
}

const installJson = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, bytes, done) => {
    const reading = readJson(bytes as Buffer)
    if (reading.kind === 'value') done(null, reading.value)
    else done(malformed(reading.faults))
  })
}

/** The site as the operator named it; else localhost, where whoever tries Gavel on her own machine finds it. */
const siteOf = (app: FastifyInstance, publicUrl: string | undefined): (() => Site) => {
  const told = publicUrl === undefined ? undefined : siteAt(publicUrl, true)
  let guessed: Site | undefined
  return () => {
    if (told !== undefined) return told
    const address = app.server.address()
    if (guessed === undefined && address !== null && typeof address === 'object')
      guessed = siteAt(`http://localhost:${address.port}`, false)
    return guessed ?? siteAt('http://localhost', false)
  }
}

/** Everything by which somebody comes in. */
const accessOf = (app: FastifyInstance, options: ApiOptions) => {
  const { keeper, rows, oidc = [], idleMs, signInsPerMinute = 10 } = options
  const now = () => keeper.now()
  const site = siteOf(app, options.publicUrl)
  const ways = ownWays(rows)
  const parts = { site, sealing: sealing(options.sealingKey ?? randomBytes(32), rows, now), ways, now }
  return {
    accounts: accounts(rows, now, idleMs === undefined ? {} : { idleMs }),
    ways,
    passkeys: passkeys(parts),
    links: links(rows, now),
    oidc: oidcSignIn({ ...parts, providers: oidc }),
    trails: trails(rows, now),
    site,
    takeTurn: turns(signInsPerMinute * 2),
    demonstration: options.demonstration ?? false,
  }
}

/** Every part of the API, each with its routes. */
const installParts = async (app: FastifyInstance, context: Context, options: ApiOptions): Promise<void> => {
  const { signInsPerMinute = 10, filesPerMinute = 30, rooms = [], hookKey = '' } = options
  await app.register(async part => {
    installActs(part, context)
    installAccess(part, context, signInsPerMinute)
    installDigests(part, context, signInsPerMinute)
    installInstitution(part, context)
    installMeetings(part, context)
    installCommitments(part, context)
    installJournals(part, context)
    installNotices(part, context)
    installTexts(part, context)
    installDecisions(part, context)
    installEntries(part, context)
    installAnalysis(part, context)
    installOpenData(part, context, filesPerMinute)
    installSeen(part, context)
    installLive(part, context, { ...liveLimits, ...options.live })
    installSync(part, context, { ...snapshotDefaults, ...options.sync })
    installLog(part, context)
    installTextFiles(part, context, filesPerMinute)
    installPapers(part, context, filesPerMinute)
    installFeeds(part, context, filesPerMinute)
    installTableImports(part, context, filesPerMinute)
  })
  await app.register(part => installDocuments(part, context))
  await app.register(part => installImport(part, context, filesPerMinute))
  await app.register(part => installChanges(part, context, filesPerMinute))
  for (const room of rooms)
    await app.register(async part => room.mount(part, toolsFor(context, room, hookKey)))
}

/**
 * The API over a record: every act and view, the log's files, the live stream. Answers the app (not yet listening),
 * the accounts, and what closes both.
 */
export const buildApi = async (options: ApiOptions) => {
  const { keeper, rows, formats, files, requestsPerMinute = 1_200 } = options
  const catalogue = catalogueOf(options.rooms ?? [])
  const app = newApp(options)
  const access = accessOf(app, options)
  const context: Context = {
    keeper,
    rows,
    catalogue,
    formats,
    files,
    feeds: options.feeds,
    calendars: calendarKeys(rows, () => keeper.now()),
    digests: subscriptions(rows, () => keeper.now()),
    mailer: options.mailer,
    ...access,
    hub: liveHub(keeper, access.accounts, { ...hubDefaults, ...options.hub }),
    vkey: keeper.verifierKey,
  }
  installErrors(app)
  installPrivacy(app)
  if (options.problemPage !== undefined) installProblemPages(app, options.problemPage)
  installClock(app, keeper)
  installValidation(app)
  installJson(app)
  installRequestLog(app)
  installHeaders(app)
  await installCaller(app, context)
  await app.register(fastifyRateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: counted,
    allowList: isScreenFile,
  })
  installDocument(app, catalogue)
  await installParts(app, context, options)
  app.addHook('preClose', async () => context.hub.close())
  return { app, context }
}
