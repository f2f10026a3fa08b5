import { readDecimal } from './bytes.ts'
import type { ChunkWork, LaidWork } from './chunk.ts'
import { must, RecordFault } from './fault.ts'
import { checkEntry, hashLength, headRoom, tileWidth } from './limits.ts'

/**
 * The hashes of the tree, stored by 256 (C2SP tlog-tiles 0.1). Level 0 holds leaf hashes; a hash on level 1 is
 * the root over a full tile of level 0, and so on. A tile has 1 to 256 hashes of 32 bytes; only the last tile of a
 * level may have fewer than 256, and its hashes never change when more are added behind them.
 *
 *     a record of 70,000 entries has  level 0: 273 full tiles and one of 112 hashes
 *                                     level 1: one full tile and one of 17
 *                                     level 2: one of 1
 */
export interface Tile {
  readonly level: number
  readonly index: number
  readonly hashes: Uint8Array
}

/**
 * Fetches the bytes of a tile. `width` is how many hashes are wanted; a longer answer is as good, for a tile
 * only ever grows at its end.
 */
export type ReadTile = (
  level: number,
  index: number,
  width: number,
) => Promise<Uint8Array | undefined> | Uint8Array | undefined

/** How many hashes the tile has in a record of the given size: 256, fewer for the last one, 0 if it is not there. */
export const widthOfTile = (size: number, level: number, index: number): number => {
  const hashes = Math.floor(size / tileWidth ** level)
  return Math.max(0, Math.min(tileWidth, hashes - index * tileWidth))
}

/** Reads the first `width` hashes of a tile, or says what is wrong with it. */
export const readHashes = async (
  readTile: ReadTile,
  level: number,
  index: number,
  width: number,
): Promise<Uint8Array> => {
  const bytes = await readTile(level, index, width)
  must(bytes !== undefined, 'tile-missing', `tile ${level}/${index} is missing`, { level, index })
  const wellFormed = bytes.length % hashLength === 0 && bytes.length <= tileWidth * hashLength
  must(wellFormed, 'tile-malformed', `tile ${level}/${index} has ${bytes.length} bytes`, { level, index })
  const enough = bytes.length >= width * hashLength
  must(enough, 'tile-malformed', `tile ${level}/${index} has fewer than ${width} hashes`, { level, index })
  return bytes.subarray(0, width * hashLength)
}

/** Where a tile or an entry bundle is served. */
export interface TilePlace {
  readonly level: number | 'entries'
  readonly index: number
  /** 1 to 256; below 256 the tile is partial. */
  readonly width: number
}

/**
 * The path of a tile under the log's prefix. The index is written in groups of three digits, all but the last
 * behind an `x`, so that a directory never holds more than a thousand names and never the name of a file.
 *
 *     tilePath({ level: 0, index: 1234067, width: 256 })         tile/0/x001/x234/067
 *     tilePath({ level: 'entries', index: 273, width: 112 })     tile/entries/273.p/112
 */
export const tilePath = ({ level, index, width }: TilePlace): string => {
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g)!
  const number = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${level}/${number}${width === tileWidth ? '' : `.p/${width}`}`
}

const pathForm = /^tile\/(entries|0|[1-9][0-9]?)\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/

/** Reads a tile path; throws `tile-path-malformed` on every spelling but the one `tilePath` writes. */
export const parseTilePath = (path: string): TilePlace => {
  const broken = () => new RecordFault('tile-path-malformed', `not the path of a tile: ${path.slice(0, 100)}`)
  const found = pathForm.exec(path)
  if (found === null) throw broken()
  const [, kind, number, partial] = found
  const index = readDecimal(number!.replace(/[x/]/g, '').replace(/^0+(?=.)/, ''))
  const width = partial === undefined ? tileWidth : Number(partial)
  if (index === undefined || (partial !== undefined && width >= tileWidth)) throw broken()
  const place: TilePlace = { level: kind === 'entries' ? 'entries' : Number(kind), index, width }
  // The one canonical spelling: no superfluous group of zeros in front, no level above 63.
  if (tilePath(place) !== path || (place.level !== 'entries' && place.level > 63)) throw broken()
  return place
}

/**
 * Up to 256 entries in one file, each behind its length in two bytes, the high one first.
 *
 *     entryBundle([Uint8Array.of(7, 8), Uint8Array.of()])     00 02 07 08  00 00
 */
export const entryBundle = (entries: readonly Uint8Array[]): Uint8Array => {
  must(entries.length <= tileWidth, 'bundle-malformed', `a bundle has at most ${tileWidth} entries`)
  return layBundles(entries).bundles.slice(headRoom)
}

/** Gives an array of at least so many bytes, whose content does not matter. */
export type TakeRoom = (length: number) => Uint8Array

const newRoom: TakeRoom = length => new Uint8Array(length)

/**
 * Entries laid out as bundles, one after the other behind the head room, and where each ends. `first` is the index
 * of the first entry.
 */
export const layBundles = (entries: readonly Uint8Array[], first = 0, take: TakeRoom = newRoom) => {
  let length = headRoom
  for (let i = 0; i < entries.length; i++) {
    checkEntry(entries[i]!, first + i)
    length += 2 + entries[i]!.length
  }
  const bundles = take(length)
  const ends: number[] = []
  let at = headRoom
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i]!
    bundles[at] = entry.length >> 8
    bundles[at + 1] = entry.length & 255
    bundles.set(entry, at + 2)
    at += 2 + entry.length
    if (i % tileWidth === tileWidth - 1 || i === entries.length - 1) ends.push(at)
  }
  return { bundles, ends }
}

/** A stretch of the record, laid out to be posted to another thread. Throws `entry-too-long`. */
export const laidOut = (work: ChunkWork, take?: TakeRoom): LaidWork => {
  if ('bundles' in work) return work
  const { entries, ...stretch } = work
  return { ...stretch, ...layBundles(entries, work.start, take) }
}

/** The entries of a bundle, in order. Throws `bundle-malformed` when it is cut short or has more than 256. */
export const parseEntryBundle = (bundle: Uint8Array): readonly Uint8Array[] => {
  const entries: Uint8Array[] = []
  for (let at = 0; at < bundle.length; ) {
    const index = entries.length
    must(index < tileWidth, 'bundle-malformed', `a bundle has at most ${tileWidth} entries`)
    must(at + 2 <= bundle.length, 'bundle-malformed', 'the bundle ends inside a length', { index })
    const end = at + 2 + bundle[at]! * 256 + bundle[at + 1]!
    must(end <= bundle.length, 'bundle-malformed', 'the bundle ends inside an entry', { index })
    entries.push(bundle.subarray(at + 2, end))
    at = end
  }
  return entries
}
