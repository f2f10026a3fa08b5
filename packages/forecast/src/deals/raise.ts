import { seeded } from '../fit/random.ts'
import { boundAt, closeHopeless, type Dual, descend, type Workplace, workplaceOf } from './bound.ts'
import { climb, climbPairs, keepsReserves, shaken, softWorst, worstOf } from './climb.ts'
import { drawn, type Grid, type Pack, packOf } from './grid.ts'

/** How a search is going. */
export interface SearchProgress {
  /** The worst-off's worth in the best package so far; null when none keeps everybody's limits yet. */
  readonly value: number | null
  /** No package has it higher; null where no bound is sought. */
  readonly bound: number | null
  readonly steps: number
}

export interface SearchOptions {
  readonly seed?: number
  /** How many nodes of the search for a proof to look at, at most. */
  readonly steps?: number
  /** A package is as good as proved when it is this close to the bound, as a share of it. */
  readonly tolerance?: number
  /** A package and weights of an earlier search, of the same issues and members: what is changed is then found quickly. */
  readonly from?: Warm
  /** Rounds of climbing from a shaken package before the proof. */
  readonly climbs?: number
  readonly progress?: (told: SearchProgress) => void
  /** Asked now and then; true ends the search with what it has. */
  readonly stopped?: () => boolean
}

/** What an earlier search knew, for the next one. */
export interface Warm {
  /** One option per issue, as members see it. */
  readonly options: readonly number[]
  /** Weights of members that gave the bound. */
  readonly weights: Float64Array
}

export interface Raised {
  readonly pack: Pack | undefined
  readonly bound: number
  readonly proved: boolean
  readonly dual: Dual
}

interface Hunt {
  readonly grid: Grid
  readonly work: Workplace
  /** The problem as the bounds see it. */
  core: Grid
  heft: Float64Array
  readonly tolerance: number
  readonly options: SearchOptions
  best: Pack | undefined
  value: number
  steps: number
  ended: boolean
}

/** Below this nothing is looked for. */
const enoughOf = ({ best, value, tolerance }: Hunt): number =>
  best === undefined ? 0 : value + tolerance * Math.abs(value) + 1e-9

const offer = (hunt: Hunt, pack: Pack): void => {
  if (!keepsReserves(pack.sums, hunt.grid.reserve)) return
  const worst = worstOf(pack.sums)
  if (hunt.best !== undefined && worst <= hunt.value + 1e-9) return
  hunt.best = pack
  hunt.value = worst
}

const polished = ({ grid, work }: Hunt, pack: Pack, sharp: readonly number[]): Pack =>
  climbPairs(
    grid,
    sharp.reduce((from, beta) => climb(grid, from, softWorst(grid, beta), work.open), pack),
    work.open,
  )

/** The package that takes on each issue the open option with the highest weighted mean. */
const leading = ({ grid, core, work }: Hunt, dual: Dual): Pack => {
  boundAt(dual.weights.length === grid.members ? grid : core, dual.weights, work)
  const places = Int32Array.from({ length: grid.issues }, (_, i) => {
    let best = -1
    for (let option = grid.first[i]!; option < grid.first[i + 1]!; option++)
      if (work.open[option] === 1 && (best < 0 || work.means[option]! > work.means[best]!)) best = option
    return best
  })
  return packOf(grid, places)
}

/** Does every member still reach the reserve with the best of what is open? */
const reachable = ({ grid, work }: Hunt): boolean => {
  const { members, issues, first, worth, reserve } = grid
  for (let m = 0; m < members; m++) {
    let most = 0
    for (let i = 0; i < issues; i++) {
      let best = Number.NEGATIVE_INFINITY
      for (let o = first[i]!; o < first[i + 1]!; o++)
        if (work.open[o] === 1 && worth[o * members + m]! > best) best = worth[o * members + m]!
      most += best
    }
    if (most < reserve[m]! - 1e-9) return false
  }
  return true
}

/** How much the members who matter would feel a change of option on each issue: the most by which two options differ, summed. */
const weightsOfIssues = ({ members, issues, first, worth }: Grid): Float64Array =>
  Float64Array.from({ length: issues }, (_, i) => {
    let most = 0
    for (let a = first[i]!; a < first[i + 1]!; a++)
      for (let b = a + 1; b < first[i + 1]!; b++) {
        let sum = 0
        for (let m = 0; m < members; m++) sum += Math.abs(worth[a * members + m]! - worth[b * members + m]!)
        most = Math.max(most, sum)
      }
    return most
  })

