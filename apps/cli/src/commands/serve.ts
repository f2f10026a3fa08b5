import { CannotStart, type RunOptions, runServer } from '@gavel/server'
import { type Call, type Command, exit, UsageError } from '../command.ts'

const text = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

const portOf = (value: string | undefined): number => {
  const port = Number(value ?? process.env['GAVEL_PORT'] ?? 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`not a port: ${value ?? process.env['GAVEL_PORT']}`)
  return port
}

/** Whoever is to come in from elsewhere needs the address: links, cookies and passkeys are bound to it. */
const missingAddress = (host: string, publicUrl: string | undefined): readonly string[] =>
  publicUrl !== undefined || ['127.0.0.1', '::1', 'localhost'].includes(host)
    ? []
    : [
        'Passkeys and cookies work on this machine alone until you say under which address others come: --public-url',
      ]

const dayMs = 24 * 3_600_000

const idleOf = (days: string | undefined): { readonly idleMs?: number } => {
  if (days === undefined) return {}
  const idle = Number(days)
  if (!(idle > 0 && idle <= 30)) throw new UsageError(`--idle-days ${days}: a number above 0, at most 30`)
  return { idleMs: idle * dayMs }
}

/** What an operator says about what goes out: mail, and messages to members' own servers. */
const outgoingIn = (flags: Call['flags'], env: NodeJS.ProcessEnv) => {
  const smtpUrl = text(flags['smtp']) ?? env['GAVEL_SMTP']
  const from = text(flags['mail-from']) ?? env['GAVEL_MAIL_FROM']
  if ((smtpUrl === undefined) !== (from === undefined))
    throw new UsageError('mail needs both: --smtp (the server) and --mail-from (the sender)')
  const contentKeyFile = text(flags['content-key']) ?? env['GAVEL_CONTENT_KEY']
  return {
    ...(smtpUrl === undefined ? {} : { mail: { smtpUrl, from: from! } }),
    ...(contentKeyFile === undefined ? {} : { contentKeyFile }),
    privateHooks: flags['private-hooks'] === true || env['GAVEL_PRIVATE_HOOKS'] === '1',
  }
}

const streamsOf = (value: string | undefined): { readonly streamsPerAddress?: number } => {
  if (value === undefined) return {}
  const streams = Number(value)
  if (!Number.isInteger(streams) || streams < 1 || streams > 1_000_000)
    throw new UsageError(`--streams-per-address ${value.slice(0, 40)}: a whole number from 1 to 1000000`)
  return { streamsPerAddress: streams }
}

/** What an operator says about who comes in, by flag or by environment. */
const accessIn = (flags: Call['flags'], env: NodeJS.ProcessEnv) => {
  const publicUrl = text(flags['public-url']) ?? env['GAVEL_PUBLIC_URL']
  const oidcFile = text(flags['oidc']) ?? env['GAVEL_OIDC']
  const trustProxy = text(flags['trust-proxy']) ?? env['GAVEL_TRUST_PROXY']
  return {
    ...idleOf(text(flags['idle-days'])),
    ...streamsOf(text(flags['streams-per-address']) ?? env['GAVEL_STREAMS_PER_ADDRESS']),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(oidcFile === undefined ? {} : { oidcFile }),
    ...(trustProxy === undefined ? {} : { trustProxy }),
  }
}

/** What an operator can mend is told in one line, with the exit code of a call that cannot be carried out. */
const started = async (options: RunOptions) => {
  try {
    return await runServer(options)
  } catch (error) {
    throw error instanceof CannotStart ? new UsageError(error.message) : error
  }
}

