import type { Capacity, Slice } from '@gavel/domain'
import { capacityName } from '@gavel/domain'
import type { QueryClient } from '@tanstack/react-query'
import { deviceShelf, outbox } from '../live/outbox.ts'
import { Declined, request } from '../live/request.ts'
import { type HeldCapacity, type Room, thePublic, type Viewer } from '../live/room.ts'
import { type LevelSlice, sliceKeeper } from '../live/slices.ts'
import { type LineState, openStream, type ShownEntry } from '../live/stream.ts'
import { invalidator } from '../live/use-view.ts'

interface Me {
  readonly person: string
  readonly name?: string
  readonly capacities: readonly HeldCapacity[]
  readonly demonstration?: boolean
}

/** Who is signed in here; the public when nobody is. */
const whoIsHere = async (): Promise<Viewer> => {
  try {
    const me = await request<Me | null>('GET', '/api/me')
    if (me?.person == null) return { ...thePublic, demonstration: me?.demonstration ?? false }
    return {
      person: me.person,
      name: me.name ?? null,
      capacities: me.capacities,
      demonstration: me.demonstration ?? false,
    }
  } catch (error) {
    if (error instanceof Declined && error.problem.status === 401) return thePublic
    throw error
  }
}

const remembered = 'gavel.capacity'

const retryMs = 10_000

/** The capacity chosen last on this device, if it is still held; else the first one. */
const capacityOf = ({ capacities }: Viewer): Capacity | null => {
  const name = localStorage.getItem(remembered)
  return (capacities.find(({ as }) => capacityName(as) === name) ?? capacities[0])?.as ?? null
}

const fetchSlice = async (text: string | null, after = 0): Promise<LevelSlice> => {
  const query = new URLSearchParams()
  if (text !== null) query.set('texts', text)
  if (after > 0) query.set('after', String(after))
  const { index, ...slice } = await request<Slice & { index: number }>('GET', `/api/sync?${query}`)
  return { index, slice }
}

const fetchEntries = async (from: number, to: number): Promise<readonly ShownEntry[]> => {
  const found: ShownEntry[] = []
  for (let at = from; at < to; ) {
    const { entries } = await request<{ entries: readonly ShownEntry[] }>(
      'GET',
      `/api/entries?from=${at}&to=${Math.min(to, at + 256)}`,
    )
    if (entries.length === 0) break
    found.push(...entries)
    at += entries.length
  }
  return found
}

/**
 * Enters the room: learns who is here, opens the stream and the outbox. `changed` is called with a new room whenever
 * the line or the capacity changes. Answers how to leave.
 */
export const enterRoom = async (queries: QueryClient, changed: (room: Room) => void): Promise<() => void> => {
  let leave = (): void => undefined
  const enter = async (): Promise<void> => {
    leave()
    const viewer = await whoIsHere()
    const slices = sliceKeeper({ fetch: fetchSlice, entries: fetchEntries })
    const box =
      viewer.person === null ? null : await outbox({ person: viewer.person, shelf: await deviceShelf() })
    let as = capacityOf(viewer)
    let line: LineState = 'connecting'
    const tell = (): void =>
      changed({
        viewer,
        as,
        slices,
        outbox: box,
        line,
        chooseCapacity: next => {
          localStorage.setItem(remembered, capacityName(next))
          as = next
          tell()
        },
        refresh: enter,
      })
    const { index } = await fetchSlice(null)
    const touched = invalidator(queries)
    const stop = openStream({
      from: index,
      take: entries => {
        slices.take(entries)
        touched(entries)
      },
      state: next => {
        if (next === 'live' && line !== 'live') void box?.flush()
        line = next
        tell()
      },
    })
    // What could not be sent for another reason than the line (the server was busy, or closed) is tried again.
    const retry = setInterval(() => void box?.flush(), retryMs)
    leave = () => {
      clearInterval(retry)
      stop()
    }
    queries.clear()
    tell()
    void box?.flush()
  }
  await enter()
  return () => leave()
}
