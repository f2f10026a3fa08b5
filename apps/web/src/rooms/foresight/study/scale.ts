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

/**
 * Where labels of one height stand that want to be at given places, none upon another, in the order of their places:
 * each is moved down as far as it must, and the last ones back up where the room ends.
 */
export const spreadOut = (wanted: readonly number[], apart: number, end: number): readonly number[] => {
  const order = wanted.map((_, at) => at).toSorted((a, b) => wanted[a]! - wanted[b]!)
  const places = [...wanted]
  let last = Number.NEGATIVE_INFINITY
  for (const at of order) {
    last = Math.max(places[at]!, last + apart)
    places[at] = last
  }
  let below = end + apart
  for (const at of order.toReversed()) {
    below = Math.min(places[at]!, below - apart)
    places[at] = below
  }
  return places
}
