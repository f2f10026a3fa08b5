import {
  type ActivityId,
  type BodyId,
  type CommitmentId,
  type DecisionId,
  emptyTable,
  type Instant,
  type MemberId,
  type PersonId,
  type PlanId,
  type RecommendationId,
  type ReportId,
  type ReviewId,
  type Table,
  type TextId,
} from '@gavel/kernel'
import type { Capacity } from '../act.ts'
import type { UpToDecisions } from '../decisions/index.ts'
import type { LocalName, Source } from '../institution/acts.ts'
import type {
  ContactRole,
  Day,
  Evidence,
  Found,
  Happened,
  Open,
  Planned,
  Responded,
  Said,
  Scope,
  Terms,
} from './acts.ts'

/** A member that carries a measure out, from when and until when, as precise as the source. */
export interface Agreement {
  readonly member: MemberId
  readonly from: string
  readonly until?: string
  readonly decision?: DecisionId
  readonly source?: Source
}

export interface Measure {
  readonly measure: string
  readonly area: string
  readonly name: LocalName
  readonly number?: string
  readonly source: Source
  readonly agreed: readonly Agreement[]
}

/** One edition of the catalogue; editions stand side by side. */
export interface Catalogue {
  readonly id: string
  readonly title: LocalName
  readonly adopted: string | null
  readonly decision?: DecisionId
  readonly source: Source
  readonly measures: Table<Measure>
  /** Ids of measures in the order of their recording. */
  readonly order: readonly string[]
}

/** A concept paper or an action plan of an area: a text on the ladder like any other. */
export interface Paper {
  readonly id: string
  readonly area: string
  readonly kind: 'conceptPaper' | 'actionPlan'
  readonly text: TextId
  readonly at: Instant
}

export interface Plan {
  readonly id: PlanId
  readonly body: BodyId
  readonly year: string
  readonly title: string
  readonly openedAt: Instant
  readonly text: TextId | null
  readonly decision: DecisionId | null
  /** In the order of proposing. */
  readonly activities: readonly ActivityId[]
}

export interface Activity {
  readonly id: ActivityId
  readonly plan: PlanId
  readonly planned: Planned
  /** Who proposed it: `delegate:KAZ`, `coordinator:EC-1`, `secretariat`. */
  readonly proposedBy: string
  readonly at: Instant
  /** What was planned before each change, oldest first. */
  readonly before: readonly { readonly planned: Planned; readonly until: Instant; readonly reason: string }[]
  readonly happened: (Happened & { readonly at: Instant }) | null
  readonly withdrawn: { readonly at: Instant; readonly reason: string } | null
  readonly carriedFrom: PlanId | null
}

export interface Owner {
  readonly member: MemberId
  readonly since: Instant
  readonly until?: Instant
  /** Where the secretariat recorded that it joined. */
  readonly source?: Source
}

export interface Report {
  readonly id: ReportId
  readonly member: MemberId
  readonly due?: Day
  readonly period: { readonly from: Day; readonly until: Day }
  /** The day it was told. */
  readonly on: Day
  readonly at: Instant
  readonly says: Said
  readonly words: string
  readonly evidence: readonly Evidence[]
  readonly revises?: ReportId
  readonly source?: Source
  /** It says less than the report before it. */
  readonly movedBack: boolean
}

/** A report a delegation has not validated yet: its own affair. */
export interface Waiting {
  readonly commitment: CommitmentId
  readonly report: Report
  readonly by: PersonId
  readonly returned: { readonly at: Instant; readonly reason: string } | null
}

export interface Finding {
  readonly finds: Found
  readonly words: string
  readonly on: Day
  readonly at: Instant
  /** The capacity in which it was found, and, for what was recorded from elsewhere, who found it there. */
  readonly as: Capacity
  readonly assessor?: string
  readonly source?: Source
}

export interface MoreEvidence {
  readonly member: MemberId
  readonly report?: ReportId
  readonly evidence: Evidence
  readonly audience: Open
  readonly at: Instant
  readonly source?: Source
}

