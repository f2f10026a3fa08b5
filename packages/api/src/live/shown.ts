import type { ViewedEntry, WholeEntry } from '@gavel/application'
import { changesWhatIsSeen, type DomainEvent, type DomainState, type Sees } from '@gavel/domain'
import { seenBy, type Viewer } from '../access/viewer.ts'
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
  /** It is closed to her and changes what she may see all the same: a client that keeps the state fetches it anew. */
  readonly again?: true
}

/** Whether an entry opens to somebody who sees these audiences. One that is open to all, or erased, has no other side. */
export const opensTo = ({ content }: WholeEntry, sees: Sees): boolean =>
  content === undefined || sees(content.audience)

export const shown = (entry: WholeEntry, sees: Sees, state: DomainState): ShownEntry => {
  const { index, leaf, content, sealed } = opensTo(entry, sees) ? entry.opened : entry.closed
  if (content !== undefined) return { index, act: content.act, events: content.events }
  const events = (entry.content?.events ?? []) as readonly DomainEvent[]
  return {
    index,
    leaf: Buffer.from(leaf).toString('base64'),
    ...(sealed === 'erased' ? { erased: true as const } : {}),
    ...(changesWhatIsSeen(events, sees, state) ? { again: true as const } : {}),
  }
}

/** Entries as the record gives them to a viewer, whichever of her capacities opens each. */
export const viewedBy = async (
  keeper: Keeper,
  viewer: Viewer,
  from: number,
  to: number,
): Promise<readonly ViewedEntry[]> => {
  const entries = await keeper.readWhole(from, to)
  const sees = seenBy(viewer, keeper.state(), keeper.now())
  return entries.map(entry => (opensTo(entry, sees) ? entry.opened : entry.closed))
}

export const shownTo = async (
  keeper: Keeper,
  viewer: Viewer,
  from: number,
  to: number,
): Promise<readonly ShownEntry[]> => {
  const entries = await keeper.readWhole(from, to)
  const state = keeper.state()
  const sees = seenBy(viewer, state, keeper.now())
  return entries.map(entry => shown(entry, sees, state))
}
