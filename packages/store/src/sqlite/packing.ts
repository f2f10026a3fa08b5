import type { NewEntry, StoredEntry } from '@gavel/application'

const digestLength = 32
const isSealed = 1
const hasDigest = 2

/** The entries of one row: a power of two above which a commit is cut into several. */
export const entriesInRow = 256

/**
 * Packs entries into the bytes of a row. Each is: flags (1 byte: 1 sealed, 2 with a digest), the length of the act
 * id (1), the act id, the instant (8, a double), the digest (32, if flagged), the length of the leaf (2), the leaf.
 * Numbers have the high byte first. The digest of a sealed entry is kept beside its content, to go when that goes.
 */
export const packEntries = (entries: readonly NewEntry[]): Buffer => {
  let length = 0
  for (const { actId, leaf } of entries) length += 12 + actId.length * 3 + digestLength + leaf.length
  const packed = Buffer.allocUnsafe(length)
  let at = 0
  for (const { actId, at: instant, digest, leaf, sealed } of entries) {
    const withDigest = sealed === undefined && digest.length === digestLength
    packed[at] = (sealed === undefined ? 0 : isSealed) + (withDigest ? hasDigest : 0)
    const idLength = packed.write(actId, at + 2)
    if (idLength > 255) throw new RangeError('an act id has at most 200 bytes')
    packed[at + 1] = idLength
    at = packed.writeDoubleBE(instant, at + 2 + idLength)
    if (withDigest) {
      packed.set(digest, at)
      at += digestLength
    }
    at = packed.writeUInt16BE(leaf.length, at)
    packed.set(leaf, at)
    at += leaf.length
  }
  return packed.subarray(0, at)
}

/** An entry as it lies in a row: whether something sealed belongs to it is told, not what. */
export type PackedEntry = Omit<StoredEntry, 'sealed'> & { readonly isSealed: boolean }

const nothing = new Uint8Array(0)

/** Reads the entries of a row, the first of which has the index `first`. */
export const unpackEntries = (first: number, row: Uint8Array): readonly PackedEntry[] => {
  const bytes = Buffer.from(row.buffer, row.byteOffset, row.byteLength)
  const entries: PackedEntry[] = []
  for (let at = 0; at < bytes.length; ) {
    const flags = bytes[at]!
    const idEnd = at + 2 + bytes[at + 1]!
    const actId = bytes.toString('utf8', at + 2, idEnd)
    const instant = bytes.readDoubleBE(idEnd)
    at = idEnd + 8
    let digest: Uint8Array = nothing
    if (flags & hasDigest) {
      digest = bytes.subarray(at, at + digestLength)
      at += digestLength
    }
    const leafEnd = at + 2 + bytes.readUInt16BE(at)
    const leaf = bytes.subarray(at + 2, leafEnd)
    entries.push({
      index: first + entries.length,
      actId,
      at: instant,
      digest,
      leaf,
      isSealed: (flags & isSealed) > 0,
    })
    at = leafEnd
  }
  return entries
}
