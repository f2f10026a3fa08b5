import { type BodyId, get, has, type Instant, type MemberId, type PersonId } from '@gavel/kernel'
import type { Capacity } from '../act.ts'
import { parameter } from '../rules.ts'
import type { Right } from './acts.ts'
import { capacityName, sameCapacity } from './capacity.ts'
import { officeKey } from './evolve.ts'
import type { Body, Claim, Credential, InstitutionState, Term } from './state.ts'

/**
 * Whether a period written as precisely as its source covers an instant. `2004` begins with its first day and ends
 * with its last; text sorts as time does, so comparing the front of the instant is enough.
 */
export const covers = (from: string | null, until: string | undefined, at: Instant): boolean =>
  (from === null || from <= at) && (until === undefined || at.slice(0, until.length) <= until)

/**
 * What a party is at an instant: of the claims that cover it, the one that begins last; among equals the one
 * recorded last. Undefined when no claim covers the instant, or the party is unknown.
 */
export const partyAt = (institution: InstitutionState, id: string, at: Instant): Claim | undefined => {
  let best: Claim | undefined
  for (const claim of get(institution.parties, id)?.claims ?? []) {
    if (!covers(claim.from, claim.until, at)) continue
    if (best === undefined || (claim.from ?? '') >= (best.from ?? '')) best = claim
  }
  return best
}

/** Whether a delegation may act for the member at the instant: it is a member then, and active. */
export const isActiveMember = (institution: InstitutionState, id: string, at: Instant): boolean => {
  const claim = partyAt(institution, id, at)
  return claim?.standing === 'member' && claim.status === 'active'
}

/** The active members at an instant, in the order of their recording. */
export const activeMembers = (institution: InstitutionState, at: Instant): readonly MemberId[] =>
  institution.partyOrder.filter(id => isActiveMember(institution, id, at))

/** The members that sit in a body: those its composition names, or all, and of them the active ones. */
export const membersOf = (institution: InstitutionState, body: BodyId, at: Instant): readonly MemberId[] => {
  const named = parameter(institution, 'body.composition', at, body).value
  const active = activeMembers(institution, at)
  return named.length === 0 ? active : active.filter(id => named.includes(id))
}

/** Whether a member sits in a body, without listing the others. */
export const sitsIn = (institution: InstitutionState, member: string, body: BodyId, at: Instant): boolean => {
  const named = parameter(institution, 'body.composition', at, body).value
  return (named.length === 0 || named.includes(member)) && isActiveMember(institution, member, at)
}

/** The bodies a text climbs through, from the one given up to the top. */
export const ladderFrom = (institution: InstitutionState, body: BodyId): readonly BodyId[] => {
  const ladder: BodyId[] = []
  for (let at: BodyId | null = body; at !== null; ) {
    const found: Body | undefined = get(institution.bodies, at)
    if (!found || ladder.includes(at)) break
    ladder.push(at)
    at = found.reportsTo
  }
  return ladder
}

/**
 * I-20. Who holds the chair of a body at an instant: the one whose term covers it. Where the last term has ended and no
 * next one has begun, its holder goes on if the rules say so (`chair.continues`), and `continuing` tells it.
 */
export const chairOf = (
  institution: InstitutionState,
  body: BodyId,
  at: Instant,
): { readonly term: Term; readonly continuing: boolean } | undefined => {
  const begun = (get(institution.terms, officeKey({ kind: 'chair', body })) ?? []).filter(t => t.from <= at)
  const term = begun.findLast(t => covers(t.from, t.until, at))
  if (term) return { term, continuing: false }
  const last = begun.at(-1)
  return last && parameter(institution, 'chair.continues', at, body).value
    ? { term: last, continuing: true }
    : undefined
}

const found = (institution: InstitutionState, ids: readonly string[] | undefined): readonly Credential[] =>
  (ids ?? []).map(id => get(institution.credentials, id)!)

/** All credentials ever given for a capacity, in the order they were given, whatever their status. */
export const credentialsIn = (institution: InstitutionState, as: Capacity): readonly Credential[] =>
  found(institution, get(institution.credentialsIn, capacityName(as)))

/** The credentials a person has for a capacity, in the order they were given, whatever their status. */
export const credentialsFor = (
  institution: InstitutionState,
  person: PersonId,
  as: Capacity,
): readonly Credential[] =>
  found(institution, get(institution.credentialsOf, person)).filter(credential =>
    sameCapacity(credential.capacity, as),
  )

export const isWithinPeriod = (credential: Credential, at: Instant): boolean =>
  credential.from <= at && (credential.until === undefined || at < credential.until)

/**
 * I-33. A chair's credential belongs to the term in which it was given, or begins: it gives nothing once a later term
 * has begun, nor while nobody holds the chair. A body whose terms are not on the register asks for the credential alone.
 */
export const isOfThisTerm = (
  institution: InstitutionState,
  { capacity, from, givenAt }: Credential,
  at: Instant,
): boolean => {
  if (capacity.kind !== 'chair' || !has(institution.terms, officeKey({ kind: 'chair', body: capacity.body })))
    return true
  const held = chairOf(institution, capacity.body, at)
  return held !== undefined && (from >= held.term.from || givenAt >= held.term.from)
}

/** The credential by which a person holds a capacity with a right (`null`: any) at an instant, if there is one. */
export const validCredential = (
  institution: InstitutionState,
  person: PersonId,
  as: Capacity,
  right: Right | null,
  at: Instant,
): Credential | undefined =>
  credentialsFor(institution, person, as).find(
    credential =>
      credential.status === 'valid' &&
      isWithinPeriod(credential, at) &&
      isOfThisTerm(institution, credential, at) &&
      (right === null || credential.rights.includes(right)),
  )