export const serve: Command = {
  name: 'serve',
  takes: '',
  summary: 'serve an organisation: API, live stream, log',
  details: `Opens the record in the data folder, or founds it there, and serves until it is stopped. The first start prints a
single-use link with which the secretariat signs in; "gavel invite" makes another. Settings can also come from the environment: GAVEL_DATA,
GAVEL_POSTGRES, GAVEL_PORT, GAVEL_HOST, GAVEL_ORGANISATION, GAVEL_PUBLIC_URL, GAVEL_OIDC, GAVEL_TRUST_PROXY, GAVEL_STREAMS_PER_ADDRESS,
GAVEL_SMTP, GAVEL_MAIL_FROM, GAVEL_PRIVATE_HOOKS, GAVEL_CONTENT_KEY.`,
  flags: {
    data: { type: 'string', value: 'FOLDER', says: 'where the record and its key are kept (./data)' },
    postgres: {
      type: 'string',
      value: 'URL',
      says: 'keep the record in PostgreSQL; the key stays in the data folder',
    },
    port: { type: 'string', value: 'N', says: 'where to listen (8080; 0: any free port)' },
    host: { type: 'string', value: 'H', says: 'on which address (127.0.0.1)' },
    'public-url': {
      type: 'string',
      value: 'URL',
      says: 'the address people reach it under, https://gavel.example.org (http://localhost and the port)',
    },
    'trust-proxy': {
      type: 'string',
      value: 'ADDRESSES',
      says: 'the proxies whose X-Forwarded-For is believed: loopback, 10.0.0.0/8, …',
    },
    oidc: {
      type: 'string',
      value: 'FILE',
      says: 'the providers by which ministries sign in (docs/operating.md)',
    },
    'idle-days': {
      type: 'string',
      value: 'N',
      says: 'end sign-ins nobody used for so many days (after thirty they end anyway)',
    },
    'streams-per-address': {
      type: 'string',
      value: 'N',
      says: 'how many live streams one address may hold open (64): more for a hall behind one address',
    },
    smtp: {
      type: 'string',
      value: 'URL',
      says: 'the mail server letters go through: smtp://user:password@host:587 (none are sent without)',
    },
    'mail-from': {
      type: 'string',
      value: 'SENDER',
      says: 'whom mail is from: "Secretariat <registry@org.example>"',
    },
    'private-hooks': {
      type: 'boolean',
      says: "let members' servers be at addresses that are not public, and without https",
    },
    'content-key': {
      type: 'string',
      value: 'FILE',
      says: 'the key confidential content is encrypted with (content.key in the data folder)',
    },
    organisation: { type: 'string', value: 'NAME', says: 'whose files found a new record (cica)' },
    organisations: { type: 'string', value: 'FOLDER', says: 'where those files are' },
    origin: { type: 'string', value: 'NAME', says: 'the name of the log, when its key is new' },
    demo: {
      type: 'boolean',
      says: 'on a new record, set up the demonstration: fictional, anybody may take any seat',
    },
    accept: {
      type: 'string',
      value: 'CLOSURE',
      says: 'accept what closed the record, once you know why (docs/operating.md)',
    },
    quiet: { type: 'boolean', says: 'log nothing but errors' },
  },
  arity: [0, 0],
  run: async ({ flags, out }) => {
    const { env } = process
    const postgresUrl = text(flags['postgres']) ?? env['GAVEL_POSTGRES']
    const organisationsDir = text(flags['organisations'])
    const origin = text(flags['origin'])
    const accept = text(flags['accept'])
    const access = accessIn(flags, env)
    const host = text(flags['host']) ?? env['GAVEL_HOST'] ?? '127.0.0.1'
    const running = await started({
      ...access,
      ...outgoingIn(flags, env),
      ...(accept === undefined ? {} : { accept }),
      dataDir: text(flags['data']) ?? env['GAVEL_DATA'] ?? './data',
      port: portOf(text(flags['port'])),
      host,
      organisation: text(flags['organisation']) ?? env['GAVEL_ORGANISATION'] ?? 'cica',
      demo: flags['demo'] === true,
      quiet: flags['quiet'] === true || out.json,
      ...(postgresUrl === undefined ? {} : { postgresUrl }),
      ...(organisationsDir === undefined ? {} : { organisationsDir }),
      ...(origin === undefined ? {} : { origin }),
    })
    const { url, ownerLink, demonstration, closure } = running
    if (closure !== null) out.fault(`The record is closed for acts (${closure.name}). ${closure.sentence}`)
    out.result(
      {
        url,
        demonstration,
        closure: closure?.name ?? null,
        ...(ownerLink === undefined ? {} : { ownerLink }),
      },
      () =>
        [
          `Gavel listens on ${url}`,
          ...missingAddress(host, access.publicUrl),
          ...(demonstration
            ? ['This record is a demonstration: anybody may take any seat (GET /api/demo/seats lists them).']
            : []),
          ...(ownerLink === undefined
            ? []
            : [`Sign in as the secretariat, once, within seven days: ${ownerLink}`]),
        ].join('\n'),
    )
    await running.stopped
    return exit.ok
  },
}
