import { type Instant, msBetween, secondMs } from '@gavel/kernel'
import type { Speaking } from './state.ts'

/** M-40. How long the speaker has used, in milliseconds; the clock stands while a point of order is open. */
export const usedMsAt = ({ usedMs, runningSince }: Speaking, now: Instant): number =>
  usedMs + (runningSince === null ? 0 : Math.max(0, msBetween(runningSince, now)))

export interface FloorClock {
  readonly usedMs: number
  /** Milliseconds left; negative once the limit is passed; null without a limit. */
  readonly leftMs: number | null
  readonly running: boolean
}

/** M-40. The clock of whoever has the floor, worked out from stored instants: no job moves it. */
export const floorClock = (speaking: Speaking, now: Instant): FloorClock => {
  const usedMs = usedMsAt(speaking, now)
  return {
    usedMs,
    leftMs: speaking.seconds === null ? null : speaking.seconds * secondMs - usedMs,
    running: speaking.runningSince !== null,
  }
}
