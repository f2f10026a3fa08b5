/** A differentiable function: answers its value at `x` and writes its gradient into `gradient`. */
export type Differentiable = (x: Float64Array, gradient: Float64Array) => number

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

const moved = (x: Float64Array, d: Float64Array, step: number): Float64Array<ArrayBuffer> => {
  const out = new Float64Array(x.length)
  for (let i = 0; i < x.length; i++) out[i] = x[i]! + step * d[i]!
  return out
}

interface Memory {
  readonly s: Float64Array
  readonly y: Float64Array
  readonly rho: number
}

/** The two-loop recursion of L-BFGS (Nocedal & Wright, Numerical Optimization, algorithm 7.4). */
const direction = (gradient: Float64Array, memory: readonly Memory[]): Float64Array => {
  const q = gradient.map(g => -g)
  const alphas: number[] = []
  for (const { s, y, rho } of memory.toReversed()) {
    const alpha = rho * dot(s, q)
    alphas.push(alpha)
    for (let i = 0; i < q.length; i++) q[i] = q[i]! - alpha * y[i]!
  }
  const last = memory.at(-1)
  const scale =
    last === undefined
      ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)))
      : 1 / (last.rho * dot(last.y, last.y))
  for (let i = 0; i < q.length; i++) q[i] = q[i]! * scale
  for (const { s, y, rho } of memory) {
    const beta = rho * dot(y, q)
    const alpha = alphas.pop()!
    for (let i = 0; i < q.length; i++) q[i] = q[i]! + (alpha - beta) * s[i]!
  }
  return q
}

/**
 * Minimises `f` from `start` by L-BFGS with backtracking (Armijo); ends after `rounds`, or when the value falls by
 * less than `tolerance` of itself. `start` is left as it is.
 */
export const minimise = (
  f: Differentiable,
  start: Float64Array,
  { rounds = 100, memory: kept = 8, tolerance = 1e-6 } = {},
): Float64Array => {
  let x = start.slice()
  let gradient = new Float64Array(x.length)
  let value = f(x, gradient)
  const memory: Memory[] = []
  for (let round = 0; round < rounds; round++) {
    const d = direction(gradient, memory)
    const slope = dot(d, gradient)
    if (!(slope < 0)) break
    let step = 1
    let [next, nextGradient, nextValue] = [x, gradient, Number.POSITIVE_INFINITY]
    for (let tries = 0; tries < 30; tries++, step /= 2) {
      next = moved(x, d, step)
      nextGradient = new Float64Array(x.length)
      nextValue = f(next, nextGradient)
      if (nextValue <= value + 1e-4 * step * slope) break
    }
    if (!(nextValue < value)) break
    const s = moved(next, x, -1)
    const y = moved(nextGradient, gradient, -1)
    const sy = dot(s, y)
    if (sy > 1e-12) memory.push({ s, y, rho: 1 / sy })
    if (memory.length > kept) memory.shift()
    const done = value - nextValue < tolerance * Math.abs(value)
    ;[x, gradient, value] = [next, nextGradient, nextValue]
    if (done) break
  }
  return x
}
