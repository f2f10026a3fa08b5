import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { createGunzip } from 'node:zlib'
import { TableFault } from './fault.ts'

/** The bytes of a table, which may be read more than once. */
export interface TableSource {
  readonly name: string
  readonly chunks: () => AsyncIterable<Uint8Array>
}

export const sourceOfFile = (path: string): TableSource => ({
  name: basename(path),
  chunks: () => createReadStream(path, { highWaterMark: 1 << 18 }),
})

export const sourceOfBytes = (name: string, bytes: Uint8Array): TableSource => ({
  name,
  chunks: async function* () {
    for (let at = 0; at < bytes.length; at += 1 << 18) yield bytes.subarray(at, at + (1 << 18))
  },
})

/** The lower-case hexadecimal SHA-256 of the bytes of a source. */
export const hashOfSource = async (source: TableSource): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of source.chunks()) hash.update(chunk)
  return hash.digest('hex')
}

/** The first bytes, enough to tell what kind of file it is. */
export const beginningOf = async (source: TableSource, bytes = 4096): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of source.chunks()) {
    parts.push(chunk)
    length += chunk.length
    if (length >= bytes) break
  }
  return new Uint8Array(Buffer.concat(parts).subarray(0, bytes))
}

/** Everything of it, for a file that has to be read from its end. */
export const wholeOf = async (source: TableSource, most: number): Promise<Buffer> => {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of source.chunks()) {
    length += chunk.length
    if (length > most)
      throw new TableFault('tooLarge', `${source.name} is larger than ${most} bytes; divide it.`)
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

/** The source unpacked from gzip; it ends with a fault where it is no whole gzip file. */
export const unzipped = (source: TableSource): TableSource => ({
  name: source.name.replace(/\.gz$/i, ''),
  chunks: async function* () {
    const gunzip = createGunzip()
    const feeding = (async () => {
      for await (const chunk of source.chunks())
        if (!gunzip.write(chunk)) await new Promise<void>(resolve => gunzip.once('drain', () => resolve()))
      gunzip.end()
    })()
    feeding.catch(error => gunzip.destroy(error as Error))
    try {
      for await (const chunk of gunzip) yield chunk as Uint8Array
    } catch (error) {
      throw new TableFault('broken', `${source.name} is not a whole gzip file: ${(error as Error).message}.`)
    } finally {
      gunzip.destroy()
    }
  },
})

/** The source, refused once it has given more than so many bytes: what a few kilobytes unpack to is bounded here. */
export const bounded = (source: TableSource, most: number): TableSource => ({
  name: source.name,
  chunks: async function* () {
    let length = 0
    for await (const chunk of source.chunks()) {
      length += chunk.length
      if (length > most)
        throw new TableFault('tooLarge', `${source.name} holds more than ${most} bytes unpacked; divide it.`)
      yield chunk
    }
  },
})
