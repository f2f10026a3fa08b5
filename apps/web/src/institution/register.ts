import { institution } from '@gavel/domain'
import { entries, get, type Instant } from '@gavel/kernel'

/** The standings, in the order in which registers name them. */
export const standings = ['member', 'observerState', 'observerOrganisation', 'partner'] as const

export interface Listed {
  readonly party: institution.Party
  readonly claim: institution.Claim
}

/** Parties that have a standing at an instant and have not left, in the order of their recording. */
export const partiesOf = (
  own: institution.InstitutionState,
  kind: institution.Standing,
  at: Instant,
): readonly Listed[] =>
  own.partyOrder.flatMap(id => {
    const claim = institution.partyAt(own, id, at)
    return claim?.standing === kind && claim.status !== 'left'
      ? [{ party: get(own.parties, id)!, claim }]
      : []
  })

/** A body with those that report to it. */
export interface Rung {
  readonly body: institution.Body
  readonly below: readonly Rung[]
}

/** The bodies as their ladder stands, the top first; siblings in the order of their recording. */
export const ladderOf = (own: institution.InstitutionState): readonly Rung[] => {
  const all = own.bodyOrder.map(id => get(own.bodies, id)!)
  const under = (above: string | null): readonly Rung[] =>
    all.filter(({ reportsTo }) => reportsTo === above).map(body => ({ body, below: under(body.id) }))
  return under(null)
}

/** The terms of an office, the latest first. */
export const termsOf = (
  own: institution.InstitutionState,
  office: institution.Office,
): readonly institution.Term[] => [...(get(own.terms, institution.officeKey(office)) ?? [])].reverse()

/** The terms somebody has held or will hold, the latest first. */
export const heldBy = (own: institution.InstitutionState, holder: string): readonly institution.Term[] =>
  [...entries(own.terms)]
    .flatMap(([, terms]) => terms)
    .filter(term => term.holder === holder)
    .sort((a, b) => (a.from < b.from ? 1 : -1))

/** The terms of an office that cover an instant. */
export const presentTerms = (
  own: institution.InstitutionState,
  office: institution.Office,
  at: Instant,
): readonly institution.Term[] =>
  termsOf(own, office).filter(({ from, until }) => institution.covers(from, until, at))

/** The areas by their dimension, both in the order of their recording. */
export const areasByDimension = (
  own: institution.InstitutionState,
): readonly { readonly dimension: string; readonly areas: readonly institution.Area[] }[] => {
  const all = own.areaOrder.map(id => get(own.areas, id)!)
  return [...new Set(all.map(({ dimension }) => dimension))].map(dimension => ({
    dimension,
    areas: all.filter(area => area.dimension === dimension),
  }))
}

/** The last millisecond of a day: what a register says of that day is what held at its end. */
export const endOfDay = (day: string): Instant | undefined =>
  /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))
    ? (`${day}T23:59:59.999Z` as Instant)
    : undefined

/** A value of the rules as the rulebook writes it. */
export const valueWords = (value: institution.ParameterValue): string =>
  Array.isArray(value) ? (value.length === 0 ? '∅' : value.join(', ')) : String(value)
