import { must } from './fault.ts'

/** Every hash of the record has 32 bytes. */
export const hashLength = 32

/** An entry bundle writes an entry's length in two bytes (C2SP tlog-tiles), so no entry is longer than this. */
export const entryLimit = 65_535

/** A full tile has 256 hashes, and a full bundle 256 entries. */
export const tileWidth = 256

/** Free bytes in front of bundles that are laid out to be hashed: room for one entry behind the leaf's 0x00. */
export const headRoom = 1 + entryLimit

/** Refuses an entry the bundle format could not carry. */
export const checkEntry = (entry: Uint8Array, index?: number): void =>
  must(
    entry.length <= entryLimit,
    'entry-too-long',
    `an entry has at most ${entryLimit} bytes, this one has ${entry.length}`,
    index === undefined ? {} : { index },
  )
