import {
  type BodyId,
  type CorrectionId,
  emptyTable,
  type Instant,
  type MeetingId,
  type MemberId,
  type MotionId,
  type PersonId,
  type PointId,
  type RequestId,
  type StatementId,
  type Table,
} from '@gavel/kernel'
import type { UpToInstitution } from '../institution/state.ts'
import type {
  AgendaDocument,
  AgendaItem,
  FloorKind,
  FloorLimits,
  MeetingAccess,
  MeetingFormat,
  MeetingKind,
  MotionAim,
  ObjectedTo,
  PointKind,
  Shown,
  Speaker,
  StatementPurpose,
} from './acts.ts'

export type MeetingStatus = 'convened' | 'open' | 'suspended' | 'adjourned' | 'closed'

/** One sitting of a meeting; the meeting opens with the first and each adjournment ends one. */
export interface Sitting {
  /** 1 for the first. */
  readonly number: number
  readonly from: Instant
  readonly until?: Instant
}

/** How far the meeting has come with an item. An item nobody has dealt with has no course yet. */
export interface ItemCourse {
  readonly item: string
  readonly status: 'underConsideration' | 'leftOpen' | 'concluded' | 'carriedOver'
}

export interface AttachedDocument {
  readonly item: string
  readonly document: AgendaDocument
  readonly at: Instant
}

/** Somebody on a speakers' list. */
export interface FloorRequest {
  readonly request: RequestId
  readonly speaker: Speaker
  readonly kind: FloorKind
  readonly rank?: string
  readonly standing: number
  readonly at: Instant
}

export interface SpeakersList {
  readonly item: string
  readonly requests: readonly FloorRequest[]
  readonly closed: boolean
  readonly debateClosed: boolean
  /** What the chair has set for this item, in place of the limits of the rules. */
  readonly limits: FloorLimits
}

/** Who has the floor, and the clock as stored instants: what was used up before, and since when it runs. */
export interface Speaking {
  readonly request: RequestId
  readonly item: string
  readonly speaker: Speaker
  readonly kind: FloorKind
  readonly seconds: number | null
  readonly since: Instant
  readonly usedMs: number
  /** null while a point of order interrupts. */
  readonly runningSince: Instant | null
}

/** M-52. Marks what was done in a closed sitting: it is for the body, also when the doors open again. */
interface BehindDoors {
  readonly closed?: true
}

export interface Point extends BehindDoors {
  readonly point: PointId
  readonly member: MemberId
  readonly kind: PointKind
  readonly note?: string
  readonly at: Instant
  readonly ruling?: { readonly upheld: boolean; readonly words?: string; readonly at: Instant }
  readonly appeal?: {
    readonly member: MemberId
    readonly reason?: string
    readonly at: Instant
    readonly outcome?: 'stands' | 'overturned'
  }
}

export interface Motion extends BehindDoors {
  readonly motion: MotionId
  readonly mover: Speaker
  readonly aim: MotionAim
  readonly note?: string
  readonly at: Instant
  readonly for: readonly MemberId[]
  readonly against: readonly MemberId[]
  readonly outcome?: { readonly kind: 'carried' | 'fallen' | 'withdrawn'; readonly at: Instant }
}

export interface ProceduralObjection extends BehindDoors {
  readonly to: ObjectedTo
  readonly member: MemberId
  readonly reason?: string
  readonly at: Instant
  readonly withdrawnAt?: Instant
}

export interface MeetingStatement extends BehindDoors {
  readonly statement: StatementId
  readonly speaker: Speaker
  readonly purpose: StatementPurpose
  readonly item?: string
  readonly onBehalfOf: readonly MemberId[]
  /** Of those, the members that have said so themselves. */
  readonly joined: readonly MemberId[]
  /** Its words stand in the record alone: the state would grow with them. */
  readonly document?: string
  readonly forJournal: boolean
  readonly at: Instant
  readonly by: PersonId
  readonly withdrawnAt?: Instant
}

export interface Correction {
  readonly correction: CorrectionId
  readonly member: MemberId
  readonly place?: string
  readonly wording: string
  readonly at: Instant
  readonly answer?: { readonly taken: boolean; readonly reason?: string; readonly at: Instant }
}

/** The journal of a meeting, or of one sitting of it, on its way from draft to approval. */
export interface Journal {
  /** null: of the whole meeting. */
  readonly sitting: number | null
  /** SHA-256 of the file last circulated; once approved, of the approved one. */
  readonly document: string
  readonly circulatedAt: Instant
  readonly correctionsUntil: Instant
  readonly corrections: readonly Correction[]
  readonly approvedAt?: Instant
  readonly corrigenda: readonly {
    readonly document: string
    readonly wording: string
    readonly at: Instant
  }[]
}

export interface Meeting {
  readonly id: MeetingId
  readonly body: BodyId
  readonly title: string
  readonly opensAt: Instant
  readonly place: string
  readonly timeZone: string
  readonly kind: MeetingKind
  readonly format: MeetingFormat
  readonly access: MeetingAccess
  /** What was proposed; once adopted, what was adopted. Documents stand apart, in `documents`. */
  readonly agenda: readonly AgendaItem[]
  readonly agendaAdopted: boolean
  /** The titles of which there was notice. */
  readonly notified: readonly string[]
  readonly documents: readonly AttachedDocument[]
  readonly items: readonly ItemCourse[]
  readonly status: MeetingStatus
  readonly convenedAt: Instant
  readonly openedAt?: Instant
  /** Since when the sitting lasts: its opening, or the last time it went on. */
  readonly sittingSince?: Instant
  readonly sittings: readonly Sitting[]
  readonly suspendedUntil?: Instant
  readonly closedAt?: Instant
  readonly calledOff?: { readonly at: Instant; readonly reason: string }
  /** The delegations present now, in the order in which they came. */
  readonly present: readonly MemberId[]
  /** The delegations that were present at some time of the meeting. */
  readonly attended: readonly MemberId[]
  /** How many were present when the sitting opened: a denominator some rules choose for the quorum. */
  readonly presentAtOpening?: number
  readonly lists: readonly SpeakersList[]
  readonly speaking: Speaking | null
  /** How often each has had the floor on an item; keys as `turnKey` makes them. Forgotten when the meeting closes. */
  readonly turns: Table<number>
  readonly points: readonly Point[]
  /** The point whose ruling can still be appealed. */
  readonly appealable: PointId | null
  readonly motions: readonly Motion[]
  readonly objections: readonly ProceduralObjection[]
  readonly statements: readonly MeetingStatement[]
  readonly shown: { readonly what: Shown; readonly at: Instant } | null
  readonly journals: readonly Journal[]
}

export interface MeetingsState {
  readonly meetings: Table<Meeting>
  readonly meetingOrder: readonly MeetingId[]
  /** By body: the titles of items its last meetings did not finish, which its next meeting takes up. */
  readonly unfinished: Table<readonly string[]>
}

/** What a rule of this chapter may look at: this chapter and the one before it. */
export interface UpToMeetings extends UpToInstitution {
  readonly meetings: MeetingsState
}

export const initial: MeetingsState = {
  meetings: emptyTable(),
  meetingOrder: [],
  unfinished: emptyTable(),
}
