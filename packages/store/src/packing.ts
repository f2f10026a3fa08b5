import type { NewEntry, Sealed, StoredEntry } from '@gavel/application'

const digestLength = 32
const isSealed = 1
const hasDigest = 2

/** The most entries of one row; a longer commit is cut into several. */
const entriesInRow = 256

/**
 * Packs entries into the bytes of a row. Each is: flags (1 byte: 1 sealed, 2 with a digest), the length of the act
 * id (1), the act id, the instant (8, a double), the digest (32, if flagged), the length of the leaf (2), the leaf.
 * Numbers have the high byte first. The digest of a sealed entry is kept beside its content, to go when that goes.
 */
const packEntries = (entries: readonly NewEntry[]): Buffer => {
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

/** A row of entries that were committed together. */
export interface Row extends StoredRow {
  readonly count: number
}

/** The same as it is read back. */
export interface StoredRow {
  readonly first: number
  readonly entries: Uint8Array
}

/** The rows of a commit whose first entry has the index `first`. */
export const packRows = (first: number, entries: readonly NewEntry[]): readonly Row[] => {
  if (entries.length <= entriesInRow) return [{ first, count: entries.length, entries: packEntries(entries) }]
  const rows: Row[] = []
  for (let at = 0; at < entries.length; at += entriesInRow) {
    const row = entries.slice(at, at + entriesInRow)
    rows.push({ first: first + at, count: row.length, entries: packEntries(row) })
  }
  return rows
}

/** An entry as it lies in a row: whether something sealed belongs to it is told, not what. */
type PackedEntry = Omit<StoredEntry, 'sealed'> & { readonly isSealed: boolean }

const nothing = new Uint8Array(0)

/** Reads the entries of a row, the first of which has the index `first`. */
const unpackEntries = (first: number, row: Uint8Array): readonly PackedEntry[] => {
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

/** Salt, content and digest of a sealed entry, as they are kept apart. */
export interface SealedRow extends Sealed {
  readonly digest: Uint8Array
}

const withSealed = (entry: StoredEntry, row: SealedRow | undefined): StoredEntry =>
  row === undefined
    ? { ...entry, digest: nothing, sealed: 'erased' }
    : { ...entry, digest: row.digest, sealed: { salt: row.salt, content: row.content } }

/** The entries `from` (included) to `to` (excluded) of the rows that hold them, without what is sealed. */
export const unpackRows = (rows: readonly StoredRow[], from: number, to: number): readonly PackedEntry[] => {
  const packed: PackedEntry[] = []
  for (const row of rows)
    for (const entry of unpackEntries(row.first, row.entries))
      if (entry.index >= from && entry.index < to) packed.push(entry)
  return packed
}

/** The same with what is sealed: a sealed entry that has nothing apart was erased. */
export const joinSealed = (
  packed: readonly PackedEntry[],
  sealed: ReadonlyMap<number, SealedRow>,
): readonly StoredEntry[] =>
  packed.map(({ isSealed, ...entry }) => (isSealed ? withSealed(entry, sealed.get(entry.index)) : entry))
