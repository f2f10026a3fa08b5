import {
  type BodyId,
  type DecisionId,
  emptyTable,
  type Instant,
  type InstrumentId,
  type MeetingId,
  type MemberId,
  type PersonId,
  type StatementId,
  type Table,
} from '@gavel/kernel'
import type { UpToTexts } from '../texts/index.ts'
import type { DecisionsAct, InstrumentTerms, StatementKind, Subject } from './acts.ts'

/** An act of this chapter by its name, and by a word shorter than `Extract`. */
export type DecisionsActOf<Type extends DecisionsAct['type']> = Extract<DecisionsAct, { type: Type }>

/** A number in the register: `symbol` is what is printed, `n` counts in its series. */
export interface DecisionNumber {
  readonly symbol: string
  readonly series: string
  readonly n: number
}

export interface MinusOne {
  readonly case: string
  readonly member: MemberId
}

/** A kept objection: it ends by being withdrawn, never by being deleted. */
export interface Objection {
  readonly member: MemberId
  readonly by: PersonId
  readonly at: Instant
  readonly reason?: string
  readonly withdrawnAt?: Instant
}

/** When a silence expires, and in which words and zone the chair announced it. The instant decides, the words explain. */
export interface SilenceOffer {
  readonly expiresAt: Instant
  readonly timeZone: string
  readonly announcedAs: string
}

/** What broke a silence: kept with the entry, so that the outcome can be worked out from entries alone. */
export type Break =
  | { readonly kind: 'objection'; readonly reason?: string }
  | { readonly kind: 'amendment'; readonly wording: string }

/** One stored fact of a silence procedure. What became of it is computed from these and a clock, never stored. */
export type SilenceEntry =
  | { readonly kind: 'opened'; readonly at: Instant; readonly expiresAt: Instant }
  | { readonly kind: 'extended'; readonly at: Instant; readonly expiresAt: Instant }
  | { readonly kind: 'suspended'; readonly at: Instant; readonly reason: string }
  | { readonly kind: 'resumed'; readonly at: Instant; readonly expiresAt: Instant }
  | { readonly kind: 'broken'; readonly at: Instant; readonly member: MemberId; readonly how: Break }
  | { readonly kind: 'withdrawn'; readonly at: Instant; readonly reason: string }

export interface Silence {
  readonly entries: readonly SilenceEntry[]
  readonly timeZone: string
  /** The words of the last announcement of an expiry. */
  readonly announcedAs: string
  /** The meeting it was proposed in; absent when it was opened between meetings. */
  readonly meeting?: MeetingId
  readonly requests: readonly { readonly member: MemberId; readonly at: Instant; readonly reason: string }[]
  /** Editorial comments, where the rules say that these do not break a silence. */
  readonly comments: readonly { readonly member: MemberId; readonly at: Instant; readonly wording: string }[]
  readonly noticeAt?: Instant
  readonly confirmed?: { readonly at: Instant; readonly meeting: MeetingId }
  readonly settled?: { readonly at: Instant; readonly next: AfterBroken }
}

export type AfterBroken = DecisionsActOf<'decisions.afterBroken'>['body']['next']
export type AfterNoConsensus = DecisionsActOf<'decisions.declareNoConsensus'>['body']['next']

/** Where a decision stands by the acts alone; `decisionStatus` adds what the clock has done since. */
export type Course =
  | {
      readonly stage: 'put'
      readonly meeting: MeetingId
      readonly item: string
      readonly at: Instant
      readonly minusOne?: MinusOne
    }
  | {
      readonly stage: 'proposed'
      readonly meeting: MeetingId
      readonly item: string
      readonly at: Instant
      readonly offer: SilenceOffer
    }
  | { readonly stage: 'silence'; readonly silence: Silence }
  | {
      readonly stage: 'adopted'
      readonly at: Instant
      readonly meeting: MeetingId
      readonly minusOne?: MinusOne
    }
  | { readonly stage: 'noConsensus'; readonly at: Instant; readonly next: AfterNoConsensus }
  | { readonly stage: 'takenBack'; readonly at: Instant; readonly reason: string }

export interface Statement {
  readonly id: StatementId
  readonly member: MemberId
  readonly by: PersonId
  readonly kind: StatementKind
  readonly wording: string
  readonly paragraph?: string
  readonly at: Instant
  readonly withdrawnAt?: Instant
}

export interface Decision {
  readonly id: DecisionId
  readonly body: BodyId
  /** Temporary until a number is given to it. */
  readonly title: string
  readonly subject: Subject
  /** 1 at first; one more each time it is put or opened anew after being carried over or reopened. */
  readonly round: number
  readonly course: Course
  /** The objections of this round. */
  readonly objections: readonly Objection[]
  readonly statements: readonly Statement[]
  readonly number?: DecisionNumber & { readonly at: Instant }
  readonly publishedAt?: Instant
}

export type ConsentKind =
  | DecisionsActOf<'decisions.depositInstrument'>['body']['kind']
  | 'definitiveSignature'

/** A party's consent to be bound. Days are ISO calendar days. */
export interface Consent {
  readonly party: MemberId
  readonly kind: ConsentKind
  readonly on: string
  /** False for the instrument of a regional organisation: it is not counted beside those of its members. */
  readonly counts: boolean
  readonly declarations: readonly string[]
  readonly reservations: readonly string[]
  /** The day it was taken back before entry into force. */
  readonly withdrawnOn?: string
  readonly denounced?: { readonly receivedOn: string; readonly effectiveOn: string }
}

export interface Signature {
  readonly party: MemberId
  readonly on: string
  readonly definitive: boolean
  readonly fullPowers: string
  readonly declarations: readonly string[]
  readonly reservations: readonly string[]
}

export interface ProvisionalApplication {
  readonly party: MemberId
  readonly from: string
  /** The last day of it, where its notice or a later one named one. */
  readonly until?: string
}

export interface Instrument {
  readonly id: InstrumentId
  readonly decision: DecisionId
  readonly name: string
  readonly terms: InstrumentTerms
  /** In the order of signing. */
  readonly signatures: readonly Signature[]
  /** In the order of their recording; one that was taken back stays, with its day. */
  readonly consents: readonly Consent[]
  readonly provisional: readonly ProvisionalApplication[]
}

export interface DecisionsState {
  readonly decisions: Table<Decision>
  /** The decision a text was last put before. Whether that one still holds it is asked of the decision. */
  readonly onText: Table<DecisionId>
  /** The last number given in each series. */
  readonly series: Table<number>
  /** The decision behind each number ever given. */
  readonly bySymbol: Table<DecisionId>
  readonly instruments: Table<Instrument>
  /** The instrument a decision opened. */
  readonly instrumentOf: Table<InstrumentId>
}

/** What a rule of this chapter may look at: this chapter and the three before it. */
export interface UpToDecisions extends UpToTexts {
  readonly decisions: DecisionsState
}

export const initial: DecisionsState = {
  decisions: emptyTable(),
  onText: emptyTable(),
  series: emptyTable(),
  bySymbol: emptyTable(),
  instruments: emptyTable(),
  instrumentOf: emptyTable(),
}
