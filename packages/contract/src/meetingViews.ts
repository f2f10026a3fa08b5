import { Type } from 'typebox'
import { Paragraph } from './content.ts'
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
const Sitting = record({ number: Count, from: At, until: optional(At) })
const status = oneOf('convened', 'open', 'suspended', 'adjourned', 'closed')
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
  status,
  convenedAt: At,
  openedAt: optional(At),
  sittingSince: optional(At),
  suspendedUntil: optional(At),
  closedAt: optional(At),
  calledOff: optional(record({ at: At, reason: Words })),
  sittings: list(Sitting),
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
/** The clock is in milliseconds; `leftMs` is negative once the limit is passed. */
const Speaking = record({
  request: Id,
  item: Words,
  speaker: Speaker,
  kind: FloorKind,
  seconds: maybe(Count),
  since: At,
  usedMs: Count,
  runningSince: maybe(At),
  clock: record({ usedMs: Count, leftMs: maybe(Type.Integer()), running: Type.Boolean() }),
})
/** `limits` in seconds; null: without limit. */
const Floor = record({
  item: maybe(Words),
  speaking: maybe(Speaking),
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
  shown: maybe(record({ what: Shown, at: At })),
  journals: list(JournalPapers),
  now: At,
})
const ProceduralKind = record({
  kind: Words,
  form: oneOf('point', 'motion'),
  about: Words,
  precedence: optional(Count),
})

const JournalDecision = record({
  decision: Id,
  title: Words,
  item: maybe(Words),
  outcome: oneOf(
    'put',
    'adopted',
    'noConsensus',
    'takenBack',
    'silenceProposed',
    'silenceOpened',
    'silenceConfirmed',
  ),
  number: maybe(Words),
  at: At,
  objections: list(record({ member: Id, at: At, reason: maybe(Words), withdrawnAt: maybe(At) })),
  statements: list(record({ member: Id, kind: Words, wording: Words, paragraph: maybe(Words) })),
})
const JournalStatement = record({
  statement: Id,
  at: At,
  speaker: Speaker,
  purpose: Purpose,
  item: maybe(Words),
  joined: list(Id),
  wording: maybe(Words),
  document: maybe(Hash),
  forJournal: Type.Boolean(),
})
const sitting = maybe(Count)
const Journal = record({
  meeting: Id,
  title: Words,
  body: Id,
  sitting,
  sittings: list(Sitting),
  /** The draft that was circulated, or the journal that was approved; null while there is neither. */
  papers: maybe(JournalPapers),
  agenda: record({
    adoptedAt: maybe(At),
    items: list(
      record({
        number: Words,
        title: Words,
        under: optional(Words),
        documents: optional(list(AgendaDocument)),
      }),
    ),
  }),
  presence: list(record({ member: Id, from: At, until: maybe(At) })),
  speeches: list(
    record({
      index: Count,
      speaker: Speaker,
      kind: FloorKind,
      item: Words,
      from: At,
      until: maybe(At),
      usedMs: maybe(Count),
      seconds: maybe(Count),
      how: maybe(oneOf('yielded', 'taken')),
    }),
  ),
  steps: list(
    record({ index: Count, sitting, item: maybe(Words), event: Type.Object({ type: Words, at: At }) }),
  ),
  decisions: list(JournalDecision),
  statements: list(JournalStatement),
  now: At,
})

const Content = Type.Union([
  record({ kind: oneOf('nothing', 'title') }),
  record({
    kind: Type.Literal('agenda'),
    adopted: Type.Boolean(),
    items: list(
      record({
        number: Words,
        title: Words,
        under: optional(Words),
        status: maybe(oneOf('underConsideration', 'leftOpen', 'concluded', 'carriedOver')),
      }),
    ),
  }),
  record({ kind: Type.Literal('presence'), present: list(Id), quorum: Quorum }),
  record({
    kind: Type.Literal('item'),
    item: Words,
    title: Words,
    documents: list(AgendaDocument),
  }),
  record({
    kind: Type.Literal('speakers'),
    item: Words,
    speaking: maybe(Speaking),
    closed: Type.Boolean(),
    requests: list(FloorRequest),
  }),
  record({
    kind: Type.Literal('text'),
    text: Id,
    title: Words,
    symbol: maybe(Words),
    paragraphs: list(Paragraph),
  }),
  record({
    kind: oneOf('decision', 'silence'),
    decision: Id,
    title: Words,
    subject: Type.Object({ kind: Words }),
    status: Words,
    objectors: list(Id),
    number: maybe(Words),
    expiresAt: maybe(At),
    announcedAs: maybe(Words),
  }),
  record({ kind: Type.Literal('message'), words: Words }),
])
const Display = record({
  meeting: Id,
  title: Words,
  body: Id,
  status,
  access: Access,
  place: Words,
  timeZone: Words,
  sitting,
  item: maybe(Words),
  shown: Content,
  now: At,
})

/** `at` and `until` are instants, or days where `allDay`; `holder` is whose term ends. */
const CalendarEvent = record({
  uid: Words,
  kind: oneOf('meeting', 'sitting', 'silenceExpires', 'termEnds', 'correctionsEnd', 'activity', 'reportDue'),
  title: Words,
  body: maybe(Id),
  holder: maybe(Id),
  at: Words,
  until: maybe(Words),
  allDay: Type.Boolean(),
  place: maybe(Words),
  timeZone: maybe(Words),
  status: Words,
  href: Words,
})

/** The answers of the views of meetings, by the name of their operation. */
export const meetingViews = {
  meetings: record({ meetings: list(record(summaryOfMeeting)) }),
  meeting: Meeting,
  pointsOfOrder: record({ kinds: list(ProceduralKind) }),
  journal: Journal,
  meetingDecisions: record({ meeting: Id, sitting, decisions: list(JournalDecision), now: At }),
  meetingStatements: record({ meeting: Id, sitting, statements: list(JournalStatement), now: At }),
  meetingNotices: record({
    meeting: Id,
    notices: list(record({ index: Count, event: Type.Object({ type: Words, at: At }) })),
    now: At,
  }),
  display: Display,
  calendar: record({ from: Words, to: Words, events: list(CalendarEvent), now: At }),
} as const
