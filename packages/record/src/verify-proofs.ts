import { sameBytes } from './bytes.ts'
import { must } from './fault.ts'
import { checkHash, type Hashing, portableHashing } from './hashing.ts'

const half = (n: number): number => Math.floor(n / 2)

const checkSafe = (value: number, what: string): void =>
  must(Number.isSafeInteger(value) && value >= 0, 'size-invalid', `${what} is not a whole number below 2^53`)

const checkProof = (proof: readonly Uint8Array[]): void => {
  // No tree a number here can count is higher than 53.
  must(
    proof.length <= 64,
    'proof-length',
    `the proof has ${proof.length} hashes, more than any tree has levels`,
  )
  for (const hash of proof) checkHash(hash, 'a hash of the proof')
}

/**
 * The root that an inclusion proof leads to (RFC 9162 §2.1.3.2). Whether that root is worth anything is for the
 * caller to know.
 */
export const rootFromInclusion = (
  index: number,
  size: number,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
  using: Hashing = portableHashing,
): Uint8Array => {
  checkSafe(index, 'the index')
  checkSafe(size, 'the size')
  must(index < size, 'index-beyond-size', `there is no entry ${index} in a record of ${size}`, {
    index,
    size,
  })
  checkHash(leaf, 'the leaf hash')
  checkProof(proof)
  let [node, last, hash] = [index, size - 1, leaf]
  for (const sibling of proof) {
    must(last > 0, 'proof-length', 'the proof goes on above the root', { index, size })
    if (node % 2 === 1 || node === last) {
      hash = using.nodeHash(sibling, hash)
      while (node % 2 === 0 && node > 0) [node, last] = [half(node), half(last)]
    } else hash = using.nodeHash(hash, sibling)
    node = half(node)
    last = half(last)
  }
  must(last === 0, 'proof-length', 'the proof ends below the root', { index, size })
  return hash
}

/**
 * Checks that the leaf hash stands at `index` in the record of `size` entries with the given root. Returns when it
 * does; otherwise throws `index-beyond-size`, `hash-length`, `proof-length` or `root-mismatch`.
 */
export const verifyInclusion = (
  index: number,
  size: number,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
  root: Uint8Array,
  using: Hashing = portableHashing,
): void => {
  const found = rootFromInclusion(index, size, leaf, proof, using)
  must(sameBytes(found, root), 'root-mismatch', 'the proof leads to another root', { index, size })
}

/**
 * Checks that the record of `newSize` entries begins with the record of `oldSize`, that is, that nothing was
 * altered, moved or taken away (RFC 9162 §2.1.4.2). The old size is at least 1. With equal sizes nothing is
 * computed: the proof is empty and the two roots are the same bytes.
 */
export const verifyConsistency = (
  oldSize: number,
  newSize: number,
  proof: readonly Uint8Array[],
  oldRoot: Uint8Array,
  newRoot: Uint8Array,
  using: Hashing = portableHashing,
): void => {
  must(oldSize > 0, 'size-invalid', 'consistency with an empty record says nothing')
  verifySubtreeConsistency(0, oldSize, newSize, proof, oldRoot, newRoot, using)
}

const checkRange = (start: number, end: number): void => {
  checkSafe(start, 'the start')
  checkSafe(end, 'the end')
  let width = 1
  while (width < end - start) width *= 2
  const whole = start <= end && start % width === 0
  must(whole, 'range-invalid', `entries ${start} to ${end} are no subtree of a record`, { index: start })
}

/** Checks that a leaf hash stands at `index` (counted from the start of the record) in a subtree with this root. */
export const verifySubtreeInclusion = (
  index: number,
  start: number,
  end: number,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
  root: Uint8Array,
  using: Hashing = portableHashing,
): void => {
  checkSafe(index, 'the index')
  checkRange(start, end)
  must(index >= start, 'index-beyond-size', `entry ${index} is not in ${start} to ${end}`, { index })
  verifyInclusion(index - start, end - start, leaf, proof, root, using)
}

/**
 * Checks that the subtree over entries `start` to `end` with root `part` belongs to the record of `size` entries
 * with the given root (draft-ietf-plants-merkle-tree-certs §4.4.3; with `start` 0 it is RFC 9162 §2.1.4.2). The
 * empty subtree, whose root is the hash of nothing, belongs to every record.
 */
export const verifySubtreeConsistency = (
  start: number,
  end: number,
  size: number,
  proof: readonly Uint8Array[],
  part: Uint8Array,
  root: Uint8Array,
  using: Hashing = portableHashing,
): void => {
  checkRange(start, end)
  checkSafe(size, 'the size')
  must(end <= size, 'range-invalid', `entries up to ${end} are not in a record of ${size}`, { size })
  checkProof(proof)
  if (start === end || (start === 0 && end === size)) {
    must(proof.length === 0, 'proof-length', 'there is nothing to prove, yet the proof is not empty', {
      size,
    })
    const expected = start === end ? using.emptyRoot() : root
    must(sameBytes(part, expected), 'root-mismatch', 'the two roots differ', { size })
    return
  }
  const [small, large] = rootsFromConsistency([start, end - 1, size - 1], proof, part, using)
  must(sameBytes(small, part), 'root-mismatch', 'the proof leads to another old root', { size: end })
  must(sameBytes(large, root), 'root-mismatch', 'the proof leads to another new root', { size })
}

/** The roots of part and whole a consistency proof leads to; `path` is first and last of the part, last of the whole. */
const rootsFromConsistency = (
  path: readonly [first: number, end: number, last: number],
  proof: readonly Uint8Array[],
  part: Uint8Array,
  using: Hashing,
): readonly [small: Uint8Array, large: Uint8Array] => {
  let [first, end, last] = path
  const up = () => {
    ;[first, end, last] = [half(first), half(end), half(last)]
  }
  // Climb to the largest subtree that ends where the part does; when the part ends the record, to the part itself.
  if (end === last) while (first !== end) up()
  else while (first !== end && end % 2 === 1) up()
  const given = first === end
  must(given || proof.length > 0, 'proof-length', 'the proof is empty')
  let small = given ? part : proof[0]!
  let large = small
  for (const hash of given ? proof : proof.slice(1)) {
    must(last > 0, 'proof-length', 'the proof goes on above the root')
    if (end % 2 === 1 || end === last) {
      if (first < end) small = using.nodeHash(hash, small)
      large = using.nodeHash(hash, large)
      while (end % 2 === 0 && end > 0) up()
    } else large = using.nodeHash(large, hash)
    up()
  }
  must(last === 0, 'proof-length', 'the proof ends below the root')
  return [small, large]
}
