import type { Viewer } from '../access/viewer.ts'
import type { Keeper } from '../ports.ts'
import { frameMaker, frameSpan } from './frames.ts'

/** Where a reader's frames go. `write` answers false when the reader should be left alone until `drained`. */
export interface Outlet {
  write(text: string): boolean
  onDrain(drained: () => void): void
  close(): void
}

export interface HubOptions {
  /** How long a change waits for others to travel with, once the stream is busy. */
  readonly tickMs: number
  readonly heartbeatMs: number
  /** A reader that has not taken what was written for this long is cut; it comes back with its last id. */
  readonly slowMs: number
}

export const hubDefaults: HubOptions = { tickMs: 20, heartbeatMs: 15_000, slowMs: 30_000 }

interface Reader {
  readonly outlet: Outlet
  /** Who reads, asked again for every frame; null once the sign-in is gone. */
  readonly viewer: () => Promise<Viewer | null>
  next: number
  busy: boolean
  /** Since when the reader's socket has been full; undefined while it takes what it gets. */
  fullSince: number | undefined
}

type Drop = (reader: Reader) => void

/** Writes to a reader what she has not had, frame by frame, until she is level with the record or full. */
const pumpOf = (keeper: Keeper, readers: ReadonlySet<Reader>, drop: Drop) => {
  const frame = frameMaker(keeper)
  return async (reader: Reader): Promise<void> => {
    if (reader.busy || reader.fullSince !== undefined) return
    reader.busy = true
    try {
      while (readers.has(reader) && reader.fullSince === undefined && reader.next < keeper.head().size) {
        const from = reader.next
        const to = Math.min(keeper.head().size, (Math.floor(from / frameSpan) + 1) * frameSpan)
        const viewer = await reader.viewer()
        if (viewer === null) return drop(reader)
        const text = await frame(viewer, from, to)
        if (!readers.has(reader)) return
        reader.next = to
        if (!reader.outlet.write(text)) reader.fullSince = Date.now()
      }
    } catch {
      // The record could not be read: the reader is cut and comes back with her last id.
      drop(reader)
    } finally {
      reader.busy = false
    }
  }
}

/** Keeps a quiet connection alive; cuts a reader who has been full too long, or whose sign-in is gone. */
const heartbeatOf =
  (readers: ReadonlySet<Reader>, slowMs: number, pump: (reader: Reader) => Promise<void>, drop: Drop) =>
  async (reader: Reader): Promise<void> => {
    if (reader.fullSince !== undefined && Date.now() - reader.fullSince > slowMs) return drop(reader)
    if ((await reader.viewer()) === null) return drop(reader)
    if (reader.fullSince === undefined && readers.has(reader)) {
      if (!reader.outlet.write(': still here\n\n')) reader.fullSince = Date.now()
    }
    void pump(reader)
  }

/**
 * The live stream. Each reader has a place in the record and at most one frame under way: whoever reads slowly is
 * not written to until the socket has drained, and catches up from the record, so nothing is ever queued for her.
 * An act in an idle hub goes out at once; under load a tick gathers what happened meanwhile.
 */
export const liveHub = (keeper: Keeper, options: HubOptions = hubDefaults) => {
  const readers = new Set<Reader>()
  let lastTick = 0
  let waiting: NodeJS.Timeout | undefined

  const drop = (reader: Reader): void => {
    if (readers.delete(reader)) reader.outlet.close()
  }

  const pump = pumpOf(keeper, readers, drop)

  const tick = (): void => {
    waiting = undefined
    lastTick = Date.now()
    for (const reader of readers) void pump(reader)
  }

  const moved = (): void => {
    if (waiting !== undefined || readers.size === 0) return
    const idle = Date.now() - lastTick
    if (idle >= options.tickMs) tick()
    else waiting = setTimeout(tick, options.tickMs - idle)
  }

  const heartbeat = heartbeatOf(readers, options.slowMs, pump, drop)
  const beats = setInterval(
    () => {
      for (const reader of readers) heartbeat(reader).catch(() => drop(reader))
    },
    Math.min(options.heartbeatMs, options.slowMs),
  )
  beats.unref()
  const unwatch = keeper.follow(keeper.head().size, null, () => {
    moved()
    return undefined
  })

  return {
    /** Adds a reader that is to get everything from `from` on; returns how to take it out. */
    join(outlet: Outlet, from: number, viewer: Reader['viewer']): () => void {
      const reader: Reader = { outlet, viewer, next: from, busy: false, fullSince: undefined }
      readers.add(reader)
      outlet.onDrain(() => {
        reader.fullSince = undefined
        void pump(reader)
      })
      void pump(reader)
      return () => readers.delete(reader)
    },
    get readers(): number {
      return readers.size
    },
    /** Ends every stream. */
    close(): void {
      unwatch()
      clearInterval(beats)
      clearTimeout(waiting)
      for (const reader of readers) drop(reader)
    },
  }
}

export type LiveHub = ReturnType<typeof liveHub>
