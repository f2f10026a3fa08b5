import { type BodyId, type Check, following, get, has, type Outcome } from '@gavel/kernel'
import { eventOf } from '../event.ts'
import { fitsParameter, isParameterName } from '../rules.ts'
import type { InstitutionAct, Office } from './acts.ts'
import { realDates } from './dates.ts'
import type { InstitutionEvent } from './events.ts'
import { officeKey } from './evolve.ts'
import { idFault, nameFault, namesFaults, noteFault, readable } from './names.ts'
import { ladderFrom } from './questions.ts'
import type { Claim, InstitutionState, Term } from './state.ts'

/** One kind of act of this chapter. */
export type ActNamed<Type extends InstitutionAct['type']> = Extract<InstitutionAct, { type: Type }>
type Answer = Outcome<InstitutionEvent>

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** I-11. Nothing is recorded before the organisation is founded. */
export const isFounded = (own: InstitutionState): Check => ['I-11', own.organisation !== null]

/** I-14. Every fact on the register names its source, `assumed` or `unverified` where it has none. */
const sourced = (source: string): Check => ['I-14', nameFault(source, 1_000) === null, () => ({ source })]

/** I-10. The organisation is founded once. */
export const found = (act: ActNamed<'institution.found'>, own: InstitutionState): Answer => {
  const { organisation: id, ...rest } = act.body
  return following(
    [
      ['I-10', own.organisation === null, () => ({ organisation: own.organisation!.id })],
      readable(
        ['organisation', idFault(id)],
        ...namesFaults('name', rest.name),
        ['shortName', nameFault(rest.shortName, 60)],
        ['languages', rest.languages.every(tag => languageTag.test(tag)) ? null : 'not a language tag'],
      ),
      sourced(rest.source),
    ],
    () => [eventOf(act, 'institution.founded', { organisation: { id, ...rest } })],
  )
}

const sameClaim = (a: Omit<Claim, 'recordedAt'>, b: Omit<Claim, 'recordedAt'>): boolean =>
  a.standing === b.standing &&
  a.status === b.status &&
  a.from === b.from &&
  a.until === b.until &&
  a.instrument === b.instrument &&
  a.source === b.source &&
  a.note === b.note

/**
 * I-15. Sources that differ on a party are kept side by side as claims; none replaces another. The very same claim
 * said again changes nothing.
 */
export const recordParty = (act: ActNamed<'institution.recordParty'>, own: InstitutionState): Answer => {
  const { party, name, ...claim } = act.body
  const before = get(own.parties, party)
  const known = before?.claims.some(other => sameClaim(other, claim)) && before.name.en === name.en
  return following(
    [
      isFounded(own),
      readable(
        ['party', idFault(party)],
        ...namesFaults('name', name),
        noteFault('instrument', claim.instrument),
        noteFault('note', claim.note),
      ),
      realDates(claim.from, claim.until),
      sourced(claim.source),
    ],
    () => (known ? [] : [eventOf(act, 'institution.partyRecorded', { party, name, claim })]),
  )
}

/** The other body that has the code already, if one has. */
const holderOfCode = (own: InstitutionState, id: BodyId, code: string): BodyId | undefined =>
  own.bodyOrder.find(other => other !== id && get(own.bodies, other)!.code === code)

/**
 * I-16. A body reports to a body on the register, and no body, by however many steps, to itself.
 * I-17. No two bodies have one code, because document symbols are made of it.
 */
export const recordBody = (act: ActNamed<'institution.recordBody'>, own: InstitutionState): Answer => {
  const { body: id, ...rest } = act.body
  const above = rest.reportsTo
  const codeOf = holderOfCode(own, id, rest.code)
  return following(
    [
      isFounded(own),
      readable(
        ['body', idFault(id)],
        ['code', idFault(rest.code)],
        ...namesFaults('name', rest.name),
        noteFault('rhythm', rest.rhythm),
      ),
      sourced(rest.source),
      [
        'I-16',
        above === null || (has(own.bodies, above) && !ladderFrom(own, above).includes(id)),
        () => ({ body: id, reportsTo: above }),
      ],
      ['I-17', codeOf === undefined, () => ({ code: rest.code, body: codeOf! })],
    ],
    () => [eventOf(act, 'institution.bodyRecorded', { body: { id, ...rest } })],
  )
}

