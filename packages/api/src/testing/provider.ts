import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import Provider from 'oidc-provider'

const listen = async (host: string) => {
  let answer: RequestListener = (_request, response) => response.writeHead(503).end()
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>(done => server.listen(0, host, done))
  const issuer = `http://${host}:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    answerBy: (listener: RequestListener) => {
      answer = listener
    },
    close: () =>
      new Promise<void>(done => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

/** What the ministry knows of somebody. */
export interface Known {
  readonly sub: string
  readonly email?: string
  readonly isVerified?: boolean
  readonly person?: string
}

/**
 * A real provider (oidc-provider) on loopback, at whose door whoever comes is `who()` without being asked for a
 * password; null declines.
 */
export const realProvider = async (who: () => Known | null) => {
  const place = await listen('127.0.0.1')
  const client = { id: 'gavel', secret: 'a secret of the test, long enough' }
  const known = new Map<string, Known>()
  const start = (callbacks: readonly string[], home: string): void => {
    const provider = new Provider(place.issuer, {
      clients: [
        {
          client_id: client.id,
          client_secret: client.secret,
          redirect_uris: [...callbacks],
          post_logout_redirect_uris: [home],
        },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], gavel: ['person'] },
      scopes: ['openid', 'email', 'gavel'],
      pkce: { required: () => true },
      ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
      cookies: { keys: ['a key of the test'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context, { uid }) => `/door/${uid}` },
      findAccount: (_context, sub) => ({
        accountId: sub,
        claims: () => {
          const { email, isVerified = false, person } = known.get(sub) ?? { sub }
          return {
            sub,
            ...(email === undefined ? {} : { email, email_verified: isVerified }),
            ...(person === undefined ? {} : { person }),
          }
        },
      }),
      loadExistingGrant: async context => {
        const grant = new context.oidc.provider.Grant({
          clientId: context.oidc.client!.clientId,
          accountId: context.oidc.session!.accountId!,
        })
        grant.addOIDCScope('openid email gavel')
        await grant.save()
        return grant
      },
    })
    const ask = provider.callback()
    const door = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const person = who()
      if (person === null) return provider.interactionFinished(request, response, { error: 'access_denied' })
      known.set(person.sub, person)
      return provider.interactionFinished(request, response, { login: { accountId: person.sub } })
    }
    place.answerBy((request, response) =>
      request.url?.startsWith('/door/') === true ? void door(request, response) : void ask(request, response),
    )
  }
  return { ...place, client, start }
}

/** What a hostile or broken provider answers with. */
export interface Lies {
  /** What its ID token says besides `aud`, `iat` and `exp`. */
  readonly claims: JWTPayload
  /** Signs with a key it did not publish. */
  readonly isForged?: boolean
  readonly unsigned?: boolean
}

/** A provider that says what it is told to say. */
export const lyingProvider = async () => {
  const place = await listen('127.0.0.1')
  const [own, other] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')]
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'k', alg: 'RS256', use: 'sig' }
  const { issuer } = place
  let lies: Lies = { claims: {} }
  let asked = 0
  const documents: Readonly<Record<string, object>> = {
    '/.well-known/openid-configuration': {
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    },
    '/jwks': { keys: [jwk] },
  }
  const idToken = async (): Promise<string> => {
    const now = Math.floor(Date.now() / 1_000)
    const payload = { iss: issuer, aud: 'gavel', iat: now, exp: now + 300, ...lies.claims }
    if (lies.unsigned === true) {
      const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
      return `${part({ alg: 'none' })}.${part(payload)}.`
    }
    const key = lies.isForged === true ? other.privateKey : own.privateKey
    return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(key)
  }
  place.answerBy((request, response) => {
    const path = new URL(request.url ?? '/', issuer).pathname
    const send = (value: object): void =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (path !== '/token') return send(documents[path] ?? {})
    asked++
    idToken().then(token => send({ access_token: 'x', token_type: 'bearer', id_token: token }))
  })
  return {
    ...place,
    says: (next: Lies) => {
      lies = next
    },
    /** How often it was asked to redeem a code. */
    asked: () => asked,
  }
}