/** Issues that still have a choice, those first whose leading option led seldom in the last descent and that weigh much. */
const undecided = ({ core, work, heft }: Hunt): readonly number[] => {
  const found: (readonly [number, number])[] = []
  for (let i = 0; i < core.issues; i++) {
    let [open, led, sum] = [0, 0, 0]
    for (let o = core.first[i]!; o < core.first[i + 1]!; o++) {
      if (work.open[o] === 0) continue
      open++
      sum += work.chosen[o]!
      led = Math.max(led, work.chosen[o]!)
    }
    if (open > 1) found.push([i, (1.02 - led / Math.max(1, sum)) * heft[i]!])
  }
  return found.sort((a, b) => b[1] - a[1]).map(([i]) => i)
}

/** An option an issue may take, and the bound when it does. */
interface Branch {
  readonly option: number
  readonly dual: Dual
}

/** What each open option of an issue leaves possible, best first; those the bound rules out are gone. */
const branchesOf = (hunt: Hunt, issue: number, weights: Float64Array, rounds: number): readonly Branch[] => {
  const { core, work } = hunt
  const [from, to] = [core.first[issue]!, core.first[issue + 1]!]
  const kept = work.open.slice(from, to)
  const found: Branch[] = []
  for (let option = from; option < to; option++) {
    if (kept[option - from] === 0) continue
    for (let o = from; o < to; o++) work.open[o] = o === option ? 1 : 0
    const dual = descend(core, weights, work, rounds, enoughOf(hunt))
    if (hunt.best === undefined || dual.bound > enoughOf(hunt)) found.push({ option, dual })
  }
  work.open.set(kept, from)
  return found.sort((a, b) => b.dual.bound - a.dual.bound)
}

/** How many issues are tried before one is branched on, and for how many rounds each. */
const tried = 6
const trialRounds = 14
/** Down to this depth several issues are tried. */
const deliberate = 5

/**
 * The branches of the issue that leaves least to do, of a few that are tried (strong branching: Applegate et al. 1995); what
 * is left to do grows with how far a branch's bound is above what is enough.
 */
const bestBranches = (hunt: Hunt, issues: readonly number[], dual: Dual): readonly Branch[] => {
  const gap = Math.max(1e-9, dual.bound - enoughOf(hunt))
  let [best, least] = [undefined as readonly Branch[] | undefined, Number.POSITIVE_INFINITY]
  for (const issue of issues.slice(0, tried)) {
    const branches = branchesOf(hunt, issue, dual.weights, trialRounds)
    const left = branches.reduce((sum, each) => sum + 20 ** ((each.dual.bound - enoughOf(hunt)) / gap), 0)
    if (left < least) [best, least] = [branches, left]
    if (branches.length === 0) break
  }
  return best ?? []
}

/** The same problem seen by some members only: what bounds are made of, for a bound of some holds for all. */
const coreOf = (grid: Grid, keep: readonly number[]): Grid => {
  const worth = new Float64Array(grid.options * keep.length)
  for (let o = 0; o < grid.options; o++)
    for (const [k, m] of keep.entries()) worth[o * keep.length + k] = grid.worth[o * grid.members + m]!
  return { ...grid, members: keep.length, worth, reserve: Float64Array.from(keep, m => grid.reserve[m]!) }
}

/** How many members the bounds of a search are made of, beside those the first bound rests on. */
const coreSize = 40

/** Looks at all packages with the options open now, leaving out what the bound rules out. */
const visit = (hunt: Hunt, weights: Float64Array, depth: number): void => {
  const { grid, work, options } = hunt
  if (hunt.ended) return
  hunt.steps++
  if (hunt.steps > (options.steps ?? 200_000) || (hunt.steps % 32 === 0 && options.stopped?.() === true)) {
    hunt.ended = true
    return
  }
  const dual = descend(hunt.core, weights, work, depth === 0 ? 400 : 10, enoughOf(hunt))
  if (dual.bound <= enoughOf(hunt) && hunt.best !== undefined) return
  if (!reachable(hunt)) return
  const issues = undecided(hunt)
  if (hunt.best !== undefined) closeHopeless(hunt.core, dual, work, enoughOf(hunt))
  if (issues.length === 0) {
    offer(hunt, leading(hunt, dual))
    return
  }
  if (hunt.steps % 16 === 1) offer(hunt, climb(grid, leading(hunt, dual), softWorst(grid, 4), work.open))
  const told = { value: hunt.best === undefined ? null : hunt.value, bound: dual.bound, steps: hunt.steps }
  if (hunt.steps % 256 === 0) options.progress?.(told)
  const kept = work.open.slice()
  const branches =
    depth < deliberate
      ? bestBranches(hunt, issues, dual)
      : branchesOf(hunt, issues[0]!, dual.weights, trialRounds)
  for (const { option, dual: child } of branches) {
    work.open.set(kept)
    const issue = issueOf(grid, option)
    for (let o = grid.first[issue]!; o < grid.first[issue + 1]!; o++) work.open[o] = o === option ? 1 : 0
    visit(hunt, child.weights, depth + 1)
  }
  work.open.set(kept)
}

