/**
 * Which acts are on the record already. An index of 64-bit fingerprints of act ids, in memory: eight bytes for each
 * entry and eight for finding it. It never says "unknown" of an act it was given; "known" has to be looked at in
 * the entry it names, for two ids may share a fingerprint. So the store needs no index over random ids, which is
 * what would cost most of every commit.
 */
export interface Known {
  readonly size: number
  /** Adds the id of the next entry. */
  add(actId: string): void
  /** The entries that may carry the id, mostly none, hardly ever more than one. */
  candidates(actId: string): readonly number[]
  /** Eight bytes for each entry, in order, for the snapshot. */
  bytes(): Uint8Array
}

const mixed = (hash: number): number => {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) | 0
}

/** The two halves of the fingerprint of an id, worked out in one pass. */
const printOf = (actId: string): { readonly first: number; readonly second: number } => {
  let first = 0x811c9dc5 | 0
  let second = 0x2f0b4c47 | 0
  for (let at = 0; at < actId.length; at++) {
    const unit = actId.charCodeAt(at)
    first = Math.imul(first ^ unit, 0x01000193)
    second = Math.imul(second ^ unit, 0x01000193)
  }
  return { first: mixed(first), second: mixed(second) }
}

const none: readonly number[] = []

/** `from`: what `bytes()` gave earlier. */
export const knownActs = (from: Uint8Array = new Uint8Array(0)): Known => {
  let size = Math.floor(from.length / 8)
  let prints = new Int32Array(Math.max(1024, size * 3))
  let slots = new Int32Array(1024)

  const place = (index: number): void => {
    const mask = slots.length - 1
    let slot = prints[index * 2]! & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = index + 1
  }

  const grow = (): void => {
    while (slots.length < size * 2 + 2) slots = new Int32Array(slots.length * 2)
    for (let index = 0; index < size; index++) place(index)
  }

  // Copied byte by byte: what was given may lie anywhere in a larger buffer, where words need not begin.
  new Uint8Array(prints.buffer).set(from.subarray(0, size * 8))
  grow()

  return {
    get size() {
      return size
    },
    add: actId => {
      if (size * 2 + 2 > prints.length) {
        const wider = new Int32Array(prints.length * 2)
        wider.set(prints)
        prints = wider
      }
      const { first, second } = printOf(actId)
      prints[size * 2] = first
      prints[size * 2 + 1] = second
      size++
      if (slots.length < size * 2) {
        slots = new Int32Array(slots.length * 2)
        grow()
      } else place(size - 1)
    },
    candidates: actId => {
      const { first, second } = printOf(actId)
      const mask = slots.length - 1
      let found: number[] | undefined
      for (let slot = first & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
        const index = slots[slot]! - 1
        if (prints[index * 2] !== first || prints[index * 2 + 1] !== second) continue
        found ??= []
        found.push(index)
      }
      return found ?? none
    },
    bytes: () => new Uint8Array(prints.slice(0, size * 2).buffer),
  }
}
