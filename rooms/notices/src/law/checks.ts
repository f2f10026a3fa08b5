import { type Capacity, type DomainState, delegationsNamed, institution, isAmong } from '@gavel/domain'
import type { Check, Instant, Json, MemberId, Refusal, RuleId } from '@gavel/kernel'
import type { ReceivedShape } from '../shapes.ts'
import { type Notice, type NoticesState, noticeOf } from './state.ts'

/** What several rules of the room ask. */

export const refusal = (rule: string, facts: { readonly [name: string]: Json }): Refusal => ({
  rule: rule as RuleId,
  facts,
})

/** N-1. What an act names is there for the one who names it; what is closed to her is answered in the same words. */
export const unknown = (what: string, id: string): Refusal => refusal('N-1', { [what]: id })

/** The delegation somebody acts for; undefined for other capacities. */
export const memberOf = (as: Capacity): MemberId | undefined =>
  as.kind === 'delegate' ? as.member : undefined

/** Who reads a notice: its sender, those it went to, and the secretariat where the type says so. */
export const partiesOf = ({ from, to, secretariat }: Pick<Notice, 'from' | 'to' | 'secretariat'>) =>
  delegationsNamed([from, ...to], secretariat)

/** The notice, if it is there for somebody in this capacity. */
export const noticeFor = (
  state: NoticesState,
  id: string,
  as: Capacity,
  house: DomainState,
  at: Instant,
): Notice | undefined => {
  const found = noticeOf(state, id)
  return found !== undefined && isAmong(partiesOf(found), as, house, at) ? found : undefined
}

/** N-2. An id names one thing. */
export const isNew = (what: string, id: string, there: unknown): Check => [
  'N-2',
  there === undefined,
  () => ({ [what]: id }),
]

/** N-2. What is not for everybody's eyes bears an id of its own delegation's: of others' ids nobody learns which are taken. */
export const isNewOf = (member: MemberId, what: string, id: string, there: unknown): Check =>
  id.startsWith(`${member}:`)
    ? isNew(what, id, there)
    : ['N-2', false, () => ({ [what]: id, begins: `${member}:` })]

/** I-12. What people read hides nothing. */
export const readable = (name: string, text: string | undefined, longest = 4_000): Check => {
  const fault = text === undefined ? null : institution.wordsFault(text, longest)
  return ['I-12', fault === null, () => ({ name, fault })]
}

/**
 * N-15. The secretariat records what reached it by another way, and says which and when; who acts for herself says no
 * such thing. It was given after what it answers, and not in the future.
 */
export const receivedRightly = (
  as: Capacity,
  received: ReceivedShape | undefined,
  since: Instant,
  now: Instant,
): Check => [
  'N-15',
  as.kind === 'secretariat'
    ? received !== undefined && received.at >= since && received.at <= now
    : received === undefined,
  () => ({ as: as.kind, received: received?.at ?? null, since, now }),
]
