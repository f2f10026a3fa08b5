import { dayMs, type Instant, type PersonId } from '@gavel/kernel'
import { type Kept, vault } from '../access/vault.ts'
import { problemError } from '../http/problem.ts'
import type { Rows } from '../ports.ts'

export interface CalendarKeyRow {
  readonly id: string
  readonly since: Instant
  readonly until: Instant
}

/** A calendar that is subscribed to and forgotten still ends some day. */
const lasts = 400 * dayMs
const mostPerPerson = 10

/**
 * Secret addresses of personal calendars. The token is shown once and kept only as a hash; what it opens is what its
 * person may read at the moment somebody asks.
 */
export const calendarKeys = (rows: Rows, now: () => Instant) => {
  const keys = vault<Kept>(rows, now, 'calendar')
  const list = async (person: PersonId): Promise<readonly CalendarKeyRow[]> =>
    (await keys.of(person)).map(({ id, kept: { since, until } }) => ({ id, since, until }))
  return {
    async issue(person: PersonId): Promise<CalendarKeyRow & { readonly token: string }> {
      if ((await keys.of(person)).length >= mostPerPerson)
        throw problemError('unprocessable', {
          detail: `A person has at most ${mostPerPerson} calendars; revoke one.`,
        })
      const { id, token, kept } = await keys.put('gvf', person, lasts, {})
      return { id, token, since: kept.since, until: kept.until }
    },
    list,
    /** Whose calendar a token opens, and a secret only its server knows; undefined for one that opens nothing. */
    async behind(token: string): Promise<{ readonly person: PersonId; readonly secret: string } | undefined> {
      const found = await keys.behind('gvf', token)
      return found && { person: found.kept.person, secret: found.kept.hash }
    },
    /** Revokes a calendar of the person; false when she has no such one. */
    async revoke(person: PersonId, id: string): Promise<boolean> {
      const found = await keys.at(id)
      if (found === undefined || found.kept.person !== person) return false
      return keys.swap(found, null)
    },
  }
}

export type Calendars = ReturnType<typeof calendarKeys>
