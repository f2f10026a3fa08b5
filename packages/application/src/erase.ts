import type { Core } from './core.ts'
import type { AnyAct, AnyEvent } from './law.ts'
import { emptyStanding, type Standing, standingAfter } from './standing.ts'
import { readingChunk } from './start.ts'

/** The standing as it would be had the content of one entry been gone from the start; undefined if the rest needs it. */
const standingWithout = async <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
  erased: number,
): Promise<Standing<State> | undefined> => {
  let standing = emptyStanding(core.reading)
  try {
    while (standing.edge.size < core.standing.edge.size) {
      const from = standing.edge.size
      const entries = await core.store.read(from, Math.min(from + readingChunk, core.standing.edge.size))
      const left = entries.map(entry =>
        entry.index === erased ? { ...entry, sealed: 'erased' as const } : entry,
      )
      standing = standingAfter(core.reading, standing, left)
    }
    return standing
  } catch (error) {
    // The fold threw because something later stands on what would be gone.
    if (error instanceof TypeError || error instanceof RangeError) return undefined
    throw error
  }
}

/**
 * Deletes the content of a sealed entry wherever it is: in the store, in its snapshot, and in the state in memory,
 * which is built again without it. What later entries cannot do without stays.
 */
export const eraseEntry = async <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
  index: number,
): Promise<'erased' | 'notSealed' | 'needed'> => {
  const [entry] = await core.store.read(index, index + 1)
  if (entry?.sealed === undefined || entry.sealed === 'erased') return 'notSealed'
  const standing = await standingWithout(core, index)
  if (standing === undefined) return 'needed'
  // The snapshot goes first: should the server stop in between, nothing is left that holds what was to be erased.
  await core.store.saveSnapshot(null)
  core.snapshotSize = 0
  await core.store.erase(index)
  core.standing = standing
  return 'erased'
}
