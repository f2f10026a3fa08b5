import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { RoomTools } from '@gavel/api'
import { institution } from '@gavel/domain'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { startThread, type Thread } from '../work/thread.ts'
import { mediatorsTable, packages, releases, told } from './mediation.ts'
import { outlook, readers } from './outlook.ts'
import { outlooksFor, readingOf } from './reading.ts'

const closed = { additionalProperties: false }
const Short = Type.String({ maxLength: 80 })

interface Named {
  readonly Params: { readonly id: string }
}

const mountOutlook = (app: FastifyInstance, tools: RoomTools, thread: Thread): void => {
  app.get<{ readonly Querystring: { readonly body?: string; readonly votes?: 'true' } }>(
    '/api/foresight/outlook',
    {
      schema: {
        ...tools.documented(
          'foresightOutlook',
          'Whether consensus is within reach on the open texts of a body, and who would object',
        ).schema,
        querystring: Type.Object(
          { body: Type.Optional(Short), votes: Type.Optional(Type.Literal('true')) },
          closed,
        ),
      },
    },
    request => outlook(readingOf(tools, request), thread, request.query),
  )
  app.get(
    '/api/foresight/readers',
    tools.documented('foresightReaders', 'Who may read forecasts, where that was decided and since when'),
    request => readers(readingOf(tools, request)),
  )
  app.get<{ readonly Querystring: { readonly session?: string } }>(
    '/api/foresight/map',
    {
      schema: {
        ...tools.documented(
          'foresightMap',
          'Where members stand to each other by their recorded votes in the UN General Assembly',
        ).schema,
        querystring: Type.Object(
          { session: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,2}$' })) },
          closed,
        ),
      },
    },
    async request => {
      const reading = readingOf(tools, request)
      // F-8. Where a member stands is a forecast of a kind: for those who read forecasts.
      if (outlooksFor(reading).length === 0) throw tools.notFound()
      const members = institution.activeMembers(reading.house.institution, reading.now)
      const sessions = request.query.session === undefined ? mapSessions : [Number(request.query.session)]
      return { members, maps: await thread.ask<'map'>({ kind: 'map', members, sessions }), now: reading.now }
    },
  )
}

/** Sessions shown unless one is asked for: every fifth, to the last there is. */
const mapSessions: readonly number[] = [49, 54, 59, 64, 69, 74]

const mountText = (app: FastifyInstance, tools: RoomTools, thread: Thread): void => {
  app.get<Named>(
    '/api/foresight/texts/:id/table',
    tools.documented(
      'foresightTable',
      'How far each delegation can go with each option, for those who mediate on the text',
    ),
    request => mediatorsTable(readingOf(tools, request), request.params.id),
  )
  app.get<Named>(
    '/api/foresight/texts/:id/packages',
    tools.documented('foresightPackages', 'Packages that nobody refuses, and what one change would unlock'),
    request => packages(readingOf(tools, request), thread, request.params.id),
  )
  app.get<Named & { readonly Querystring: { readonly member?: string } }>(
    '/api/foresight/texts/:id/told',
    {
      schema: {
        ...tools.documented(
          'foresightTold',
          'What a delegation of the viewer told in confidence, and what it may tell of',
        ).schema,
        querystring: Type.Object({ member: Type.Optional(Short) }, closed),
      },
    },
    request => told(readingOf(tools, request), request.params.id, request.query.member),
  )
  app.get<Named>(
    '/api/foresight/texts/:id/releases',
    tools.documented('foresightReleases', 'Packages released to those who negotiate the text, newest first'),
    request => releases(readingOf(tools, request), request.params.id),
  )
}

/** The last backtest of the models on the shipped votes, as `gavel foresight backtest --json` printed it. */
const backtest = new URL('../../backtest.json', import.meta.url)

const mountBacktest = (app: FastifyInstance, tools: RoomTools): void => {
  app.get(
    '/api/foresight/backtest',
    tools.documented(
      'foresightBacktest',
      'How well the models forecast sessions they had not seen; open to all',
    ),
    () => {
      if (!existsSync(fileURLToPath(backtest))) throw tools.notFound()
      return JSON.parse(readFileSync(backtest, 'utf8'))
    },
  )
}

/** Everything that is read in the room. */
export const mount = (app: FastifyInstance, tools: RoomTools): void => {
  const thread = startThread()
  mountOutlook(app, tools, thread)
  mountText(app, tools, thread)
  mountBacktest(app, tools)
}
