import type { Reader } from '@gavel/domain'
import { fromEpochMs, type Instant } from '@gavel/kernel'
import { isSealedLeaf } from '@gavel/record'
import type { Core } from './core.ts'
import type { AnyAct, AnyEvent } from './law.ts'
import { readContent } from './leaf.ts'
import type { StoredEntry } from './ports.ts'
import type { ViewedEntry, WholeEntry } from './record-keeper.ts'

/** The instant at which rights are looked at. */
export const instantNow = (core: {
  readonly standing: { readonly at: number }
  readonly options: { readonly clock: { now(): number } }
}): Instant => fromEpochMs(Math.max(core.options.clock.now(), core.standing.at))

const bothViews = <Event extends AnyEvent>(entry: StoredEntry): WholeEntry<Event> => {
  const { index, leaf, sealed } = entry
  const content = readContent<Event>(entry)
  if (!isSealedLeaf(leaf)) {
    const open: ViewedEntry<Event> = {
      index,
      leaf,
      sealed: 'no',
      ...(content === undefined ? {} : { content }),
    }
    return { index, content, opened: open, closed: open }
  }
  if (content === undefined || sealed === undefined || sealed === 'erased') {
    const gone: ViewedEntry<Event> = { index, leaf, sealed: 'erased' }
    return { index, content: undefined, opened: gone, closed: gone }
  }
  return {
    index,
    content,
    opened: { index, leaf, sealed: 'opened', content, opening: sealed },
    closed: { index, leaf, sealed: 'closed' },
  }
}

/** How many entries, and how many frames made of them, are kept at hand for followers. */
const keptEntries = 8192
const keptFrames = 512

/** Reads entries as a reader may see them; what was built for one reader serves all with the same rights. */
export interface Viewer<Event extends AnyEvent> {
  read(from: number, to: number, reader: Reader): Promise<readonly ViewedEntry<Event>[]>
  /** Entries in both their forms, for whoever asks himself who may open which. */
  whole(from: number, to: number): Promise<readonly WholeEntry<Event>[]>
  /** Forgets what it keeps; after an erasure. */
  forget(): void
}

export const viewer = <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
): Viewer<Event> => {
  const kept = new Map<number, WholeEntry<Event>>()
  const frames = new Map<string, readonly ViewedEntry<Event>[]>()

  const keep = <Key, Value>(map: Map<Key, Value>, key: Key, value: Value, limit: number): void => {
    if (map.size >= limit) map.delete(map.keys().next().value as Key)
    map.set(key, value)
  }

  const load = async (from: number, to: number): Promise<readonly WholeEntry<Event>[]> => {
    const found: WholeEntry<Event>[] = []
    for (let index = from; index < to; index++) {
      const both = kept.get(index)
      if (both === undefined) break
      found.push(both)
    }
    if (found.length === to - from) return found
    const start = from + found.length
    for (const entry of await core.store.read(start, to)) {
      const both = bothViews<Event>(entry)
      keep(kept, entry.index, both, keptEntries)
      found.push(both)
    }
    return found
  }

  const mayOpen = (both: WholeEntry<Event>, reader: Reader, now: Instant): boolean =>
    both.opened === both.closed ||
    core.reading.law.mayRead(both.content!.audience, reader, core.standing.state, now)

  return {
    read: async (from, wanted, reader) => {
      const to = Math.min(wanted, core.standing.edge.size)
      if (!(from >= 0 && from < to)) return []
      const now = instantNow(core)
      const loaded = await load(from, to)
      const opens = loaded.map(both => mayOpen(both, reader, now))
      // Readers for whom the same entries open are of one class, whatever gives them their rights.
      const key = `${from} ${to} ${opens.map(Number).join('')}`
      const frame = frames.get(key)
      if (frame !== undefined) return frame
      const fresh = loaded.map((both, at) => (opens[at]! ? both.opened : both.closed))
      keep(frames, key, fresh, keptFrames)
      return fresh
    },
    whole: async (from, wanted) => {
      const to = Math.min(wanted, core.standing.edge.size)
      return from >= 0 && from < to ? load(from, to) : []
    },
    forget: () => {
      kept.clear()
      frames.clear()
    },
  }
}
