import type { Capacity, Own, Slice } from '@gavel/domain'
import { capacityName, withOwn } from '@gavel/domain'
import { toEpochMs } from '@gavel/kernel'
import type { QueryClient } from '@tanstack/react-query'
import { noteInstant } from '../live/clock.ts'
import { deviceShelf, type Outbox, outbox } from '../live/outbox.ts'
import { request } from '../live/request.ts'
import type { CurrentSignIn, HeldCapacity, Room, Viewer } from '../live/room.ts'
import { type LevelSlice, sliceKeeper } from '../live/slices.ts'
import { type LineState, openStream, type ShownEntry } from '../live/stream.ts'
import { invalidator } from '../live/use-view.ts'
import { rooms } from '../rooms/rooms.ts'
import { forgetAnswers } from './offline.ts'

interface Me {
  readonly person: string
  readonly name: string
  readonly capacities: readonly HeldCapacity[]
  readonly signIn: CurrentSignIn
}

/** Who is signed in here; the public when nobody is. */
const whoIsHere = async (): Promise<Viewer> => {
  const [me, { demonstration }] = await Promise.all([
    request<Me | null>('GET', '/api/me'),
    request<{ demonstration: boolean }>('GET', '/api/sign-in/methods'),
  ])
  if (me === null) return { person: null, name: null, capacities: [], signIn: null, demonstration }
  const { person, name, capacities, signIn } = me
  return { person, name, capacities, signIn, demonstration }
}

const lastHere = 'gavel.here'

/** Who is here, with nothing left on the device of whoever was here before her without having signed out. */
const enteringViewer = async (): Promise<Viewer> => {
  const viewer = await whoIsHere()
  const person = viewer.person ?? ''
  const before = localStorage.getItem(lastHere)
  localStorage.setItem(lastHere, person)
  if (before === null || before === person) return viewer
  await forgetAnswers()
  return whoIsHere()
}

const remembered = 'gavel.capacity'

const retryMs = 10_000

/** The capacity chosen last on this device, if it is still held; else the first one. */
const capacityOf = ({ capacities }: Viewer): Capacity | null => {
  const name = localStorage.getItem(remembered)
  return (capacities.find(({ as }) => capacityName(as) === name) ?? capacities[0])?.as ?? null
}

const fetchOwn = () => request<Own & { index: number }>('GET', '/api/sync/own')

/**
 * A slice with what is the viewer's own in it. Her own is as of the slice's entry or later: what happened in between is
 * folded in once more, which changes nothing.
 */
const fetchSlice =
  ({ person }: Viewer) =>
  async (text: string | null, after = 0): Promise<LevelSlice> => {
    const query = new URLSearchParams()
    if (text !== null) query.set('texts', text)
    if (after > 0) query.set('after', String(after))
    const [{ index, ...slice }, own] = await Promise.all([
      request<Slice & { index: number }>('GET', `/api/sync?${query}`),
      person === null ? undefined : fetchOwn(),
    ])
    if (own === undefined) return { index, slice }
    return { index, slice: withOwn(slice, own.index < index ? await fetchOwn() : own) }
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
  let entered = 0
  let kept: { readonly person: string | null; readonly box: Outbox | null } = { person: null, box: null }
  const boxOf = async ({ person }: Viewer): Promise<Outbox | null> => {
    if (person === null || person !== kept.person)
      kept = { person, box: person === null ? null : await outbox({ person, shelf: await deviceShelf() }) }
    return kept.box
  }
  const enter = async (): Promise<void> => {
    const turn = ++entered
    const viewer = await enteringViewer()
    const box = await boxOf(viewer)
    const fetch = fetchSlice(viewer)
    const { index } = await fetch(null)
    if (turn !== entered) return
    leave()
    const slices = sliceKeeper({ fetch, entries: fetchEntries })
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
    const touched = invalidator(queries, rooms)
    const stop = openStream({
      from: index,
      take: entries => {
        for (const { act } of entries) if (act !== undefined) noteInstant(toEpochMs(act.at))
        slices.take(entries)
        touched(entries)
      },
      // Who one is here is asked anew. Without a line one stays who one was; the next visit tells.
      rights: () => void enter().catch(() => undefined),
      state: next => {
        if (next === line) return
        if (next === 'live') void box?.flush()
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
