import { readFileSync } from 'node:fs'
import {
  RecordFault,
  verifyConsistency,
  verifyInclusion,
  verifySubtreeConsistency,
  verifySubtreeInclusion,
} from '@gavel/record'
import { describe, expect, it } from 'vitest'

/**
 * The 518 vectors of transparency-dev/merkle (see README.md beside this file). Each says whether a verifier must
 * refuse it, and each is asked of ours.
 */
interface Vector {
  readonly file: string
  readonly desc: string
  readonly wantErr: boolean
  readonly proof: readonly string[] | null
}
interface Inclusion extends Vector {
  readonly leafIdx: number
  readonly treeSize: number
  readonly root: string
  readonly leafHash: string
}
interface Consistency extends Vector {
  readonly size1: number
  readonly size2: number
  readonly root1: string
  readonly root2: string
}
interface SubtreeInclusion extends Vector {
  readonly leafIdx: number
  readonly start: number
  readonly end: number
  readonly root: string
  readonly leafHash: string
}
interface SubtreeConsistency extends Vector {
  readonly start: number
  readonly end: number
  readonly size: number
  readonly root1: string
  readonly root2: string
}

const load = <T>(name: string): readonly T[] =>
  JSON.parse(readFileSync(new URL(`transparency-dev-merkle/${name}.json`, import.meta.url), 'utf8'))

const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'))
const proofOf = (vector: Vector): readonly Uint8Array[] => (vector.proof ?? []).map(bytes)

/** True when the verifier refused. Anything thrown but a RecordFault is a bug and goes through. */
const refuses = (verify: () => void): boolean => {
  try {
    verify()
    return false
  } catch (fault) {
    if (fault instanceof RecordFault) return true
    throw fault
  }
}

const suite = <T extends Vector>(name: string, count: number, verify: (vector: T) => void): void => {
  describe(name, () => {
    const vectors = load<T>(name)
    it(`has all ${count} vectors`, () => expect(vectors.length).toBe(count))
    it.each(vectors.map(vector => [vector.file, vector] as const))('%s', (_, vector) => {
      expect(refuses(() => verify(vector))).toBe(vector.wantErr)
    })
  })
}

suite<Inclusion>('inclusion', 98, v =>
  verifyInclusion(v.leafIdx, v.treeSize, bytes(v.leafHash), proofOf(v), bytes(v.root)),
)
suite<Consistency>('consistency', 98, v =>
  verifyConsistency(v.size1, v.size2, proofOf(v), bytes(v.root1), bytes(v.root2)),
)
suite<SubtreeInclusion>('subtreeinclusion', 204, v =>
  verifySubtreeInclusion(v.leafIdx, v.start, v.end, bytes(v.leafHash), proofOf(v), bytes(v.root)),
)
suite<SubtreeConsistency>('subtreeconsistency', 118, v =>
  verifySubtreeConsistency(v.start, v.end, v.size, proofOf(v), bytes(v.root1), bytes(v.root2)),
)

it('has 518 vectors in all', () => {
  const names = ['inclusion', 'consistency', 'subtreeinclusion', 'subtreeconsistency']
  expect(names.reduce((sum, name) => sum + load(name).length, 0)).toBe(518)
})
