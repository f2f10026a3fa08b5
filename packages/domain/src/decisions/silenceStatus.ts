import { type Instant, type MemberId, msBetween } from '@gavel/kernel'
import type { Break, SilenceEntry } from './state.ts'

/** What a silence procedure is at an instant. */
export type SilenceStatus =
  | { readonly kind: 'notOpened' }
  | {
      readonly kind: 'running'
      readonly expiresAt: Instant
      /** How often it was extended; more than 0 is what the notices call "extended". */
      readonly extensions: number
    }
  | {
      readonly kind: 'suspended'
      readonly since: Instant
      /** Milliseconds that were left when the clock was stopped. */
      readonly leftMs: number
      readonly extensions: number
    }
  | { readonly kind: 'broken'; readonly at: Instant; readonly member: MemberId; readonly how: Break }
  | { readonly kind: 'kept'; readonly at: Instant }
  | { readonly kind: 'withdrawn'; readonly at: Instant; readonly reason: string }

const notOpened: SilenceStatus = { kind: 'notOpened' }

const isOver = (status: SilenceStatus): boolean =>
  status.kind === 'broken' || status.kind === 'kept' || status.kind === 'withdrawn'

/** D-26. What comes at the very instant of expiry, or later, comes too late: the silence was kept at that instant. */
const atClock = (status: SilenceStatus, now: Instant): SilenceStatus =>
  status.kind === 'running' && now >= status.expiresAt ? { kind: 'kept', at: status.expiresAt } : status

const afterEntry = (status: SilenceStatus, entry: SilenceEntry): SilenceStatus => {
  const extensions = status.kind === 'running' || status.kind === 'suspended' ? status.extensions : 0
  switch (entry.kind) {
    case 'opened':
      return status.kind === 'notOpened'
        ? { kind: 'running', expiresAt: entry.expiresAt, extensions: 0 }
        : status
    case 'extended':
      return status.kind === 'running' && entry.expiresAt > status.expiresAt
        ? { kind: 'running', expiresAt: entry.expiresAt, extensions: extensions + 1 }
        : status
    case 'suspended':
      return status.kind === 'running'
        ? { kind: 'suspended', since: entry.at, leftMs: msBetween(entry.at, status.expiresAt), extensions }
        : status
    case 'resumed':
      return status.kind === 'suspended'
        ? { kind: 'running', expiresAt: entry.expiresAt, extensions }
        : status
    case 'broken':
      return { kind: 'broken', at: entry.at, member: entry.member, how: entry.how }
    case 'withdrawn':
      return { kind: 'withdrawn', at: entry.at, reason: entry.reason }
  }
}

/**
 * D-27. How a silence procedure stands is worked out from its entries and a clock, and from nothing else: no act is
 * needed at expiry, so a server that was stopped then finds the same outcome when it starts again.
 *
 * Entries in the order of the record; those later than `now` are not looked at. An entry that came too late, or
 * after the end (D-28), changes nothing, even if it should stand in the record.
 */
export const silenceStatus = (entries: readonly SilenceEntry[], now: Instant): SilenceStatus => {
  let status: SilenceStatus = notOpened
  for (const entry of entries) {
    if (entry.at > now) break
    status = atClock(status, entry.at)
    if (isOver(status)) return status
    if (status.kind !== 'notOpened' || entry.kind === 'opened') status = afterEntry(status, entry)
  }
  return atClock(status, now)
}

/** The instant at which a silence ended, if it has ended. */
export const endOf = (status: SilenceStatus): Instant | undefined =>
  status.kind === 'broken' || status.kind === 'kept' || status.kind === 'withdrawn' ? status.at : undefined
