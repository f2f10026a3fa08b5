import { decisions, texts } from '@gavel/domain'
import { type DecisionId, get, type InstrumentId, type TextId } from '@gavel/kernel'
import type { FastifyRequest, FastifySchema } from 'fastify'
import { canRead, type Viewer } from '../access/viewer.ts'
import { type Context, viewerBehind } from '../context.ts'
import { notFound } from '../http/problem.ts'

/** What a viewer may read: each lookup answers the thing, or the uniform 404 when it is not there or not for her. */
export const readingBy = (context: Pick<Context, 'keeper'>, viewer: Viewer) => {
  const state = context.keeper.state()
  const now = context.keeper.now()
  const readable = (audience: Parameters<typeof canRead>[1] | undefined): boolean =>
    audience !== undefined && canRead(viewer, audience, state, now)
  return {
    viewer,
    state,
    now,
    readable,
    text: (id: string): texts.Text => {
      const found = texts.textOf(state.texts, id as TextId)
      if (found === undefined || !readable(found.audience)) throw notFound()
      return found
    },
    decision: (id: string): decisions.Decision => {
      const found = get(state.decisions.decisions, id)
      if (found === undefined || !readable(decisions.audienceOfDecision(state, id as DecisionId)))
        throw notFound()
      return found
    },
    instrument: (id: string): decisions.Instrument => {
      const found = get(state.decisions.instruments, id)
      if (found === undefined || !readable(decisions.audienceOfInstrument(state, id as InstrumentId)))
        throw notFound()
      return found
    },
  }
}

export type Reading = ReturnType<typeof readingBy>

/** What the one behind a request may read. */
export const readingOf = (context: Context, request: FastifyRequest): Reading =>
  readingBy(context, viewerBehind(context, request))

/** The documentation of a view: its chapter, its name, its sentence. */
export const view = (
  chapter: string,
  operationId: string,
  summary: string,
): { readonly schema: FastifySchema } => ({
  schema: { tags: [chapter], operationId, summary },
})

/** A route that is no part of the API document: pages and files. */
export const hidden: { readonly schema: FastifySchema } = { schema: { hide: true } }
