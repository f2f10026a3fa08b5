/**
 * Longest common subsequences of two lists of numbers. Myers' greedy algorithm ("An O(ND) difference algorithm
 * and its variations", 1986) on what remains after equal ends are taken off; where two lists differ so much that
 * it would take long, values that occur once in both are made fixed points first, and what is still too
 * different between two of those counts as having nothing in common. So time is bounded, and the answer is always a common
 * subsequence, though for such lists not the longest.
 */
export interface Run {
  readonly a: number
  readonly b: number
  readonly length: number
}

type Numbers = ArrayLike<number>

/** A part of both lists: from aFrom up to aTo, from bFrom up to bTo. */
interface Box {
  readonly aFrom: number
  readonly aTo: number
  readonly bFrom: number
  readonly bTo: number
}

/** How many differences are looked for at most, so that differences × length stays near four million steps. */
const patience = (length: number): number => Math.min(1024, Math.max(48, Math.floor(4_000_000 / length)))

/** How far each diagonal reached, round after round; kept between calls, since most calls need little of it. */
let trace = new Int32Array(4096)
let reach = new Int32Array(512)

/** Round d is kept from here on: diagonals -d-1 to d+1 as they stood before it. */
const roundAt = (d: number): number => d * (d + 2)

const keepRound = (d: number, middle: number): void => {
  const at = roundAt(d)
  const length = 2 * d + 3
  if (at + length > trace.length) {
    const larger = new Int32Array(2 * (at + length))
    larger.set(trace)
    trace = larger
  }
  for (let step = 0; step < length; step++) trace[at + step] = reach[middle - d - 1 + step]!
}

/** Walks back from the end of round `last` to the start and gathers the equal runs, in order. */
const walkBack = (last: number, box: Box): readonly Run[] => {
  const runs: Run[] = []
  let x = box.aTo - box.aFrom
  let y = box.bTo - box.bFrom
  for (let d = last; d >= 0; d--) {
    const k = x - y
    const here = roundAt(d) + k + d
    const down = k === -d || (k !== d && trace[here]! < trace[here + 2]!)
    const fromX = d === 0 ? 0 : down ? trace[here + 2]! : trace[here]! + 1
    if (x > fromX) runs.push({ a: box.aFrom + fromX, b: box.bFrom + fromX - k, length: x - fromX })
    x = down ? fromX : fromX - 1
    y = down ? fromX - k - 1 : fromX - k
  }
  return runs.reverse()
}

/** The equal runs inside the box, or undefined when there are more than `most` differences. */
const greedy = (a: Numbers, b: Numbers, box: Box, most: number): readonly Run[] | undefined => {
  const n = box.aTo - box.aFrom
  const m = box.bTo - box.bFrom
  const limit = Math.min(n + m, most)
  const middle = limit + 1
  if (reach.length < 2 * limit + 3) reach = new Int32Array(4 * limit + 6)
  reach.fill(0, 0, 2 * limit + 3)
  for (let d = 0; d <= limit; d++) {
    keepRound(d, middle)
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && reach[middle + k - 1]! < reach[middle + k + 1]!)
      let x = d === 0 ? 0 : down ? reach[middle + k + 1]! : reach[middle + k - 1]! + 1
      while (x < n && x - k < m && a[box.aFrom + x] === b[box.bFrom + x - k]) x++
      reach[middle + k] = x
      if (k === n - m && x >= n) return walkBack(d, box)
    }
  }
  return undefined
}

/** Positions of a longest strictly increasing subsequence of `values` (patience sorting). */
export const increasing = (values: Numbers): readonly number[] => {
  const tops: number[] = []
  const before = new Int32Array(values.length)
  for (let at = 0; at < values.length; at++) {
    let low = 0
    let high = tops.length
    while (low < high) {
      const half = (low + high) >> 1
      if (values[tops[half]!]! < values[at]!) low = half + 1
      else high = half
    }
    before[at] = low === 0 ? -1 : tops[low - 1]!
    tops[low] = at
  }
  const chain: number[] = []
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at]!) chain.push(at)
  return chain.reverse()
}

/** Where each value that occurs once in the list stands; -1 for values that occur more often. */
const onceIn = (list: Numbers, from: number, to: number): Map<number, number> => {
  const places = new Map<number, number>()
  for (let at = from; at < to; at++) places.set(list[at]!, places.has(list[at]!) ? -1 : at)
  return places
}

/** Pairs of places of values that occur once on both sides, as many as can stand in one order. */
const fixedPoints = (a: Numbers, b: Numbers, box: Box): readonly Run[] => {
  const inA = onceIn(a, box.aFrom, box.aTo)
  const pairs: Run[] = []
  for (const [value, at] of onceIn(b, box.bFrom, box.bTo)) {
    const there = inA.get(value) ?? -1
    if (at >= 0 && there >= 0) pairs.push({ a: there, b: at, length: 1 })
  }
  pairs.sort((one, two) => one.b - two.b)
  return increasing(pairs.map(pair => pair.a)).map(at => pairs[at]!)
}

/** The equal runs of a box, ends first; `deep` allows fixed points where the box is too different. */
const runsIn = (a: Numbers, b: Numbers, box: Box, deep: boolean): readonly Run[] => {
  let { aFrom, aTo, bFrom, bTo } = box
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) {
    aFrom++
    bFrom++
  }
  while (aTo > aFrom && bTo > bFrom && a[aTo - 1] === b[bTo - 1]) {
    aTo--
    bTo--
  }
  const head = aFrom > box.aFrom ? [{ a: box.aFrom, b: box.bFrom, length: aFrom - box.aFrom }] : []
  const tail = aTo < box.aTo ? [{ a: aTo, b: bTo, length: box.aTo - aTo }] : []
  if (aFrom === aTo || bFrom === bTo) return [...head, ...tail]
  const core = { aFrom, aTo, bFrom, bTo }
  const most = patience(aTo - aFrom + bTo - bFrom)
  const found = greedy(a, b, core, most) ?? (deep ? betweenFixedPoints(a, b, core) : [])
  return [...head, ...found, ...tail]
}

const betweenFixedPoints = (a: Numbers, b: Numbers, box: Box): readonly Run[] => {
  const runs: Run[] = []
  let { aFrom, bFrom } = box
  for (const point of [...fixedPoints(a, b, box), { a: box.aTo, b: box.bTo, length: 0 }]) {
    for (const run of runsIn(a, b, { aFrom, aTo: point.a, bFrom, bTo: point.b }, false)) runs.push(run)
    if (point.length > 0) runs.push(point)
    aFrom = point.a + 1
    bFrom = point.b + 1
  }
  return runs
}

/** The runs two lists have in common, in order and never overlapping. */
export const commonRuns = (a: Numbers, b: Numbers): readonly Run[] =>
  runsIn(a, b, { aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length }, true)
