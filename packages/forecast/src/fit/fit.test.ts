import { describe, expect, test } from 'vitest'
import { fitLogistic, logitOf, sigmoid } from './logistic.ts'
import { minimise } from './minimise.ts'
import { seeded } from './random.ts'
import { growTrees, treesLogit } from './trees.ts'

describe('fitting', () => {
  test('the bottom of Rosenbrock’s valley is found', () => {
    const x = minimise(
      (v, g) => {
        const [a, b] = [v[0]!, v[1]!]
        g[0] = -2 * (1 - a) - 400 * a * (b - a * a)
        g[1] = 200 * (b - a * a)
        return (1 - a) ** 2 + 100 * (b - a * a) ** 2
      },
      Float64Array.of(-1.2, 1),
      { rounds: 200, tolerance: 1e-14 },
    )
    expect(x[0]).toBeCloseTo(1, 4)
    expect(x[1]).toBeCloseTo(1, 4)
  })
  test('a seed gives the same numbers, spread over 0 to 1', () => {
    const [a, b] = [seeded(7), seeded(7)]
    const drawn = Array.from({ length: 1000 }, a)
    expect(Array.from({ length: 1000 }, b)).toEqual(drawn)
    expect(drawn.reduce((x, y) => x + y) / 1000).toBeCloseTo(0.5, 1)
  })

  const random = seeded(3)
  const rows = 4000
  const values = Float32Array.from({ length: rows * 2 }, () => 2 * random() - 1)
  const x = { rows, width: 2, values }
  const all = Uint32Array.from({ length: rows }, (_, row) => row)

  test('a logistic regression finds the weights its cases were drawn with', () => {
    const truth = (row: number): number => 1.5 * values[2 * row]! - 0.5 * values[2 * row + 1]! - 0.3
    const y = Uint8Array.from({ length: rows }, (_, row) => (random() < sigmoid(truth(row)) ? 1 : 0))
    const model = fitLogistic(x, all, y, () => 1, 0.1)
    const slips = all.map(row => Math.abs(logitOf(model, x, row) - truth(row)))
    expect(Math.max(...slips)).toBeLessThan(0.4)
  })
  test('trees find what no line can: an exclusive or', () => {
    const y = Uint8Array.from({ length: rows }, (_, row) =>
      values[2 * row]! > 0 !== values[2 * row + 1]! > 0 ? 1 : 0,
    )
    const settings = { rounds: 40, depth: 3, rate: 0.2, ridge: 1, leastCurvature: 1, columns: 1 }
    const trees = growTrees(x, all, y, () => 1, settings, seeded(1))
    const right = [...all].filter(row => treesLogit(trees, x, row) > 0 === (y[row] === 1)).length
    expect(right / rows).toBeGreaterThan(0.97)
  })
})
