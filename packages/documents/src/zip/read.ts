import { crc32, inflateRawSync } from 'node:zlib'
import { DocumentFault } from '../fault.ts'

/**
 * ZIP archives as documents are packed in (PKWARE APPNOTE 6.3, without ZIP64, encryption and split archives, which no
 * word processor writes). Own reading, because every part has to be bounded before it is unpacked: an archive of a few
 * kilobytes can hold gigabytes of zeros.
 */
export interface Archive {
  readonly names: readonly string[]
  has(name: string): boolean
  /** The unpacked part; undefined when there is none of that name. Throws DocumentFault. */
  read(name: string): Uint8Array | undefined
}

export interface ArchiveLimits {
  readonly entries: number
  /** Bytes of one part, unpacked, and of all parts that are read. */
  readonly partBytes: number
  readonly totalBytes: number
}

interface Entry {
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

const endSignature = 0x06054b50
const centralSignature = 0x02014b50
const localSignature = 0x04034b50

const broken = (why: string): DocumentFault =>
  new DocumentFault('broken', `The file is not a whole ZIP archive: ${why}.`)

/** Where the end record stands: in the last 65,557 bytes, its comment reaching exactly to the end of the file. */
const findEnd = (view: DataView): number => {
  const lowest = Math.max(0, view.byteLength - 65_557)
  for (let at = view.byteLength - 22; at >= lowest; at--)
    if (
      view.getUint32(at, true) === endSignature &&
      at + 22 + view.getUint16(at + 20, true) === view.byteLength
    )
      return at
  throw broken('its end is missing')
}

/** Names are compared as Open Packaging Conventions do: without regard to case, with forward slashes. */
const nameKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

const readEntries = (
  bytes: Uint8Array,
  view: DataView,
  most: number,
): ReadonlyMap<string, Entry & { readonly name: string }> => {
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  if (view.getUint16(end + 4, true) !== 0 || count !== view.getUint16(end + 8, true))
    throw broken('it is one of several files')
  if (count === 0xffff || start === 0xffffffff)
    throw new DocumentFault('tooLarge', 'The archive is a ZIP64 archive, larger than any document.')
  if (count > most)
    throw new DocumentFault('tooLarge', `The archive has ${count} parts; ${most} are read at most.`)
  const entries = new Map<string, Entry & { readonly name: string }>()
  let at = start
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== centralSignature)
      throw broken('its directory breaks off')
    const nameLength = view.getUint16(at + 28, true)
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) throw broken('its directory breaks off')
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString('utf8')
    if ((view.getUint16(at + 8, true) & 1) !== 0)
      throw new DocumentFault('encrypted', 'The archive is protected by a password.', { part: name })
    const key = nameKey(name)
    if (entries.has(key)) throw broken(`the part ${name.slice(0, 80)} stands in it twice`)
    entries.set(key, {
      name: name.replaceAll('\\', '/').replace(/^\/+/, ''),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at = next
  }
  return entries
}

const packedBytes = (bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array => {
  const { offset, packed } = entry
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== localSignature)
    throw broken('a part is not where its directory says')
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (from + packed > bytes.length) throw broken('a part breaks off')
  return bytes.subarray(from, from + packed)
}

const unpacked = (packed: Uint8Array, { method, size }: Entry, name: string): Uint8Array => {
  if (method === 0) return packed
  if (method !== 8) throw broken(`the part ${name} is packed by method ${method}, which is not read here`)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch {
    throw broken(`the part ${name} does not unpack to the size it names`)
  }
}

/** Opens an archive. No part is unpacked until it is asked for, and none beyond what its entry and the limits say. */
export const openArchive = (bytes: Uint8Array, limits: ArchiveLimits): Archive => {
  if (bytes.length < 22) throw broken('it is too short')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readEntries(bytes, view, limits.entries)
  let total = 0
  const read = (name: string): Uint8Array | undefined => {
    const entry = entries.get(nameKey(name))
    if (entry === undefined) return undefined
    total += entry.size
    if (entry.size > limits.partBytes || total > limits.totalBytes)
      throw new DocumentFault(
        'tooLarge',
        `The part unpacks to ${entry.size} bytes; ${limits.partBytes} for one part and ${limits.totalBytes} together are read.`,
        { part: entry.name },
      )
    const part = unpacked(packedBytes(bytes, view, entry), entry, entry.name)
    if (part.length !== entry.size || crc32(part) !== entry.crc)
      throw broken(`the part ${entry.name} is damaged`)
    return part
  }
  return {
    names: [...entries.values()].map(({ name }) => name),
    has: name => entries.has(nameKey(name)),
    read,
  }
}
