import {
  type Audience,
  type Capacity,
  capacityName,
  type DomainState,
  mayRead,
  type Sees,
  standing,
} from '@gavel/domain'
import { get, type Instant, type PersonId } from '@gavel/kernel'

/**
 * Somebody who reads: a person with every capacity in which her credentials let her read at this instant. Nobody
 * signed in reads as the public. `group` names what she may read: two viewers of one group read the same things.
 */
export interface Viewer {
  readonly person: PersonId | null
  readonly capacities: readonly Capacity[]
  readonly group: string
}

export const thePublic: Viewer = { person: null, capacities: [], group: '' }

/** The viewer a person is now. Worked out anew for every request: a revoked credential closes what it opened. */
export const viewerOf = (state: DomainState, person: PersonId | null, now: Instant): Viewer => {
  if (person === null) return thePublic
  const seen = new Map<string, Capacity>()
  for (const id of get(state.institution.credentialsOf, person) ?? []) {
    const capacity = get(state.institution.credentials, id)?.capacity
    if (capacity === undefined || capacity.kind === 'system') continue
    const name = capacityName(capacity)
    if (!seen.has(name) && standing(state.institution, person, capacity, 'read', now) === null)
      seen.set(name, capacity)
  }
  const names = [...seen.keys()].sort()
  return { person, capacities: names.map(name => seen.get(name)!), group: names.join(' ') }
}

/** Whether a viewer may read what is meant for an audience. */
export const canRead = (viewer: Viewer, audience: Audience, state: DomainState, now: Instant): boolean =>
  audience.kind === 'public' ||
  viewer.capacities.some(as => mayRead(audience, { person: viewer.person!, as }, state, now))

/** An audience in one line. */
export const audienceKey = (audience: Audience): string => {
  switch (audience.kind) {
    case 'body':
      return `body:${audience.body}`
    case 'delegation':
      return `delegation:${audience.member}`
    case 'delegations':
      return `delegations:${audience.members.join(',')}${audience.secretariat ? ' secretariat' : ''}`
    case 'mediators':
      return `mediators:${audience.text} ${audience.members.join(',')}`
    default:
      return audience.kind
  }
}

/** What a viewer may read now, each audience looked at once. */
export const seenBy = (viewer: Viewer, state: DomainState, now: Instant): Sees => {
  const known = new Map<string, boolean>()
  return audience => {
    if (audience.kind === 'public') return true
    const key = audienceKey(audience)
    const found = known.get(key) ?? canRead(viewer, audience, state, now)
    known.set(key, found)
    return found
  }
}

/** The members she is a delegate of. */
export const delegationsOf = (viewer: Viewer): readonly string[] =>
  viewer.capacities.flatMap(as => (as.kind === 'delegate' ? [as.member] : []))
