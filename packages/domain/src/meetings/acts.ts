import type { BodyId, Instant, MeetingId, MemberId } from '@gavel/kernel'
import type { ActOf } from '../act.ts'

export interface AgendaItem {
  readonly number: string
  readonly title: string
}

export type MeetingsAct =
  | ActOf<
      'meetings.convene',
      {
        meeting: MeetingId
        body: BodyId
        title: string
        opensAt: Instant
        place: string
        timeZone: string
        agenda: readonly AgendaItem[]
      }
    >
  | ActOf<'meetings.open', { meeting: MeetingId }>
  /** A delegation signs in to or out of the sitting; the chair or secretariat may do it for one. */
  | ActOf<'meetings.recordPresence', { meeting: MeetingId; member: MemberId; present: boolean }>
  | ActOf<'meetings.adoptAgenda', { meeting: MeetingId; agenda: readonly AgendaItem[] }>
  | ActOf<'meetings.suspend', { meeting: MeetingId; until?: Instant }>
  | ActOf<'meetings.resume', { meeting: MeetingId }>
  | ActOf<'meetings.close', { meeting: MeetingId }>
