import { type Check, following, get, has, type Instant, type MemberId, type PersonId } from '@gavel/kernel'
import type { ActHeader } from '../act.ts'
import { isDay } from '../decisions/index.ts'
import { eventOf } from '../event.ts'
import { credentialsFor, validCredential } from '../institution/questions.ts'
import type { CommitmentsActOf, ContactRole, Scope } from './acts.ts'
import { type Answer, areaOf, today } from './checks.ts'
import type { Commitment, Contact, UpToCommitments } from './state.ts'

/** A scope in one line, however its fields were ordered when it was sent. */
const scopeName = (scope: Scope): string =>
  scope.kind === 'all'
    ? 'all'
    : scope.kind === 'area'
      ? `area:${scope.area}`
      : `commitment:${scope.commitment}`

/** A person's part: named twice it is one. */
export const partName = ({ person, role, scope }: Pick<Contact, 'person' | 'role' | 'scope'>): string =>
  `${person} ${role} ${scopeName(scope)}`

const covers = (scope: Scope, commitment: Commitment, area: string | undefined): boolean =>
  scope.kind === 'all' || (scope.kind === 'area' ? scope.area === area : scope.commitment === commitment.id)

/** C-31. Persons with a part in reporting on a commitment, in one of the roles, at an instant. */
export const contactsFor = (
  state: UpToCommitments,
  member: MemberId,
  commitment: Commitment,
  roles: readonly ContactRole[],
  at: Instant,
): readonly Contact[] => {
  const { measure, area } = commitment.terms
  const own = measure === undefined ? area : areaOf(state, measure)
  const now = today(state, at)
  return (get(state.commitments.contacts, member) ?? []).filter(
    ({ role, scope, until, person }) =>
      roles.includes(role) &&
      (until === undefined || now <= until) &&
      covers(scope, commitment, own) &&
      // Who has lost her credential holds no part: her alternates go on.
      validCredential(state.institution, person, { kind: 'delegate', member }, 'read', at) !== undefined,
  )
}

const isHead = (state: UpToCommitments, act: ActHeader, member: MemberId): boolean =>
  validCredential(state.institution, act.by, { kind: 'delegate', member }, 'accredit', act.at) !== undefined

/**
 * C-23. Where a delegation has named focal points for a commitment, they report on it, their alternates, and the head of
 * the delegation; where it has named none, any of its delegates with the right to propose.
 */
export const mayReport = (state: UpToCommitments, act: ActHeader, commitment: Commitment): Check => {
  if (act.as.kind !== 'delegate') return ['C-23', true]
  const { member } = act.as
  const named = contactsFor(state, member, commitment, ['focalPoint', 'alternate'], act.at)
  return [
    'C-23',
    named.length === 0 || named.some(({ person }) => person === act.by) || isHead(state, act, member),
    () => ({ commitment: commitment.id, focalPoints: named.map(({ person }) => person) }),
  ]
}

/** C-24. Who validates a report before it is the member's word: the validators named, or the head of the delegation. */
export const validatorsFor = (
  state: UpToCommitments,
  member: MemberId,
  commitment: Commitment,
  at: Instant,
): readonly PersonId[] =>
  contactsFor(state, member, commitment, ['validator'], at).map(({ person }) => person)

export const mayValidate = (
  state: UpToCommitments,
  act: ActHeader,
  member: MemberId,
  commitment: Commitment,
): Check => {
  const validators = validatorsFor(state, member, commitment, act.at)
  return [
    'C-24',
    validators.includes(act.by) || isHead(state, act, member),
    () => ({ commitment: commitment.id, validators }),
  ]
}

/** C-24. Whether what a delegate tells waits: not where she is a validating authority herself, whoever else is one. */
export const mustWait = (state: UpToCommitments, act: ActHeader, commitment: Commitment): boolean => {
  if (act.as.kind !== 'delegate') return false
  const { member } = act.as
  const validators = validatorsFor(state, member, commitment, act.at)
  return validators.length > 0 && !validators.includes(act.by)
}

const mostContacts = 500

/** C-31. The head of a delegation names focal points, alternates and validators among its accredited persons. */
export const nameContact = (
  act: CommitmentsActOf<'commitments.nameContact'>,
  state: UpToCommitments,
): Answer => {
  const { member, person, role, scope, until } = act.body
  const named = get(state.commitments.contacts, member) ?? []
  const held = named.some(one => partName(one) === partName(act.body))
  const known = credentialsFor(state.institution, person, { kind: 'delegate', member }).some(
    ({ status }) => status !== 'revoked',
  )
  const there =
    scope.kind === 'all' ||
    (scope.kind === 'area'
      ? has(state.institution.areas, scope.area)
      : has(state.commitments.commitments, scope.commitment))
  return following(
    [
      [
        'C-31',
        known &&
          there &&
          (held || named.length < mostContacts) &&
          (until === undefined || (isDay(until) && until >= today(state, act.at))),
        () => ({
          member,
          person,
          accredited: known,
          scope: scopeName(scope),
          found: there,
          until: until ?? null,
          named: named.length,
        }),
      ],
    ],
    () => [
      eventOf(act, 'commitments.contactNamed', {
        member,
        person,
        role,
        scope,
        ...(until === undefined ? {} : { until }),
      }),
    ],
  )
}

/** C-31. And releases them. */
export const releaseContact = (
  act: CommitmentsActOf<'commitments.releaseContact'>,
  state: UpToCommitments,
): Answer => {
  const { member, person, role, scope } = act.body
  const named = (get(state.commitments.contacts, member) ?? []).some(
    one => partName(one) === partName(act.body),
  )
  return following([['C-31', named, () => ({ member, person, role, named: false })]], () => [
    eventOf(act, 'commitments.contactReleased', { member, person, role, scope }),
  ])
}
