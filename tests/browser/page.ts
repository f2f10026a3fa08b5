/**
 * What runs in the browser: the record's verifier as the browser gets it, put to the vectors and to a proof file. It
 * answers through `window.gavel`, by value, for the test that opened the page.
 */
import {
  fromBase64,
  type Policy,
  RecordFault,
  toBase64,
  verifyConsistency,
  verifyInclusion,
  verifyProof,
  verifyRecord,
} from '@gavel/record'

export interface MerkleVector {
  readonly file: string
  readonly wantErr: boolean
  readonly proof: readonly string[] | null
  readonly leafIdx: number
  readonly treeSize: number
  readonly leafHash: string
  readonly root: string
  readonly size1: number
  readonly size2: number
  readonly root1: string
  readonly root2: string
}

const outcome = (verify: () => unknown): string => {
  try {
    verify()
    return 'holds'
  } catch (fault) {
    return fault instanceof RecordFault ? fault.code : `bug: ${String(fault)}`
  }
}

const verifyVector = (kind: 'inclusion' | 'consistency', v: MerkleVector): void => {
  const proof = (v.proof ?? []).map(hash => fromBase64(hash))
  if (kind === 'inclusion')
    verifyInclusion(v.leafIdx, v.treeSize, fromBase64(v.leafHash), proof, fromBase64(v.root))
  else verifyConsistency(v.size1, v.size2, proof, fromBase64(v.root1), fromBase64(v.root2))
}

/** The files of the vectors that do not come out as they say. */
const wrongVectors = (
  kind: 'inclusion' | 'consistency',
  vectors: readonly MerkleVector[],
): readonly string[] =>
  vectors.flatMap(vector => {
    const said = outcome(() => verifyVector(kind, vector))
    return said.startsWith('bug') || (said !== 'holds') !== vector.wantErr ? [`${vector.file}: ${said}`] : []
  })

const proof = (file: string, leaf: string, vkey: string): string =>
  outcome(() => verifyProof(file, { leaf: fromBase64(leaf) }, vkey))

const sealedProof = (file: string, salt: string, content: string, vkey: string, policy?: Policy): string =>
  outcome(() =>
    verifyProof(file, { sealed: { salt: fromBase64(salt), content: fromBase64(content) } }, vkey, policy),
  )

/** Re-hashes a small record; answers its root or the fault. */
const record = async (
  entries: readonly string[],
  checkpoints: readonly string[],
  vkey: string,
): Promise<string> => {
  const readEntries = async (from: number, to: number) =>
    entries.slice(from, to).map(entry => fromBase64(entry))
  try {
    return toBase64((await verifyRecord({ readEntries, checkpoints, vkey })).root)
  } catch (fault) {
    return fault instanceof RecordFault ? fault.code : `bug: ${String(fault)}`
  }
}

/** Milliseconds per verification: the median of `rounds` rounds of `repeats` each, for clocks here are coarse. */
const timeInclusion = (vector: MerkleVector, rounds: number, repeats: number): number => {
  const times = Array.from({ length: rounds }, () => {
    const before = performance.now()
    for (let i = 0; i < repeats; i++) verifyVector('inclusion', vector)
    return (performance.now() - before) / repeats
  })
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)]!
}

const timeProof = (file: string, leaf: string, vkey: string, rounds: number): number => {
  const times = Array.from({ length: rounds }, () => {
    const before = performance.now()
    proof(file, leaf, vkey)
    return performance.now() - before
  })
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)]!
}

export const answers = { wrongVectors, proof, sealedProof, record, timeInclusion, timeProof }
export type Answers = typeof answers

Object.assign(globalThis, { gavel: answers })
