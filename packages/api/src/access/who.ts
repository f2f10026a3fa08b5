import { type DomainState, institution } from '@gavel/domain'
import { get, type Instant, type PersonId } from '@gavel/kernel'
import { viewerOf } from './viewer.ts'

/** The name a person was accredited under, the latest one; her id where she never was. */
export const nameOf = ({ institution: own }: DomainState, person: PersonId): string => {
  const latest = get(own.credentialsOf, person)?.at(-1)
  return (latest === undefined ? undefined : get(own.credentials, latest)?.name) ?? person
}

/** Who a person is at an instant: her name, her delegation, and each capacity she may act in with rights and validity. */
export const whoIs = (state: DomainState, person: PersonId, now: Instant) => {
  const { capacities } = viewerOf(state, person, now)
  const member = capacities.flatMap(as => (as.kind === 'delegate' ? [as.member] : [])).at(0)
  const party = member === undefined ? undefined : get(state.institution.parties, member)
  return {
    person,
    name: nameOf(state, person),
    delegation: party === undefined ? null : { member: party.id, name: party.name },
    capacities: capacities.map(as => {
      const credential = institution.validCredential(state.institution, person, as, 'read', now)
      return {
        as,
        rights: credential?.rights ?? [],
        from: credential?.from ?? null,
        until: credential?.until ?? null,
      }
    }),
  }
}
