import { dayMs, type Instant, type PersonId, toEpochMs } from '@gavel/kernel'
import type { Rows } from '../ports.ts'
import type { Device } from './device.ts'
import { type Found, type Kept, vault } from './vault.ts'

/** How somebody came in. */
export type Way = 'invitation' | 'passkey' | 'link' | 'oidc' | 'demonstration'

/** How and from where a sign-in came about. */
export interface Opening {
  readonly way: Way
  readonly device?: Device
  readonly network?: string | null
  /** Who issued the invitation. */
  readonly by?: string
  /** The passkey it was opened with, or the provider that vouched. */
  readonly with?: string
  /** Milliseconds it lasts at most; thirty days unless told. */
  readonly lasts?: number
}

/** Somebody who is signed in. */
export interface Caller {
  readonly person: PersonId
  /** The sign-in's public name, by which it is listed and revoked. */
  readonly signIn: string
  readonly via: 'cookie' | 'bearer'
  readonly way: Way
  readonly since: Instant
  /** The first instant at which the sign-in no longer holds. */
  readonly until: Instant
  /** The passkey or provider it was opened with. */
  readonly with: string | null
}

interface Invitation extends Kept {
  readonly by: string
}

interface SignIn extends Kept, Omit<Opening, 'lasts'> {
  /** When it was last used, to within a few minutes. */
  readonly seen: Instant
}

export interface SignInRow extends Omit<SignIn, 'hash' | 'person'> {
  readonly id: string
}

const lifetime = { invitation: 7 * dayMs, signIn: 30 * dayMs } as const
/** How exactly the last use is known: one small write in that time for each sign-in. */
const seenEveryMs = 5 * 60_000

export interface AccountsOptions {
  /** Milliseconds after which a sign-in nobody uses ends; without it, only its thirty days end it. */
  readonly idleMs?: number
}

/**
 * Invitations and sign-ins. A token is shown once and kept only as a hash; an invitation works once; a sign-in
 * lasts thirty days or until it is revoked. What a person may do is never kept here: that is her credentials',
 * looked at for every act.
 */
export const accounts = (rows: Rows, now: () => Instant, { idleMs }: AccountsOptions = {}) => {
  const since = (instant: Instant): number => toEpochMs(now()) - toEpochMs(instant)
  const signIns = vault<SignIn>(
    rows,
    now,
    'signIn',
    kept => now() < kept.until && (idleMs === undefined || since(kept.seen) < idleMs),
  )
  const seenAfter = Math.min(seenEveryMs, (idleMs ?? Number.POSITIVE_INFINITY) / 4)

  /** Notes that a sign-in is in use. A row somebody else changed meanwhile, or revoked, is left alone. */
  const see = async (found: Found<SignIn>): Promise<void> => {
    if (since(found.kept.seen) >= seenAfter) await signIns.swap(found, { ...found.kept, seen: now() })
  }

  return {
    ...inviting(rows, now),
    ...revoking(signIns),

    /** A new sign-in, for whoever has shown who she is; answers its token. */
    async signIn(person: PersonId, opening: Opening): Promise<string> {
      const { lasts = lifetime.signIn, ...kept } = opening
      return (await signIns.put('gvs', person, lasts, { ...kept, seen: now() })).token
    },

    async authenticate(token: string, via: Caller['via']): Promise<Caller | null> {
      const found = await signIns.behind('gvs', token)
      if (found === undefined) return null
      await see(found)
      const { person, way, since, until, with: opened = null } = found.kept
      return { person, signIn: found.id, via, way, since, until, with: opened }
    },

    /** Whether a sign-in still holds. */
    holds: async ({ signIn }: Pick<Caller, 'signIn'>): Promise<boolean> =>
      (await signIns.at(signIn)) !== undefined,

    /** Those of some sign-ins that no longer hold, asked for all of them together. */
    gone: (ids: ReadonlySet<string>): Promise<ReadonlySet<string>> => signIns.missing(ids),

    list: async (person: PersonId): Promise<readonly SignInRow[]> => (await signIns.of(person)).map(rowOf),

    /** How many sign-ins of each person were used within the last `withinMs`. */
    sitting: (persons: readonly PersonId[], withinMs: number): Promise<Map<PersonId, number>> =>
      signIns.count(persons, kept => since(kept.seen) < withinMs),
  }
}

const revoking = (signIns: ReturnType<typeof vault<SignIn>>) => {
  const heeding = new Set<(signIn: string) => void>()

  const revoke = async (person: PersonId, id: string): Promise<SignInRow | undefined> => {
    // Its last use may be noted between the reading and the deletion; then it is read again.
    for (let tries = 0; tries < 10; tries++) {
      const found = await signIns.at(id)
      if (found === undefined || found.kept.person !== person) return undefined
      if (!(await signIns.swap(found, null))) continue
      for (const told of heeding) told(id)
      return rowOf(found)
    }
    return undefined
  }

  return {
    /** Revokes a sign-in of the person and answers it; undefined when she has no such one. */
    revoke,

    /** Revokes those of a person's sign-ins that pass the test; how many. */
    async revokeAll(person: PersonId, which: (row: SignInRow) => boolean): Promise<number> {
      const gone = (await signIns.of(person)).map(rowOf).filter(which)
      for (const { id } of gone) await revoke(person, id)
      return gone.length
    },

    /** To be told of every sign-in that is revoked on this server; returns what ends it. */
    onRevoked(told: (signIn: string) => void): () => void {
      heeding.add(told)
      return () => heeding.delete(told)
    },
  }
}

const inviting = (rows: Rows, now: () => Instant) => {
  const invitations = vault<Invitation>(rows, now, 'invitation')
  return {
    /** A single-use token by which the person signs in. */
    invite: async (person: PersonId, by: string): Promise<string> =>
      (await invitations.put('gvi', person, lifetime.invitation, { by })).token,

    /** Spends an invitation; whose it was and who issued it, or undefined when it is void, spent or expired. */
    async redeem(token: string): Promise<{ readonly person: PersonId; readonly by: string } | undefined> {
      const found = await invitations.behind('gvi', token)
      // Only one of two who come at once deletes the row, and only she signs in.
      if (found === undefined || !(await invitations.swap(found, null))) return undefined
      return { person: found.kept.person, by: found.kept.by }
    },
  }
}

const rowOf = ({ id, kept: { hash: _, person: __, ...row } }: Found<SignIn>): SignInRow => ({ id, ...row })

export type Accounts = ReturnType<typeof accounts>
