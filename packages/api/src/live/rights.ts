import {
  type Audience,
  type Capacity,
  type DomainState,
  type institution,
  isAmong,
  type Sees,
} from '@gavel/domain'
import { dayMs, fromEpochMs, get, type Instant, type PersonId, toEpochMs, values } from '@gavel/kernel'
import { audienceKey, viewerOf } from '../access/viewer.ts'
import type { Keeper } from '../ports.ts'

type Credential = institution.Credential
type Institution = DomainState['institution']

/** Viewers who hold the same capacities: whatever one of them may read, all of them may. */
export interface Group {
  readonly key: string
  readonly capacities: readonly Capacity[]
}

/** Who somebody is among those who read, and the credentials it was worked out from. */
export interface Standing {
  readonly group: Group
  readonly credentials: readonly Credential[]
}

const none: readonly Credential[] = []

const credentialsOf = ({ credentials, credentialsOf: lists }: Institution, person: PersonId | null) =>
  person === null ? none : (get(lists, person) ?? []).map(id => get(credentials, id)!)

const same = (a: readonly Credential[], b: readonly Credential[]): boolean =>
  a.length === b.length && a.every((credential, at) => credential === b[at])

/** Whether all that rights hang on, but for credentials, is what it was. */
const sameGround = (a: Institution, b: Institution): boolean =>
  a.parties === b.parties && a.terms === b.terms && a.parameters === b.parameters && a.bodies === b.bodies

/**
 * The next instant at which the calendar alone may change what somebody may read: where a credential begins or ends, or
 * a parameter begins. Terms and claims begin and end with days, so a new day is looked at in any case.
 */
export const nextBoundary = ({ credentials, parameters }: Institution, now: Instant): Instant => {
  let next = fromEpochMs((Math.floor(toEpochMs(now) / dayMs) + 1) * dayMs)
  const consider = (at: Instant | undefined): void => {
    if (at !== undefined && at > now && at < next) next = at
  }
  for (const { from, until } of values(credentials)) {
    consider(from)
    consider(until)
  }
  for (const dated of values(parameters)) for (const { since } of dated) consider(since)
  return next
}

/** What those who hold the capacities may read, each audience looked at once. */
const seesAs = (capacities: readonly Capacity[], keeper: Keeper): Sees => {
  const known = new Map<string, boolean>()
  const look = (audience: Audience): boolean =>
    capacities.some(as => isAmong(audience, as, keeper.state(), keeper.now()))
  return audience => {
    if (audience.kind === 'public') return true
    const key = audienceKey(audience)
    const found = known.get(key) ?? look(audience)
    known.set(key, found)
    return found
  }
}

/**
 * Knows what readers may read without asking anew for each of them: rights are looked at again when the institution
 * has changed or the calendar has come to an instant that counts, and then only for whom it concerns.
 */
export const readersRights = (keeper: Keeper) => {
  const groups = new Map<string, Group>()
  let seen = new Map<Group, Sees>()
  let institution = keeper.state().institution
  let boundary = nextBoundary(institution, keeper.now())
  let epoch = 0

  const groupOf = (key: string, capacities: readonly Capacity[]): Group => {
    const known = groups.get(key)
    if (known !== undefined) return known
    const group: Group = { key, capacities }
    groups.set(key, group)
    return group
  }

  return {
    /** Rises whenever rights may have changed: what was built for a group before is not to be given out any more. */
    get epoch(): number {
      return epoch
    },
    of(person: PersonId | null): Standing {
      const state = keeper.state()
      const { group, capacities } = viewerOf(state, person, keeper.now())
      return {
        group: groupOf(group, capacities),
        credentials: credentialsOf(state.institution, person),
      }
    },
    /** What a group may read now. What a facilitator may hangs on texts as well, so it is asked each time. */
    sees(group: Group): Sees {
      const known = seen.get(group)
      if (known !== undefined) return known
      const made = seesAs(group.capacities, keeper)
      if (group.capacities.every(({ kind }) => kind !== 'facilitator')) seen.set(group, made)
      return made
    },
    /**
     * Looks whether anything has happened that rights hang on. Undefined: nothing. Otherwise a test for whose standing
     * is to be worked out anew.
     */
    changed(): ((person: PersonId | null, credentials: readonly Credential[]) => boolean) | undefined {
      const now = keeper.now()
      const present = keeper.state().institution
      const dawned = now >= boundary
      if (present === institution && !dawned) return undefined
      const all = dawned || !sameGround(institution, present)
      institution = present
      boundary = nextBoundary(present, now)
      epoch++
      seen = new Map()
      return (person, credentials) =>
        person !== null && (all || !same(credentials, credentialsOf(present, person)))
    },
    /** How long until the calendar may change rights, in milliseconds, at most an hour. */
    waitMs: () => Math.min(3_600_000, Math.max(1, toEpochMs(boundary) - toEpochMs(keeper.now()))),
  }
}

export type ReadersRights = ReturnType<typeof readersRights>
