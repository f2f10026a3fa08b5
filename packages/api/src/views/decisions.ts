import { decisions } from '@gavel/domain'
import { get, values } from '@gavel/kernel'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { history } from './history.ts'
import { type Reading, readingOf, view } from './reading.ts'
import { type RegisterQuery, registerQuery, searchRegister } from './register.ts'

const readableDecisions = ({ state, readable }: Reading): readonly decisions.Decision[] =>
  [...values(state.decisions.decisions)].filter(({ id }) => readable(decisions.audienceOfDecision(state, id)))

/**
 * A decision with what the clock says of it now. Who broke a silence is left out where the rules keep the name from
 * this reader.
 */
export const shownDecision = (decision: decisions.Decision, { state, now, readable }: Reading) => {
  const status = decisions.decisionStatus(decision, now)
  const namesBreaker = readable(decisions.audienceOfBreak(state, decision.id, now) ?? { kind: 'public' })
  const stated = { ...decision, status, statementsInForce: standing(decision) }
  if (namesBreaker || decision.course.stage !== 'silence') return stated
  const { silence } = decision.course
  const entries = silence.entries.map(entry =>
    entry.kind === 'broken' ? { kind: entry.kind, at: entry.at } : entry,
  )
  return {
    ...stated,
    course: { ...decision.course, silence: { ...silence, entries } },
    status: nameless(status),
  }
}

const standing = ({ statements }: decisions.Decision) =>
  statements.filter(({ withdrawnAt }) => withdrawnAt === undefined)

/** A status without the names of those who stood in the way, at any depth. */
const nameless = (status: decisions.DecisionStatus): object =>
  JSON.parse(
    JSON.stringify(status, (name, value: unknown) =>
      ['by', 'member', 'brokenBy', 'how', 'objectors'].includes(name) ? undefined : value,
    ),
  ) as object

const silences = (reading: Reading) =>
  readableDecisions(reading).flatMap(decision => {
    if (decision.course.stage !== 'silence') return []
    const { entries, timeZone, announcedAs } = decision.course.silence
    const status = decisions.silenceStatus(entries, reading.now)
    const clock = status.kind === 'running' ? { expiresAt: status.expiresAt } : {}
    return [
      {
        decision: decision.id,
        body: decision.body,
        title: decision.title,
        status: status.kind,
        ...clock,
        timeZone,
        announcedAs,
      },
    ]
  })

const installRegister = (app: FastifyInstance, context: Context): void => {
  app.get<{ Querystring: RegisterQuery }>(
    '/api/register',
    {
      schema: {
        ...view('decisions', 'register', 'The register of numbered decisions, searched and by pages').schema,
        querystring: registerQuery,
      },
    },
    request => {
      const { state, now, readable } = readingOf(context, request)
      return searchRegister(
        state,
        now,
        row => readable(decisions.audienceOfDecision(state, row.decision)),
        request.query,
      )
    },
  )
}

/** Views of the fourth chapter: the register, decisions, silence procedures with their clocks, instruments. */
export const installDecisions = (app: FastifyInstance, context: Context): void => {
  app.get('/api/decisions', view('decisions', 'decisions', 'Decisions with their status now'), request => {
    const reading = readingOf(context, request)
    return {
      decisions: readableDecisions(reading).map(decision => shownDecision(decision, reading)),
      now: reading.now,
    }
  })
  installRegister(app, context)
  app.get<{ Params: { id: string } }>(
    '/api/decisions/:id',
    view('decisions', 'decision', 'One decision, its status now, its statements'),
    request => {
      const reading = readingOf(context, request)
      return { ...shownDecision(reading.decision(request.params.id), reading), now: reading.now }
    },
  )
  app.get<{ Params: { id: string } }>(
    '/api/decisions/:id/history',
    view('decisions', 'decisionHistory', 'The entries that made a decision and its instrument what they are'),
    async request => {
      const reading = readingOf(context, request)
      const { id } = reading.decision(request.params.id)
      const instrument = get(reading.state.decisions.instrumentOf, id)
      const keys = [`decisions/${id}`, ...(instrument === undefined ? [] : [`instruments/${instrument}`])]
      return { history: await history(context, reading, ...keys), instrument: instrument ?? null }
    },
  )
  app.get('/api/silences', view('decisions', 'silences', 'Silence procedures with their clocks'), request => {
    const reading = readingOf(context, request)
    return { silences: silences(reading), now: reading.now }
  })
  app.get('/api/instruments', view('decisions', 'instruments', 'Instruments'), request => {
    const reading = readingOf(context, request)
    const list = [...values(reading.state.decisions.instruments)].filter(({ id }) =>
      reading.readable(decisions.audienceOfInstrument(reading.state, id)),
    )
    return { instruments: list.map(({ id, name, decision }) => ({ id, name, decision })) }
  })
  app.get<{ Params: { id: string }; Querystring: { on?: string } }>(
    '/api/instruments/:id',
    {
      schema: {
        ...view('decisions', 'instrument', "One instrument with the depositary's list, on a day").schema,
        querystring: Type.Object(
          { on: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })) },
          { additionalProperties: false },
        ),
      },
    },
    request => {
      const reading = readingOf(context, request)
      const instrument = reading.instrument(request.params.id)
      const day = request.query.on ?? reading.now.slice(0, 10)
      return { ...instrument, depositary: decisions.depositaryList(instrument, day) }
    },
  )
}
