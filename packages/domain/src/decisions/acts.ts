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
      { decision: DecisionId; meeting: MeetingId; item: string; title: string; subject: Subject }
    >
  | ActOf<'decisions.object', { decision: DecisionId; member: MemberId; reason?: string }>
  | ActOf<'decisions.withdrawObjection', { decision: DecisionId; member: MemberId }>
  | ActOf<'decisions.declareAdopted', { decision: DecisionId }>
  | ActOf<
      'decisions.declareNoConsensus',
      { decision: DecisionId; next: 'returnedToBody' | 'carriedOver' | 'dropped' }
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
          | { readonly kind: 'amendment'; readonly wording: string }
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
  | ActOf<'decisions.confirmSilence', { decision: DecisionId; meeting: MeetingId }>
  | ActOf<
      'decisions.afterBroken',
      { decision: DecisionId; next: 'reopenedWithAmendment' | 'returnedToBody' | 'dropped' }
    >
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
      { instrument: InstrumentId; party: MemberId; definitive: boolean; on: string; fullPowers: string }
    >
  | ActOf<
      'decisions.depositInstrument',
      {
        instrument: InstrumentId
        party: MemberId
        kind: 'ratification' | 'acceptance' | 'approval' | 'accession' | 'formalConfirmation'
        on: string
        declarations?: readonly string[]
        countsForEntry: boolean
      }
    >
  | ActOf<
      'decisions.applyProvisionally',
      { instrument: InstrumentId; party: MemberId; from: string; until?: string }
    >
  | ActOf<'decisions.denounceInstrument', { instrument: InstrumentId; party: MemberId; receivedOn: string }>

/** The final clauses as parameters. Dates are ISO calendar days; day counts follow the treaty's own words. */
export interface InstrumentTerms {
  readonly signature: { readonly from: string; readonly until: string | null }
  readonly accessionFrom: string
  readonly entryIntoForce: {
    readonly instruments: number
    readonly delayDays: number
    readonly laterPartyDays: number
  }
  readonly provisionalApplication: boolean
  readonly reservations: 'none' | 'permitted'
  readonly declarations: boolean
  readonly denunciationDays: number
  readonly languages: readonly string[]
  readonly source: string
}
