import { rootOf } from '@gavel/record'
import type { AnyAct, AnyEvent } from './law.ts'
import { nodeHashing } from './leaf.ts'
import type { Snapshot } from './ports.ts'
import type { Reading, Standing } from './standing.ts'

/** Raised when the layout below changes. */
const layout = 1

/** Names everything a snapshot depends on; a snapshot of another edition is as good as none. */
export const editionOf = <State, Act extends AnyAct, Event extends AnyEvent>({
  law,
  folds,
}: Reading<State, Act, Event>): string =>
  [
    `layout ${layout}`,
    `law ${law.edition}`,
    ...Object.keys(folds)
      .sort()
      .map(name => `${name} ${folds[name]!.edition}`),
  ].join(', ')

interface SnapshotText {
  readonly state: unknown
  readonly views: Standing<unknown>['views']
  readonly at: number
  readonly nodes: readonly string[]
  readonly tails: readonly string[]
}

/**
 * A snapshot: four bytes of length (the high one first), JSON of that length with state, views and the edge of the
 * tree, then the fingerprints of all act ids.
 */
export const writeSnapshot = <State>(
  edition: string,
  standing: Standing<State>,
  prints: Uint8Array,
): Snapshot => {
  const { edge, state, views, at } = standing
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const value: SnapshotText = {
    state,
    views,
    at,
    nodes: edge.nodes.map(base64),
    tails: edge.tails.map(base64),
  }
  const text = Buffer.from(JSON.stringify(value))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  return { size: edge.size, edition, bytes: Buffer.concat([length, text, prints]) }
}

/** Reads a snapshot back; undefined when it is of another edition, cut short, or is no snapshot at all. */
export const readSnapshot = <State>(
  edition: string,
  snapshot: Snapshot,
): { readonly standing: Standing<State>; readonly prints: Uint8Array } | undefined => {
  if (snapshot.edition !== edition) return undefined
  try {
    const bytes = Buffer.from(snapshot.bytes.buffer, snapshot.bytes.byteOffset, snapshot.bytes.byteLength)
    const end = 4 + bytes.readUInt32BE(0)
    const { state, views, at, nodes, tails } = JSON.parse(bytes.toString('utf8', 4, end)) as SnapshotText
    const prints = bytes.subarray(end)
    if (prints.length !== snapshot.size * 8) return undefined
    const plain = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
    const edge = { size: snapshot.size, nodes: nodes.map(plain), tails: tails.map(plain) }
    return {
      standing: { state: state as State, views, at, edge, root: rootOf(edge, nodeHashing) },
      prints,
    }
  } catch {
    return undefined
  }
}
