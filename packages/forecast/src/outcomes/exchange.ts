import { type Pool, poolOf } from './pool.ts'
import { type Board, boardOf, type Situation, weightedMeans } from './positions.ts'

/**
 * Position exchange with equal gains (Stokman & Van Oosten 1994; Dijkstra, Van Assen & Stokman 2008), written from its
 * description: two actors each move on the issue that matters less to them, so that both gain the same.
 */
export interface Exchange {
  readonly gain: number
  readonly a: Move
  readonly b: Move
}

export interface Move {
  readonly actor: number
  readonly issue: number
  readonly from: number
  readonly to: number
}

export interface ExchangeRound {
  /** Outcomes per issue, 0 to 100, before and after the exchanges. */
  readonly before: Float64Array
  readonly after: Float64Array
  readonly potential: number
  readonly valid: number
  readonly exchanges: readonly Exchange[]
}

const tiny = 1e-10
const slack = 1e-9

/** A round under way. */
interface Play {
  readonly board: Board
  readonly pool: Pool
  /** Σ c·s per issue. */
  readonly weight: Float64Array
  /** Where actors stand now. */
  readonly now: Float64Array
  /** The direction in which an actor has moved on an issue: 1, -1, or 0. */
  readonly direction: Int8Array
  /** Positions on an issue as an actor who demands it saw them when they first moved for him; by actor and issue. */
  readonly seen: Map<number, Float64Array>
}

/** The outcome of `issue` as `actor` sees it when `supplier` stands at `position`. */
const seenOutcome = (
  { board, seen, weight }: Play,
  actor: number,
  issue: number,
  supplier: number,
  position: number,
): number => {
  const { actors, issues, x, s, c } = board
  const view = seen.get(actor * issues + issue)
  let sum = 0
  for (let other = 0; other < actors; other++) {
    const at = other * issues + issue
    if (Number.isNaN(x[at]!)) continue
    const where = other === supplier ? position : (view?.[other] ?? x[at]!)
    sum += s[at]! * c[at]! * where
  }
  return sum / weight[issue]!
}

/** Does the outcome pass where the demander stands, on its way from `before` to `after`? */
const passes = (before: number, after: number, stands: number): boolean =>
  (before - stands) * (after - stands) < 0

/**
 * Works out exchange k as things stand: b goes all the way to a's position on p and a pays with the move on q that gives
 * both the same gain; where that would take a beyond b's position on q, a goes all the way and b pays. A move that
 * would take the outcome past the demander's position ends where the outcome meets it. Writes gain and moves; answers
 * whether the exchange can be made.
 *
 * The moves an exchange foresaw each time its supplier had moved elsewhere, with the one it foresees now, may not sum
 * to more than the scale: so the published model counts (found by comparing with its results, not stated in papers).
 */
const evaluate = (play: Play, k: number): boolean => {
  const { board, pool, weight, now, direction } = play
  const { issues, x, s, c } = board
  const [a, b, p, q] = [pool.a[k]!, pool.b[k]!, pool.p[k]!, pool.q[k]!]
  const [ap, aq, bp, bq] = [a * issues + p, a * issues + q, b * issues + p, b * issues + q]
  const [paid, got] = [s[ap]! + s[bp]!, s[aq]! + s[bq]!]
  const shiftP = (move: number): number => (move * s[bp]! * c[bp]!) / weight[p]!
  const shiftQ = (move: number): number => (move * s[aq]! * c[aq]!) / weight[q]!
  const moveForP = (shift: number): number => (shift * weight[p]!) / (s[bp]! * c[bp]!)
  const moveForQ = (shift: number): number => (shift * weight[q]!) / (s[aq]! * c[aq]!)
  let dp = Math.abs(x[ap]! - now[bp]!)
  let ep = shiftP(dp)
  let eq = ep * (paid / got)
  let dq = moveForQ(eq)
  const byQ = (move: number): void => {
    dq = move
    eq = shiftQ(dq)
    ep = eq * (got / paid)
    dp = moveForP(ep)
  }
  if (dq > Math.abs(x[bq]! - now[aq]!)) byQ(Math.abs(x[bq]! - now[aq]!))
  const signP = x[ap]! > now[bp]! ? 1 : -1
  const signQ = x[bq]! > now[aq]! ? 1 : -1
  const seenP = seenOutcome(play, a, p, b, now[bp]!)
  if (passes(seenP, seenOutcome(play, a, p, b, now[bp]! + signP * dp), x[ap]!)) {
    dp = Math.abs(now[bp]! + ((x[ap]! - seenP) * weight[p]!) / (c[bp]! * s[bp]!) - now[bp]!)
    ep = shiftP(dp)
    eq = ep * (paid / got)
    dq = moveForQ(eq)
  }
  const seenQ = seenOutcome(play, b, q, a, now[aq]!)
  if (passes(seenQ, seenOutcome(play, b, q, a, now[aq]! + signQ * dq), x[bq]!))
    byQ(Math.abs(now[aq]! + ((x[bq]! - seenQ) * weight[q]!) / (c[aq]! * s[aq]!) - now[aq]!))
  pool.gain[k] = Math.abs(ep * s[ap]! - eq * s[aq]!)
  pool.moveP[k] = signP * dp
  pool.moveQ[k] = signQ * dq
  const fits = (from: number, move: number, moved: number, past: number): boolean =>
    Math.abs(move) > tiny &&
    Math.abs(move) <= 100 &&
    from + move >= -slack &&
    from + move <= 100 + slack &&
    moved * move >= 0 &&
    past + move <= 100 + slack
  return (
    pool.gain[k]! >= tiny &&
    fits(now[bp]!, signP * dp, direction[bp]!, pool.pastP[k]!) &&
    fits(now[aq]!, signQ * dq, direction[aq]!, pool.pastQ[k]!)
  )
}

