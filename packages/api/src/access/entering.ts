import { minuteMs, msBetween, type PersonId } from '@gavel/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { problemError } from '../http/problem.ts'
import type { Caller, Opening } from './accounts.ts'
import { deviceOf, networkOf } from './device.ts'
import { keepSignIn } from './sign-in.ts'
import type { Happening } from './trail.ts'
import type { OwnWays } from './ways.ts'

/** The device and the network a request comes from, as far as they are kept. */
export const whence = (request: FastifyRequest) => ({
  device: deviceOf(request.headers['user-agent']),
  network: networkOf(request.ip),
})

/** Writes into a person's trail; seats of a demonstration have none, since anybody sits in them. */
export const note = async (
  { trails }: Context,
  request: FastifyRequest,
  person: PersonId,
  what: Happening,
  name?: string,
): Promise<void> => {
  if (request.caller?.way === 'demonstration') return
  await trails.add(person, { what, ...whence(request), ...(name === undefined ? {} : { name }) })
}

/**
 * Opens a sign-in for a person who has shown who she is, and hands it over as was asked. A sign-in this browser had
 * before ends: its cookie is replaced, and nobody could use it any more but who stole it.
 */
export const enter = async (
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  person: PersonId,
  opening: Omit<Opening, 'device' | 'network'>,
  how: 'cookie' | 'bearer',
): Promise<{ readonly person: PersonId; readonly token?: string }> => {
  const { accounts, trails, site } = context
  const from = whence(request)
  const before = request.caller
  const token = await accounts.signIn(person, { ...opening, ...from })
  const { way, by } = opening
  if (way !== 'demonstration')
    await trails.add(person, { what: 'signedIn', way, ...from, ...(by === undefined ? {} : { name: by }) })
  reply.header('cache-control', 'no-store')
  if (how === 'bearer') return { person, token }
  if (before?.via === 'cookie') await accounts.revoke(before.person, before.signIn)
  keepSignIn(reply, token, site())
  return { person }
}

/** Whether a person can come in by herself: by a passkey that was not copied, or an account of a provider we know. */
export const canComeBack = ({ oidc }: Context, ways: OwnWays | undefined): boolean =>
  ways !== undefined &&
  (ways.passkeys.some(({ copied }) => copied === undefined) ||
    ways.accounts.some(({ issuer }) => oidc.providers.some(provider => provider.issuer === issuer)))

export const freshMs = 30 * minuteMs

/**
 * A new way in is added only within half an hour of signing in, by whoever ever had one: a sign-in somebody found or
 * stole does not become a way in that lasts. The first passkey may be added at any time.
 */
export const requireFresh = async ({ ways, keeper }: Context, caller: Caller): Promise<void> => {
  if (msBetween(caller.since, keeper.now()) < freshMs) return
  if ((await ways.read(caller.person))?.everHad === true) throw problemError('sign-in-again')
}
