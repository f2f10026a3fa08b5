import { hash } from 'node:crypto'
import type { Reader } from '@gavel/domain'
import { fromEpochMs, type Instant, instant, toEpochMs } from '@gavel/kernel'
import {
  appendLeaves,
  type Edge,
  emptyEdge,
  isSealedLeaf,
  openCheckpoint,
  parseVerifierKey,
  tileWidth,
  type VerifierKey,
} from '@gavel/record'
import { nodeHashing, readContent, sealHolds } from './leaf.ts'
import type { NewEntry, RecordStore, StoredEntry } from './ports.ts'
import type { RecordKeeper } from './record-keeper.ts'
import { readingChunk } from './start.ts'

/*
 * A record as lines of JSON, for an archive, another server, or another store. In this order:
 *
 *   {"gavel":"record","v":1,"size":…,"root":base64,"verifierKey":…}       one, the first
 *   {"checkpoint":size,"note":…}                                         smallest first, the notes as they were signed
 *   {"entry":index,"at":instant,"actId":…,"leaf":text}                   an open entry: the very text that is hashed
 *   {"entry":index,"at":instant,"actId":…,"sealedLeaf":base64,"salt":base64,"content":text}
 *   {"entry":index,"at":instant,"sealedLeaf":base64}                     sealed, and erased or not for this reader
 *   {"document":hash,"mediaType":…,"base64":…}
 *   {"end":{"entries":…,"documents":…,"checkpoints":…}}                  one, the last
 */

interface Header {
  readonly gavel: 'record'
  readonly v: 1
  readonly size: number
  readonly root: string
  readonly verifierKey?: string
}

interface EntryLine {
  readonly entry: number
  readonly at: Instant
  readonly actId?: string
  readonly leaf?: string
  readonly sealedLeaf?: string
  readonly salt?: string
  readonly content?: string
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const plain = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))
const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

const entryLine = (entry: StoredEntry, mayOpen: boolean): EntryLine => {
  const { index, leaf, actId, sealed } = entry
  const head = { entry: index, at: fromEpochMs(entry.at) }
  if (!isSealedLeaf(leaf)) return { ...head, actId, leaf: utf8(leaf) }
  if (typeof sealed !== 'object' || !mayOpen) return { ...head, sealedLeaf: base64(leaf) }
  return {
    ...head,
    actId,
    sealedLeaf: base64(leaf),
    salt: base64(sealed.salt),
    content: utf8(sealed.content),
  }
}

/**
 * Writes a record out, line by line (without line ends), as it is when it begins. `reader` decides which sealed
 * entries go out opened; `everything` is for the operator's own archive.
 */
export async function* exportRecord(
  keeper: Pick<RecordKeeper<never, never, never, never>, 'head' | 'mayRead' | 'verifierKey'>,
  store: RecordStore,
  reader: Reader | 'everything',
): AsyncGenerator<string, void> {
  const { size, root } = keeper.head()
  const { verifierKey } = keeper
  const header: Header = {
    gavel: 'record',
    v: 1,
    size,
    root: base64(root),
    ...(verifierKey === undefined ? {} : { verifierKey }),
  }
  yield JSON.stringify(header)
  const checkpoints = (await store.checkpoints(0)).filter(checkpoint => checkpoint.size <= size)
  for (const { size: at, note } of checkpoints) yield JSON.stringify({ checkpoint: at, note })
  const mayOpen = (entry: StoredEntry): boolean => {
    const audience = readContent(entry)?.audience
    return reader === 'everything' || (audience !== undefined && keeper.mayRead(audience, reader))
  }
  for (let from = 0; from < size; from += readingChunk)
    for (const entry of await store.read(from, Math.min(size, from + readingChunk)))
      yield JSON.stringify(entryLine(entry, isSealedLeaf(entry.leaf) && mayOpen(entry)))
  const hashes = await store.documentHashes()
  for (const name of hashes) {
    const document = await store.document(name)
    if (document !== undefined)
      yield JSON.stringify({ document: name, mediaType: document.mediaType, base64: base64(document.bytes) })
  }
  yield JSON.stringify({
    end: { entries: size, documents: hashes.length, checkpoints: checkpoints.length },
  })
}

/** What an export that cannot be believed is refused with: the line (from 1) and what is wrong with it. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault'
  readonly line: number
  constructor(line: number, what: string) {
    super(`line ${line}: ${what}`)
    this.line = line
  }
}

/** What came in. `closed`: sealed entries that came without their content. */
export interface Imported {
  readonly entries: number
  readonly closed: number
  readonly documents: number
  readonly checkpoints: number
}

interface Importing {
  readonly store: RecordStore
  readonly header: Header
  readonly key: VerifierKey | undefined
  /** Roots the checkpoints promise, by size. */
  readonly promised: Map<number, string>
  readonly waiting: NewEntry[]
  edge: Edge
  line: number
  entries: number
  closed: number
  documents: number
  checkpoints: number
}

const fail = (at: { readonly line: number }, what: string): never => {
  throw new ImportFault(at.line, what)
}

const readEntry = (into: Importing, line: EntryLine): NewEntry => {
  const at = toEpochMs(instant(line.at))
  const digest = new Uint8Array(0)
  if (line.leaf !== undefined && line.actId !== undefined) {
    const leaf = new Uint8Array(Buffer.from(line.leaf))
    if (readContent({ leaf })?.act.id !== line.actId) fail(into, 'the entry is not of the act it names')
    return { actId: line.actId, digest, at, leaf }
  }
  const leaf = plain(line.sealedLeaf ?? '')
  if (!isSealedLeaf(leaf)) fail(into, 'neither an open nor a sealed entry')
  if (line.salt === undefined || line.content === undefined) {
    into.closed++
    return { actId: `closed:${line.entry}`, digest, at, leaf, sealed: 'erased' }
  }
  const sealed = { salt: plain(line.salt), content: new Uint8Array(Buffer.from(line.content)) }
  if (!sealHolds({ leaf, sealed })) fail(into, 'salt and content are not what the sealed entry commits to')
  return { actId: line.actId ?? `closed:${line.entry}`, digest, at, leaf, sealed }
}

