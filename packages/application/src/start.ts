import { type Known, knownActs } from './known.ts'
import type { AnyAct, AnyEvent } from './law.ts'
import type { Head, RecordStore } from './ports.ts'
import { RecordDamaged } from './result.ts'
import { editionOf, readSnapshot } from './snapshot.ts'
import { emptyStanding, type Reading, type Standing, standingAfter } from './standing.ts'

/** How many entries are asked of the store at once. */
export const readingChunk = 4096

const sameRoot = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

/** Folds the entries from `standing` up to `head` in, and holds the root they add up to against the root of the head. */
export const replayTail = async <State, Act extends AnyAct, Event extends AnyEvent>(
  reading: Reading<State, Act, Event>,
  store: RecordStore,
  from: Standing<State>,
  head: Head,
): Promise<{ readonly standing: Standing<State>; readonly actIds: readonly string[] }> => {
  let standing = from
  const actIds: string[] = []
  while (standing.edge.size < head.size) {
    const { size } = standing.edge
    const entries = await store.read(size, Math.min(size + readingChunk, head.size))
    if (entries.length === 0)
      throw new RecordDamaged(`the head says ${head.size} entries, but there is none at ${size}`)
    standing = standingAfter(reading, standing, entries)
    for (const entry of entries) actIds.push(entry.actId)
  }
  if (!sameRoot(standing.root, head.root))
    throw new RecordDamaged(`the first ${head.size} entries do not add up to the root of the head`)
  return { standing, actIds }
}

/** What a record starts from. */
export interface Started<State> {
  readonly standing: Standing<State>
  readonly known: Known
  /** The size of the snapshot it was built on; 0 when it was built from the entries alone. */
  readonly snapshotSize: number
}

const startFrom = async <State, Act extends AnyAct, Event extends AnyEvent>(
  reading: Reading<State, Act, Event>,
  store: RecordStore,
  head: Head,
  from: { readonly standing: Standing<State>; readonly prints: Uint8Array },
): Promise<Started<State>> => {
  const known = knownActs(from.prints)
  const { standing, actIds } = await replayTail(reading, store, from.standing, head)
  for (const actId of actIds) known.add(actId)
  return { standing, known, snapshotSize: from.standing.edge.size }
}

/**
 * Brings a record up: the snapshot, if there is one of this edition, and the entries after it. A snapshot that does
 * not lead to the root of the head is passed over and everything is read from the first entry; if that does not
 * lead there either, the record is damaged and this throws RecordDamaged.
 */
export const startRecord = async <State, Act extends AnyAct, Event extends AnyEvent>(
  reading: Reading<State, Act, Event>,
  store: RecordStore,
): Promise<Started<State>> => {
  // The head is read last among the two: a snapshot is never of more entries than a later head.
  const snapshot = await store.snapshot()
  const head = await store.head()
  const read =
    snapshot !== undefined && snapshot.size <= head.size
      ? readSnapshot<State>(editionOf(reading), snapshot)
      : undefined
  if (read !== undefined)
    try {
      return await startFrom(reading, store, head, read)
    } catch (error) {
      // Whatever a bad snapshot does to the rules, the entries alone are the truth.
      if (!(error instanceof RecordDamaged || error instanceof TypeError || error instanceof RangeError))
        throw error
    }
  return startFrom(reading, store, head, { standing: emptyStanding(reading), prints: new Uint8Array(0) })
}
