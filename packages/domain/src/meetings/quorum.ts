import type { BodyId, Instant } from '@gavel/kernel'
import { membersOf } from '../institution/questions.ts'
import { parameter, shareOf } from '../rules.ts'
import type { QuorumNote } from './events.ts'
import type { Meeting, UpToMeetings } from './state.ts'

/**
 * M-14. The quorum is counted as the room is at the instant of the act, of the delegations that sit in the body:
 * `opens` for opening a sitting and letting it go on, `decides` for taking a decision. The denominator is a parameter:
 * all members that sit in the body, or those who were present when the sitting opened.
 */
export const quorumOf = (
  purpose: 'opens' | 'decides',
  meeting: Meeting,
  state: UpToMeetings,
  at: Instant,
): QuorumNote & { readonly reached: boolean } => {
  const share = parameter(state.institution, `quorum.${purpose}`, at, meeting.body)
  const outOf = denominator(meeting, state, at, meeting.body)
  const sitting = new Set<string>(membersOf(state.institution, meeting.body, at))
  const present = meeting.present.filter(member => sitting.has(member)).length
  const needed = shareOf(share.value, outOf)
  return { present, needed, outOf, share: share.value, source: share.source, reached: present >= needed }
}

const denominator = (meeting: Meeting, state: UpToMeetings, at: Instant, body: BodyId): number => {
  const of = parameter(state.institution, 'quorum.of', at, body).value
  return of === 'present' && meeting.presentAtOpening !== undefined
    ? meeting.presentAtOpening
    : membersOf(state.institution, body, at).length
}
