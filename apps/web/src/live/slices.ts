import { foldShown, type Slice } from '@gavel/domain'
import type { ShownEntry } from './stream.ts'

/** A part of the law's state as this viewer may read it, after `index` entries of the record. */
export interface LevelSlice {
  readonly index: number
  readonly slice: Slice
}

export interface SliceSource {
  /** Fetches the slice with the wanted text (none: institution, meetings, decisions), taken after at least `after` entries. */
  readonly fetch: (text: string | null, after: number) => Promise<LevelSlice>
  /** Entries between two indexes, for a slice that is older than what is kept. */
  readonly entries: (from: number, to: number) => Promise<readonly ShownEntry[]>
}

/** How many entries of the stream are kept for slices that come later. */
const keptEntries = 4_096

interface Held {
  level: LevelSlice | undefined
  failure: unknown
  loading: boolean
  readonly text: string | null
}

/** Entries folded in; the index after which the slice has to be fetched anew when it can be folded no further. */
const foldAll = (
  { index, slice }: LevelSlice,
  entries: readonly ShownEntry[],
): { readonly level: LevelSlice } | { readonly staleAfter: number } => {
  let next = slice
  let at = index
  for (const entry of entries) {
    if (entry.index < at) continue
    const folded = foldShown(next, entry)
    if (folded.kind === 'stale') return { staleAfter: entry.index + 1 }
    next = folded.slice
    at = entry.index + 1
  }
  return { level: next === slice && at === index ? { index, slice } : { index: at, slice: next } }
}

/** The entries the stream brought last, for slices that come later. */
const recentEntries = () => {
  let kept: readonly ShownEntry[] = []
  let end: number | undefined
  return {
    all: (): readonly ShownEntry[] => kept,
    /** The index of the first entry kept; undefined while the stream has brought none. */
    first: (): number | undefined => kept[0]?.index ?? end,
    take(entries: readonly ShownEntry[]): void {
      kept = [...kept, ...entries].slice(-keptEntries)
      end = (kept.at(-1)?.index ?? -1) + 1
    },
  }
}

/** Fetches a slice and brings it level with the stream, again while it cannot be folded that far. */
const loadLevel = async (
  source: SliceSource,
  recent: ReturnType<typeof recentEntries>,
  text: string | null,
  after: number,
): Promise<LevelSlice> => {
  for (let wanted = after; ; ) {
    const fetched = await source.fetch(text, wanted)
    const first = recent.first() ?? fetched.index
    const missing = fetched.index < first ? await source.entries(fetched.index, first) : []
    const folded = foldAll(fetched, [...missing, ...recent.all()])
    if ('level' in folded) return folded.level
    wanted = folded.staleAfter
  }
}

/**
 * Slices of the state, each kept level with the record by folding in what the stream brings, with the very `evolve` the
 * server uses. A slice that cannot be folded any further is fetched anew.
 */
export const sliceKeeper = (source: SliceSource) => {
  const held = new Map<string | null, Held>()
  const listeners = new Set<() => void>()
  const recent = recentEntries()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const load = async (one: Held, after = 0): Promise<void> => {
    if (one.loading) return
    one.loading = true
    try {
      one.level = await loadLevel(source, recent, one.text, after)
      one.failure = undefined
    } catch (failure) {
      one.failure = failure
    }
    one.loading = false
    catchUp(one)
    tell()
  }
  /** Folds in what came while a slice was under way. */
  const catchUp = (one: Held): void => {
    if (one.level === undefined || one.loading) return
    const folded = foldAll(one.level, recent.all())
    if ('level' in folded) one.level = folded.level
    else void load(one, folded.staleAfter)
  }
  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** The slice, if it is here; asks for it otherwise. */
    get(text: string | null): LevelSlice | undefined {
      const found = held.get(text)
      if (found !== undefined) return found.level
      const one: Held = { level: undefined, failure: undefined, loading: false, text }
      held.set(text, one)
      void load(one)
      return undefined
    },
    failure: (text: string | null): unknown => held.get(text)?.failure,
    /** Fetches a slice that failed once more. */
    retry(text: string | null): void {
      const one = held.get(text)
      if (one !== undefined) void load(one)
    },
    /** Takes what the stream brought; entries are in order and begin where the last ones ended. */
    take(entries: readonly ShownEntry[]): void {
      recent.take(entries)
      for (const one of held.values()) catchUp(one)
      tell()
    },
    /** Lets go of a text nobody looks at any more. */
    release: (text: string): void => void held.delete(text),
  }
}

export type SliceKeeper = ReturnType<typeof sliceKeeper>
