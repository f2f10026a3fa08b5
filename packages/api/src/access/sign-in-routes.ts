import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { notFound } from '../http/problem.ts'
import type { Caller, SignInRow } from './accounts.ts'
import { callerBehind } from './caller.ts'
import { documented } from './documented.ts'
import { note } from './entering.ts'

/** Sign-ins somebody may see and end: her own; in a seat of the demonstration, where others sit too, only this one. */
const isHers =
  ({ way, signIn }: Caller) =>
  (row: SignInRow): boolean =>
    way !== 'demonstration' || row.id === signIn

const shown = ({ id, way, since, until, seen, device, network, by }: SignInRow, current: string) => ({
  id,
  way,
  since,
  until,
  seen,
  device: device ?? null,
  network: network ?? null,
  by: by ?? null,
  current: id === current,
})

/** One's own sign-ins: listed, revoked one by one or all others at once; and what happened to one's ways in. */
export const installSignIns = (app: FastifyInstance, context: Context): void => {
  const { accounts, trails } = context
  app.get('/api/sign-ins', documented('signIns', 'List my sign-ins'), async request => {
    const caller = callerBehind(request)
    const rows = (await accounts.list(caller.person)).filter(isHers(caller))
    const bySince = rows.toSorted((a, b) => (a.since < b.since ? 1 : -1))
    return { signIns: bySince.map(row => shown(row, caller.signIn)) }
  })

  app.delete<{ Params: { id: string } }>(
    '/api/sign-ins/:id',
    documented('revokeSignIn', 'Revoke one of my sign-ins'),
    async (request, reply) => {
      const caller = callerBehind(request)
      const { id } = request.params
      if (caller.way === 'demonstration' && id !== caller.signIn) throw notFound()
      if ((await accounts.revoke(caller.person, id)) === undefined) throw notFound()
      await note(context, request, caller.person, 'signInRevoked')
      return reply.code(204).send()
    },
  )

  app.post(
    '/api/sign-ins/revoke-others',
    documented('revokeOtherSignIns', 'Revoke all my sign-ins but this one'),
    async request => {
      const caller = callerBehind(request)
      const isOther = (row: SignInRow): boolean => row.id !== caller.signIn && isHers(caller)(row)
      const revoked = await accounts.revokeAll(caller.person, isOther)
      if (revoked > 0) await note(context, request, caller.person, 'othersRevoked')
      return { revoked }
    },
  )

  app.get(
    '/api/sign-ins/trail',
    documented('signInTrail', 'What happened to my ways in, the latest first'),
    async request => {
      const caller = callerBehind(request)
      return { trail: caller.way === 'demonstration' ? [] : await trails.of(caller.person) }
    },
  )
}
