import type { DomainState } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import type { Sending } from '../acting/use-send.ts'
import type { Meeting } from './next-step.ts'
import type { Role } from './roles.ts'

/** What every part of a sitting is given: the state the rules are asked of, the meeting, and what the viewer is in it. */
export interface AtHand {
  readonly state: DomainState
  readonly meeting: Meeting
  readonly role: Role
  readonly now: Instant
  /** The acts of the whole screen go out through one door, so that what was refused is told in one place. */
  readonly sending: Sending
}

/** Who conducts or keeps the meeting. */
export const steers = ({ role }: Pick<AtHand, 'role'>): boolean => role === 'chair' || role === 'secretariat'
