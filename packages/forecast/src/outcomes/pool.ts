import type { Board } from './positions.ts'

/**
 * The exchanges that are possible in a round, as columns. In exchange k actor `a` demands issue `p` and supplies `q`;
 * `b` supplies `p` and demands `q`. `moveP` is the move of b on p, `moveQ` that of a on q, both with their sign.
 */
export interface Pool {
  readonly size: number
  readonly a: Uint16Array
  readonly b: Uint16Array
  readonly p: Uint16Array
  readonly q: Uint16Array
  readonly gain: Float64Array
  readonly moveP: Float64Array
  readonly moveQ: Float64Array
  /** Sums of the moves once foreseen, see `evaluate`. */
  readonly pastP: Float64Array
  readonly pastQ: Float64Array
  readonly alive: Uint8Array
  /** Exchanges by supply and by demand: `actor * issues + issue`. */
  readonly supplies: readonly (readonly number[])[]
  readonly demands: readonly (readonly number[])[]
}

/** Pairs of issues, and actors on opposite sides of the outcome on both, in the order of issues, sides and actors. */
const pairsOf = function* (
  { actors, issues, x }: Board,
  outcome: Float64Array,
): Iterable<readonly [number, number, number, number]> {
  const at = (actor: number, issue: number): number => x[actor * issues + issue]!
  for (let p = 0; p < issues; p++)
    for (let q = p + 1; q < issues; q++) {
      const sides: [number[], number[], number[], number[]] = [[], [], [], []]
      for (let actor = 0; actor < actors; actor++) {
        if (Number.isNaN(at(actor, p)) || Number.isNaN(at(actor, q))) continue
        sides[(at(actor, p) <= outcome[p]! ? 0 : 2) + (at(actor, q) <= outcome[q]! ? 0 : 1)]!.push(actor)
      }
      for (const [one, other] of [
        [sides[0], sides[3]],
        [sides[1], sides[2]],
      ] as const)
        for (const i of one) for (const j of other) yield [p, q, i, j]
    }
}

/** All exchanges of a round: who has the larger ratio of saliences s_p / s_q demands p; on a tie the first. */
export const poolOf = (board: Board, outcome: Float64Array): Pool => {
  const { issues, s } = board
  const found = [...pairsOf(board, outcome)]
  const size = found.length
  const pool = {
    size,
    a: new Uint16Array(size),
    b: new Uint16Array(size),
    p: new Uint16Array(size),
    q: new Uint16Array(size),
    gain: new Float64Array(size),
    moveP: new Float64Array(size),
    moveQ: new Float64Array(size),
    pastP: new Float64Array(size),
    pastQ: new Float64Array(size),
    alive: new Uint8Array(size).fill(1),
    supplies: Array.from({ length: board.actors * issues }, (): number[] => []),
    demands: Array.from({ length: board.actors * issues }, (): number[] => []),
  }
  for (const [k, [p, q, i, j]] of found.entries()) {
    const ratio = (actor: number): number => s[actor * issues + p]! / s[actor * issues + q]!
    const [a, b] = ratio(i) >= ratio(j) ? [i, j] : [j, i]
    pool.a[k] = a
    pool.b[k] = b
    pool.p[k] = p
    pool.q[k] = q
    pool.supplies[b * issues + p]!.push(k)
    pool.supplies[a * issues + q]!.push(k)
    pool.demands[a * issues + p]!.push(k)
    pool.demands[b * issues + q]!.push(k)
  }
  return pool
}
