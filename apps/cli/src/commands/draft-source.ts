import { readFile } from 'node:fs/promises'
import { type Defect, type Draft, decodeUtf8, type FileDraft, parseDraft, printNotation } from '@gavel/text'
import { UsageError } from '../command.ts'

/** A draft as the commands read it: from text in UTF-8, or from a Word file with what is tracked in it. */
export interface ReadDraft {
  readonly draft: Draft
  readonly defects: readonly Defect[]
  /** The notation it was read from; of a Word file, the notation its draft prints as. */
  readonly source: string
  readonly file?: FileDraft
}

/** Reads a draft; `-` is standard input. Bytes that are neither text nor a readable Word file are refused. */
export const readDraft = async (file: string): Promise<ReadDraft> => {
  const bytes =
    file === '-' ? await standardInput() : await readFile(file).catch(error => cannotRead(file, error))
  if (begins(bytes, 0x50, 0x4b, 3, 4)) return readWord(file, bytes)
  const other = otherKind(bytes)
  if (other !== undefined) throw new UsageError(`${file} ${other}`)
  const decoded = decodeUtf8(bytes)
  if (decoded.kind === 'notUtf8')
    throw new UsageError(`${file} is not UTF-8: byte ${decoded.offset} fits no character`)
  return { ...parseDraft(decoded.text), source: decoded.text }
}

const readWord = async (file: string, bytes: Uint8Array): Promise<ReadDraft> => {
  const { openWorkshop } = await import('@gavel/documents')
  const workshop = openWorkshop()
  const outcome = await workshop.run({ kind: 'readDraft', bytes, parties: new Map() })
  await workshop.stop()
  if (outcome.kind !== 'done')
    throw new UsageError(`${file}: ${outcome.kind === 'refused' ? outcome.message : 'could not be read'}`)
  const { draft, defects } = outcome.value
  return { draft, defects, source: printNotation(draft), file: outcome.value }
}

const begins = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

/** What a file is that begins like something else than text, and what to do about it. */
const otherKind = (bytes: Uint8Array): string | undefined => {
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46))
    return 'is a PDF: take its text out first, for instance with pdftotext -layout'
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return 'is in the old format of Word, or protected: save it as DOCX first'
  if (begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff)) return 'is UTF-16: save it as UTF-8 first'
  return undefined
}

const cannotRead = (file: string, error: NodeJS.ErrnoException): never => {
  if (error.code === 'EISDIR') throw new UsageError(`${file} is a folder, not a file`)
  throw new UsageError(
    error.code === 'ENOENT' ? `no such file: ${file}` : `${file} cannot be read: ${error.message}`,
  )
}

const standardInput = async (): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
