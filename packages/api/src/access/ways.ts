import { randomBytes } from 'node:crypto'
import type { Instant, PersonId } from '@gavel/kernel'
import type { Rows } from '../ports.ts'
import { digest } from './vault.ts'

/** A passkey, as it is kept. Bytes are base64url. */
export interface Passkey {
  /** The credential id the authenticator chose. */
  readonly id: string
  readonly name: string
  readonly publicKey: string
  readonly counter: number
  readonly transports: readonly string[]
  /** Whether the authenticator may copy it to other devices of its owner (backup eligibility), and has (backup state). */
  readonly synced: { readonly may: boolean; readonly is: boolean }
  readonly since: Instant
  readonly used?: Instant
  /** When its counter went backwards: a copy of it is about, and it opens nothing any more. */
  readonly copied?: Instant
}

/** An account at a provider, bound to a person: (issuer, sub) is who it is. */
export interface Account {
  readonly id: string
  readonly provider: string
  readonly issuer: string
  readonly sub: string
  /** What the provider calls her, for her to recognise the account. */
  readonly shown: string | null
  readonly since: Instant
}

/** A person's own ways in, in one row: they change together or not at all. */
export interface OwnWays {
  /** The user handle in her passkeys: random, so that an authenticator tells nobody who she is. */
  readonly handle: string
  readonly passkeys: readonly Passkey[]
  readonly accounts: readonly Account[]
  /** Whether she ever had a way of her own. From then on a new one is added only by a sign-in that is fresh. */
  readonly everHad: boolean
}

export const accountId = (issuer: string, sub: string): string =>
  digest(JSON.stringify([issuer, sub])).slice(0, 32)

/** What a change of a person's ways answers: the new ones, or a word why there is no change. */
type Change<R extends string> = (ways: OwnWays) => OwnWays | R

export const ownWays = (rows: Rows) => {
  const read = async (person: PersonId): Promise<OwnWays | undefined> => {
    const row = await rows.row('ways', person)
    return row === undefined ? undefined : (JSON.parse(row) as OwnWays)
  }

  /** The person's ways; made at the first call, when she gets her handle. */
  const of = async (person: PersonId): Promise<OwnWays> => {
    const known = await read(person)
    if (known !== undefined) return known
    const handle = randomBytes(32).toString('base64url')
    // First the way from the handle to her: one without a row behind it leads nowhere.
    await rows.swapRow('handle', handle, null, person)
    const fresh: OwnWays = { handle, passkeys: [], accounts: [], everHad: false }
    await rows.swapRow('ways', person, null, JSON.stringify(fresh))
    return (await read(person))!
  }

  const change = async <R extends string>(person: PersonId, to: Change<R>): Promise<OwnWays | R> => {
    await of(person)
    for (;;) {
      const row = (await rows.row('ways', person))!
      const next = to(JSON.parse(row) as OwnWays)
      if (typeof next === 'string') return next
      if (await rows.swapRow('ways', person, row, JSON.stringify(next))) return next
    }
  }

  return {
    read,
    of,
    change,

    /** Whose passkeys carry that handle. */
    personOf: async (handle: string): Promise<PersonId | undefined> =>
      (await rows.row('handle', handle)) as PersonId | undefined,

    /** Whose account that is; undefined when it is bound to nobody. */
    async personWith(issuer: string, sub: string): Promise<PersonId | undefined> {
      const person = (await rows.row('account', accountId(issuer, sub))) as PersonId | undefined
      if (person === undefined) return undefined
      // Her own row decides: a pointer whose account she removed leads nowhere.
      const theirs = (await read(person))?.accounts ?? []
      return theirs.some(each => each.issuer === issuer && each.sub === sub) ? person : undefined
    },

    /** Binds an account to a person; `taken` when it is another person's. */
    async bind(person: PersonId, account: Account): Promise<OwnWays | 'taken'> {
      const owner = await this.personWith(account.issuer, account.sub)
      if (owner !== undefined && owner !== person) return 'taken'
      const pointer = (await rows.row('account', account.id)) ?? null
      if (pointer !== person && !(await rows.swapRow('account', account.id, pointer, person))) return 'taken'
      return change<'taken'>(person, ways => ({
        ...ways,
        everHad: true,
        accounts: [...ways.accounts.filter(({ id }) => id !== account.id), account],
      }))
    },
  }
}

export type Ways = ReturnType<typeof ownWays>
