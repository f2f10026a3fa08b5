import { fromEpochMs, type Instant, toEpochMs } from '@gavel/kernel'

/** What one answer tells of the server's clock: how far it is ahead of this device's, and how wrong that may be. */
export interface ClockReading {
  readonly aheadMs: number
  readonly withinMs: number
  /** When it was taken, by this device. */
  readonly takenAt: number
}

/** How long an exact reading is preferred to a later, vaguer one: clocks drift. */
const keptMs = 5 * 60_000

/**
 * A reading from an answer: the instant the server told, and when the question left and the answer came by this device.
 * The server spoke somewhere between the two. Undefined when it told none.
 */
export const readingOf = (
  told: { readonly exact: string | null; readonly date: string | null },
  sentAt: number,
  cameAt: number,
): ClockReading | undefined => {
  const exact = Date.parse(told.exact ?? '')
  const half = Math.max(0, cameAt - sentAt) / 2
  if (!Number.isNaN(exact)) return { aheadMs: exact - (sentAt + half), withinMs: half, takenAt: cameAt }
  // The Date header tells whole seconds, rounded down.
  const seconds = Date.parse(told.date ?? '')
  if (Number.isNaN(seconds)) return undefined
  return { aheadMs: seconds + 500 - (sentAt + half), withinMs: half + 500, takenAt: cameAt }
}

/** Which of two readings to go by: the more exact one, unless it is old or the later one contradicts it. */
export const betterReading = (kept: ClockReading | undefined, next: ClockReading): ClockReading => {
  if (kept === undefined || next.withinMs <= kept.withinMs) return next
  const contradicts = Math.abs(next.aheadMs - kept.aheadMs) > next.withinMs + kept.withinMs
  return contradicts || next.takenAt - kept.takenAt > keptMs || next.takenAt < kept.takenAt ? next : kept
}

/** A difference no larger than what a reading may be wrong by is none. */
export const aheadBy = (reading: ClockReading | undefined): number =>
  reading === undefined || Math.abs(reading.aheadMs) <= reading.withinMs ? 0 : reading.aheadMs

let reading: ClockReading | undefined

let heardMs = 0

/** Notes an instant that the record or the server told of: it is no earlier than that. */
export const noteInstant = (ms: number): void => {
  if (ms > heardMs) heardMs = ms
}

/**
 * An instant looked at a while ago, or the latest that was heard of since, if that is later. A clock on a screen ticks only
 * now and then; what was recorded in between must never be asked for an instant before it was.
 */
export const noEarlierThanHeard = (now: Instant): Instant =>
  toEpochMs(now) < heardMs ? fromEpochMs(heardMs) : now

/** Learns the server's clock from an answer. */
export const noteServerTime = (headers: Headers, sentAt: number): void => {
  const told = { exact: headers.get('gavel-now'), date: headers.get('date') }
  noteInstant(Date.parse(told.exact ?? '') || 0)
  const next = readingOf(told, sentAt, Date.now())
  if (next !== undefined) reading = betterReading(reading, next)
}

/** The instant it is now by the server's clock, in milliseconds. */
export const serverNow = (): number => Date.now() + aheadBy(reading)

const toleratedMs = 1_500
let sinceStart = Date.now() - performance.now()

/**
 * Whether this device's clock was set, or the device slept, since the last time this was asked: what was learnt of the
 * server's clock is then to be learnt anew.
 */
export const clockJumped = (): boolean => {
  const now = Date.now() - performance.now()
  const jumped = Math.abs(now - sinceStart) > toleratedMs
  sinceStart = now
  return jumped
}
