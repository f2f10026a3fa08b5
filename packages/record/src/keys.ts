import { ed25519 } from '@noble/curves/ed25519.js'
import { fromBase64, joined, toBase64, toUtf8 } from './bytes.ts'
import { must, RecordFault } from './fault.ts'
import { portableHashing } from './hashing.ts'

/** What a key signs, by the type byte of C2SP signed-note: a note's text, or a cosignature with its time. */
export type KeyKind = 'note' | 'cosignature'

/** The public side of a key: enough to check what it signed. */
export interface VerifierKey {
  readonly kind: KeyKind
  readonly name: string
  /** The first four bytes of a hash over name, type and key. It names the key; it does not protect it. */
  readonly id: number
  readonly publicKey: Uint8Array
}

/** A key that signs. Whoever has the seed is the signer. */
export interface SignerKey extends VerifierKey {
  readonly seed: Uint8Array
}

const typeBytes: { readonly [kind in KeyKind]: number } = { note: 0x01, cosignature: 0x04 }
const kindOf = (type: number | undefined): KeyKind | undefined =>
  type === typeBytes.note ? 'note' : type === typeBytes.cosignature ? 'cosignature' : undefined

/** A key name has at least one character and neither white space nor a plus sign, for both separate fields. */
export const isKeyName = (name: string): boolean =>
  name.length > 0 && !/[\p{White_Space}\p{Z}\p{Cc}+]/u.test(name) && !/\p{Surrogate}/u.test(name)

const checkName = (name: string): void =>
  must(isKeyName(name), 'key-malformed', 'a key name is not empty and has no blanks and no plus sign')

/** The key id of C2SP signed-note: SHA-256(name ‖ 0x0A ‖ type ‖ public key)[:4], the high byte first. */
const keyId = (name: string, kind: KeyKind, publicKey: Uint8Array): number => {
  const named = joined(toUtf8(`${name}\n`), Uint8Array.of(typeBytes[kind]), publicKey)
  return new DataView(portableHashing.sha256(named).slice(0, 4).buffer).getUint32(0)
}

/**
 * Makes a key. Without a seed it is made from the platform's secure random source; the same seed of 32 bytes
 * always makes the same key.
 *
 *     const key = generateKey('example.org/record')
 *     printVerifierKey(key)    // example.org/record+‹8 hex digits›+‹44 characters of base64›
 */
export const generateKey = (
  name: string,
  kind: KeyKind = 'note',
  seed: Uint8Array = ed25519.utils.randomSecretKey(),
): SignerKey => {
  checkName(name)
  must(seed.length === 32, 'key-malformed', `a seed has 32 bytes, this one has ${seed.length}`)
  const publicKey = ed25519.getPublicKey(seed)
  return { kind, name, id: keyId(name, kind, publicKey), publicKey, seed: seed.slice() }
}

/** The public side of a signing key, without the seed. */
export const verifierKey = ({ kind, name, id, publicKey }: VerifierKey): VerifierKey => ({
  kind,
  name,
  id,
  publicKey,
})

const hexId = (id: number): string => id.toString(16).padStart(8, '0')

const printKey = (key: VerifierKey, material: Uint8Array): string =>
  `${key.name}+${hexId(key.id)}+${toBase64(joined(Uint8Array.of(typeBytes[key.kind]), material))}`

/** The key as people exchange it (C2SP "vkey"): `name+id+base64(type ‖ public key)`. */
export const printVerifierKey = (key: VerifierKey): string => printKey(key, key.publicKey)

/** The secret key as x/mod/sumdb/note writes it: `PRIVATE+KEY+name+id+base64(type ‖ seed)`. */
export const printSignerKey = (key: SignerKey): string => `PRIVATE+KEY+${printKey(key, key.seed)}`

const parseParts = (text: string) => {
  const found = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(text)
  if (found === null) throw new RecordFault('key-malformed', 'a key reads name+id+base64')
  const [, name, id, material] = found
  checkName(name!)
  const bytes = fromBase64(material!)
  const kind = kindOf(bytes[0])
  must(kind !== undefined, 'key-malformed', `key type ${bytes[0]} is not one this record uses`)
  return { name: name!, id: Number.parseInt(id!, 16), kind, bytes: bytes.slice(1) }
}

/** Reads a vkey; `key-malformed` if it is not one, or if its id is not the one its name and key give. */
export const parseVerifierKey = (text: string): VerifierKey => {
  const { name, id, kind, bytes } = parseParts(text)
  must(keyId(name, kind, bytes) === id, 'key-malformed', 'the key id does not belong to this name and key')
  return { kind, name, id, publicKey: bytes }
}

/** Reads a secret key; `key-malformed` if it is not one. */
export const parseSignerKey = (text: string): SignerKey => {
  const prefix = 'PRIVATE+KEY+'
  must(text.startsWith(prefix), 'key-malformed', `a secret key begins with ${prefix}`)
  const { name, id, kind, bytes } = parseParts(text.slice(prefix.length))
  const key = generateKey(name, kind, bytes)
  must(key.id === id, 'key-malformed', 'the key id does not belong to this name and key')
  return key
}

/** Ed25519 (RFC 8032) over the message, 64 bytes. */
export const signBytes = (message: Uint8Array, key: SignerKey): Uint8Array => ed25519.sign(message, key.seed)

/**
 * Checks an Ed25519 signature by the strict rule: canonical encodings only, no public key of small order. The
 * same code decides in the browser, in Node and on the command line, so no two of them can differ over a
 * signature made to divide them.
 */
export const verifyBytes = (message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean => {
  if (signature.length !== 64 || publicKey.length !== 32) return false
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false })
  } catch {
    return false
  }
}
