import type { BodyId, MeetingId, MemberId } from '@gavel/kernel'
import { Type } from 'typebox'
import { At, idOf, Line, limits, record } from './shapes.ts'

/** A time zone by its name in the IANA database: `Asia/Almaty`. */
export const TimeZone = Type.String({ pattern: '^[A-Za-z0-9_+/-]+$', minLength: 1, maxLength: 64 })

const Agenda = Type.Array(
  record({ number: Type.String({ minLength: 1, maxLength: limits.id }), title: Line }),
  { maxItems: 200 },
)
const OneMeeting = record({ meeting: idOf<MeetingId>() })

/** Bodies of the acts of the second chapter. */
export const meetings = {
  'meetings.convene': record({
    meeting: idOf<MeetingId>(),
    body: idOf<BodyId>(),
    title: Line,
    opensAt: At,
    place: Line,
    timeZone: TimeZone,
    agenda: Agenda,
  }),
  'meetings.open': OneMeeting,
  'meetings.recordPresence': record({
    meeting: idOf<MeetingId>(),
    member: idOf<MemberId>(),
    present: Type.Boolean(),
  }),
  'meetings.adoptAgenda': record({ meeting: idOf<MeetingId>(), agenda: Agenda }),
  'meetings.suspend': record({ meeting: idOf<MeetingId>(), until: Type.Optional(At) }),
  'meetings.resume': OneMeeting,
  'meetings.close': OneMeeting,
} as const
