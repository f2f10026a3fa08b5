import { emptyTable, entries, get, type Instant, type MemberId, put, remove } from '@gavel/kernel'
import type { Stand } from './acts.ts'
import { copyOfSupport } from './copy.ts'
import type { Reserved } from './events.ts'
import type { StandTaken, Support } from './state.ts'

/** Something just proposed, by a delegation or by nobody. */
export const proposedBy = (proposer: MemberId | null): Support => ({
  proposer,
  released: false,
  stands: emptyTable(),
  backing: 0,
  objecting: 0,
  reserving: 0,
})

const is = (taken: StandTaken | undefined, stand: Stand): number => (taken?.stand === stand ? 1 : 0)

/** The support once a delegation has said something else of it; `none` takes its earlier word back. */
export const withStand = <S extends Support>(
  support: S,
  member: MemberId,
  stand: Stand,
  at: Instant,
  note?: string,
): S => {
  const before = get(support.stands, member)
  const now = stand === 'none' ? undefined : note === undefined ? { stand, at } : { stand, at, note }
  const next = copyOfSupport(support)
  next.stands = now === undefined ? remove(support.stands, member) : put(support.stands, member, now)
  next.backing += is(now, 'backs') - is(before, 'backs')
  next.objecting += is(now, 'objects') - is(before, 'objects')
  next.reserving += is(now, 'reserves') - is(before, 'reserves')
  return next
}

/** The support taken over by a delegation: its earlier stand becomes the proposal. */
export const takenOverBy = <S extends Support>(support: S, member: MemberId, at: Instant): S => ({
  ...withStand(support, member, 'none', at),
  proposer: member,
  released: false,
})

/** The delegations that said this of it, in the order of their names. */
export const whoSaid = (support: Support, stand: StandTaken['stand']): readonly MemberId[] =>
  [...entries(support.stands)]
    .filter(([, taken]) => taken.stand === stand)
    .map(([member]) => member as MemberId)
    .sort()

/** Who maintains it: its proposer, and whoever backs it. */
export const maintainersOf = (support: Support): readonly MemberId[] => {
  const backers = support.backing === 0 ? [] : whoSaid(support, 'backs')
  return support.proposer === null ? backers : [...backers, support.proposer].sort()
}

/** Whether a delegation has joined: it proposes, backs, or can live with what is chosen. */
const joins = (chosen: Support | null, member: MemberId): boolean => {
  if (chosen === null) return false
  const said = get(chosen.stands, member)?.stand
  return chosen.proposer === member || said === 'backs' || said === 'canLiveWith'
}

/** T-52. Whether a delegation is heard now: its member sits in the body of the text at the instant of the act. */
export type Heard = (member: MemberId) => boolean

/** Who objects to what is to be chosen (null: no words at all, to which nobody can object by name). */
export const objectorsTo = (chosen: Support | null, heard: Heard): readonly MemberId[] =>
  chosen === null || chosen.objecting === 0 ? [] : whoSaid(chosen, 'objects').filter(heard)

/** Who still maintains something that would be left out, and has not joined what is chosen. */
export const maintainersAgainst = (
  chosen: Support | null,
  leftOut: Iterable<Support>,
  heard: Heard,
): readonly MemberId[] => {
  const found = new Set<MemberId>()
  for (const support of leftOut) {
    if (support.proposer === null && support.backing === 0) continue
    if (support.proposer !== null && !joins(chosen, support.proposer)) found.add(support.proposer)
    if (support.backing === 0) continue
    for (const [member, taken] of entries(support.stands))
      if (taken.stand === 'backs' && !joins(chosen, member as MemberId)) found.add(member as MemberId)
  }
  return [...found].filter(heard).sort()
}

/** The reservations standing on something, to be recorded when it is settled. */
export const reservationsOn = (support: Support | null, wording: string): readonly Reserved[] =>
  support === null || support.reserving === 0
    ? []
    : whoSaid(support, 'reserves').map(member => {
        const note = get(support.stands, member)?.note
        return { member, wording, ...(note === undefined ? {} : { note }) }
      })
