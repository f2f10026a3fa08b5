import { type DomainState, institution } from '@gavel/domain'
import { dayMs, type Instant, later, type MemberId, values } from '@gavel/kernel'
import { isPast } from '../credentials/standing.ts'

/** How long a credential a delegation gave stands among those to be examined. */
const freshMs = 30 * dayMs

type Credential = institution.Credential

/** Whether it was given from within the delegation; what the secretariat gave it has examined. */
const givenWithin = (state: DomainState, { givenBy, capacity }: Credential): boolean =>
  institution.credentialsFor(state.institution, givenBy, capacity).length > 0

/** I-30. What delegations gave of late, or what stands suspended: the secretariat looks at it, newest first. */
export const toExamine = (state: DomainState, now: Instant): readonly Credential[] =>
  [...values(state.institution.credentials)]
    .filter(
      credential =>
        credential.capacity.kind === 'delegate' &&
        !isPast(credential, now) &&
        (credential.status === 'suspended' ||
          (credential.givenAt > later(now, -freshMs) && givenWithin(state, credential))),
    )
    .toSorted((a, b) => (a.givenAt < b.givenAt ? 1 : a.givenAt > b.givenAt ? -1 : a.id < b.id ? -1 : 1))

export interface Side {
  readonly member: MemberId
  readonly credentials: readonly Credential[]
}

/** Every delegation with what acts for it now or later. */
export const delegationsOf = (state: DomainState, now: Instant): readonly Side[] =>
  institution.activeMembers(state.institution, now).map(member => ({
    member,
    credentials: institution
      .credentialsIn(state.institution, { kind: 'delegate', member })
      .filter(credential => !isPast(credential, now)),
  }))

/** Everybody who acts in another capacity than a delegate's. */
export const othersOf = (state: DomainState, now: Instant): readonly Credential[] =>
  [...values(state.institution.credentials)].filter(
    credential => credential.capacity.kind !== 'delegate' && !isPast(credential, now),
  )
