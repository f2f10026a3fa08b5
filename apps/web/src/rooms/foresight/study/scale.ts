/** A range of numbers put on a length: where a value stands, and round marks to read it by. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** The range of all values, with a little room at its ends; of one value alone a range of one round it. */
export const rangeOf = (values: readonly number[]): Range => {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const room = most > least ? (most - least) * 0.05 : 0.5
  return { from: least - room, to: most + room }
}

export const placeIn = ({ from, to }: Range, length: number): ((value: number) => number) => {
  const span = to - from
  return value => ((value - from) / span) * length
}

/** Whole numbers within a range, at most about eight of them. */
export const marksIn = ({ from, to }: Range): readonly number[] => {
  const step = Math.max(1, Math.ceil((to - from) / 8))
  const first = Math.ceil(from / step) * step
  return Array.from(
    { length: Math.max(0, Math.floor((to - first) / step) + 1) },
    (_, at) => first + at * step,
  )
}

export interface Place {
  readonly x: number
  readonly y: number
}

/** How far two labels, or a label and a mark, must be apart (CSS pixels). */
export interface Apart {
  readonly width: number
  readonly height: number
}

/**
 * How far up or down the label of each mark is moved from its own height, so that none lies upon another label or another
 * mark: the least way there is, one mark after the other. Labels stand `right` of their marks.
 */
export const labelsBeside = (
  marks: readonly Place[],
  right: number,
  { width, height }: Apart,
): readonly number[] => {
  const taken: Place[] = []
  const isFree = (at: Place, own: Place): boolean =>
    taken.every(({ x, y }) => Math.abs(x - at.x) >= width || Math.abs(y - at.y) >= height) &&
    marks.every(
      ({ x, y }) =>
        (x === own.x && y === own.y) ||
        x < at.x - right / 2 ||
        x > at.x + width ||
        Math.abs(y - at.y) >= height,
    )
  return marks.map(mark => {
    const at = (step: number): Place => ({
      x: mark.x + right,
      y: mark.y + (step % 2 === 0 ? step : -step - 1) * (height / 4),
    })
    // Each label and mark already there closes a few steps: more than this are never needed.
    const most = (taken.length + marks.length) * 12 + 2
    const steps = Array.from({ length: most }, (_, step) => step)
    const found = at(steps.find(step => isFree(at(step), mark)) ?? 0)
    taken.push(found)
    return found.y
  })
}
