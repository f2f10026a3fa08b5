/** Which commitments are looked at, as the address of the page says it: a page that is reloaded looks at the same. */

export const filters = [
  'q',
  'member',
  'dimension',
  'area',
  'status',
  'catalogue',
  'measure',
  'decision',
] as const
export type Filter = (typeof filters)[number]

export type Sought = { readonly [filter in Filter]?: string }

/** Every word a commitment can stand by, in the order in which they are offered. */
export const statuses = [
  'silent',
  'notYetReported',
  'nothingNew',
  'notStarted',
  'limited',
  'substantial',
  'complete',
  'noEvidence',
  'unclear',
  'withdrawn',
  'carriedForward',
] as const

/** How many stand on a page. */
export const pageSize = 25

/** What an address asks for; what it does not know it passes over. */
export const soughtIn = (search: string): Sought => {
  const given = new URLSearchParams(search)
  return Object.fromEntries(
    filters.flatMap(name => {
      const value = given
        .get(name)
        ?.trim()
        .slice(0, name === 'q' ? 200 : 80)
      const unknown = name === 'status' && !(statuses as readonly string[]).includes(value ?? '')
      return value === undefined || value === '' || unknown ? [] : [[name, value]]
    }),
  )
}

const queryOf = (sought: Sought): URLSearchParams =>
  new URLSearchParams(
    filters.flatMap(name => {
      const value = sought[name]
      return value === undefined || value.trim() === '' ? [] : [[name, value]]
    }),
  )

/** The address at which this is looked at. */
export const addressOf = (sought: Sought): string => {
  const query = queryOf(sought).toString()
  return query === '' ? '/commitments' : `/commitments?${query}`
}

/** The view that is asked, after an id. An area is of one dimension: where it is named, that is enough. */
export const viewOf = (sought: Sought, after: string | null): string => {
  const query = queryOf(sought)
  query.set('limit', String(pageSize))
  if (after !== null) query.set('after', after)
  return `/api/commitments?${query}`
}
