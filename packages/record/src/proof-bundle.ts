import { fromBase64, readDecimal, toBase64 } from './bytes.ts'
import { type OpenedCheckpoint, openCheckpoint } from './checkpoint.ts'
import { must, RecordFault } from './fault.ts'
import { checkHash, type Hashing, portableHashing } from './hashing.ts'
import { parseVerifierKey, type VerifierKey } from './keys.ts'
import { hashLength } from './limits.ts'
import { parseNote } from './note.ts'
import { isMet, type Policy } from './policy.ts'
import { type Sealed, sealLeaf } from './sealed.ts'
import { verifyInclusion } from './verify-proofs.ts'

/**
 * A proof in a file of its own, checked without the server (C2SP tlog-proof). About 1 kB, and 150 bytes for every
 * witness. The file name ends in `.tlog-proof`.
 *
 *     c2sp.org/tlog-proof@v1
 *     extra YWN0LTE3                                       optional; nothing vouches for it
 *     index 1
 *     bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=         one line per hash, the leaf's neighbour first
 *
 *     example.org/record                                   the signed checkpoint, as it was issued
 *     2
 *     VdiJXIlCF/wERsA0DPrkpNTSsGSKuqJxFMe3yQNAtX0=
 *
 *     — example.org/record Az3grlgtzPICa5OS8npVmf1Myq…
 */
export interface ProofBundle {
  readonly index: number
  readonly path: readonly Uint8Array[]
  /** The signed checkpoint, verbatim. */
  readonly checkpoint: string
  readonly extra?: Uint8Array
}

const heading = 'c2sp.org/tlog-proof@v1'

/** Writes the file. What `parseProof` read prints back to the same characters. */
export const printProof = ({ index, path, checkpoint, extra }: ProofBundle): string => {
  must(Number.isSafeInteger(index) && index >= 0, 'proof-malformed', `${index} is not the index of an entry`)
  for (const hash of path) checkHash(hash, 'a hash of the proof')
  parseNote(checkpoint)
  const extraLine = extra === undefined ? '' : `extra ${toBase64(extra)}\n`
  return `${heading}\n${extraLine}index ${index}\n${path.map(hash => `${toBase64(hash)}\n`).join('')}\n${checkpoint}`
}

const wrong = (line: number, what: string): RecordFault =>
  new RecordFault('proof-malformed', `line ${line} of the proof ${what}`, { line })

/** Reads the file without believing it. Throws `proof-malformed`, `base64-malformed` or `note-malformed`. */
export const parseProof = (text: string): ProofBundle => {
  const lines = text.split('\n')
  if (lines[0] !== heading) throw wrong(1, `is not ${heading}`)
  const extraLine = lines[1]?.startsWith('extra ') ? lines[1].slice('extra '.length) : undefined
  const at = extraLine === undefined ? 1 : 2
  const index = lines[at]?.startsWith('index ') ? readDecimal(lines[at].slice('index '.length)) : undefined
  if (index === undefined) throw wrong(at + 1, 'does not name an index')
  const end = lines.indexOf('', at + 1)
  if (end < 0 || end === lines.length - 1) throw wrong(lines.length, 'is the last, and no checkpoint came')
  const path = lines.slice(at + 1, end).map((line, i) => {
    const hash = fromBase64(line, { line: at + 2 + i })
    if (hash.length !== hashLength) throw wrong(at + 2 + i, `is a hash of ${hash.length} bytes, not 32`)
    return hash
  })
  const checkpoint = lines.slice(end + 1).join('\n')
  parseNote(checkpoint)
  const extra = extraLine === undefined ? {} : { extra: fromBase64(extraLine, { line: 2 }) }
  return { index, path, checkpoint, ...extra }
}

/** What the proof is about: the bytes of an open entry, or salt and content of a sealed one. */
export type Evidence = { readonly leaf: Uint8Array } | { readonly sealed: Sealed }

/** What a valid proof establishes. */
export interface ProvenEntry {
  readonly index: number
  /** The entry as it stands in the record. */
  readonly leaf: Uint8Array
  readonly checkpoint: OpenedCheckpoint
  /** Not vouched for by anybody. */
  readonly extra?: Uint8Array
}

const leafOf = (evidence: Evidence, using: Hashing): Uint8Array =>
  'leaf' in evidence ? evidence.leaf : sealLeaf(evidence.sealed, using)

/**
 * Checks a proof with nothing but the file, the entry and the record's public key: the record's key signed the
 * checkpoint, enough witnesses cosigned it (when a policy is given), and the entry is under its root at the index
 * named.
 *
 *     const { index, checkpoint } = verifyProof(file, { leaf }, 'example.org/record+…')
 *
 * Returns only when all of it holds. Otherwise throws a `RecordFault`: `proof-malformed`, `note-malformed`,
 * `base64-malformed`, `checkpoint-malformed` (the file is damaged), `signature-unknown`, `signature-invalid`,
 * `origin-mismatch` (not this record's), `witnesses-missing`, `index-beyond-size`, `proof-length`, or
 * `leaf-mismatch` (the entry is not the one the proof is about, or the path was altered).
 */
export const verifyProof = (
  file: string,
  evidence: Evidence,
  record: VerifierKey | string,
  policy?: Policy,
  using: Hashing = portableHashing,
): ProvenEntry => {
  const bundle = parseProof(file)
  const key = typeof record === 'string' ? parseVerifierKey(record) : record
  const checkpoint = openCheckpoint(bundle.checkpoint, key, policy?.witnesses)
  if (policy !== undefined) {
    const cosigners = checkpoint.cosignatures.map(cosignature => cosignature.key)
    const met = isMet(policy.quorum, cosigners)
    const seen = `${cosigners.length} of ${policy.witnesses.length} known witnesses`
    must(met, 'witnesses-missing', `the checkpoint was cosigned by ${seen}, which is not the quorum`)
  }
  const leaf = leafOf(evidence, using)
  checkInclusion(bundle, checkpoint, leaf, using)
  return {
    index: bundle.index,
    leaf,
    checkpoint,
    ...(bundle.extra === undefined ? {} : { extra: bundle.extra }),
  }
}

const checkInclusion = (
  bundle: ProofBundle,
  { size, root }: OpenedCheckpoint,
  leaf: Uint8Array,
  using: Hashing,
) => {
  try {
    verifyInclusion(bundle.index, size, using.leafHash(leaf), bundle.path, root, using)
  } catch (fault) {
    if (!(fault instanceof RecordFault) || fault.code !== 'root-mismatch') throw fault
    const message = 'the entry is not what the record holds at this index, or the path was altered'
    throw new RecordFault('leaf-mismatch', message, { index: bundle.index, size })
  }
}
