import { drawn, type Grid, type Pack, packOf } from './grid.ts'

/** What a package is worth for a search: more is better. Called with the worth to each member. */
export type Scorer = (sums: Float64Array) => number

const penalty = 1e4

const shortfall = (sums: Float64Array, reserve: Float64Array): number => {
  let short = 0
  for (let m = 0; m < sums.length; m++) if (sums[m]! < reserve[m]!) short += reserve[m]! - sums[m]!
  return short
}

export const worstOf = (sums: Float64Array): number => {
  let least = Number.POSITIVE_INFINITY
  for (let m = 0; m < sums.length; m++) if (sums[m]! < least) least = sums[m]!
  return least
}

/** Whether everybody has at least the reserve. */
export const keepsReserves = (sums: Float64Array, reserve: Float64Array): boolean =>
  shortfall(sums, reserve) <= 1e-9

/** A smooth stand-in for the worst-off: -ln Σ e^(-βu) / β, less what members lack of their reserves. */
export const softWorst =
  ({ reserve }: Grid, beta: number): Scorer =>
  sums => {
    const least = worstOf(sums)
    let total = 0
    for (let m = 0; m < sums.length; m++) {
      const over = beta * (sums[m]! - least)
      if (over < 12) total += Math.exp(-over)
    }
    return least - Math.log(total) / beta - penalty * shortfall(sums, reserve)
  }

/** The logarithm of the Nash product of gains over the reserves, and the sum of worths, each less what members lack. */
export const nashScore =
  ({ reserve }: Grid): Scorer =>
  sums => {
    let total = 0
    for (let m = 0; m < sums.length; m++) total += Math.log(Math.max(1e-12, sums[m]! - reserve[m]!))
    return total - penalty * shortfall(sums, reserve)
  }
export const totalScore =
  ({ reserve }: Grid): Scorer =>
  sums => {
    let total = 0
    for (let m = 0; m < sums.length; m++) total += sums[m]!
    return total - penalty * shortfall(sums, reserve)
  }

const exchanged = (
  out: Float64Array,
  { worth, members }: Grid,
  sums: Float64Array,
  from: number,
  to: number,
): void => {
  for (let m = 0; m < members; m++) out[m] = sums[m]! - worth[from * members + m]! + worth[to * members + m]!
}

/** Changes one option at a time to the best, while it helps. `seen` is shown every package on the way. */
export const climb = (
  grid: Grid,
  start: Pack,
  score: Scorer,
  live?: Uint8Array,
  seen?: (pack: Pack) => void,
): Pack => {
  const places = start.places.slice()
  const sums = start.sums.slice()
  const next = new Float64Array(grid.members)
  let now = score(sums)
  for (let improved = true; improved; ) {
    improved = false
    for (let i = 0; i < grid.issues; i++) {
      let [best, at] = [now + 1e-9, -1]
      for (let option = grid.first[i]!; option < grid.first[i + 1]!; option++) {
        if (option === places[i] || live?.[option] === 0) continue
        exchanged(next, grid, sums, places[i]!, option)
        const value = score(next)
        if (value > best) [best, at] = [value, option]
      }
      if (at < 0) continue
      exchanged(next, grid, sums, places[i]!, at)
      sums.set(next)
      places[i] = at
      now = best
      improved = true
      seen?.({ places: places.slice(), sums: sums.slice() })
    }
  }
  return { places, sums }
}

/**
 * Raises the worst-off by changing two options at once: the first pair that lifts everybody above where the worst-off was
 * is taken, and so on. Looks at members from the worst-off on and gives a pair up at the first who would be too low.
 */
export const climbPairs = (grid: Grid, start: Pack, live?: Uint8Array): Pack => {
  const { issues, first, worth, members, reserve } = grid
  const places = start.places.slice()
  const sums = start.sums.slice()
  const tryPair = (order: Int32Array, i: number, a: number, j: number, b: number, least: number): boolean => {
    const [oldA, oldB] = [places[i]! * members, places[j]! * members]
    for (let k = 0; k < members; k++) {
      const m = order[k]!
      const value =
        sums[m]! - worth[oldA + m]! - worth[oldB + m]! + worth[a * members + m]! + worth[b * members + m]!
      if (value <= least + 1e-9 || value < reserve[m]!) return false
    }
    return true
  }
  const improve = (): boolean => {
    const order = Int32Array.from(sums.keys()).sort((a, b) => sums[a]! - sums[b]!)
    const least = sums[order[0]!]!
    for (let i = 0; i < issues; i++)
      for (let a = first[i]!; a < first[i + 1]!; a++) {
        if (live?.[a] === 0) continue
        for (let j = i + 1; j < issues; j++)
          for (let b = first[j]!; b < first[j + 1]!; b++) {
            if (live?.[b] === 0 || !tryPair(order, i, a, j, b, least)) continue
            places[i] = a
            places[j] = b
            sums.set(packOf(grid, places).sums)
            return true
          }
      }
    return false
  }
  while (improve());
  return { places, sums }
}

/** The package with some of its options drawn anew. */
export const shaken = (
  grid: Grid,
  { places }: Pack,
  random: () => number,
  changes: number,
  live?: Uint8Array,
): Pack => {
  const other = drawn(grid, random)
  const next = places.slice()
  for (let k = 0; k < changes; k++) {
    const i = Math.floor(random() * grid.issues)
    if (live?.[other[i]!] !== 0) next[i] = other[i]!
  }
  return packOf(grid, next)
}
