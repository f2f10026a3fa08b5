import type { ProblemName, ProblemShape } from '@gavel/contract'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError, problemOf, sendProblem } from './problem.ts'

/** The framework's own failures, by its code, in our words. */
const known: Readonly<Record<string, ProblemName>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed',
  FST_ERR_VALIDATION: 'malformed',
  FST_ERR_BAD_URL: 'malformed',
  FST_ERR_ASYNC_CONSTRAINT: 'malformed',
}

/** By status, for failures that come with nothing else. */
const byStatus: Readonly<Record<number, ProblemName>> = {
  400: 'malformed',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  406: 'not-acceptable',
  413: 'too-large',
  // An address longer than any that leads somewhere.
  414: 'not-found',
  415: 'wrong-media-type',
  429: 'too-many-requests',
  431: 'headers-too-large',
  503: 'unavailable',
}

const nameOf = (error: FastifyError): ProblemName =>
  known[error.code] ??
  byStatus[error.statusCode ?? 500] ??
  ((error.statusCode ?? 500) < 500 ? 'malformed' : 'internal')

/** Answers an error as problem details. What went wrong inside is logged and never sent. */
export const answerError = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
  if (error instanceof ProblemError) {
    reply.headers(error.headers)
    return sendProblem(reply, error.problem)
  }
  const problem: ProblemShape = problemOf(nameOf(error))
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed')
  return sendProblem(reply, problem)
}

/** Every way a request can end without a handler answers in the same form. */
export const installErrors = (app: FastifyInstance): void => {
  app.setErrorHandler(answerError)
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, problemOf('not-found')))
}

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Header Too Large',
}

/** What is written to a socket whose request could not even be parsed. */
export const unparsedAnswer = (code: string | undefined): string => {
  const status = code === 'HPE_HEADER_OVERFLOW' ? 431 : code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
  const body = JSON.stringify(problemOf(status === 431 ? 'headers-too-large' : 'malformed'))
  return (
    `HTTP/1.1 ${status} ${reasons[status]}\r\ncontent-type: application/problem+json; charset=utf-8\r\n` +
    `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`
  )
}
