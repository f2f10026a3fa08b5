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

/** Where a day stands in a list of so many numbers a day, or would stand. */
const placeOf = (days: Days, day: number, width: number): number => {
  let [from, to] = [0, days.length / width]
  while (from < to) {
    const middle = (from + to) >> 1
    if (days[middle * width]! < day) from = middle + 1
    else to = middle
  }
  return from * width
}

/** The list with `sums` added on a day. Costs one copy of the days under a key, which a year bounds. */
const addedOn = (days: Days, day: number, sums: readonly number[]): Days => {
  const width = sums.length + 1
  const at = placeOf(days, day, width)
  const copy = days.slice()
  if (copy[at] !== day) copy.splice(at, 0, day, ...sums)
  else for (let which = 0; which < sums.length; which++) copy[at + 1 + which]! += sums[which]!
  if (copy.slice(at + 1, at + width).every(n => n === 0)) copy.splice(at, width)
  return copy
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
