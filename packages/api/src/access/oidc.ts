import type { DomainState } from '@gavel/domain'
import { capacityName } from '@gavel/domain'
import { type Instant, minuteMs, type PersonId } from '@gavel/kernel'
import type { Configuration, IDToken } from 'openid-client'
import { capacitiesOf } from './invite.ts'
import type { Sealing } from './seal.ts'
import type { Site } from './site.ts'
import type { Ways } from './ways.ts'

/** A provider of sign-ins the operator trusts, and for whom. */
export interface OidcProvider {
  /** In addresses: small letters, digits and hyphens. */
  readonly id: string
  readonly label: { readonly en: string; readonly ru?: string; readonly ar?: string }
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret?: string
  readonly scope: string
  /** The member whose ministry it is: it vouches for this member's delegates alone. Without one, for everybody. */
  readonly member?: string
  /** Who is who without an invitation: a claim's value is a person, or `map` says which. */
  readonly persons?: { readonly claim: string; readonly map?: Readonly<Record<string, string>> }
}

/** What a browser carries to the provider and back, sealed. */
interface Flow {
  readonly provider: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly returnTo: string
  /** Whose account is to be linked; absent when somebody signs in. */
  readonly link?: { readonly person: PersonId; readonly signIn: string }
}

export const flowMs = 10 * minuteMs
const answerMs = 10_000
/** How long what a provider says of itself is believed. */
const discoveredMs = 60 * minuteMs

/** Loaded when a ministry is first used. */
const library = () => import('openid-client')

export const isLoopback = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]')

/** Configurations by provider, discovered when first asked for and again after an hour or a failure. */
const discovering = () => {
  const known = new Map<string, { readonly at: number; readonly found: Promise<Configuration> }>()
  const discover = async (provider: OidcProvider): Promise<Configuration> => {
    const { allowInsecureRequests, ClientSecretBasic, discovery, enableNonRepudiationChecks, None } =
      await library()
    const { issuer, clientId, clientSecret } = provider
    const server = new URL(issuer)
    const config = await discovery(
      server,
      clientId,
      {},
      clientSecret === undefined ? None() : ClientSecretBasic(clientSecret),
      {
        timeout: answerMs / 1_000,
        // Its signature is checked although the token comes straight from the provider.
        execute: [enableNonRepudiationChecks, ...(isLoopback(server) ? [allowInsecureRequests] : [])],
      },
    )
    if (config.serverMetadata().issuer !== issuer)
      throw new Error('the provider calls itself by another name')
    return config
  }
  return (provider: OidcProvider): Promise<Configuration> => {
    const last = known.get(provider.id)
    if (last !== undefined && Date.now() - last.at < discoveredMs) return last.found
    const found = discover(provider)
    known.set(provider.id, { at: Date.now(), found })
    found.catch(() => known.delete(provider.id))
    return found
  }
}

/** Why nobody came in. */
export type OidcFault =
  | 'unreachable'
  | 'elsewhere'
  | 'declined'
  | 'invalid'
  | 'nobody'
  | 'not-theirs'
  | 'taken'

/** Who came back from a provider. */
export interface Vouched {
  readonly issuer: string
  readonly sub: string
  /** By what she may recognise the account: her address or name there. */
  readonly shown: string | null
  /** The value of the claim by which the operator maps persons; undefined when there is none to trust. */
  readonly mapped: string | undefined
}

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 300 ? value : undefined

type Claims = Readonly<Record<string, unknown>>

/** A claim as far as it may be trusted: an address only when the provider has verified it. */
const trusted = (claims: Claims, claim: string): string | undefined => {
  const value = word(claims[claim])
  if (claim !== 'email') return value
  return claims['email_verified'] === true ? value?.toLowerCase() : undefined
}

/** Whether a provider may vouch for a person: she is accredited, and by a member's own for that member alone. */
export const mayVouch = ({ member }: OidcProvider, state: DomainState, person: PersonId): boolean => {
  const theirs = capacitiesOf(state, person)
  return (
    theirs.length > 0 &&
    (member === undefined || theirs.every(each => capacityName(each) === `delegate:${member}`))
  )
}

export interface OidcParts {
  readonly providers: readonly OidcProvider[]
  readonly site: () => Site
  readonly sealing: Sealing
  readonly ways: Ways
  readonly now: () => Instant
}

