import type { CanShape, PointShown, PointToldShape } from '@gavel/foresight/browser'

/** What a delegation is about to tell: by point how much it matters, by option how far it can go. What is not said is absent. */
export interface TellForm {
  readonly matters: Readonly<Record<string, number>>
  /** By point and option, as `keyOf` names them: of alternatives an option may bear the name of its point. */
  readonly can: Readonly<Record<string, CanShape>>
}

export const emptyTell: TellForm = { matters: {}, can: {} }

export const keyOf = (point: string, option: string): string => JSON.stringify([point, option])

/** Taken for a point of which nothing else is said: the middle of the scale. */
export const middle = 5

/** What was told last, to be changed. */
export const formOf = (told: readonly PointToldShape[]): TellForm => ({
  matters: Object.fromEntries(told.map(({ point, matters }) => [point, matters])),
  can: Object.fromEntries(
    told.flatMap(({ point, options }) => options.map(({ option, can }) => [keyOf(point, option), can])),
  ),
})

/** The points of which something is said, as they are told; what was settled meanwhile is left out. */
export const toldIn = (form: TellForm, points: readonly PointShown[]): PointToldShape[] =>
  points.flatMap(({ point, options }) => {
    const said = options.flatMap(({ option }) => {
      const key = keyOf(point, option)
      return Object.hasOwn(form.can, key) ? [{ option, can: form.can[key]! }] : []
    })
    if (said.length === 0) return []
    return [
      { point, matters: Object.hasOwn(form.matters, point) ? form.matters[point]! : middle, options: said },
    ]
  })
