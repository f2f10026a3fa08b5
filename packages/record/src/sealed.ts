import { joined, sameBytes } from './bytes.ts'
import { must } from './fault.ts'
import { type Hashing, portableHashing } from './hashing.ts'
import { hashLength } from './limits.ts'

/** What a sealed entry stands for: kept apart from the record, shown to whom it concerns, erased when it must be. */
export interface Sealed {
  /** 32 random bytes, chosen for this entry alone. */
  readonly salt: Uint8Array
  readonly content: Uint8Array
}

const domain = Uint8Array.from('gavel.sealed/v1\n', letter => letter.charCodeAt(0))

/** A sealed leaf is 16 bytes of domain and a commitment of 32. */
export const sealedLeafLength = domain.length + hashLength

/**
 * The public leaf of a confidential act. It binds to the content without telling it: the salt keeps a short
 * content (a position is often one of three words) from being guessed and checked. When salt and content are
 * deleted, the leaf and the tree above it stay whole.
 *
 *     domain     = "gavel.sealed/v1\n"
 *     commitment = SHA-256(domain ‖ salt ‖ content)
 *     leaf       = domain ‖ commitment                 48 bytes
 */
export const sealLeaf = ({ salt, content }: Sealed, using: Hashing = portableHashing): Uint8Array => {
  must(salt.length === hashLength, 'seal-malformed', `a salt has 32 bytes, this one has ${salt.length}`)
  return joined(domain, using.sha256(joined(domain, salt, content)))
}

/** Does the leaf have the form of a sealed one? An open act, being JSON, never has. */
export const isSealedLeaf = (leaf: Uint8Array): boolean =>
  leaf.length === sealedLeafLength && sameBytes(leaf.subarray(0, domain.length), domain)

/** The content a sealed leaf commits to, once salt and content are shown to match it; `seal-mismatch` if not. */
export const openSealedLeaf = (
  leaf: Uint8Array,
  sealed: Sealed,
  using: Hashing = portableHashing,
): Uint8Array => {
  must(isSealedLeaf(leaf), 'seal-malformed', 'this leaf is not a sealed one')
  const matches = sameBytes(sealLeaf(sealed, using), leaf)
  must(matches, 'seal-mismatch', 'salt and content are not what this leaf commits to')
  return sealed.content
}
