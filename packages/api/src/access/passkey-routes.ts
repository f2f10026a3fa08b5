import {
  PasskeyMessage,
  PasskeyNameMessage,
  type PasskeyShape,
  PasskeySignInMessage,
  type PasskeySignInShape,
} from '@gavel/contract'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Context } from '../context.ts'
import { notFound, problemError } from '../http/problem.ts'
import { selfBehind } from './caller.ts'
import { documented } from './documented.ts'
import { canComeBack, enter, note, requireFresh, whence } from './entering.ts'
import { slowly } from './limits.ts'
import { type NotTaken, passkeyKey } from './passkeys.ts'
import { requireOwnSite } from './sign-in.ts'
import type { Site } from './site.ts'
import type { Passkey } from './ways.ts'
import { nameOf } from './who.ts'

const shown = (passkey: Passkey) => ({
  id: passkeyKey(passkey),
  name: passkey.name,
  since: passkey.since,
  used: passkey.used ?? null,
  transports: passkey.transports,
  synced: passkey.synced,
  copied: passkey.copied ?? null,
})

/** The relying party's id; without one no browser makes passkeys here, and the answer says what to mend. */
const rpIdOf = ({ rpId, origin }: Site): string => {
  if (rpId === null)
    throw problemError('unprocessable', {
      detail: `Passkeys need https and a host name, or localhost; this server is at ${origin}.`,
    })
  return rpId
}

const sentences: { readonly [why in NotTaken]: (site: Site) => string } = {
  refused: () => 'The passkey was not made for this sign-in, or too long ago; begin again.',
  origin: ({ origin }) => `The page that made the passkey is not at ${origin}, the address of this server.`,
  known: () => 'This passkey is registered already.',
  'too-many': () => 'There are twenty passkeys already; remove one first.',
}

/** Registering passkeys, looking after them, and signing in with one. */
export const installPasskeys = (app: FastifyInstance, context: Context, perMinute: number): void => {
  installRegistration(app, context, perMinute)
  installOwn(app, context)
  installPasskeySignIn(app, context, perMinute)
}

const installRegistration = (app: FastifyInstance, context: Context, perMinute: number): void => {
  const { passkeys, keeper, site, takeTurn } = context
  const config = slowly(perMinute)
  /** Who registers: signed in as herself, freshly, and not too often. */
  const registering = async (request: FastifyRequest) => {
    const caller = selfBehind(request)
    takeTurn(caller.person)
    await requireFresh(context, caller)
    return { person: caller.person, signIn: caller.signIn }
  }

  app.post(
    '/api/passkeys/registration-options',
    {
      config,
      ...documented('passkeyRegistrationOptions', 'What navigator.credentials.create is given'),
    },
    async request => {
      const who = await registering(request)
      const state = keeper.state()
      return passkeys.registrationOptions(who, rpIdOf(site()), {
        user: nameOf(state, who.person),
        organisation: state.institution.organisation?.shortName ?? 'Gavel',
      })
    },
  )

  app.post<{ Body: PasskeyShape }>(
    '/api/passkeys',
    { config, ...documented('addPasskey', 'Register a passkey', PasskeyMessage) },
    async (request, reply) => {
      const who = await registering(request)
      const { name, response } = request.body
      const added = await passkeys.register(
        who,
        rpIdOf(site()),
        name.trim(),
        response as RegistrationResponseJSON,
      )
      if (typeof added === 'string') throw problemError('unprocessable', { detail: sentences[added](site()) })
      await note(context, request, who.person, 'passkeyAdded', added.name)
      return reply.code(201).send(shown(added))
    },
  )
}

const Removal = Type.Object({ anyway: Type.Optional(Type.Literal('true')) }, { additionalProperties: false })

