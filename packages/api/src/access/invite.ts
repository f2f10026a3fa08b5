import { type Capacity, capacityName, type DomainState, standing } from '@gavel/domain'
import { get, type Instant, type PersonId } from '@gavel/kernel'

/** The capacities a person has been given and that were not revoked, whether or not they hold now. */
export const capacitiesOf = (state: DomainState, person: PersonId): readonly Capacity[] =>
  (get(state.institution.credentialsOf, person) ?? []).flatMap(id => {
    const credential = get(state.institution.credentials, id)
    return credential === undefined || credential.status === 'revoked' ? [] : [credential.capacity]
  })

/**
 * Whether somebody may send a person an invitation: she has the right to accredit in the capacity she acts in, and
 * the person is accredited. A head of delegation may invite only persons who act for her delegation and in no other
 * capacity, since whoever signs in as a person has all that person's capacities.
 */
export const mayInvite = (
  state: DomainState,
  caller: PersonId,
  as: Capacity,
  person: PersonId,
  now: Instant,
): boolean => {
  if (as.kind !== 'delegate' && as.kind !== 'secretariat') return false
  if (standing(state.institution, caller, as, 'accredit', now) !== null) return false
  const theirs = capacitiesOf(state, person)
  if (theirs.length === 0) return false
  return as.kind === 'secretariat' || theirs.every(each => capacityName(each) === capacityName(as))
}
