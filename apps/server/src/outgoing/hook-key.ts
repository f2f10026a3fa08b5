import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from 'node:crypto'

/**
 * The key messages to members' servers are signed with: Ed25519, as Standard Webhooks 1.0 has it for asymmetric
 * signatures (`v1a`). It is derived from the record's key and good for nothing else.
 */
export interface HookKey {
  /** `whpk_…`: what members check signatures with. */
  readonly publicKey: string
  /** The value of `webhook-signature` for a message; `timestamp` in whole seconds since 1970. */
  sign(id: string, timestamp: number, body: string): string
}

/** What stands before a seed of 32 bytes in a PKCS #8 Ed25519 key, and before a public one in SPKI (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const spkiBytes = 12

const rawPublic = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(spkiBytes)

export const hookKeyOf = (seed: Uint8Array): HookKey => {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  return {
    publicKey: `whpk_${rawPublic(key).toString('base64')}`,
    sign: (id, timestamp, body) =>
      `v1a,${sign(null, Buffer.from(`${id}.${timestamp}.${body}`), key).toString('base64')}`,
  }
}

export const hookKeyFrom = (signingSeed: Uint8Array, storeId: string): HookKey =>
  hookKeyOf(new Uint8Array(hkdfSync('sha256', signingSeed, storeId, 'gavel hooks v1', 32)))
