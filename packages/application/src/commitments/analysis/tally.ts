import { get, put, remove, type Table } from '@gavel/kernel'

/** Sums under composite keys. A sum of nothing is not kept, so that a table says only what it counts. */
export type Tally = Table<number>

/**
 * Sums by day under one key, as one flat list in the order of the days: a day (whole days since 1970-01-01), then its
 * sums. How many sums there are is the same for all days of a table.
 */
export type Days = readonly number[]

/** The parts of a key. Identifiers hold no blank, so a key can be taken apart again. */
export const keyOf = (...parts: readonly string[]): string => parts.join(' ')
export const partsOf = (key: string): readonly string[] => key.split(' ')

export const add = (tally: Tally, key: string, n: number): Tally => {
  const sum = (get(tally, key) ?? 0) + n
  return sum === 0 ? remove(tally, key) : put(tally, key, sum)
}

/** The list with `sums` added on a day. Costs the days under one key, which a year bounds. */
const addedOn = (days: Days, day: number, sums: readonly number[]): Days => {
  const width = sums.length + 1
  let at = 0
  while (at < days.length && days[at]! < day) at += width
  const isThere = days[at] === day
  const next = sums.map((n, which) => n + (isThere ? days[at + 1 + which]! : 0))
  const rest = days.slice(isThere ? at + width : at)
  return [...days.slice(0, at), ...(next.some(n => n !== 0) ? [day, ...next] : []), ...rest]
}

export const addOn = (table: Table<Days>, key: string, day: number, sums: readonly number[]): Table<Days> => {
  const next = addedOn(get(table, key) ?? [], day, sums)
  return next.length === 0 ? remove(table, key) : put(table, key, next)
}

const dayMs = 86_400_000

/** Whole days from 1970-01-01 to a calendar day. */
export const dayNumber = (day: string): number => Date.parse(day) / dayMs

/** A day later than any a rule can name: for what never falls due. */
export const never = 4_000_000
