import { type ReadTile, tileWidth, widthOfTile } from '@gavel/record'
import type { Core } from './core.ts'
import type { AnyAct, AnyEvent } from './law.ts'

const hashBytes = 32

/**
 * Reads tiles of the tree at its present size. What is still filling comes from the edge in memory; the rest from
 * the store. A wider tile than asked for is a right answer, for a tile only grows at its end.
 */
export const readTile =
  <State, Act extends AnyAct, Event extends AnyEvent>(core: Core<State, Act, Event>): ReadTile =>
  async (level, index, width) => {
    const { edge } = core.standing
    if (width > widthOfTile(edge.size, level, index)) return undefined
    const last = Math.floor(edge.size / tileWidth ** level / tileWidth)
    const tail = edge.tails[level]
    if (index === last && tail !== undefined) return tail
    return core.store.tile(level, index)
  }

/** The first `width` hashes of a tile. */
export const tileOf = async <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
  level: number,
  index: number,
  width: number,
): Promise<Uint8Array | undefined> => {
  const bytes = await readTile(core)(level, index, width)
  return bytes === undefined || bytes.length < width * hashBytes
    ? undefined
    : bytes.subarray(0, width * hashBytes)
}

/** The leaves of an entry bundle: `width` of them from index × 256 on. */
export const leavesOf = async <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
  index: number,
  width: number,
): Promise<readonly Uint8Array[] | undefined> => {
  const from = index * tileWidth
  if (width < 1 || width > tileWidth || from + width > core.standing.edge.size) return undefined
  const entries = await core.store.read(from, from + width)
  return entries.length === width ? entries.map(({ leaf }) => leaf) : undefined
}
