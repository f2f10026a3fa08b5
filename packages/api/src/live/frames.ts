import { canRead, type Viewer } from '../access/viewer.ts'
import type { ApiEntry, RecordPort } from '../ports.ts'

/**
 * An entry as one viewer sees it: act and events where she may read them; otherwise nothing but the leaf that
 * everybody finds in the public log.
 */
export interface ShownEntry {
  readonly index: number
  readonly act?: ApiEntry['content'] extends infer C ? (C extends { act: infer A } ? A : never) : never
  readonly events?: readonly unknown[]
  /** The public leaf in base64, when its content is closed to the viewer or was erased. */
  readonly leaf?: string
}

export const shownTo = (viewer: Viewer, entry: ApiEntry, record: RecordPort): ShownEntry => {
  const { content } = entry
  if (content !== 'erased' && canRead(viewer, content.audience, record.state(), record.now()))
    return { index: entry.index, act: content.act, events: content.events }
  return { index: entry.index, leaf: Buffer.from(entry.leaf).toString('base64') }
}

/** How many entries one frame carries at most: frames end where tiles end, so that many readers share them. */
export const frameSpan = 256

const keptMs = 5_000

const eventText = (from: number, to: number, entries: readonly ShownEntry[]): string =>
  `id: ${to}\nevent: entries\ndata: ${JSON.stringify({ from, to, entries })}\n\n`

/**
 * Frames of the live stream, built once for all viewers of a group and kept for a short while. The id of a frame is
 * the index of the next entry: a client that comes back with it misses nothing and gets nothing twice.
 */
export const frameMaker = (record: RecordPort, kept = 64) => {
  const frames = new Map<string, Promise<string>>()
  let institution = record.state().institution
  let since = Date.now()
  /** Who may read what follows the institution and the calendar: a frame built before either moved is not reused. */
  const forgetOld = (): void => {
    const now = record.state().institution
    if (now === institution && Date.now() - since < keptMs) return
    frames.clear()
    institution = now
    since = Date.now()
  }
  const build = async (viewer: Viewer, from: number, to: number): Promise<string> => {
    const entries = await record.read(from, to)
    return eventText(
      from,
      to,
      entries.map(entry => shownTo(viewer, entry, record)),
    )
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