export const recordArea = (act: ActNamed<'institution.recordArea'>, own: InstitutionState): Answer => {
  const { area: id, ...rest } = act.body
  return following(
    [
      isFounded(own),
      readable(
        ['area', idFault(id)],
        ['dimension', idFault(rest.dimension)],
        ...(rest.dimensionName === undefined ? [] : namesFaults('dimensionName', rest.dimensionName)),
        ...namesFaults('name', rest.name),
      ),
      sourced(rest.source),
    ],
    () => [eventOf(act, 'institution.areaRecorded', { area: { id, ...rest } })],
  )
}

const officeExists = (own: InstitutionState, office: Office): boolean => {
  switch (office.kind) {
    case 'chair':
      return has(own.bodies, office.body)
    case 'coordinator':
    case 'coCoordinator':
      return has(own.areas, office.area)
    case 'secretaryGeneral':
      return true
  }
}

/** Whether two terms share time, beyond the day (month, year) on which one hands over to the other. */
const overlap = (a: Term, b: Term): boolean => {
  const [first, second] = a.from <= b.from ? [a, b] : [b, a]
  if (first.until === undefined) return true
  const precision = Math.min(first.until.length, second.from.length)
  return second.from.slice(0, precision) < first.until.slice(0, precision)
}

/** Many may coordinate one area at once; one chairs a body, and one is Secretary General. */
const isSingle = (office: Office): boolean => office.kind === 'chair' || office.kind === 'secretaryGeneral'

/**
 * I-18. An office is of a body or area on the register; who chairs or coordinates is a party on it, or a person
 * with a credential.
 * I-19. One chairs a body at a time: terms do not overlap beyond the day of handing over. A term without an end
 * that a later one follows is ended by it.
 */
export const recordTerm = (act: ActNamed<'institution.recordTerm'>, own: InstitutionState): Answer => {
  const term: Term = act.body
  const { office, holder } = term
  const known =
    office.kind === 'secretaryGeneral' || has(own.parties, holder) || has(own.credentialsOf, holder)
  const other = isSingle(office)
    ? (get(own.terms, officeKey(office)) ?? []).find(
        one => !(one.until === undefined && one.from < term.from) && overlap(one, term),
      )
    : undefined
  return following(
    [
      isFounded(own),
      readable(['holder', nameFault(holder)], noteFault('note', term.note)),
      realDates(term.from, term.until),
      sourced(term.source),
      ['I-18', officeExists(own, office) && known, () => ({ office: officeKey(office), holder })],
      [
        'I-19',
        other === undefined,
        () => ({
          office: officeKey(office),
          holder: other!.holder,
          from: other!.from,
          until: other!.until ?? null,
        }),
      ],
    ],
    () => [eventOf(act, 'institution.termRecorded', { term })],
  )
}

/**
 * I-21. A parameter is one the rules know, with a value of its kind, for the organisation or a body of it.
 * I-22. A person sets a parameter from now on, never backwards: what was decided was decided under the value of
 * its day. Only the founding says what held before.
 */
export const setParameter = (act: ActNamed<'institution.setParameter'>, own: InstitutionState): Answer => {
  const { name, ...dated } = act.body
  const { body, value, since } = dated
  return following(
    [
      isFounded(own),
      sourced(dated.source),
      [
        'I-21',
        isParameterName(name) &&
          fitsParameter(name, value) &&
          (body === undefined || has(own.bodies, body)) &&
          (name !== 'body.composition' || (value as readonly string[]).every(id => has(own.parties, id))),
        () => ({ name: name.slice(0, 80), value, body: body ?? null }),
      ],
      ['I-22', act.as.kind === 'system' || since >= act.at, () => ({ name, since, at: act.at })],
    ],
    () => [eventOf(act, 'institution.parameterSet', { name, value: dated })],
  )
}
