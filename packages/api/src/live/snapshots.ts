import { createHash } from 'node:crypto'
import { type DomainState, sliceOf, stateEdition } from '@gavel/domain'
import { dayMs, type Instant, later } from '@gavel/kernel'
import { type Encoded, encodings } from '../http/encoding.ts'
import type { Keeper } from '../ports.ts'
import { audienceLine, type ViewClass } from './class.ts'

/** A slice of the state as bytes, with the size of the record it was taken after. */
export interface Snapshot {
  readonly index: number
  readonly etag: string
  readonly bytes: Encoded
}

export interface SnapshotOptions {
  /** How old a snapshot may be that is given out, in time and in entries since; the live stream brings those. */
  readonly maxAgeMs: number
  readonly maxBehind: number
  /** The least time between two snapshots of one kind, however many readers ask for a newer one. */
  readonly restMs: number
  /** How many bytes of snapshots are kept, written out. */
  readonly keptBytes: number
}

export const snapshotDefaults: SnapshotOptions = {
  maxAgeMs: 5_000,
  maxBehind: 2_000,
  restMs: 250,
  keptBytes: 64 << 20,
}

/** Settled decisions are of interest for so long. */
const interestDays = 400

const sinceOf = (now: Instant): Instant =>
  `${later(now, -interestDays * dayMs).slice(0, 10)}T00:00:00.000Z` as Instant

/** A snapshot and what it stands on: it is given out while the institution and the readers of each text are the same. */
interface Kept {
  readonly snapshot: Snapshot
  readonly at: number
  readonly state: DomainState
  readonly audiences: string
  readonly size: number
}

const build = (keeper: Keeper, { sees }: ViewClass, texts: readonly string[]): Kept => {
  const state = keeper.state()
  const index = keeper.head().size
  const slice = sliceOf(state, sees, { texts, since: sinceOf(keeper.now()) })
  const text = Buffer.from(JSON.stringify({ index, edition: stateEdition, ...slice }))
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  return {
    snapshot: { index, etag, bytes: encodings(text) },
    at: Date.now(),
    state,
    audiences: audienceLine(state),
    size: text.length,
  }
}

const wait = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/** Whether a snapshot may still be given out, to somebody who has the record up to `after` already. */
const serves = (
  keeper: Keeper,
  { maxAgeMs, maxBehind }: SnapshotOptions,
  kept: Kept,
  after: number,
): boolean => {
  const state = keeper.state()
  const { size } = keeper.head()
  const { index } = kept.snapshot
  if (index < after || kept.state.institution !== state.institution) return false
  if (kept.state === state) return true
  // Whoever has lost the right to read a text is not given it from an earlier state.
  return (
    Date.now() - kept.at <= maxAgeMs && size - index <= maxBehind && kept.audiences === audienceLine(state)
  )
}

/**
 * Snapshots for browsers. One is built and compressed once for all viewers of a class who want the same texts, and
 * given out for a while; what has happened since follows on the live stream. However many ask at once, no two are
 * built at the same time, and none of a kind more often than every `restMs`.
 */
export const snapshots = (keeper: Keeper, options: SnapshotOptions = snapshotDefaults) => {
  const kept = new Map<string, Kept>()
  const under = new Map<string, Promise<Kept>>()
  let bytes = 0
  let last: Promise<unknown> = Promise.resolve()

  const keep = (key: string, made: Kept): void => {
    bytes += made.size - (kept.get(key)?.size ?? 0)
    kept.delete(key)
    kept.set(key, made)
    for (const [oldest, { size }] of kept) {
      if (bytes <= options.keptBytes || oldest === key) break
      kept.delete(oldest)
      bytes -= size
    }
  }

  const make = async (key: string, viewClass: ViewClass, texts: readonly string[]): Promise<Kept> => {
    const rest = (kept.get(key)?.at ?? 0) + options.restMs - Date.now()
    if (rest > 0) await wait(rest)
    const before = last
    const turn = before.then(() => build(keeper, viewClass, texts))
    last = turn.catch(() => undefined)
    const made = await turn
    keep(key, made)
    return made
  }

  /** The snapshot for a class, never older than the record was with `after` entries. */
  return async (viewClass: ViewClass, texts: readonly string[], after: number): Promise<Snapshot> => {
    const key = `${viewClass.key}\n${texts.join(' ')}`
    for (;;) {
      const found = kept.get(key)
      if (found !== undefined && serves(keeper, options, found, after)) return found.snapshot
      const making = under.get(key) ?? make(key, viewClass, texts).finally(() => under.delete(key))
      under.set(key, making)
      const made = await making
      if (made.snapshot.index >= after) return made.snapshot
    }
  }
}
