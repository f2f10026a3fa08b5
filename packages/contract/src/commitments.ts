import type {
  ActivityId,
  BodyId,
  CommitmentId,
  DecisionId,
  MemberId,
  PersonId,
  PlanId,
  RecommendationId,
  ReportId,
  ReviewId,
  TextId,
} from '@gavel/kernel'
import { Type } from 'typebox'
import {
  Day,
  Hash,
  idOf,
  Line,
  LocalName,
  limits,
  Name,
  Note,
  PartialDate,
  record,
  Source,
} from './shapes.ts'

const member = idOf<MemberId>()
const commitment = idOf<CommitmentId>()
const decision = idOf<DecisionId>()
const activity = idOf<ActivityId>()
const plan = idOf<PlanId>()
const review = idOf<ReviewId>()
const report = idOf<ReportId>()
const recommendation = idOf<RecommendationId>()
const source = Type.Optional(Source)

/** Words that say something, and words that may be left out. */
const Words = Type.String({ minLength: 1, maxLength: limits.wording })
const AnyWords = Type.String({ maxLength: limits.wording })

const oneOf = <const V extends readonly string[]>(...values: V) =>
  Type.Unsafe<V[number]>(Type.Union(values.map(value => Type.Literal(value))))

const measureRef = { catalogue: Name, measure: Name }
const MeasureRef = record(measureRef)

/** Who may read: everybody, the members, those who sit in a body. */
const Open = Type.Union([
  record({ kind: Type.Literal('public') }),
  record({ kind: Type.Literal('members') }),
  record({ kind: Type.Literal('body'), body: idOf<BodyId>() }),
])

const Evidence = record({
  evidence: Name,
  title: Line,
  on: Day,
  address: Type.Optional(Line),
  document: Type.Optional(Hash),
})

const format = oneOf('inPerson', 'hybrid', 'virtual')

const Planned = record({
  title: Line,
  area: Name,
  measures: Type.Array(MeasureRef, { maxItems: 20 }),
  host: Type.Union([member, Type.Null()]),
  format,
  from: Day,
  until: Day,
  place: Type.Optional(Line),
  aim: Note,
})

const Happened = record({
  status: oneOf('held', 'postponed', 'cancelled'),
  from: Type.Optional(Day),
  until: Type.Optional(Day),
  format: Type.Optional(format),
  participants: Type.Array(member, { maxItems: 500 }),
  outcome: AnyWords,
  documents: Type.Array(Evidence, { maxItems: 50 }),
})

const Terms = record({
  title: Line,
  pledge: Words,
  measure: Type.Optional(MeasureRef),
  area: Type.Optional(Name),
  from: Day,
  until: Type.Union([Day, Type.Null()]),
  evidence: Type.Array(
    record({ kind: oneOf('document', 'law', 'statistic', 'event', 'visit', 'statement'), what: Note }),
    { maxItems: 100 },
  ),
  reporting: Type.Union([
    record({ first: Day, everyMonths: Type.Integer({ minimum: 0, maximum: 1_200 }) }),
    Type.Null(),
  ]),
  decision: Type.Optional(decision),
  activity: Type.Optional(activity),
})

const Scope = Type.Union([
  record({ kind: Type.Literal('all') }),
  record({ kind: Type.Literal('area'), area: Name }),
  record({ kind: Type.Literal('commitment'), commitment }),
])

const progress = ['notStarted', 'limited', 'substantial', 'complete'] as const
const said = oneOf(...progress, 'nothingNew', 'noEvidence', 'unclear')
const found = oneOf(...progress, 'noEvidence', 'unclear')
const role = oneOf('focalPoint', 'alternate', 'validator')

/** The shapes that the views of the chapter show again. */
export const commitmentParts = {
  Evidence,
  Happened,
  MeasureRef,
  Open,
  Planned,
  Scope,
  Terms,
  found,
  role,
  said,
} as const