/**
 * Sign-in by a ministry's own accounts: authorization code with PKCE, state and nonce (OpenID Connect Core 1.0). What
 * has to be remembered meanwhile is sealed in a cookie of this browser, so that nobody finishes what another began.
 */
export const oidcSignIn = ({ providers, site, sealing, ways }: OidcParts) => {
  const configOf = discovering()
  const callback = (id: string): string => `${site().origin}/api/sign-in/oidc/${id}/callback`

  return {
    providers,
    find: (id: string): OidcProvider | undefined => providers.find(provider => provider.id === id),

    /** Where the browser is sent, and the sealed value it brings back. */
    async begin(provider: OidcProvider, returnTo: string, link?: Flow['link']) {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge, ...make } = await library()
      const config = await configOf(provider).catch(() => undefined)
      if (config === undefined) return 'unreachable'
      const [state, nonce, verifier] = [make.randomState(), make.randomNonce(), make.randomPKCECodeVerifier()]
      const url = buildAuthorizationUrl(config, {
        redirect_uri: callback(provider.id),
        scope: provider.scope,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      const flow: Flow = {
        provider: provider.id,
        state,
        nonce,
        verifier,
        returnTo,
        ...(link === undefined ? {} : { link }),
      }
      return { url: url.href, sealed: sealing.seal('oidc', flow, flowMs) }
    },

    /** The flow a browser brings back, if this provider's and not used before. */
    async resume(provider: OidcProvider, sealed: string | undefined): Promise<Flow | undefined> {
      const flow = sealed === undefined ? undefined : (sealing.open('oidc', sealed) as Flow | undefined)
      if (flow?.provider !== provider.id || !(await sealing.spend(sealed!, flowMs))) return undefined
      return flow
    },

    /** Whom the provider vouches for; `query` is what it sent the browser back with, `?code=…`. */
    async vouched(provider: OidcProvider, flow: Flow, query: string): Promise<Vouched | OidcFault> {
      const config = await configOf(provider).catch(() => undefined)
      return config === undefined
        ? 'unreachable'
        : vouchedBy(config, provider, flow, new URL(`${callback(provider.id)}${query}`))
    },

    /** The person behind an account: who linked it, or else whom the operator's map names. */
    async personBehind(provider: OidcProvider, { issuer, sub, mapped }: Vouched) {
      const linked = await ways.personWith(issuer, sub)
      if (linked !== undefined || mapped === undefined) return linked
      const { map } = provider.persons ?? {}
      if (map === undefined) return mapped as PersonId
      return Object.hasOwn(map, mapped) ? (map[mapped] as PersonId) : undefined
    },

    /** Where a browser goes to end the sign-in at the provider too; null where the provider has no such place. */
    async endAt(providerId: string): Promise<string | null> {
      const provider = providers.find(({ id }) => id === providerId)
      const config = provider && (await configOf(provider).catch(() => undefined))
      if (config?.serverMetadata().end_session_endpoint === undefined) return null
      const { buildEndSessionUrl } = await library()
      return buildEndSessionUrl(config, { post_logout_redirect_uri: `${site().origin}/` }).href
    },
  }
}

export type OidcSignIn = ReturnType<typeof oidcSignIn>

const vouchedBy = async (
  config: Configuration,
  provider: OidcProvider,
  flow: Flow,
  url: URL,
): Promise<Vouched | OidcFault> => {
  const { authorizationCodeGrant, AuthorizationResponseError, fetchUserInfo } = await library()
  try {
    const tokens = await authorizationCodeGrant(config, url, {
      pkceCodeVerifier: flow.verifier,
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      idTokenExpected: true,
    })
    const own: IDToken = tokens.claims()!
    const { claim } = provider.persons ?? {}
    // Many providers tell addresses and names only when asked with the token they gave.
    const isMissing = claim !== undefined && own[claim] === undefined
    const told =
      isMissing && config.serverMetadata().userinfo_endpoint !== undefined
        ? await fetchUserInfo(config, tokens.access_token, own.sub)
        : {}
    const claims: Claims = { ...told, ...own }
    return {
      issuer: own.iss,
      sub: own.sub,
      shown: word(claims['email']) ?? word(claims['preferred_username']) ?? word(claims['name']) ?? null,
      mapped: claim === undefined ? undefined : trusted(claims, claim),
    }
  } catch (error) {
    if (error instanceof AuthorizationResponseError && error.error === 'access_denied') return 'declined'
    return (error as { code?: string }).code === 'OAUTH_TIMEOUT' ? 'unreachable' : 'invalid'
  }
}
