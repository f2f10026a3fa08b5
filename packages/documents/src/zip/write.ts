import { crc32, deflateRawSync } from 'node:zlib'

/** A part of an archive to be written: its name in ASCII and its bytes. */
export interface PartToWrite {
  readonly name: string
  readonly bytes: Uint8Array
}

/** 1980-01-01 00:00, the first instant ZIP knows: the same parts make the same bytes, whenever they are packed. */
const noTime = 0x0021_0000

const localHeader = (name: Buffer, packed: Uint8Array, { bytes }: PartToWrite): Buffer => {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(noTime, 10)
  header.writeUInt32LE(crc32(bytes), 14)
  header.writeUInt32LE(packed.length, 18)
  header.writeUInt32LE(bytes.length, 22)
  header.writeUInt16LE(name.length, 26)
  return header
}

const centralHeader = (local: Buffer, offset: number): Buffer => {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(20, 4)
  // From the version needed to the length of the name, both headers say the same.
  local.copy(header, 6, 4, 30)
  header.writeUInt16LE(0, 30)
  header.writeUInt32LE(offset, 42)
  return header
}

/** Packs parts into a ZIP archive, in their order. Deterministic: equal parts, equal bytes. */
export const writeArchive = (parts: readonly PartToWrite[]): Uint8Array => {
  const body: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const part of parts) {
    const name = Buffer.from(part.name, 'ascii')
    const packed = deflateRawSync(part.bytes, { level: 6 })
    const local = localHeader(name, packed, part)
    directory.push(centralHeader(local, offset), name)
    body.push(local, name, packed)
    offset += local.length + name.length + packed.length
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...body, ...directory, end])
}
