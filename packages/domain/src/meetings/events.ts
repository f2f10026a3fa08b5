import type { BodyId, Instant, MeetingId, MemberId } from '@gavel/kernel'
import type { EventOf } from '../event.ts'
import type { AgendaItem } from './acts.ts'

/** What the quorum was when a rule was applied, so that the record can be read without the rules of its day. */
export interface QuorumNote {
  readonly present: number
  readonly needed: number
  readonly outOf: number
  readonly share: string
  readonly source: string
}

export type MeetingsEvent =
  | EventOf<
      'meetings.convened',
      {
        meeting: MeetingId
        body: BodyId
        title: string
        opensAt: Instant
        place: string
        timeZone: string
        agenda: readonly AgendaItem[]
        notice: { readonly days: number; readonly source: string }
      }
    >
  | EventOf<'meetings.opened', { meeting: MeetingId; quorum: QuorumNote }>
  | EventOf<'meetings.presenceRecorded', { meeting: MeetingId; member: MemberId; present: boolean }>
  | EventOf<'meetings.agendaAdopted', { meeting: MeetingId; agenda: readonly AgendaItem[] }>
  | EventOf<'meetings.suspended', { meeting: MeetingId; until?: Instant }>
  | EventOf<'meetings.resumed', { meeting: MeetingId }>
  | EventOf<'meetings.closed', { meeting: MeetingId }>