export interface Commitment {
  readonly id: CommitmentId
  readonly audience: Open
  readonly terms: Terms
  readonly source?: Source
  readonly at: Instant
  /** In the order in which they undertook it. */
  readonly owners: readonly Owner[]
  /** The terms before each change, oldest first. */
  readonly before: readonly {
    readonly terms: Terms
    readonly until: Instant
    readonly reason: string
    readonly source?: Source
  }[]
  /** Reports of the owners in the order in which they were told. */
  readonly reports: readonly Report[]
  readonly findings: readonly Finding[]
  readonly evidence: readonly MoreEvidence[]
  readonly ended:
    | {
        readonly kind: 'withdrawn'
        readonly at: Instant
        readonly reason: string
        readonly source?: Source
      }
    | {
        readonly kind: 'carriedForward'
        readonly at: Instant
        readonly reason: string
        readonly into: CommitmentId
        readonly source?: Source
      }
    | null
  readonly carriedFrom: CommitmentId | null
}

/** A person of a delegation with a part in reporting. */
export interface Contact {
  readonly person: PersonId
  readonly role: ContactRole
  readonly scope: Scope
  readonly since: Instant
  readonly until?: Day
}

export interface Recommendation {
  readonly id: RecommendationId
  readonly member: MemberId | null
  readonly by?: string
  readonly to: MemberId
  readonly wording: string
  readonly area?: string
  readonly review?: ReviewId
  readonly on: Day
  readonly at: Instant
  readonly source?: Source
  readonly responses: readonly {
    readonly response: Responded
    readonly words: string
    readonly on: Day
    readonly at: Instant
    readonly commitment?: CommitmentId
    readonly source?: Source
  }[]
}

export interface Question {
  readonly id: string
  readonly member: MemberId
  readonly to: MemberId | null
  readonly commitment?: CommitmentId
  readonly wording: string
  readonly at: Instant
  readonly answer: { readonly wording: string; readonly at: Instant; readonly by: string } | null
}

export interface Review {
  readonly id: ReviewId
  readonly body: BodyId
  readonly dimension: string
  readonly title: string
  readonly from: Day
  readonly until: Day
  readonly openedAt: Instant
  readonly questions: readonly Question[]
  readonly text: TextId | null
  readonly decision: DecisionId | null
}

export interface CommitmentsState {
  readonly catalogues: Table<Catalogue>
  /** Editions in the order of their opening. */
  readonly catalogueOrder: readonly string[]
  readonly papers: readonly Paper[]
  readonly plans: Table<Plan>
  readonly planOrder: readonly PlanId[]
  readonly activities: Table<Activity>
  readonly commitments: Table<Commitment>
  /** Ids of commitments by member that owns, or owned, them. */
  readonly ofMember: Table<Table<true>>
  /** By member: reports that wait inside the delegation, by report. */
  readonly waiting: Table<Table<Waiting>>
  /** By member. */
  readonly contacts: Table<readonly Contact[]>
  readonly recommendations: Table<Recommendation>
  /** Ids of recommendations by the member they are for. */
  readonly recommendedTo: Table<Table<true>>
  readonly reviews: Table<Review>
  readonly reviewOrder: readonly ReviewId[]
}

/** Everything a rule of this chapter may look at. */
export interface UpToCommitments extends UpToDecisions {
  readonly commitments: CommitmentsState
}

export const initial: CommitmentsState = {
  catalogues: emptyTable(),
  catalogueOrder: [],
  papers: [],
  plans: emptyTable(),
  planOrder: [],
  activities: emptyTable(),
  commitments: emptyTable(),
  ofMember: emptyTable(),
  waiting: emptyTable(),
  contacts: emptyTable(),
  recommendations: emptyTable(),
  recommendedTo: emptyTable(),
  reviews: emptyTable(),
  reviewOrder: [],
}
