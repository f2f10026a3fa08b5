import { stand } from '../evidence/evidence.ts'
import { fitLogistic, logit, logitOf, type Matrix, sigmoid } from '../fit/logistic.ts'
import { type Group, type Learning, objectedTo } from './learning.ts'
import { type Cells, jointForecast, type Shock } from './shock.ts'

/** The event "somebody of the group objects": its probability per item of the model's cells. */
export interface EventModel {
  readonly group: Group
  readonly probability: Float64Array
}

interface Ground {
  readonly learning: Learning
  readonly cells: Cells
  readonly shock: Shock
  readonly from: number
  readonly now: number
  readonly to: number
  readonly weight: (at: number) => number
  readonly parity: (at: number) => number
}

const lg = (p: number): number => logit(Math.min(0.9995, Math.max(0.0005, p)))

/** What members taken together say of an item: the joint model, independence, the three likeliest to object. */
const aggregated = (
  { learning, cells, shock, from }: Ground,
  group: Group,
  at: number,
): readonly number[] => {
  const { members } = cells
  const takesPart = (m: number): number => learning.features.takesPart[(from + at) * members + m]!
  const joint = jointForecast(shock, cells, { item: at, heard: () => stand.none, takesPart }).event(
    group.counts,
  )
  const each: number[] = []
  for (let m = 0; m < members; m++)
    if (group.counts(m)) each.push(sigmoid(cells.no[at * members + m]!) * takesPart(m))
  each.sort((a, b) => b - a)
  const independent = 1 - each.reduce((none, p) => none * (1 - p), 1)
  return [joint, independent, each[0] ?? 0, each[1] ?? 0, each[2] ?? 0].map(lg)
}

const columnsOf = (ground: Ground, group: Group): Matrix => {
  const { learning, from, to } = ground
  const own = learning.features.items
  const rows = Array.from({ length: to - from }, (_, at) => aggregated(ground, group, at))
  const width = own.width + rows[0]!.length
  const values = new Float32Array(rows.length * width)
  for (const [at, row] of rows.entries()) {
    values.set(row, at * width)
    values.set(
      own.values.subarray((from + at) * own.width, (from + at + 1) * own.width),
      at * width + row.length,
    )
  }
  return { rows: rows.length, width, values }
}

/**
 * Intercept and slope that put past logits on what happened, by Newton's method; drawn towards 0 and 1 as if by twenty
 * items' worth of doubt, and the slope kept between a half and two: a line turns nothing round.
 */
const lineOn = (
  logits: Float64Array,
  target: Uint8Array,
  weight: (at: number) => number,
): readonly [number, number] => {
  let [a, b] = [0, 1]
  for (let round = 0; round < 20; round++) {
    let [ga, gb, haa, hab, hbb] = [-5 * a, -5 * (b - 1), 5, 0, 5]
    for (let at = 0; at < target.length; at++) {
      const p = sigmoid(a + b * logits[at]!)
      const [slip, curve] = [weight(at) * (target[at]! - p), weight(at) * p * (1 - p)]
      ga += slip
      gb += slip * logits[at]!
      haa += curve
      hab += curve * logits[at]!
      hbb += curve * logits[at]! ** 2
    }
    const det = haa * hbb - hab * hab
    a += (hbb * ga - hab * gb) / det
    b = Math.min(2, Math.max(0.5, b + (haa * gb - hab * ga) / det))
  }
  return [a, b]
}

/**
 * The probability that somebody objects: the joint model of members (who share a shock) and a direct model of the event
 * meet as the mean of their logits, and a line on past forecasts, each made without its own half of the past, keeps
 * the mean calibrated.
 */
export const fitEvent = (ground: Ground, group: Group): EventModel => {
  const { learning, from, now, to, weight, parity } = ground
  const x = columnsOf(ground, group)
  const past = Array.from({ length: now - from }, (_, at) => at)
  const target = Uint8Array.from(past, at =>
    objectedTo(learning.evidence, learning.features.from + from + at, group) ? 1 : 0,
  )
  const fit = (rows: readonly number[]) => fitLogistic(x, Uint32Array.from(rows), target, weight, 10)
  const halves = [1, 0].map(half => fit(past.filter(at => parity(at) === half)))
  const whole = fit(past)
  const mean = Float64Array.from({ length: to - from }, (_, at) => {
    const direct = logitOf(at < now - from ? halves[parity(at)]! : whole, x, at)
    return (x.values[at * x.width]! + direct) / 2
  })
  const [intercept, slope] = lineOn(mean, target, weight)
  return { group, probability: mean.map(each => sigmoid(intercept + slope * each)) }
}
