import { Type } from 'typebox'
import {
  Access,
  AgendaDocument,
  FloorKind,
  Format,
  Kind,
  MotionAim,
  ObjectedTo,
  PointKind,
  Purpose,
  Rank,
  Shown,
  Speaker,
} from './meetings.ts'
import { At, Hash, record } from './shapes.ts'
import { Count, Id, list, maybe, oneOf, optional, Words } from './viewParts.ts'

/** What the views of the second chapter answer. */

const Quorum = record({
  present: Count,
  needed: Count,
  outOf: Count,
  share: Words,
  source: Words,
  reached: Type.Boolean(),
})
const AgendaEntry = record({
  number: Words,
  title: Words,
  under: optional(Words),
  status: maybe(oneOf('underConsideration', 'leftOpen', 'concluded', 'carriedOver')),
  documents: list(AgendaDocument),
})
const summaryOfMeeting = {
  id: Id,
  body: Id,
  title: Words,
  kind: Kind,
  format: Format,
  access: Access,
  opensAt: At,
  place: Words,
  timeZone: Words,
  agenda: list(AgendaEntry),
  agendaAdopted: Type.Boolean(),
  status: oneOf('convened', 'open', 'suspended', 'adjourned', 'closed'),
  convenedAt: At,
  openedAt: optional(At),
  sittingSince: optional(At),
  suspendedUntil: optional(At),
  closedAt: optional(At),
  calledOff: optional(record({ at: At, reason: Words })),
  sittings: list(record({ number: Count, from: At, until: optional(At) })),
  /** null for whoever stands before closed doors, as is the quorum. */
  present: maybe(list(Id)),
  presentAtOpening: optional(Count),
  quorum: maybe(record({ opens: Quorum, decides: Quorum })),
}
const FloorRequest = record({
  request: Id,
  speaker: Speaker,
  kind: FloorKind,
  rank: optional(Rank),
  standing: Type.Integer(),
  at: At,
})
/** `limits` in seconds; null: without limit. The clock is in milliseconds; `leftMs` is negative once it is passed. */
const Floor = record({
  item: maybe(Words),
  speaking: maybe(
    record({
      request: Id,
      item: Words,
      speaker: Speaker,
      kind: FloorKind,
      seconds: maybe(Count),
      since: At,
      usedMs: Count,
      runningSince: maybe(At),
      clock: record({ usedMs: Count, leftMs: maybe(Type.Integer()), running: Type.Boolean() }),
    }),
  ),
  lists: list(
    record({
      item: Words,
      requests: list(FloorRequest),
      closed: Type.Boolean(),
      debateClosed: Type.Boolean(),
      limits: record({ member: maybe(Count), observer: maybe(Count), reply: maybe(Count) }),
    }),
  ),
})
const closed = optional(Type.Literal(true))
const PointOfOrder = record({
  point: Id,
  member: Id,
  kind: PointKind,
  note: optional(Words),
  at: At,
  closed,
  ruling: optional(record({ upheld: Type.Boolean(), words: optional(Words), at: At })),
  appeal: optional(
    record({
      member: Id,
      reason: optional(Words),
      at: At,
      outcome: optional(oneOf('stands', 'overturned')),
    }),
  ),
})
const Motion = record({
  motion: Id,
  mover: Speaker,
  aim: MotionAim,
  note: optional(Words),
  at: At,
  closed,
  for: list(Id),
  against: list(Id),
  outcome: optional(record({ kind: oneOf('carried', 'fallen', 'withdrawn'), at: At })),
  objectors: list(Id),
})
const RecordedStatement = record({
  statement: Id,
  speaker: Speaker,
  purpose: Purpose,
  item: optional(Words),
  onBehalfOf: list(Id),
  joined: list(Id),
  document: optional(Hash),
  forJournal: Type.Boolean(),
  at: At,
  by: Id,
  closed,
  withdrawnAt: optional(At),
})
const JournalPapers = record({
  sitting: maybe(Count),
  document: Hash,
  circulatedAt: At,
  correctionsUntil: At,
  corrections: list(
    record({
      correction: Id,
      member: Id,
      place: optional(Words),
      wording: Words,
      at: At,
      answer: optional(record({ taken: Type.Boolean(), reason: optional(Words), at: At })),
    }),
  ),
  approvedAt: optional(At),
  corrigenda: list(record({ document: Hash, wording: Words, at: At })),
})
const Meeting = record({
  ...summaryOfMeeting,
  mayDecide: Type.Boolean(),
  /** Titles the body has left unfinished, which its next regular agenda has to carry. */
  unfinished: list(Words),
  floor: maybe(Floor),
  points: list(PointOfOrder),
  appealable: maybe(Id),
  motions: list(Motion),
  objections: list(
    record({
      to: ObjectedTo,
      member: Id,
      reason: optional(Words),
      at: At,
      closed,
      withdrawnAt: optional(At),
    }),
  ),
  statements: list(RecordedStatement),
  shown: maybe(record({ what: Shown, at: At, closed })),
  journals: list(JournalPapers),
  now: At,
})
const ProceduralKind = record({
  kind: Words,
  form: oneOf('point', 'motion'),
  about: Words,
  precedence: optional(Count),
})

/** The answers of the views of meetings, by the name of their operation. */
export const meetingViews = {
  meetings: record({ meetings: list(record(summaryOfMeeting)) }),
  meeting: Meeting,
  pointsOfOrder: record({ kinds: list(ProceduralKind) }),
} as const
