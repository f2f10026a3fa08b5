import { type Capacity, capacityName, type DomainState, type institution, standing } from '@gavel/domain'
import { get, type Instant, type PersonId } from '@gavel/kernel'

/** The credentials a person has been given and that were not revoked, whether or not they hold now. */
const credentialsOf = (state: DomainState, person: PersonId): readonly institution.Credential[] =>
  (get(state.institution.credentialsOf, person) ?? []).flatMap(id => {
    const credential = get(state.institution.credentials, id)
    return credential === undefined || credential.status === 'revoked' ? [] : [credential]
  })

/** The capacities a person has been given and that were not revoked, whether or not they hold now. */
export const capacitiesOf = (state: DomainState, person: PersonId): readonly Capacity[] =>
  credentialsOf(state, person).map(({ capacity }) => capacity)

/** I-24. Of a delegation the secretariat accredits its head alone, and so it invites nobody else of it. */
const isForSecretariat = ({ capacity, rights }: institution.Credential): boolean =>
  capacity.kind !== 'delegate' || rights.includes('accredit')

/**
 * Whether somebody may send a person an invitation: she has the right to accredit in the capacity she acts in, and
 * could accredit the person in everything she holds, since whoever signs in as a person has all that person's
 * capacities. A head of delegation invites persons who act for her delegation and in no other capacity; the secretariat
 * invites everybody but delegates who are not the head of theirs.
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
  const theirs = credentialsOf(state, person)
  if (theirs.length === 0) return false
  return as.kind === 'secretariat'
    ? theirs.every(isForSecretariat)
    : theirs.every(({ capacity }) => capacityName(capacity) === capacityName(as))
}
