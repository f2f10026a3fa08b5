import { minimise } from './minimise.ts'

/** Rows of numbers, `width` to a row. */
export interface Matrix {
  readonly rows: number
  readonly width: number
  readonly values: Float32Array
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
export const logit = (p: number): number => Math.log(p / (1 - p))
/** ln(1 + e^x) without overflow. */
export const softplus = (x: number): number => (x > 30 ? x : Math.log1p(Math.exp(x)))

/** A logistic regression on standardised columns. */
export interface Logistic {
  readonly mean: Float64Array
  readonly scale: Float64Array
  /** One per column, the intercept last. */
  readonly weights: Float64Array
}

const moments = ({ values, width }: Matrix, rows: Uint32Array): readonly [Float64Array, Float64Array] => {
  const mean = new Float64Array(width)
  const scale = new Float64Array(width)
  for (const row of rows) for (let c = 0; c < width; c++) mean[c] = mean[c]! + values[row * width + c]!
  for (let c = 0; c < width; c++) mean[c] = mean[c]! / Math.max(1, rows.length)
  for (const row of rows)
    for (let c = 0; c < width; c++) scale[c] = scale[c]! + (values[row * width + c]! - mean[c]!) ** 2
  for (let c = 0; c < width; c++) scale[c] = 1 / (Math.sqrt(scale[c]! / Math.max(1, rows.length)) || 1)
  return [mean, scale]
}

/**
 * Fits `target` (0 or 1, one per row of the matrix) on the rows given, weighted, with a ridge penalty on the
 * standardised weights, the intercept free.
 */
export const fitLogistic = (
  x: Matrix,
  rows: Uint32Array,
  target: ArrayLike<number>,
  weight: (row: number) => number,
  ridge: number,
): Logistic => {
  const { values, width } = x
  const [mean, scale] = moments(x, rows)
  const z = new Float64Array(width)
  const weights = minimise(
    (w, gradient) => {
      let value = 0
      for (const row of rows) {
        let eta = w[width]!
        for (let c = 0; c < width; c++) {
          z[c] = (values[row * width + c]! - mean[c]!) * scale[c]!
          eta += w[c]! * z[c]!
        }
        const k = weight(row)
        value += k * (softplus(eta) - target[row]! * eta)
        const slip = k * (sigmoid(eta) - target[row]!)
        for (let c = 0; c < width; c++) gradient[c] = gradient[c]! + slip * z[c]!
        gradient[width] = gradient[width]! + slip
      }
      for (let c = 0; c < width; c++) {
        value += 0.5 * ridge * w[c]! * w[c]!
        gradient[c] = gradient[c]! + ridge * w[c]!
      }
      return value
    },
    new Float64Array(width + 1),
  )
  return { mean, scale, weights }
}

/** The logit a regression gives for one row. */
export const logitOf = ({ mean, scale, weights }: Logistic, x: Matrix, row: number): number => {
  let eta = weights[x.width]!
  for (let c = 0; c < x.width; c++) eta += weights[c]! * (x.values[row * x.width + c]! - mean[c]!) * scale[c]!
  return eta
}
