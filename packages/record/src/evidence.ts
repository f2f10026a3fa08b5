import { joined } from './bytes.ts'
import { must } from './fault.ts'
import { type Hashing, portableHashing } from './hashing.ts'
import type { VerifierKey } from './keys.ts'
import { hashLength } from './limits.ts'
import type { Policy } from './policy.ts'
import { type Evidence, type ProvenEntry, parseProof, verifyProof } from './proof-bundle.ts'

/**
 * A proof that needs nothing beside it carries its entry in the `extra` line of the `.tlog-proof`: one byte for what
 * follows, then the bytes.
 *
 *     0x00 ‖ leaf               an open entry
 *     0x01 ‖ salt ‖ content     a sealed one, for those entitled to read it; the salt has 32 bytes
 *
 * The line itself proves nothing; what it holds is hashed and checked like any other entry.
 */
export const printEvidence = (evidence: Evidence): Uint8Array =>
  'leaf' in evidence
    ? joined(Uint8Array.of(0), evidence.leaf)
    : joined(Uint8Array.of(1), evidence.sealed.salt, evidence.sealed.content)

/** The inverse of `printEvidence`; `proof-malformed` when the bytes are neither form. */
export const parseEvidence = (extra: Uint8Array): Evidence => {
  if (extra[0] === 0) return { leaf: extra.subarray(1) }
  must(extra[0] === 1 && extra.length > hashLength, 'proof-malformed', 'the extra line holds no entry')
  return { sealed: { salt: extra.subarray(1, 1 + hashLength), content: extra.subarray(1 + hashLength) } }
}

/**
 * Checks a proof that carries its own entry, with nothing but the file and the record's public key. Answers what it
 * establishes and the content it is about: the leaf of an open entry, or what the sealed leaf commits to. Throws
 * `RecordFault` as `verifyProof` does, and `proof-malformed` when the file carries no entry.
 */
export const verifyCarriedProof = (
  file: string,
  record: VerifierKey | string,
  policy?: Policy,
  using: Hashing = portableHashing,
): ProvenEntry & { readonly content: Uint8Array } => {
  const { extra } = parseProof(file)
  must(extra !== undefined, 'proof-malformed', 'the file carries no entry: give the entry beside it')
  const evidence = parseEvidence(extra as Uint8Array)
  const proven = verifyProof(file, evidence, record, policy, using)
  return { ...proven, content: 'leaf' in evidence ? evidence.leaf : evidence.sealed.content }
}
