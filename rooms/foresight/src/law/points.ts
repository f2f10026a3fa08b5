import { texts } from '@gavel/domain'

/** A point in dispute that has options to choose from. */
export interface Point {
  /** The bracket's id; of alternatives the paragraph's. */
  readonly point: string
  readonly paragraph: string
  readonly number: string
  readonly options: readonly {
    readonly option: string
    readonly wording: string
    readonly maintainedBy: readonly string[]
    readonly objectedBy: readonly string[]
  }[]
}

/** What is open in a text and can be settled by choosing: brackets and alternatives with two options or more. */
export const pointsOf = (text: texts.Text): readonly Point[] => {
  const seen = new Set<string>()
  return texts.openPoints(text).flatMap(({ paragraph, number, bracket, options }) => {
    const point = bracket ?? paragraph
    if (options.length < 2 || seen.has(point)) return []
    seen.add(point)
    return [
      { point, paragraph, number, options: options.map(({ id, ...option }) => ({ option: id, ...option })) },
    ]
  })
}
