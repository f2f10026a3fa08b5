/**
 * What an organisation's own record tells about who would object: what was decided and who objected then, what members
 * say of what is before them now, what they said when they were sounded. All of it plain data; instants are ISO 8601.
 */

/** Something that is or was to be decided: an agenda item, a text. */
export interface Matter {
  readonly id: string
  /** Words by which it is compared with other matters. */
  readonly title: string
  /** What it belongs to: an area of the catalogue, a topic. May be empty. */
  readonly tags: readonly string[]
  /** Other ids that mean the same matter: the text an item deals with, the item it was last year. */
  readonly also?: readonly string[]
}

/** A matter that was put and how it went: `tookPart` are those who could have objected, `objected` those who did. */
export interface Precedent {
  readonly matter: Matter
  readonly at: string
  readonly tookPart: readonly string[]
  readonly objected: readonly string[]
}

/** What a member may say of a matter or a part of it. */
export const sayings = ['proposes', 'backs', 'canLiveWith', 'reserves', 'objects'] as const
export type Saying = (typeof sayings)[number]

/** Said in public (a stand) or in confidence (a sounding). Of several about the same part the latest counts. */
export interface Said {
  readonly kind: 'stand' | 'sounding'
  readonly member: string
  /** The id of a matter: of one asked about, of a precedent, or any of their `also`. */
  readonly matter: string
  /** The paragraph or option it is about; absent when about the whole. */
  readonly part?: string
  readonly says: Saying
  readonly at: string
}

export interface OutlookEvidence {
  readonly members: readonly string[]
  readonly precedents: readonly Precedent[]
  readonly said: readonly Said[]
}

/** A probability with the interval that holds it with nine in ten, or the reasons why none is given. */
export type Chance =
  | { readonly known: true; readonly chance: number; readonly low: number; readonly high: number }
  | { readonly known: false; readonly why: readonly Ignorance[] }

/**
 * Why no probability is given. `fewPrecedents`: the record holds too few decisions to know how often members object;
 * `unlikePrecedents`: nothing decided before is like it and hardly anybody was heard; `wide`: the interval says nothing.
 */
export type Ignorance = 'fewPrecedents' | 'unlikePrecedents' | 'wide'

/** One piece of evidence about a member and an item. */
export interface Ground {
  readonly kind: 'stand' | 'sounding' | 'decision'
  readonly matter: string
  readonly part?: string
  /** What the member said, or whether it objected when the matter was put. */
  readonly what: Saying | 'objected' | 'didNotObject'
  readonly at: string
  readonly ageDays: number
  /** 1 for the matter itself, less for one that is only like it. */
  readonly nearness: number
  /** What is left of it after nearness and age, 0 to 1. */
  readonly weight: number
}

export interface MemberOutlook {
  readonly member: string
  readonly objects: Chance
  /** What weighs most, heaviest first; empty when the member was never heard about anything like it. */
  readonly grounds: readonly Ground[]
  /** Days since the newest of all grounds; null when there is none. */
  readonly ageDays: number | null
  /** What sounding this member is expected to tell. */
  readonly sounding: SoundingWorth
}

/** Expected fall of uncertainty (entropy, in bits): about "somebody objects", and about this member's own objection. */
export interface SoundingWorth {
  readonly event: number
  readonly own: number
}

export interface ItemOutlook {
  readonly item: string
  /** The chance that at least one member objects. */
  readonly somebody: Chance
  readonly members: readonly MemberOutlook[]
  /** The precedent most like it; null when nothing is like it at all. */
  readonly nearest: {
    readonly matter: string
    readonly nearness: number
    readonly at: string
    readonly ageDays: number
  } | null
  /** Members who said something of this very matter. */
  readonly heard: number
  /** Days since the newest evidence about it or a matter like it, and the weighted mean; null when there is none. */
  readonly ageDays: { readonly newest: number; readonly mean: number } | null
}

/** What in the evidence cannot be read: where, and why. */
export class UnreadableOutlook extends Error {}
