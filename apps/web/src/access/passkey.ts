import { request } from '../live/request.ts'

/**
 * Passkeys as the browser makes and shows them. The API speaks the JSON of WebAuthn level 3; browsers that do not yet
 * (before Chrome 129, Firefox 119, Safari 18.4) get the same by hand: bytes are base64url (RFC 4648 §5, no padding).
 */

const toBytes = (text: string): Uint8Array<ArrayBuffer> => {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, letter => letter.charCodeAt(0))
}

const toText = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const descriptors = (
  list: readonly PublicKeyCredentialDescriptorJSON[] = [],
): PublicKeyCredentialDescriptor[] =>
  list.map(({ id, transports }) => ({
    type: 'public-key',
    id: toBytes(id),
    ...(transports === undefined ? {} : { transports: transports as AuthenticatorTransport[] }),
  }))

/** What `navigator.credentials.create` is given. */
export const creationOptions = (
  json: PublicKeyCredentialCreationOptionsJSON,
): PublicKeyCredentialCreationOptions => {
  if (typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function')
    return PublicKeyCredential.parseCreationOptionsFromJSON(json)
  const { challenge, user, excludeCredentials, pubKeyCredParams, authenticatorSelection, rp, timeout } = json
  return {
    challenge: toBytes(challenge),
    rp,
    user: { ...user, id: toBytes(user.id) },
    pubKeyCredParams: pubKeyCredParams.map(({ alg }) => ({ alg, type: 'public-key' })),
    excludeCredentials: descriptors(excludeCredentials),
    attestation: 'none',
    ...(timeout === undefined ? {} : { timeout }),
    ...(authenticatorSelection === undefined ? {} : { authenticatorSelection }),
  }
}

/** What `navigator.credentials.get` is given. */
export const requestOptions = (
  json: PublicKeyCredentialRequestOptionsJSON,
): PublicKeyCredentialRequestOptions => {
  if (typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function')
    return PublicKeyCredential.parseRequestOptionsFromJSON(json)
  const { challenge, rpId, allowCredentials, timeout } = json
  return {
    challenge: toBytes(challenge),
    allowCredentials: descriptors(allowCredentials),
    userVerification: 'required',
    ...(rpId === undefined ? {} : { rpId }),
    ...(timeout === undefined ? {} : { timeout }),
  }
}

/** A credential as JSON, as its own `toJSON` writes it where there is one. */
export const credentialJson = (credential: PublicKeyCredential): unknown => {
  if (typeof credential.toJSON === 'function') return credential.toJSON()
  const { response } = credential
  const { id, rawId, type } = credential
  const head = {
    id,
    rawId: toText(rawId),
    type,
    clientExtensionResults: credential.getClientExtensionResults(),
  }
  const clientDataJSON = toText(response.clientDataJSON)
  if ('attestationObject' in response) {
    const made = response as AuthenticatorAttestationResponse
    return {
      ...head,
      response: {
        clientDataJSON,
        attestationObject: toText(made.attestationObject),
        transports: made.getTransports?.() ?? [],
      },
    }
  }
  const shown = response as AuthenticatorAssertionResponse
  return {
    ...head,
    response: {
      clientDataJSON,
      authenticatorData: toText(shown.authenticatorData),
      signature: toText(shown.signature),
      ...(shown.userHandle === null ? {} : { userHandle: toText(shown.userHandle) }),
    },
  }
}

/** Whether this browser knows passkeys at all. */
export const knowsPasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && navigator.credentials !== undefined

/**
 * Why a passkey came to nothing on this side: the person let it be or took too long (browsers do not tell which), or the
 * device has one of hers already.
 */
export class NoPasskey extends Error {
  override readonly name = 'NoPasskey'
  readonly why: 'letBe' | 'known'
  constructor(why: 'letBe' | 'known', options?: ErrorOptions) {
    super(why, options)
    this.why = why
  }
}

const asked = async (ceremony: () => Promise<Credential | null>): Promise<PublicKeyCredential> => {
  try {
    const credential = await ceremony()
    if (credential !== null) return credential as PublicKeyCredential
  } catch (cause) {
    const name = cause instanceof DOMException ? cause.name : ''
    if (name === 'InvalidStateError') throw new NoPasskey('known', { cause })
    if (name !== 'NotAllowedError' && name !== 'AbortError') throw cause
  }
  throw new NoPasskey('letBe')
}

/** Makes a passkey on this device (or the one the browser offers) and registers it under a name. */
export const addPasskey = async (name: string): Promise<void> => {
  const options = await request<PublicKeyCredentialCreationOptionsJSON>(
    'POST',
    '/api/passkeys/registration-options',
    {},
  )
  const made = await asked(() => navigator.credentials.create({ publicKey: creationOptions(options) }))
  await request('POST', '/api/passkeys', { name, response: credentialJson(made) })
}

/** Signs in with whatever passkey for this site the person chooses. */
export const signInWithPasskey = async (): Promise<void> => {
  const options = await request<PublicKeyCredentialRequestOptionsJSON>(
    'POST',
    '/api/sign-in/passkey/options',
    {},
  )
  const shown = await asked(() => navigator.credentials.get({ publicKey: requestOptions(options) }))
  await request('POST', '/api/sign-in/passkey', { response: credentialJson(shown) })
}
