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
import type { ActOf, Audience } from '../act.ts'
import type { LocalName, Source } from '../institution/acts.ts'

/** A calendar day, `2026-11-24`. */
export type Day = string

/** A measure in one edition of the catalogue: the same number in two editions is two measures. */
export interface MeasureRef {
  readonly catalogue: string
  readonly measure: string
}

/** How far a commitment has come (the scale of the OGP's Independent Reporting Mechanism). */
export type Progress = 'notStarted' | 'limited' | 'substantial' | 'complete'

/** What a report says: how far it is, or that there is nothing new, or that it cannot be told. */
export type Said = Progress | 'nothingNew' | 'noEvidence' | 'unclear'

/** What an assessor finds. */
export type Found = Progress | 'noEvidence' | 'unclear'

/** What would show that a commitment was kept, said when it is undertaken. */
export interface EvidenceWanted {
  readonly kind: 'document' | 'law' | 'statistic' | 'event' | 'visit' | 'statement'
  readonly what: string
}

/** Who may read a commitment and what is told of it: everybody, the members, or those who sit in a body. */
export type Open = Extract<Audience, { kind: 'public' | 'members' | 'body' }>

/** When reports are due: on a first day, and again every so many months; 0 months: once. */
export interface Reporting {
  readonly first: Day
  readonly everyMonths: number
}

/** The terms of a commitment. */
export interface Terms {
  readonly title: string
  /** What the member undertakes, in its own words. */
  readonly pledge: string
  readonly measure?: MeasureRef
  /** Where no measure says it. */
  readonly area?: string
  readonly from: Day
  /** null: without an end. */
  readonly until: Day | null
  readonly evidence: readonly EvidenceWanted[]
  readonly reporting: Reporting | null
  readonly decision?: DecisionId
  readonly activity?: ActivityId
}

/** A piece of evidence: dated, and to be found at an address or by the SHA-256 of a document. */
export interface Evidence {
  readonly evidence: string
  readonly title: string
  readonly on: Day
  readonly address?: string
  readonly document?: string
}

export type ActivityFormat = 'inPerson' | 'hybrid' | 'virtual'

/** What is planned. */
export interface Planned {
  readonly title: string
  readonly area: string
  readonly measures: readonly MeasureRef[]
  /** null: a host is still sought. */
  readonly host: MemberId | null
  readonly format: ActivityFormat
  readonly from: Day
  readonly until: Day
  readonly place?: string
  readonly aim: string
}

/** What became of an activity. */
export interface Happened {
  readonly status: 'held' | 'postponed' | 'cancelled'
  readonly from?: Day
  readonly until?: Day
  readonly format?: ActivityFormat
  /** Members, observers and partners that took part. */
  readonly participants: readonly MemberId[]
  readonly outcome: string
  readonly documents: readonly Evidence[]
}

export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'area'; readonly area: string }
  | { readonly kind: 'commitment'; readonly commitment: CommitmentId }

export type ContactRole = 'focalPoint' | 'alternate' | 'validator'

export type Responded = 'supported' | 'partlySupported' | 'noted' | 'pending'

