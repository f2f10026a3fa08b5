import type {
  BodyId,
  CorrectionId,
  DecisionId,
  Instant,
  MeetingId,
  MemberId,
  MotionId,
  ParagraphId,
  PointId,
  RequestId,
  StatementId,
  TextId,
} from '@gavel/kernel'
import type { ActOf } from '../act.ts'

/** A document of an item: a text under negotiation, a symbol by which everybody knows it, or a file by its hash. */
export type AgendaDocument =
  | { readonly kind: 'text'; readonly text: TextId; readonly title: string }
  | { readonly kind: 'symbol'; readonly symbol: string; readonly title: string }
  | { readonly kind: 'file'; readonly document: string; readonly title: string }

export interface AgendaItem {
  /** As it is called in the room: `3`, `3(a)`, `3(a)(i)`. */
  readonly number: string
  readonly title: string
  /** The number of the item it stands under. */
  readonly under?: string
  readonly documents?: readonly AgendaDocument[]
}

export type MeetingKind = 'regular' | 'extraordinary' | 'informal'
export type MeetingFormat = 'inPerson' | 'virtual' | 'hybrid'
/** Who may follow a sitting: everybody, or those who sit in the body. */
export type MeetingAccess = 'public' | 'closed'

/** Who speaks: a member, an observer or partner, the chair of a body that reports, or the secretariat. */
export type Speaker =
  | { readonly kind: 'member'; readonly member: MemberId }
  | { readonly kind: 'observer'; readonly observer: string }
  | { readonly kind: 'chair'; readonly body: BodyId }
  | { readonly kind: 'secretariat' }

/** A statement on the item, or a reply to what was said of the delegation. */
export type FloorKind = 'statement' | 'reply'
/** Ranks that some bodies hear first (`floor.precedence`). */
export type Rank = 'headOfState' | 'headOfGovernment' | 'minister'

/** Seconds of the floor by kind of speaker; 0: without limit. */
export interface FloorLimits {
  readonly member?: number
  readonly observer?: number
  readonly reply?: number
}

export type PointKind = 'order' | 'quorum' | 'language' | 'clarification'

export type AgendaChange =
  /** `after`: the number it follows; absent: at the end. */
  | { readonly kind: 'add'; readonly item: AgendaItem; readonly after?: string }
  | { readonly kind: 'withdraw'; readonly number: string }
  | { readonly kind: 'reorder'; readonly numbers: readonly string[] }

/** What a procedural motion asks for. */
export type MotionAim =
  | { readonly kind: 'suspension'; readonly until?: Instant }
  | { readonly kind: 'adjournment'; readonly until: Instant }
  | { readonly kind: 'adjournmentOfDebate'; readonly item: string }
  | { readonly kind: 'closureOfDebate'; readonly item: string }
  | { readonly kind: 'closureOfList'; readonly item: string }
  /** `parts`: which parts of what is before the meeting are taken apart, in words. */
  | { readonly kind: 'divisionOfText'; readonly item: string; readonly parts: string }
  | { readonly kind: 'agendaChange'; readonly change: AgendaChange }

/** What an objection in a meeting is to: its agenda, a motion, or the overturning of a ruling that was appealed. */
export type ObjectedTo =
  | { readonly kind: 'agenda' }
  | { readonly kind: 'motion'; readonly motion: MotionId }
  | { readonly kind: 'appeal'; readonly point: PointId }

/** What the screen in the hall shows. */
export type Shown =
  | { readonly kind: 'nothing' | 'title' | 'agenda' | 'presence' }
  | { readonly kind: 'item' | 'speakers'; readonly item: string }
  | { readonly kind: 'text'; readonly text: TextId; readonly paragraphs: readonly ParagraphId[] }
  | { readonly kind: 'decision' | 'silence'; readonly decision: DecisionId }
  | { readonly kind: 'message'; readonly words: string }

export type StatementPurpose = 'general' | 'national' | 'joint'

interface OfMeeting {
  meeting: MeetingId
}
/** A journal is of a whole meeting, or of one of its sittings. */
interface OfJournal extends OfMeeting {
  sitting?: number
}

type Preparation =
  | ActOf<
      'meetings.convene',
      OfMeeting & {
        body: BodyId
        title: string
        opensAt: Instant
        place: string
        timeZone: string
        agenda: readonly AgendaItem[]
        kind?: MeetingKind
        format?: MeetingFormat
        access?: MeetingAccess
      }
    >
  | ActOf<
      'meetings.amendNotice',
      OfMeeting & {
        title?: string
        opensAt?: Instant
        place?: string
        timeZone?: string
        agenda?: readonly AgendaItem[]
        format?: MeetingFormat
        access?: MeetingAccess
        reason?: string
      }
    >
  | ActOf<'meetings.callOff', OfMeeting & { reason: string }>
  | ActOf<'meetings.attachDocument', OfMeeting & { item: string; document: AgendaDocument }>

