import type { Readable } from 'node:stream'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { TableFault } from '../fault.ts'
import type { TableLimits } from '../limits.ts'

/** The parts of a spreadsheet file. What is unpacked of them all together is bounded, whatever they say of themselves. */
export interface Parts {
  has(name: string): boolean
  /** The part as chunks of bytes, unpacked as they are asked for. Throws TableFault. */
  chunks(name: string): AsyncIterable<Uint8Array>
  close(): void
}

const broken = (error: unknown): TableFault =>
  new TableFault('broken', `It is not a whole XLSX file: ${(error as Error).message}.`)

/** Names in the archive are compared as Open Packaging Conventions do: without regard to case. */
const keyOf = (name: string): string => name.replace(/^\/+/, '').toLowerCase()

const entriesOf = async (zip: ZipFile, limits: TableLimits): Promise<ReadonlyMap<string, Entry>> => {
  const entries = new Map<string, Entry>()
  if (zip.entryCount > limits.parts)
    throw new TableFault('tooLarge', `It has ${zip.entryCount} parts; ${limits.parts} are read at most.`)
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new TableFault('encrypted', 'It is protected by a password.')
    entries.set(keyOf(entry.fileName), entry)
  }
  return entries
}

const opened = async (bytes: Buffer): Promise<ZipFile> => {
  try {
    return await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true })
  } catch (error) {
    throw broken(error)
  }
}

export const openParts = async (bytes: Buffer, limits: TableLimits): Promise<Parts> => {
  const zip = await opened(bytes)
  let entries: ReadonlyMap<string, Entry>
  try {
    entries = await entriesOf(zip, limits)
  } catch (error) {
    throw error instanceof TableFault ? error : broken(error)
  }
  const chunks = async function* (name: string): AsyncGenerator<Uint8Array> {
    const entry = entries.get(keyOf(name))
    if (entry === undefined) throw new TableFault('broken', `It has no part called ${name}.`)
    const tooLarge = (): TableFault =>
      new TableFault('tooLarge', `${name} unpacks to more than ${limits.bytes} bytes; it is not read.`)
    if (entry.uncompressedSize > limits.bytes) throw tooLarge()
    let stream: Readable | undefined
    let length = 0
    try {
      stream = await zip.openReadStreamPromise(entry)
      for await (const chunk of stream) {
        length += (chunk as Uint8Array).length
        if (length > limits.bytes) throw tooLarge()
        yield chunk as Uint8Array
      }
    } catch (error) {
      throw error instanceof TableFault ? error : broken(error)
    } finally {
      stream?.destroy()
    }
  }
  return { has: name => entries.has(keyOf(name)), chunks, close: () => zip.close() }
}
