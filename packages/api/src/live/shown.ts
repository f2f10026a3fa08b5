import type { ViewedEntry } from '@gavel/application'
import type { Reader } from '@gavel/domain'
import type { Viewer } from '../access/viewer.ts'
import type { Keeper } from '../ports.ts'

/**
 * An entry as one viewer sees it: act and events where she may read them; otherwise nothing but the leaf that
 * everybody finds in the public log.
 */
export interface ShownEntry {
  readonly index: number
  readonly act?: unknown
  readonly events?: readonly unknown[]
  /** The public leaf in base64, when the content is closed to the viewer or was erased. */
  readonly leaf?: string
  readonly erased?: true
}

const shown = ({ index, leaf, content, sealed }: ViewedEntry): ShownEntry =>
  content === undefined
    ? {
        index,
        leaf: Buffer.from(leaf).toString('base64'),
        ...(sealed === 'erased' ? { erased: true as const } : {}),
      }
    : { index, act: content.act, events: content.events }

/** The viewer in each of her capacities, as the record keeper knows readers; the public when she has none. */
const readersOf = ({ person, capacities }: Viewer): readonly Reader[] =>
  person === null || capacities.length === 0 ? [null] : capacities.map(as => ({ person, as }))

/** Entries as the record keeper gives them to a viewer, whichever of her capacities opens each. */
export const viewedBy = async (
  keeper: Keeper,
  viewer: Viewer,
  from: number,
  to: number,
): Promise<readonly ViewedEntry[]> => {
  const [first = [], ...others] = await Promise.all(
    readersOf(viewer).map(reader => keeper.read(from, to, reader)),
  )
  return first.map((entry, at) =>
    entry.sealed !== 'closed'
      ? entry
      : (others.map(list => list[at]!).find(e => e.sealed !== 'closed') ?? entry),
  )
}

export const shownTo = async (
  keeper: Keeper,
  viewer: Viewer,
  from: number,
  to: number,
): Promise<readonly ShownEntry[]> => (await viewedBy(keeper, viewer, from, to)).map(shown)
