import type { Viewer } from '../access/viewer.ts'
import type { Keeper } from '../ports.ts'
import { type ShownEntry, shownTo } from './shown.ts'

/** How many entries one frame carries at most: frames end where tiles end, so that many readers share them. */
export const frameSpan = 256

const keptMs = 5_000

const eventText = (from: number, to: number, entries: readonly ShownEntry[]): string =>
  `id: ${to}\nevent: entries\ndata: ${JSON.stringify({ from, to, entries })}\n\n`

/**
 * Frames of the live stream, built once for all viewers of a group and kept for a short while. The id of a frame is
 * the index of the next entry: a client that comes back with it misses nothing and gets nothing twice.
 */
export const frameMaker = (keeper: Keeper, kept = 64) => {
  const frames = new Map<string, Promise<string>>()
  let institution = keeper.state().institution
  let since = Date.now()
  /** Who may read what follows the institution and the calendar: a frame built before either moved is not reused. */
  const forgetOld = (): void => {
    const now = keeper.state().institution
    if (now === institution && Date.now() - since < keptMs) return
    frames.clear()
    institution = now
    since = Date.now()
  }
  const build = async (viewer: Viewer, from: number, to: number): Promise<string> => {
    return eventText(from, to, await shownTo(keeper, viewer, from, to))
  }
  return (viewer: Viewer, from: number, to: number): Promise<string> => {
    forgetOld()
    const key = `${from}-${to} ${viewer.group}`
    const known = frames.get(key)
    if (known) return known
    const made = build(viewer, from, to)
    frames.set(key, made)
    made.catch(() => frames.delete(key))
    if (frames.size > kept) frames.delete(frames.keys().next().value!)
    return made
  }
}
