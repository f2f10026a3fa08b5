import { type Deal, type Flexibility, type Table, tableOf } from './problem.ts'

/**
 * What is sought: `leximin` raises the worst-off member, then the next; `nash` the product of what members gain over
 * their reserve (Nash 1950); `total` the sum. Worths compare between members only as far as who states them makes them.
 */
export type Aim = 'leximin' | 'nash' | 'total'

export interface Found {
  readonly deal: Deal
  /** True when no package can be better; false when the search ended at its limit of steps. */
  readonly proved: boolean
}

const slack = 1e-9

/** Positive when worths `a` are better than `b` for the aim; both of all members. */
const compare = (aim: Aim, a: Float64Array, b: Float64Array, reserve: Float64Array): number => {
  if (aim === 'total') return a.reduce((x, y) => x + y, 0) - b.reduce((x, y) => x + y, 0)
  if (aim === 'nash') {
    const log = (of: Float64Array): number =>
      of.reduce((sum, each, m) => sum + Math.log(Math.max(1e-12, each - reserve[m]!)), 0)
    return log(a) - log(b)
  }
  const [x, y] = [a.toSorted(), b.toSorted()]
  for (let k = 0; k < x.length; k++) if (Math.abs(x[k]! - y[k]!) > slack) return x[k]! - y[k]!
  return 0
}

const sumsOf = ({ members, worth }: Table, places: readonly number[]): Float64Array => {
  const out = new Float64Array(members)
  for (const [issue, place] of places.entries())
    for (let m = 0; m < members; m++) out[m] = out[m]! + worth[issue]![place]![m]!
  return out
}

const agrees = (worth: Float64Array, reserve: Float64Array): boolean =>
  worth.every((each, m) => each >= reserve[m]! - slack)

/** How far below their reserves members are, in all: what a package that nobody refuses has at 0. */
const shortfall = (worth: Float64Array, reserve: Float64Array): number =>
  worth.reduce((sum, each, m) => sum + Math.max(0, reserve[m]! - each), 0)

/** A good package to begin with: from the best option for the total on each issue, one change at a time while it helps. */
const climbed = (table: Table, aim: Aim): readonly number[] => {
  const { worth, reserve, members } = table
  const total = (of: Float64Array): number => of.reduce((a, b) => a + b, 0)
  const places = worth.map(options =>
    options.reduce((best, each, at) => (total(each) > total(options[best]!) ? at : best), 0),
  )
  let now = sumsOf(table, places)
  for (let changed = true; changed; ) {
    changed = false
    for (const [issue, options] of worth.entries())
      for (const [place, option] of options.entries()) {
        if (place === places[issue]) continue
        const was = options[places[issue]!]!
        const next = new Float64Array(members)
        for (let m = 0; m < members; m++) next[m] = now[m]! - was[m]! + option[m]!
        const closer = shortfall(now, reserve) - shortfall(next, reserve)
        if (closer > slack || (closer > -slack && compare(aim, next, now, reserve) > slack)) {
          places[issue] = place
          now = next
          changed = true
        }
      }
  }
  return places
}

/** The most each member could still get from issue k on: what bounds are made of. */
const ceilings = ({ issues, members, worth }: Table, order: readonly number[]): readonly Float64Array[] => {
  const out = Array.from({ length: issues + 1 }, () => new Float64Array(members))
  for (let k = issues - 1; k >= 0; k--)
    for (let m = 0; m < members; m++)
      out[k]![m] = out[k + 1]![m]! + Math.max(...worth[order[k]!]!.map(option => option[m]!))
  return out
}

/**
 * The best package for the aim that keeps everybody's limits: nothing somebody cannot accept, nobody under their reserve.
 * Branch and bound from a package found by climbing; undefined when there is none (or none was found in `steps`).
 */
export const bestDeal = (members: readonly Flexibility[], aim: Aim, steps = 200_000): Found | undefined => {
  const table = tableOf(members)
  if (table.left.some(options => options.length === 0)) return undefined
  const { worth, reserve, left, issues } = table
  const spread = (issue: number): number =>
    Math.max(
      ...Array.from(
        reserve,
        (_, m) => Math.max(...worth[issue]!.map(o => o[m]!)) - Math.min(...worth[issue]!.map(o => o[m]!)),
      ),
    )
  const order = [...left.keys()].sort((a, b) => spread(b) - spread(a))
  const above = ceilings(table, order)
  const climb = climbed(table, aim)
  let best: { readonly places: readonly number[]; readonly worth: Float64Array } | undefined
  const start = sumsOf(table, climb)
  if (agrees(start, reserve)) best = { places: climb, worth: start }
  let taken = 0
  const places = new Array<number>(issues).fill(0)
  const visit = (k: number, now: Float64Array): void => {
    if (taken++ >= steps) return
    const bound = now.map((each, m) => each + above[k]![m]!)
    if (!agrees(bound, reserve) || (best !== undefined && compare(aim, bound, best.worth, reserve) <= slack))
      return
    if (k === issues) {
      best = { places: [...places], worth: now }
      return
    }
    const issue = order[k]!
    for (const [place, option] of worth[issue]!.entries()) {
      places[issue] = place
      visit(
        k + 1,
        now.map((each, m) => each + option[m]!),
      )
    }
  }
  visit(0, new Float64Array(table.members))
  if (best === undefined) return undefined
  const deal = { options: best.places.map((place, issue) => left[issue]![place]!), worth: [...best.worth] }
  return { deal, proved: taken < steps }
}

/** A refusal which, given up alone, opens packages or a better one. */
export interface Unlock {
  readonly member: number
  readonly issue: number
  readonly option: number
  readonly deal: Deal
  /** What the worst-off member gains over the best package without it; null when there was none. */
  readonly worstGains: number | null
}

/**
 * What a small change would unlock: for every option that a single member refuses, the best package if they did not,
 * where it is better for the aim than what there is. The most helpful to the worst-off first.
 */
export const unlocks = (members: readonly Flexibility[], aim: Aim, steps = 20_000): readonly Unlock[] => {
  const before = bestDeal(members, aim, steps)
  const reserve = Float64Array.from(members, each => each.reserve)
  const found: Unlock[] = []
  for (const [m, { cannot }] of members.entries())
    for (const [issue, options] of cannot.entries())
      for (const [option, refused] of options.entries()) {
        if (!refused || members.some((other, o) => o !== m && other.cannot[issue]![option])) continue
        const eased = members.map((each, o) =>
          o !== m
            ? each
            : {
                ...each,
                cannot: each.cannot.map((row, i) =>
                  i !== issue ? row : row.map((x, k) => x && k !== option),
                ),
              },
        )
        const after = bestDeal(eased, aim, steps)?.deal
        if (after === undefined) continue
        const was = before?.deal
        const [a, b] = [Float64Array.from(after.worth), Float64Array.from(was?.worth ?? [])]
        if (was !== undefined && compare(aim, a, b, reserve) <= slack) continue
        const worstGains = was === undefined ? null : Math.min(...after.worth) - Math.min(...was.worth)
        found.push({ member: m, issue, option, deal: after, worstGains })
      }
  const key = ({ worstGains, deal }: Unlock): number => worstGains ?? Math.min(...deal.worth)
  return found.sort((x, y) => key(y) - key(x))
}
