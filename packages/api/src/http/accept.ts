/** One entry of an Accept header: a media range and how much it is wanted. */
interface Wanted {
  readonly type: string
  readonly weight: number
}

const parse = (header: string): readonly Wanted[] =>
  header
    .slice(0, 1_000)
    .split(',')
    .slice(0, 30)
    .map(part => {
      const [type = '', ...parameters] = part.split(';').map(piece => piece.trim().toLowerCase())
      const q = parameters.find(piece => piece.startsWith('q='))
      const weight = q === undefined ? 1 : Number(q.slice(2))
      return { type, weight: Number.isFinite(weight) ? Math.min(1, Math.max(0, weight)) : 0 }
    })
    .filter(({ type }) => type !== '')

/** The weight a range list gives a media type: the most specific range that covers it counts (RFC 9110 §12.5.1). */
const weightFor = (type: string, wanted: readonly Wanted[]): number => {
  const family = `${type.split('/', 1)[0]}/*`
  for (const range of [type, family, '*/*']) {
    const found = wanted.find(each => each.type === range)
    if (found) return found.weight
  }
  return 0
}

/**
 * Which of the offered media types the request wants most; the earlier offered wins a tie; undefined when none is
 * acceptable. No header means anything.
 */
export const chooseType = <const T extends string>(
  header: string | undefined,
  offered: readonly T[],
): T | undefined => {
  if (header === undefined || header.trim() === '') return offered[0]
  const wanted = parse(header)
  let best: T | undefined
  let most = 0
  for (const type of offered) {
    const weight = weightFor(type, wanted)
    if (weight > most) [best, most] = [type, weight]
  }
  return best
}
