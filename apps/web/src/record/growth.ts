import {
  consistencyProof,
  type OpenedCheckpoint,
  openCheckpoint,
  parseVerifierKey,
  type ReadTile,
  RecordFault,
  sameBytes,
  toBase64,
  verifyConsistency,
} from '@gavel/record'

/** A signed checkpoint as this device saw it, and when. */
export interface SeenCheckpoint {
  readonly note: string
  readonly key: string
  readonly at: string
}

/** How a record has moved since this device last saw it. What is not `first`, `same` or `grown` is never right. */
export type Growth =
  | { readonly kind: 'first'; readonly now: number }
  | { readonly kind: 'same'; readonly at: string }
  | {
      readonly kind: 'grown'
      readonly at: string
      readonly seen: number
      readonly now: number
      /** How many hashes the proof of it took. */
      readonly n: number
    }
  | { readonly kind: 'shrunk'; readonly at: string; readonly seen: number; readonly now: number }
  | {
      readonly kind: 'forked'
      readonly at: string
      readonly seen: number
      readonly now: number
      readonly fault: string
    }
  | { readonly kind: 'otherKey'; readonly at: string; readonly origin: string }

export const isSound = ({ kind }: Growth): boolean => kind === 'first' || kind === 'same' || kind === 'grown'

const faultOf = (error: unknown): string => {
  if (error instanceof RecordFault) return `${error.message} [${error.code}]`
  throw error
}

/**
 * Compares the checkpoint that is shown with the one seen before. That the record has grown is worked out here, from tiles
 * the record serves to everybody: whoever served false ones could not make the sums come out (RFC 9162 §2.1.4).
 *
 * `now` was opened with its key, so its signature holds. Throws what `readTile` throws, and `tile-missing` when it answers
 * nothing.
 */
export const growthSince = async (
  seen: SeenCheckpoint | undefined,
  now: OpenedCheckpoint,
  key: string,
  readTile: ReadTile,
): Promise<Growth> => {
  if (seen === undefined) return { kind: 'first', now: now.size }
  const { at } = seen
  if (seen.key !== key) return { kind: 'otherKey', at, origin: now.origin }
  const before = openCheckpoint(seen.note, parseVerifierKey(seen.key))
  const sizes = { at, seen: before.size, now: now.size }
  if (now.size < before.size) return { kind: 'shrunk', ...sizes }
  if (now.size === before.size) {
    if (sameBytes(now.root, before.root)) return { kind: 'same', at }
    return { kind: 'forked', ...sizes, fault: `${toBase64(before.root)} ≠ ${toBase64(now.root)}` }
  }
  if (before.size === 0) return { kind: 'grown', ...sizes, n: 0 }
  try {
    const proof = await consistencyProof(before.size, now.size, readTile)
    verifyConsistency(before.size, now.size, proof, before.root, now.root)
    return { kind: 'grown', ...sizes, n: proof.length }
  } catch (error) {
    // A tile that cannot be had proves nothing, neither way.
    if (error instanceof RecordFault && error.code === 'tile-missing') throw error
    return { kind: 'forked', ...sizes, fault: faultOf(error) }
  }
}
