import { meetings } from '@gavel/domain'
import { dayMs, get, type Instant, later, type MemberId, msBetween } from '@gavel/kernel'
import type { ContactId } from '../shapes.ts'
import { type Contact, type Notice, type NoticesState, type Ping, pingOf } from './state.ts'

/** How things stand, worked out from stored instants whenever somebody asks. No job changes what is told here. */

type Timeliness = meetings.Timeliness

/** N-14. How the sending of a notice stands to when it was due: late is told, and by how much. */
export const sending = ({ due, sentAt }: Notice, now: Instant): Timeliness =>
  meetings.timeliness(due, sentAt, now)

/**
 * N-16. What a member owes a notice: its acknowledgement and its answer, each with its clock. Silence is told as
 * silence (M-65), from the instant it began; after a withdrawal nothing is owed any more.
 */
export const owed = (notice: Notice, member: MemberId, now: Instant) => {
  const acknowledged = get(notice.acknowledged, member)
  const answered = notice.answered.find(each => each.member === member)
  // What was not given before a withdrawal is not awaited after it.
  const asOf = notice.withdrawn?.at ?? now
  return {
    acknowledgement: meetings.timeliness(notice.acknowledgeBy, acknowledged?.at ?? null, asOf),
    answer: meetings.timeliness(notice.answerBy, answered?.at ?? null, asOf),
  }
}

/** N-16. Whether a member has said nothing to a notice, whatever its clock says, and since when. */
export const silentSince = (notice: Notice, member: MemberId): Instant | null =>
  get(notice.acknowledged, member) === undefined && notice.withdrawn === undefined ? notice.sentAt : null

export type NoticeStatus = 'open' | 'withdrawn' | 'closed'
export const statusOf = ({ withdrawn, closed }: Notice): NoticeStatus =>
  withdrawn !== undefined ? 'withdrawn' : closed !== undefined ? 'closed' : 'open'

/** assumed, 2026-11-24: half a year, the rhythm of test calls in the United Nations directory. */
const assumedStaleDays = 183

/** N-24. After how long without a sign of life a contact is stale, as it stood at an instant. */
export const staleDaysAt = ({ contactTerms }: NoticesState, at: Instant) =>
  contactTerms.findLast(({ since }) => since <= at) ?? {
    since: null,
    staleDays: assumedStaleDays,
    source: 'assumed, 2026-11-24',
  }

/** N-22. Whether a contact is over. Its last day counts whole, in UTC. */
export const isOver = ({ withdrawnAt, replacedBy, until }: Contact, now: Instant): boolean =>
  withdrawnAt !== undefined || replacedBy !== undefined || (until !== undefined && now.slice(0, 10) > until)

export type ContactStatus =
  | { readonly kind: 'nominated'; readonly since: Instant }
  | { readonly kind: 'verified'; readonly since: Instant; readonly begins: string }
  | { readonly kind: 'active'; readonly seenAt: Instant; readonly staleFrom: Instant }
  | { readonly kind: 'stale'; readonly since: Instant; readonly why: 'noSign' | 'noReply' }
  | { readonly kind: 'ended'; readonly on: string }
  | { readonly kind: 'withdrawn'; readonly since: Instant }
  | { readonly kind: 'replaced'; readonly since: Instant; readonly by: ContactId }

const latest = (instants: readonly (Instant | undefined)[]): Instant =>
  instants
    .filter(at => at !== undefined)
    .sort()
    .at(-1)!

/** When a contact last gave a sign of life: verified, confirmed, or answered a test call. */
const seenAt = (state: NoticesState, { id, verifiedAt, confirmedAt, pings }: Contact): Instant =>
  latest([verifiedAt, confirmedAt, ...pings.map(ping => get(pingOf(state, ping)!.answers, id)?.at)])

/** N-27. The end of the first test call after the last sign of life that brought no answer. */
const unansweredSince = (
  state: NoticesState,
  { id, pings }: Contact,
  seen: Instant,
  now: Instant,
): Instant | undefined =>
  pings
    .map(ping => pingOf(state, ping)!)
    .filter(({ answers }) => get(answers, id) === undefined)
    .map(({ replyBy }) => replyBy)
    .find(replyBy => replyBy < now && replyBy > seen)

/**
 * N-24. Where a contact stands: nominated until it is verified; verified until its period begins; active; stale when nothing
 * was heard of it for long, or a test call brought no answer, until it is confirmed or answers; over.
 */
export const contactStatus = (state: NoticesState, contact: Contact, now: Instant): ContactStatus => {
  const { withdrawnAt, replacedBy, until, verifiedAt, from, nominatedAt } = contact
  if (withdrawnAt !== undefined) return { kind: 'withdrawn', since: withdrawnAt }
  if (replacedBy !== undefined) return { kind: 'replaced', since: replacedBy.at, by: replacedBy.contact }
  if (until !== undefined && now.slice(0, 10) > until) return { kind: 'ended', on: until }
  if (verifiedAt === undefined) return { kind: 'nominated', since: nominatedAt }
  if (now.slice(0, 10) < from) return { kind: 'verified', since: verifiedAt, begins: from }
  const seen = seenAt(state, contact)
  const staleFrom = later(seen, staleDaysAt(state, now).staleDays * dayMs)
  const noReply = unansweredSince(state, contact, seen, now)
  if (noReply !== undefined && noReply <= staleFrom) return { kind: 'stale', since: noReply, why: 'noReply' }
  return staleFrom < now
    ? { kind: 'stale', since: staleFrom, why: 'noSign' }
    : { kind: 'active', seenAt: seen, staleFrom }
}

export type PingReply =
  | { readonly kind: 'acknowledged' | 'late'; readonly at: Instant; readonly afterMs: number }
  | { readonly kind: 'awaited'; readonly replyBy: Instant }
  | { readonly kind: 'noReply'; readonly since: Instant }

/** N-26. What came of a test call to a contact: an answer within how long, a late one, none yet, or none. */
export const pingReply = ({ at, replyBy, answers }: Ping, contact: string, now: Instant): PingReply => {
  const answered = get(answers, contact)
  if (answered !== undefined)
    return {
      kind: answered.at <= replyBy ? 'acknowledged' : 'late',
      at: answered.at,
      afterMs: msBetween(at, answered.at),
    }
  return now <= replyBy ? { kind: 'awaited', replyBy } : { kind: 'noReply', since: replyBy }
}
