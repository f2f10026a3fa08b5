import { performance } from 'node:perf_hooks'
import type { PersonId } from '@gavel/kernel'
import type { Accounts, Caller } from '../access/accounts.ts'
import type { Keeper } from '../ports.ts'
import { frameEnd, frameMaker } from './frames.ts'
import { type ReadersRights, readersRights, type Standing } from './rights.ts'

/** Where a reader's frames go. `write` answers false when the reader should be left alone until she has drained. */
export interface Outlet {
  write(bytes: Buffer): boolean
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

/** Later than any instant. */
const never = '9'

/** After so many writes everybody else has a turn. */
const writesAtOnce = 256

/** A reader: a place in the record and at most one frame under way. */
export interface Reader {
  readonly outlet: Outlet
  readonly person: PersonId | null
  readonly signIn: string | null
  readonly until: string
  standing: Standing
  next: number
  pumping: boolean
  /** Since when the socket has been full, in milliseconds; 0 while it takes what it gets. */
  fullSince: number
  /** When something was written last. */
  wroteAt: number
}

/** An event and no comment: pages are not told of comments, and could not know a dead line from a quiet one. */
const stillHere = Buffer.from('event: beat\ndata: {}\n\n')
/** Says that the reader's own rights have changed: she fetches what is hers anew, and the slice if she sees other things. */
const rightsChanged = Buffer.from('event: rights\ndata: {}\n\n')

const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

const hubOf = (keeper: Keeper, accounts: Pick<Accounts, 'onRevoked' | 'gone'>, options: HubOptions) => {
  const rights: ReadersRights = readersRights(keeper)
  return {
    keeper,
    accounts,
    options,
    rights,
    frames: frameMaker(keeper, rights),
    readers: new Set<Reader>(),
    /** Everything before it has been written to every reader who keeps up. */
    level: keeper.head().size,
    closed: false,
  }
}
type Hub = ReturnType<typeof hubOf>

const drop = (hub: Hub, reader: Reader): void => {
  if (hub.readers.delete(reader)) reader.outlet.close()
}

const write = (reader: Reader, bytes: Buffer): void => {
  const now = Date.now()
  reader.wroteAt = now
  if (!reader.outlet.write(bytes)) reader.fullSince = now
}

/** Does something for every reader; now and then everybody else has a turn, and then `between` is done. */
const forAll = async (hub: Hub, what: (reader: Reader) => void, between?: () => void): Promise<void> => {
  let left = writesAtOnce
  for (const reader of hub.readers) {
    what(reader)
    if (--left > 0) continue
    await turn()
    if (hub.closed) return
    between?.()
    left = writesAtOnce
  }
}

const sameStanding = (a: Standing, b: Standing): boolean =>
  a.group === b.group &&
  a.credentials.length === b.credentials.length &&
  a.credentials.every((one, at) => one === b.credentials[at])

/**
 * Works out anew whose rights may have changed, all at once: nobody is written to under rights she no longer has.
 * Answers whether there was anything to do.
 */
const refreshRights = (hub: Hub): boolean => {
  const concerns = hub.rights.changed()
  if (concerns === undefined) return false
  for (const reader of hub.readers) {
    if (!concerns(reader.person, reader.standing.credentials)) continue
    const standing = hub.rights.of(reader.person)
    const changed = !sameStanding(reader.standing, standing)
    reader.standing = standing
    if (changed) write(reader, rightsChanged)
  }
  return true
}

/** Writes to a reader who is behind what she has not had, frame by frame, until she is level or full. */
const pump = async (hub: Hub, reader: Reader): Promise<void> => {
  if (reader.pumping || reader.fullSince !== 0) return
  reader.pumping = true
  try {
    while (hub.readers.has(reader) && reader.fullSince === 0 && reader.next < hub.level) {
      const { next, standing } = reader
      const { epoch } = hub.rights
      const to = frameEnd(next, hub.level)
      const frame = await hub.frames.past(standing.group, next, to)
      refreshRights(hub)
      // What was built under rights that have changed meanwhile is built again.
      if (epoch !== hub.rights.epoch || !hub.readers.has(reader)) continue
      reader.next = to
      write(reader, frame)
    }
  } catch {
    // The record could not be read: the reader is cut and comes back with her last id.
    drop(hub, reader)
  } finally {
    reader.pumping = false
  }
}

/** Brings what has happened since the last time to every reader: one frame for all who see the same, one write each. */
const advance = async (hub: Hub): Promise<void> => {
  const { size } = hub.keeper.head()
  while (!hub.closed && hub.level < size) {
    const from = hub.level
    const to = frameEnd(from, size)
    const entries = await hub.keeper.readWhole(from, to)
    let frameFor = hub.frames.of(entries)
    const refresh = (): void => {
      if (refreshRights(hub)) frameFor = hub.frames.of(entries)
    }
    refresh()
    hub.level = to
    await forAll(
      hub,
      reader => {
        if (reader.fullSince !== 0 || reader.pumping) return
        if (reader.next !== from) return void pump(hub, reader)
        reader.next = to
        write(reader, frameFor(reader.standing.group))
      },
      refresh,
    )
  }
}

/**
 * How long to rest between two rounds of writes, in parts of the time the last one took. It grows while the process has
 * hardly a moment to spare, so that acts are taken and more of them travel together, and shrinks again when it has.
 */
const leastRest = 1 / 3
const mostRest = 3
const busyShare = 0.85
/** No rest is longer than this, in milliseconds: what was gathered is on its way before anybody would notice. */
const longestRestMs = 60

/** Tells after each round of writes how long to rest, from how busy the process was since the one before. */
const resting = (tickMs: number) => {
  let share = leastRest
  let last = performance.eventLoopUtilization()
  return (tookMs: number): number => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, last)
    last = now
    share = utilization > busyShare ? Math.min(mostRest, share * 1.5) : Math.max(leastRest, share / 1.5)
    return Math.max(tickMs - tookMs, Math.min(longestRestMs, tookMs * share))
  }
}