const catalogue = {
  'commitments.openCatalogue': record({
    catalogue: Name,
    title: LocalName,
    adopted: Type.Union([PartialDate, Type.Null()]),
    decision: Type.Optional(decision),
    source: Source,
  }),
  'commitments.recordMeasure': record({
    ...measureRef,
    area: Name,
    name: LocalName,
    number: Type.Optional(Line),
    source: Source,
  }),
  'commitments.agreeToMeasure': record({
    ...measureRef,
    member,
    from: PartialDate,
    decision: Type.Optional(decision),
    source,
  }),
  'commitments.leaveMeasure': record({ ...measureRef, member, until: PartialDate, reason: Note, source }),
  'commitments.appointCoordinator': record({
    area: Name,
    office: oneOf('coordinator', 'coCoordinator'),
    holder: member,
    from: Day,
    until: Type.Optional(Day),
    decision,
  }),
  'commitments.recordPaper': record({
    paper: Name,
    area: Name,
    kind: oneOf('conceptPaper', 'actionPlan'),
    text: idOf<TextId>(),
  }),
} as const

const plans = {
  'commitments.openPlan': record({
    plan,
    body: idOf<BodyId>(),
    year: Type.String({ pattern: '^\\d{4}$', maxLength: 4 }),
    title: Line,
  }),
  'commitments.proposeActivity': record({ activity, plan, planned: Planned }),
  'commitments.changeActivity': record({ activity, planned: Planned, reason: Note }),
  'commitments.offerToHost': record({ activity, member }),
  'commitments.withdrawActivity': record({ activity, reason: Note }),
  'commitments.layPlan': record({ plan, text: idOf<TextId>() }),
  'commitments.adoptPlan': record({ plan, decision }),
  'commitments.recordActivity': record({ activity, happened: Happened }),
  'commitments.carryActivity': record({ activity, plan, reason: Note }),
} as const

const undertakings = {
  'commitments.undertake': record({ commitment, member, terms: Terms, audience: Open, source }),
  'commitments.join': record({ commitment, member, source }),
  'commitments.leave': record({ commitment, member, reason: Note, source }),
  'commitments.change': record({ commitment, member, terms: Terms, reason: Note, source }),
  'commitments.withdraw': record({ commitment, member, reason: Note, source }),
  'commitments.carryForward': record({
    commitment,
    member,
    into: commitment,
    terms: Terms,
    reason: Note,
    source,
  }),
  'commitments.nameContact': record({
    member,
    person: idOf<PersonId>(),
    role,
    scope: Scope,
    until: Type.Optional(Day),
  }),
  'commitments.releaseContact': record({ member, person: idOf<PersonId>(), role, scope: Scope }),
} as const

const told = {
  'commitments.report': record({
    commitment,
    report,
    member,
    due: Type.Optional(Day),
    period: record({ from: Day, until: Day }),
    on: Type.Optional(Day),
    says: said,
    words: AnyWords,
    evidence: Type.Array(Evidence, { maxItems: 50 }),
    revises: Type.Optional(report),
    source,
  }),
  'commitments.validateReport': record({ commitment, report, member }),
  'commitments.returnReport': record({ commitment, report, member, reason: Note }),
  'commitments.addEvidence': record({
    commitment,
    member,
    report: Type.Optional(report),
    evidence: Evidence,
    audience: Open,
    source,
  }),
  'commitments.assess': record({
    commitment,
    finds: found,
    words: Words,
    on: Type.Optional(Day),
    assessor: Type.Optional(Line),
    source,
  }),
  'commitments.recommend': record({
    recommendation,
    member: Type.Optional(member),
    by: Type.Optional(Line),
    to: member,
    wording: Words,
    area: Type.Optional(Name),
    review: Type.Optional(review),
    on: Type.Optional(Day),
    source,
  }),
  'commitments.respond': record({
    recommendation,
    member,
    response: oneOf('supported', 'partlySupported', 'noted', 'pending'),
    words: AnyWords,
    commitment: Type.Optional(commitment),
    on: Type.Optional(Day),
    source,
  }),
} as const

const reviews = {
  'commitments.openReview': record({
    review,
    body: idOf<BodyId>(),
    dimension: Name,
    title: Line,
    from: Day,
    until: Day,
  }),
  'commitments.ask': record({
    review,
    question: Name,
    member,
    to: Type.Union([member, Type.Null()]),
    commitment: Type.Optional(commitment),
    wording: Words,
  }),
  'commitments.answer': record({ review, question: Name, member: Type.Optional(member), wording: Words }),
  'commitments.concludeReview': record({ review, text: idOf<TextId>() }),
  'commitments.closeReview': record({ review, decision }),
} as const

/** Acts of chapter 5: the catalogue, plans and activities, what members undertake, what is told of it, reviews. */
export const commitments = { ...catalogue, ...plans, ...undertakings, ...told, ...reviews } as const
