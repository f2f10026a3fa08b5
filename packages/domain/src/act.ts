import type { ActId, BodyId, Instant, MemberId, PersonId, TextId } from '@gavel/kernel'

/** In which role a person acts. The credential that gives it is checked for every act. */
export type Capacity =
  | { readonly kind: 'delegate'; readonly member: MemberId }
  | { readonly kind: 'chair'; readonly body: BodyId }
  | { readonly kind: 'coordinator'; readonly area: string }
  | { readonly kind: 'facilitator'; readonly text: TextId }
  | { readonly kind: 'secretariat' }
  | { readonly kind: 'observer'; readonly observer: string }
  /** The institution itself: its founding data, and reactions to what happened. Never a person's. */
  | { readonly kind: 'system' }

/**
 * Who may read an entry and what came of it. Everything else about a restricted act is a salted commitment in
 * the public log.
 */
export type Audience =
  | { readonly kind: 'public' }
  | { readonly kind: 'members' }
  | { readonly kind: 'body'; readonly body: BodyId }
  | { readonly kind: 'delegation'; readonly member: MemberId }
  /** Several delegations by name, in one order, and the secretariat where it is said; nobody else. `delegationsNamed` makes one. */
  /** Those who mediate on a text, the chair of its body and its facilitators, with the delegations named; nobody else. */
  | { readonly kind: 'mediators'; readonly text: TextId; readonly members: readonly MemberId[] }
  | { readonly kind: 'delegations'; readonly members: readonly MemberId[]; readonly secretariat: boolean }

/** Who may read a text: it is negotiated by all, by members, by a body, or kept by one delegation to itself (T-49). */
export type TextAudience = Exclude<Audience, { readonly kind: 'delegations' | 'mediators' }>

/** What every act says of itself. `id` is given by the client: the same act sent twice is recorded once. */
export interface ActHeader<Type extends string = string> {
  readonly id: ActId
  readonly type: Type
  readonly by: PersonId
  readonly as: Capacity
  /** Set by the record's clock when the act arrives; never earlier than any act before it. */
  readonly at: Instant
}

export type ActOf<Type extends string, Body> = ActHeader<Type> & { readonly body: Body }
