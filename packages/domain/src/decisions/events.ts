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
import type { EventOf } from '../event.ts'
import type { InstrumentTerms, Subject } from './acts.ts'
import type { Break, Consent, DecisionNumber, MinusOne, SilenceOffer, Statement } from './state.ts'

/** How a silence ended, as the notice tells it. */
export type SilenceOutcome = 'kept' | 'broken' | 'withdrawn'

interface InAMeeting {
  readonly decision: DecisionId
  readonly body: BodyId
  readonly meeting: MeetingId
  readonly item: string
  readonly title: string
  readonly subject: Subject
}

/** An event that ends the hold on a text names the text, so that a reaction needs the event alone. */
interface Ending {
  readonly decision: DecisionId
  readonly text?: TextId
}

type MeetingEvent =
  | EventOf<'decisions.decisionPut', InAMeeting & { minusOne?: MinusOne }>
  | EventOf<'decisions.objectionRaised', { decision: DecisionId; member: MemberId; reason?: string }>
  | EventOf<'decisions.objectionWithdrawn', { decision: DecisionId; member: MemberId }>
  | EventOf<
      'decisions.decisionAdopted',
      { decision: DecisionId; body: BodyId; subject: Subject; number: DecisionNumber }
    >
  | EventOf<
      'decisions.consensusNotReached',
      Ending & { next: 'returnedToBody' | 'carriedOver' | 'dropped'; objectors: readonly MemberId[] }
    >
  | EventOf<'decisions.putWithdrawn', Ending & { reason: string }>

type SilenceEvent =
  | EventOf<'decisions.silenceProposed', InAMeeting & { offer: SilenceOffer }>
  | EventOf<
      'decisions.silenceOpened',
      {
        decision: DecisionId
        body: BodyId
        /** Present when it was proposed in that meeting before. */
        meeting?: MeetingId
        title: string
        subject: Subject
        offer: SilenceOffer
      }
    >
  | EventOf<'decisions.silenceBroken', Ending & { member: MemberId; how: Break }>
  | EventOf<'decisions.commentRecorded', { decision: DecisionId; member: MemberId; wording: string }>
  | EventOf<'decisions.extensionAsked', { decision: DecisionId; member: MemberId; reason: string }>
  | EventOf<'decisions.silenceExtended', { decision: DecisionId; expiresAt: Instant; announcedAs: string }>
  | EventOf<'decisions.silenceSuspended', { decision: DecisionId; reason: string }>
  | EventOf<'decisions.silenceResumed', { decision: DecisionId; expiresAt: Instant; announcedAs: string }>
  | EventOf<'decisions.silenceWithdrawn', Ending & { reason: string }>
  | EventOf<
      'decisions.noticeGiven',
      Ending & { outcome: SilenceOutcome; endedAt: Instant; number?: DecisionNumber }
    >
  | EventOf<
      'decisions.silenceConfirmed',
      { decision: DecisionId; meeting: MeetingId; title: string; number?: DecisionNumber }
    >
  | EventOf<
      'decisions.brokenSettled',
      { decision: DecisionId; next: 'reopenedWithAmendment' | 'returnedToBody' | 'dropped' }
    >

type StatementEvent =
  | EventOf<'decisions.statementAttached', { decision: DecisionId; statement: Statement }>
  | EventOf<'decisions.statementWithdrawn', { decision: DecisionId; statement: StatementId }>
  | EventOf<'decisions.decisionPublished', { decision: DecisionId; statements: readonly StatementId[] }>

type InstrumentEvent =
  | EventOf<
      'decisions.instrumentOpened',
      { instrument: InstrumentId; decision: DecisionId; name: string; terms: InstrumentTerms }
    >
  | EventOf<
      'decisions.instrumentSigned',
      {
        instrument: InstrumentId
        party: MemberId
        on: string
        definitive: boolean
        /** Whether a definitive signature is counted for entry into force. */
        counts: boolean
        fullPowers: string
        declarations: readonly string[]
        reservations: readonly string[]
      }
    >
  | EventOf<'decisions.consentDeposited', { instrument: InstrumentId; consent: Consent }>
  | EventOf<'decisions.consentWithdrawn', { instrument: InstrumentId; party: MemberId; on: string }>
  | EventOf<
      'decisions.appliedProvisionally',
      { instrument: InstrumentId; party: MemberId; from: string; until?: string }
    >
  | EventOf<'decisions.provisionalEnded', { instrument: InstrumentId; party: MemberId; on: string }>
  | EventOf<
      'decisions.instrumentDenounced',
      { instrument: InstrumentId; party: MemberId; receivedOn: string; effectiveOn: string }
    >

/** What happens in the fourth chapter. */
export type DecisionsEvent = MeetingEvent | SilenceEvent | StatementEvent | InstrumentEvent

export type DecisionsEventOf<Type extends DecisionsEvent['type']> = Extract<DecisionsEvent, { type: Type }>
