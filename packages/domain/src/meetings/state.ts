import {
  type BodyId,
  emptyTable,
  type Instant,
  type MeetingId,
  type MemberId,
  type Table,
} from '@gavel/kernel'
import type { UpToInstitution } from '../institution/state.ts'
import type { AgendaItem } from './acts.ts'

export interface Meeting {
  readonly id: MeetingId
  readonly body: BodyId
  readonly title: string
  readonly opensAt: Instant
  readonly place: string
  readonly timeZone: string
  /** What was proposed; once adopted, what was adopted. */
  readonly agenda: readonly AgendaItem[]
  readonly agendaAdopted: boolean
  readonly status: 'convened' | 'open' | 'suspended' | 'closed'
  readonly convenedAt: Instant
  readonly openedAt?: Instant
  /** Since when the sitting lasts: its opening, or the last time it went on after a suspension. */
  readonly sittingSince?: Instant
  readonly suspendedUntil?: Instant
  readonly closedAt?: Instant
  /** The delegations present now, in the order in which they came. */
  readonly present: readonly MemberId[]
  /** How many were present when the sitting opened: a denominator some rules choose for the quorum. */
  readonly presentAtOpening?: number
}

export interface MeetingsState {
  readonly meetings: Table<Meeting>
  readonly meetingOrder: readonly MeetingId[]
}

/** What a rule of this chapter may look at: this chapter and the one before it. */
export interface UpToMeetings extends UpToInstitution {
  readonly meetings: MeetingsState
}

export const initial: MeetingsState = { meetings: emptyTable(), meetingOrder: [] }
