import type { ProblemShape } from '@gavel/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { chooseType } from './accept.ts'
import { problemMediaType } from './problem.ts'

/** A problem as a page for people. */
export type ProblemPage = (problem: ProblemShape, request: FastifyRequest) => Promise<string>

/** Whether somebody asks with a browser: it names HTML before anything a program would want. Programs say `*` or JSON. */
export const wantsPage = ({ headers }: FastifyRequest): boolean =>
  chooseType(headers.accept, ['application/problem+json', 'application/json', 'text/html']) === 'text/html'

const isProblem = (reply: FastifyReply): boolean => reply.getHeader('content-type') === problemMediaType

/**
 * Problems are answered as pages where a browser asks for one, with the same status; to everybody else as data. A
 * page that cannot be written leaves the data as it is.
 */
export const installProblemPages = (app: FastifyInstance, pageOf: ProblemPage): void => {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || !isProblem(reply) || !wantsPage(request)) return payload
    try {
      const page = await pageOf(JSON.parse(payload) as ProblemShape, request)
      reply.header('content-type', 'text/html; charset=utf-8').header('vary', 'Accept')
      return page
    } catch (error) {
      request.log.error({ err: error }, 'no page for a problem')
      return payload
    }
  })
}
