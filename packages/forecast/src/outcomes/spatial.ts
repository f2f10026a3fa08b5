/**
 * The spatial model of KTAB (KAPSARC Toolkit for Behavioral Analysis): what a position is worth to an actor, from how far
 * it is, how much each dimension matters, and how the actor takes risks. Positions lie from 0 to 1 on each dimension.
 */
export interface SpatialActor {
  readonly position: readonly number[]
  /** How much each dimension matters; only the proportions count. */
  readonly salience: readonly number[]
}

/** Weighted distance, 0 to 1, of a position from an actor: √Σ(s·Δ)² / √Σs². */
export const spatialDistance = ({ position, salience }: SpatialActor, other: readonly number[]): number => {
  let [top, bottom] = [0, 0]
  for (const [k, s] of salience.entries()) {
    top += (s * (position[k]! - other[k]!)) ** 2
    bottom += s * s
  }
  return Math.sqrt(top) / Math.sqrt(bottom)
}

/** Worth, 0 to 1, of something at distance `d` to one with attitude `risk` (below 0 averse, 0 neutral): (1-d)(1+d·risk). */
export const spatialWorth = (d: number, risk: number): number => (1 - d) * (1 + d * risk)

/** Worth of each actor's position (column) to each actor (row), with the row's attitude to risk. */
export const spatialUtilities = (
  actors: readonly SpatialActor[],
  risks: readonly number[],
): readonly (readonly number[])[] =>
  actors.map((actor, i) =>
    actors.map(other => spatialWorth(spatialDistance(actor, other.position), risks[i]!)),
  )

/**
 * Attitudes to risk read off the chances of actors' positions: the best placed are averse, the worst placed seek risk:
 * (3p - max - 2 min) / (2(max - min)), from -1/2 to 1, of the share `p` of an actor's position; all 0 when all are equal.
 */
export const attitudesFrom = (shares: readonly number[]): readonly number[] => {
  const [most, least] = [Math.max(...shares), Math.min(...shares)]
  return shares.map(p => (most === least ? 0 : (3 * p - most - 2 * least) / (2 * (most - least))))
}
