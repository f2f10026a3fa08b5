import type { Context } from '@gavel/api'
import type { Page, Reading } from '@gavel/web/reading'

/** Somebody asks for a page. */
export interface Visit {
  readonly context: Context
  readonly reading: Reading
  readonly params: Readonly<Record<string, string>>
  /** Those parts of the query that belong to the page; the others are not looked at. */
  readonly query: Readonly<Record<string, string>>
}

/** What was found for a page. */
export interface Found {
  /** What it is written from: as long as each of these is the very same thing, so is the page. */
  readonly basis: readonly unknown[]
  readonly page: () => Page | Promise<Page>
}

/** Finds what a page needs. Throws the uniform 404 for what is not there and for what is not public. */
export type Finder = (visit: Visit) => Found | Promise<Found>
