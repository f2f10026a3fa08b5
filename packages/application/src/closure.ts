import type { Json } from '@gavel/kernel'

/**
 * Why a record refuses to sign, and therefore to take acts. Reading goes on. Each has a deliberate way out, taken
 * by a person who knows what happened (`accept` of the record keeper), never by a restart.
 */
export interface Closure {
  readonly name: ClosureName
  readonly facts: { readonly [name: string]: Json }
  /** What happened and what to do, in one or two plain English sentences. */
  readonly sentence: string
}

export type ClosureName =
  /** The database has fewer entries than this key has signed: an old backup was put in its place. */
  | 'olderThanSigned'
  /** As many entries, but not the same ones. */
  | 'otherThanSigned'
  /** The key has signed for another database. */
  | 'otherStore'
  /** The memory of the key is a copy: another server may hold the original and sign with it. */
  | 'guardCopied'
  /** The database has checkpoints, but this key remembers none. */
  | 'guardMissing'
  /** The clock stands before the last entry or the last signature. Passes by itself once the clock is right. */
  | 'clockSetBack'
  /** The entries do not add up to the root. */
  | 'damaged'

const sentences: { readonly [name in ClosureName]: string } = {
  olderThanSigned:
    'The database holds fewer entries than this key has signed: it was probably restored from an older backup. Restore a newer one, or accept the loss deliberately.',
  otherThanSigned:
    'The database holds other entries than those this key has signed: two databases have run under one key. Put the right database back, or start a new record under a new key.',
  otherStore:
    'This key has signed for another database. Give this database a key of its own, or accept it deliberately as the successor.',
  guardCopied:
    'The memory of the signing key is a copy of another file: a second server may be signing with the same key. Stop the other one, then accept this one deliberately.',
  guardMissing:
    'The database has signed checkpoints, but this server has no memory of signing them. If no other server signs with this key, accept it deliberately.',
  clockSetBack:
    'The clock of this server stands before the last entry of the record. Correct the clock; acts are taken again as soon as it is right.',
  damaged:
    'The entries in the database do not add up to its root. Restore it from a sound copy; nothing is written or signed until then.',
}

/** Every closure there is, by name. */
export const closureNames = Object.keys(sentences) as readonly ClosureName[]

export const closure = (name: ClosureName, facts: Closure['facts'] = {}): Closure => ({
  name,
  facts,
  sentence: sentences[name],
})
