import { type Instant, minuteMs, type PersonId } from '@gavel/kernel'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Sealing } from './seal.ts'
import type { Site } from './site.ts'
import { digest } from './vault.ts'
import type { OwnWays, Passkey, Ways } from './ways.ts'

/** The library brings a reader of certificates with it: a start does without. */
const library = () => import('@simplewebauthn/server')

const challengeMs = 5 * minuteMs
const mostPasskeys = 20
/** EdDSA, ES256 and RS256, as COSE numbers them: what every authenticator has one of. */
const algorithms = [-8, -7, -257]

/** Why a passkey was not taken. */
export type NotTaken = 'refused' | 'origin' | 'known' | 'too-many'

/** A passkey's name in addresses: a hash of its credential id, which may be a thousand signs long. */
export const passkeyKey = ({ id }: Pick<Passkey, 'id'>): string => digest(id).slice(0, 32)

interface ForRegistration {
  readonly person: PersonId
  readonly signIn: string
}

/** What happens when a page shows a passkey that was made elsewhere, in one word for the operator's log. */
const reasonOf = (error: unknown): string => {
  const { message = '' } = error as Error
  return (
    ['challenge', 'origin', 'RP ID', 'verification', 'counter'].find(word => message.includes(word)) ?? 'form'
  )
}

/** A page inside another site's frame has no business with our passkeys, whoever the outer site is. */
const isFramed = (clientDataJSON: string): boolean => {
  try {
    const { crossOrigin } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as {
      readonly crossOrigin?: unknown
    }
    return crossOrigin === true
  } catch {
    return true
  }
}

export interface PasskeyParts {
  readonly site: () => Site
  readonly sealing: Sealing
  readonly ways: Ways
  readonly now: () => Instant
}

/**
 * Registering passkeys and signing in with them (WebAuthn level 3). A challenge is a sealed value: it cannot be made
 * elsewhere, runs out after five minutes and is used once. User verification is required, and the passkey has to be
 * discoverable: nobody types a name, so nobody learns whether there is such a person.
 */
export const passkeys = ({ site, sealing, ways, now }: PasskeyParts) => ({
  ...registering({ site, sealing, ways, now }),
  ...signingIn({ site, sealing, ways, now }),
})

export type Passkeys = ReturnType<typeof passkeys>

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, 'base64url'))

const registering = ({ site, sealing, ways, now }: PasskeyParts) => ({
  /** What `navigator.credentials.create` is given, for the person as she is signed in here. */
  async registrationOptions(
    who: ForRegistration,
    rpId: string,
    names: { user: string; organisation: string },
  ) {
    const { generateRegistrationOptions } = await library()
    const own = await ways.of(who.person)
    return generateRegistrationOptions({
      rpName: names.organisation,
      rpID: rpId,
      userID: bytesOf(own.handle),
      userName: names.user,
      userDisplayName: names.user,
      challenge: bytesOf(sealing.seal('passkey-registration', who, challengeMs)),
      timeout: challengeMs,
      attestationType: 'none',
      excludeCredentials: own.passkeys.map(({ id, transports }) => ({ id, transports: [...transports] })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: algorithms,
    })
  },

  /** Takes a new passkey into the person's ways in. */
  async register(
    who: ForRegistration,
    rpId: string,
    name: string,
    response: RegistrationResponseJSON,
  ): Promise<Passkey | NotTaken> {
    const made = await madeBy(response, rpId, site().origin, challenge => {
      const opened = sealing.open('passkey-registration', challenge) as ForRegistration | undefined
      return opened?.person === who.person && opened.signIn === who.signIn
    })
    if (typeof made === 'string') return made
    if (!(await sealing.spend(made.challenge, challengeMs))) return 'refused'
    const passkey: Passkey = { ...made.passkey, name, since: now() }
    const result = await ways.change<NotTaken>(who.person, own => {
      if (own.passkeys.some(({ id }) => id === passkey.id)) return 'known'
      if (own.passkeys.length >= mostPasskeys) return 'too-many'
      return { ...own, everHad: true, passkeys: [...own.passkeys, passkey] }
    })
    return typeof result === 'string' ? result : passkey
  },
})

/** The passkey an authenticator made, if it was made for us, here and now. */
const madeBy = async (
  response: RegistrationResponseJSON,
  rpId: string,
  origin: string,
  isOurs: (challenge: string) => boolean,
) => {
  const { verifyRegistrationResponse } = await library()
  if (isFramed(response.response.clientDataJSON)) return 'refused'
  let challenge = ''
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: given => {
        challenge = given
        return isOurs(given)
      },
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    })
    if (!verified) return 'refused'
    const { credential, credentialDeviceType, credentialBackedUp } = registrationInfo
    return {
      challenge,
      passkey: {
        id: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports: credential.transports ?? [],
        synced: { may: credentialDeviceType === 'multiDevice', is: credentialBackedUp },
      },
    }
  } catch (error) {
    return reasonOf(error) === 'origin' ? 'origin' : 'refused'
  }
}

