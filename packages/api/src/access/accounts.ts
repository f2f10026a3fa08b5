import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { dayMs, type Instant, later, type PersonId } from '@gavel/kernel'
import type { Rows } from '../ports.ts'

/** Somebody who is signed in. */
export interface Caller {
  readonly person: PersonId
  /** The sign-in's public name, by which it is listed and revoked. */
  readonly signIn: string
  readonly via: 'cookie' | 'bearer'
}

interface Kept {
  readonly hash: string
  readonly person: PersonId
  readonly since: Instant
  readonly until: Instant
  /** Who issued the invitation, and for a sign-in how it came about. */
  readonly by: string
}

export interface SignInRow {
  readonly id: string
  readonly since: Instant
  readonly until: Instant
  readonly by: string
}

type Kind = 'invitation' | 'signIn'
const prefix: { readonly [kind in Kind]: string } = { invitation: 'gvi', signIn: 'gvs' }
const lifetime: { readonly [kind in Kind]: number } = { invitation: 7 * dayMs, signIn: 30 * dayMs }
const tokenForm = /^gv([is])_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/

const digest = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const read = (row: string): Kept => JSON.parse(row) as Kept

/** Compares two hexadecimal hashes in constant time. */
const sameHash = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a, 'hex'), Buffer.from(b, 'hex')]
  return left.length === right.length && timingSafeEqual(left, right)
}

/**
 * Invitations and sign-ins. A token is shown once and kept only as a hash; an invitation works once; a sign-in
 * lasts thirty days or until it is revoked. What a person may do is never kept here: that is her credentials',
 * looked at for every act.
 */
export const accounts = (rows: Rows, now: () => Instant) => {
  const issue = async (kind: Kind, person: PersonId, by: string, lasts = lifetime[kind]): Promise<string> => {
    const id = randomBytes(8).toString('hex')
    const secret = randomBytes(32).toString('base64url')
    const kept: Kept = { hash: digest(secret), person, since: now(), until: later(now(), lasts), by }
    if (!(await rows.swapRow(kind, id, null, JSON.stringify(kept)))) return issue(kind, person, by, lasts)
    return `${prefix[kind]}_${id}_${secret}`
  }

  /** The row behind a token, if it is genuine and has not run out. */
  const behind = async (kind: Kind, token: string) => {
    const parts = tokenForm.exec(token)
    if (parts === null || `gv${parts[1]}` !== prefix[kind]) return undefined
    const id = parts[2]!
    const row = await rows.row(kind, id)
    // A row that is not there is compared too, so that time tells nothing.
    const kept = row === undefined ? undefined : read(row)
    const genuine = sameHash(kept?.hash ?? '0'.repeat(64), digest(parts[3]!))
    return genuine && kept !== undefined && now() < kept.until ? { id, row: row!, kept } : undefined
  }

  return {
    /** A single-use token by which the person signs in. */
    invite: (person: PersonId, by: string): Promise<string> => issue('invitation', person, by),

    /** Spends an invitation; the token of the new sign-in, or undefined when it is void, spent or expired. */
    async redeem(token: string): Promise<{ readonly token: string; readonly person: PersonId } | undefined> {
      const found = await behind('invitation', token)
      if (found === undefined) return undefined
      // Only one of two who come at once deletes the row, and only she signs in.
      if (!(await rows.swapRow('invitation', found.id, found.row, null))) return undefined
      const { person, by } = found.kept
      return { token: await issue('signIn', person, `invitation by ${by}`), person }
    },

    /** A sign-in without an invitation: for the demonstration alone. */
    signIn: (person: PersonId, by: string): Promise<string> => issue('signIn', person, by),

    async authenticate(token: string, via: Caller['via']): Promise<Caller | null> {
      const found = await behind('signIn', token)
      return found === undefined ? null : { person: found.kept.person, signIn: found.id, via }
    },

    /** Whether a sign-in still holds. */
    async holds({ signIn }: Caller): Promise<boolean> {
      const row = await rows.row('signIn', signIn)
      return row !== undefined && now() < read(row).until
    },

    async list(person: PersonId): Promise<readonly SignInRow[]> {
      return (await rows.rows('signIn')).flatMap(([id, row]) => {
        const { person: own, since, until, by } = read(row)
        return own === person && now() < until ? [{ id, since, until, by }] : []
      })
    },

    /** Revokes a sign-in of the person; false when she has no such one. */
    async revoke(person: PersonId, id: string): Promise<boolean> {
      const row = await rows.row('signIn', id)
      if (row === undefined || read(row).person !== person) return false
      return rows.swapRow('signIn', id, row, null)
    },
  }
}

export type Accounts = ReturnType<typeof accounts>
