import type { texts } from '@gavel/domain'
import type { Flexibility } from '@gavel/forecast'
import { get } from '@gavel/kernel'
import { type Point, pointsOf } from '../law/points.ts'
import { type ForesightState, toldOn } from '../law/state.ts'
import type { CanShape } from '../shapes.ts'

/** How a delegation stands to one option, and from where that is known. */
export interface Cell {
  readonly can: CanShape
  /** Told in confidence; read off its stands on the text; or nothing known, and then it is taken that it can live with it. */
  readonly from: 'told' | 'stands' | 'assumed'
}

export interface Row {
  readonly member: string
  /** When it told something; null when it did not. */
  readonly toldAt: string | null
  /** By point: how much it matters, and a cell for each option in their order. */
  readonly points: readonly { readonly matters: number; readonly cells: readonly Cell[] }[]
}

export interface MediatorsTable {
  readonly points: readonly Point[]
  readonly rows: readonly Row[]
}

/** Weight of a point of which a delegation told nothing: the middle of the scale. Assumed, 2026-11-25. */
const mattersUntold = 5

/** What an option is worth to a delegation before the weight of its point. Assumed, 2026-11-25. */
const worth: { readonly [can in CanShape]: number } = { canAccept: 1, canLiveWith: 0.5, cannot: 0 }

const cellOf = (member: string, option: Point['options'][number], told: CanShape | undefined): Cell => {
  if (told !== undefined) return { can: told, from: 'told' }
  if (option.objectedBy.includes(member)) return { can: 'cannot', from: 'stands' }
  if (option.maintainedBy.includes(member)) return { can: 'canAccept', from: 'stands' }
  return { can: 'canLiveWith', from: 'assumed' }
}

/**
 * Options × delegations of a text for those who mediate. What was told counts before stands: a stand is how a delegation opens,
 * what it told is how far it goes.
 */
export const tableOf = (
  text: texts.Text,
  members: readonly string[],
  state: ForesightState,
): MediatorsTable => {
  const points = pointsOf(text)
  const told = toldOn(state, text.id)
  return {
    points,
    rows: members.map(member => {
      const own = get(told, member)
      return {
        member,
        toldAt: own === undefined || own.points.length === 0 ? null : own.at,
        points: points.map(({ point, options }) => {
          const said = own?.points.find(each => each.point === point)
          return {
            matters: said?.matters ?? mattersUntold,
            cells: options.map(option =>
              cellOf(member, option, said?.options.find(each => each.option === option.option)?.can),
            ),
          }
        }),
      }
    }),
  }
}

/** The table as the search of packages takes it: one flexibility for each row. */
export const flexibilityOf = ({ rows }: MediatorsTable): readonly Flexibility[] =>
  rows.map(({ points }) => ({
    worth: points.map(({ matters, cells }) => cells.map(({ can }) => matters * worth[can])),
    cannot: points.map(({ cells }) => cells.map(({ can }) => can === 'cannot')),
    reserve: 0,
  }))
