import type { FastifyReply } from 'fastify'
import { problemError } from '../http/problem.ts'
import type { FileOutcome } from '../ports.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Making and reading files is dear: so many a minute for each route and person. */
export const dear = (perMinute: number) => ({ rateLimit: { max: perMinute, timeWindow: 60_000 } })

/** What came of work on a file; the problem of one that was not done, with what, where and why. */
export const doneBy = <T>(outcome: FileOutcome<T>): T => {
  if (outcome.kind === 'done') return outcome.value
  if (outcome.kind === 'busy')
    throw problemError(
      'unavailable',
      { detail: 'Too many documents are being worked through; try again soon.' },
      { 'retry-after': '5' },
    )
  const { code, message, where } = outcome
  if (code === 'unavailable') throw problemError('not-acceptable', { detail: message })
  const name = code === 'notDocx' ? 'wrong-media-type' : code === 'tooLarge' ? 'too-large' : 'unprocessable'
  const pointer =
    where === undefined
      ? ''
      : `/${where.part}${where.paragraph === undefined ? '' : `#paragraph-${where.paragraph}`}`
  throw problemError(name, { detail: message, faults: [{ pointer, message: code }] })
}

/** Letters any file system takes; the rest becomes a dash. */
const fileName = (name: string): string =>
  name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^-+|-+$/g, '') || 'document'

/** Sends a file to be saved under a name, never shown in place. */
export const sendFile = (reply: FastifyReply, type: string, name: string, bytes: Uint8Array): FastifyReply =>
  reply
    .header('content-disposition', `attachment; filename="${fileName(name)}"`)
    .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
    .type(type)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
