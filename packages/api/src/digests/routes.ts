import { DigestCodeMessage, DigestMessage } from '@gavel/contract'
import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { selfBehind } from '../access/caller.ts'
import { documented } from '../access/documented.ts'
import { slowly } from '../access/limits.ts'
import type { Context } from '../context.ts'
import { problemError } from '../http/problem.ts'
import type { Subscription } from './subscription.ts'
import { digestWords } from './words.ts'

/** A subscription as its owner sees it: without the code. */
const shown = ({ code, ...rest }: Subscription) => ({ ...rest, awaitsCode: code !== null })

/** A person's letters: whether, where, how often. Hers alone, and only to an address she has proved to be hers. */
export const installDigests = (app: FastifyInstance, context: Context, perMinute: number): void => {
  const { digests, mailer, keeper } = context
  app.get('/api/digest', documented('digest', 'The letters I am reminded by'), async request => {
    const found = await digests.of(selfBehind(request).person)
    return { available: mailer !== undefined, digest: found === undefined ? null : shown(found) }
  })
  app.put<{ Body: Static<typeof DigestMessage> }>(
    '/api/digest',
    {
      config: slowly(perMinute),
      ...documented('askDigest', 'Ask to be reminded by letters to an address', DigestMessage),
    },
    async request => {
      const { person } = selfBehind(request)
      if (mailer === undefined)
        throw problemError('unprocessable', { detail: 'No mail server is configured here.' })
      context.takeTurn(person)
      const { code } = await digests.ask(person, request.body)
      const words = digestWords(request.body.language)
      const shortName = keeper.state().institution.organisation?.shortName ?? 'Gavel'
      if (code !== null) {
        const { outcome } = await mailer.send({
          to: request.body.address,
          language: request.body.language,
          subject: `${shortName}: ${words.confirmSubject}`,
          paragraphs: [words.confirm(code), words.ignore],
          reference: `digest-code-${person}-${keeper.now()}`,
        })
        if (outcome !== 'accepted')
          throw problemError('unprocessable', { detail: 'The mail server did not take the letter.' })
      }
      return { available: true, digest: shown((await digests.of(person))!) }
    },
  )
  app.post<{ Body: Static<typeof DigestCodeMessage> }>(
    '/api/digest/confirm',
    {
      config: slowly(perMinute),
      ...documented('confirmDigest', 'Prove that the address is mine', DigestCodeMessage),
    },
    async request => {
      const { person } = selfBehind(request)
      context.takeTurn(person)
      if (!(await digests.confirm(person, request.body.code)))
        throw problemError('unprocessable', {
          detail: 'The code is not the one that was sent, is too old, or was tried too often.',
        })
      return { available: mailer !== undefined, digest: shown((await digests.of(person))!) }
    },
  )
  app.delete(
    '/api/digest',
    documented('endDigest', 'Be reminded by letters no more'),
    async (request, reply) => {
      await digests.end(selfBehind(request).person)
      return reply.code(204).send()
    },
  )
}
