import { seeded } from '../fit/random.ts'
import { climb, keepsReserves, type Scorer, worstOf } from './climb.ts'
import { drawn, type Grid, gridOf, type Pack, packOf } from './grid.ts'
import { type Deal, type Flexibility, UnreadableFlexibility } from './problem.ts'
import type { SearchOptions } from './raise.ts'

/** A package by what a mediator weighs: no other found has all three at least as good and one better. */
export interface FrontierDeal {
  readonly deal: Deal
  readonly worst: number
  readonly total: number
  /** How many members have less than with the status quo. */
  readonly below: number
}

interface Entry {
  readonly pack: Pack
  readonly worst: number
  readonly total: number
  readonly below: number
}

const entryOf = (pack: Pack, statusQuo: readonly number[]): Entry => {
  let [total, below] = [0, 0]
  for (const [m, each] of pack.sums.entries()) {
    total += each
    if (each < statusQuo[m]! - 1e-9) below++
  }
  return { pack, worst: worstOf(pack.sums), total, below }
}

const covers = (a: Entry, b: Entry): boolean =>
  a.worst >= b.worst - 1e-9 && a.total >= b.total - 1e-9 && a.below <= b.below

/** Adds an entry unless another covers it; those it covers go. */
const enter = (archive: readonly Entry[], entry: Entry): readonly Entry[] =>
  archive.some(other => covers(other, entry))
    ? archive
    : [...archive.filter(other => !covers(entry, other)), entry]

/** A mixture of the three aims, smooth enough to climb on: `share` of the worst-off, the rest of the mean, less the number below. */
const mixture =
  ({ members, reserve }: Grid, statusQuo: readonly number[], share: number, perMember: number): Scorer =>
  sums => {
    const least = worstOf(sums)
    let [soft, total, below, short] = [0, 0, 0, 0]
    for (let m = 0; m < members; m++) {
      const over = 2 * (sums[m]! - least)
      if (over < 12) soft += Math.exp(-over)
      total += sums[m]!
      const under = statusQuo[m]! - sums[m]!
      if (under > 0) below += Math.min(1, 0.5 + under)
      if (sums[m]! < reserve[m]!) short += reserve[m]! - sums[m]!
    }
    return (
      share * (least - Math.log(soft) / 2) + (1 - share) * (total / members) - perMember * below - 1e4 * short
    )
  }

/** How many climbs are made, each for another mixture of the aims. */
const climbs = 60

/** How many kept packages are looked around from, at most. */
const explorations = 400

/** All packages that differ in one option. */
const neighboursOf = function* (grid: Grid, { places, sums }: Pack): Iterable<Pack> {
  const { issues, first, members, worth } = grid
  for (let i = 0; i < issues; i++)
    for (let o = first[i]!; o < first[i + 1]!; o++) {
      if (o === places[i]) continue
      const [was, now] = [places[i]! * members, o * members]
      yield { places: places.with(i, o), sums: sums.map((sum, m) => sum - worth[was + m]! + worth[now + m]!) }
    }
}

/**
 * Packages that keep everybody's limits and between which only a judgment decides: worst-off against total against how many
 * have less than with the status quo (`statusQuo`: its worth to each member). Found by climbing for many mixtures of the
 * three and keeping what nothing else found covers; nothing is proved. Ordered from the best for the worst-off on.
 */
export const frontierOf = (
  members: readonly Flexibility[],
  statusQuo: readonly number[],
  { seed = 1, steps = climbs, progress, stopped }: SearchOptions = {},
): readonly FrontierDeal[] => {
  if (statusQuo.length !== members.length)
    throw new UnreadableFlexibility('the status quo has not one worth per member')
  const grid = gridOf(members)
  if (grid === undefined) return []
  const random = seeded(seed)
  let archive: readonly Entry[] = []
  const see = (pack: Pack): void => {
    if (keepsReserves(pack.sums, grid.reserve)) archive = enter(archive, entryOf(pack, statusQuo))
  }
  let current = packOf(grid, drawn(grid, random))
  for (let k = 0; k < steps && stopped?.() !== true; k++) {
    const share = (k % 12) / 11
    const perMember = [0, 0.02, 0.1, 0.5, 2][k % 5]!
    current = climb(grid, current, mixture(grid, statusQuo, share, perMember), undefined, see)
    see(current)
    if (k % 12 === 11) current = packOf(grid, drawn(grid, random))
    progress?.({
      value: archive.reduce((most, each) => Math.max(most, each.worst), 0),
      bound: null,
      steps: k + 1,
    })
  }
  // From everything kept, single changes, until nothing new is found: Pareto local search (Paquete, Chiarandini & Stützle 2004).
  const explored = new Set<Pack>()
  for (let next = archive[0]; next !== undefined && explored.size < explorations; ) {
    if (stopped?.() === true) break
    explored.add(next.pack)
    for (const pack of neighboursOf(grid, next.pack)) see(pack)
    next = archive.find(each => !explored.has(each.pack))
  }
  return archive
    .toSorted((a, b) => b.worst - a.worst || b.total - a.total)
    .map(({ pack, worst, total, below }) => ({
      deal: { options: Array.from(pack.places, o => grid.name[o]!), worth: [...pack.sums] },
      worst,
      total,
      below,
    }))
}
