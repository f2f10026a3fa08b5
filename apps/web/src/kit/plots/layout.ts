import { roundAbove } from '../step-chart.tsx'

/** From this width on (CSS pixels) the name of a row stands beside its mark; below it, above. */
const wideFrom = 560

/** Where things stand in a plot of rows. Lengths are CSS pixels; the plot is drawn at the width it is shown at. */
export interface RowLayout {
  readonly isWide: boolean
  /** Where marks begin, from the side on which one begins to read. */
  readonly start: number
  /** How far marks may reach. */
  readonly span: number
  readonly rowHeight: number
}

const ends = 56

export const rowLayout = (width: number): RowLayout => {
  const isWide = width >= wideFrom
  const start = isWide ? 208 : 8
  return { isWide, start, span: Math.max(40, width - start - ends), rowHeight: isWide ? 30 : 48 }
}

/** About how wide words of 12 px are: enough to decide what stands beside what, not more. */
export const widthOf = (words: string): number => words.length * 6.8

/** Words as short as a width asks for; what is left out stands in the table. */
export const shortened = (words: string, width: number): string => {
  const most = Math.max(4, Math.floor(width / 6.8))
  return words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`
}

/** Marks of an axis from nought: at most four steps, whole numbers, the last not below the greatest value. */
export const ticksFor = (greatest: number): readonly number[] => {
  const most = roundAbove(greatest)
  const count = most >= 4 && most % 4 === 0 ? 4 : most >= 5 && most % 5 === 0 ? 5 : most >= 2 ? 2 : 1
  return Array.from({ length: count + 1 }, (_, at) => (most / count) * at)
}

/** Where the names of a legend stand: one after the other, in as many lines as they need. */
export const legendPlaces = (names: readonly string[], width: number) => {
  let [x, line] = [0, 0]
  const places = names.map(name => {
    const wide = widthOf(name) + 40
    if (x > 0 && x + wide > width) [x, line] = [0, line + 1]
    const place = { name, x, line }
    x += wide
    return place
  })
  return { places, height: names.length === 0 ? 0 : (line + 1) * 22 + 8 }
}
