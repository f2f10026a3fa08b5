import { randomInt } from 'node:crypto'
import { dayMs, type Instant, later, type PersonId } from '@gavel/kernel'
import { digest } from '../access/vault.ts'
import type { Carried, Rows } from '../ports.ts'

/** How often a person wants to be written to: every day there is something, or on Mondays. */
export type Rhythm = 'day' | 'week'
export type DigestLanguage = 'en' | 'ru' | 'ar'

/** Where and how a person is reminded by mail. Hers alone: no view shows it to anybody else. */
export interface Subscription {
  readonly address: string
  readonly language: DigestLanguage
  readonly every: Rhythm
  readonly since: Instant
  /** When she proved that the address is hers; null: nothing is sent there but the code. */
  readonly confirmedAt: Instant | null
  /** Of the code only a hash is kept, and how often it may still be tried. */
  readonly code: { readonly hash: string; readonly until: Instant; readonly tries: number } | null
  /** The last day a digest was made for. */
  readonly lastDay: string | null
  readonly last: { readonly at: Instant; readonly outcome: Carried['outcome'] } | null
}

const kind = 'digests'
const codeLasts = dayMs
const tries = 5

const hashOf = (person: PersonId, code: string): string => digest(`digest ${person} ${code}`)

/** What a round of letters asks of the rows, and writes back. */
const roundsOver = (rows: Rows, now: () => Instant) => ({
  /** Everybody who proved an address, with the row by which a day is taken. */
  async confirmed(): Promise<
    readonly { readonly person: PersonId; readonly row: string; readonly kept: Subscription }[]
  > {
    return (await rows.rows(kind))
      .map(([person, row]) => ({ person: person as PersonId, row, kept: JSON.parse(row) as Subscription }))
      .filter(({ kept }) => kept.confirmedAt !== null)
  },
  /** Takes a day for one server: null when another was first, or she changed her mind meanwhile. */
  async take(person: PersonId, row: string, kept: Subscription, day: string): Promise<string | null> {
    const next = JSON.stringify({ ...kept, lastDay: day })
    return (await rows.swapRow(kind, person, row, next)) ? next : null
  },
  /** Writes down what became of a letter, if the row is as it was left. */
  async told(person: PersonId, row: string, outcome: Carried['outcome']): Promise<void> {
    const kept = JSON.parse(row) as Subscription
    await rows.swapRow(kind, person, row, JSON.stringify({ ...kept, last: { at: now(), outcome } }))
  },
  /** Gives a day back: the letter did not go, and is tried again. */
  async giveBack(person: PersonId, row: string, before: string | null): Promise<void> {
    const kept = JSON.parse(row) as Subscription
    await rows.swapRow(kind, person, row, JSON.stringify({ ...kept, lastDay: before }))
  },
})

/** The subscriptions of everybody, kept outside the record: an address is no act, and goes when its owner says so. */
export const subscriptions = (rows: Rows, now: () => Instant) => {
  const read = async (person: PersonId) => {
    const row = await rows.row(kind, person)
    return row === undefined ? undefined : { row, kept: JSON.parse(row) as Subscription }
  }
  const write = (person: PersonId, before: string | null, next: Subscription | null): Promise<boolean> =>
    rows.swapRow(kind, person, before, next === null ? null : JSON.stringify(next))
  return {
    of: async (person: PersonId): Promise<Subscription | undefined> => (await read(person))?.kept,
    /** Asks for mail to an address; what was confirmed for another is over. Answers the code to be sent there. */
    async ask(
      person: PersonId,
      wanted: Pick<Subscription, 'address' | 'language' | 'every'>,
    ): Promise<{ readonly code: string | null }> {
      for (;;) {
        const known = await read(person)
        const same = known?.kept.address === wanted.address && known.kept.confirmedAt !== null
        const code = String(randomInt(0, 100_000_000)).padStart(8, '0')
        const next: Subscription = {
          ...wanted,
          since: known?.kept.since ?? now(),
          confirmedAt: same ? known!.kept.confirmedAt : null,
          code: same ? null : { hash: hashOf(person, code), until: later(now(), codeLasts), tries },
          lastDay: known?.kept.lastDay ?? null,
          last: known?.kept.last ?? null,
        }
        if (await write(person, known?.row ?? null, next)) return { code: same ? null : code }
      }
    },
    /** Whether the code was the one sent to the address, not too old and not tried too often. */
    async confirm(person: PersonId, code: string): Promise<boolean> {
      for (;;) {
        const known = await read(person)
        const asked = known?.kept.code
        if (known === undefined || asked == null || asked.tries === 0 || now() >= asked.until) return false
        const right = asked.hash === hashOf(person, code)
        const next: Subscription = right
          ? { ...known.kept, confirmedAt: now(), code: null }
          : { ...known.kept, code: { ...asked, tries: asked.tries - 1 } }
        if (await write(person, known.row, next)) return right
      }
    },
    async end(person: PersonId): Promise<void> {
      for (;;) {
        const known = await read(person)
        if (known === undefined || (await write(person, known.row, null))) return
      }
    },
    ...roundsOver(rows, now),
  }
}

export type Subscriptions = ReturnType<typeof subscriptions>
