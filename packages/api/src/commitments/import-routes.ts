import { createHash } from 'node:crypto'
import { limits } from '@gavel/contract'
import type { PersonId } from '@gavel/kernel'
import { BadMapping, type Mapping, mappingOf, readyMapping, readyMappings } from '@gavel/tables'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { personBehind } from '../access/caller.ts'
import { type Context, viewerBehind } from '../context.ts'
import { dear } from '../documents/answer.ts'
import { malformed, notFound, problemError } from '../http/problem.ts'
import { view } from '../views/reading.ts'
import { type ImportJobs, type ImportOrder, importJobs } from './jobs.ts'
import { requireImportable } from './rows.ts'

const closed = { additionalProperties: false } as const
const Short = Type.Optional(Type.String({ minLength: 1, maxLength: 80 }))

const Order = Type.Object(
  {
    /** The SHA-256 under which the file was put (`PUT /api/documents/{hash}`). */
    document: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    file: Type.String({ minLength: 1, maxLength: limits.line }),
    /** The name of a mapping that comes with Gavel, or a mapping as data. */
    mapping: Type.Union([Type.String({ maxLength: 40 }), Type.Object({})]),
    sheet: Short,
    encoding: Short,
    separator: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
  },
  closed,
)
type Asked = Static<typeof Order>

const Params = Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{32}$' }) })
interface One {
  Params: { id: string }
}

/** Only who may act as the secretariat now imports, and sees imports; to everybody else there are none. */
const secretaryBehind = (context: Context, request: FastifyRequest): PersonId => {
  const person = personBehind(request)
  if (!viewerBehind(context, request).capacities.some(({ kind }) => kind === 'secretariat')) throw notFound()
  return person
}

const mappingIn = ({ mapping }: Asked): Mapping => {
  try {
    const found = typeof mapping === 'string' ? readyMapping(mapping) : mappingOf(mapping)
    if (found === undefined)
      throw malformed([{ pointer: '/mapping', message: `is none of ${readyMappings().join(', ')}` }])
    requireImportable(found)
    return found
  } catch (error) {
    if (!(error instanceof BadMapping)) throw error
    throw malformed(error.faults.map(({ path, why }) => ({ pointer: `/mapping/${path}`, message: why })))
  }
}

/** The same file, mapping and person are the same import: to ask for it twice makes no second one. */
const idOf = (person: PersonId, { document, sheet, encoding, separator }: Asked, mapping: Mapping): string =>
  createHash('sha256')
    .update(JSON.stringify([person, document, mapping, sheet, encoding, separator]))
    .digest('hex')
    .slice(0, 32)