const installOwn = (app: FastifyInstance, context: Context): void => {
  const { ways, accounts } = context
  app.get('/api/passkeys', documented('passkeys', 'List my passkeys'), async request => {
    const own = await ways.read(selfBehind(request).person)
    return { passkeys: (own?.passkeys ?? []).map(shown), canComeBack: canComeBack(context, own) }
  })

  app.put<{ Params: { id: string }; Body: Static<typeof PasskeyNameMessage> }>(
    '/api/passkeys/:id/name',
    documented('renamePasskey', 'Rename one of my passkeys', PasskeyNameMessage),
    async request => {
      const { person } = selfBehind(request)
      const { id } = request.params
      const name = request.body.name.trim()
      const isIt = (each: Passkey): boolean => passkeyKey(each) === id
      const own = await ways.change<'none'>(person, before =>
        before.passkeys.some(isIt)
          ? { ...before, passkeys: before.passkeys.map(each => (isIt(each) ? { ...each, name } : each)) }
          : 'none',
      )
      if (own === 'none') throw notFound()
      await note(context, request, person, 'passkeyRenamed', name)
      return shown(own.passkeys.find(isIt)!)
    },
  )

  app.delete<{ Params: { id: string }; Querystring: { anyway?: 'true' } }>(
    '/api/passkeys/:id',
    {
      schema: {
        ...documented('removePasskey', 'Remove one of my passkeys, and end the sign-ins it opened').schema,
        querystring: Removal,
      },
    },
    async (request, reply) => {
      const caller = selfBehind(request)
      const { id } = request.params
      const anyway = request.query.anyway === 'true'
      let gone: Passkey | undefined
      const left = await ways.change<'none' | 'last'>(caller.person, before => {
        gone = before.passkeys.find(each => passkeyKey(each) === id)
        if (gone === undefined) return 'none'
        const after = { ...before, passkeys: before.passkeys.filter(each => each !== gone) }
        return canComeBack(context, after) || anyway || !canComeBack(context, before) ? after : 'last'
      })
      if (left === 'none') throw notFound()
      if (left === 'last')
        throw problemError('last-way-in', {
          detail:
            'Add another first. Or remove it with ?anyway=true: then only a new invitation lets you in.',
        })
      await accounts.revokeAll(caller.person, row => row.with === id && row.id !== caller.signIn)
      await note(context, request, caller.person, 'passkeyRemoved', gone!.name)
      return reply.code(204).send()
    },
  )
}

const installPasskeySignIn = (app: FastifyInstance, context: Context, perMinute: number): void => {
  const { passkeys, site } = context
  app.post(
    '/api/sign-in/passkey/options',
    {
      config: slowly(perMinute * 3),
      ...documented('passkeySignInOptions', 'What navigator.credentials.get is given'),
    },
    () => passkeys.signInOptions(rpIdOf(site())),
  )

  app.post<{ Body: PasskeySignInShape }>(
    '/api/sign-in/passkey',
    {
      config: slowly(perMinute),
      ...documented('signInWithPasskey', 'Sign in with a passkey', PasskeySignInMessage),
    },
    (request, reply) => {
      requireOwnSite(request, site())
      return comeIn(context, request, reply, request.body)
    },
  )
}

/** Every assertion that opens nothing is answered alike: nobody learns whose it might have been, or what was wrong. */
const comeIn = async (
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  { response, as = 'cookie' }: PasskeySignInShape,
) => {
  const { passkeys, site, takeTurn, accounts, trails } = context
  const shownBy = await passkeys.signIn(rpIdOf(site()), response as AuthenticationResponseJSON, takeTurn)
  if (shownBy.kind === 'refused') {
    request.log.info({ reason: shownBy.reason }, 'a passkey was refused')
    throw problemError('unauthenticated', { detail: 'This passkey opens nothing here.' })
  }
  const { person, passkey, kind } = shownBy
  const opened = passkeyKey(passkey)
  if (kind === 'copied') {
    await accounts.revokeAll(person, row => row.with === opened)
    await trails.add(person, { what: 'passkeyCopied', ...whence(request), name: passkey.name })
    throw problemError('unauthenticated', {
      detail:
        'This passkey has been copied, or its device counts wrongly: it opens nothing any more. Use another way.',
    })
  }
  return enter(context, request, reply, person, { way: 'passkey', with: opened }, as)
}
