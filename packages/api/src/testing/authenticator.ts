import {
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'

/** What an authenticator and the browser around it may do otherwise than they should. */
export interface Ways {
  readonly origin?: string
  readonly rpId?: string
  readonly counter?: number
  readonly userHandle?: string
  readonly credential?: string
  readonly isVerified?: boolean
  readonly mayBackUp?: boolean
  readonly type?: string
  readonly crossOrigin?: boolean
  readonly key?: KeyObject
}

const sha256 = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
const base64url = (bytes: string | Uint8Array): string =>
  Buffer.from(bytes as Uint8Array).toString('base64url')

/** CBOR (RFC 8949) of what an attestation without a statement needs. */
const head = (major: number, n: number): Buffer =>
  n < 24
    ? Buffer.of((major << 5) | n)
    : n < 256
      ? Buffer.of((major << 5) | 24, n)
      : Buffer.of((major << 5) | 25, n >> 8, n & 255)
const int = (n: number): Buffer => (n >= 0 ? head(0, n) : head(1, -1 - n))
const bytes = (value: Uint8Array): Buffer => Buffer.concat([head(2, value.length), value])
const text = (value: string): Buffer => Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
const map = (...pairs: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([head(5, pairs.length), ...pairs.flat()])

/** An ES256 key as COSE writes it (RFC 9053). */
const cose = (key: KeyObject): Buffer => {
  const { x, y } = key.export({ format: 'jwk' })
  const [left, right] = [Buffer.from(x!, 'base64url'), Buffer.from(y!, 'base64url')]
  return map(
    [int(1), int(2)],
    [int(3), int(-7)],
    [int(-1), int(1)],
    [int(-2), bytes(left)],
    [int(-3), bytes(right)],
  )
}

/**
 * A software authenticator with one discoverable passkey, and the browser around it: it answers as
 * `navigator.credentials` does, `toJSON()`. Every lie it can tell is a member of `Ways`.
 */
export const authenticator = (site: { readonly origin: string; readonly rpId: string }) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = base64url(randomBytes(24))
  let counter = 0
  let handle = ''

  const authData = (ways: Ways, attested: Buffer): Buffer => {
    const { isVerified = true, mayBackUp = false } = ways
    const flags = 0x01 | (isVerified ? 0x04 : 0) | (mayBackUp ? 0x08 : 0) | (attested.length > 0 ? 0x40 : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(ways.counter ?? ++counter)
    return Buffer.concat([sha256(ways.rpId ?? site.rpId), Buffer.of(flags), count, attested])
  }
  const clientData = (
    type: string,
    challenge: string,
    { origin, crossOrigin = false, ...ways }: Ways,
  ): string =>
    JSON.stringify({ type: ways.type ?? type, challenge, origin: origin ?? site.origin, crossOrigin })

  return {
    id,
    privateKey,
    handle: () => handle,
    create(options: { readonly challenge: string; readonly user: { readonly id: string } }, ways: Ways = {}) {
      handle = options.user.id
      const rawId = Buffer.from(ways.credential ?? id, 'base64url')
      const length = Buffer.of(rawId.length >> 8, rawId.length & 255)
      const attested = Buffer.concat([Buffer.alloc(16), length, rawId, cose(publicKey)])
      const attestationObject = map(
        [text('fmt'), text('none')],
        [text('attStmt'), map()],
        [text('authData'), bytes(authData(ways, attested))],
      )
      const clientDataJSON = base64url(clientData('webauthn.create', options.challenge, ways))
      return {
        id: base64url(rawId),
        rawId: base64url(rawId),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON,
          attestationObject: base64url(attestationObject),
          transports: ['internal'],
        },
      }
    },
    get(options: { readonly challenge: string }, ways: Ways = {}) {
      const data = authData(ways, Buffer.alloc(0))
      const client = clientData('webauthn.get', options.challenge, ways)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), ways.key ?? privateKey)
      return {
        id: ways.credential ?? id,
        rawId: ways.credential ?? id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(signature),
          userHandle: ways.userHandle ?? handle,
        },
      }
    },
  }
}

export const newKey = (): KeyObject =>
  createPrivateKey(
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'pem', type: 'pkcs8' }),
  )
