import { hash } from 'node:crypto'
import type { ActHeader, Audience } from '@gavel/domain'
import { canonicalJson, type Json } from '@gavel/kernel'
import { entryLimit, type Hashing, hashing, isSealedLeaf, openSealedLeaf, sealLeaf } from '@gavel/record'
import type { AnyAct, AnyEvent, SentAct } from './law.ts'
import type { NewEntry, Randomness, Sealed } from './ports.ts'
import type { EntryContent } from './record-keeper.ts'

/**
 * SHA-256 by the platform, several times faster than in JavaScript. It is asked for one-byte characters, which come over
 * from native code at a third of the price of a Buffer.
 */
const sha256 = (bytes: Uint8Array | string): Uint8Array =>
  Buffer.from(hash('sha256', bytes, 'binary'), 'latin1')

export const nodeHashing: Hashing = hashing(sha256)

const everyone: Audience = { kind: 'public' }
const decoder = new TextDecoder('utf-8', { fatal: true })

/** What an open leaf says, and what a sealed one commits to; only the latter names its audience. */
const contentText = (act: ActHeader, events: readonly AnyEvent[], audience: Audience): string => {
  const { as, at, by, id, type } = act
  const head = { as, at, by, id, type }
  return canonicalJson(
    (audience.kind === 'public'
      ? { act: head, events, v: 1 }
      : { act: head, audience, events, v: 1 }) as unknown as Json,
  )
}

/** The digest under which an act is remembered as it was sent: SHA-256 of its canonical JSON, without its instant. */
export const digestOf = <Act extends AnyAct>(act: SentAct<Act>): Uint8Array => {
  const { as, body, by, id, type } = act as SentAct<AnyAct>
  return sha256(canonicalJson({ as, body, by, id, type } as Json))
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
  events: readonly AnyEvent[],
  audience: Audience,
  digest: Uint8Array,
  at: number,
  random: Randomness,
): WrittenEntry | undefined => {
  // The byte 0 before the text is RFC 6962's mark of a leaf: so the leaf is hashed where it lies.
  const marked = Buffer.from(`\0${contentText(act, events, audience)}`)
  if (marked.length - 1 > entryLimit) return undefined
  const content = marked.subarray(1)
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
