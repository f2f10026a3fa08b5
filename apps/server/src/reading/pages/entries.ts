import { type Keeper, notFound } from '@gavel/api'
import { trailOf } from '@gavel/application'
import type { ActHeader } from '@gavel/domain'
import type { EntryRow } from '@gavel/web/reading'

/** Entries `from` to before `to` as the public sees them, oldest first. */
export const publicRows = async (keeper: Keeper, from: number, to: number): Promise<readonly EntryRow[]> => {
  const entries = await keeper.read(from, to, null)
  return entries.map(({ index, content }) =>
    content === undefined ? { index } : { index, act: shownAct(content.act), event: content.events[0] },
  )
}

const shownAct = ({ type, as, at }: ActHeader) => ({ type, as, at })

const longestTrail = 200

/**
 * What happened to a thing, oldest first: of the latest two hundred entries those the public may read, and no word of
 * the others. `without`: a type of act that is told elsewhere on the page.
 */
export const publicTrail = async (
  keeper: Keeper,
  key: string,
  without?: string,
): Promise<readonly EntryRow[]> => {
  const indexes = trailOf(keeper.views().trail, key).slice(-longestTrail)
  const rows = await Promise.all(indexes.map(index => publicRows(keeper, index, index + 1)))
  return rows.flat().filter(({ act }) => act !== undefined && act.type !== without)
}

/** A whole number of at least 1 from a query; 1 when it is none. */
export const pageNumber = (asked: string | undefined): number => {
  if (asked === undefined) return 1
  if (!/^[1-9]\d{0,8}$/.test(asked)) throw notFound()
  return Number(asked)
}
