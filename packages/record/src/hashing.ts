import { sha256 as portable } from '@noble/hashes/sha2.js'
import type { HashWriter } from './chunk.ts'
import { must } from './fault.ts'
import { checkEntry, hashLength } from './limits.ts'

/**
 * Hashes bytes to 32 bytes, and keeps nothing of what it was given: the next input may lie in the same memory. The
 * same function whoever computes it, so a platform may bring its own.
 */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** The hash functions of RFC 6962 §2.1 over one SHA-256. */
export interface Hashing {
  readonly sha256: Sha256
  leafHash(entry: Uint8Array): Uint8Array
  nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array
  emptyRoot(): Uint8Array
}

/** Refuses what is not exactly 32 bytes. */
export const checkHash = (hash: Uint8Array, what: string): void =>
  must(hash.length === hashLength, 'hash-length', `${what} has ${hash.length} bytes, not ${hashLength}`)

/**
 * RFC 6962 hashing over a given SHA-256. A leaf is hashed behind a byte 0x00 and a node behind 0x01, so that no
 * entry can ever pass for a node of the tree.
 *
 *     leafHash(entry)       = SHA-256(0x00 ‖ entry)
 *     nodeHash(left, right) = SHA-256(0x01 ‖ left ‖ right)
 *     emptyRoot()           = SHA-256()
 */
export const hashing = (sha256: Sha256): Hashing => {
  // A pair is hashed before the next one is laid: one piece of memory serves them all.
  const pair = new Uint8Array(1 + 2 * hashLength)
  pair[0] = 1
  return {
    sha256,
    leafHash: entry => {
      checkEntry(entry)
      const input = new Uint8Array(entry.length + 1)
      input.set(entry, 1)
      return sha256(input)
    },
    nodeHash: (left, right) => {
      pair.set(left, 1)
      pair.set(right, 1 + hashLength)
      return sha256(pair)
    },
    emptyRoot: () => sha256(new Uint8Array(0)),
  }
}

/** Hashing that runs wherever JavaScript does. */
export const portableHashing: Hashing = hashing(bytes => portable(bytes))

/** SHA-256(0x00 ‖ entry), 32 bytes. Throws `entry-too-long` above 65,535 bytes. */
export const leafHash = portableHashing.leafHash
/** SHA-256(0x01 ‖ left ‖ right), 32 bytes. */
export const nodeHash = portableHashing.nodeHash
/** The root of a record without entries: SHA-256 of nothing. */
export const emptyRoot = portableHashing.emptyRoot

/** The portable hash, writing its answers in place. */
export const portableWriter: HashWriter = (input, out, at) =>
  new Uint8Array(out.buffer, out.byteOffset + at * 2, hashLength).set(portable(input))
