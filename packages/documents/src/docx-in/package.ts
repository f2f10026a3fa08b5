import { DocumentFault } from '../fault.ts'
import { attribute, childrenOf, type Element, readXml } from '../xml/tree.ts'
import { type Archive, openArchive } from '../zip/read.ts'

/** Most bytes of a file, and what its archive may hold. */
export const fileBytes = 16 << 20
const archiveLimits = { entries: 3_000, partBytes: 48 << 20, totalBytes: 64 << 20 }

const begins = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')

/** Says what a file is that is no archive. Throws DocumentFault unless it begins like one. */
const refuseOtherKinds = (bytes: Uint8Array): void => {
  if (bytes.length === 0) throw new DocumentFault('notDocx', 'The file is empty.')
  if (bytes.length > fileBytes)
    throw new DocumentFault('tooLarge', `The file has ${bytes.length} bytes; ${fileBytes} are read at most.`)
  if (begins(bytes, 0x50, 0x4b, 3, 4) || begins(bytes, 0x50, 0x4b, 5, 6)) return
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46))
    throw new DocumentFault('notDocx', 'The file is a PDF. Send the document it was made from, as DOCX.')
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(utf16('EncryptedPackage')))
      throw new DocumentFault('encrypted', 'The file is protected by a password. Save it without one.')
    throw new DocumentFault('notDocx', 'The file is in the old format of Word (.doc). Save it as DOCX.')
  }
  if (begins(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66))
    throw new DocumentFault('notDocx', 'The file is RTF. Save it as DOCX.')
  throw new DocumentFault('notDocx', 'The file is not a DOCX document.')
}

/** A part of the package that others refer to. */
export interface Relationship {
  readonly type: string
  readonly target: string
  readonly external: boolean
}

export interface Package {
  readonly archive: Archive
  readonly main: string
  readonly relationships: ReadonlyMap<string, Relationship>
  /** The part as a tree; undefined when there is none. */
  tree(part: string): Element | undefined
}

/** `../media/x` as seen from the folder of a part. */
const resolved = (from: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const parts = from.split('/').slice(0, -1)
  for (const piece of target.split('/')) {
    if (piece === '..') parts.pop()
    else if (piece !== '.') parts.push(piece)
  }
  return parts.join('/')
}

const relationshipsOf = (archive: Archive, part: string): ReadonlyMap<string, Relationship> => {
  const at = part.lastIndexOf('/') + 1
  const name = `${part.slice(0, at)}_rels/${part.slice(at)}.rels`
  const bytes = archive.read(name)
  if (bytes === undefined) return new Map()
  return new Map(
    childrenOf(readXml(bytes, name), 'rel:Relationship').map(row => {
      const target = attribute(row, 'Target') ?? ''
      const external = attribute(row, 'TargetMode') === 'External'
      const type = (attribute(row, 'Type') ?? '').split('/').at(-1)!
      return [
        attribute(row, 'Id') ?? '',
        { type, target: external ? target : resolved(part, target), external },
      ]
    }),
  )
}

const contentTypeOf = (types: Element, part: string): string => {
  const own = childrenOf(types, 'ct:Override').find(
    row => (attribute(row, 'PartName') ?? '').toLowerCase() === `/${part}`.toLowerCase(),
  )
  const ending = part.split('.').at(-1)!.toLowerCase()
  const usual = childrenOf(types, 'ct:Default').find(
    row => attribute(row, 'Extension')?.toLowerCase() === ending,
  )
  return attribute(own ?? usual ?? types, 'ContentType') ?? ''
}

const refuseOtherPackages = (archive: Archive): void => {
  const type = archive.has('mimetype')
    ? Buffer.from(archive.read('mimetype')!.subarray(0, 100)).toString('latin1')
    : ''
  if (type.includes('opendocument'))
    throw new DocumentFault('notDocx', 'The file is an OpenDocument file. Save it as DOCX.')
  if (!archive.has('[Content_Types].xml'))
    throw new DocumentFault('notDocx', 'The file is an archive, but no DOCX document.')
  const macros = archive.names.find(name => /vbaproject|vbadata/i.test(name))
  if (macros !== undefined)
    throw new DocumentFault('macros', 'The file holds macros. Save it as DOCX without them.', {
      part: macros,
    })
}

/** Opens a DOCX file: finds its main part and what belongs to it. Throws DocumentFault for everything else. */
export const openPackage = (bytes: Uint8Array): Package => {
  refuseOtherKinds(bytes)
  const archive = openArchive(bytes, archiveLimits)
  refuseOtherPackages(archive)
  const main = [...relationshipsOf(archive, '').values()].find(
    ({ type }) => type === 'officeDocument',
  )?.target
  if (main === undefined)
    throw new DocumentFault('broken', 'The file does not say which part is its document.')
  const types = readXml(archive.read('[Content_Types].xml')!, '[Content_Types].xml')
  const type = contentTypeOf(types, main)
  if (/macroenabled/i.test(type))
    throw new DocumentFault('macros', 'The file is a document with macros. Save it as DOCX.')
  if (!/wordprocessingml\.(document|template)\.main\+xml$/.test(type))
    throw new DocumentFault('notDocx', 'The file is an Office file, but no Word document.')
  const tree = (part: string): Element | undefined => {
    const found = archive.read(part)
    return found === undefined ? undefined : readXml(found, part)
  }
  return { archive, main, relationships: relationshipsOf(archive, main), tree }
}
