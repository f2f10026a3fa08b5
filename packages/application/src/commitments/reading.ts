import { commitments } from '@gavel/domain'
import { entries, get, type MemberId, values } from '@gavel/kernel'
import type { Onlooker } from '../meetings/view.ts'

/** What a view of this chapter asks: a state, an instant, and what its reader may read. */
export interface Asking extends Onlooker {
  /** The day of the instant by the organisation's calendar. */
  readonly day: string
}

export const asking = (onlooker: Onlooker): Asking => ({
  ...onlooker,
  day: commitments.today(onlooker.state, onlooker.now),
})

/** The area a commitment belongs to: of its measure, or the one it names; null where it names neither. */
export const areaOfTerms = ({ state }: Onlooker, { measure, area }: commitments.Terms): string | null =>
  (measure === undefined ? area : commitments.areaOf(state, measure)) ?? null

export const dimensionOf = ({ state }: Onlooker, area: string | null): string | null =>
  area === null ? null : (get(state.institution.areas, area)?.dimension ?? null)

/** Every commitment a reader may read. */
export const readableCommitments = function* ({
  state,
  readable,
}: Onlooker): Generator<commitments.Commitment> {
  for (const one of values(state.commitments.commitments)) if (readable(one.audience)) yield one
}

/** The commitments of a member that a reader may read, those it has left included. */
export const commitmentsOf = (
  { state, readable }: Onlooker,
  member: string,
): readonly commitments.Commitment[] => {
  const own = get(state.commitments.ofMember, member)
  if (own === undefined) return []
  const found: commitments.Commitment[] = []
  for (const [id] of entries(own)) {
    const one = get(state.commitments.commitments, id)!
    if (readable(one.audience)) found.push(one)
  }
  return found
}

/** A member's own row in a list. */
export const memberRow = (one: commitments.Commitment, member: MemberId, day: string) => {
  const standing = commitments.memberStanding(one, member, day)
  return {
    member,
    status: commitments.statusFor(one, member, day),
    says: standing.says,
    lastOn: standing.last?.on ?? null,
    movedBack: standing.last?.movedBack ?? false,
    nothingNewSince: standing.nothingNewSince,
    silentSince: standing.silentSince,
  }
}