/** What an assertion that is genuine says of its authenticator. */
interface Shown {
  readonly counter: number
  readonly may: boolean
  readonly is: boolean
}

/** The ways after a genuine assertion: used now, or marked as copied when its counter did not go forward. */
const afterUse = (own: OwnWays, id: string, shown: Shown, at: Instant): OwnWays | 'refused' => {
  const passkey = own.passkeys.find(each => each.id === id)
  // Whether it may be copied to other devices is settled when it is made (WebAuthn level 3, §6.1.3).
  if (passkey === undefined || passkey.copied !== undefined || passkey.synced.may !== shown.may)
    return 'refused'
  const fell = (shown.counter > 0 || passkey.counter > 0) && shown.counter <= passkey.counter
  const next: Passkey = fell
    ? { ...passkey, copied: at }
    : { ...passkey, counter: shown.counter, synced: { may: shown.may, is: shown.is }, used: at }
  return { ...own, passkeys: own.passkeys.map(each => (each === passkey ? next : each)) }
}

export type PasskeySignIn =
  | { readonly kind: 'in' | 'copied'; readonly person: PersonId; readonly passkey: Passkey }
  | { readonly kind: 'refused'; readonly reason: string }

const refusedFor = (reason: string): PasskeySignIn => ({ kind: 'refused', reason })

const signingIn = ({ site, sealing, ways, now }: PasskeyParts) => ({
  /** What `navigator.credentials.get` is given: the same for everybody, and nothing is kept of it. */
  async signInOptions(rpId: string) {
    const { generateAuthenticationOptions } = await library()
    return generateAuthenticationOptions({
      rpID: rpId,
      challenge: bytesOf(sealing.seal('passkey-sign-in', {}, challengeMs)),
      timeout: challengeMs,
      userVerification: 'required',
      allowCredentials: [],
    })
  },

  /** Who signs in with this assertion. `mayTry`: whether attempts in her name are still within their limit. */
  async signIn(
    rpId: string,
    response: AuthenticationResponseJSON,
    mayTry: (person: PersonId) => void,
  ): Promise<PasskeySignIn> {
    const person = await ways.personOf(response.response.userHandle ?? '')
    if (person === undefined) return refusedFor('unknown')
    mayTry(person)
    const known = (await ways.read(person))?.passkeys.find(({ id }) => id === response.id)
    if (known === undefined) return refusedFor('unknown')
    const shown = await shownBy(response, known, rpId, site().origin, challenge => {
      return sealing.open('passkey-sign-in', challenge) !== undefined
    })
    if (typeof shown === 'string') return refusedFor(shown)
    if (!(await sealing.spend(shown.challenge, challengeMs))) return refusedFor('challenge')
    const own = await ways.change<'refused'>(person, theirs => afterUse(theirs, known.id, shown, now()))
    const passkey = typeof own === 'string' ? undefined : own.passkeys.find(({ id }) => id === known.id)
    if (passkey === undefined) return refusedFor('state')
    return { kind: passkey.copied === undefined ? 'in' : 'copied', person, passkey }
  },
})

const shownBy = async (
  response: AuthenticationResponseJSON,
  known: Passkey,
  rpId: string,
  origin: string,
  isOurs: (challenge: string) => boolean,
): Promise<(Shown & { readonly challenge: string }) | string> => {
  const { verifyAuthenticationResponse } = await library()
  if (isFramed(response.response.clientDataJSON)) return 'frame'
  let challenge = ''
  try {
    const { verified, authenticationInfo: info } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: given => {
        challenge = given
        return isOurs(given)
      },
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      // The counter is judged where the passkey is written, so that two at once are judged one after the other.
      credential: { id: known.id, publicKey: bytesOf(known.publicKey), counter: 0 },
    })
    if (!verified) return 'signature'
    const may = info.credentialDeviceType === 'multiDevice'
    return { challenge, counter: info.newCounter, may, is: info.credentialBackedUp }
  } catch (error) {
    return reasonOf(error)
  }
}
