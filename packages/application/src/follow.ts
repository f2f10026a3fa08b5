import type { Reader } from '@gavel/domain'
import type { Core } from './core.ts'
import type { AnyAct, AnyEvent } from './law.ts'
import type { Listener } from './record-keeper.ts'
import type { Viewer } from './viewing.ts'

/** How many entries a follower is given at once. Followers are kept to the same bounds, so that frames are shared. */
const frameEntries = 256

/**
 * Brings a follower every entry from an index on. It reads by index and only by index: a wake-up that is lost or
 * doubled changes nothing. While the listener's promise is open nothing is read for it.
 */
export const follow = <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
  viewer: Viewer<Event>,
  from: number,
  reader: Reader,
  listener: Listener<Event>,
): (() => void) => {
  let next = from
  let busy = false
  let ended = false

  const end = (): void => {
    ended = true
    core.onGrown.delete(wake)
  }

  const deliver = async (): Promise<void> => {
    while (!ended && next < core.standing.edge.size) {
      const bound = (Math.floor(next / frameEntries) + 1) * frameEntries
      const entries = await viewer.read(next, bound, reader)
      if (ended || entries.length === 0) return
      next += entries.length
      const pending = listener(entries)
      if (pending !== undefined) await pending
    }
  }

  const wake = (): void => {
    if (busy || ended) return
    busy = true
    deliver()
      .catch(error => {
        // A listener that throws has left; the record goes on.
        end()
        core.options.onTrouble?.('a follower failed', error)
      })
      .finally(() => {
        busy = false
        if (!ended && next < core.standing.edge.size) wake()
      })
  }

  core.onGrown.add(wake)
  wake()
  return end
}
