import { Type } from 'typebox'
import { commitmentParts as parts } from './commitments.ts'
import { At, LocalName, record } from './shapes.ts'
import { Count, Id, list, maybe, oneOf, optional, Words } from './viewParts.ts'

/** What the views of the fifth chapter answer. */

const { Evidence, Happened, MeasureRef, Open, Planned, Scope, Terms, found, role, said } = parts

const status = oneOf(
  'notStarted',
  'limited',
  'substantial',
  'complete',
  'noEvidence',
  'unclear',
  'nothingNew',
  'silent',
  'notYetReported',
  'withdrawn',
  'carriedForward',
)

const term = record({ holder: Id, from: Words, until: optional(Words), source: Words })
const Agreement = record({
  member: Id,
  from: Words,
  until: optional(Words),
  decision: optional(Id),
  source: optional(Words),
})
const Measure = record({
  measure: Id,
  area: Id,
  name: LocalName,
  number: optional(Words),
  source: Words,
  agreed: list(Agreement),
  commitments: Count,
  activities: Count,
})
const Area = record({
  area: Id,
  name: LocalName,
  source: Words,
  coordinators: list(term),
  coCoordinators: list(term),
  papers: list(record({ id: Id, kind: oneOf('conceptPaper', 'actionPlan'), text: Id, at: At })),
  measures: list(Measure),
})
const Edition = record({
  catalogue: Id,
  title: LocalName,
  adopted: maybe(Words),
  source: Words,
  decision: maybe(Id),
  dimensions: list(record({ dimension: Id, areas: list(Area) })),
})

const MemberRow = record({
  member: Id,
  status,
  says: maybe(found),
  lastOn: maybe(Words),
  movedBack: Type.Boolean(),
  nothingNewSince: maybe(Words),
  silentSince: maybe(Words),
})
const row = {
  id: Id,
  title: Words,
  measure: maybe(MeasureRef),
  area: maybe(Id),
  from: Words,
  until: maybe(Words),
  audience: Open,
  ended: maybe(oneOf('withdrawn', 'carriedForward')),
  carriedFrom: maybe(Id),
  recorded: Type.Boolean(),
  owners: list(MemberRow),
}
const Row = record(row)

const Report = record({
  id: Id,
  member: Id,
  due: optional(Words),
  period: record({ from: Words, until: Words }),
  on: Words,
  at: At,
  says: said,
  words: Words,
  evidence: list(Evidence),
  revises: optional(Id),
  source: optional(Words),
  movedBack: Type.Boolean(),
})
const Finding = record({
  finds: found,
  words: Words,
  on: Words,
  at: At,
  as: record({ kind: Words, area: optional(Id), observer: optional(Id) }),
  assessor: optional(Words),
  source: optional(Words),
})
const Ended = Type.Union([
  record({ kind: Type.Literal('withdrawn'), at: At, reason: Words }),
  record({ kind: Type.Literal('carriedForward'), at: At, reason: Words, into: Id }),
  Type.Null(),
])
const Commitment = record({
  id: Id,
  audience: Open,
  terms: Terms,
  source: optional(Words),
  at: At,
  owners: list(record({ member: Id, since: At, until: optional(At) })),
  before: list(record({ terms: Terms, until: At, reason: Words })),
  reports: list(Report),
  findings: list(Finding),
  evidence: list(record({ member: Id, report: optional(Id), evidence: Evidence, audience: Open, at: At })),
  ended: Ended,
  carriedFrom: maybe(Id),
})
const Due = record({
  due: Words,
  kind: oneOf('ahead', 'open', 'overdue', 'told'),
  opens: optional(Words),
  daysLeft: optional(Count),
  days: optional(Count),
  report: optional(Id),
  daysLate: optional(Count),
})
const returned = maybe(record({ at: At, reason: Words }))
const Contact = record({ person: Id, role, scope: Scope, since: At, until: optional(Words) })

