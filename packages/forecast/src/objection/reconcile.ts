import { type Cells, type JointForecast, jointForecast, type Question, type Shock } from './shock.ts'

/**
 * The joint forecast of members, shifted so that it gives the event the probability wanted: what is said of members
 * and what is said of the event then agree. The shift is found by bisection and kept within ±4.
 */
export const reconciled = (
  shock: Shock,
  cells: Cells,
  question: Question,
  counts: (member: number) => boolean,
  wanted: number,
): JointForecast => {
  let [low, high] = [-4, 4]
  for (let round = 0; round < 24; round++) {
    const shift = (low + high) / 2
    if (jointForecast(shock, cells, { ...question, shift }).event(counts) < wanted) low = shift
    else high = shift
  }
  return jointForecast(shock, cells, { ...question, shift: (low + high) / 2 })
}
