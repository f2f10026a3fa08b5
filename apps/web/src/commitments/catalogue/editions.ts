import type { AreaRow, EditionRow } from '../answers.ts'

type MeasureRow = AreaRow['measures'][number]

/** An area as both editions have it: what is the area's own once, and the measures edition by edition. */
export interface AreaOfEditions extends Omit<AreaRow, 'measures'> {
  readonly measures: readonly { readonly catalogue: string; readonly measures: readonly MeasureRow[] }[]
}

/** Whether anything was undertaken, agreed or planned under a measure. */
export const isTakenUp = ({ agreed, commitments, activities }: MeasureRow): boolean =>
  commitments > 0 || activities > 0 || agreed.some(({ until }) => until === undefined)

/** How many measures of an edition were taken up, and how many there are. */
export const coverage = ({ dimensions }: EditionRow): { readonly taken: number; readonly all: number } => {
  const measures = dimensions.flatMap(({ areas }) => areas.flatMap(area => area.measures))
  return { taken: measures.filter(isTakenUp).length, all: measures.length }
}

/** The areas by dimension in the order of the register, each with its measures in every edition that is looked at. */
export const byDimension = (
  editions: readonly EditionRow[],
): readonly { readonly dimension: string; readonly areas: readonly AreaOfEditions[] }[] =>
  (editions[0]?.dimensions ?? []).map(({ dimension, areas }, at) => ({
    dimension,
    areas: areas.map((area, place) => ({
      ...area,
      measures: editions.map(edition => ({
        catalogue: edition.catalogue,
        measures: edition.dimensions[at]?.areas[place]?.measures ?? [],
      })),
    })),
  }))
