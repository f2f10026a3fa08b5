import { commitments, decisions } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'

type Commitment = commitments.Commitment

/** A commitment is another thing once anything happens to it: what was worked out of it is kept as long as it is there. */
const known = new WeakMap<Commitment, readonly commitments.Part[]>()

/** How far a part is worked out at once: no day changes it for so long. */
const daysAhead = 400

/**
 * A member's part in a commitment, known at least up to a day. Worked out when it is first asked for, and again after
 * something has happened to the commitment; how it stands on a day follows from it without looking at a report.
 */
export const partFor = (commitment: Commitment, member: MemberId, until: string): commitments.Part => {
  const parts = known.get(commitment) ?? []
  const found = parts.find(part => part.member === member)
  if (found !== undefined && found.until >= until) return found
  const part = commitments.partUntil(commitment, member, decisions.addDays(until, daysAhead))
  known.set(commitment, [...parts.filter(one => one.member !== member), part])
  return part
}
