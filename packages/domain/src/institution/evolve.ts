import { get, has, put, type Table, update } from '@gavel/kernel'
import { unknownEvent } from '../event.ts'
import type { Office } from './acts.ts'
import { capacityName } from './capacity.ts'
import type { InstitutionEvent } from './events.ts'
import type { Credential, DatedValue, InstitutionState, Term } from './state.ts'

/** The key under which the terms of an office are kept. */
export const officeKey = (office: Office): string => {
  switch (office.kind) {
    case 'chair':
      return `chair:${office.body}`
    case 'coordinator':
    case 'coCoordinator':
      return `${office.kind}:${office.area}`
    case 'secretaryGeneral':
      return office.kind
  }
}

/** The list with `item` after everything that does not come later than it: two of one date keep their order. */
const inOrder = <T>(list: readonly T[], item: T, dateOf: (item: T) => string): readonly T[] => {
  let at = list.length
  while (at > 0 && dateOf(list[at - 1]!) > dateOf(item)) at--
  return [...list.slice(0, at), item, ...list.slice(at)]
}

const addedTo = <T>(order: readonly T[], id: T, known: boolean): readonly T[] =>
  known ? order : [...order, id]

const partyRecorded = (
  own: InstitutionState,
  event: Extract<InstitutionEvent, { type: 'institution.partyRecorded' }>,
): InstitutionState => {
  const before = get(own.parties, event.party)
  const claims = [...(before?.claims ?? []), { ...event.claim, recordedAt: event.at }]
  return {
    ...own,
    parties: put(own.parties, event.party, { id: event.party, name: event.name, claims }),
    partyOrder: addedTo(own.partyOrder, event.party, before !== undefined),
  }
}

const listed = (table: Table<readonly string[]>, key: string, id: string): Table<readonly string[]> =>
  put(table, key, [...(get(table, key) ?? []), id])

const accredited = (
  own: InstitutionState,
  event: Extract<InstitutionEvent, { type: 'institution.accredited' }>,
): InstitutionState => {
  const { type: _type, at, by, credential: id, ...given } = event
  const credential: Credential = { id, ...given, givenBy: by, givenAt: at, status: 'valid' }
  return {
    ...own,
    credentials: put(own.credentials, id, credential),
    credentialsOf: listed(own.credentialsOf, event.person, id),
    credentialsIn: listed(own.credentialsIn, capacityName(event.capacity), id),
  }
}

const withStatus = (
  own: InstitutionState,
  id: string,
  status: Credential['status'],
  side?: string,
): InstitutionState => ({
  ...own,
  credentials: update(own.credentials, id, ({ suspendedBy: _before, ...credential }) => ({
    ...credential,
    status,
    ...(side === undefined ? {} : { suspendedBy: side }),
  })),
})

/** Folds one event of this chapter into its state. Throws TypeError for an event it does not know. */
export const evolve = (own: InstitutionState, event: InstitutionEvent): InstitutionState => {
  switch (event.type) {
    case 'institution.founded':
      return { ...own, organisation: event.organisation }
    case 'institution.partyRecorded':
      return partyRecorded(own, event)
    case 'institution.bodyRecorded': {
      const { body } = event
      const bodyOrder = addedTo(own.bodyOrder, body.id, has(own.bodies, body.id))
      return { ...own, bodies: put(own.bodies, body.id, body), bodyOrder }
    }
    case 'institution.areaRecorded': {
      const { area } = event
      const areaOrder = addedTo(own.areaOrder, area.id, has(own.areas, area.id))
      return { ...own, areas: put(own.areas, area.id, area), areaOrder }
    }
    case 'institution.termRecorded': {
      const key = officeKey(event.term.office)
      const terms = inOrder<Term>(get(own.terms, key) ?? [], event.term, term => term.from)
      return { ...own, terms: put(own.terms, key, terms) }
    }
    case 'institution.parameterSet': {
      const values = inOrder<DatedValue>(get(own.parameters, event.name) ?? [], event.value, v => v.since)
      return { ...own, parameters: put(own.parameters, event.name, values) }
    }
    case 'institution.accredited':
      return accredited(own, event)
    case 'institution.credentialRevoked':
      return withStatus(own, event.credential, 'revoked')
    case 'institution.credentialSuspended':
      return withStatus(own, event.credential, 'suspended', event.side)
    case 'institution.credentialRestored':
      return withStatus(own, event.credential, 'valid')
    default:
      return unknownEvent(event)
  }
}
