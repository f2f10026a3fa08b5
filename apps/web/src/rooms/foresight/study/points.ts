import type { MapAnswer } from '@gavel/foresight/browser'

export type SessionMap = MapAnswer['maps'][number]

/** 1.96 standard errors on either side hold the truth nineteen times in twenty, where errors are normal. */
export const reach = 1.96

/** The year in which a session of the General Assembly began. */
export const yearOf = (session: number): number => session + 1945

/** A member on the map, with its name in the language spoken. */
export type NamedPoint = SessionMap['points'][number] & { readonly name: string }

export interface PointsProps {
  readonly title: string
  /** From left to right by the first dimension. */
  readonly points: readonly NamedPoint[]
}