/** Which of several exchanges with the same gain is made; they are given as places in the order of their making. */
export type Among = (equals: readonly Offer[], round: number, done: number) => number

/** An exchange that could be made: who would supply what. */
export interface Offer {
  readonly a: number
  readonly supplyA: number
  readonly b: number
  readonly supplyB: number
}

/** The exchanges within `slack` of the largest gain, in the order of their making; empty when none is left. */
const best = ({ size, gain, alive }: Pool): readonly number[] => {
  let most = 0
  for (let k = 0; k < size; k++) if (alive[k] === 1 && gain[k]! > most) most = gain[k]!
  const found: number[] = []
  for (let k = 0; k < size; k++) if (alive[k] === 1 && gain[k]! >= most - slack) found.push(k)
  return most === 0 ? [] : found
}

const offerOf = ({ a, b, p, q }: Pool, k: number): Offer => ({
  a: a[k]!,
  supplyA: q[k]!,
  b: b[k]!,
  supplyB: p[k]!,
})

/** Carries out exchange k: two actors move; those who demanded see it, unless they saw the mover move before. */
const carryOut = (play: Play, k: number): Exchange => {
  const { board, pool, now, direction, seen } = play
  const { issues, actors, x } = board
  const [a, b, p, q] = [pool.a[k]!, pool.b[k]!, pool.p[k]!, pool.q[k]!]
  const touched = new Set<number>()
  const move = (mover: number, issue: number, by: number, demander: number): Move => {
    const at = mover * issues + issue
    const from = now[at]!
    now[at] = from + by
    direction[at] = by > 0 ? 1 : -1
    for (const other of pool.supplies[at]!) {
      if (pool.alive[other] === 0 || other === k) continue
      if (pool.b[other] === mover && pool.p[other] === issue)
        pool.pastP[other] = pool.pastP[other]! + pool.moveP[other]!
      else pool.pastQ[other] = pool.pastQ[other]! + pool.moveQ[other]!
      touched.add(other)
    }
    const key = demander * issues + issue
    const view =
      seen.get(key) ?? Float64Array.from({ length: actors }, (_, actor) => x[actor * issues + issue]!)
    if (view[mover] === x[at]!) {
      view[mover] = now[at]!
      for (const other of pool.demands[key]!) touched.add(other)
    }
    seen.set(key, view)
    return { actor: mover, issue, from, to: now[at]! }
  }
  const gain = pool.gain[k]!
  pool.alive[k] = 0
  const moves = { b: move(b, p, pool.moveP[k]!, a), a: move(a, q, pool.moveQ[k]!, b) }
  for (const other of touched) if (pool.alive[other] === 1 && !evaluate(play, other)) pool.alive[other] = 0
  return { gain, ...moves }
}

/** One round on a board whose positions are those at its start. Answers the round and where everybody stands after it. */
const playRound = (
  board: Board,
  pick: (equals: readonly Offer[], done: number) => number,
): readonly [ExchangeRound, Float64Array] => {
  const { actors, issues, s, c, x } = board
  const before = weightedMeans(board, x)
  const weight = new Float64Array(issues)
  for (let actor = 0; actor < actors; actor++)
    for (let issue = 0; issue < issues; issue++) {
      const at = actor * issues + issue
      if (!Number.isNaN(x[at]!)) weight[issue] = weight[issue]! + s[at]! * c[at]!
    }
  const pool = poolOf(board, before)
  const play: Play = {
    board,
    pool,
    weight,
    now: x.slice(),
    direction: new Int8Array(actors * issues),
    seen: new Map(),
  }
  let valid = 0
  for (let k = 0; k < pool.size; k++) {
    if (evaluate(play, k)) valid++
    else pool.alive[k] = 0
  }
  const exchanges: Exchange[] = []
  for (let equals = best(pool); equals.length > 0; equals = best(pool)) {
    const one =
      equals.length === 1
        ? 0
        : pick(
            equals.map(k => offerOf(pool, k)),
            exchanges.length,
          )
    exchanges.push(carryOut(play, equals[one]!))
  }
  const after = weightedMeans(board, play.now)
  return [{ before, after, potential: pool.size, valid, exchanges }, play.now]
}

/**
 * Rounds of exchange. After each, actors begin anew a part of the way to where they moved: a tenth, and up to four
 * tenths more the less the issue matters to them. Among equal gains the exchange made first is carried out, unless
 * `among` says otherwise. `progress` is told of each round that is done.
 */
export const exchangeRounds = (
  situation: Situation,
  rounds: number,
  {
    among = () => 0,
    progress = () => undefined,
  }: { readonly among?: Among; readonly progress?: (round: number) => void } = {},
): readonly ExchangeRound[] => {
  const start = boardOf(situation)
  const played: ExchangeRound[] = []
  let x = start.x
  for (let round = 0; round < rounds; round++) {
    const [found, moved] = playRound({ ...start, x }, (equals, done) => among(equals, round, done))
    played.push(found)
    x = x.map((from, at) => {
      const free = 0.4 * (1 - start.s[at]!)
      return free * moved[at]! + 0.1 * moved[at]! + (1 - free - 0.1) * from
    })
    progress(round + 1)
  }
  return played
}
