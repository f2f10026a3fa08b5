import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Instant, later, msBetween, type PersonId } from '@gavel/kernel'
import type { Rows } from '../ports.ts'

/** What every kept secret says of itself. Of the secret only a hash is kept. */
export interface Kept {
  readonly hash: string
  readonly person: PersonId
  readonly since: Instant
  readonly until: Instant
}

/** A row as it was found: `row` is what has to be there still for it to be changed. */
export interface Found<T extends Kept> {
  readonly id: string
  readonly row: string
  readonly kept: T
}

const tokenForm = /^(gv[isclf])_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/
const sweepEveryMs = 10 * 60_000

export const digest = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Compares two hexadecimal hashes in constant time. */
const sameHash = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a, 'hex'), Buffer.from(b, 'hex')]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** One of 256 shelves, the same for everything of a person: listing hers reads a 256th of all. */
const shelfOf = (person: PersonId): string => digest(person).slice(0, 2)

export const newSecret = (): string => randomBytes(32).toString('base64url')

type Alive<T extends Kept> = (kept: T) => boolean

/** The rows of one kind, on their shelves. */
const shelves = <T extends Kept>(rows: Rows, now: () => Instant, name: string, alive: Alive<T>) => {
  const swept = new Map<string, Instant>()
  const kindOf = (shelf: string): string => `${name}/${shelf}`
  const foundIn = ([id, row]: readonly [string, string]): Found<T> => ({
    id,
    row,
    kept: JSON.parse(row) as T,
  })
  /** Everything on a shelf that has not run out; what has is taken away. */
  const shelf = async (at: string): Promise<readonly Found<T>[]> => {
    const all = (await rows.rows(kindOf(at))).map(foundIn)
    swept.set(at, now())
    for (const { id, row, kept } of all) if (!alive(kept)) await rows.swapRow(kindOf(at), id, row, null)
    return all.filter(({ kept }) => alive(kept))
  }
  return {
    shelf,
    async read(id: string): Promise<Found<T> | undefined> {
      if (!/^[0-9a-f]{16}$/.test(id)) return undefined
      const row = await rows.row(kindOf(id.slice(0, 2)), id)
      return row === undefined ? undefined : foundIn([id, row])
    },
    /** Writes a new row; false when the id is taken. */
    add: (id: string, kept: T): Promise<boolean> =>
      rows.swapRow(kindOf(id.slice(0, 2)), id, null, JSON.stringify(kept)),
    async sweepNowAndThen(at: string): Promise<void> {
      const last = swept.get(at)
      if (last === undefined || msBetween(last, now()) > sweepEveryMs) await shelf(at)
    },
    swap: ({ id, row }: Found<T>, next: T | null): Promise<boolean> =>
      rows.swapRow(kindOf(id.slice(0, 2)), id, row, next === null ? null : JSON.stringify(next)),
  }
}

/**
 * Rows of one kind behind tokens `gvs_ID_SECRET`. The id is public; its first two digits name the shelf the row is
 * kept on. What has run out is swept from a shelf when something is put there or listed.
 */
export const vault = <T extends Kept>(
  rows: Rows,
  now: () => Instant,
  name: string,
  alive: Alive<T> = kept => now() < kept.until,
) => {
  const { shelf, read, add, sweepNowAndThen, swap } = shelves(rows, now, name, alive)

  const put = async (
    prefix: string,
    person: PersonId,
    lasts: number,
    more: Omit<T, keyof Kept>,
  ): Promise<{ readonly id: string; readonly token: string; readonly kept: T }> => {
    const at = shelfOf(person)
    await sweepNowAndThen(at)
    const id = at + randomBytes(7).toString('hex')
    const secret = newSecret()
    const own: Kept = { hash: digest(secret), person, since: now(), until: later(now(), lasts) }
    const kept = { ...own, ...more } as unknown as T
    return (await add(id, kept))
      ? { id, token: `${prefix}_${id}_${secret}`, kept }
      : put(prefix, person, lasts, more)
  }

  return {
    put,

    /** The row behind a token of this prefix, if it is genuine and has not run out. */
    async behind(prefix: string, token: string): Promise<Found<T> | undefined> {
      const parts = tokenForm.exec(token)
      if (parts === null || parts[1] !== prefix) return undefined
      const found = await read(parts[2]!)
      // A row that is not there is compared too, so that time tells nothing.
      const genuine = sameHash(found?.kept.hash ?? '0'.repeat(64), digest(parts[3]!))
      return genuine && found !== undefined && alive(found.kept) ? found : undefined
    },

    /** The row of that id, if it has not run out. */
    async at(id: string): Promise<Found<T> | undefined> {
      const found = await read(id)
      return found !== undefined && alive(found.kept) ? found : undefined
    },

    /** Everything of a person that has not run out. */
    async of(person: PersonId): Promise<readonly Found<T>[]> {
      return (await shelf(shelfOf(person))).filter(({ kept }) => kept.person === person)
    },

    /** Those of some ids that are not there or have run out, in one pass over the shelves they are on. */
    async missing(ids: ReadonlySet<string>): Promise<ReadonlySet<string>> {
      const missing = new Set(ids)
      for (const at of new Set([...ids].map(id => id.slice(0, 2))))
        for (const { id } of await shelf(at)) missing.delete(id)
      return missing
    },

    /** How many rows that pass a test each person has, in one pass over the shelves they are on. */
    async count(persons: readonly PersonId[], counts: Alive<T>): Promise<Map<PersonId, number>> {
      const wanted = new Map(persons.map(person => [person, 0]))
      for (const at of new Set(persons.map(shelfOf)))
        for (const { kept } of await shelf(at))
          if (wanted.has(kept.person) && counts(kept)) wanted.set(kept.person, wanted.get(kept.person)! + 1)
      return wanted
    },

    /** Writes a changed row, or takes it away; false when somebody was first. */
    swap,
  }
}
