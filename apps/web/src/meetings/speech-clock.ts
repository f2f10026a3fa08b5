import { meetings } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'

export type Speaking = NonNullable<meetings.Meeting['speaking']>

/** How a speech stands to its limit: none is set; well within; about to end; over. */
export type SpeechTone = 'free' | 'within' | 'ending' | 'over'

/** The clock of a speech as it is shown. All lengths are in milliseconds. */
export interface SpeechClock {
  readonly usedMs: number
  readonly limitMs: number | null
  /** Negative once the limit is passed. */
  readonly leftMs: number | null
  /** False while a point of order stops it. */
  readonly running: boolean
  readonly tone: SpeechTone
  /** The part of the limit that is used, from 0 to 1; 0 without a limit. */
  readonly share: number
}

/** A speaker is shown that her time ends half a minute before it does, of a short limit in its last quarter. */
const endingMs = 30_000

const toneOf = (leftMs: number | null, limitMs: number | null): SpeechTone => {
  if (leftMs === null || limitMs === null) return 'free'
  if (leftMs < 0) return 'over'
  return leftMs <= Math.min(endingMs, limitMs / 4) ? 'ending' : 'within'
}

/** M-40. The clock of whoever has the floor at an instant, from the stored instants alone. */
export const speechClock = (speaking: Speaking, now: Instant): SpeechClock => {
  const { usedMs, leftMs, running } = meetings.floorClock(speaking, now)
  const limitMs = speaking.seconds === null ? null : speaking.seconds * 1_000
  return {
    usedMs,
    limitMs,
    leftMs,
    running,
    tone: toneOf(leftMs, limitMs),
    share: limitMs === null || limitMs === 0 ? 0 : Math.min(1, usedMs / limitMs),
  }
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** Minutes and seconds as a clock shows them, `4:05`; with hours from one hour on, `1:04:05`. Whole seconds, rounded down. */
export const minutesOf = (ms: number): string => {
  const seconds = Math.floor(Math.max(0, ms) / 1_000)
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  return hours === 0 ? `${minutes}:${twoDigits(rest)}` : `${hours}:${twoDigits(minutes)}:${twoDigits(rest)}`
}

/** The figure of a speech: what is left, a second that has begun counting in full; what it is over; what it has used. */
export const figureOf = ({ tone, leftMs, usedMs }: SpeechClock): string => {
  if (tone === 'free' || leftMs === null) return minutesOf(usedMs)
  return tone === 'over' ? `+${minutesOf(-leftMs)}` : minutesOf(Math.ceil(leftMs / 1_000) * 1_000)
}
