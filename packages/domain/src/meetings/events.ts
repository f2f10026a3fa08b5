import type { BodyId, Instant, MeetingId, MemberId, MotionId, PointId, RequestId } from '@gavel/kernel'
import type { EventOf } from '../event.ts'
import type {
  AgendaChange,
  AgendaItem,
  FloorKind,
  MeetingAccess,
  MeetingFormat,
  MeetingKind,
  MeetingsAct,
  MeetingsActOf,
  MotionAim,
  ObjectedTo,
  Speaker,
} from './acts.ts'

/** What the quorum was when a rule was applied, so that the record can be read without the rules of its day. */
export interface QuorumNote {
  readonly present: number
  readonly needed: number
  readonly outOf: number
  readonly share: string
  readonly source: string
}

/** What an act said, where its event says just that. */
type BodyOf<Type extends MeetingsAct['type']> = MeetingsActOf<Type>['body']

interface OfMeeting {
  readonly meeting: MeetingId
}
type OnItem<Data = unknown> = OfMeeting & { readonly item: string } & Readonly<Data>
interface NoticeGiven {
  readonly days: number
  readonly source: string
}
type OnMotion<Data> = OfMeeting & { readonly motion: MotionId } & Readonly<Data>

type Preparation =
  | EventOf<
      'meetings.convened',
      {
        meeting: MeetingId
        body: BodyId
        title: string
        opensAt: Instant
        place: string
        timeZone: string
        agenda: readonly AgendaItem[]
        kind?: MeetingKind
        format?: MeetingFormat
        access?: MeetingAccess
        notice: NoticeGiven
      }
    >
  | EventOf<'meetings.noticeAmended', BodyOf<'meetings.amendNotice'>>
  | EventOf<'meetings.calledOff', BodyOf<'meetings.callOff'>>
  | EventOf<'meetings.documentAttached', BodyOf<'meetings.attachDocument'>>

type Course =
  | EventOf<'meetings.opened', { meeting: MeetingId; quorum: QuorumNote }>
  | EventOf<'meetings.presenceRecorded', { meeting: MeetingId; member: MemberId; present: boolean }>
  | EventOf<'meetings.agendaAdopted', { meeting: MeetingId; agenda: readonly AgendaItem[] }>
  /** `agenda`: as it stands from now on. */
  | EventOf<'meetings.agendaChanged', OfMeeting & { change: AgendaChange; agenda: readonly AgendaItem[] }>
  | EventOf<'meetings.itemTakenUp', OnItem>
  | EventOf<'meetings.itemConcluded', BodyOf<'meetings.concludeItem'>>
  | EventOf<'meetings.suspended', { meeting: MeetingId; until?: Instant }>
  /** `sitting`: the number of the one that ends. */
  | EventOf<'meetings.adjourned', OfMeeting & { until: Instant; sitting: number }>
  /** `sitting` and `quorum`: where a new sitting begins. */
  | EventOf<'meetings.resumed', { meeting: MeetingId; sitting?: number; quorum?: QuorumNote }>
  /** `unfinished`: the titles the body has left unfinished from now on, where that has changed. */
  | EventOf<'meetings.closed', { meeting: MeetingId; unfinished?: readonly string[] }>
  | EventOf<'meetings.accessSet', BodyOf<'meetings.setAccess'>>
  | EventOf<'meetings.shown', BodyOf<'meetings.show'>>

type Floor =
  | EventOf<
      'meetings.floorAsked',
      OnItem<{
        request: RequestId
        speaker: Speaker
        kind: FloorKind
        rank?: string
        /** Where it stands among kinds of speakers by the rules of the day: smaller numbers are heard first. */
        standing: number
        first?: boolean
      }>
    >
  | EventOf<'meetings.listLeft', OnItem<{ request: RequestId; speaker: Speaker }>>
  | EventOf<'meetings.listOrdered', OnItem<{ order: readonly RequestId[] }>>
  | EventOf<'meetings.listClosed', OnItem>
  | EventOf<'meetings.listReopened', OnItem>
  | EventOf<'meetings.debateClosed', OnItem>
  | EventOf<'meetings.timeLimited', BodyOf<'meetings.limitTime'>>
  | EventOf<
      'meetings.floorGiven',
      /** `seconds`: the limit; null: none. `turn`: the how-manieth time on this item. */
      OnItem<{
        request: RequestId
        speaker: Speaker
        kind: FloorKind
        seconds: number | null
        turn: number
      }>
    >
  | EventOf<
      'meetings.floorEnded',
      /** `usedMs`: how long it was spoken, points of order left out. */
      OnItem<{
        request: RequestId
        speaker: Speaker
        kind: FloorKind
        since: Instant
        usedMs: number
        how: 'yielded' | 'taken'
      }>
    >

type Procedure =
  | EventOf<'meetings.pointRaised', BodyOf<'meetings.raisePoint'>>
  | EventOf<'meetings.pointRuled', BodyOf<'meetings.rulePoint'>>
  | EventOf<'meetings.rulingAppealed', BodyOf<'meetings.appealRuling'>>
  | EventOf<
      'meetings.appealDecided',
      OfMeeting & { point: PointId; overturned: boolean; objectors: readonly MemberId[] }
    >
  | EventOf<'meetings.moved', OnMotion<{ mover: Speaker; aim: MotionAim; note?: string }>>
  | EventOf<'meetings.motionSpokenOn', BodyOf<'meetings.speakOnMotion'>>
  | EventOf<'meetings.motionWithdrawn', OfMeeting & { motion: MotionId }>
  | EventOf<
      'meetings.motionDecided',
      OnMotion<{ carried: boolean; decidedBy: 'consensus' | 'chair'; objectors: readonly MemberId[] }>
    >
  | EventOf<'meetings.objectionRaised', BodyOf<'meetings.object'>>
  | EventOf<'meetings.objectionWithdrawn', OfMeeting & { to: ObjectedTo; member: MemberId }>

type Papers =
  | EventOf<'meetings.statementRecorded', BodyOf<'meetings.recordStatement'>>
  | EventOf<'meetings.statementJoined', BodyOf<'meetings.joinStatement'>>
  | EventOf<'meetings.statementWithdrawn', BodyOf<'meetings.withdrawStatement'>>
  /** `correctionsUntil`: the instant from which no correction is asked for any more. */
  | EventOf<'meetings.journalCirculated', BodyOf<'meetings.circulateJournal'> & { correctionsUntil: Instant }>
  | EventOf<'meetings.correctionAsked', BodyOf<'meetings.askCorrection'>>
  | EventOf<'meetings.correctionAnswered', BodyOf<'meetings.answerCorrection'>>
  | EventOf<'meetings.journalApproved', BodyOf<'meetings.approveJournal'>>
  | EventOf<'meetings.corrigendumIssued', BodyOf<'meetings.issueCorrigendum'>>

export type MeetingsEvent = Preparation | Course | Floor | Procedure | Papers
export type MeetingsEventOf<Type extends MeetingsEvent['type']> = Extract<MeetingsEvent, { type: Type }>