/** An act in an idle hub goes out at once; under load a tick gathers what happened meanwhile. */
const ticker = (hub: Hub) => {
  const restAfter = resting(hub.options.tickMs)
  let notBefore = 0
  let waiting: NodeJS.Timeout | undefined
  let under = false

  const tick = async (): Promise<void> => {
    waiting = undefined
    under = true
    const began = Date.now()
    try {
      await advance(hub)
    } catch {
      // The record could not be read: readers are cut, and come back with their last id.
      for (const reader of hub.readers) drop(hub, reader)
    }
    const ended = Date.now()
    notBefore = ended + restAfter(ended - began)
    under = false
    moved()
  }

  const moved = (): void => {
    if (under || hub.closed || waiting !== undefined) return
    if (hub.readers.size === 0) hub.level = hub.keeper.head().size
    if (hub.level === hub.keeper.head().size) return
    const rest = notBefore - Date.now()
    if (rest <= 0) void tick()
    else waiting = setTimeout(() => void tick(), rest)
  }
  return { moved, stop: () => clearTimeout(waiting) }
}

/** Cuts whose sign-in is gone or has run out, and who have been full too long; tells the others that we are here. */
const beat = async (hub: Hub): Promise<void> => {
  refreshRights(hub)
  const signIns = new Set<string>()
  for (const { signIn } of hub.readers) if (signIn !== null) signIns.add(signIn)
  const gone = signIns.size === 0 ? signIns : await hub.accounts.gone(signIns)
  const { heartbeatMs, slowMs } = hub.options
  const instant = hub.keeper.now()
  await forAll(hub, reader => {
    const now = Date.now()
    const isOver = (reader.signIn !== null && gone.has(reader.signIn)) || instant >= reader.until
    if (isOver || (reader.fullSince !== 0 && now - reader.fullSince > slowMs)) return drop(hub, reader)
    if (reader.fullSince !== 0) return
    if (now - reader.wroteAt >= heartbeatMs / 2) write(reader, stillHere)
    void pump(hub, reader)
  })
}

/** Looks at rights and at the living at regular times, and where the calendar changes rights. */
const clockwork = (hub: Hub) => {
  let beating = false
  const beats = setInterval(
    () => {
      if (beating) return
      beating = true
      // Sign-ins that cannot be looked at are looked at with the next beat.
      beat(hub)
        .catch(() => undefined)
        .finally(() => {
          beating = false
        })
    },
    Math.min(hub.options.heartbeatMs, hub.options.slowMs),
  )
  beats.unref()
  let dawn: NodeJS.Timeout | undefined
  const waitForDawn = (): void => {
    dawn = setTimeout(() => {
      refreshRights(hub)
      waitForDawn()
    }, hub.rights.waitMs())
    dawn.unref()
  }
  waitForDawn()
  return () => {
    clearInterval(beats)
    clearTimeout(dawn)
  }
}

/**
 * The live stream. Each reader has a place in the record and at most one frame under way: whoever reads slowly is
 * not written to until the socket has drained, and catches up from the record, so nothing is ever queued for her.
 * Frames are built once for all who see the same; rights are looked at again when something they hang on has changed.
 */
export const liveHub = (
  keeper: Keeper,
  accounts: Pick<Accounts, 'onRevoked' | 'gone'>,
  options: HubOptions = hubDefaults,
) => {
  const hub = hubOf(keeper, accounts, options)
  const { moved, stop } = ticker(hub)
  const stopClock = clockwork(hub)
  const unwatch = keeper.onGrown(moved)
  const unheed = accounts.onRevoked(signIn => {
    for (const reader of hub.readers) if (reader.signIn === signIn) drop(hub, reader)
  })

  return {
    /** Adds a reader that is to get everything from `from` on. */
    join(outlet: Outlet, from: number, caller: Pick<Caller, 'person' | 'signIn' | 'until'> | null): Reader {
      const person = caller?.person ?? null
      refreshRights(hub)
      const reader: Reader = {
        outlet,
        person,
        signIn: caller?.signIn ?? null,
        until: caller?.until ?? never,
        standing: hub.rights.of(person),
        next: from,
        pumping: false,
        fullSince: 0,
        wroteAt: Date.now(),
      }
      hub.readers.add(reader)
      void pump(hub, reader)
      return reader
    },
    leave(reader: Reader): void {
      hub.readers.delete(reader)
    },
    /** To be told when a reader's outlet has taken all it was given. */
    drained(reader: Reader): void {
      if (reader.fullSince === 0) return
      reader.fullSince = 0
      void pump(hub, reader)
    },
    get readers(): number {
      return hub.readers.size
    },
    /** Ends every stream. */
    close(): void {
      hub.closed = true
      unwatch()
      unheed()
      stop()
      stopClock()
      for (const reader of hub.readers) drop(hub, reader)
    },
  }
}

export type LiveHub = ReturnType<typeof liveHub>
