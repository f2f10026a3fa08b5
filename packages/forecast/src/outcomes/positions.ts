/**
 * What an outcome model starts from: who stands where on which issue, how much it matters to them, and how much weight
 * they have. Positions are on the issue's own scale; salience and power lie in (0, 1].
 */
export interface Stand {
  readonly actor: number
  readonly issue: number
  readonly position: number
  readonly salience: number
  readonly power: number
}

export interface Situation {
  readonly actors: readonly string[]
  readonly issues: readonly { readonly id: string; readonly min: number; readonly max: number }[]
  readonly stands: readonly Stand[]
}

/** A situation that cannot be computed with: which stand, and why. */
export class ImpossibleSituation extends Error {}

/** Dense tables of a situation, `actor * issues + issue`; positions from 0 to 100, NaN where an actor has no stand. */
export interface Board {
  readonly actors: number
  readonly issues: number
  readonly x: Float64Array
  readonly s: Float64Array
  readonly c: Float64Array
}

/** Checks a situation and lays it out. Throws ImpossibleSituation. */
export const boardOf = ({ actors, issues, stands }: Situation): Board => {
  const cells = actors.length * issues.length
  const board: Board = {
    actors: actors.length,
    issues: issues.length,
    x: new Float64Array(cells).fill(Number.NaN),
    s: new Float64Array(cells),
    c: new Float64Array(cells),
  }
  for (const { actor, issue, position, salience, power } of stands) {
    const name = `${actors[actor]} on ${issues[issue]?.id}`
    const scale = issues[issue]
    if (scale === undefined || actors[actor] === undefined)
      throw new ImpossibleSituation(`a stand names actor ${actor} and issue ${issue}: there is none such`)
    if (!(scale.min < scale.max)) throw new ImpossibleSituation(`issue ${scale.id} has no range`)
    if (!(position >= scale.min && position <= scale.max))
      throw new ImpossibleSituation(`${name}: ${position} is off the scale ${scale.min} to ${scale.max}`)
    if (!(salience > 0 && salience <= 1) || !(power > 0 && power <= 1))
      throw new ImpossibleSituation(`${name}: salience and power lie above 0 and at most at 1`)
    const at = actor * issues.length + issue
    if (!Number.isNaN(board.x[at]!)) throw new ImpossibleSituation(`${name} stands there twice`)
    board.x[at] = ((position - scale.min) * 100) / (scale.max - scale.min)
    board.s[at] = salience
    board.c[at] = power
  }
  return board
}

/** The weighted mean of positions per issue, Σ c·s·x / Σ c·s, from 0 to 100: the simplest forecast of an outcome. */
export const weightedMeans = ({ actors, issues, s, c }: Board, x: Float64Array): Float64Array => {
  const out = new Float64Array(issues)
  for (let issue = 0; issue < issues; issue++) {
    let [top, bottom] = [0, 0]
    for (let actor = 0; actor < actors; actor++) {
      const at = actor * issues + issue
      if (Number.isNaN(x[at]!)) continue
      top += s[at]! * c[at]! * x[at]!
      bottom += s[at]! * c[at]!
    }
    out[issue] = top / bottom
  }
  return out
}

/** The weighted median: the position at which half of the weight is reached, from below. */
export const weightedMedian = (positions: readonly number[], weights: readonly number[]): number => {
  const order = [...positions.keys()].sort((a, b) => positions[a]! - positions[b]!)
  const half = weights.reduce((a, b) => a + b, 0) / 2
  let reached = 0
  for (const at of order) {
    reached += weights[at]!
    if (reached >= half - 1e-12) return positions[at]!
  }
  return Number.NaN
}
