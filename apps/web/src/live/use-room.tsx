import type { DomainState } from '@gavel/domain'
import { fromEpochMs, type Instant } from '@gavel/kernel'
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { noEarlierThanHeard, serverNow } from './clock.ts'
import type { RecordedHere, Written } from './outbox.ts'
import type { Room } from './room.ts'

const RoomContext = createContext<Room | null>(null)

export const RoomProvider = ({ room, children }: { readonly room: Room; readonly children: ReactNode }) => (
  <RoomContext.Provider value={room}>{children}</RoomContext.Provider>
)

/** The room one is in. Throws outside a `RoomProvider`. */
export const useRoom = (): Room => {
  const room = useContext(RoomContext)
  if (room === null) throw new TypeError('there is no room here')
  return room
}

/** The state with one text in it (or none), kept level with the record; undefined while it is fetched. */
export const useSlice = (text: string | null = null): DomainState | undefined => {
  const { slices } = useRoom()
  const read = () => slices.get(text)
  return useSyncExternalStore(slices.subscribe, read, read)?.slice.state
}

/** Why a slice could not be fetched, if so. */
export const useSliceFailure = (text: string | null = null): unknown => {
  const { slices } = useRoom()
  const read = () => slices.failure(text)
  return useSyncExternalStore(slices.subscribe, read, read)
}

const nothing: readonly Written[] = []
const never = () => () => undefined

/** What this person wrote and the record has not acknowledged yet. */
export const useOutbox = (): readonly Written[] => {
  const { outbox } = useRoom()
  return useSyncExternalStore(outbox?.subscribe ?? never, outbox?.list ?? (() => nothing), () => nothing)
}

const noneRecorded: readonly RecordedHere[] = []

/** What was recorded of what this person wrote here, newest first. */
export const useRecorded = (): readonly RecordedHere[] => {
  const { outbox } = useRoom()
  return useSyncExternalStore(
    outbox?.subscribe ?? never,
    outbox?.recorded ?? (() => noneRecorded),
    () => noneRecorded,
  )
}

/** The instant it is by the server's clock, renewed every so often. */
export const useNow = (everyMs = 1_000): Instant => {
  const [now, setNow] = useState(() => fromEpochMs(serverNow()))
  useEffect(() => {
    const timer = setInterval(() => setNow(fromEpochMs(serverNow())), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return noEarlierThanHeard(now)
}
