import {
  type AnalysisTable,
  type Asked,
  type Asking,
  analysisTable,
  analysisTables,
} from '@gavel/application'
import { AnalysisQuery, type AnalysisQueryShape } from '@gavel/contract'
import { has, values } from '@gavel/kernel'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { seenBy } from '../access/viewer.ts'
import { type Context, viewerBehind } from '../context.ts'
import { malformed, notFound } from '../http/problem.ts'
import { csvLine, csvType, streamed } from './csv.ts'
import { view } from './reading.ts'

type InQuery = { readonly Querystring: AnalysisQueryShape }

/** Whoever asks, with what she may read looked at once for each audience. */
const askingOf = (context: Context, request: FastifyRequest): Asking => {
  const state = context.keeper.state()
  const now = context.keeper.now()
  return { state, now, sees: seenBy(viewerBehind(context, request), state, now) }
}

/** A question about somebody or something there is none of is no question: it is said which. The register is public. */
const askedOf = (query: AnalysisQueryShape, { state }: Asking): Asked => {
  const { by, ...asked } = query
  const { parties, areas } = state.institution
  const faults = [
    ...(asked.member !== undefined && !has(parties, asked.member)
      ? [{ pointer: '#querystring/member', message: 'is nobody on the register' }]
      : []),
    ...(asked.area !== undefined && !has(areas, asked.area)
      ? [{ pointer: '#querystring/area', message: 'is no area on the register' }]
      : []),
    ...(asked.dimension !== undefined &&
    ![...values(areas)].some(({ dimension }) => dimension === asked.dimension)
      ? [{ pointer: '#querystring/dimension', message: 'is no dimension of an area on the register' }]
      : []),
    ...(asked.from !== undefined && asked.until !== undefined && asked.from > asked.until
      ? [{ pointer: '#querystring/until', message: 'lies before the first year asked for' }]
      : []),
  ]
  if (faults.length > 0) throw malformed(faults)
  return { ...asked, ...(by === undefined ? {} : { by: [...new Set(by.split(','))] }) }
}

const tableOf = (context: Context, asking: Asking, name: string, asked: Asked): AnalysisTable => {
  const table = analysisTable(name, context.keeper.views().analysis, asked, asking)
  if (table === undefined) throw notFound()
  return table
}

/** Along what the tables are kept apart when all are asked for at once. */
const together = ['member', 'year'] as const

/** A table as lines of CSV: the names of its columns first. */
const linesOf = function* ({ columns, rows }: AnalysisTable): Generator<string> {
  yield csvLine(columns.map(({ name }) => name))
  for (const row of rows) yield csvLine(row)
}

const documented = (operation: string, summary: string) => ({
  schema: { ...view('commitments', operation, summary).schema, querystring: AnalysisQuery },
})

/** The analysis: what the organisation can say of itself in sums, for each reader from what she may read (C-45). */
export const installAnalysis = (app: FastifyInstance, context: Context): void => {
  app.get<InQuery>(
    '/api/analysis',
    documented('analysis', 'All tables of the analysis; by member and year unless told'),
    request => {
      const asking = askingOf(context, request)
      const asked = { by: together, ...askedOf(request.query, asking) }
      return {
        now: asking.now,
        asked,
        tables: analysisTables.map(name => tableOf(context, asking, name, asked)),
      }
    },
  )
  app.get<InQuery & { Params: { table: string } }>(
    '/api/analysis/:table',
    documented('analysisTable', 'One table of the analysis, kept apart as finely as it can be unless told'),
    request => {
      const asking = askingOf(context, request)
      const asked = askedOf(request.query, asking)
      return { now: asking.now, asked, ...tableOf(context, asking, request.params.table, asked) }
    },
  )
  app.get<InQuery & { Params: { table: string } }>(
    '/api/analysis/:table.csv',
    documented('analysisFile', 'The same table as CSV'),
    (request, reply) => {
      const asking = askingOf(context, request)
      const asked = askedOf(request.query, asking)
      const { table } = request.params
      return reply
        .type(csvType)
        .header(
          'content-disposition',
          `attachment; filename="${analysisTables.includes(table) ? table : 'table'}.csv"`,
        )
        .send(streamed(linesOf(tableOf(context, asking, table, asked))))
    },
  )
}
