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
import type { EventOf } from '../event.ts'
import type { ContactRole, Day, Happened, MeasureRef, Open, Planned, Scope, Terms } from './acts.ts'
import type {
  Agreement,
  Catalogue,
  Finding,
  Measure,
  MoreEvidence,
  Paper,
  Question,
  Recommendation,
  Report,
} from './state.ts'

export type CommitmentsEvent =
  | EventOf<
      'commitments.catalogueOpened',
      { catalogue: string; edition: Omit<Catalogue, 'id' | 'measures' | 'order'> }
    >
  | EventOf<'commitments.measureRecorded', { catalogue: string; measure: Omit<Measure, 'agreed'> }>
  | EventOf<'commitments.measureAgreedTo', MeasureRef & { agreement: Agreement }>
  | EventOf<
      'commitments.measureLeft',
      MeasureRef & { member: MemberId; until: string; reason: string; source?: string }
    >
  | EventOf<
      'commitments.coordinatorAppointed',
      {
        area: string
        office: 'coordinator' | 'coCoordinator'
        holder: MemberId
        from: Day
        until?: Day
        decision: DecisionId
        /** The number of the decision, where it has one. */
        symbol: string | null
      }
    >
  | EventOf<'commitments.paperRecorded', { paper: Omit<Paper, 'at'> }>
  | EventOf<'commitments.planOpened', { plan: PlanId; body: BodyId; year: string; title: string }>
  | EventOf<
      'commitments.activityProposed',
      { activity: ActivityId; plan: PlanId; planned: Planned; proposedBy: string }
    >
  | EventOf<'commitments.activityChanged', { activity: ActivityId; planned: Planned; reason: string }>
  | EventOf<'commitments.activityWithdrawn', { activity: ActivityId; reason: string }>
  | EventOf<'commitments.planLaid', { plan: PlanId; text: TextId }>
  | EventOf<'commitments.planAdopted', { plan: PlanId; decision: DecisionId }>
  | EventOf<'commitments.activityRecorded', { activity: ActivityId; area: string; happened: Happened }>
  | EventOf<
      'commitments.activityCarried',
      { activity: ActivityId; from: PlanId; plan: PlanId; reason: string }
    >
  | EventOf<
      'commitments.undertaken',
      {
        commitment: CommitmentId
        member: MemberId
        terms: Terms
        audience: Open
        source?: string
        carriedFrom?: CommitmentId
      }
    >
  | EventOf<'commitments.joined', { commitment: CommitmentId; member: MemberId; source?: string }>
  | EventOf<
      'commitments.left',
      { commitment: CommitmentId; member: MemberId; reason: string; source?: string }
    >
  | EventOf<
      'commitments.changed',
      { commitment: CommitmentId; terms: Terms; reason: string; source?: string }
    >
  | EventOf<
      'commitments.withdrawn',
      { commitment: CommitmentId; member: MemberId; reason: string; source?: string }
    >
  | EventOf<
      'commitments.carriedForward',
      { commitment: CommitmentId; member: MemberId; into: CommitmentId; reason: string; source?: string }
    >
  | EventOf<
      'commitments.contactNamed',
      { member: MemberId; person: PersonId; role: ContactRole; scope: Scope; until?: Day }
    >
  | EventOf<
      'commitments.contactReleased',
      { member: MemberId; person: PersonId; role: ContactRole; scope: Scope }
    >
  | EventOf<
      'commitments.reportDrafted',
      { commitment: CommitmentId; member: MemberId; report: Omit<Report, 'at'> }
    >
  | EventOf<
      'commitments.reported',
      { commitment: CommitmentId; member: MemberId; report: Omit<Report, 'at'> }
    >
  | EventOf<
      'commitments.reportReturned',
      { commitment: CommitmentId; member: MemberId; report: ReportId; reason: string }
    >
  | EventOf<'commitments.evidenceAdded', { commitment: CommitmentId; more: Omit<MoreEvidence, 'at'> }>
  | EventOf<'commitments.assessed', { commitment: CommitmentId; finding: Omit<Finding, 'at'> }>
  | EventOf<
      'commitments.recommended',
      { recommendation: RecommendationId; said: Omit<Recommendation, 'id' | 'at' | 'responses'> }
    >
  | EventOf<
      'commitments.responded',
      {
        recommendation: RecommendationId
        response: Omit<Recommendation['responses'][number], 'at'>
      }
    >
  | EventOf<
      'commitments.reviewOpened',
      { review: ReviewId; body: BodyId; dimension: string; title: string; from: Day; until: Day }
    >
  | EventOf<'commitments.asked', { review: ReviewId; question: Omit<Question, 'at' | 'answer'> }>
  | EventOf<'commitments.answered', { review: ReviewId; question: string; as: string; wording: string }>
  | EventOf<'commitments.reviewConcluded', { review: ReviewId; text: TextId }>
  | EventOf<'commitments.reviewClosed', { review: ReviewId; decision: DecisionId }>

export type CommitmentsEventOf<Type extends CommitmentsEvent['type']> = Extract<
  CommitmentsEvent,
  { type: Type }
>
