import type {
  BodyId,
  DecisionId,
  Instant,
  InstrumentId,
  MeetingId,
  MemberId,
  StatementId,
  TextId,
} from '@gavel/kernel'
import type { ActOf } from '../act.ts'

/** What a decision is taken on: a version of a text, or words short enough to be put from the floor. */
export type Subject =
  | { readonly kind: 'text'; readonly text: TextId; readonly symbol: string; readonly document: string }
  | { readonly kind: 'wording'; readonly wording: string }

export type StatementKind =
  | 'reservation'
  | 'interpretativeStatement'
  | 'explanationOfPosition'
  | 'dissociation'

export type DecisionsAct =
  | ActOf<
      'decisions.put',
      {
        decision: DecisionId
        meeting: MeetingId
        item: string
        title: string
        subject: Subject
        /** In a case the rules list, the member concerned is left out of the consensus (D-9). */
        minusOne?: { readonly case: string; readonly member: MemberId }
      }
    >
  | ActOf<'decisions.object', { decision: DecisionId; member: MemberId; reason?: string }>
  | ActOf<'decisions.withdrawObjection', { decision: DecisionId; member: MemberId }>
  | ActOf<'decisions.declareAdopted', { decision: DecisionId }>
  | ActOf<
      'decisions.declareNoConsensus',
      { decision: DecisionId; next: 'returnedToBody' | 'carriedOver' | 'dropped' }
    >
  /** The chair takes back what she put, before it is decided. The only way out once its meeting is closed. */
  | ActOf<'decisions.withdrawPut', { decision: DecisionId; reason: string }>
  /** The chair proposes in a meeting to open a silence procedure; an objection there (`decisions.object`) prevents it. */
  | ActOf<
      'decisions.proposeSilence',
      {
        decision: DecisionId
        meeting: MeetingId
        item: string
        title: string
        subject: Subject
        expiresAt: Instant
        timeZone: string
        announcedAs: string
      }
    >
  /** The chair opens a silence procedure, naming the exact instant at which it expires and the zone it is read in. */
  | ActOf<
      'decisions.openSilence',
      {
        decision: DecisionId
        body: BodyId
        meeting?: MeetingId
        title: string
        subject: Subject
        expiresAt: Instant
        timeZone: string
        announcedAs: string
      }
    >
  | ActOf<
      'decisions.breakSilence',
      {
        decision: DecisionId
        member: MemberId
        by:
          | { readonly kind: 'objection'; readonly reason?: string }
          | { readonly kind: 'amendment'; readonly wording: string; readonly editorial?: boolean }
      }
    >
  | ActOf<'decisions.askExtension', { decision: DecisionId; member: MemberId; reason: string }>
  | ActOf<'decisions.extendSilence', { decision: DecisionId; expiresAt: Instant; announcedAs: string }>
  | ActOf<'decisions.suspendSilence', { decision: DecisionId; reason: string }>
  | ActOf<'decisions.resumeSilence', { decision: DecisionId; expiresAt: Instant; announcedAs: string }>
  | ActOf<'decisions.withdrawSilence', { decision: DecisionId; reason: string }>
  /** The chair tells all in writing how the silence ended; due at once. */
  | ActOf<'decisions.giveNotice', { decision: DecisionId }>
  /** After a kept silence, at the next meeting: announced, numbered, published. */
  | ActOf<'decisions.confirmSilence', { decision: DecisionId; meeting: MeetingId; title?: string }>
  | ActOf<
      'decisions.afterBroken',
      { decision: DecisionId; next: 'reopenedWithAmendment' | 'returnedToBody' | 'dropped' }
    >
  /** The numbered text is issued with the statements attached to it. */
  | ActOf<'decisions.publish', { decision: DecisionId }>
  | ActOf<
      'decisions.attachStatement',
      {
        decision: DecisionId
        statement: StatementId
        member: MemberId
        kind: StatementKind
        wording: string
        paragraph?: string
      }
    >
  | ActOf<'decisions.withdrawStatement', { decision: DecisionId; statement: StatementId; member: MemberId }>
  | ActOf<
      'decisions.openInstrument',
      { instrument: InstrumentId; decision: DecisionId; name: string; terms: InstrumentTerms }
    >
  | ActOf<
      'decisions.signInstrument',
      {
        instrument: InstrumentId
        party: MemberId
        definitive: boolean
        on: string
        fullPowers: string
        declarations?: readonly string[]
        reservations?: readonly string[]
      }
    >
  | ActOf<
      'decisions.depositInstrument',
      {
        instrument: InstrumentId
        party: MemberId
        kind: 'ratification' | 'acceptance' | 'approval' | 'accession' | 'formalConfirmation'
        on: string
        declarations?: readonly string[]
        reservations?: readonly string[]
        countsForEntry: boolean
      }
    >
  | ActOf<
      'decisions.applyProvisionally',
      { instrument: InstrumentId; party: MemberId; from: string; until?: string }
    >
  | ActOf<'decisions.endProvisional', { instrument: InstrumentId; party: MemberId; on: string }>
  /** A deposited instrument is taken back before the treaty is in force; it is not counted then. */
  | ActOf<'decisions.withdrawConsent', { instrument: InstrumentId; party: MemberId; on: string }>
  | ActOf<
      'decisions.denounceInstrument',
      { instrument: InstrumentId; party: MemberId; receivedOn: string; effectiveOn?: string }
    >

/**
 * The final clauses as parameters. Dates are ISO calendar days without a time zone; a period is its months, then its
 * days, counted from the day of the deposit or receipt as the treaty words it.
 */
export interface InstrumentTerms {
  readonly signature: { readonly from: string; readonly until: string | null }
  readonly accessionFrom: string
  /** Does a signature given as definitive bind without ratification? Absent: no. */
  readonly definitiveSignature?: boolean
  readonly entryIntoForce: {
    /** How many instruments must have been deposited. */
    readonly instruments: number
    readonly delayDays: number
    readonly delayMonths?: number
    readonly laterPartyDays: number
    readonly laterPartyMonths?: number
    /** Is entry on the first day of the month that follows the period? */
    readonly onFirstOfMonth?: boolean
  }
  readonly provisionalApplication: boolean
  readonly reservations: 'none' | 'permitted'
  readonly declarations: boolean
  readonly denunciationDays: number
  /** One year is 12 months here, not 365 days. */
  readonly denunciationMonths?: number
  readonly languages: readonly string[]
  readonly source: string
}
