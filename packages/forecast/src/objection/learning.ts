import { type Evidence, stand } from '../evidence/evidence.ts'
import type { Features } from './features.ts'

/** Who is asked about when the event is "somebody objects". */
export interface Group {
  readonly name: string
  readonly counts: (member: number) => boolean
}

/** What the model learns from: the evidence, its features, and which item is the first row of the features. */
export interface Learning {
  readonly evidence: Evidence
  readonly features: Features & { readonly from: number }
}

export const tookPart = (code: number): boolean => code !== stand.none && code !== stand.absent

/** Did somebody of the group object to the item? */
export const objectedTo = ({ members, stands }: Evidence, item: number, group: Group): boolean =>
  members.some((_, m) => group.counts(m) && stands[item * members.length + m] === stand.no)
