import type { ActHeader, Audience } from '@gavel/domain'
import { appendLeaves, type Edge, emptyEdge, rootOf } from '@gavel/record'
import type { AnyAct, AnyEvent, Folds, Law } from './law.ts'
import { nodeHashing, readContent } from './leaf.ts'
import type { Head, StoredEntry } from './ports.ts'

/** Everything the record adds up to after some entry. Immutable: a commit that fails leaves nothing to undo. */
export interface Standing<State> {
  readonly state: State
  readonly views: { readonly [name: string]: unknown }
  readonly edge: Edge
  readonly root: Uint8Array
  /** The instant of the last entry, in milliseconds; 0 for an empty record. */
  readonly at: number
}

/** The rules and the folds, taken together: what turns entries into a standing. */
export interface Reading<State, Act extends AnyAct, Event extends AnyEvent> {
  readonly law: Law<State, Act, Event>
  readonly folds: Folds<State, Event>
}

export const emptyStanding = <State, Act extends AnyAct, Event extends AnyEvent>({
  law,
  folds,
}: Reading<State, Act, Event>): Standing<State> => ({
  state: law.initial,
  views: Object.fromEntries(Object.entries(folds).map(([name, fold]) => [name, fold.initial])),
  edge: emptyEdge,
  root: rootOf(emptyEdge, nodeHashing),
  at: 0,
})

export const headOf = (standing: Standing<unknown>): Head => ({
  size: standing.edge.size,
  root: standing.root,
})

/** The state with the events of one act folded in. */
export const evolved = <State, Event extends AnyEvent>(
  law: { readonly evolve: (state: State, event: Event) => State },
  state: State,
  events: readonly Event[],
): State => {
  let next = state
  for (const event of events) next = law.evolve(next, event)
  return next
}

/** The views with one entry folded in. */
export const viewed = <State, Event extends AnyEvent>(
  folds: Folds<State, Event>,
  views: Standing<State>['views'],
  index: number,
  entry: { readonly act: ActHeader; readonly events: readonly Event[]; readonly audience: Audience },
  state: State,
): Standing<State>['views'] => {
  const folded = { index, act: entry.act, events: entry.events, audience: entry.audience }
  let next = views
  for (const name in folds) {
    const before = next[name]
    const after = folds[name]!.apply(before, folded, state)
    if (after !== before) next = { ...next, [name]: after }
  }
  return next
}

/**
 * The standing after more entries that were read from the store. An entry whose sealed content is gone counts in
 * the tree and changes nothing else.
 */
export const standingAfter = <State, Act extends AnyAct, Event extends AnyEvent>(
  reading: Reading<State, Act, Event>,
  standing: Standing<State>,
  entries: readonly StoredEntry[],
): Standing<State> => {
  let { state, views, at } = standing
  for (const entry of entries) {
    at = Math.max(at, entry.at)
    const content = readContent<Event>(entry)
    if (content === undefined) continue
    state = evolved(reading.law, state, content.events)
    views = viewed(reading.folds, views, entry.index, content, state)
  }
  const { edge, root } = appendLeaves(
    standing.edge,
    entries.map(entry => nodeHashing.leafHash(entry.leaf)),
    nodeHashing,
  )
  return { state, views, edge, root, at }
}