export type CommitmentsAct =
  | ActOf<
      'commitments.openCatalogue',
      {
        catalogue: string
        title: LocalName
        /** As precise as the source: `2004`, `2004-10-22`. */
        adopted: string | null
        decision?: DecisionId
        source: Source
      }
    >
  | ActOf<
      'commitments.recordMeasure',
      MeasureRef & { area: string; name: LocalName; number?: string; source: Source }
    >
  | ActOf<
      'commitments.agreeToMeasure',
      MeasureRef & { member: MemberId; from: string; decision?: DecisionId; source?: Source }
    >
  | ActOf<
      'commitments.leaveMeasure',
      MeasureRef & { member: MemberId; until: string; reason: string; source?: Source }
    >
  | ActOf<
      'commitments.appointCoordinator',
      {
        area: string
        office: 'coordinator' | 'coCoordinator'
        holder: MemberId
        from: Day
        until?: Day
        decision: DecisionId
      }
    >
  | ActOf<
      'commitments.recordPaper',
      { paper: string; area: string; kind: 'conceptPaper' | 'actionPlan'; text: TextId }
    >
  | ActOf<'commitments.openPlan', { plan: PlanId; body: BodyId; year: string; title: string }>
  | ActOf<'commitments.proposeActivity', { activity: ActivityId; plan: PlanId; planned: Planned }>
  | ActOf<'commitments.changeActivity', { activity: ActivityId; planned: Planned; reason: string }>
  | ActOf<'commitments.offerToHost', { activity: ActivityId; member: MemberId }>
  | ActOf<'commitments.withdrawActivity', { activity: ActivityId; reason: string }>
  | ActOf<'commitments.layPlan', { plan: PlanId; text: TextId }>
  | ActOf<'commitments.adoptPlan', { plan: PlanId; decision: DecisionId }>
  | ActOf<'commitments.recordActivity', { activity: ActivityId; happened: Happened }>
  | ActOf<'commitments.carryActivity', { activity: ActivityId; plan: PlanId; reason: string }>
  | ActOf<
      'commitments.undertake',
      { commitment: CommitmentId; member: MemberId; terms: Terms; audience: Open; source?: Source }
    >
  | ActOf<'commitments.join', { commitment: CommitmentId; member: MemberId; source?: Source }>
  | ActOf<
      'commitments.leave',
      { commitment: CommitmentId; member: MemberId; reason: string; source?: Source }
    >
  | ActOf<
      'commitments.change',
      { commitment: CommitmentId; member: MemberId; terms: Terms; reason: string; source?: Source }
    >
  | ActOf<
      'commitments.withdraw',
      { commitment: CommitmentId; member: MemberId; reason: string; source?: Source }
    >
  | ActOf<
      'commitments.carryForward',
      {
        commitment: CommitmentId
        member: MemberId
        into: CommitmentId
        terms: Terms
        reason: string
        source?: Source
      }
    >
  | ActOf<
      'commitments.nameContact',
      { member: MemberId; person: PersonId; role: ContactRole; scope: Scope; until?: Day }
    >
  | ActOf<
      'commitments.releaseContact',
      { member: MemberId; person: PersonId; role: ContactRole; scope: Scope }
    >
  | ActOf<
      'commitments.report',
      {
        commitment: CommitmentId
        report: ReportId
        member: MemberId
        /** The day on which a report was due that this one answers; absent: told of one's own accord. */
        due?: Day
        /** What the report tells of. */
        period: { readonly from: Day; readonly until: Day }
        /** The day it was told, where that is not today: only what the secretariat records has one. */
        on?: Day
        says: Said
        words: string
        evidence: readonly Evidence[]
        /** An earlier report this one takes the place of. */
        revises?: ReportId
        source?: Source
      }
    >
  | ActOf<'commitments.validateReport', { commitment: CommitmentId; report: ReportId; member: MemberId }>
  | ActOf<
      'commitments.returnReport',
      { commitment: CommitmentId; report: ReportId; member: MemberId; reason: string }
    >
  | ActOf<
      'commitments.addEvidence',
      {
        commitment: CommitmentId
        member: MemberId
        report?: ReportId
        evidence: Evidence
        audience: Open
        source?: Source
      }
    >
  | ActOf<
      'commitments.assess',
      { commitment: CommitmentId; finds: Found; words: string; on?: Day; assessor?: string; source?: Source }
    >
  | ActOf<
      'commitments.recommend',
      {
        recommendation: RecommendationId
        /** Who recommends; absent for the coordinator of an area, and where the source names a body. */
        member?: MemberId
        by?: string
        to: MemberId
        wording: string
        area?: string
        review?: ReviewId
        on?: Day
        source?: Source
      }
    >
  | ActOf<
      'commitments.respond',
      {
        recommendation: RecommendationId
        member: MemberId
        response: Responded
        words: string
        commitment?: CommitmentId
        on?: Day
        source?: Source
      }
    >
  | ActOf<
      'commitments.openReview',
      {
        review: ReviewId
        body: BodyId
        dimension: string
        title: string
        from: Day
        until: Day
      }
    >
  | ActOf<
      'commitments.ask',
      {
        review: ReviewId
        question: string
        member: MemberId
        /** null: the coordinator of the area, or whoever speaks for the dimension. */
        to: MemberId | null
        commitment?: CommitmentId
        wording: string
      }
    >
  | ActOf<'commitments.answer', { review: ReviewId; question: string; member?: MemberId; wording: string }>
  | ActOf<'commitments.concludeReview', { review: ReviewId; text: TextId }>
  | ActOf<'commitments.closeReview', { review: ReviewId; decision: DecisionId }>

export type CommitmentsActOf<Type extends CommitmentsAct['type']> = Extract<CommitmentsAct, { type: Type }>