/** Appends what is waiting, up to the next size a checkpoint promises a root for. */
const flush = async (into: Importing): Promise<void> => {
  while (into.waiting.length > 0) {
    const { size } = into.edge
    const next = Math.min(...[...into.promised.keys()].filter(at => at > size), size + into.waiting.length)
    const entries = into.waiting.splice(0, next - size)
    const hashes = entries.map(({ leaf }) => nodeHashing.leafHash(leaf))
    const { edge, root, tiles } = appendLeaves(into.edge, hashes, nodeHashing)
    const promised = into.promised.get(edge.size)
    if (promised !== undefined && promised !== base64(root))
      fail(into, `the first ${edge.size} entries are not those of the checkpoint`)
    const kept = tiles.filter(({ level, hashes: all }) => level > 0 || all.length === tileWidth * 32)
    const batch = { expectedSize: size, entries, tiles: kept, head: { size: edge.size, root } }
    if ((await into.store.append(batch)) === 'moved') fail(into, 'somebody else wrote to the store')
    into.edge = edge
    into.entries += entries.length
  }
}

const takeCheckpoint = async (into: Importing, size: number, note: string): Promise<void> => {
  if (into.key === undefined) return fail(into, 'a checkpoint, but no key to check it with')
  try {
    const opened = openCheckpoint(note, into.key)
    if (opened.size !== size || size > into.header.size) fail(into, 'the checkpoint is of another size')
    into.promised.set(size, base64(opened.root))
  } catch (error) {
    if (error instanceof ImportFault) throw error
    fail(into, `the checkpoint does not hold: ${(error as Error).message}`)
  }
  await into.store.saveCheckpoint({ size, note })
  into.checkpoints++
}

const takeDocument = async (
  into: Importing,
  name: string,
  mediaType: string,
  text: string,
): Promise<void> => {
  const bytes = plain(text)
  if (hash('sha256', bytes, 'hex') !== name) fail(into, 'the document is not the one its hash names')
  await into.store.putDocument(name, { mediaType, bytes })
  into.documents++
}

/** Takes one line after the first; true when it was the last. */
const take = async (into: Importing, value: { readonly [name: string]: unknown }): Promise<boolean> => {
  if (typeof value['checkpoint'] === 'number')
    await takeCheckpoint(into, value['checkpoint'], String(value['note']))
  else if (typeof value['entry'] === 'number') {
    const line = value as unknown as EntryLine
    if (line.entry !== into.edge.size + into.waiting.length) fail(into, 'the entry is not the next one')
    into.waiting.push(readEntry(into, line))
    if (into.waiting.length >= 1000) await flush(into)
  } else if (typeof value['document'] === 'string')
    await takeDocument(into, value['document'], String(value['mediaType']), String(value['base64']))
  else if (typeof value['end'] === 'object') return true
  else fail(into, 'not a line of an export')
  return false
}

const parse = (line: number, text: string): { readonly [name: string]: unknown } => {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as { readonly [name: string]: unknown }
  } catch {}
  throw new ImportFault(line, 'not a line of JSON')
}

const isHeader = (value: { readonly [name: string]: unknown }): boolean =>
  value['gavel'] === 'record' && value['v'] === 1 && Number.isSafeInteger(value['size'])

/**
 * Reads an export into an empty store and believes nothing: every entry is hashed into the tree, every seal opened,
 * every checkpoint checked against key and tree, every document against its hash, and in the end the root. The key
 * is the one given, else the one the export names. Throws ImportFault; the store is then incomplete and has to be
 * thrown away. Acts come without digests: sent again under their ids, they count as the same.
 */
export const importRecord = async (
  store: RecordStore,
  lines: AsyncIterable<string> | Iterable<string>,
  verifierKey?: string,
): Promise<Imported> => {
  if ((await store.head()).size > 0) throw new RangeError('a record is imported into an empty store only')
  let into: Importing | undefined
  let line = 0
  let ended = false
  for await (const text of lines) {
    line++
    if (text === '') continue
    const value = parse(line, text)
    if (ended) throw new ImportFault(line, 'something after the end')
    if (into === undefined) {
      if (!isHeader(value)) throw new ImportFault(line, 'not the first line of an export')
      into = importing(store, value as unknown as Header, verifierKey)
    } else {
      into.line = line
      ended = await take(into, value)
    }
  }
  if (into === undefined || !ended) throw new ImportFault(line, 'the export ends too early')
  await flush(into)
  const { root, size } = await store.head()
  if (size !== into.header.size || base64(root) !== into.header.root)
    throw new ImportFault(line, 'the entries do not add up to the root of the first line')
  const { entries, closed, documents, checkpoints } = into
  return { entries, closed, documents, checkpoints }
}

const importing = (store: RecordStore, header: Header, verifierKey: string | undefined): Importing => {
  const named = verifierKey ?? header.verifierKey
  return {
    store,
    header,
    key: named === undefined ? undefined : parseVerifierKey(named),
    promised: new Map(),
    waiting: [],
    edge: emptyEdge,
    line: 1,
    entries: 0,
    closed: 0,
    documents: 0,
    checkpoints: 0,
  }
}