const Activity = record({
  id: Id,
  plan: Id,
  planned: Planned,
  proposedBy: Words,
  at: At,
  before: list(record({ planned: Planned, until: At, reason: Words })),
  happened: maybe(record({ ...Happened.properties, at: At })),
  withdrawn: returned,
  carriedFrom: maybe(Id),
  status: oneOf('planned', 'held', 'postponed', 'cancelled', 'withdrawn'),
})
const Plan = record({
  id: Id,
  body: Id,
  year: Words,
  title: Words,
  openedAt: At,
  text: maybe(Id),
  decision: maybe(Id),
  stage: oneOf('proposals', 'laid', 'adopted'),
  byStatus: Type.Record(Type.String(), Count),
  carriedOn: Count,
})

const Question = record({
  id: Id,
  member: Id,
  to: maybe(Id),
  commitment: optional(Id),
  wording: Words,
  at: At,
  answer: maybe(record({ wording: Words, at: At, by: Words })),
})
const review = {
  id: Id,
  body: Id,
  dimension: Id,
  title: Words,
  from: Words,
  until: Words,
  openedAt: At,
  text: maybe(Id),
  decision: maybe(Id),
  stage: oneOf('running', 'concluded', 'closed'),
  unanswered: Count,
}
const recommendation = {
  id: Id,
  member: maybe(Id),
  by: optional(Words),
  to: Id,
  wording: Words,
  area: optional(Id),
  review: optional(Id),
  on: Words,
  at: At,
  source: optional(Words),
  responses: list(
    record({
      response: oneOf('supported', 'partlySupported', 'noted', 'pending'),
      words: Words,
      on: Words,
      at: At,
      commitment: optional(Id),
      source: optional(Words),
    }),
  ),
}
const Dossier = record({
  commitments: list(record({ ...row, reports: list(Report), findings: list(Finding) })),
  activities: list(Activity),
  recommendations: list(record(recommendation)),
})
const Reminder = record({
  uid: Words,
  kind: oneOf(
    'reportDue',
    'reportOverdue',
    'reportWaits',
    'reportReturned',
    'questionWaits',
    'recommendationWaits',
    'activityUntold',
    'termEnds',
    'planUnadopted',
  ),
  on: Words,
  days: Type.Integer(),
  title: Words,
  about: Type.Record(Type.String(), Id),
})

export const commitmentViews = {
  catalogue: record({ editions: list(Edition), now: At }),
  commitments: record({ total: Count, rows: list(Row), next: maybe(Id), now: At }),
  commitment: record({
    commitment: Commitment,
    row: Row,
    dues: list(record({ member: Id, dues: list(Due) })),
    inside: list(
      record({
        member: Id,
        waiting: list(record({ report: Report, by: Id, returned })),
        contacts: list(Contact),
      }),
    ),
    day: Words,
    now: At,
  }),
  memberCommitments: record({
    member: Id,
    total: Count,
    byStatus: Type.Record(Type.String(), Count),
    owed: list(
      record({
        commitment: Id,
        title: Words,
        due: Words,
        kind: oneOf('open', 'overdue'),
        daysLeft: optional(Count),
        days: optional(Count),
      }),
    ),
    waiting: list(record({ commitment: Id, report: Id, by: Id, returned })),
    day: Words,
    now: At,
  }),
  plans: record({ plans: list(Plan), now: At }),
  plan: record({ plan: Plan, activities: list(Activity), now: At }),
  activities: record({ activities: list(Activity), now: At }),
  reviews: record({ reviews: list(record({ ...review, questions: Count })), now: At }),
  review: record({ review: record({ ...review, questions: list(Question) }), dossier: Dossier, now: At }),
  recommendations: record({
    total: Count,
    rows: list(
      record({
        ...recommendation,
        response: oneOf('waiting', 'supported', 'partlySupported', 'noted', 'pending'),
      }),
    ),
    next: maybe(Id),
    now: At,
  }),
  reminders: record({ reminders: list(record({ as: Words, reminders: list(Reminder) })), now: At }),
} as const