type Course =
  | ActOf<'meetings.open', OfMeeting>
  /** A delegation signs in to or out of the sitting; the chair or secretariat may do it for one. */
  | ActOf<'meetings.recordPresence', OfMeeting & { member: MemberId; present: boolean }>
  | ActOf<'meetings.adoptAgenda', OfMeeting & { agenda: readonly AgendaItem[] }>
  | ActOf<'meetings.takeUpItem', OfMeeting & { item: string }>
  | ActOf<
      'meetings.concludeItem',
      OfMeeting & { item: string; outcome: 'concluded' | 'leftOpen' | 'carriedOver' }
    >
  | ActOf<'meetings.suspend', OfMeeting & { until?: Instant }>
  /** The sitting ends; the next one begins at `until` or later. */
  | ActOf<'meetings.adjourn', OfMeeting & { until: Instant }>
  | ActOf<'meetings.resume', OfMeeting>
  | ActOf<'meetings.close', OfMeeting>
  | ActOf<'meetings.setAccess', OfMeeting & { access: MeetingAccess; reason?: string }>
  | ActOf<'meetings.show', OfMeeting & { what: Shown }>

type Floor =
  | ActOf<
      'meetings.askFloor',
      OfMeeting & {
        item: string
        request: RequestId
        speaker: Speaker
        kind?: FloorKind
        rank?: Rank
        /** The chair alone: before everybody else. */
        first?: boolean
      }
    >
  | ActOf<'meetings.leaveList', OfMeeting & { item: string; request: RequestId }>
  | ActOf<'meetings.orderList', OfMeeting & { item: string; order: readonly RequestId[] }>
  | ActOf<'meetings.closeList', OfMeeting & { item: string }>
  | ActOf<'meetings.reopenList', OfMeeting & { item: string }>
  | ActOf<'meetings.limitTime', OfMeeting & { item: string; seconds: FloorLimits }>
  | ActOf<'meetings.giveFloor', OfMeeting & { request: RequestId }>
  /** The speaker yields, or the chair takes the floor back. */
  | ActOf<'meetings.endFloor', OfMeeting>

type Procedure =
  | ActOf<
      'meetings.raisePoint',
      OfMeeting & { point: PointId; member: MemberId; kind: PointKind; note?: string }
    >
  | ActOf<'meetings.rulePoint', OfMeeting & { point: PointId; upheld: boolean; words?: string }>
  | ActOf<'meetings.appealRuling', OfMeeting & { point: PointId; member: MemberId; reason?: string }>
  | ActOf<'meetings.decideAppeal', OfMeeting & { point: PointId }>
  /** By a delegation or the chair. */
  | ActOf<'meetings.move', OfMeeting & { motion: MotionId; aim: MotionAim; note?: string }>
  | ActOf<
      'meetings.speakOnMotion',
      OfMeeting & { motion: MotionId; member: MemberId; side: 'for' | 'against' }
    >
  | ActOf<'meetings.withdrawMotion', OfMeeting & { motion: MotionId }>
  | ActOf<'meetings.decideMotion', OfMeeting & { motion: MotionId; carried: boolean }>
  | ActOf<'meetings.object', OfMeeting & { to: ObjectedTo; member: MemberId; reason?: string }>
  | ActOf<'meetings.withdrawObjection', OfMeeting & { to: ObjectedTo; member: MemberId }>

type Papers =
  | ActOf<
      'meetings.recordStatement',
      OfMeeting & {
        statement: StatementId
        speaker: Speaker
        purpose: StatementPurpose
        item?: string
        /** The members it is also made for; they are of it once they join. */
        onBehalfOf?: readonly MemberId[]
        wording?: string
        /** SHA-256 of a file, in place of words or beside them. */
        document?: string
        /** Whether it is to be annexed to the journal. */
        forJournal: boolean
      }
    >
  | ActOf<'meetings.joinStatement', OfMeeting & { statement: StatementId; member: MemberId }>
  | ActOf<'meetings.withdrawStatement', OfMeeting & { statement: StatementId }>
  | ActOf<'meetings.circulateJournal', OfJournal & { document: string }>
  | ActOf<
      'meetings.askCorrection',
      OfJournal & { correction: CorrectionId; member: MemberId; place?: string; wording: string }
    >
  | ActOf<
      'meetings.answerCorrection',
      OfJournal & { correction: CorrectionId; taken: boolean; reason?: string }
    >
  | ActOf<'meetings.approveJournal', OfJournal & { document: string }>
  | ActOf<'meetings.issueCorrigendum', OfJournal & { document: string; wording: string }>

export type MeetingsAct = Preparation | Course | Floor | Procedure | Papers
export type MeetingsActOf<Type extends MeetingsAct['type']> = Extract<MeetingsAct, { type: Type }>
