import type { Instant, MemberId } from '@gavel/kernel'
import { credentialsIn, isWithinPeriod, membersOf } from '../institution/questions.ts'
import { type Parameters, parameter, shareOf } from '../rules.ts'
import type { QuorumNote } from './events.ts'
import type { Meeting, UpToMeetings } from './state.ts'

/** Of a meeting, what the quorum looks at. */
type Counted = Pick<Meeting, 'body' | 'present' | 'attended' | 'presentAtOpening'>

/**
 * M-14. The quorum is counted as the room is at the instant of the act, of the delegations that sit in the body:
 * `opens` for opening a sitting and letting it go on, `decides` for taking a decision. The denominator is a parameter:
 * all members that sit in the body, those of them that have accredited somebody, those that have taken part in this
 * meeting, or those who were present when the sitting opened.
 */
export const quorumOf = (
  purpose: 'opens' | 'decides',
  meeting: Counted,
  state: UpToMeetings,
  at: Instant,
): QuorumNote & { readonly reached: boolean } => {
  const share = parameter(state.institution, `quorum.${purpose}`, at, meeting.body)
  const of = parameter(state.institution, 'quorum.of', at, meeting.body).value
  const counted = new Set<string>(countedMembers(of, meeting, state, at))
  const present = meeting.present.filter(member => counted.has(member)).length
  const outOf = (of === 'present' ? meeting.presentAtOpening : undefined) ?? counted.size
  const needed = shareOf(share.value, outOf)
  return { present, needed, outOf, share: share.value, source: share.source, reached: present >= needed }
}

/** The members that are counted on both sides: of those that sit in the body, the ones the denominator is about. */
const countedMembers = (
  of: Parameters['quorum.of'],
  { body, attended }: Counted,
  { institution }: UpToMeetings,
  at: Instant,
): readonly MemberId[] => {
  const members = membersOf(institution, body, at)
  if (of === 'participating') return members.filter(member => attended.includes(member))
  if (of !== 'accredited') return members
  return members.filter(member =>
    credentialsIn(institution, { kind: 'delegate', member }).some(
      credential => credential.status === 'valid' && isWithinPeriod(credential, at),
    ),
  )
}