const orderFrom = (context: Context, person: PersonId, asked: Asked): ImportOrder => {
  const mapping = mappingIn(asked)
  const { document, file, sheet, encoding, separator } = asked
  return {
    id: idOf(person, asked, mapping),
    person,
    at: context.keeper.now(),
    document,
    file,
    mapping,
    ...(sheet === undefined ? {} : { sheet }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(separator === undefined ? {} : { separator }),
  }
}

/** How many refused rows stand in an answer; the CSV has all. */
const shownRows = 200

const standingOf = async (jobs: ImportJobs, id: string) => {
  const found = await jobs.find(id)
  if (found === undefined) throw notFound()
  const { order, ...standing } = found
  const refused = (jobs.refused(id) ?? []).slice(0, shownRows).map(({ cells: _, ...row }) => row)
  const { mapping, ...rest } = order
  return { ...rest, mapping: mapping.name, title: mapping.title, ...standing, refusedRows: refused }
}

const busy = () =>
  problemError(
    'unavailable',
    { detail: 'Another import is under way; begin this one when it is done.' },
    { 'retry-after': '10' },
  )

/** Her own import: only who uploaded a file works with it, for the acts stand in her name. */
const ownOrder = async (context: Context, jobs: ImportJobs, request: FastifyRequest<One>) => {
  const person = secretaryBehind(context, request)
  const found = await jobs.find(request.params.id)
  if (found === undefined || found.order.person !== person) throw notFound()
  return found.order
}

const documented = (operation: string, summary: string) => ({
  schema: { ...view('imports', operation, summary).schema, params: Params },
})

const installRuns = (app: FastifyInstance, context: Context, jobs: ImportJobs): void => {
  const begins = (path: string, operation: string, summary: string, dryRun: boolean): void => {
    app.post<One>(path, documented(operation, summary), async (request, reply) => {
      const order = await ownOrder(context, jobs, request)
      if (!jobs.begin(order, dryRun)) throw busy()
      return reply.code(202).send(await standingOf(jobs, order.id))
    })
  }
  const trying = 'Try an import again: every row decided, nothing recorded'
  const running = 'Record what an import holds; once, however often it is run'
  begins('/api/imports/:id/try', 'tryImport', trying, true)
  begins('/api/imports/:id/run', 'runImport', running, false)
  const stopping = documented('stopImport', 'Call an import off; what is recorded stays')
  app.post<One>('/api/imports/:id/stop', stopping, async (request, reply) => {
    const order = await ownOrder(context, jobs, request)
    jobs.stop(order.id)
    return reply.code(202).send(await standingOf(jobs, order.id))
  })
}

const installReading = (app: FastifyInstance, context: Context, jobs: ImportJobs): void => {
  const standing = documented('import', 'How an import stands, and why rows were refused')
  app.get<One>('/api/imports/:id', standing, async request => {
    secretaryBehind(context, request)
    return standingOf(jobs, request.params.id)
  })
  const refused = documented('refusedRows', 'The refused rows as CSV, to be mended and sent again')
  app.get<One>('/api/imports/:id/refused.csv', refused, async (request, reply) => {
    secretaryBehind(context, request)
    const csv = jobs.refusedCsv(request.params.id)
    if (csv === undefined) throw notFound()
    return reply
      .header('content-disposition', 'attachment; filename="refused.csv"')
      .type('text/csv; charset=utf-8')
      .send(csv)
  })
  const listed = view('imports', 'imports', 'Imports that were ordered, newest first')
  app.get('/api/imports', listed, async request => {
    secretaryBehind(context, request)
    const orders = (await jobs.list()).slice(0, 200)
    return { imports: orders.map(({ mapping, ...order }) => ({ ...order, mapping: mapping.name })) }
  })
  const ready = view('imports', 'mappings', 'Mappings that come with Gavel')
  app.get('/api/imports/mappings', ready, async request => {
    secretaryBehind(context, request)
    const mappings = readyMappings().map(name => readyMapping(name)!)
    return { mappings: mappings.map(mapping => ({ name: mapping.name, title: mapping.title, mapping })) }
  })
}

/**
 * Tables brought in by the secretariat: the file is put as a document first, an import of it is ordered with its
 * mapping and tried at once, and then run. `POST /api/imports`, `…/{id}/try`, `…/{id}/run`, `…/{id}/stop`,
 * `GET /api/imports`, `…/{id}`, `…/{id}/refused.csv`, `…/mappings`.
 */
export const installTableImports = (app: FastifyInstance, context: Context, perMinute: number): void => {
  const jobs = importJobs(context.keeper, context.rows, (what, error) => app.log.error({ err: error }, what))
  app.addHook('onClose', jobs.close)

  app.post<{ Body: Asked }>(
    '/api/imports',
    {
      config: dear(perMinute),
      schema: {
        ...view('imports', 'orderImport', 'Order an import of a table that was put as a document, and try it')
          .schema,
        body: Order,
      },
    },
    async (request, reply) => {
      const person = secretaryBehind(context, request)
      const order = orderFrom(context, person, request.body)
      const uploaded = await context.rows.row('document', `${order.document}/${person}`)
      if (uploaded === undefined) throw malformed([{ pointer: '/document', message: 'was not put by you' }])
      await jobs.order(order)
      if (!jobs.begin(order, true)) throw busy()
      return reply
        .code(202)
        .header('location', `/api/imports/${order.id}`)
        .send(await standingOf(jobs, order.id))
    },
  )
  installReading(app, context, jobs)
  installRuns(app, context, jobs)
}