const issueOf = ({ first }: Grid, option: number): number => {
  let issue = 0
  while (first[issue + 1]! <= option) issue++
  return issue
}

/** The search for a proof, on the members the root's bound rests on and those its packages leave worst off. */
const searchCore = (hunt: Hunt, root: Dual): void => {
  const { grid } = hunt
  const mean = new Float64Array(grid.members)
  for (const pack of [hunt.best, leading(hunt, root)])
    if (pack !== undefined) for (let m = 0; m < grid.members; m++) mean[m] = mean[m]! + pack.sums[m]!
  const low = [...mean.keys()].sort((a, b) => mean[a]! - mean[b]!).slice(0, coreSize)
  const keep = [...new Set([...low, ...[...mean.keys()].filter(m => root.weights[m]! > 0)])]
  hunt.core = coreOf(grid, keep)
  hunt.heft = weightsOfIssues(hunt.core)
  const work = workplaceOf(hunt.core)
  hunt.work.step = work.step
  hunt.work.sums = work.sums
  visit(
    hunt,
    Float64Array.from(keep, m => root.weights[m]!),
    0,
  )
}

const startOf = ({ from }: SearchOptions, grid: Grid): Pack | undefined => {
  if (from === undefined || from.options.length !== grid.issues) return undefined
  const places = Int32Array.from(from.options, (name, i) => {
    for (let o = grid.first[i]!; o < grid.first[i + 1]!; o++) if (grid.name[o] === name) return o
    return grid.first[i]!
  })
  return packOf(grid, places)
}

/**
 * The package whose worst-off is highest: climbing from many starts, then branch and bound on the options the bound leaves
 * open. `proved` when no package has its worst-off higher by more than the tolerance.
 */
export const raiseWorst = (grid: Grid, options: SearchOptions): Raised => {
  const random = seeded(options.seed ?? 1)
  const warm = startOf(options, grid)
  const hunt: Hunt = {
    grid,
    work: workplaceOf(grid),
    core: grid,
    heft: new Float64Array(grid.issues),
    tolerance: options.tolerance ?? 1e-3,
    options,
    best: undefined,
    value: Number.NEGATIVE_INFINITY,
    steps: 0,
    ended: false,
  }
  if (warm !== undefined) offer(hunt, polished(hunt, warm, [4]))
  const even =
    options.from?.weights.length === grid.members
      ? options.from.weights
      : new Float64Array(grid.members).fill(1 / grid.members)
  const guess =
    hunt.best === undefined
      ? worstOf(polished(hunt, packOf(grid, drawn(grid, random)), [0.5, 2]).sums)
      : hunt.value
  const root = descend(grid, even, hunt.work, warm === undefined ? 500 : 60, guess)
  const report = (): void =>
    options.progress?.({
      value: hunt.best === undefined ? null : hunt.value,
      bound: root.bound,
      steps: hunt.steps,
    })
  offer(hunt, polished(hunt, leading(hunt, root), [0.5, 2, 8]))
  let current = hunt.best ?? packOf(grid, drawn(grid, random))
  for (let k = 0; k < (options.climbs ?? (warm === undefined ? 300 : 1)); k++) {
    if (root.bound <= enoughOf(hunt) || options.stopped?.() === true) break
    if (hunt.best !== undefined) closeHopeless(grid, root, hunt.work, hunt.value)
    const next = polished(
      hunt,
      shaken(grid, current, random, 3 + Math.floor(random() * 6), hunt.work.open),
      [1, 4],
    )
    // Every forty climbs the best is taken up again, so that a walk does not lose itself.
    if (worstOf(next.sums) > worstOf(current.sums) - 0.2) current = next
    if (k % 40 === 39 && hunt.best !== undefined) current = hunt.best
    offer(hunt, next)
    report()
  }
  hunt.work.open.fill(1)
  if (hunt.best === undefined || root.bound > enoughOf(hunt)) {
    if (hunt.best !== undefined) closeHopeless(grid, root, hunt.work, enoughOf(hunt))
    searchCore(hunt, root)
  }
  const proved = !hunt.ended
  const bound = proved && hunt.best !== undefined ? Math.min(root.bound, enoughOf(hunt)) : root.bound
  return { pack: hunt.best, bound, proved, dual: root }
}
