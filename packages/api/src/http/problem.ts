import { type FaultShape, type ProblemName, type ProblemShape, problems } from '@gavel/contract'
import type { FastifyReply } from 'fastify'

export const problemMediaType = 'application/problem+json; charset=utf-8'

/** An answer that ends a request early, carried as an error through whatever called. */
export class ProblemError extends Error {
  readonly problem: ProblemShape
  readonly headers: Readonly<Record<string, string>>

  constructor(problem: ProblemShape, headers: Readonly<Record<string, string>> = {}) {
    super(problem.title)
    this.name = 'ProblemError'
    this.problem = problem
    this.headers = headers
  }
}

interface More {
  readonly detail?: string
  readonly faults?: readonly FaultShape[]
}

/** The problem of that name, with its sentence and status. */
export const problemOf = (name: ProblemName, more: More = {}): ProblemShape => ({
  type: `/problems/${name}`,
  title: problems[name].title,
  status: problems[name].status,
  ...(more.detail === undefined ? {} : { detail: more.detail }),
  ...(more.faults === undefined ? {} : { faults: [...more.faults] }),
})

export const problemError = (
  name: ProblemName,
  more: More = {},
  headers: Readonly<Record<string, string>> = {},
): ProblemError => new ProblemError(problemOf(name, more), headers)

/** The one answer for what does not exist and for what the caller may not read: nobody learns which it was. */
export const notFound = (): ProblemError => problemError('not-found')

export const malformed = (faults: readonly FaultShape[]): ProblemError =>
  problemError('malformed', { faults })

/** Sends problem details. `instance` is the address of the request without its query. */
export const sendProblem = (reply: FastifyReply, problem: ProblemShape): FastifyReply => {
  const path = reply.request.url.split('?', 1)[0]!.slice(0, 500)
  return (
    reply
      .code(problem.status)
      .header('content-type', problemMediaType)
      .header('cache-control', 'no-store')
      // Said here too: an address that could not even be read never meets the hooks that say it otherwise.
      .header('x-content-type-options', 'nosniff')
      .send(JSON.stringify({ ...problem, ...(problem.status === 404 ? {} : { instance: path }) }))
  )
}
