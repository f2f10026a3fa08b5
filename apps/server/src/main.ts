import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { startServer } from './start.ts'

const help = `Serves Gavel.

  --data DIR            where the record and its key are kept (./data, or GAVEL_DATA)
  --postgres URL        keep the record in PostgreSQL instead (GAVEL_POSTGRES)
  --port N, --host H    where to listen (8080 on 127.0.0.1; GAVEL_PORT, GAVEL_HOST)
  --organisation NAME   whose files found a new record (cica; GAVEL_ORGANISATION)
  --organisations DIR   where those files are
  --origin NAME         the name of the log, when its key is new
  --no-demo             no demonstration on a new record, no seats on an old one
  --quiet               log nothing but errors
  --help                this
`

const readOptions = () =>
  parseArgs({
    allowNegative: true,
    options: {
      data: { type: 'string', default: process.env['GAVEL_DATA'] ?? './data' },
      postgres: { type: 'string', default: process.env['GAVEL_POSTGRES'] ?? '' },
      port: { type: 'string', default: process.env['GAVEL_PORT'] ?? '8080' },
      host: { type: 'string', default: process.env['GAVEL_HOST'] ?? '127.0.0.1' },
      organisation: { type: 'string', default: process.env['GAVEL_ORGANISATION'] ?? 'cica' },
      organisations: { type: 'string' },
      origin: { type: 'string' },
      demo: { type: 'boolean', default: true },
      quiet: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }).values

const run = async (): Promise<void> => {
  const given = readOptions()
  if (given.help) return void process.stdout.write(help)
  const port = Number(given.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`not a port: ${given.port}`)
  const server = await startServer({
    dataDir: given.data,
    ...(given.postgres === '' ? {} : { postgresUrl: given.postgres }),
    port,
    host: given.host,
    organisation: given.organisation,
    ...(given.organisations === undefined ? {} : { organisationsDir: given.organisations }),
    ...(given.origin === undefined ? {} : { origin: given.origin }),
    demo: given.demo,
    logger: pino({ level: given.quiet ? 'error' : 'info', base: null }),
  })
  const lines = [`Gavel listens on ${server.url}`]
  if (server.demonstration)
    lines.push('This record is a demonstration: anybody may take any seat (POST /api/demo/seat).')
  if (server.ownerLink !== undefined)
    lines.push(`Sign in as the secretariat, once, within seven days: ${server.ownerLink}`)
  process.stdout.write(`${lines.join('\n')}\n`)
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

run().catch((error: unknown) => {
  process.stderr.write(`gavel: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
