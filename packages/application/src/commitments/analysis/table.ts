import { type Audience, type DomainState, institution } from '@gavel/domain'
import { get, type Instant } from '@gavel/kernel'

/** What is asked of the analysis; every part may be left out. Years are calendar years, both included. */
export interface Asked {
  readonly member?: string
  readonly dimension?: string
  readonly area?: string
  readonly from?: string
  readonly until?: string
  /** Along what sums are kept apart, of what a table can be kept apart by; unless told: as finely as it can be. */
  readonly by?: readonly string[]
}

/** Somebody who asks, and when: what she may read decides what is summed. */
export interface Asking {
  readonly state: DomainState
  readonly now: Instant
  readonly sees: (audience: Audience) => boolean
}

export type Cell = string | number | null

/** `key`: along what it is counted; `label`: what a key is called; otherwise what is counted, in which unit. */
export type ColumnKind = 'key' | 'label' | 'count' | 'days' | 'seconds'

export interface Column {
  readonly name: string
  readonly kind: ColumnKind
}

/** A table of an analysis, with the sentence that says what it counts. */
export interface AnalysisTable {
  readonly name: string
  readonly counts: string
  /** The earliest year of what was counted here for this reader; null where nothing was, or no year is told. */
  readonly since: string | null
  /** Which parts of the question it heeds. */
  readonly heeds: readonly string[]
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

export const column = (kind: ColumnKind, ...names: readonly string[]): readonly Column[] =>
  names.map(name => ({ name, kind }))

/** Where something is counted, by the names of the keys. */
export interface Place {
  readonly member?: string
  readonly area?: string
  readonly year?: string
}

/** Whether something counted at a place is asked for. Where a table has no year, or no area, that part is not asked. */
export const isAsked = (asked: Asked, { state }: Asking, { member, area, year }: Place): boolean => {
  if (asked.member !== undefined && member !== undefined && member !== asked.member) return false
  if (year !== undefined && asked.from !== undefined && year < asked.from) return false
  if (year !== undefined && asked.until !== undefined && year > asked.until) return false
  if (area === undefined) return true
  if (asked.area !== undefined && area !== asked.area) return false
  return asked.dimension === undefined || dimensionOf(state, area) === asked.dimension
}

export const dimensionOf = (state: DomainState, area: string): string | null =>
  area === '' ? null : (get(state.institution.areas, area)?.dimension ?? null)

/** How a table that is kept apart by member, area and year is made. */
export interface TableShape {
  readonly name: string
  readonly counts: string
  readonly keys: readonly ('member' | 'area' | 'year')[]
  readonly sums: readonly Column[]
}

/** Adds to the sum of a column at a place. */
export type Tell = (place: Place, column: string, n: number) => void

interface Row {
  readonly key: readonly string[]
  readonly sums: number[]
}

/** The keys a table is kept apart by for a question. `dimension` gathers areas. */
const keysFor = ({ keys }: TableShape, { by }: Asked): readonly string[] => {
  if (by === undefined) return keys
  const dimension = by.includes('dimension') && keys.includes('area') && !by.includes('area')
  return [...(dimension ? ['dimension'] : []), ...keys.filter(key => by.includes(key))]
}

const orderOf = (list: readonly string[]): ReadonlyMap<string, number> =>
  new Map(list.map((id, at) => [id, at] as const))

/** Members in the order of the register, areas in that of theirs, years as they follow: never by what was counted. */
const inOrder = (rows: Row[], keys: readonly string[], state: DomainState): readonly Row[] => {
  const { partyOrder, areaOrder } = state.institution
  const known: Readonly<Record<string, ReadonlyMap<string, number>>> = {
    member: orderOf(partyOrder),
    area: orderOf(areaOrder),
  }
  const places = rows.map(row => ({
    row,
    place: row.key.map((part, at) => known[keys[at]!]?.get(part) ?? Number.MAX_SAFE_INTEGER),
  }))
  places.sort((a, b) => {
    for (const [at, part] of a.row.key.entries()) {
      const difference = a.place[at]! - b.place[at]!
      if (difference !== 0) return difference
      const other = b.row.key[at]!
      if (part !== other) return part < other ? -1 : 1
    }
    return 0
  })
  return places.map(({ row }) => row)
}

const partOf = (key: string, place: Place, state: DomainState): string =>
  key === 'dimension' ? (dimensionOf(state, place.area ?? '') ?? '') : (place[key as keyof Place] ?? '')

/** A table from whatever `each` tells of. What nobody asked for, and rows that hold nothing, are left out. */
export const tabled = (
  shape: TableShape,
  asked: Asked,
  asking: Asking,
  each: (tell: Tell) => void,
): AnalysisTable => {
  const keys = keysFor(shape, asked)
  const at = new Map(shape.sums.map(({ name }, place) => [name, place] as const))
  const rows = new Map<string, Row>()
  const { from, until, ...anyYear } = asked
  const hasYears = from !== undefined || until !== undefined
  let since: string | null = null
  // Told of tens of thousands of sums: a row is looked up by one joined key, and taken apart once.
  each((place, name, n) => {
    if (n === 0 || !isAsked(anyYear, asking, place)) return
    const { year } = place
    if (year !== undefined && (since === null || year < since)) since = year
    if (hasYears && !isAsked(asked, asking, place)) return
    let joined = ''
    for (const key of keys) joined += ` ${partOf(key, place, asking.state)}`
    let row = rows.get(joined)
    if (row === undefined) {
      row = { key: keys.map(key => partOf(key, place, asking.state)), sums: shape.sums.map(() => 0) }
      rows.set(joined, row)
    }
    row.sums[at.get(name)!]! += n
  })
  const found = [...rows.values()].filter(({ sums }) => sums.some(n => n !== 0))
  return {
    name: shape.name,
    counts: shape.counts,
    since,
    heeds: heeded(shape.keys),
    columns: [...column('key', ...keys), ...shape.sums],
    rows: inOrder(found, keys, asking.state).map(({ key, sums }) => [
      ...key.map(part => (part === '' ? null : part)),
      ...sums,
    ]),
  }
}

const heeded = (keys: readonly string[]): readonly string[] =>
  keys.flatMap(key => (key === 'area' ? ['dimension', 'area'] : key === 'year' ? ['from', 'until'] : [key]))

/** Those who are members now, in the order of the register. */
export const membersNow = ({ state, now }: Asking): readonly string[] =>
  institution.activeMembers(state.institution, now)
