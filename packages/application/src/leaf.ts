import { hash } from 'node:crypto'
import type { ActHeader, Audience } from '@gavel/domain'
import { canonicalJson, type Instant, type Json } from '@gavel/kernel'
import { entryLimit, type Hashing, hashing, isSealedLeaf, openSealedLeaf, sealLeaf } from '@gavel/record'
import type { AnyEvent } from './law.ts'
import type { NewEntry, Randomness, Sealed } from './ports.ts'
import type { EntryContent } from './record-keeper.ts'

/**
 * SHA-256 by the platform, several times faster than in JavaScript. It is asked for one-byte characters, which come
 * over from native code at a third of the price of a Buffer.
 */
const sha256 = (bytes: Uint8Array | string): Uint8Array => {
  const characters = hash('sha256', bytes, 'binary')
  const digest = new Uint8Array(32)
  for (let at = 0; at < 32; at++) digest[at] = characters.charCodeAt(at)
  return digest
}

export const nodeHashing: Hashing = hashing(sha256)

const everyone: Audience = { kind: 'public' }
const decoder = new TextDecoder('utf-8', { fatal: true })

/** The parts of an act that go into its digest and into its leaf, in canonical JSON: written once for both. */
export interface WrittenHeader {
  readonly as: string
  /** `"by":…`, `"id":…` and `"type":…`, in the order of their names. */
  readonly by: string
  readonly idAndType: string
}

export const writeHeader = ({ as, by, id, type }: Omit<ActHeader, 'at'>): WrittenHeader => ({
  as: canonicalJson(as as unknown as Json),
  by: `"by":${canonicalJson(by)}`,
  idAndType: `"id":${canonicalJson(id)},"type":${canonicalJson(type)}`,
})

/**
 * What an open leaf says, and what a sealed one commits to; only the latter names its audience. Canonical JSON, behind
 * a character 0.
 */
const contentText = (
  { as, by, idAndType }: WrittenHeader,
  at: Instant,
  events: readonly AnyEvent[],
  audience: Audience,
): string => {
  const told = audience.kind === 'public' ? '' : `"audience":${canonicalJson(audience as unknown as Json)},`
  const what = canonicalJson(events as unknown as Json)
  return `\0{"act":{"as":${as},"at":${canonicalJson(at)},${by},${idAndType}},${told}"events":${what},"v":1}`
}

/** The digest under which an act is remembered as it was sent: SHA-256 of its canonical JSON, without its instant. */
export const digestOf = ({ as, by, idAndType }: WrittenHeader, body: unknown): Uint8Array => {
  const said = body === undefined ? '' : `"body":${canonicalJson(body as Json)},`
  return sha256(`{"as":${as},${said}${by},${idAndType}}`)
}

/** Where leaves are laid until they are appended: one piece of memory for many, for each new one has its price. */
const slabBytes = 65_536
let slab = Buffer.allocUnsafeSlow(slabBytes)
let slabUsed = 0

/** The UTF-8 of a text without its first character, which is a 0. */
const laid = (marked: string): Uint8Array => {
  const most = marked.length * 3
  if (most > slabBytes / 4) return Buffer.from(marked).subarray(1)
  if (slabUsed + most > slabBytes) {
    slab = Buffer.allocUnsafeSlow(slabBytes)
    slabUsed = 0
  }
  const from = slabUsed
  slabUsed += slab.write(marked, from)
  return slab.subarray(from + 1, slabUsed)
}

/** An entry as it will be appended, with the hash of its leaf. */
export interface WrittenEntry {
  readonly entry: NewEntry
  readonly leafHash: Uint8Array
}

/**
 * Writes an entry: `{"act":…,"events":[…],"v":1}` in canonical JSON for everybody to read, or 48 bytes that commit
 * to that content and a fresh salt when its audience is narrower. Undefined when content is over 65,535 bytes.
 * Throws RangeError or TypeError for what JSON cannot carry.
 */
export const writeEntry = (
  act: ActHeader,
  { header, digest }: { readonly header: WrittenHeader; readonly digest: Uint8Array },
  events: readonly AnyEvent[],
  audience: Audience,
  at: number,
  random: Randomness,
): WrittenEntry | undefined => {
  // The character 0 before the text is RFC 6962's mark of a leaf.
  const marked = contentText(header, act.at, events, audience)
  const content = laid(marked)
  if (content.length > entryLimit) return undefined
  if (audience.kind === 'public')
    return { entry: { actId: act.id, digest, at, leaf: content }, leafHash: sha256(marked) }
  const sealed: Sealed = { salt: random(32), content }
  const leaf = sealLeaf(sealed, nodeHashing)
  return { entry: { actId: act.id, digest, at, leaf, sealed }, leafHash: nodeHashing.leafHash(leaf) }
}

/** The text of what an entry says; undefined for a sealed entry whose content is gone or was never here. */
const textOf = ({ leaf, sealed }: Pick<NewEntry, 'leaf' | 'sealed'>): string | undefined => {
  if (!isSealedLeaf(leaf)) return decoder.decode(leaf)
  return sealed === undefined || sealed === 'erased' ? undefined : decoder.decode(sealed.content)
}

/** Reads an entry back; undefined when it is sealed and its content is not at hand. */
export const readContent = <Event extends AnyEvent>(
  entry: Pick<NewEntry, 'leaf' | 'sealed'>,
): EntryContent<Event> | undefined => {
  const text = textOf(entry)
  if (text === undefined) return undefined
  const { act, audience, events } = JSON.parse(text) as {
    act: ActHeader
    audience?: Audience
    events: readonly Event[]
  }
  return { act, events, audience: audience ?? everyone }
}

/** Does the content at hand belong to its leaf? True for open entries and where the content is gone. */
export const sealHolds = ({ leaf, sealed }: Pick<NewEntry, 'leaf' | 'sealed'>): boolean => {
  if (sealed === undefined || sealed === 'erased') return true
  try {
    openSealedLeaf(leaf, sealed, nodeHashing)
    return true
  } catch {
    return false
  }
}
